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
        abstract: localized(
            zh: "把其他程序的参考文献或编码文本读入案例的文件。",
            en: "Read references or coded texts of other programs into a file of a case."),
        discussion: localized(
            zh: """
                bibtex、ris、csl-json：文献管理软件中的文献成为来源
                refi-qda：项目的编码成为某一类条目，片段成为其证据
                csv：--items、--evidence、--links、--metrics、--sources、--places、--actors 所指各表的行，格式同 export 所写
                json：一个案例，或 export、list、show 等以 --format json 写出的记录

                加 --into，结果是案例文件夹里的一个新文件；不加则写入 -o 的文件或标准输出。标准错误上的报告说明导入了多少字段，并逐一列出未能导入的。

                名称与 export --format csv 的字段不同的列用 --map 对应。证据、链接和数据若属于案例中已有的条目，就加到该条目所在的文件里，其余（包括注释）不动；案例中已有的不会再加。来源可用 id、题名或引用键来指。

                示例：triptych import bibtex zotero.bib --into my-case
                """,
            en: """
                bibtex, ris, csl-json: the works of a reference manager become sources
                refi-qda: the codes of a project become items of a kind, its segments their evidence
                csv: the rows of the tables of --items, --evidence, --links, --metrics, --sources, --places and --actors, \
                as export writes them
                json: a case, or a list of its records as export, list and show write them with --format json

                With --into the result is a new file in the folder of the case; without it, \
                the file of -o or stdout. A report on stderr says how many fields were carried and names each that was \
                lost.

                Columns that are not named like a field of 'export --format csv' are named with --map. Evidence, links and \
                metrics of what stands in the case are added in the file where it stands, which is otherwise left as it \
                is, comments too; what the case has already is not added again. A source may be named by its id, title or \
                citation key.

                Example: triptych import bibtex zotero.bib --into my-case

                Example: triptych import csv --items coding.csv --map "Code=title_en" --kind rules --into my-case
                """))

    @OptionGroup var language: LanguageOption
    @Argument(
        help: ArgumentHelp(
            localized(
                zh: "bibtex、ris、csl-json、refi-qda、csv 或 json。",
                en: "bibtex, ris, csl-json, refi-qda, csv or json."))) var format: Format
    @Argument(
        help: ArgumentHelp(localized(zh: "要读的文件；- 为标准输入。", en: "The files to read; - is stdin.")),
        completion: .file()) var files: [String] = []
    @OptionGroup var tables: TableOptions
    @Option(
        help: ArgumentHelp(
            localized(zh: "放入结果的案例文件夹。", en: "The folder of the case that gets the result."),
            valueName: "folder"),
        completion: .directory)
    var into: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "编码或没有类别的行成为哪类条目。", en: "The kind of item that a code, or a row without one, becomes."),
            valueName: "id"),
        completion: .kinds)
    var kind: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "编码片段或没有强度的证据行的证据强度。",
                en: "The strength of coded segments, or of evidence whose row has none."),
            valueName: "id"),
        completion: .strengths)
    var strength: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "文件的编码，如 gb18030（默认：UTF-8）。",
                en: "The encoding of the files, such as gb18030 (default: UTF-8)."),
            valueName: "name"))
    var encoding: String?
    @Flag(
        help: ArgumentHelp(
            localized(zh: "只要有一项未能导入，就什么也不写。", en: "Write nothing if anything at all is lost.")))
    var strict = false
    @OptionGroup var file: FileOptions

    func validate() throws {
        if format == .refiQDA, kind == nil {
            throw ValidationError(
                localized(
                    zh: "refi-qda 需要 --kind，即编码成为哪一类条目",
                    en: "refi-qda needs --kind, the kind of item that a code becomes"))
        }
        if kind != nil, ![.refiQDA, .csv].contains(format) {
            throw ValidationError(
                localized(zh: "--kind 与 refi-qda 和 csv 同用", en: "--kind goes with refi-qda and csv"))
        }
        if strength != nil, ![.refiQDA, .csv].contains(format) {
            throw ValidationError(
                localized(zh: "--strength 与 refi-qda 和 csv 同用", en: "--strength goes with refi-qda and csv"))
        }
        if encoding != nil, format == .refiQDA {
            throw ValidationError(
                localized(zh: "refi-qda 的项目一律是 UTF-8", en: "projects of refi-qda are always in UTF-8"))
        }
        if format == .csv {
            guard files.isEmpty, !tables.all.isEmpty else {
                let options = RecordTable.allCases.map { "--\($0.rawValue)" }.joined(separator: ", ")
                // The value of an option that does not exist is among the files.
                let rest = files.map { localized(zh: "“\($0)”", en: "'\($0)'") }
                    .joined(separator: localized(zh: "、", en: ", "))
                throw ValidationError(
                    localized(
                        zh: "csv 的表格取自 \(options)" + (files.isEmpty ? "" : "；\(rest) 不属于其中任何一个"),
                        en: "csv takes its tables from \(options)"
                            + (files.isEmpty ? "" : "; \(rest) belongs to none of them")))
            }
        } else if files.isEmpty || !tables.all.isEmpty || !tables.map.isEmpty {
            throw ValidationError(
                localized(
                    zh: "\(format.rawValue) 取文件；表格和 --map 与 csv 同用",
                    en: "\(format.rawValue) takes files; tables and --map go with csv"))
        }
        if into != nil, file.output != nil {
            throw ValidationError(localized(zh: "--into 和 -o 不能同用", en: "--into and -o exclude each other"))
        }
    }

    func run() throws {
        try reporting {
            let choice = CaseChoice(path: into, language: language.wish ?? .usual)
            let place = try destination(choice)
            var existing: Case?
            var usualStrength: ID<Strength>?
            if into != nil {
                let known = try choice.open().case
                existing = known
                let strengths = known.manifest.rankedStrengths.map(\.id)
                usualStrength = strengths.first
                if let strength, !strengths.contains(ID(strength)) {
                    let list = strengths.map(\.text).joined(separator: ", ")
                    throw Failure(
                        choice.say(
                            zh: "案例没有证据强度“\(strength)”；有 \(list)",
                            en: "the case has no strength '\(strength)'; it has \(list)"), .missing)
                }
                if let kind, !known.kinds.contains(where: { $0.id.text == kind }) {
                    let kinds = known.kinds.map(\.id.text).joined(separator: ", ")
                    throw Failure(
                        choice.say(
                            zh: "案例没有类别“\(kind)”；有 \(kinds)",
                            en: "the case has no kind '\(kind)'; it has \(kinds)"), .missing)
                }
            }
            var additions: [CaseAddition] = []
            let document: JSONValue?
            let reports: [ImportReport]
            switch format {
            case .csv, .json:
                let (records, told) =
                    try format == .csv
                    ? tableRecords(for: existing, choice) : documentRecords(for: existing, choice)
                (document, additions, reports) = (records.document, records.additions, told)
            case .bibtex, .ris, .cslJSON, .refiQDA:
                (document, additions, reports) = try records(
                    besides: existing, strength.map { ID($0) } ?? usualStrength ?? .primary, choice)
            }
            if document == nil, additions.isEmpty { return try sayWhyNothing(reports, choice) }
            let text = document.map(YAMLWriter.document)
            guard let place, let existing else { return try file.write(text ?? "") }
            try write(text, to: place, and: additions, to: existing, choice)
        }
    }

    /// Says that the case has all of it, or ends the program where nothing can be imported.
    private func sayWhyNothing(_ reports: [ImportReport], _ choice: CaseChoice) throws {
        let isKnown = reports.contains(where: \.hasKnown)
        guard reports.allSatisfy(\.leftOut.isEmpty) else {
            throw Failure(
                isKnown
                    ? choice.say(
                        zh: "什么也没有写：可以导入的，案例中都已有",
                        en: "nothing is written, for the case has all that can be imported already")
                    : choice.say(
                        zh: "什么也没有写：没有一条记录可以导入",
                        en: "nothing is written, for none of the records can be imported"), .badData)
        }
        guard isKnown else {
            throw Failure(
                choice.say(zh: "没有可导入的内容", en: "there is nothing to import in the files"), .nothingFound)
        }
        StandardStream.error.write(
            choice.say(
                zh: "案例中都已有，没有要写的\n", en: "the case has all of it already; nothing is to be written\n"))
    }

    /// Writes the new file, and then what is added to records of the case to the files in which these stand.
    private func write(
        _ text: String?, to place: String, and additions: [CaseAddition], to existing: Case,
        _ choice: CaseChoice
    ) throws {
        do {
            let files = try EditedFile.files(in: into ?? "", adding: additions)
            try checkSound(with: text.map { (place, $0) }, changing: files, existing, choice)
            if let text {
                try requireFree(place, choice)
                try WholeFile.write(text, to: place)
                StandardStream.error.write(choice.say(zh: "已写出 \(place)\n", en: "wrote \(place)\n"))
            }
            for file in files {
                try file.write()
                let count = file.additions.reduce(0) { $0 + $1.records.count }
                let owners = Set(file.additions.map(\.id)).sorted()
                let shown = owners.prefix(6).joined(separator: ", ") + (owners.count > 6 ? " …" : "")
                let path = file.path.safeToShow
                StandardStream.error.write(
                    choice.say(
                        zh: "已在 \(path) 里为 \(owners.count) 个对象增补 \(count) 项：\(shown)\n",
                        en: "added \(count) to \(owners.count) in \(path): \(shown)\n"))
            }
        } catch let error as AdditionError {
            throw Failure(error.sentence.localized(in: choice.language.tag), .badData)
        }
    }

    /// The new file in the folder of the case, named after the first file that is read, with a number where that name is
    /// taken; nil without `--into`.
    private func destination(_ choice: CaseChoice) throws -> String? {
        guard let into else { return nil }
        guard (try? FileSystem.status(of: into))?.kind == .folder else {
            throw Failure(
                choice.say(
                    zh: "没有案例文件夹“\(into)”；`triptych new` 可新建一个",
                    en: "there is no folder '\(into)' of a case; 'triptych new' makes one"), .missing)
        }
        let first = files.first ?? tables.all[0].file
        let file = first.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? ""
        let slug = Slug.of(String(file)) { $0.spelling }
        let subject =
            switch format {
            case .bibtex, .ris, .cslJSON: "sources"
            case .refiQDA: "coded"
            case .csv: "tables"
            case .json: "records"
            }
        let stem = "\(subject)-\(slug.isEmpty ? format.rawValue : String(slug.prefix(80)))"
        let taken: Set<String>
        do { taken = Set(try FileSystem.names(in: into)) } catch { throw Failure(error) }
        var (name, number) = (stem + ".yaml", 1)
        while taken.contains(name) {
            number += 1
            name = "\(stem)-\(number).yaml"
        }
        return "\(into)/\(name)"
    }

    /// Keeps a file that has come to be there while the files were read.
    private func requireFree(_ path: String, _ choice: CaseChoice) throws {
        guard FileSystem.exists(path) else { return }
        throw Failure(
            choice.say(
                zh: "\(path) 刚刚出现，没有写入；请再导入一次",
                en: "\(path) has just come to be, and is not written; import once more"), .badData)
    }

    /// Reads the case as it would be with the new and the changed files, and ends the program where it could not be opened,
    /// because of a quote that is too long for it, say, or where something else than the additions would change.
    private func checkSound(
        with addition: (name: String, text: String)?, changing files: [EditedFile], _ existing: Case,
        _ choice: CaseChoice
    ) throws {
        guard let into else { return }
        let outcome = try choice.reading { () throws(CaseFileError) in
            try CaseReader.read(path: into, adding: addition, changing: files)
        }
        let names = ([addition?.name].compactMap { $0 } + files.map(\.path)).joined(separator: ", ")
            .safeToShow
        guard let result = outcome.caseFile else {
            choice.tell(outcome.diagnostics.filter { $0.severity == .error })
            throw Failure(
                choice.say(
                    zh: "什么也没有写：加上 \(names) 后案例有以上错误；请改正所导入的文件，或改用 -o 写出后再改",
                    en:
                        "nothing is written, for with \(names) the case would have these errors; mend what is imported, "
                        + "or write it with -o and mend that"), .badData)
        }
        guard result.extends(existing, by: files.flatMap(\.additions)) else {
            throw Failure(
                choice.say(
                    zh: "什么也没有写：在 \(names) 里增补会改动别的内容；请手工增补",
                    en:
                        "nothing is written, for to add to \(names) would change more than that; add to it by hand"
                ),
                .badData)
        }
    }
}
