import CaseModel
import SeededRandom

/// Running text to cut made-up wordings from: all that a case says of its items, one language after the
/// other, so that a wording has the bytes and widths of its language.
struct Words {
    private let chinese: Reel
    private let english: Reel

    init(of model: Case) {
        var texts: [Text] = []
        for item in model.items {
            texts.append(item.title)
            texts += [item.summary, item.note].compactMap { $0 }
            texts += item.evidence.map(\.claim)
        }
        chinese = Reel(texts.compactMap(\.chinese))
        english = Reel(texts.compactMap(\.english))
    }

    /// A wording of other words, of the same language and about the same number of bytes.
    func window(like model: String, _ random: inout Seeded) -> String {
        let isChinese = model.unicodeScalars.contains { $0.value >= 0x2E80 }
        return (isChinese ? chinese : english).window(of: model.utf8.count, from: random.next())
    }

    private struct Reel {
        private let bytes: [UInt8]

        init(_ texts: [String]) {
            let text = texts.joined(separator: " ")
            // Twice, so that a window may start anywhere and be as long as the longest text.
            bytes = Array((text + " " + text + " " + "…").utf8)
        }

        func window(of count: Int, from place: UInt64) -> String {
            let start = boundary(Int(place % UInt64(bytes.count / 2)))
            let end = boundary(min(bytes.count, start + max(1, count)))
            return String(decoding: bytes[start..<end], as: UTF8.self)
        }

        /// The beginning of the character at or after a place; no character is cut in two.
        private func boundary(_ place: Int) -> Int {
            var place = place
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
            return place
        }
    }
}
