import ArgumentParser
import CaseFiles
import CaseModel
import CaseSearch
import Imports
import System
import TextLayout

/// `triptych import`: the files of other programs as a file of a case.
struct Import: ParsableCommand {
    /// The formats by their names on the command line.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case bibtex, ris
        case cslJSON = "csl-json"
        case refiQDA = "refi-qda"
        case csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: CommandName.`import`.rawValue, _superCommandName: Triptych.name,
        abstract: told(
            zh: "把其他程序的参考文献或编码文本读入案例的文件。",
            en: "Read references or coded texts of other programs into a file of a case."),
        discussion: told(
            zh: """
                bibtex、ris、csl-json：文献管理软件中的文献成为来源
                refi-qda：项目的编码成为某一类条目，片段成为其证据
                csv：--items、--evidence、--links、--metrics、--sources、--places、--actors 所指各表的行，格式同 export 所写
                json：一个案例，或各命令以 --format json 写出的记录

                加 --into，结果是案例文件夹里的一个新文件，其余不动；不加则写入 -o 的文件或标准输出。标准错误上的报告说明导入了多少字段，并逐一列出未能导入的。

                名称与 export --format csv 的字段不同的列用 --map 对应；证据、链接和数据须与所属条目一起导入，因为新文件不能给案例中已有的记录添加内容。

                示例：triptych import bibtex zotero.bib --into my-case
                """,
            en: """
                bibtex, ris, csl-json: the works of a reference manager become sources
                refi-qda: the codes of a project become items of a kind, its segments their evidence
                csv: the rows of the tables of --items, --evidence, --links, --metrics, --sources, --places and --actors, \
                as export writes them
                json: a case, or a list of its records as the commands write them with --format json

                With --into the result is a new file in the folder of the case, in which nothing else changes; without it, \
                the file of -o or stdout. A report on stderr says how many fields were carried and names each that was \
                lost.

                Columns that are not named like a field of 'export --format csv' are named with --map; evidence, links and \
                metrics come with the items that they belong to, since a new file cannot add to what stands in the case.

                Example: triptych import bibtex zotero.bib --into my-case

                Example: triptych import csv --items coding.csv --map "Code=title_en" --kind rules --into my-case
                """))

    @OptionGroup var language: LanguageOption
    @Argument(
        help: ArgumentHelp(
            told(
                zh: "bibtex、ris、csl-json、refi-qda、csv 或 json。",
                en: "bibtex, ris, csl-json, refi-qda, csv or json."))) var format: Format
    @Argument(
        help: ArgumentHelp(told(zh: "要读的文件；- 为标准输入。", en: "The files to read; - is stdin.")),
        completion: .file()) var files: [String] = []
    @OptionGroup var tables: TableOptions
    @Option(
        help: ArgumentHelp(
            told(zh: "放入结果的案例文件夹。", en: "The folder of the case that gets the result."), valueName: "folder"),
        completion: .directory)
    var into: String?
    @Option(
        help: ArgumentHelp(
            told(zh: "编码或没有类别的行成为哪类条目。", en: "The kind of item that a code, or a row without one, becomes."),
            valueName: "id"))
    var kind: String?
    @OptionGroup var file: FileOptions

    func validate() throws {
        if format == .refiQDA, kind == nil {
            throw ValidationError(
                told(
                    zh: "refi-qda 需要 --kind，即编码成为哪一类条目",
                    en: "refi-qda needs --kind, the kind of item that a code becomes"))
        }
        if kind != nil, ![.refiQDA, .csv].contains(format) {
            throw ValidationError(
                told(zh: "--kind 与 refi-qda 和 csv 同用", en: "--kind goes with refi-qda and csv"))
        }
        if format == .csv {
            guard files.isEmpty, !tables.all.isEmpty else {
                throw ValidationError(
                    told(zh: "csv 的表格取自 ", en: "csv takes its tables from ")
                        + RecordTable.allCases.map { "--\($0.rawValue)" }.joined(separator: ", "))
            }
        } else if files.isEmpty || !tables.all.isEmpty || !tables.map.isEmpty {
            throw ValidationError(
                told(
                    zh: "\(format.rawValue) 取文件；表格和 --map 与 csv 同用",
                    en: "\(format.rawValue) takes files; tables and --map go with csv"))
        }
        if into != nil, file.output != nil {
            throw ValidationError(told(zh: "--into 和 -o 不能同用", en: "--into and -o exclude each other"))
        }
    }

    func run() throws {
        try reporting {
            let choice = CaseChoice(path: into, language: language.wish ?? .usual)
            let place = try destination(choice)
            var existing: Case?
            var strength: ID<Strength>?
            if into != nil {
                let known = try choice.open().case
                existing = known
                strength = known.manifest.rankedStrengths.first?.id
                if let kind, !known.kinds.contains(where: { $0.id.text == kind }) {
                    let kinds = known.kinds.map(\.id.text).joined(separator: ", ")
                    throw Failure(
                        choice.say(
                            zh: "案例没有类别“\(kind)”；有 \(kinds)",
                            en: "the case has no kind '\(kind)'; it has \(kinds)"), .missing)
                }
            }
            let document =
                switch format {
                case .csv: try tableRecords(for: existing, choice)
                case .json: try documentRecords(for: existing, choice)
                case .bibtex, .ris, .cslJSON, .refiQDA:
                    try records(besides: existing?.entityIDs ?? [], strength ?? .primary, choice)
                }
            guard let document else {
                throw Failure(
                    choice.say(zh: "没有可导入的内容", en: "there is nothing to import in the files"), .nothingFound)
            }
            let text = YAMLWriter.document(document)
            guard let place else { return try file.write(text) }
            try checkSound(with: text, at: place, choice)
            try WholeFile.write(text, to: place)
            StandardStream.error.write(choice.say(zh: "已写出 \(place)\n", en: "wrote \(place)\n"))
        }
    }

    /// The new file in the folder of the case, named after the first file that is read; nil without `--into`.
    private func destination(_ choice: CaseChoice) throws -> String? {
        guard let into else { return nil }
        guard (try? FileSystem.status(of: into))?.kind == .folder else {
            throw Failure(
                choice.say(
                    zh: "没有案例文件夹“\(into)”；`triptych new` 可新建一个",
                    en: "there is no folder '\(into)' of a case; 'triptych new' makes one"), .missing)
        }
        let first = files.first ?? tables.all[0].file
        let name = first.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
        let slug = Slug.of(String(name)) { $0.spelling }
        let subject =
            switch format {
            case .bibtex, .ris, .cslJSON: "sources"
            case .refiQDA: "coded"
            case .csv: "tables"
            case .json: "records"
            }
        let path = "\(into)/\(subject)-\(slug.isEmpty ? format.rawValue : String(slug.prefix(80))).yaml"
        guard !FileSystem.exists(path) else {
            throw Failure(
                choice.say(
                    zh: "\(path) 已存在；请把它移走，或改用 -o 指定文件",
                    en: "\(path) is there already; move it away, or name another file with -o"), .wrongUsage)
        }
        return path
    }

    /// Reads the case as it would be with the new file, and ends the program where it could not be opened, because of a
    /// quote that is too long for it, say.
    private func checkSound(with text: String, at place: String, _ choice: CaseChoice) throws {
        guard let into else { return }
        let outcome = try choice.reading { () throws(CaseFileError) in
            try CaseReader.read(path: into, adding: (place, text))
        }
        guard outcome.caseFile == nil else { return }
        choice.tell(outcome.diagnostics.filter { $0.severity == .error })
        throw Failure(
            choice.say(
                zh: "什么也没有写：加上 \(place) 后案例有以上错误；请改正所导入的文件，或改用 -o 写出后再改",
                en:
                    "nothing is written, for with \(place) the case would have these errors; mend what is imported, "
                    + "or write it with -o and mend that"), .badData)
    }

    /// The works or coded texts of the files; nil without any.
    private func records(
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
            tell(result.report, of: file)
        }
        var members: [(key: String, value: JSONValue)] = []
        if !items.isEmpty { members.append(("items", .array(items.map(\.json)))) }
        if !sources.isEmpty { members.append(("sources", .array(sources.map(\.json)))) }
        return members.isEmpty ? nil : .object(members)
    }

    /// The rows of the tables; nil without any.
    private func tableRecords(for existing: Case?, _ choice: CaseChoice) throws -> JSONValue? {
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
                tell(try records.add(rows, as: subject, kind: kind), of: table.file)
            }
        } catch let error as ImportError {
            throw Failure(error.described(in: choice.language.tag), .badData)
        }
        return records.document
    }

    /// The records of JSON files; nil without any.
    private func documentRecords(for existing: Case?, _ choice: CaseChoice) throws -> JSONValue? {
        var records = GatheredRecords(for: existing) { $0.spelling }
        for file in files {
            do {
                tell(try records.add(json: try bytes(of: file, choice), file: file), of: file)
            } catch let error as ImportError {
                throw Failure(error.described(in: choice.language.tag), .badData)
            }
        }
        return records.document
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

/// The options of tables.
struct TableOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(told(zh: "条目表。", en: "A table of items."), valueName: "file"), completion: .file())
    var items: String?
    @Option(
        help: ArgumentHelp(told(zh: "来源表。", en: "A table of sources."), valueName: "file"),
        completion: .file()) var sources: String?
    @Option(
        help: ArgumentHelp(told(zh: "条目的证据表。", en: "A table of evidence of the items."), valueName: "file"),
        completion: .file())
    var evidence: String?
    @Option(
        help: ArgumentHelp(told(zh: "条目的链接表。", en: "A table of links of the items."), valueName: "file"),
        completion: .file())
    var links: String?
    @Option(
        help: ArgumentHelp(told(zh: "条目的数据表。", en: "A table of figures of the items."), valueName: "file"),
        completion: .file())
    var metrics: String?
    @Option(
        help: ArgumentHelp(told(zh: "地点表。", en: "A table of places."), valueName: "file"), completion: .file()
    ) var places: String?
    @Option(
        help: ArgumentHelp(told(zh: "参与者表。", en: "A table of actors."), valueName: "file"),
        completion: .file()) var actors: String?
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            told(zh: "某一列所对应的字段。", en: "The field that a column holds."), valueName: "column=field"))
    var map: [String] = []

    /// The tables, those that others refer to first.
    var all: [(subject: RecordTable, file: String)] {
        [
            (.sources, sources), (.places, places), (.actors, actors), (.items, items), (.evidence, evidence),
            (.links, links), (.metrics, metrics),
        ].compactMap { subject, file in file.map { (subject, $0) } }
    }

    /// The columns that are named.
    func columns(_ choice: CaseChoice) throws(Failure) -> [(column: String, field: String)] {
        try map.map { argument throws(Failure) in
            guard let column = TableMapping.parsed(argument) else {
                throw Failure(
                    choice.say(
                        zh: "“\(argument)”不是“列=字段”", en: "'\(argument)' is not 'column=field'"), .wrongUsage)
            }
            return column
        }
    }
}

extension Case {
    /// The ids of everything that a text can name: no two may be the same.
    fileprivate var entityIDs: Set<String> {
        Set(
            items.map(\.id.text) + sources.map(\.id.text) + places.map(\.id.text) + actors.map(\.id.text))
    }
}
