/// One change to a notebook.
package enum NotebookChange: Equatable, Sendable {
    /// Marks a thing, or takes its mark off.
    case mark(EntityRef, Bool)
    /// Puts a note on a thing in place of the one that its writer saw there; nil is none.
    case note(EntityRef, String?, replacing: String?)
    /// Keeps a place under a title, or forgets it.
    case bookmark(place: String, title: String?, anchor: EntityRef?)
    /// Where a session is left, or nil to forget where one was.
    case lastPlace(String?)
    /// What a session has searched for and filtered by, the latest first.
    case queries(searches: [String], filters: [String])
}

extension Notebook {
    /// Makes a change, as of a moment. Making the same one twice changes nothing the second time.
    ///
    /// A note that has meanwhile become another than the one its writer saw is not written over: both texts are
    /// kept. So is one that somebody wanted to remove without having seen it as it is.
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
        // Made twice, a change must find that it is there already.
        guard let text, !here.contains(text) else { return }
        notes[anchor] = Note(text: Self.join(text, here, since: seen ?? ""), moment: moment)
    }

    /// Two texts that were made from one. Where one of them only goes on from there, what it adds is added to the
    /// other; else the one stands above the other.
    private static func join(_ text: String, _ here: String, since seen: String) -> String {
        let (base, added) =
            text.hasPrefix(seen)
            ? (here, text.dropFirst(seen.count))
            : here.hasPrefix(seen) ? (text, here.dropFirst(seen.count)) : (text, here[...])
        return base + (added.first == "\n" ? "" : "\n") + added
    }

    /// Queries of two sessions, each once.
    private static func union(_ latest: [String], _ earlier: [String]) -> [String] {
        var seen: Set<String> = []
        return Array((latest + earlier).filter { seen.insert($0).inserted }.prefix(queries))
    }
}
