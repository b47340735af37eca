import Yams

extension SourceText {
    /// Reports too many values, too many aliases, and aliases that may be part of a key: Yams expands keys to compare
    /// them, which does not end in practice if their aliases stand for billions of values.
    ///
    /// The test is on the bytes alone and finds more than real values and aliases (prose has commas, and a line of it
    /// may begin with `*this`), never fewer.
    func isHarmless(reportingTo context: LoadContext) -> Bool {
        var scan = ByteScan()
        var text = text
        text.withUTF8 { scan.run(over: $0) }
        let message: DiagnosticMessage
        let line: Int
        if scan.values > Limits.values {
            (message, line) = (.tooManyValues, 1)
        } else if scan.aliases.count > Limits.aliases {
            (message, line) = (.tooManyAliases, scan.aliases[Limits.aliases])
        } else if !scan.aliases.isEmpty, let key = scan.keys.first {
            (message, line) = (.aliasInKey, key)
        } else {
            return true
        }
        context.report(message, at: Address(file: self, line: line, column: 1))
        return false
    }
}

/// A scan of raw YAML for aliases, for keys that are more than a word, and for the number of values.
private struct ByteScan {
    /// At least as many values as there are: every one but the first follows a sign, and a sign that separates entries
    /// may be followed by a key and a value.
    private(set) var values = 1
    /// The lines in which a possible alias begins.
    private(set) var aliases: [Int] = []
    /// The lines with a possible key that may contain an alias: one after `?`, a list or map before a colon, an
    /// alias before a colon.
    private(set) var keys: [Int] = []

    mutating func run(over bytes: UnsafeBufferPointer<UInt8>) {
        var line = 1
        // The last byte that is not a blank; a line feed stands for the start of a line.
        var ink = UInt8(ascii: "\n")
        var isInAlias = false
        for (place, byte) in bytes.enumerated() {
            let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: "\n")
            values += Self.values(behind: byte, before: next)
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if byte == UInt8(ascii: "\n") || next != UInt8(ascii: "\n") { line += 1 }
                isInAlias = false
            case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            case UInt8(ascii: "*") where Self.canBegin(after: ink) && !Self.isBlank(next):
                aliases.append(line)
                isInAlias = true
            case UInt8(ascii: "?") where Self.canBegin(after: ink) && Self.isBlank(next):
                keys.append(line)
            case UInt8(ascii: ":"):
                if isInAlias || ink == UInt8(ascii: "]") || ink == UInt8(ascii: "}") { keys.append(line) }
            case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): isInAlias = false
            case _: break
            }
            ink = byte
        }
    }

    /// The most values that this byte can bring with it.
    private static func values(behind byte: UInt8, before next: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): 2
        case UInt8(ascii: ":"): isBlank(next) ? 2 : 1
        case UInt8(ascii: "-"): isBlank(next) ? 1 : 0
        case UInt8(ascii: "?"): isBlank(next) ? 2 : 0
        case _: 0
        }
    }

    /// True if a value can begin after this byte: a line end or one of YAML's indicators.
    private static func canBegin(after ink: UInt8) -> Bool {
        switch ink {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"),
            UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","):
            true
        case _: false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}

/// A check of a file's values for those that would cost too much to read, and for keys and texts with signs that only
/// look like YAML's; what passes is kept in a form that costs less than that of Yams.
struct Inspection {
    let file: SourceText
    /// Mistakes in keys, and texts between quotes that are none.
    private(set) var findings: [(message: DiagnosticMessage, address: Address)] = []
    /// The first value that is nested too deeply, or with which the aliases stand for too many values.
    private(set) var excess: (message: DiagnosticMessage, address: Address)?
    private var aliasedValues = 0
    private var last = (line: 0, column: 0)

    init(file: SourceText) {
        self.file = file
    }

    /// The value with all that stands in it; nil after finding an excess.
    mutating func node(of composed: Yams.Node, depth: Int = 0) -> Node? {
        let place = composed.mark
        let (line, column) = (place?.line ?? 1, place?.column ?? 1)
        guard depth <= Limits.nesting else { return refuse(.tooDeep, line, column) }
        // Yams replaces an alias by the value itself, whose place is further up in the file.
        if (line, column) < last {
            aliasedValues += 1
            if aliasedValues > Limits.aliasedValues { return refuse(.aliasesTooLarge, line, column) }
        } else {
            last = (line, column)
        }
        let mark = Node.Mark(line: Int32(clamping: line), column: Int32(clamping: column))
        switch composed {
        case .scalar(let scalar):
            let kept = Node.Scalar(string: scalar.string, mark: mark, style: scalar.style.kept)
            if kept.isInCurlyQuotes { note(.curlyQuotes, at: Address(of: .scalar(kept), in: file)) }
            return .scalar(kept)
        case .alias: return .scalar(Node.Scalar(string: "", mark: mark, style: .plain))
        case .sequence(let sequence):
            var elements: [Node] = []
            elements.reserveCapacity(sequence.count)
            for element in sequence {
                guard let node = node(of: element, depth: depth + 1) else { return nil }
                elements.append(node)
            }
            return .sequence(Node.Sequence(elements: elements, mark: mark))
        case .mapping(let mapping):
            var pairs: [(key: Node, value: Node)] = []
            pairs.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                guard let key = node(of: key, depth: depth + 1) else { return nil }
                inspect(key: key)
                guard let value = node(of: value, depth: depth + 1) else { return nil }
                pairs.append((key, value))
            }
            return .mapping(Node.Mapping(pairs: pairs, mark: mark))
        }
    }

    private mutating func refuse(_ message: DiagnosticMessage, _ line: Int, _ column: Int) -> Node? {
        excess = (message, Address(file: file, line: line, column: column))
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

    /// Keeps a finding, as long as it can still be told.
    private mutating func note(_ message: DiagnosticMessage, at address: Address) {
        if findings.count <= Limits.diagnostics { findings.append((message, address)) }
    }
}

extension Yams.Node.Scalar.Style {
    fileprivate var kept: Node.Scalar.Style {
        switch self {
        case .plain: .plain
        case .doubleQuoted: .doubleQuoted
        case .any, .singleQuoted, .literal, .folded: .other
        }
    }
}
