/// The permanent name of one thing of a case: ASCII kebab-case, unique among its kind.
///
/// The phantom parameter keeps an item's id from being handed over where a source's is meant.
package struct ID<Named>: Hashable, Comparable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The id as it stands in the case file and in a permalink.
    package let text: String

    /// Takes the id as written; whether it is well formed is the loader's business.
    package init(_ text: String) {
        self.text = text
    }

    /// An id written out in code, for tests and small cases.
    package init(stringLiteral text: String) {
        self.text = text
    }

    /// The id itself, without decoration.
    package var description: String { text }

    /// Orders ids by their Unicode scalars, so that listings are the same everywhere.
    package static func < (left: ID, right: ID) -> Bool {
        left.text < right.text
    }
}
