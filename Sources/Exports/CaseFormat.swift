import CaseModel

/// A way to write a part of a case down for another program: a pure function of the case.
package protocol CaseFormat: Sendable {
    /// The whole file, ending in a newline where the format has lines.
    func text(of graph: CaseGraph) -> String
}
