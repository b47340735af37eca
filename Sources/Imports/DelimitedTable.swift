import CaseModel

/// A table of a spreadsheet: RFC 4180, with the delimiter that it was saved with.
package struct DelimitedTable: Equatable, Sendable {
    /// What stands between two cells.
    package enum Delimiter: String, CaseIterable, Sendable {
        case comma = ","
        case semicolon = ";"
        case tab = "\t"

        fileprivate var byte: UInt8 { rawValue.utf8.first ?? 0 }
    }

    /// What stands where a row and a column meet.
    package struct Cell: Equatable, Sendable {
        /// The text, without the quotes around it.
        package var text: String
        /// Where the cell begins.
        package var address: FileAddress
    }

    /// A row below the header.
    package struct Row: Equatable, Sendable {
        /// The number that a spreadsheet gives the row; the header is 1.
        package var number: Int
        /// As many cells as the header has.
        package var cells: [Cell]
        /// Where the row begins.
        package var address: FileAddress
    }

    /// The file, as messages name it.
    package var file: String
    /// What stands between two cells.
    package var delimiter: Delimiter
    /// The names of the columns, each once.
    package var header: [Cell]
    /// The rows that have anything in them.
    package var rows: [Row]

    /// Reads a table; without a delimiter, the one that divides the first line into most cells.
    ///
    /// A byte order mark is passed over, and so are rows without anything in them. A row may be shorter than the
    /// header, never longer. Bare quotes within a cell that does not begin with one are text, as spreadsheets read
    /// them.
    package static func read(
        _ bytes: [UInt8], file: String, delimiter: Delimiter? = nil
    ) throws(ImportError) -> DelimitedTable {
        let source = try SourceFile(bytes, name: file)
        // Excel names the delimiter in a line of its own.
        var start = 0
        var told = delimiter
        if source.bytes.starts(with: "sep=".utf8), let sign = source.bytes[at: 4] {
            told = told ?? Delimiter.allCases.first { $0.byte == sign }
            start = source.bytes.firstIndex(of: .lineFeed).map { $0 + 1 } ?? source.bytes.count
        }
        let chosen = told ?? detected(in: source.bytes[start...])
        var reader = TableReader(file: source, delimiter: chosen.byte, place: start)
        var table = DelimitedTable(file: file, delimiter: chosen, header: try header(&reader), rows: [])
        var number = 1
        while let cells = try reader.row() {
            number += 1
            guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
            guard table.rows.count < ImportLimits.records else {
                throw source.error(ImportMessage.tooManyRecords, at: reader.place)
            }
            table.rows.append(
                Row(
                    number: number, cells: try filled(cells, to: table.header.count),
                    address: cells[0].address))
        }
        return table
    }

    /// The names of the columns: each once, or empty.
    private static func header(_ reader: inout TableReader) throws(ImportError) -> [Cell] {
        let start = reader.place
        guard var header = try reader.row(), !header.allSatisfy({ $0.text.trimmed.isEmpty }) else {
            throw reader.file.error(ImportMessage.noHeader, at: start)
        }
        guard header.count <= ImportLimits.columns else {
            throw reader.file.error(ImportMessage.tooManyColumns, at: start)
        }
        for place in header.indices {
            let name = header[place].text.trimmed
            guard name.isEmpty || !header[..<place].contains(where: { $0.text == name }) else {
                throw ImportError(ImportMessage.columnTwice(name), at: header[place].address)
            }
            header[place].text = name
        }
        return header
    }

    /// As many cells as there are columns. Spreadsheets fill rows up with empty ones beyond these.
    private static func filled(_ cells: [Cell], to count: Int) throws(ImportError) -> [Cell] {
        let kept = cells.count - cells.reversed().prefix { $0.text.isEmpty }.count
        guard kept <= count else {
            throw ImportError(ImportMessage.tooManyCells(kept, of: count), at: cells[count].address)
        }
        let missing = Cell(text: "", address: cells[cells.count - 1].address)
        return cells.prefix(count) + Array(repeating: missing, count: max(0, count - cells.count))
    }

    /// The delimiter that the first line has most of, outside of quotes.
    private static func detected(in bytes: ArraySlice<UInt8>) -> Delimiter {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == .quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == .lineFeed || byte == .carriageReturn { break }
            counts[byte, default: 0] += 1
        }
        let candidates = Delimiter.allCases
        return candidates.max { counts[$0.byte, default: 0] < counts[$1.byte, default: 0] } ?? .comma
    }
}

/// Reads rows one by one.
private struct TableReader {
    let file: SourceFile
    let delimiter: UInt8
    var place: Int

    private var next: UInt8? { place < file.bytes.count ? file.bytes[place] : nil }

    init(file: SourceFile, delimiter: UInt8, place: Int) {
        (self.file, self.delimiter, self.place) = (file, delimiter, place)
    }

    /// The cells of the next row, or nil at the end.
    mutating func row() throws(ImportError) -> [DelimitedTable.Cell]? {
        guard place < file.bytes.count else { return nil }
        var cells: [DelimitedTable.Cell] = []
        while true {
            let start = place
            let text = next == .quote ? try quoted() : bare()
            guard text.utf8.count <= ImportLimits.fieldBytes else {
                throw file.error(ImportMessage.fieldTooLong("…"), at: start)
            }
            guard cells.count < ImportLimits.columns * 2 else {
                throw file.error(ImportMessage.tooManyColumns, at: start)
            }
            cells.append(DelimitedTable.Cell(text: text, address: file.address(of: start)))
            switch next {
            case delimiter: place += 1
            case UInt8.carriageReturn:
                place += 1
                if next == .lineFeed { place += 1 }
                return cells
            case UInt8.lineFeed:
                place += 1
                return cells
            case nil: return cells
            case _: throw file.error(ImportMessage.textAfterQuote, at: place)
            }
        }
    }

    private mutating func bare() -> String {
        let start = place
        while let byte = next, byte != delimiter, byte != .lineFeed, byte != .carriageReturn { place += 1 }
        return file.text(start..<place)
    }

    private mutating func quoted() throws(ImportError) -> String {
        let open = place
        var bytes: [UInt8] = []
        place += 1
        while let byte = next {
            place += 1
            if byte == .quote {
                guard next == .quote else { return String(decoding: bytes, as: UTF8.self) }
                place += 1
            }
            bytes.append(byte)
        }
        throw file.error(ImportMessage.unclosed, at: open)
    }
}
