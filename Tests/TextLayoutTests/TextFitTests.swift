import TextLayout
import Testing

@Suite struct TextFitTests {
    @Test(arguments: [
        ("教育研究", 8, "教育研究"), ("教育研究", 7, "教育研…"), ("教育研究", 6, "教育…"), ("教育研究", 2, "…"), ("教育研究", 1, "…"),
        ("教育研究", 0, ""), ("教育研究", -3, ""), ("abc", 2, "a…"), ("e\u{301}le\u{300}ve", 3, "e\u{301}l…"),
        ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…"),
        ("", 0, ""), ("abc", .max, "abc"), ("a\u{200B}b", 2, "a\u{200B}b"),
    ])
    func clips(_ text: String, _ columns: Int, _ clipped: String) {
        #expect(TextFit.clipped(text, to: columns) == clipped)
    }

    @Test func anEllipsisWiderThanThePlaceIsLeftOut() {
        #expect(TextFit.clipped("abcdef", to: 2, ellipsis: "...") == "ab")
        #expect(TextFit.clipped("abcdef", to: 3, ellipsis: "...") == "...")
        #expect(TextFit.clipped("abcdef", to: 4, ellipsis: "") == "abcd")
    }

    @Test func neverWiderThanAskedFor() {
        let text = "教育 research（2019）e\u{301} 👩‍👩‍👧 🇫🇷\u{1B}[2J"
        for columns in 0...40 {
            for ellipsis in ["…", "", "...", "⋯⋯"] {
                #expect(TextFit.clipped(text, to: columns, ellipsis: ellipsis).columns <= columns)
                #expect(TextFit.padded(text, to: columns, ellipsis: ellipsis).columns == columns)
            }
        }
        #expect(TextFit.padded("教", to: 4) == "教  ")
        #expect(TextFit.padded("教", to: -1) == "")
    }
}
