import Testing
import TextLayout

@Suite struct SafeTextTests {
    @Test(
        "unsafe characters are found and replaced",
        arguments: [
            ("a\u{1B}]0;owned\u{7}b", "a␛]0;owned␇b"), ("a\u{0}b", "a␀b"), ("a\u{7F}b", "a␡b"),
            ("a\u{9B}31mb", "a\u{FFFD}31mb"), ("a\u{85}b", "a\u{FFFD}b"),
            ("a\u{202E}b\u{202C}", "a\u{FFFD}b\u{FFFD}"), ("\u{2066}a\u{2069}", "\u{FFFD}a\u{FFFD}"),
            ("\u{200E}\u{200F}\u{61C}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("\u{206A}\u{206F}", "\u{FFFD}\u{FFFD}"),
            ("a\u{2028}b\u{2029}", "a\u{FFFD}b\u{FFFD}"), ("\u{FEFF}a", "\u{FFFD}a"),
            ("\u{FFF9}a\u{FFFB}", "\u{FFFD}a\u{FFFD}"),
            ("\u{FFFE}a\u{FFFF}\u{1FFFE}\u{10FFFF}", "\u{FFFD}a\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("hid\u{E0041}den", "hid\u{FFFD}den"), ("\u{E0001}", "\u{FFFD}"),
        ])
    func replaces(_ text: String, _ shown: String) {
        #expect(text.firstUnsafeScalar != nil)
        #expect(text.safeToShow == shown)
        #expect(text.safeToShow.firstUnsafeScalar == nil)
        #expect(text.linesSafeToShow == shown)
        #expect(text.spelledOut.unicodeScalars.allSatisfy { !$0.isUnsafe && !$0.isTag })
    }

    @Test(
        "texts of any orthography are safe",
        arguments: [
            "", "plain", "教育（2019）——研究", "e\u{301}", "می‌خواهم", "क्‍ष", "soft\u{AD}hyphen", "\u{200B}\u{2060}",
            "👨‍👩‍👧🇨🇳❤️", "葛\u{E0100}", "\u{F8FF}\u{100000}",
            "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        ])
    func keeps(_ text: String) {
        #expect(text.firstUnsafeScalar == nil)
        #expect(text.safeToShow == text)
    }

    @Test func lineFeedsAndTabs() {
        #expect("a\nb".firstUnsafeScalar == nil)
        #expect("a\tb".firstUnsafeScalar == "\t")
        #expect("a\n\tb\r\n".safeToShow == "a␊␉b␍␊")
        #expect("a\n\tb\r\n\u{1B}".linesSafeToShow == "a\n\tb␍\n␛")
    }

    @Test func tagsOfAFlagEndWithIt() {
        let flag = "\u{1F3F4}\u{E0067}\u{E007F}"
        #expect((flag + "a\u{E0067}").safeToShow == flag + "a\u{FFFD}")
    }

    @Test(
        "characters without a width are spelled out",
        arguments: [
            ("a\u{200B}b", "a<U+200B>b"), ("a\u{200D}b\u{FEFF}", "a<U+200D>b<U+FEFF>"),
            ("\u{202E}x", "<U+202E>x"),
            ("hid\u{E0041}den", "hid<U+E0041>den"), ("a\u{AD}b", "a<U+00AD>b"), ("a\u{1B}\n", "a␛␊"),
            ("\u{FFFE}", "\u{FFFD}"), ("渝黔", "渝黔"), ("e\u{301}", "e\u{301}"),
        ])
    func spellsOut(_ text: String, _ shown: String) {
        #expect(text.spelledOut == shown)
    }

    @Test func everyControlOfTheWidthTableIsUnsafe() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), scalar != "\n" else { continue }
            let isControl = [.control, .lineSeparator, .paragraphSeparator].contains(
                scalar.properties.generalCategory)
            if isControl || scalar.properties.isNoncharacterCodePoint || scalar.properties.isBidiControl {
                #expect(scalar.isUnsafe, "\(scalar.codePoint)")
            }
        }
    }

    @Test func drawingHidesTags() {
        let glyphs = Glyphs("hid\u{E0041}den \u{1F3F4}\u{E0067}\u{E007F}")
        #expect(glyphs.map { String($0.character) }.joined() == "hidden \u{1F3F4}\u{E0067}\u{E007F}")
    }
}
