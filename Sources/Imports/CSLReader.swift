import CaseFiles
import CaseModel

/// Records of the input of citation processors (CSL-JSON 1.0.2).
struct CSLReader {
    private(set) var records: [ForeignRecord] = []

    /// Reads an array of items, one item, or an object with an array of `items`.
    init(_ file: SourceFile) throws(ImportError) {
        let root = try file.json()
        let nodes: [JSONNode]
        switch root.content {
        case .array(let elements): nodes = elements
        case .object: nodes = root["items"]?.elements ?? [root]
        case .null, .bool, .number, .string: throw file.error(ImportMessage.notReferences, at: root.offset)
        }
        guard nodes.count <= ImportLimits.records else {
            throw file.error(ImportMessage.tooManyRecords, at: root.offset)
        }
        for node in nodes {
            guard case .object(let members) = node.content else {
                throw file.error(ImportMessage.notReferences, at: node.offset)
            }
            records.append(record(node, members, in: file))
        }
    }

    private func record(
        _ node: JSONNode, _ members: [(key: String, value: JSONNode)], in file: SourceFile
    ) -> ForeignRecord {
        let key = node["citation-key"]?.word ?? node["id"]?.word
        let type = node["type"]?.word ?? "document"
        let names = Set(members.lazy.filter { !$0.value.line.isEmpty }.map(\.key))
        var record = ForeignRecord(
            name: key.map { Text($0) } ?? Label.record(records.count + 1), key: key, type: type,
            work: Work(named: node["custom"]?["source-type"]?.word) ?? CSLTypes.work(type, beside: names),
            address: file.address(of: node["type"]?.offset ?? node.offset))
        for (name, value) in members where name != "type" {
            if case .null = value.content { continue }
            // What CSL has no variable for is under this one, each with a name of its own.
            let own =
                name == "custom" ? CSLVariables.custom.compactMap { key in value[key].map { (key, $0) } } : []
            record.facts += own.map { fact($0.0, $0.1, in: type, beside: names, file) }
            if own.isEmpty { record.facts.append(fact(name, value, in: type, beside: names, file)) }
        }
        // The notation of the case says what the parts of a date have no room for, unless these were changed.
        let exact = node["custom"]?["issued-edtf"]?.word.flatMap { PartialDate($0) }
        if let exact,
            let place = record.facts.firstIndex(where: { $0.field == "issued" && $0.role == .date }),
            record.facts[place].date?.year == exact.year
        {
            (record.facts[place].date, record.facts[place].isWholeDate) = (exact, true)
        }
        return record
    }

    private func fact(
        _ name: String, _ value: JSONNode, in type: String, beside names: Set<String>, _ file: SourceFile
    ) -> Fact {
        var role = CSLVariables.role(of: name, in: type, beside: names)
        let address = file.address(of: value.offset)
        if case .object = value.content, role == .date || role == .accessed || role.isLabel {
            let date = Self.date(value)
            return Fact(
                role: role, field: name, value: date.text, address: address, date: date.date,
                isWholeDate: date.isWhole)
        }
        if let elements = value.elements, CSLVariables.names.contains(name) {
            let people = elements.map(Self.name)
            return Fact(
                role: role, field: name, value: people.map(\.written).joined(separator: "; "),
                address: address, names: people,
                presumedNames: ForeignName.presumed(
                    in: elements.compactMap { $0["literal"]?.word ?? $0.word }))
        }
        guard let word = value.word else {
            // A structure where a text should stand is reported as it is.
            if role != .structure, role != .key, role != .apart { role = .unknown }
            return Fact(role: role, field: name, value: value.line, address: address)
        }
        let text = word.withoutMarkup
        return Fact(role: role, field: name, value: role == .pages ? text.ranged : text, address: address)
    }

    private static func name(_ node: JSONNode) -> ForeignName {
        func part(_ key: String) -> String? {
            node[key]?.word.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        }
        if let literal = part("literal") ?? node.word {
            return ForeignName.undivided(literal)
        }
        let particles = [part("dropping-particle"), part("non-dropping-particle"), part("family")]
        let family = particles.compactMap { $0 }.joined(separator: " ")
        let given = [part("given"), part("suffix")].compactMap { $0 }.joined(separator: " ")
        if family.isEmpty { return ForeignName.undivided(given) }
        return .person(family: family, given: given)
    }

    /// A date in parts, as text, or both; of a span the day on which it begins.
    private static func date(_ node: JSONNode) -> (date: PartialDate?, isWhole: Bool, text: String) {
        let spans = node["date-parts"]?.elements ?? []
        let numbers = spans.first?.elements?.map { $0.word.flatMap { Int($0.trimmed) } } ?? []
        // CSL writes 0 for what is not known.
        let known = numbers.prefix { $0 != nil && $0 != 0 }.compactMap { $0 }
        let text = [node["raw"]?.word, node["literal"]?.word].compactMap { $0 }.joined(separator: " ")
        guard let year = known.first else {
            let told = ForeignDate(text)
            return (told.date, told.isWhole, text)
        }
        var told = ForeignDate(
            // Historians count no year 0: −1 is 1 BCE.
            year: year < 0 ? year + 1 : year, month: known.count > 1 ? known[1] : nil,
            day: known.count > 2 ? known[2] : nil)
        // Seasons are counted from 1, or from 21 as in EDTF.
        let season = node["season"]?.word.flatMap { Int($0) }.map { $0 <= 4 ? $0 + 20 : $0 }
        if known.count == 1, let date = told.date, let season = season.flatMap(PartialDate.Season.init) {
            told = ForeignDate("\(date)-\(season.rawValue)")
        }
        let isSeasonTold = node["season"] == nil || (season != nil && told.date?.season?.rawValue == season)
        var isSpanTold = spans.count == 1
        if case .bool(true)? = node["circa"]?.content, let date = told.date {
            if isSpanTold {
                told = ForeignDate("\(date)~")
            } else if let some = someYear(from: date, to: spans[1]) {
                (told, isSpanTold) = (ForeignDate("\(some)"), true)
            }
        }
        let isWhole = told.isWhole && isSpanTold && isSeasonTold && text.isEmpty
        let rest = [told.date?.description ?? "", node["season"].map { "season " + $0.line } ?? "", text]
        let end = spans.count > 1 ? "/" + spans[1].line : ""
        return (told.date, isWhole, rest.filter { !$0.isEmpty }.joined(separator: " ") + end)
    }

    /// Some year of the ten or the hundred that a span with the word `circa` covers; nil for any other.
    private static func someYear(from first: PartialDate, to end: JSONNode) -> PartialDate? {
        guard first.precision == .year, let parts = end.elements, parts.count == 1,
            let year = parts[0].word.flatMap({ Int($0.trimmed) })
        else { return nil }
        let last = year < 0 ? year + 1 : year
        return [.decade, .century].lazy.compactMap { PartialDate($0, from: first.year) }
            .first { $0.spanOfYears.upperBound == last }
    }
}

extension Fact.Role {
    fileprivate var isLabel: Bool { if case .labelled = self { true } else { false } }
}

extension ForeignName {
    /// A name that nobody divided: in Chinese characters perhaps that of a person, else that of a body.
    fileprivate static func undivided(_ name: String) -> ForeignName {
        name.contains(",") ? .body(name) : ForeignName(inverted: name)
    }
}

extension String {
    /// Without the few tags of rich text that Zotero allows in titles.
    fileprivate var withoutMarkup: String {
        guard contains("<") else { return self }
        var text = self
        for tag in ["i", "b", "sup", "sub", "sc", "span"] {
            text = text.replacing("</\(tag)>", with: "").replacing("<\(tag)>", with: "")
        }
        for opening in ["<span class=\"nocase\">", "<span style=\"font-variant:small-caps;\">"] {
            text = text.replacing(opening, with: "")
        }
        return text
    }
}
