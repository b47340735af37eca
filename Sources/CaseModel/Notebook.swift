/// A reader's own marks, notes and bookmarks on a case, stored apart from the case, with the last viewpoint.
///
/// A notebook changes only by `NotebookChange`, each of which states one intention instead of the whole contents:
/// the changes of several sessions, applied one after the other, do not overwrite each other.
package struct Notebook: Equatable, Sendable {
    /// A note on one entity.
    package struct Note: Equatable, Sendable {
        /// The lines as typed.
        package let text: String
        /// The time of the last change.
        package let moment: Timestamp

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
        /// The entity that the viewpoint shows, if any.
        package let entity: EntityRef?
        /// The time of the last change.
        package let moment: Timestamp

        package init(place: String, title: String, entity: EntityRef?, moment: Timestamp) {
            (self.place, self.title, self.entity, self.moment) = (place, title, entity, moment)
        }
    }

    /// The marked entities with the time of marking.
    package var marks: [EntityRef: Timestamp] = [:]
    /// The notes, by their entities.
    package var notes: [EntityRef: Note] = [:]
    /// The bookmarks by viewpoint.
    package var bookmarks: [String: Bookmark] = [:]
    /// The encoded viewpoint at which the last session ended.
    package var lastPlace: String?
    /// The searches, the latest first.
    package var searches: [String] = []
    /// The filters, the latest first.
    package var filters: [String] = []

    package init() {}

    /// The longest note in bytes; a note merged from two sessions may be longer.
    package static let longestNote = 32_768
    /// The number of stored searches, and of stored filters.
    package static let queries = 50
}

/// A change of a notebook.
package enum NotebookChange: Equatable, Sendable {
    /// Marks an entity, or removes its mark.
    case mark(EntityRef, Bool)
    /// Replaces the note that the writer saw, nil for none, by another; nil removes it.
    case note(EntityRef, String?, replacing: String?)
    /// Sets a bookmark, or removes it if the title is nil.
    case bookmark(place: String, title: String?, entity: EntityRef?)
    /// Sets or removes the viewpoint at which a session ended.
    case lastPlace(String?)
    /// The searches and filters of a session, the latest first.
    case queries(searches: [String], filters: [String])
}

extension Notebook {
    /// Applies a change at a time. Applying it twice has no further effect.
    ///
    /// A note that differs from the one its writer saw is not overwritten: both texts are kept, even if the writer
    /// wanted to remove it.
    package mutating func apply(_ change: NotebookChange, at moment: Timestamp) {
        switch change {
        case .mark(let entity, true): if marks[entity] == nil { marks[entity] = moment }
        case .mark(let entity, false): marks[entity] = nil
        case .note(let entity, let text, let seen): write(text, on: entity, replacing: seen, at: moment)
        case .bookmark(let place, let title?, let entity):
            if bookmarks[place]?.title != title {
                bookmarks[place] = Bookmark(place: place, title: title, entity: entity, moment: moment)
            }
        case .bookmark(let place, nil, _): bookmarks[place] = nil
        case .lastPlace(let place): lastPlace = place
        case .queries(let searches, let filters):
            self.searches = Self.union(searches, self.searches)
            self.filters = Self.union(filters, self.filters)
        }
    }

    private mutating func write(
        _ text: String?, on entity: EntityRef, replacing seen: String?, at moment: Timestamp
    ) {
        let here = notes[entity]?.text
        guard here != text else { return }
        guard let here, here != seen else {
            notes[entity] = text.map { Note(text: $0, moment: moment) }
            return
        }
        // A change applied twice finds its text already there.
        guard let text, !here.contains(text) else { return }
        notes[entity] = Note(text: Self.join(text, here, since: seen ?? ""), moment: moment)
    }

    /// Merges two texts edited from the same one. If one only continues it, the addition is appended to the other;
    /// otherwise one is placed above the other.
    private static func join(_ text: String, _ here: String, since seen: String) -> String {
        let (base, added) =
            text.hasPrefix(seen)
            ? (here, text.dropFirst(seen.count))
            : here.hasPrefix(seen) ? (text, here.dropFirst(seen.count)) : (text, here[...])
        return base + (added.first == "\n" ? "" : "\n") + added
    }

    /// The queries of two sessions, each once.
    private static func union(_ latest: [String], _ earlier: [String]) -> [String] {
        Array((latest + earlier).uniqued().prefix(queries))
    }
}
