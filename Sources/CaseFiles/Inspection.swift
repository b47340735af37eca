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
    mutating func firstExcess(in node: Node, depth: Int = 0) -> (
        message: DiagnosticMessage, address: Address
    )? {
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
