import CaseFiles
import CaseModel
import TextLayout

/// A place in a file that is imported.
package struct FileAddress: Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named on the command line.
    package var file: String
    /// The line, counted from 1.
    package var line: Int
    /// The column, counted in characters from 1.
    package var column: Int

    /// A place in a file.
    package init(file: String, line: Int, column: Int) {
        (self.file, self.line, self.column) = (file, line, column)
    }

    /// The beginning of a file.
    init(beginningOf file: String) { self.init(file: file, line: 1, column: 1) }

    /// `zotero.bib:12:3`.
    package var description: String { "\(file):\(line):\(column)" }
}

/// What keeps a file from being read at all, with the place to mend.
package struct ImportError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Where it was noticed.
    package var address: FileAddress
    /// What is wrong and what to do, a sentence without a full stop.
    package var message: Text

    /// An error at a place.
    package init(_ message: Text, at address: FileAddress) {
        (self.message, self.address) = (message, address)
    }

    /// The error in a language, safe to show: `zotero.bib:12:3: the entry 'a' has no closing brace`.
    package func described(in language: LanguageTag) -> String {
        "\(address): \(message.localized(in: language))".safeToShow
    }

    /// The error in English.
    package var description: String { described(in: .english) }
}

/// The bounds of what is read, so that a broken or hostile file ends in a message and not in exhausted memory.
enum ImportLimits {
    /// Bytes of one file: a library of 20,000 works is about 20 MB.
    static let fileBytes = 64 << 20
    /// Records of one file.
    static let records = 100_000
    /// Braces, elements or lists within each other.
    static let nesting = 64
    /// Bytes of one field.
    static let fieldBytes = 1 << 20
    /// Bytes that one LaTeX text may become.
    static let expandedBytes = 4 << 20
    /// Columns of a table.
    static let columns = 1000
    /// Bytes of all that an archive holds, unpacked.
    static let unpackedBytes = 256 << 20
    /// Entries of an archive.
    static let archiveEntries = 10_000
    /// Attributes of one element.
    static let attributes = 256

    // The limits of the case format, which is what becomes of the texts.

    /// Characters of a text of one line.
    static let line = Limits.line
    /// Characters of a text of several sentences.
    static let prose = Limits.prose
    /// Characters of a quote.
    static let quote = Manifest.ordinaryQuoteLimit
    /// Characters of an address on the web.
    static let address = Limits.address
    /// Characters of an id.
    static let id = Limits.id
}
