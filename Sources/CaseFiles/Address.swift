import CaseModel

/// A place in a file, as libyaml counts: line and column from 1, the column in Unicode scalars.
struct Address: Sendable {
    /// The file.
    let file: SourceText
    /// The line.
    let line: Int
    /// The column.
    let column: Int

    /// The column in characters, as editors and readers count.
    var characterColumn: Int {
        guard column > 1, let text = file.shownLine(line) else { return max(1, column) }
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: column - 1, limitedBy: scalars.endIndex)
        else { return text.count + 1 }
        return text[..<end].count + 1
    }

    /// The place as notes write it.
    var described: String { "\(file.name):\(line):\(characterColumn)" }
}

extension Address {
    /// A file or folder as a whole.
    init(ofWhole name: String) {
        self.init(file: SourceText(name: name, text: nil), line: 1, column: 1)
    }

    /// The place of a mark of libyaml.
    init(_ mark: Node.Mark, in file: SourceText) {
        self.init(file: file, line: Int(mark.line), column: Int(mark.column))
    }

    /// The place where a node begins.
    init(of node: Node, in file: SourceText) { self.init(node.mark, in: file) }

    /// The place of a position in a file.
    init(_ position: Position, in file: SourceText) {
        self.init(file: file, line: position.line, column: position.column)
    }

    /// The place so many scalars further on in its line.
    func moved(right scalars: Int) -> Address {
        Address(file: file, line: line, column: column + scalars)
    }
}

extension Position {
    /// The position of a mark of libyaml.
    init(_ mark: Node.Mark) { self.init(line: Int(mark.line), column: Int(mark.column)) }
}

extension Diagnostic {
    /// A diagnostic at a place, with the line that it is in.
    init(_ severity: Severity, _ message: Text, notes: [Text] = [], at address: Address) {
        self.init(
            severity: severity, file: address.file.name, line: address.line, column: address.characterColumn,
            message: message, notes: notes, sourceLine: address.file.shownLine(address.line).map(String.init))
    }
}
