import ArgumentParser
import CaseFiles
import Imports

/// The options of tables.
struct TableOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(localized(zh: "条目表。", en: "A table of items."), valueName: "file"),
        completion: .file())
    var items: String?
    @Option(
        help: ArgumentHelp(localized(zh: "来源表。", en: "A table of sources."), valueName: "file"),
        completion: .file()) var sources: String?
    @Option(
        help: ArgumentHelp(
            localized(zh: "条目的证据表。", en: "A table of evidence of the items."), valueName: "file"),
        completion: .file())
    var evidence: String?
    @Option(
        help: ArgumentHelp(localized(zh: "条目的链接表。", en: "A table of links of the items."), valueName: "file"),
        completion: .file())
    var links: String?
    @Option(
        help: ArgumentHelp(
            localized(zh: "条目的数据表。", en: "A table of figures of the items."), valueName: "file"),
        completion: .file())
    var metrics: String?
    @Option(
        help: ArgumentHelp(localized(zh: "地点表。", en: "A table of places."), valueName: "file"),
        completion: .file()
    ) var places: String?
    @Option(
        help: ArgumentHelp(localized(zh: "参与者表。", en: "A table of actors."), valueName: "file"),
        completion: .file()) var actors: String?
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            localized(zh: "某一列所对应的字段。", en: "The field that a column holds."), valueName: "column=field"))
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
