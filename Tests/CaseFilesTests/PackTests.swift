import CaseFiles
import CaseModel
import Foundation
import GoldenSupport
import SeededRandom
import Testing
import TextLayout

@testable import CaseFiles

/// The packed form: a case is equal after a round trip, and damage is reported.
@Suite struct PackTests {
    private func small() throws -> Case {
        try #require(try CaseReader.read(path: SmallCaseTests.folder).caseFile)
    }

    @Test func roundTrip() throws {
        let small = try small()
        #expect(try Pack.open(Pack.bytes(of: small)) == small)
        #expect(Pack.bytes(of: small) == Pack.bytes(of: small))
    }

    @Test func textsWithOneWordingOrNone() throws {
        var small = try small()
        small.items[0].summary = Text()
        small.items[1].summary = Text(chinese: "只有")
        small.items[2].summary = Text(english: "only")
        small.items[3].summary = nil
        small.items[4].summary = Text(chinese: "", english: "")
        #expect(try Pack.open(Pack.bytes(of: small)) == small)
    }

    @Test func `texts and a manifest in other languages`() throws {
        var small = try small()
        let (es, hant) = (try #require(LanguageTag("es")), try #require(LanguageTag("zh-Hant")))
        small.manifest.languages = [es, .english, hant]
        small.items[0].title = Text([(es, "agua"), (.english, "water"), (hant, "水")])
        small.items[1].title = Text([(es, "tierra")])
        #expect(try Pack.open(Pack.bytes(of: small)) == small)
    }

    /// A change of the bytes needs a new `Pack.version`, since other programs have packs of the old form.
    @Test func theBytesAreThoseOfThisVersion() throws {
        let bytes = Pack.bytes(of: try small())
        let lines = stride(from: 0, to: bytes.count, by: 16).map { start in
            let row = bytes[start..<min(start + 16, bytes.count)]
            let digits = row.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
            let text = row.map { (0x20...0x7E).contains($0) ? String(UnicodeScalar($0)) : "." }.joined()
            return digits + String(repeating: " ", count: 49 - digits.count) + text
        }
        try expect(
            lines.joined(separator: "\n") + "\n", matchesFile: "small.pack.version-\(Pack.version)",
            in: "Goldens")
    }

    @Test func digestDiffersBetweenEditions() throws {
        var small = try small()
        let digest = Pack.digest(of: small)
        #expect(digest.count == 16 && digest.allSatisfy(\.isHexDigit))
        #expect(Pack.digest(of: small) == digest)
        small.items[0].aka.append("又名")
        #expect(Pack.digest(of: small) != digest)
    }

    @Test func readerOpensPackedFiles() throws {
        let small = try small()
        let (sound, damaged) = try Marked.inFolder { folder in
            let file = folder.appending(path: "small.pack").path()
            var bytes = Pack.bytes(of: small)
            try Data(bytes).write(to: URL(filePath: file))
            let sound = try CaseReader.read(path: file)
            bytes[bytes.count / 2] ^= 1
            // Beside the open one, which is still being read.
            let other = folder.appending(path: "other.pack")
            try Data(bytes).write(to: other)
            let damaged = try CaseReader.read(path: other.path(), calledBy: "small.pack")
            return (sound, CaseReader.verified(damaged, calledBy: "small.pack"))
        }
        #expect(sound == LoadOutcome(caseFile: small, diagnostics: [], isPacked: true))
        #expect(damaged.caseFile == nil)
        #expect(
            damaged.diagnostics.map { $0.rendered(in: .english) } == [
                "small.pack:1:1: error: the packed case is cut off or changed; copy it again or open its YAML files"
            ])
    }

    @Test func everyChangedByteIsNoticed() throws {
        let bytes = Pack.bytes(of: try small())
        var random = Seeded(seed: 1)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= UInt8.random(in: 1...255, using: &random)
            #expect(throws: PackError.self) { try Pack.verified(changed) }
        }
    }

    @Test func `an index follows the content, and is no part of the case`() throws {
        let small = try small()
        let (plain, index) = (Pack.bytes(of: small), [UInt8]("an index".utf8))
        let bytes = Pack.bytes(of: small, index: index)
        #expect(Pack.digest(of: bytes) == Pack.digest(of: plain))
        #expect(try Pack.open(plain).index == nil)
        var opened = try Pack.open(bytes)
        #expect(opened == small)
        let stored = try #require(opened.index)
        #expect(stored[0..<stored.count] == index)
        #expect(stored[3..<8] == Array(index[3...]))
        #expect(stored[3..<9] == nil && stored[-1..<2] == nil)
        try opened.verify()
        // It is of the records as they were stored.
        opened.items[0].title = Text("x")
        #expect(opened.index == nil)
        // What is sent to strangers has none.
        #expect(throws: PackError.self) { try Pack.verified(bytes) }
        for place in [24, 40, bytes.count - 1] {
            var changed = bytes
            changed[place] ^= 1
            #expect(throws: PackError.damaged, "byte \(place)") { try Pack.open(changed).verify() }
        }
        for changed in [bytes + [0], Array(bytes.dropLast()), plain + index] {
            #expect(throws: PackError.damaged) { try Pack.open(changed) }
        }
    }

    @Test func everyCutIsNoticed() throws {
        let bytes = Pack.bytes(of: try small())
        for count in bytes.indices {
            #expect(throws: PackError.self) { try Pack.verified(Array(bytes.prefix(count))) }
        }
        #expect(throws: PackError.damaged) { try Pack.open(bytes + [0]) }
    }

    @Test func otherFormsAreRefused() throws {
        var bytes = Pack.bytes(of: try small())
        let version = Pack.version + 1
        bytes[8] = UInt8(version)
        #expect(throws: PackError.newer(version: version)) { try Pack.open(bytes) }
        #expect(
            PackError.newer(version: version).description
                == "the case is packed in form \(version), this program knows form \(Pack.version); use a newer triptych"
        )
        bytes[8] = 1
        #expect(throws: PackError.older(version: 1)) { try Pack.open(bytes) }
        bytes[8] = 0
        #expect(throws: PackError.damaged) { try Pack.open(bytes) }
        #expect(throws: PackError.notAPack) { try Pack.open(Array("format: 1".utf8)) }
        // A copy as text, and one that broke off at once, are no text either.
        let copy = bytes[..<5] + [0x0A] + bytes[7...]
        #expect(throws: PackError.damaged) { try Pack.open(Array(copy)) }
        for count in 1...7 {
            #expect(throws: PackError.damaged) { try Pack.open(Array(bytes.prefix(count))) }
        }
        #expect(throws: PackError.notAPack) { try Pack.open([]) }
    }

    /// Damage under a fitting checksum, as a forger would leave it: a pack that opens is sound.
    @Test(arguments: 0..<20) func forgedPacksNeverTrap(seed: UInt64) throws {
        let bytes = Pack.bytes(of: try small())
        var random = Seeded(seed: seed)
        var opened = 0
        for _ in 0..<500 {
            var forged = Array(bytes[Pack.headerSize...])
            switch Int.random(in: 0..<4, using: &random) {
            case 0: forged.removeLast(Int.random(in: 1..<forged.count, using: &random))
            case 1:
                let place = Int.random(in: 0..<forged.count, using: &random)
                forged.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 2:
                let place = Int.random(in: 0..<forged.count, using: &random)
                forged.remove(at: place)
            case _:
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 0..<forged.count, using: &random)
                    forged[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            let sealed = Pack.sealed(Pack.magic + Array(bytes[8..<Pack.headerSize]) + forged)
            if let content = try? Pack.open(sealed) {
                // Every record is looked at, sound or not.
                _ = content.jsonFile
            }
            if let content = try? Pack.verified(sealed) {
                opened += 1
                // A case that opens is equal after another round trip.
                #expect(try Pack.open(Pack.bytes(of: content)) == content)
            }
        }
        #expect(opened < 500)
    }

    @Test(arguments: 0..<20) func garbageNeverTraps(seed: UInt64) {
        var random = Seeded(seed: seed)
        for _ in 0..<500 {
            let count = Int.random(in: 0..<200, using: &random)
            let garbage = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(throws: PackError.self) { try Pack.open(garbage) }
            #expect(throws: PackError.self) { try Pack.open(Pack.magic + garbage) }
            #expect(throws: PackError.self) {
                try Pack.verified(
                    Pack.sealed(Pack.magic + [UInt8](repeating: 0, count: Pack.headerSize - 8) + garbage))
            }
        }
    }
}

/// Undamaged packs of cases that break a rule.
@Suite struct UnsoundPackTests {
    private func refusal(_ change: (inout Case) -> Void) throws -> String? {
        var small = try #require(try CaseReader.read(path: SmallCaseTests.folder).caseFile)
        change(&small)
        do {
            _ = try Pack.verified(Pack.bytes(of: small))
            return nil
        } catch {
            return error.description
        }
    }

    private func sentence(_ why: String) -> String {
        "the packed case contradicts itself: \(why); open its YAML files"
    }

    @Test func sound() throws {
        #expect(try refusal { _ in } == nil)
    }

    @Test func references() throws {
        #expect(
            try refusal { $0.items[0].kind = "ghost" } == sentence("'ghost' is named but nowhere defined"))
        // An actor's id where a place's is meant.
        #expect(
            try refusal { $0.items[0].places = ["act-upper"] }
                == sentence("'act-upper' is named but nowhere defined"))
        #expect(
            try refusal { $0.tours[0].steps[1].at = "ghost" }
                == sentence("'ghost' is named but nowhere defined"))
    }

    @Test func ids() throws {
        #expect(
            try refusal { $0.items[1] = $0.items[0] } == sentence("'drv-clean-river' is defined twice"))
        #expect(try refusal { $0.manifest.id = "../../x" } == sentence("an id is badly formed"))
        #expect(
            try refusal { $0.actors.append(Actor(id: "A", title: Text("x"), level: .city)) }
                == sentence("an id is badly formed"))
    }

    @Test func shape() throws {
        #expect(
            try refusal { $0.panes.append(Pane(id: "fourth", title: Text("x"))) }
                == sentence("it has not three panes"))
        #expect(
            try refusal { $0.items[2].parent = "arr-river-pact" }
                == sentence("an item's parent stands in another pane"))
        #expect(
            try refusal { $0.items[2].parent = $0.items[2].id } == sentence("an item stands under itself"))
        #expect(
            try refusal {
                $0.items[1].parent = $0.items[2].id
                $0.items[2].parent = $0.items[1].id
            } == sentence("an item stands under itself"))
    }

    @Test func `no place lies in itself`() throws {
        #expect(
            try refusal { $0.places[0].within = $0.places[0].id } == sentence("a place lies in itself"))
    }

    /// The rules that the YAML reader reports with their places hold for packs as well.
    @Test func rulesOfOneEntity() throws {
        #expect(
            try refusal { $0.items[0].links = [Link(to: $0.items[0].id, relation: "akin-to")] }
                == sentence("item 'drv-clean-river' links to itself"))
        #expect(
            try refusal {
                $0.items[0].period = Period(start: PartialDate("2019-05"), end: PartialDate("2018"))
            } == sentence("the period ends before it starts"))
        #expect(
            try refusal { $0.places[0].longitude = nil } == sentence("'lat' and 'lon' belong together"))
        #expect(
            try refusal { $0.places[0].borders = [Border(place: $0.places[0].id)] }
                == sentence("place 'plc-upper' cannot border itself"))
        #expect(
            try refusal { $0.items[0].metrics = [Metric(name: Text("x"), value: Text("1,5"))] }
                == sentence("a number is badly formed"))
        #expect(
            try refusal { $0.sources[0].url = "javascript:alert(1)" }
                == sentence("an address is badly formed"))
        #expect(
            try refusal { $0.sources[0].doi = "https://doi.org/10.1/x" } == sentence("a doi is badly formed"))
    }

    @Test func values() throws {
        #expect(try refusal { $0.places[0].latitude = .nan } == sentence("a number is out of range"))
        #expect(try refusal { $0.tours[0].minutes = .infinity } == sentence("a number is out of range"))
        for control in [
            "\u{1B}", "\u{9B}", "\u{202E}", "\u{2067}", "\u{061C}", "\u{FEFF}", "\u{7F}", "\t", "\u{FFFE}",
            "\u{E0041}",
        ] {
            #expect(
                try refusal { $0.items[0].aka = ["字\(control)字"] }
                    == sentence("a text is not UTF-8 or not safe to show"))
        }
        #expect(try refusal { $0.items[0].aka = ["a\nb", "“é”—…𠮷👨‍👩‍👧", "ࠀ豈ퟻ", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"] } == nil)
    }

    @Test func `a scalar alone is a text where it is safe to show`() {
        let values = Array(UInt32(0)...0xFFFF) + Array(UInt32(0xE0000)...0xE00FF)
        let misjudged = values.compactMap(Unicode.Scalar.init).filter { scalar in
            let text = String(Character(scalar))
            return Array(text.utf8).withUnsafeBytes { $0.isText } != (text.firstUnsafeScalar == nil)
        }
        #expect(misjudged.isEmpty)
    }

    @Test(
        arguments: [
            [0xFF], [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0xAF], [0xE6, 0xB8], [0xE6, 0x41, 0x41],
            [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF0, 0x9F, 0x98], [0xE6, 0xB8, 0x9D, 0xE6],
        ] as [[UInt8]])
    func notUTF8(_ bytes: [UInt8]) {
        #expect(!bytes.withUnsafeBytes { $0.isText })
        #expect(String(validating: bytes, as: UTF8.self) == nil)
    }
}
