/// What a reader keeps of a case, apart from the case: marks, notes, bookmarks, and where the last session was
/// left.
///
/// A notebook changes by `NotebookChange` only, and a change says what is wanted rather than what the whole is to
/// be: changes of several sessions, applied one after the other to what is there, lose nothing of each other.
package struct Notebook: Equatable, Sendable {
    /// A text on one thing.
    package struct Note: Equatable, Sendable {
        /// As it was typed, line by line.
        package let text: String
        /// When it was last changed.
        package let moment: Timestamp

        /// A note as it was kept.
        package init(text: String, moment: Timestamp) {
            (self.text, self.moment) = (text, moment)
        }
    }

    /// A place under a title.
    package struct Bookmark: Equatable, Sendable {
        /// The viewpoint in words that every explorer of the case understands.
        package let place: String
        /// What the reader calls it.
        package let title: String
        /// What the place shows, if that is one thing.
        package let anchor: EntityRef?
        /// When it was last changed.
        package let moment: Timestamp

        /// A bookmark as it was kept.
        package init(place: String, title: String, anchor: EntityRef?, moment: Timestamp) {
            (self.place, self.title, self.anchor, self.moment) = (place, title, anchor, moment)
        }
    }

    /// What is marked, and since when.
    package var marks: [EntityRef: Timestamp] = [:]
    /// What is noted, and on what.
    package var notes: [EntityRef: Note] = [:]
    /// The bookmarks by their places: no place has two.
    package var bookmarks: [String: Bookmark] = [:]
    /// Where the last session was left, in words.
    package var lastPlace: String?
    /// What was searched for, the latest first.
    package var searches: [String] = []
    /// What was filtered by, the latest first.
    package var filters: [String] = []

    /// Nothing kept yet.
    package init() {}

    /// Bytes up to which a note can be written; one that two sessions wrote may be longer.
    package static let longestNote = 32_768
    /// How many searches and filters are kept of each.
    package static let queries = 50
}
