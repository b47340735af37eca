import CaseModel

/// Why a file is not taken for a notebook.
package enum NotebookDefect: Error, Equatable, CustomStringConvertible {
    /// It was written by a later triptych, in this version of the format.
    case newer(Int)
    /// It is no notebook, or one that has been harmed.
    case damaged(String)

    /// The reason, without the file's name.
    package var description: String {
        switch self {
        case .newer(let version): "its format \(version) is of a newer triptych"
        case .damaged(let reason): reason
        }
    }
}

extension NotebookText {
    /// Reads a whole file. What is not exactly a notebook is refused: it is rewritten as a whole, so that anything
    /// that was passed over would be lost.
    package static func read(_ bytes: [UInt8]) throws(NotebookDefect) -> Notebook {
        guard bytes.count <= longest else { throw .damaged("it is longer than \(longest) bytes") }
        let whole: JSONValue
        do {
            whole = try JSONValue(reading: bytes)
        } catch {
            throw .damaged("\(error)")
        }
        guard case .object(let members) = whole, case .number(let digits)? = whole["triptych-notebook"],
            let version = Int(digits), version > 0
        else { throw .damaged("it does not say that it is a notebook") }
        guard version <= format else { throw .newer(version) }
        var notebook = Notebook()
        for (key, value) in members where key != "triptych-notebook" && key != "case" {
            guard let section = Section(rawValue: key) else { throw .damaged("'\(key)' is not a key of it") }
            try notebook.take(value, of: section)
        }
        return notebook
    }
}

extension Notebook {
    fileprivate mutating func take(
        _ value: JSONValue, of section: NotebookText.Section
    ) throws(NotebookDefect) {
        switch section {
        case .marks:
            for entry in try value.entries() {
                let anchor = try entry.anchor()
                guard marks.updateValue(try entry.moment(), forKey: anchor) == nil else {
                    throw .twice(anchor.id)
                }
            }
        case .notes:
            for entry in try value.entries() {
                let anchor = try entry.anchor()
                let note = Note(text: try entry.text("text"), moment: try entry.moment())
                guard notes.updateValue(note, forKey: anchor) == nil else { throw .twice(anchor.id) }
            }
        case .bookmarks:
            for entry in try value.entries() {
                let bookmark = Bookmark(
                    place: try entry.text("place"), title: try entry.text("title"),
                    anchor: entry["on"] == nil ? nil : try entry.anchor(), moment: try entry.moment())
                guard bookmarks.updateValue(bookmark, forKey: bookmark.place) == nil else {
                    throw .twice(bookmark.place)
                }
            }
        case .lastPlace: lastPlace = value == .null ? nil : try value.text()
        case .searches: searches = try value.texts()
        case .filters: filters = try value.texts()
        }
    }
}

extension NotebookDefect {
    fileprivate static func twice(_ name: String) -> NotebookDefect {
        .damaged("'\(name)' stands there twice")
    }
}

extension JSONValue {
    /// The entries of a section, each an object of known keys.
    fileprivate func entries() throws(NotebookDefect) -> [JSONValue] {
        guard case .array(let elements) = self else { throw .damaged("a list is missing") }
        let known: Set<String> = ["on", "id", "at", "text", "title", "place"]
        for element in elements {
            guard case .object(let members) = element else { throw .damaged("an entry is no object") }
            for member in members where !known.contains(member.key) {
                throw .damaged("'\(member.key)' is not a key of an entry")
            }
        }
        return elements
    }

    fileprivate func anchor() throws(NotebookDefect) -> EntityRef {
        guard let kind = EntityRef.Kind(rawValue: try text("on")) else {
            throw .damaged("an entry hangs on nothing that is known")
        }
        return EntityRef(kind, id: try text("id"))
    }

    fileprivate func moment() throws(NotebookDefect) -> Timestamp {
        guard let moment = Timestamp(try text("at")) else { throw .damaged("a moment is none") }
        return moment
    }

    fileprivate func text(_ key: String) throws(NotebookDefect) -> String {
        guard let value = self[key] else { throw .damaged("an entry lacks '\(key)'") }
        return try value.text()
    }

    fileprivate func texts() throws(NotebookDefect) -> [String] {
        guard case .array(let elements) = self else { throw .damaged("a list is missing") }
        var texts: [String] = []
        for element in elements { texts.append(try element.text()) }
        return texts
    }

    /// A text that a reader may have written: data must not drive a terminal, not even a reader's own.
    fileprivate func text() throws(NotebookDefect) -> String {
        guard case .string(let text) = self else { throw .damaged("a text is missing") }
        let isPlain = text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        guard isPlain else { throw .damaged("a control character stands in a text") }
        return text
    }
}
