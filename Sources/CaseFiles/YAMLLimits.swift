import Yams

extension SourceText {
    /// Reports too many aliases, and aliases that may be part of a key: Yams expands keys to compare them, which
    /// does not end in practice if their aliases stand for billions of values.
    ///
    /// The test is on the bytes alone and finds more than real aliases (a line of prose may begin with `*this`),
    /// never fewer.
    func hasHarmlessAliases(reportingTo context: LoadContext) -> Bool {
        var scan = AliasScan()
        scan.run(over: Array(text.utf8))
        let message: DiagnosticMessage
        let line: Int
        if scan.aliases.count > Limits.aliases {
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

/// A scan of raw YAML for aliases, and for keys that are more than a word.
private struct AliasScan {
    /// The lines in which a possible alias begins.
    private(set) var aliases: [Int] = []
    /// The lines with a possible key that may contain an alias: one after `?`, a list or map before a colon, an
    /// alias before a colon.
    private(set) var keys: [Int] = []

    mutating func run(over bytes: [UInt8]) {
        var line = 1
        // The last byte that is not a blank; a line feed stands for the start of a line.
        var ink = UInt8(ascii: "\n")
        var isInAlias = false
        for (place, byte) in bytes.enumerated() {
            let next = place + 1 < bytes.count ? bytes[place + 1] : UInt8(ascii: "\n")
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

/// A check of a file's values for those that would cost too much to read.
struct Inspection {
    let file: SourceText
    private var aliasedValues = 0
    private var last = (line: 0, column: 0)

    init(file: SourceText) {
        self.file = file
    }

    /// The first value that is nested too deeply, or with which the aliases stand for too many values.
    mutating func firstExcess(in node: Node, depth: Int = 0) -> (
        message: DiagnosticMessage, address: Address
    )? {
        let address = Address(of: node, in: file)
        guard depth <= Limits.nesting else { return (.tooDeep, address) }
        // Yams replaces an alias by the value itself, whose place is further up in the file.
        let mark = (address.line, address.column)
        if mark < last {
            aliasedValues += 1
            if aliasedValues > Limits.aliasedValues { return (.aliasesTooLarge, address) }
        } else {
            last = mark
        }
        switch node {
        case .scalar, .alias: return nil
        case .sequence(let sequence):
            for element in sequence {
                if let excess = firstExcess(in: element, depth: depth + 1) { return excess }
            }
        case .mapping(let mapping):
            for (key, value) in mapping {
                if let excess = firstExcess(in: key, depth: depth + 1) { return excess }
                if let excess = firstExcess(in: value, depth: depth + 1) { return excess }
            }
        }
        return nil
    }
}
