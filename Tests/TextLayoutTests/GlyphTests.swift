import TextLayout
import Testing

/// The glyphs of a text with their columns, such as `中2 a1`.
private func drawn(_ text: String) -> String {
    Glyphs(text).map { "\($0.character)\($0.columns)" }.joined(separator: " ")
}

@Suite struct GlyphTests {
    @Test(
        "graphemes are one glyph",
        arguments: [
            ("abc", "a1 b1 c1"), ("中文。", "中2 文2 。2"), ("Ａｂ！", "Ａ2 ｂ2 ！2"), ("ｱﾊ", "ｱ1 ﾊ1"),
            ("“—…·”", "“1 —1 …1 ·1 ”1"), ("●○◆▌│─", "●1 ○1 ◆1 ▌1 │1 ─1"),
            ("e\u{301}", "e\u{301}1"), ("\u{E9}", "\u{E9}1"),
            ("e\u{301}\u{323}\u{302}x", "e\u{301}\u{323}\u{302}1 x1"),
            ("か\u{3099}", "か\u{3099}2"), ("葛\u{E0100}", "葛\u{E0100}2"),
            ("👩‍👩‍👧", "👩‍👩‍👧2"), ("🇫🇷🇨🇳", "🇫🇷2 🇨🇳2"), ("🇫", "🇫1"), ("👍🏽", "👍🏽2"), ("✌🏽", "✌🏽2"), ("⌚", "⌚2"),
            ("☎\u{FE0F}", "☎\u{FE0F}2"), ("☎", "☎1"), ("☎\u{FE0E}", "☎\u{FE0E}1"),
            ("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}2"),
            ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁥󠁮󠁧󠁿2"), ("한", "한2"), ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}2"),
            ("กำ", "กำ2"), ("ที่", "ที่1"), ("𠮷", "𠮷2"), ("\u{2FFFD}", "\u{2FFFD}2"),
            // Terminals add up letters and spacing marks, so that longer conjuncts are several glyphs.
            ("हि", "हि2"), ("क्ष", "क्ष2"), ("क्षि", "क्1 षि2"), ("हिन्दी", "हि2 न्1 दी2"), ("স্ত্রী", "স্1 ত্1 রী2"),
            ("سَلام", "سَ1 ل1 ا1 م1"),
        ])
    func draws(_ text: String, _ glyphs: String) {
        #expect(drawn(text) == glyphs)
        #expect(text.columns == Glyphs(text).reduce(0) { $0 + $1.columns })
    }

    @Test(
        "data cannot drive the terminal",
        arguments: [
            ("\u{1B}[2J", "␛1 [1 21 J1"), ("\u{0}\u{7}\u{7F}", "␀1 ␇1 ␡1"), ("\u{9B}\u{80}", "�1 �1"),
            ("a\nb\tc\r\nd\u{85}e\u{2028}", "a1  1 b1  1 c1  1 d1  1 e1  1"),
            ("\u{202A}\u{202E}\u{2066}\u{2069}\u{200E}\u{200F}\u{61C}", ""),
            ("\u{200D}", ""),
            ("\u{200B}\u{200C}\u{2060}\u{FEFF}\u{AD}\u{FE0F}\u{E0001}\u{E0061}\u{3164}", ""),
            ("\u{301}", "◌\u{301}1"), ("\n\u{301}", " 1 ◌\u{301}1"), ("\u{200D}\u{301}", "◌\u{301}1"),
            ("\u{20E3}", "◌\u{20E3}1"), ("\u{1161}\u{11A8}", "�1"), ("a\u{200D}", "a1"),
            ("a\u{202E}b", "a1 b1"), ("", ""),
        ])
    func sanitises(_ text: String, _ glyphs: String) {
        // The comparison is by scalar: by grapheme, removed characters might go unnoticed.
        #expect(Array(drawn(text).unicodeScalars) == Array(glyphs.unicodeScalars))
        #expect(text.columns == Glyphs(text).reduce(0) { $0 + $1.columns })
    }

    @Test func noncharactersAreReplaced() {
        for value: UInt32 in [0xFDD0, 0xFFFE, 0x1FFFF, 0x10FFFF] {
            #expect(drawn(String(Unicode.Scalar(value)!)) == "�1")
        }
    }

    @Test func cutsAThousandMarks() {
        let glyphs = Array(Glyphs("a" + String(repeating: "\u{301}", count: 1000) + "b"))
        #expect(glyphs.map(\.columns) == [1, 1])
        #expect(glyphs[0].character.unicodeScalars.count == 16)
    }

    @Test func composedAndDecomposedAreEquallyWide() {
        for (composed, decomposed) in [
            ("é", "e\u{301}"), ("각", "\u{1100}\u{1161}\u{11A8}"), ("が", "か\u{3099}"),
        ] {
            #expect(composed.columns == decomposed.columns)
        }
    }

    @Test(
        "every scalar, alone and between letters, is glyphs of one or two columns that stay as they are"
    )
    func everyScalarIsHarmless() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            // Planes 4 to 14 are empty except for tags, and 15 and 16 are private use: their beginnings suffice.
            if value > 0x40000, value & 0xFFFF > 0x1FF, value & 0xFFFF < 0xFFF0 { continue }
            for text in [String(scalar), "x\(scalar)中"] {
                var sum = 0
                for glyph in Glyphs(text) {
                    sum += glyph.columns
                    let again = Glyph(glyph.character)
                    let isSafe = !glyph.character.unicodeScalars.contains {
                        $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
                            || (0x200B...0x200F).contains($0.value) && $0.value != 0x200D
                    }
                    if again != glyph || !(1...2).contains(glyph.columns) || !isSafe {
                        Issue.record(
                            "U+\(String(value, radix: 16)) is drawn as \(glyph), then \(String(describing: again))"
                        )
                        return
                    }
                }
                if sum != text.columns {
                    Issue.record(
                        "U+\(String(value, radix: 16)): \(text.columns) columns measured, \(sum) drawn")
                    return
                }
            }
        }
    }
}
