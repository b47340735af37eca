/// Composes the values of a file from the events of libyaml. On the way it refuses what would cost too much to read,
/// and looks at keys and texts for signs that only look like YAML's.
struct NodeComposer {
    /// A value that aliases can stand for.
    private struct Anchored {
        let node: Node
        let mark: Node.Mark
        var isUsed = false
    }

    /// Mistakes in keys, texts between quotes that are none, and what is too much.
    private(set) var findings: [(message: DiagnosticMessage, address: Address)] = []
    /// How many of the findings are keys that stand twice, of which the first holds.
    private(set) var repetitions = 0
    private let file: SourceText
    private var anchored: [String: Anchored] = [:]
    private var values = 0
    private var aliases = 0
    private var aliasedValues = 0

    init(file: SourceText) {
        self.file = file
    }

    /// The only value of the file; nil after finding that there is more than can be read.
    mutating func root(of events: inout YAMLEvents) throws(YAMLMistake) -> Node? {
        var event = try events.next()
        while case .border = event { event = try events.next() }
        if case .streamEnd = event {
            return .scalar(Node.Scalar(string: "", mark: Node.Mark(line: 1, column: 1), style: .plain))
        }
        guard let root = try node(event, &events, depth: 0) else { return nil }
        // The end of the document, and then of the stream.
        _ = try events.next()
        guard case .streamEnd = try events.next() else {
            note(.secondDocument, at: events.mark)
            return nil
        }
        for (name, value) in anchored { reportUnused(value, called: name) }
        return root
    }

    /// The value that begins with an event; nil after finding an excess.
    private mutating func node(
        _ event: YAMLEvents.Event, _ events: inout YAMLEvents, depth: Int
    ) throws(YAMLMistake) -> Node? {
        let (mark, anchor) = (events.mark, events.anchor)
        guard depth <= Limits.nesting else { return refuse(.tooDeep, mark) }
        values += 1
        guard values <= Limits.values else { return refuse(.tooManyValues, mark) }
        let node: Node
        switch event {
        case .alias(let name): return try aliased(name, at: mark, depth: depth)
        case .scalar(let string, let style):
            let scalar = Node.Scalar(string: string, mark: mark, style: style)
            if scalar.isInCurlyQuotes { note(.curlyQuotes, at: mark) }
            node = .scalar(scalar)
        case .sequenceStart:
            guard let elements = try elements(&events, depth: depth + 1) else { return nil }
            node = .sequence(Node.Sequence(elements: elements, mark: mark))
        case .mappingStart:
            guard let pairs = try pairs(&events, depth: depth + 1) else { return nil }
            node = .mapping(Node.Mapping(pairs: pairs, mark: mark))
        case .sequenceEnd, .mappingEnd, .border, .streamEnd:
            throw YAMLMistake(problem: "did not find expected node content", place: Position(mark))
        }
        if let anchor {
            if let before = anchored[anchor] { reportUnused(before, called: anchor) }
            anchored[anchor] = Anchored(node: node, mark: mark)
        }
        return node
    }

    private mutating func elements(_ events: inout YAMLEvents, depth: Int) throws(YAMLMistake) -> [Node]? {
        var elements: [Node] = []
        while true {
            let event = try events.next()
            if case .sequenceEnd = event { return elements }
            guard let element = try node(event, &events, depth: depth) else { return nil }
            elements.append(element)
        }
    }

    private mutating func pairs(_ events: inout YAMLEvents, depth: Int) throws(YAMLMistake) -> [(
        key: Node, value: Node
    )]? {
        var pairs: [(key: Node, value: Node)] = []
        var keys = KeySet()
        while true {
            let event = try events.next()
            if case .mappingEnd = event { break }
            guard let key = try node(event, &events, depth: depth) else { return nil }
            inspect(key: key)
            let isFirst = keys.add(key)
            guard let value = try node(events.next(), &events, depth: depth) else { return nil }
            if isFirst { pairs.append((key, value)) }
        }
        if let repeated = keys.repeated { report(repeated, of: keys.repetitions) }
        return pairs
    }

    /// The value of an anchor; nil after finding that aliases stand for too much.
    private mutating func aliased(_ name: String, at mark: Node.Mark, depth: Int) throws(YAMLMistake) -> Node?
    {
        guard let node = anchored[name]?.node else {
            throw YAMLMistake(problem: "found undefined alias", place: Position(mark))
        }
        anchored[name]?.isUsed = true
        aliases += 1
        guard aliases <= Limits.aliases else { return refuse(.tooManyAliases, mark) }
        guard node.isWithin(levels: Limits.nesting - depth, values: &aliasedValues) else {
            return refuse(aliasedValues > Limits.aliasedValues ? .aliasesTooLarge : .tooDeep, mark)
        }
        return node
    }

    // MARK: Findings

    private mutating func refuse(_ message: DiagnosticMessage, _ mark: Node.Mark) -> Node? {
        findings = []
        note(message, at: mark)
        return nil
    }

    private mutating func inspect(key: Node) {
        guard case .scalar(let scalar) = key, let mistake = scalar.mistakeInKey else { return }
        let address = Address(of: key, in: file)
        var (message, column) = (mistake.message, address.column + mistake.offset)
        // `{en: “bridges, roads”}`: the key ends in a quote that opens further to the left.
        let line = file.scalars(ofLine: address.line)
        if let end = line.dropFirst(column - 1).first, let opening = Lookalikes.opening(of: end),
            let place = line.prefix(column - 1).lastIndex(of: opening)
        {
            (message, column) = (.lookalike(opening), place + 1)
        }
        note(message, at: Address(file: file, line: address.line, column: column))
    }

    /// Reports two equal keys at the second one. An entry whose dash is missing repeats several keys of the entry above
    /// it, and begins with its id.
    private mutating func report(_ repeated: KeySet.Repetition, of count: Int) {
        let hint =
            count > 1
            ? DiagnosticMessage.perhapsAnEntry : DiagnosticMessage.aKey(ofLine: Int(repeated.first.line))
        note(DiagnosticMessage.duplicateKey(repeated.key).noting(hint), at: repeated.second)
        repetitions += 1
    }

    /// Warns of an anchor that stands for nothing: what was meant as the first word of a text.
    private mutating func reportUnused(_ value: Anchored, called name: String) {
        if !value.isUsed { note(.unusedAnchor(name, before: value.node.scalar?.string), at: value.mark) }
    }

    private mutating func note(_ message: DiagnosticMessage, at mark: Node.Mark) {
        note(message, at: Address(mark, in: file))
    }

    /// Keeps a finding, up to the limit on their number.
    private mutating func note(_ message: DiagnosticMessage, at address: Address) {
        if findings.count <= Limits.diagnostics { findings.append((message, address)) }
    }
}

/// The keys of a map so far.
private struct KeySet {
    /// A key that stands twice.
    struct Repetition {
        let key: String
        let first: Node.Mark
        let second: Node.Mark
    }

    private var marks: [String: Node.Mark] = [:]
    /// The key to name of those that stand twice: `id`, or else the first of them.
    private(set) var repeated: Repetition?
    /// The number of keys that stand again.
    private(set) var repetitions = 0

    /// Adds a key; false if it is there already.
    mutating func add(_ key: Node) -> Bool {
        guard case .scalar(let scalar) = key else { return true }
        guard let first = marks.updateValue(scalar.mark, forKey: scalar.string) else { return true }
        repetitions += 1
        if repeated == nil || (scalar.string == "id" && repeated?.key != "id") {
            repeated = Repetition(key: scalar.string, first: first, second: scalar.mark)
        }
        return false
    }
}

extension Node {
    /// Adds the number of values of which it consists to those that aliases stand for; false if these become too many
    /// or if they are nested deeper than this many levels.
    fileprivate func isWithin(levels: Int, values: inout Int) -> Bool {
        values += 1
        guard levels >= 0, values <= Limits.aliasedValues else { return false }
        switch self {
        case .scalar: return true
        case .sequence(let sequence):
            return sequence.elements.allSatisfy { $0.isWithin(levels: levels - 1, values: &values) }
        case .mapping(let mapping):
            return mapping.pairs.allSatisfy {
                $0.key.isWithin(levels: levels - 1, values: &values)
                    && $0.value.isWithin(levels: levels - 1, values: &values)
            }
        }
    }
}
