/// What a reader keeps of a case, apart from the case: marks, notes, bookmarks, and where the last session was
/// left.
///
/// A notebook changes by `NotebookChange` only, and a change says what is wanted rather than what the whole is to
/// be: changes of several sessions, applied one after the other to what is there, lose nothing of each other.
public struct Notebook: Equatable, Sendable {
    /// A text on one thing.
    public struct Note: Equatable, Sendable {
        /// As it was typed, line by line.
        public let text: String
        /// When it was last changed.
        public let moment: Timestamp

        /// A note as it was kept.
        public init(text: String, moment: Timestamp) {
            (self.text, self.moment) = (text, moment)
        }
    }

    /// A place under a title.
    public struct Bookmark: Equatable, Sendable {
        /// The viewpoint in words that every explorer of the case understands.
        public let place: String
        /// What the reader calls it.
        public let title: String
        /// What the place shows, if that is one thing.
        public let anchor: EntityRef?
        /// When it was last changed.
        public let moment: Timestamp

        /// A bookmark as it was kept.
        public init(place: String, title: String, anchor: EntityRef?, moment: Timestamp) {
            (self.place, self.title, self.anchor, self.moment) = (place, title, anchor, moment)
        }
    }

    /// What is marked, and since when.
    public var marks: [EntityRef: Timestamp] = [:]
    /// What is noted, and on what.
    public var notes: [EntityRef: Note] = [:]
    /// The bookmarks by their places: no place has two.
    public var bookmarks: [String: Bookmark] = [:]
    /// Where the last session was left, in words.
    public var lastPlace: String?
    /// What was searched for, the latest first.
    public var searches: [String] = []
    /// What was filtered by, the latest first.
    public var filters: [String] = []

    /// Nothing kept yet.
    public init() {}

    /// Bytes up to which a note can be written; one that two sessions wrote may be longer.
    public static let longestNote = 32_768
    /// How many searches and filters are kept of each.
    public static let queries = 50
}
