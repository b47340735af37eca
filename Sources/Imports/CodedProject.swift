import CaseModel

/// A project of qualitative data analysis as REFI-QDA 1.5 exchanges it: codes, sources, coded segments and memos.
struct CodedProject {
    /// What a path to a file of the same archive begins with.
    static let inArchive = "internal://"

    /// A code of the code book.
    struct Code {
        var guid: String
        var name: String
        var parent: String?
        var description: String?
        var color: String?
        var notes: [String] = []
        var address: FileAddress
    }

    /// A document that is coded.
    struct Document {
        var guid: String
        var name: String
        /// The element: `TextSource`, `PDFSource`, `PictureSource`, `AudioSource` or `VideoSource`.
        var element: String
        var description: String?
        var text: String?
        /// Where the archive has the document or its text.
        var paths: [(attribute: String, value: String)] = []
        var notes: [String] = []
        var variables: [(value: String, address: FileAddress)] = []
        var address: FileAddress
    }

    /// A passage with the codes that it has.
    struct Segment {
        /// Where in the document the passage is.
        enum Range: Equatable {
            /// Characters of the text, counted from 0, the last one excluded.
            case characters(Int, Int)
            /// A page, counted from 0.
            case page(Int)
            /// A rectangle of a picture.
            case region(Int, Int, Int, Int)
            /// Milliseconds of a recording.
            case time(Int, Int)
            /// The document as a whole, or a place in words that is not known.
            case whole
        }

        var document: String
        var name: String?
        var range: Range
        var memo: String?
        var codes: [String] = []
        var notes: [String] = []
        /// Who coded it and when: by element, attribute and value.
        var makers: [(attribute: String, value: String)] = []
        var address: FileAddress
    }

    /// A memo.
    struct Memo {
        var guid: String
        var name: String
        var text: String?
        var path: String?
        var address: FileAddress
    }

    /// What the case has no place for: its element, its name, and where it stands.
    struct Remainder {
        var element: String
        var name: String
        var address: FileAddress
    }

    var name = ""
    var description: String?
    var users: [String: String] = [:]
    var codes: [Code] = []
    var documents: [Document] = []
    var segments: [Segment] = []
    var memos: [Memo] = []
    var notes: [String] = []
    var remainders: [Remainder] = []
    var address: FileAddress
}
