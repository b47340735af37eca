/// The limits of a case. A case that a person writes stays far below them; with them a broken or hostile file ends
/// in a message and not in exhausted memory.
package enum Limits {
    /// Bytes of one file: the bundled case has 500 kB in all, and libyaml needs about 20 times the size.
    static let fileBytes = 8 << 20
    /// Bytes of a packed case, which is not parsed but only copied.
    static let packBytes = 4 << 30
    /// YAML files of one case.
    static let files = 1000
    /// Bytes of all files together.
    static let caseBytes = 64 << 20
    /// Folders within folders.
    static let folderDepth = 16
    /// Entries of one top-level list.
    static let entries = 100_000
    /// Lists and maps within each other: the format itself needs 8. Libyaml stops at 1000, for which the stack of
    /// a thread is large enough.
    static let nesting = 24
    /// Values of one file: with each about 130 bytes large, the largest file takes no more than 200 MB while it is
    /// read. What people write has one in ten bytes or fewer.
    static let values = 1_500_000
    /// Aliases (`*name`) of one file, so that ten lines cannot stand for a billion.
    static let aliases = 64
    /// Values that the aliases of one file stand for.
    static let aliasedValues = 2000
    /// Languages of one text: no work has been translated into more.
    static let wordings = 500
    /// Characters of an id, which is also a permalink and a file name.
    package static let id = 80
    /// Characters of a title or another text of one line.
    package static let line = 300
    /// Code points of one character: emoji of a family have ten, stacks of Tibetan letters and marks fewer.
    static let codePoints = 32
    /// Characters of a summary, note or another text of several sentences.
    package static let prose = 5000
    /// Characters of a verbatim quote that a case may allow: a passage of an interview.
    static let longestQuote = 2000
    /// Characters of an address on the web.
    package static let address = 2000
    /// Degrees north and east.
    static let latitude = -90.0...90.0
    static let longitude = -180.0...180.0
    /// Corners of the outline of a place, as it stands in a pack.
    static let outlineCorners = 2000
    /// Corners of each outline of a GeoJSON file, on an average, that are kept when it is read.
    static let simplifiedCorners = 200
    /// Minutes of a tour or a step: a day.
    static let minutes = 0.0...1440.0
    /// Digits and signs of a figure.
    static let number = 30
    /// Bytes of a line that diagnostics show; in longer lines, columns are counted in scalars, not characters.
    static let shownLine = 10_000
    /// Errors of one load, and as many warnings; a last one says that there are more.
    static let diagnostics = 1000
    /// Diagnostics with a suggestion from among all ids, which takes time to find in a large case.
    static let suggestions = 100
    /// Files of other kinds that are named one by one as passed over.
    static let passedOver = 10
    /// Unsafe characters that are reported for one file.
    static let charactersReported = 20
}
