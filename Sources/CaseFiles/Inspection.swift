import Yams

/// A walk through the values of a file, before they are read, for what would cost too much to read.
struct Inspection {
    let file: SourceText
    private var aliasedValues = 0
    private var last = (line: 0, column: 0)

    init(file: SourceText) {
        self.file = file
    }

    /// The first value that lies too deep, or with which the aliases stand for too much.
    mutating func firstExcess(in node: Node, depth: Int = 0) -> (complaint: Complaint, address: Address)? {
        let address = Address(of: node, in: file)
        guard depth <= Limits.nesting else { return (.tooDeep, address) }
        // Yams puts the value itself where an alias stood. Such a value comes from further up in the file.
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

extension SourceText {
    /// Reports aliases that stand in keys, and too many of them. Looks at more than the aliases proper (a
    /// line of prose may begin with `*`), never at less.
    func hasHarmlessAliases(reportingTo ledger: Ledger) -> Bool {
        var scan = AliasScan()
        for byte in text.utf8 { scan.take(byte) }
        guard let excess = scan.excess else { return true }
        // Only the count is known here: the finger points at the line.
        ledger.report(excess.complaint, at: Address(file: self, line: excess.line, column: 1))
        return false
    }
}

/// Looks for aliases in raw YAML, byte by byte.
private struct AliasScan {
    private var previous: UInt8 = 0x0A
    private var lastInk: UInt8 = 0x0A
    private var isInAlias = false
    private var line = 1
    private var aliases = 0
    private var suspicious: Int?
    private var excessive: Int?

    /// What is wrong and in which line.
    var excess: (complaint: Complaint, line: Int)? {
        if let excessive { return (.tooManyAliases, excessive) }
        if aliases > 0, let suspicious { return (.aliasInKey, suspicious) }
        return nil
    }

    mutating func take(_ byte: UInt8) {
        let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
        // A token can begin at the start of a line and after an indicator.
        let canBegin = [
            0x0A, 0x0D, UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: "["),
            UInt8(ascii: "{"), UInt8(ascii: ","),
        ].contains(lastInk)
        if isInAlias, isBlank || byte == UInt8(ascii: ",") { isInAlias = false }
        switch byte {
        case UInt8(ascii: "*") where canBegin:
            aliases += 1
            isInAlias = true
            if aliases > Limits.aliases, excessive == nil { excessive = line }
        case UInt8(ascii: "?") where canBegin:
            note()
        case UInt8(ascii: ":")
        where lastInk == UInt8(ascii: "]") || lastInk == UInt8(ascii: "}") || followsAlias:
            note()
        default: break
        }
        if !isBlank { followsAlias = isInAlias }
        if byte == 0x0A { followsAlias = false }
        if byte == 0x0A { line += 1 }
        if !isBlank || byte == 0x0A || byte == 0x0D { lastInk = byte }
        previous = byte
    }

    private var followsAlias = false

    private mutating func note() {
        if suspicious == nil { suspicious = line }
    }
}
