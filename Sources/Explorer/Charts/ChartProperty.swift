import CaseModel

/// One part of a chart's choices, such as an order, a selected item or a zoom level, under its key in an encoded
/// viewpoint. Values are ids and names, never positions, so that they mean the same on every screen and in every
/// edition of a case.
struct ChartProperty<Chart> {
    let key: String
    /// True for a scroll position, which is not a choice.
    let isScroll: Bool
    /// Encodes the part; nil if nothing is chosen.
    let write: (Chart, CaseGraph) -> String?
    /// Decodes a value that `write` has made; ignores one that means nothing in this case.
    let read: (inout Chart, String, CaseGraph) -> Void

    init(
        _ key: String, isScroll: Bool = false, write: @escaping (Chart, CaseGraph) -> String?,
        read: @escaping (inout Chart, String, CaseGraph) -> Void
    ) {
        (self.key, self.isScroll, self.write, self.read) = (key, isScroll, write, read)
    }

    /// A choice among a fixed set.
    init<Choice: RawRepresentable<String>>(_ key: String, _ path: WritableKeyPath<Chart, Choice>) {
        self.init(key) { chart, _ in
            chart[keyPath: path].rawValue
        } read: { chart, text, _ in
            if let choice = Choice(rawValue: text) { chart[keyPath: path] = choice }
        }
    }

    /// A number; reading accepts any integer.
    init(_ key: String, _ path: WritableKeyPath<Chart, Int>) {
        self.init(key) { chart, _ in
            String(chart[keyPath: path])
        } read: { chart, text, _ in
            if let number = Int(text) { chart[keyPath: path] = number }
        }
    }

    /// A part with an encoding of its own.
    init<Part>(
        _ key: String, _ path: WritableKeyPath<Chart, Part?>, isScroll: Bool = false,
        encode: @escaping (Part, CaseGraph) -> String, decode: @escaping (String, CaseGraph) -> Part?
    ) {
        self.init(key, isScroll: isScroll) { chart, graph in
            chart[keyPath: path].map { encode($0, graph) }
        } read: { chart, text, graph in
            if let part = decode(text, graph) { chart[keyPath: path] = part }
        }
    }

    /// An item, stored as its position.
    static func item(_ key: String, _ path: WritableKeyPath<Chart, Int?>) -> Self {
        Self(key, path) { position, graph in
            graph.item(position).id.text
        } decode: { id, graph in
            graph.position(of: ID(id))
        }
    }

    /// A place, stored as its number.
    static func place(_ key: String, _ path: WritableKeyPath<Chart, Int?>) -> Self {
        Self(key, path) { number, graph in
            graph.case.places[number].id.text
        } decode: { id, graph in
            graph.number(of: ID<Place>(id))
        }
    }

    /// A source, stored as its number.
    static func source(_ key: String, _ path: WritableKeyPath<Chart, Int?>, isScroll: Bool = false) -> Self {
        Self(key, path, isScroll: isScroll) { number, graph in
            graph.case.sources[number].id.text
        } decode: { id, graph in
            graph.number(of: ID<Source>(id))
        }
    }
}

extension ChartDrawing {
    /// The encoded choices, and the scroll position if wanted.
    func fields(in graph: CaseGraph, withScroll: Bool) -> [(String, String)] {
        Self.properties.filter { withScroll || !$0.isScroll }.compactMap { property in
            property.write(self, graph).map { (property.key, $0) }
        }
    }

    /// Decodes the properties that are present in some fields.
    mutating func read(_ fields: [String: String], in graph: CaseGraph) {
        for property in Self.properties {
            if let text = fields[property.key] { property.read(&self, text, graph) }
        }
    }
}
