/// A value of a YAML file with the places of its beginning and end, for changing the file around it.
struct OutlinedNode {
    /// How a record or list is written.
    enum Style {
        /// On lines of its own, by indentation.
        case block
        /// In braces or brackets.
        case braces
        /// With an anchor or tag in front, or as an alias.
        case other
    }

    private enum Content {
        case scalar(String)
        case sequence([OutlinedNode])
        case mapping([(key: OutlinedNode, value: OutlinedNode)])
        case alias
    }

    private let content: Content
    let start: Node.Mark
    /// Where the closing bracket stands, or what follows a block.
    let end: Node.Mark

    /// The value of a file; nil for one that cannot be read.
    static func root(of file: SourceText) -> OutlinedNode? {
        let joined = JoinedSurrogates(of: file)
        var text = joined.text
        return text.withUTF8 { bytes -> OutlinedNode? in
            guard var events = try? YAMLEvents(bytes, of: joined) else { return nil }
            do throws(YAMLMistake) {
                var event = try events.next()
                while case .border = event { event = try events.next() }
                return try node(event, &events, depth: 0)
            } catch {
                return nil
            }
        }
    }

    private static func node(
        _ event: YAMLEvents.Event, _ events: inout YAMLEvents, depth: Int
    ) throws(YAMLMistake) -> OutlinedNode? {
        let start = events.mark
        guard depth <= Limits.nesting else { return nil }
        switch event {
        case .alias: return OutlinedNode(content: .alias, start: start, end: start)
        case .scalar(let text, _): return OutlinedNode(content: .scalar(text), start: start, end: start)
        case .sequenceStart:
            var elements: [OutlinedNode] = []
            while true {
                let event = try events.next()
                if case .sequenceEnd = event { break }
                guard let element = try node(event, &events, depth: depth + 1) else { return nil }
                elements.append(element)
            }
            return OutlinedNode(content: .sequence(elements), start: start, end: events.mark)
        case .mappingStart:
            var pairs: [(key: OutlinedNode, value: OutlinedNode)] = []
            while true {
                let event = try events.next()
                if case .mappingEnd = event { break }
                guard let key = try node(event, &events, depth: depth + 1),
                    let value = try node(events.next(), &events, depth: depth + 1)
                else { return nil }
                pairs.append((key, value))
            }
            return OutlinedNode(content: .mapping(pairs), start: start, end: events.mark)
        case .sequenceEnd, .mappingEnd, .border, .streamEnd: return nil
        }
    }

    /// The elements of a list.
    var elements: [OutlinedNode]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    private var text: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// The value of a key.
    func value(of key: String) -> OutlinedNode? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs.first { $0.key.text == key }?.value
    }

    /// The record of an id in a list at the top level of a file.
    func record(_ id: String, of section: String) -> OutlinedNode? {
        value(of: section)?.elements?.first { $0.value(of: "id")?.text == id }
    }

    /// How the value is written.
    func style(in file: SourceText) -> Style {
        let line = file.line(Int(start.line)) ?? ""
        let sign = line.unicodeScalars.dropFirst(Int(start.column) - 1).first
        switch content {
        case .alias, .scalar: return .other
        case .sequence: return sign == "[" ? .braces : sign == "-" ? .block : .other
        case .mapping: return sign == "{" ? .braces : sign == "&" || sign == "!" ? .other : .block
        }
    }
}
