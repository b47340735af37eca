import Foundation
import Testing

/// `triptych import csv`: tables of spreadsheets as records of a case, the inverse of the exports.
@Suite struct TableImportTests {
    private static let small = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/cases/small")

    private func withFolder(_ work: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try work(folder)
    }

    @Test func `items, evidence and links that were exported come back as the same records`() throws {
        try withFolder { folder in
            let subjects = ["items", "evidence", "links"]
            for subject in subjects {
                let file = folder.appending(path: "\(subject).csv").path
                _ = try Invocation([
                    "export", subject, "--format", "csv", "--case", Self.small.path, "-o", file,
                ])
            }
            // The same case without its items.
            let copy = folder.appending(path: "copy")
            try FileManager.default.copyItem(at: Self.small, to: copy)
            try FileManager.default.removeItem(at: copy.appending(path: "items.yml"))
            let people = copy.appending(path: "more/people.yaml")
            let text = try String(contentsOf: people, encoding: .utf8)
            let tours = try #require(text.range(of: "\ntours:"))
            try Data(text[..<tours.lowerBound].utf8).write(to: people)
            let options = subjects.flatMap { ["--\($0)", folder.appending(path: "\($0).csv").path] }
            let outcome = try Invocation(["import", "csv", "--into", copy.path, "--lang", "en"] + options)
            #expect(outcome.status == 0, "\(outcome.errors)")
            // What is claimed of places and actors stands in the case.
            #expect(
                outcome.errors.contains(
                    #/evidence.csv: (\d+) of \1 fields carried, \d+ of them in the case already/#))
            #expect(!outcome.errors.contains("added"))
            for subject in subjects {
                let (made, given) = (
                    try Invocation(["export", subject, "--format", "csv", "--case", copy.path]).output,
                    try Invocation(["export", subject, "--format", "csv", "--case", Self.small.path]).output
                )
                #expect(made == given)
            }
        }
    }

    @Test func `sources that were exported come back as the same records`() throws {
        try withFolder { folder in
            let table = folder.appending(path: "sources.csv").path
            _ = try Invocation(["export", "sources", "--format", "csv", "-o", table])
            let path = folder.appending(path: "new").path
            _ = try Invocation(["new", path, "--lang", "zh"])
            // The tables have a column for each language of the case.
            let manifest = URL(fileURLWithPath: path + "/case.yaml")
            let text = try String(contentsOf: manifest, encoding: .utf8)
            try Data(text.replacing("languages: [zh]", with: "languages: [zh, en]").utf8).write(to: manifest)
            let outcome = try Invocation([
                "import", "csv", "--sources", table, "--into", path, "--lang", "en",
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.errors.contains(#/sources.csv: (\d+) of \1 fields carried/#), "\(outcome.errors)")
            let given = try Invocation(["export", "sources", "--format", "csv"]).output
            let made = try Invocation(["export", "sources", "--format", "csv", "--case", path]).output
            // What cites a source follows from the rest of the case.
            func rows(_ text: String) -> [Substring] {
                text.split(separator: "\r\n").map { $0.prefix(upTo: $0.lastIndex(of: ",") ?? $0.endIndex) }
            }
            #expect(rows(given).count > 100)
            #expect(Set(rows(given).dropFirst()).subtracting(rows(made)).isEmpty)
        }
    }

    @Test func `columns of one's own are mapped`() throws {
        try withFolder { folder in
            let path = folder.appending(path: "new").path
            _ = try Invocation(["new", path, "--lang", "en"])
            let table = folder.appending(path: "coding.csv")
            try Data(
                "Code;Means;Begin;Coder\nRain-fed canal;\"A canal; it dries\";1984;AB\nRain-fed canal;;;\n"
                    .utf8
            )
            .write(to: table)
            let arguments = ["import", "csv", "--items", table.path, "--into", path, "--lang", "en"]
            let maps = ["--map", "Code=title", "--map", "Means=summary", "--map", "Begin=period_start"]
            let outcome = try Invocation(arguments + maps + ["--kind", "action"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.errors.contains("coding.csv: 4 of 5 fields carried\n"))
            #expect(
                outcome.errors.contains(
                    "coding.csv:2:41: row 2: Coder “AB”: a field of this name is not known"))
            let items = try Invocation.records("list", "action", "--case", path).compactMap {
                $0["id"] as? String
            }
            #expect(items == ["action-1", "rain-fed-canal", "rain-fed-canal-2"])
            #expect(
                try Invocation(["show", "rain-fed-canal", "--case", path]).output.contains(
                    "A canal; it dries"))
            let kindless = try Invocation(arguments + maps)
            #expect(
                kindless.status == 64 && kindless.errors.contains("name one with --kind"),
                "\(kindless.errors)")
            for (map, told) in [
                ("Kode=title", "no table has a column 'Kode'"), ("Code=titel", "titel"),
                ("Code", "is not 'column=field'"),
            ] {
                try FileManager.default.removeItem(atPath: path + "/tables-coding.yaml")
                let refused = try Invocation(arguments + ["--map", map])
                #expect(
                    [64, 65].contains(refused.status) && refused.errors.contains(told), "\(refused.errors)")
                try Data().write(to: URL(fileURLWithPath: path + "/tables-coding.yaml"))
            }
        }
    }

    @Test func `a coding table adds to items that stand in the case, in their file`() throws {
        try withFolder { folder in
            let path = folder.appending(path: "new").path
            _ = try Invocation(["new", path, "--lang", "zh"])
            let library = folder.appending(path: "library.bib")
            try Data("@book{ostrom1990, title={Governing}, author={Ostrom, Elinor}, year=1990}".utf8).write(
                to: library)
            #expect(try Invocation(["import", "bibtex", library.path, "--into", path]).status == 0)
            let files = try FileManager.default.contentsOfDirectory(atPath: path).filter {
                $0.hasSuffix(".yaml")
            }
            func texts() throws -> [String: String] {
                var texts: [String: String] = [:]
                for name in files {
                    texts[name] = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
                }
                return texts
            }
            let before = try texts()
            let ids = try Invocation.records("list", "--case", path).compactMap { $0["id"] as? String }
            let table = folder.appending(path: "coding.csv")
            let rows = ids.prefix(2).map { "\($0),Rules bind.,ostrom1990,primary,12" }
            try Data("about,claim,source,strength,locator_page\n\(rows.joined(separator: "\n"))\n".utf8)
                .write(to: table)
            let arguments = ["import", "csv", "--evidence", table.path, "--into", path, "--lang"]
            let outcome = try Invocation(arguments + ["zh"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.errors.contains("coding.csv: 10 个字段中 10 个已导入\n"), "\(outcome.errors)")
            #expect(outcome.errors.contains(#/里为 2 个对象增补 2 项：/#), "\(outcome.errors)")
            for (name, text) in try texts() {
                // Every line is still there, in order, comments too.
                var lines = (before[name] ?? "").split(separator: "\n")[...]
                for line in text.split(separator: "\n") where line == lines.first {
                    lines = lines.dropFirst()
                }
                #expect(lines.isEmpty, "\(name): \(lines)")
            }
            #expect(try texts() != before)
            #expect(try Invocation(["show", ids[0], "--case", path]).output.contains("Rules bind."))
            #expect(try Invocation(["check", path, "--strict", "--lang", "en"]).output.contains("0 errors"))
            // A second time there is nothing to do.
            let after = try texts()
            let again = try Invocation(arguments + ["en"])
            #expect(
                again.status == 0
                    && again.errors.contains("10 of 10 fields carried, 10 of them in the case already"))
            #expect(again.errors.hasSuffix("the case has all of it already; nothing is to be written\n"))
            #expect(try Invocation(arguments + ["zh"]).errors.hasSuffix("案例中都已有，没有要写的\n"))
            #expect(try texts() == after)
            // A row that the case could not be opened with is left out.
            try Data("about,claim,source,strength\n\(ids[0]),It is dry.,nobody2000,primary\n".utf8).write(
                to: table)
            let refused = try Invocation(arguments + ["en"])
            #expect(
                refused.status == 65 && refused.errors.contains("nothing is written"), "\(refused.errors)")
            #expect(refused.errors.contains("coding.csv:2:22: row 2 is not imported: neither the case"))
            #expect(try texts() == after)
            // The others come, unless all or nothing is asked for.
            try Data(
                "about,claim,source,strength\n\(ids[0]),It is dry.,nobody2000,primary\n\(ids[1]),It is wet.,ostrom1990,\n"
                    .utf8
            ).write(to: table)
            let whole = try Invocation(arguments + ["en", "--strict", "--strength", "reported"])
            #expect(whole.status == 65 && whole.errors.contains("(--strict)"), "\(whole.errors)")
            #expect(try texts() == after)
            let part = try Invocation(arguments + ["en", "--strength", "reported"])
            #expect(part.status == 0, "\(part.errors)")
            #expect(
                part.errors.contains("3 of 7 fields carried; 1 record is not imported\n"), "\(part.errors)")
            #expect(try Invocation(["show", ids[1], "--case", path]).output.contains("It is wet."))
            #expect(try Invocation(["check", path, "--strict", "--lang", "en"]).output.contains("0 errors"))
            let unknown = try Invocation(arguments + ["en", "--strength", "strong"])
            #expect(unknown.status == 66 && unknown.errors.contains("it has primary, reported, analytic"))
            // Without a column there is nothing to mend row by row.
            try Data("about,claim,source\n\(ids[0]),It is dry.,ostrom1990\n".utf8).write(to: table)
            let told = try Invocation(arguments + ["en"])
            #expect(
                told.status == 64
                    && told.errors.contains(
                        "name the column with --map \"column=strength\", or name one with --strength"),
                "\(told.errors)")
            #expect(try Invocation(arguments + ["zh"]).errors.contains("没有“strength”列"))
        }
    }

    @Test func `evidence of an item that is not in the tables is refused with its address`() throws {
        try withFolder { folder in
            let table = folder.appending(path: "evidence.csv")
            try Data("about,claim,source,strength\nitm-a,It is wet.,src-a,primary\n".utf8).write(to: table)
            let outcome = try Invocation(["import", "csv", "--evidence", table.path, "--lang", "en"])
            #expect(outcome.status == 65 && outcome.output.isEmpty)
            #expect(
                outcome.errors.contains("\(table.path):2:1: row 2 is not imported: 'itm-a' is in no table of")
            )
            #expect(try Invocation(["import", "csv"]).status == 64)
            #expect(try Invocation(["import", "csv", table.path]).status == 64)
            // The option is --into.
            let other = try Invocation([
                "import", "csv", "--items", table.path, "--case", "mine", "--lang", "en",
            ])
            #expect(other.status == 64 && other.errors.contains("'mine' belongs to none of them"))
        }
    }

    @Test func `a table in another encoding is read where that is named, and else says so`() throws {
        try withFolder { folder in
            let path = folder.appending(path: "new").path
            _ = try Invocation(["new", path, "--lang", "zh"])
            let table = folder.appending(path: "coding.csv")
            // `条目;论断;来源;强度` and a row, as a spreadsheet saves them in Chinese Windows.
            let heading: [UInt8] = [
                0xCC, 0xF5, 0xC4, 0xBF, 0x3B, 0xC2, 0xDB, 0xB6, 0xCF, 0x3B, 0xC0, 0xB4, 0xD4, 0xB4, 0x3B,
                0xC7,
                0xBF, 0xB6, 0xC8, 0x0D, 0x0A,
            ]
            let claim: [UInt8] = [0xBA, 0xD3, 0xCB, 0xAE, 0xA1, 0xA3]
            let row = Array("gongshi-1;".utf8) + claim + Array(";src-example;primary\r\n".utf8)
            try Data(heading + row).write(to: table)
            let maps = ["条目=about", "论断=claim", "来源=source", "强度=strength"].flatMap { ["--map", $0] }
            let arguments =
                ["import", "csv", "--evidence", table.path, "--into", path, "--lang", "zh"] + maps
            let refused = try Invocation(arguments)
            #expect(refused.status == 65 && refused.errors.contains("coding.csv:1:1: 从这里起不是 UTF-8"))
            #expect(refused.errors.contains("--encoding"))
            #expect(try Invocation(arguments + ["--encoding", "klingon"]).status == 64)
            let wrong = try Invocation(arguments + ["--encoding", "ascii"])
            #expect(wrong.status == 65 && wrong.errors.contains("coding.csv:1："), "\(wrong.errors)")
            let outcome = try Invocation(arguments + ["--encoding", "gb18030"])
            #expect(outcome.status == 0 && outcome.errors.contains("4 个字段中 4 个已导入"), "\(outcome.errors)")
            #expect(try Invocation(["show", "gongshi-1", "--case", path]).output.contains("河水。"))
        }
    }

    @Test func `a sound case stays sound, whatever the table holds`() throws {
        try withFolder { folder in
            let path = folder.appending(path: "new").path
            _ = try Invocation(["new", path, "--lang", "en"])
            let table = folder.appending(path: "x.csv")
            func imported(_ text: String, language: String = "en") throws -> Invocation {
                try Data(text.utf8).write(to: table)
                return try Invocation([
                    "import", "csv", "--items", table.path, "--into", path, "--lang", language,
                ])
            }
            let kindless = "id,title,kind\nx-1,Weir,unheard-of\n"
            for (language, told) in [("en", "nothing is written"), ("zh", "什么也没有写")] {
                let refused = try imported(kindless, language: language)
                #expect(refused.status == 65 && refused.errors.contains(told), "\(refused.errors)")
                #expect(refused.errors.contains("unheard-of"))
                #expect(!FileManager.default.fileExists(atPath: path + "/tables-x.yaml"))
            }
            let part = try imported(
                "id,title,kind,period_start\nx-1,Weir,action,12/03/2018\nx-1,Weir again,action,2018\n")
            #expect(part.status == 0, "\(part.errors)")
            #expect(part.errors.contains("x.csv: 3 of 8 fields carried"))
            #expect(part.errors.contains("row 2: period_start “12/03/2018”: '12/03/2018' is not a date"))
            #expect(part.errors.contains("row 3 is not imported: row 2 has the id 'x-1' already"))
            #expect(part.errors.contains("; 1 record is not imported\n"))
            #expect(try Invocation(["check", path, "--lang", "en"]).output.contains("0 errors"))
            // The mended table is imported once more, into a file of its own.
            let mended = try imported("id,title,kind\nx-1,Weir,action\nx-2,Weir again,action\n")
            #expect(mended.status == 0, "\(mended.errors)")
            #expect(mended.errors.contains("6 of 6 fields carried, 3 of them in the case already\n"))
            #expect(mended.errors.contains("wrote \(path)/tables-x-2.yaml\n"))
            #expect(try Invocation(["check", path, "--lang", "en"]).output.contains("0 errors"))
        }
    }
}
