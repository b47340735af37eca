import Foundation
import Testing
import UnicodeTables

@testable import TextLayout

@Suite struct WidthTableTests {
    private static let folder = "/usr/share/unicode"

    private static func generated() throws -> UnicodeTables.WidthTable {
        try UnicodeTables.WidthTable(
            UnicodeData { file throws(DataError) in
                guard let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8) else {
                    throw DataError(
                        description: "\(folder)/\(file): cannot be read; install the package unicode-data")
                }
                return text
            })
    }

    @Test func theGeneratedFileIsFresh() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = package.appendingPathComponent(UnicodeTables.WidthTable.output)
        let isFresh = try String(contentsOf: file, encoding: .utf8) == Self.generated().source
        #expect(
            isFresh, "\(UnicodeTables.WidthTable.output) is stale; run: \(UnicodeTables.WidthTable.command)")
    }

    @Test func everyScalarIsFoundAsItWasPacked() throws {
        let table = try Self.generated()
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if ScalarWidth(scalar).rawValue != table[scalar].rawValue {
                Issue.record("U+\(String(value, radix: 16)): \(ScalarWidth(scalar)), but \(table[scalar])")
                return
            }
        }
    }

    @Test func bothSidesNumberTheClassesAlike() {
        #expect(ScalarWidth.allCases.map { "\($0)" } == WidthClass.allCases.map { "\($0)" })
    }

    @Test("scalars that are said to stand alone never join: no marks, joiners, jamo or flags among them")
    func standingAloneIsTrue() {
        for value in UInt32(0)...0x3FFFF {
            guard let scalar = Unicode.Scalar(value), scalar.standsAlone else { continue }
            var pair = "a"
            pair.unicodeScalars.append(scalar)
            pair.append("中")
            if pair.count != 3 || "\(scalar)\(scalar)".count != 2 || ScalarWidth(scalar) == .mark
                || ScalarWidth(scalar) == .control || ScalarWidth(scalar) == .ignored && scalar != "\u{3164}"
            {
                Issue.record("U+\(String(value, radix: 16)) does not stand alone")
                return
            }
        }
    }

    @Test(arguments: [
        (
            "EastAsianWidth.txt", "no version here\n0041;Na\n",
            "EastAsianWidth.txt: no version in its first line"
        ),
        (
            "emoji/emoji-data.txt", "# fine\n\n0041..0040 ; Emoji\n",
            "emoji/emoji-data.txt:3: not a range and a value"
        ),
        ("HangulSyllableType.txt", "1100\n", "HangulSyllableType.txt:1: not a range and a value"),
        ("HangulSyllableType.txt", "110000;V\n", "HangulSyllableType.txt:1: not a range and a value"),
    ])
    func badDataIsNamed(_ bad: String, _ text: String, _ sentence: String) {
        #expect(throws: DataError(description: sentence)) {
            try UnicodeTables.WidthTable(
                UnicodeData { file throws(DataError) in
                    file == bad ? text : "# EastAsianWidth-15.0.0.txt\n0041;Na\n"
                })
        }
    }
}
