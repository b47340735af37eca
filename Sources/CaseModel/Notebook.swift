/// What a reader keeps of a case, apart from the case: marks, notes, bookmarks, and where the last session was
/// left.
///
/// A notebook changes by `NotebookChange` only, and a change says what is wanted rather than what the whole is to
/// be: changes of several sessions, applied one after the other to what is there, lose nothing of each other.
package struct Notebook: Equatable, Sendable {
    /// A note on one entity.
    package struct Note: Equatable, Sendable {
        /// The lines as typed.
        package let text: String
        /// When it was last changed.
        package let moment: Timestamp

        /// A note as it was kept.
        package init(text: String, moment: Timestamp) {
            (self.text, self.moment) = (text, moment)
        }
    }

    /// A viewpoint with a title.
    package struct Bookmark: Equatable, Sendable {
        /// The encoded viewpoint.
        package let place: String
        /// The reader's title for it.
        package let title: String
        /// The entity that the place shows, if it shows one.
        package let anchor: EntityRef?
        /// When it was last changed.
        package let moment: Timestamp

        /// A bookmark as it was kept.
        package init(place: String, title: String, anchor: EntityRef?, moment: Timestamp) {
            (self.place, self.title, self.anchor, self.moment) = (place, title, anchor, moment)
        }
    }

    /// The marked entities, and since when.
    package var marks: [EntityRef: Timestamp] = [:]
    /// The notes, by their entities.
    package var notes: [EntityRef: Note] = [:]
    /// The bookmarks, at most one for each place.
    package var bookmarks: [String: Bookmark] = [:]
    /// The encoded viewpoint at which the last session ended.
    package var lastPlace: String?
    /// The searches, the latest first.
    package var searches: [String] = []
    /// The filters, the latest first.
    package var filters: [String] = []

    /// An empty notebook.
    package init() {}

    /// The longest note in bytes; one joined from two sessions may be longer.
    package static let longestNote = 32_768
    /// The number of searches that are kept, and that of filters.
    package static let queries = 50
}

/// One change to a notebook.
package enum NotebookChange: Equatable, Sendable {
    /// Marks an entity, or removes its mark.
    case mark(EntityRef, Bool)
    /// Writes a note on an entity in place of the one that its writer saw; nil is none.
    case note(EntityRef, String?, replacing: String?)
    /// Keeps a bookmark, or removes it.
    case bookmark(place: String, title: String?, anchor: EntityRef?)
    /// The place at which a session ends, or nil to forget it.
    case lastPlace(String?)
    /// The searches and filters of a session, the latest first.
    case queries(searches: [String], filters: [String])
}

extension Notebook {
    /// Applies a change as of a moment. Applying one twice has no further effect.
    ///
    /// A note that differs from the one its writer saw is not overwritten: both texts are kept, also where the writer
    /// wanted to remove it.
    package mutating func apply(_ change: NotebookChange, at moment: Timestamp) {
        switch change {
        case .mark(let anchor, true): if marks[anchor] == nil { marks[anchor] = moment }
        case .mark(let anchor, false): marks[anchor] = nil
        case .note(let anchor, let text, let seen): write(text, on: anchor, replacing: seen, at: moment)
        case .bookmark(let place, let title?, let anchor):
            if bookmarks[place]?.title != title {
                bookmarks[place] = Bookmark(place: place, title: title, anchor: anchor, moment: moment)
            }
        case .bookmark(let place, nil, _): bookmarks[place] = nil
        case .lastPlace(let place): lastPlace = place
        case .queries(let searches, let filters):
            self.searches = Self.union(searches, self.searches)
            self.filters = Self.union(filters, self.filters)
        }
    }

    private mutating func write(
        _ text: String?, on anchor: EntityRef, replacing seen: String?, at moment: Timestamp
    ) {
        let here = notes[anchor]?.text
        guard here != text else { return }
        guard let here, here != seen else {
            notes[anchor] = text.map { Note(text: $0, moment: moment) }
            return
        }
        // A change that is applied twice finds its text in place.
        guard let text, !here.contains(text) else { return }
        notes[anchor] = Note(text: Self.join(text, here, since: seen ?? ""), moment: moment)
    }

    /// Two texts that were edited from one. Where one of them only continues it, the addition is appended to the other;
    /// otherwise one is put above the other.
    private static func join(_ text: String, _ here: String, since seen: String) -> String {
        let (base, added) =
            text.hasPrefix(seen)
            ? (here, text.dropFirst(seen.count))
            : here.hasPrefix(seen) ? (text, here.dropFirst(seen.count)) : (text, here[...])
        return base + (added.first == "\n" ? "" : "\n") + added
    }

    /// The queries of two sessions, each once.
    private static func union(_ latest: [String], _ earlier: [String]) -> [String] {
        var seen: Set<String> = []
        return Array((latest + earlier).filter { seen.insert($0).inserted }.prefix(queries))
    }
}
