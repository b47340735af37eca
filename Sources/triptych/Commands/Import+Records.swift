import CaseFiles
import CaseModel
import CaseSearch
import Imports
import System
import TextLayout

// What the files hold.
extension Import {
    /// The works or coded texts of the files, what is added to items of the case, and what became of it all.
    func records(
        besides content: Case?, _ strength: ID<Strength>, _ choice: CaseChoice
    ) throws -> (document: JSONValue?, additions: [CaseAddition], reports: [ImportReport]) {
        let known = content.map { KnownRecords(of: $0) }
        var existing = content?.entityIDs ?? []
        var items: [Item] = []
        var sources: [Source] = []
        var additions: [CaseAddition] = []
        var reports: [ImportReport] = []
        for file in files {
            let result = try read(file, besides: existing, known, strength, choice)
            items += result.items
            sources += result.sources.map(\.source)
            additions += result.additions
            reports.append(result.report)
            existing.formUnion(result.items.map(\.id.text) + result.sources.map(\.source.id.text))
            existing.formUnion(result.sources.compactMap(\.source.citationKey))
            try tell(result.report, of: file, choice)
        }
        var members: [(key: String, value: JSONValue)] = []
        if !items.isEmpty { members.append(("items", .array(items.map(\.json)))) }
        if !sources.isEmpty { members.append(("sources", .array(sources.map(\.json)))) }
        return (members.isEmpty ? nil : .object(members), additions, reports)
    }

    /// The rows of the tables.
    func tableRecords(for existing: Case?, _ choice: CaseChoice) throws -> (GatheredRecords, [ImportReport]) {
        var reports: [ImportReport] = []
        var records = GatheredRecords(for: existing) { $0.spelling }
        let columns = try tables.columns(choice)
        var read: [(subject: RecordTable, table: DelimitedTable)] = []
        do {
            for (subject, file) in tables.all {
                read.append((subject, try DelimitedTable.read(try bytes(of: file, choice), file: file)))
            }
            let known = Set(read.flatMap { $0.table.header.map(\.text) })
            if let unknown = columns.first(where: { !known.contains($0.column) }) {
                throw Failure(
                    choice.say(
                        zh: "没有一张表有“\(unknown.column)”列", en: "no table has a column '\(unknown.column)'"),
                    .badData)
            }
            for (subject, table) in read {
                let own = columns.filter { column in table.header.contains { $0.text == column.column } }
                let rows = try TableMapping(subject, columns: own).rows(of: table)
                if let key = lacking(rows.fields, subject) {
                    throw Failure(noColumn(for: key, in: table, choice), .wrongUsage)
                }
                reports.append(records.add(rows, as: subject, kind: kind, strength: strength))
                try tell(reports[reports.count - 1], of: table.file, choice)
            }
        } catch let error as ImportError {
            throw Failure(error.described(in: choice.language.tag), .badData)
        }
        return (records, reports)
    }

    /// The first key that every row of a table needs and for which there is neither a column nor an option.
    private func lacking(_ fields: Set<String>, _ subject: RecordTable) -> String? {
        (subject.owner.prefix(1) + subject.needs).first { key in
            let isTold =
                subject == .items && key == "kind" && kind != nil
                || subject == .evidence && key == "strength" && strength != nil
            return !isTold && !subject.hasColumn(for: key, in: fields)
        }
    }

    private func noColumn(for key: String, in table: DelimitedTable, _ choice: CaseChoice) -> String {
        let option = ["kind", "strength"].contains(key) ? "--\(key)" : nil
        let file = table.file.safeToShow
        return choice.say(
            zh: "\(file) 没有“\(key)”列，而每一行都要有；请用 --map \"列=\(key)\" 指明哪一列是"
                + (option.map { "，或用 \($0) 给没有的各行指定一个" } ?? ""),
            en:
                "\(file) has no column '\(key)', which every row needs; name the column with --map \"column=\(key)\""
                + (option.map { ", or name one with \($0) for all rows without it" } ?? ""))
    }

    /// The records of JSON files.
    func documentRecords(for existing: Case?, _ choice: CaseChoice) throws -> (
        GatheredRecords, [ImportReport]
    ) {
        var reports: [ImportReport] = []
        var records = GatheredRecords(for: existing) { $0.spelling }
        for file in files {
            do {
                reports.append(try records.add(json: try bytes(of: file, choice), file: file))
                try tell(reports[reports.count - 1], of: file, choice)
            } catch let error as ImportError {
                throw Failure(error.described(in: choice.language.tag), .badData)
            }
        }
        return (records, reports)
    }

    private func bytes(of file: String, _ choice: CaseChoice) throws -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try WholeFile.read(file == "-" ? "/dev/stdin" : file, limit: 256 << 20)
        } catch {
            throw error.isMissing
                ? Failure(CaseFileError.missing(path: file), in: choice.language) : Failure(error)
        }
        guard let encoding else { return bytes }
        do throws(TextEncodingError) {
            return try TextEncoding.utf8(bytes, from: encoding)
        } catch {
            switch error {
            case .unknown:
                throw Failure(
                    choice.say(
                        zh: "不认识编码“\(encoding.safeToShow)”；`iconv -l` 列出可用的编码",
                        en:
                            "the encoding '\(encoding.safeToShow)' is not known; 'iconv -l' lists those that are"
                    ),
                    .wrongUsage)
            case .malformed(let offset):
                let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
                throw Failure(
                    choice.say(
                        zh: "\(file.safeToShow):\(line)：从这一行起不是 \(encoding)；请改用另一种编码",
                        en:
                            "\(file.safeToShow):\(line): the text is not \(encoding) from this line on; name another encoding"
                    ),
                    .badData)
            }
        }
    }

    private func read(
        _ file: String, besides existing: Set<String>, _ known: KnownRecords?, _ strength: ID<Strength>,
        _ choice: CaseChoice
    ) throws -> CodingResult {
        let bytes = try bytes(of: file, choice)
        let spelling: Spelling = { $0.spelling }
        do {
            let result: ImportResult
            switch format {
            case .bibtex:
                result = try Importer.bibTeX(
                    bytes, file: file, existing: existing, known: known, spelling: spelling)
            case .ris:
                result = try Importer.ris(
                    bytes, file: file, existing: existing, known: known, spelling: spelling)
            case .cslJSON:
                result = try Importer.cslJSON(
                    bytes, file: file, existing: existing, known: known, spelling: spelling)
            case .csv, .json: return CodingResult()
            case .refiQDA:
                var choices = CodingChoices(kind: ID(kind ?? ""))
                choices.strength = strength
                return try Importer.refiQDA(
                    bytes, file: file, choices, existing: existing, known: known, spelling: spelling)
            }
            return CodingResult(sources: result.sources, report: result.report)
        } catch {
            throw Failure(error.described(in: choice.language.tag), .badData)
        }
    }

    /// Tells how much arrived, and each field that did not; ends the program there where all or nothing is asked for.
    private func tell(_ report: ImportReport, of file: String, _ choice: CaseChoice) throws {
        let lines = report.lines(in: language.language.tag)
        let file = file.safeToShow
        StandardStream.error.write("\(file): " + lines.joined(separator: "\n") + "\n")
        guard strict, !report.lost.isEmpty || !report.leftOut.isEmpty else { return }
        throw Failure(
            choice.say(
                zh: "什么也没有写：\(file) 不能全部导入（--strict）",
                en: "nothing is written, for not all of \(file) can be imported (--strict)"), .badData)
    }
}

extension Case {
    /// The ids of everything that a text can name, and the citation keys: no two may be the same.
    var entityIDs: Set<String> {
        Set(
            items.map(\.id.text) + sources.map(\.id.text) + sources.compactMap(\.citationKey)
                + places.map(\.id.text) + actors.map(\.id.text))
    }
}
