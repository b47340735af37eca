import Testing

@testable import TextLayout

/// Characters that some terminals have two columns wide.
@Suite struct AmbiguousWidthTests {
    @Test(arguments: Array("“”‘’…—·–①°±§αéДà".unicodeScalars))
    func `an ambiguous character has the columns of the terminal`(scalar: Unicode.Scalar) {
        #expect(scalar.columns(ambiguous: .narrow) == 1)
        #expect(scalar.columns(ambiguous: .wide) == 2)
    }

    @Test(arguments: Array("─│┌━┄▌█▒●◐○◆▶▽★☆→↓×".unicodeScalars).dropLast())
    func `what is drawn with has one column in every terminal`(scalar: Unicode.Scalar) {
        #expect(scalar.isAmbiguous && scalar.isDrawing)
        #expect(scalar.columns(ambiguous: .wide) == 1)
    }

    @Test(arguments: Array("aZ5 ~渝。，（《ｑ⠿⌂›ñ\u{301}\u{200B}".unicodeScalars))
    func `no other character depends on it`(scalar: Unicode.Scalar) {
        #expect(!scalar.isAmbiguous)
        #expect(scalar.columns(ambiguous: .wide) == scalar.columns(ambiguous: .narrow))
    }

    @Test func `a scalar never has more columns than bytes, which fitting relies on`() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if scalar.columns(ambiguous: .wide) > UTF8.width(scalar) { Issue.record("\(scalar.codePoint)") }
        }
    }
}
