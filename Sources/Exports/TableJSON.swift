import CaseModel

/// A table as an array of records, with texts in both languages and absent values as `null`.
package struct TableJSON: CaseFormat {
    private let subject: TableSubject

    /// The records of a part of a case.
    package init(_ subject: TableSubject) {
        self.subject = subject
    }

    /// One record a row, keys in the order of the columns.
    package func text(of graph: CaseGraph) -> String {
        subject.table(of: graph).json.rendered
    }
}
