/// The text of one YAML file, with the lines that diagnostics show.
final class SourceText: Sendable {
    /// The path that diagnostics show: that of the case as it was given, then the path in its folder.
    let name: String
    /// The text, without a byte order mark.
    let text: String
    /// The bytes at which lines begin; no file has more than `Limits.fileBytes`.
    private let lineStarts: [Int32]

    /// A file's text; nil if there is none to show, as for a folder.
    init(name: String, text: String?) {
        self.name = name
        guard let text else {
            self.text = ""
            lineStarts = []
            return
        }
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        var whole = self.text
        whole.makeContiguousUTF8()
        lineStarts = whole.withUTF8 { bytes in
            var starts: [Int32] = [0]
            for place in bytes.indices.dropFirst() {
                let previous = bytes[place - 1]
                if previous == 0x0A || (previous == 0x0D && bytes[place] != 0x0A) {
                    starts.append(Int32(clamping: place))
                }
            }
            return starts
        }
    }

    /// The line of this number, counted from 1, without its end; nil beyond the last.
    func line(_ number: Int) -> Substring? {
        guard lineStarts.indices.contains(number - 1) else { return nil }
        func index(_ number: Int) -> String.Index {
            text.utf8.index(text.startIndex, offsetBy: Int(lineStarts[number]))
        }
        let start = index(number - 1)
        var end = lineStarts.indices.contains(number) ? index(number) : text.endIndex
        // Moving the end copies nothing, which matters for a long line with many diagnostics.
        while end > start {
            let last = text.utf8.index(before: end)
            guard text.utf8[last] == 0x0A || text.utf8[last] == 0x0D else { break }
            end = last
        }
        return text[start..<end]
    }

    /// The line of this number, if it is short enough to be shown.
    func shownLine(_ number: Int) -> Substring? {
        line(number).flatMap { $0.utf8.count <= Limits.shownLine ? $0 : nil }
    }

    /// The number of lines, an empty last one not counted.
    var lineCount: Int { lineStarts.count }
}
