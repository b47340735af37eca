import CaseModel
import SeededRandom
import Testing
import TextLayout

@testable import Imports

/// Files with any damage end in records that a case may have, or in an error with a place in the file.
struct HostileTests {
    private static let pieces: [[UInt8]] =
        [
            "{", "}", "\"", "\\", "@", "<", ">", "&", "\r\n", "\u{0}", "\u{202E}", "水", " and ", "TY  - ",
            "ER  - ", "[", "]",
            ",", "'", "#", "%", "$^{", "\\'", "~", "=", "&#x", "]]>", "null", "1e", "\u{FEFF}",
        ].map { Array($0.utf8) } + [[0xFF], [0xC0], [0xE4, 0xB8]]

    /// The fixture with some pieces put in, taken out or exchanged.
    private func damaged(_ name: String, _ random: inout Seeded) throws -> [UInt8] {
        var bytes = try Fixture.bytes(name)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
            let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
            bytes.replaceSubrange(place..<end, with: piece)
        }
        return bytes
    }

    private func check(_ result: ImportResult) {
        var ids: Set<String> = []
        for one in result.sources {
            let source = one.source
            #expect(Slug.of(source.id.text) == source.id.text && source.id.text.utf8.count <= ImportLimits.id)
            #expect(ids.insert(source.id.text).inserted)
            let texts = [
                source.title, source.issuer, source.publisher, source.container?.title, source.genre,
            ]
            for wording in texts.compactMap({ $0 }).flatMap(\.wordings) + source.authors.map(\.inverted) {
                #expect(wording.firstUnsafeScalar == nil && !wording.contains("\n"))
            }
            for wording in source.note?.wordings ?? [] {
                #expect(wording.firstUnsafeScalar == nil && wording.count <= ImportLimits.prose)
            }
            #expect(!source.title.isEmpty)
        }
        for line in result.report.lines(in: .english) { #expect(line.firstUnsafeScalar == nil) }
    }

    @Test(arguments: 0..<150)
    func references(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for name in ["zotero.bib", "zotero-biblatex.bib", "zotero.ris", "zotero.json"] {
            let bytes = try damaged(name, &random)
            let read: Result<ImportResult, ImportError> = Result { () throws(ImportError) -> ImportResult in
                switch name.suffix(3) {
                case "bib": try Importer.bibTeX(bytes, file: name)
                case "ris": try Importer.ris(bytes, file: name)
                case _: try Importer.cslJSON(bytes, file: name)
                }
            }
            switch read {
            case .success(let result): check(result)
            case .failure(let error):
                #expect(error.address.line >= 1 && error.address.column >= 1 && error.address.file == name)
                #expect(error.description.firstUnsafeScalar == nil)
            }
        }
    }

    @Test(arguments: 0..<150)
    func projects(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for name in ["interviews.qde", "interviews.qdpx"] {
            let bytes = try damaged(name, &random)
            guard let result = try? Importer.refiQDA(bytes, file: name, CodingChoices(kind: "theme")) else {
                continue
            }
            for item in result.items {
                #expect(Slug.of(item.id.text) == item.id.text)
                for claim in item.evidence {
                    #expect(claim.quote?.count ?? 0 <= ImportLimits.quote)
                    #expect(claim.claim.wordings.allSatisfy { !$0.isEmpty && $0.count <= ImportLimits.line })
                }
            }
        }
    }

    @Test(arguments: 0..<150)
    func tables(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let bytes = try damaged("zotero.json", &random)
        for delimiter in DelimitedTable.Delimiter.allCases {
            guard let table = try? DelimitedTable.read(bytes, file: "x.csv", delimiter: delimiter) else {
                continue
            }
            #expect(table.rows.allSatisfy { $0.cells.count == table.header.count })
        }
    }
}

/// A case has no author without a name and no issuer without words.
struct NamelessTests {
    private func only(_ result: ImportResult) throws -> Source { try #require(result.sources.first).source }

    @Test("a name without letters is no author, and is told where the field says something")
    func ris() throws {
        let text = "TY  - BOOK\nTI  - Water\nAU  - \nAU  - , \nA2  - \nAU  - , Elinor\nER  - \n"
        let result = try Importer.ris(Array(text.utf8), file: "x.ris")
        let source = try only(result)
        #expect(source.authors == [Source.Author(family: "Elinor", given: "")])
        #expect(source.editors.isEmpty && source.issuer == nil)
        #expect(result.report.fields.filter { $0.outcome == .malformed }.map(\.value) == [","])
    }

    @Test(arguments: [#"{"family": ""}"#, #"{"literal": " "}"#, #"{"family": "\u202E"}"#, "{}"])
    func cslJSON(name: String) throws {
        let text = #"[{"id": "w", "type": "book", "title": "Water", "author": [NAME], "editor": [NAME]}]"#
        let bytes = Array(text.replacing("NAME", with: name).utf8)
        let source = try only(try Importer.cslJSON(bytes, file: "x.json"))
        #expect(source.authors.isEmpty && source.editors.isEmpty && source.issuer == nil)
    }

    @Test("a BibTeX name in empty braces leaves the others")
    func bibTeX() throws {
        let text = "@book{w, title = {Water}, author = {{} and Ostrom, Elinor and {{ }}}}"
        let source = try only(try Importer.bibTeX(Array(text.utf8), file: "x.bib"))
        #expect(source.authors == [Source.Author(family: "Ostrom", given: "Elinor")])
    }
}
