import CaseFiles
import CaseModel
import CaseSearch
import Imports
import System
import TextLayout

// What the files hold.
extension Import {
    /// The works or coded texts of the files; nil without any.
    func records(
        besides existing: Set<String>, _ strength: ID<Strength>, _ choice: CaseChoice
    ) throws -> JSONValue? {
        var existing = existing
        var items: [Item] = []
        var sources: [Source] = []
        for file in files {
            let result = try read(file, besides: existing, strength, choice)
            items += result.items
            sources += result.sources.map(\.source)
            existing.formUnion(result.items.map(\.id.text) + result.sources.map(\.source.id.text))
            existing.formUnion(result.sources.compactMap(\.source.citationKey))
            tell(result.report, of: file)
        }
        var members: [(key: String, value: JSONValue)] = []
        if !items.isEmpty { members.append(("items", .array(items.map(\.json)))) }
        if !sources.isEmpty { members.append(("sources", .array(sources.map(\.json)))) }
        return members.isEmpty ? nil : .object(members)
    }

    /// The rows of the tables.
    func tableRecords(for existing: Case?, _ choice: CaseChoice) throws -> GatheredRecords {
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
                if subject == .items, kind == nil, !rows.fields.contains("kind") {
                    throw Failure(
                        choice.say(
                            zh: "\(table.file) 没有写各条目的类别；请用 --kind 指定，或用 --map \"列=kind\" 指明哪一列是",
                            en:
                                "\(table.file) does not say of which kind its items are; name one with --kind, or the "
                                + "column with --map \"column=kind\""), .wrongUsage)
                }
                tell(try records.add(rows, as: subject, kind: kind), of: table.file)
            }
        } catch let error as ImportError {
            throw Failure(error.described(in: choice.language.tag), .badData)
        }
        return records
    }

    /// The records of JSON files.
    func documentRecords(for existing: Case?, _ choice: CaseChoice) throws -> GatheredRecords {
        var records = GatheredRecords(for: existing) { $0.spelling }
        for file in files {
            do {
                tell(try records.add(json: try bytes(of: file, choice), file: file), of: file)
            } catch let error as ImportError {
                throw Failure(error.described(in: choice.language.tag), .badData)
            }
        }
        return records
    }

    private func bytes(of file: String, _ choice: CaseChoice) throws -> [UInt8] {
        do {
            return try WholeFile.read(file == "-" ? "/dev/stdin" : file, limit: 256 << 20)
        } catch {
            throw error.isMissing
                ? Failure(CaseFileError.missing(path: file), in: choice.language) : Failure(error)
        }
    }

    private func read(
        _ file: String, besides existing: Set<String>, _ strength: ID<Strength>, _ choice: CaseChoice
    ) throws -> (items: [Item], sources: [ImportedSource], report: ImportReport) {
        let bytes = try bytes(of: file, choice)
        let spelling: Spelling = { $0.spelling }
        do {
            let result: ImportResult
            switch format {
            case .bibtex:
                result = try Importer.bibTeX(bytes, file: file, existing: existing, spelling: spelling)
            case .ris:
                result = try Importer.ris(bytes, file: file, existing: existing, spelling: spelling)
            case .cslJSON:
                result = try Importer.cslJSON(bytes, file: file, existing: existing, spelling: spelling)
            case .csv, .json: return ([], [], ImportReport())
            case .refiQDA:
                var choices = CodingChoices(kind: ID(kind ?? ""))
                choices.strength = strength
                let coded = try Importer.refiQDA(
                    bytes, file: file, choices, existing: existing, spelling: spelling)
                return (coded.items, coded.sources, coded.report)
            }
            return ([], result.sources, result.report)
        } catch {
            throw Failure(error.described(in: choice.language.tag), .badData)
        }
    }

    /// Tells how much arrived, and each field that did not.
    private func tell(_ report: ImportReport, of file: String) {
        let lines = report.lines(in: language.language.tag)
        StandardStream.error.write("\(file.safeToShow): " + lines.joined(separator: "\n") + "\n")
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
