extension SourceText {
    /// Reports too many aliases, and aliases that may stand in keys: Yams spells a key out to compare it with
    /// the others, which takes ages if its aliases stand for billions of values.
    ///
    /// Looks at the bytes alone, and so at more than the aliases proper (a line of prose may begin with
    /// `*this`), never at less.
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

/// Looks for aliases in raw YAML, and for keys that are more than a word.
private struct AliasScan {
    /// The lines in which something begins that may be an alias.
    private(set) var aliases: [Int] = []
    /// The lines with something that may be a key and hold an alias: one after `?`, a list or map before a
    /// colon, an alias before a colon.
    private(set) var keys: [Int] = []

    mutating func run(over bytes: [UInt8]) {
        var line = 1
        // The last byte that is no blank; a line's end counts as none that a colon could follow.
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

    /// Whether a value can begin after this byte: a line's end or one of YAML's indicators.
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
