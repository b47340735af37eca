import CaseFiles
import CaseModel

/// The whole case in the keys of the case format. Absent values are left out, so that the file, being JSON and
/// therefore YAML, is itself a case that triptych opens.
package struct CaseJSON: CaseFormat {
    package init() {}

    package func text(of graph: CaseGraph) -> String {
        graph.case.jsonFile
    }
}

/// The whole case as YAML to go on editing, in the same keys.
package struct CaseYAML: CaseFormat {
    package init() {}

    package func text(of graph: CaseGraph) -> String {
        YAMLWriter.document(graph.case.document)
    }
}
