import Foundation
import Testing
import UnicodeTables

@testable import CaseSearch

@Suite struct HanTablesTests {
    private static let made = Result {
        try UnicodeTables.HanTables(UnihanData(read: DataFolder(path: "/usr/share/unicode").text(of:)))
    }

    private static func generated() throws -> UnicodeTables.HanTables { try made.get() }

    @Test func `the generated file is fresh`() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = package.appendingPathComponent(UnicodeTables.HanTables.output)
        let isFresh = try String(contentsOf: file, encoding: .utf8) == Self.generated().source
        #expect(
            isFresh, "\(UnicodeTables.HanTables.output) is stale; run: \(UnicodeTables.HanTables.command)")
    }

    @Test func `every character is unpacked as it was packed`() throws {
        let tables = try Self.generated()
        for scalar in 0x4E00..<0xA000 {
            let set = Readings.shared[Readings.set(of: UInt32(scalar))]
                .map { $0.text }
            let folded = Int(Folding.fold(UInt32(scalar), Folding.table))
            if set != tables.readings[scalar] ?? [] || folded != tables.folds[scalar] ?? scalar {
                Issue.record("U+\(String(scalar, radix: 16)): \(set), onto \(String(folded, radix: 16))")
                return
            }
        }
    }

    @Test(arguments: [
        ("重", ["zhong", "chong"]), ("乐", ["le", "yue"]), ("行", ["xing", "hang", "heng"]), ("庆", ["qing"]),
        ("绿", ["lv", "lu", "lyu"]), ("慶", ["qing"]), ("女", ["nv", "nu", "nyu"]),
    ])
    func `polyphones have all readings in use`(character: String, readings: [String]) throws {
        let scalar = try #require(character.unicodeScalars.first)
        #expect(try Self.generated().readings[Int(scalar.value)] == readings)
    }

    @Test func `a form of others is folded to what these are folded to`() throws {
        let forms = try Self.generated().forms
        for (form, others) in forms {
            let scalar = try #require(Unicode.Scalar(UInt32(form)))
            var text = String.UnicodeScalarView()
            text.append(contentsOf: others.compactMap { Unicode.Scalar(UInt32($0)) })
            let folded = Folding.text(String(text))
            #expect(Folding.text(String(scalar)) == folded, "U+\(String(form, radix: 16))")
            #expect(Folding.text(folded) == folded, "U+\(String(form, radix: 16))")
        }
        #expect(forms.count > 3000)
    }

    @Test func `no character is folded to one that is itself folded`() throws {
        let folds = try Self.generated().folds
        for (from, onto) in folds { #expect(folds[onto] == nil, "U+\(String(from, radix: 16))") }
        #expect(folds.count > 2500)
    }

    @Test(arguments: [
        ("Unihan_Readings.txt", "# none\n", "Unihan_Readings.txt: no version in its head"),
        (
            "Unihan_Readings.txt", "# Unicode version: 1\nU+4E00 x\n",
            "Unihan_Readings.txt:2: not a character, a property and a value"
        ),
        ("UnicodeData.txt", "0041;A\n", "UnicodeData.txt:1: not a character with 14 properties"),
    ])
    func `bad data is reported by name`(bad: String, text: String, sentence: String) {
        #expect(throws: DataError(description: sentence)) {
            try UnicodeTables.HanTables(
                UnihanData { file throws(DataError) in
                    file == bad ? text : file == "UnicodeData.txt" ? "" : "# Unicode version: 1\n"
                })
        }
    }
}
