/// The permanent name of one thing of a case: ASCII kebab-case, unique among its kind.
///
/// The phantom parameter keeps an item's id from being handed over where a source's is meant.
public struct ID<Named>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The id as it stands in the case file and in a permalink.
    public let text: String

    /// Takes the id as written; whether it is well formed is the loader's business.
    public init(_ text: String) {
        self.text = text
    }

    /// An id written out in code, for tests and small cases.
    public init(stringLiteral text: String) {
        self.text = text
    }

    /// The id itself, without decoration.
    public var description: String { text }

    /// Orders ids by their Unicode scalars, so that listings are the same everywhere.
    public static func < (left: ID, right: ID) -> Bool {
        left.text < right.text
    }
}
