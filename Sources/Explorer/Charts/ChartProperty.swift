import CaseModel

/// One part of what a chart shows, by the name that it has in a place's words: an order, a selected item, how far it
/// is zoomed. What stands in them are ids and names, never positions, so that they mean the same on every screen and
/// in every edition of a case.
struct ChartProperty<Chart> {
    let key: String
    /// True where the part says only how far the chart is scrolled, which is no choice of its own.
    let isScroll: Bool
    /// Nil where nothing is chosen.
    let write: (Chart, CaseGraph) -> String?
    /// Takes a word that `write` has made; passes over one that means nothing in this case.
    let read: (inout Chart, String, CaseGraph) -> Void

    init(
        _ key: String, isScroll: Bool = false, write: @escaping (Chart, CaseGraph) -> String?,
        read: @escaping (inout Chart, String, CaseGraph) -> Void
    ) {
        (self.key, self.isScroll, self.write, self.read) = (key, isScroll, write, read)
    }

    /// A part that is one of several.
    init<Choice: RawRepresentable<String>>(_ key: String, _ path: WritableKeyPath<Chart, Choice>) {
        self.init(key) { chart, _ in
            chart[keyPath: path].rawValue
        } read: { chart, word, _ in
            if let choice = Choice(rawValue: word) { chart[keyPath: path] = choice }
        }
    }

    /// A number; any that there is may be read.
    init(_ key: String, _ path: WritableKeyPath<Chart, Int>) {
        self.init(key) { chart, _ in
            String(chart[keyPath: path])
        } read: { chart, word, _ in
            if let number = Int(word) { chart[keyPath: path] = number }
        }
    }

    /// A part that is written in a word of its own.
    init<Part>(
        _ key: String, _ path: WritableKeyPath<Chart, Part?>, isScroll: Bool = false,
        word: @escaping (Part, CaseGraph) -> String, part: @escaping (String, CaseGraph) -> Part?
    ) {
        self.init(key, isScroll: isScroll) { chart, graph in
            chart[keyPath: path].map { word($0, graph) }
        } read: { chart, text, graph in
            if let part = part(text, graph) { chart[keyPath: path] = part }
        }
    }

    /// An item, by its position.
    static func item(_ key: String, _ path: WritableKeyPath<Chart, Int?>) -> Self {
        Self(key, path) { position, graph in
            graph.item(position).id.text
        } part: { id, graph in
            graph.position(of: ID(id))
        }
    }

    /// A place, by its number.
    static func place(_ key: String, _ path: WritableKeyPath<Chart, Int?>) -> Self {
        Self(key, path) { number, graph in
            graph.case.places[number].id.text
        } part: { id, graph in
            graph.number(of: ID<Place>(id))
        }
    }

    /// A source, by its number.
    static func source(_ key: String, _ path: WritableKeyPath<Chart, Int?>, isScroll: Bool = false) -> Self {
        Self(key, path, isScroll: isScroll) { number, graph in
            graph.case.sources[number].id.text
        } part: { id, graph in
            graph.number(of: ID<Source>(id))
        }
    }
}

extension ChartDrawing {
    /// What is chosen, and how far it is scrolled if that is wanted, in words.
    func fields(in graph: CaseGraph, withScroll: Bool) -> [(String, String)] {
        Self.properties.filter { withScroll || !$0.isScroll }.compactMap { property in
            property.write(self, graph).map { (property.key, $0) }
        }
    }

    /// Takes the properties that are among some fields.
    mutating func read(_ fields: [String: String], in graph: CaseGraph) {
        for property in Self.properties {
            if let word = fields[property.key] { property.read(&self, word, graph) }
        }
    }
}
