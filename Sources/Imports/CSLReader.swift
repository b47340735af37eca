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
            name: key.map { Text(same: $0) } ?? Label.record(records.count + 1), key: key, type: type,
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
                address: address, names: people)
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

/// The types of CSL 1.0.2, and those that Zotero writes beside them.
enum CSLTypes {
    /// The work of a type; a generic document with an address alone is a page on the web.
    static func work(_ type: String, beside names: Set<String>) -> Work {
        switch type {
        case "article-journal": Work(.paper)
        case "article": Work(.paper, "预印本", "preprint")
        case "article-newspaper": Work(.news)
        case "article-magazine":
            names.isDisjoint(with: ["volume", "issue"])
                ? Work(.news, "杂志文章", "magazine article") : Work(.news)
        case "paper-conference": Work(.paper, "会议论文", "conference paper")
        case "review", "review-book": Work(.paper, "评论", "review")
        case "book": Work(.book)
        case "collection": Work(.book, "文集", "collection")
        case "periodical": Work(.book, "期刊", "periodical")
        case "pamphlet": Work(.book, "小册子", "pamphlet")
        case "classic": Work(.book, "经典著作", "classical work")
        case "chapter": Work(.chapter)
        case "entry": Work(.chapter, "工具书条目", "entry of a reference work")
        case "entry-dictionary": Work(.chapter, "词典条目", "dictionary entry")
        case "entry-encyclopedia": Work(.chapter, "百科条目", "encyclopedia article")
        case "thesis": Work(.thesis)
        case "report": Work(.report)
        case "patent": Work(.report, "专利", "patent")
        case "hearing": Work(.report, "听证", "hearing")
        case "speech": Work(.report, "演示文稿", "presentation")
        case "interview": Work(.interview)
        case "personal_communication": Work(.archive, "书信", "letter")
        case "manuscript": Work(.archive)
        case "map": Work(.archive, "地图", "map")
        case "graphic", "figure": Work(.archive, "艺术作品或图", "artwork or figure")
        case "musical_score": Work(.archive, "乐谱", "musical score")
        case "dataset": Work(.dataset)
        case "software": Work(.dataset, "软件", "software")
        case "standard": Work(.standard)
        case "legislation": Work(.law)
        case "bill": Work(.law, "法案", "bill")
        case "legal_case": Work(.law, "判例", "court case")
        case "regulation": Work(.regulation)
        case "treaty": Work(.agreement)
        case "motion_picture": Work(.film)
        case "broadcast": Work(.film, "广播电视节目", "broadcast")
        case "song": Work(.film, "录音", "audio recording")
        case "performance", "event": Work(.film, "演出", "performance")
        case "webpage": Work(.web)
        case "post": Work(.web, "帖子", "post")
        case "post-weblog": Work(.web, "博客", "blog post")
        case "document": .guess(names.contains("URL") && !names.contains("publisher") ? .web : .paper)
        case _: .guess(.paper, type)
        }
    }
}

/// The variables of CSL 1.0.2.
enum CSLVariables {
    /// What this program writes under `custom`, since CSL has no variable for it.
    static let custom = ["title-translation", "archived", "source-type", "issued-edtf"]

    /// Variables that hold names.
    static let names: Set<String> = [
        "author", "editor", "translator", "interviewer", "recipient", "director", "producer", "script-writer",
        "performer", "composer", "illustrator", "narrator", "host", "guest", "chair", "compiler",
        "contributor",
        "curator", "organizer", "executive-producer", "series-creator", "collection-editor",
        "container-author",
        "editorial-director", "editor-translator", "original-author", "reviewed-author",
    ]

    /// What a variable tells in an item of a type, beside the other variables that it has.
    static func role(of name: String, in type: String, beside names: Set<String>) -> Fact.Role {
        switch name {
        // A film is its director's where nobody else signs it.
        case "director": return names.contains("author") ? .labelled(Label.director) : .author
        case "page-first": return names.contains("page") ? .structure : .pages
        case "medium": return names.contains("genre") ? .labelled(Label.medium) : .genre
        case "event-place":
            // Zotero repeats the place of publication here.
            return names.contains("publisher-place") ? .place : .labelled(Label.eventPlace)
        case "event", "event-title":
            return names.contains("container-title") || type != "paper-conference"
                ? .labelled(Label.event) : .container
        case "collection-title":
            return ["webpage", "book"].contains(type) && !names.contains("container-title")
                ? .container : .labelled(Label.series)
        // A book has a series for its container, and in it a number; the volume is then that of a work in several.
        case "collection-number" where type == "book" && names.contains("collection-title"): return .volume
        case "volume" where type == "book" && names.contains("collection-number"):
            return .labelled(Label.volume)
        case "call-number":
            return names.contains("archive_location") ? .labelled(Label.callNumber) : .archiveLocation
        case "version": return names.contains("edition") ? .labelled(Label.version) : .edition
        case _: break
        }
        if let role = roles[name] { return role }
        return self.names.contains(name) ? .labelled(Label.creator) : .unknown
    }

    private static let roles: [String: Fact.Role] = [
        "title-translation": .translatedTitle, "archived": .archivedURL,
        "source-type": .structure, "issued-edtf": .structure,
        "title": .title, "title-short": .shortTitle, "shortTitle": .shortTitle, "container-title": .container,
        "container-title-short": .abbreviatedContainer, "journalAbbreviation": .abbreviatedContainer,
        "author": .author, "editor": .editor, "issued": .date, "accessed": .accessed, "volume": .volume,
        "issue": .issue, "page": .pages, "number": .number, "publisher": .publisher,
        "publisher-place": .place,
        "edition": .edition, "genre": .genre, "ISBN": .isbn, "ISSN": .issn, "URL": .url, "DOI": .doi,
        "language": .language, "archive": .archive, "archive_location": .archiveLocation,
        "archive-location": .archiveLocation, "note": .note, "annote": .note,
        "translator": .translator, "interviewer": .labelled(Label.interviewer),
        "recipient": .labelled(Label.recipient), "collection-editor": .labelled(Label.seriesEditor),
        "container-author": .labelled(Label.bookAuthor), "contributor": .labelled(Label.contributor),
        "producer": .labelled(Label.producer), "executive-producer": .labelled(Label.producer),
        "script-writer": .labelled(Label.scriptwriter), "performer": .labelled(Label.performer),
        "composer": .labelled(Label.composer), "original-author": .labelled(Label.original),
        "reviewed-author": .labelled(Label.reviewed), "reviewed-title": .labelled(Label.reviewed),
        "reviewed-genre": .labelled(Label.reviewed), "collection-number": .labelled(Label.seriesNumber),
        "number-of-pages": .labelled(Label.pageTotal), "number-of-volumes": .labelled(Label.volumes),
        "chapter-number": .labelled(Label.chapter), "part-number": .labelled(Label.part),
        "part": .labelled(Label.part),
        "part-title": .labelled(Label.part), "section": .labelled(Label.section),
        "supplement-number": .labelled(Label.issue), "printing-number": .labelled(Label.edition),
        "volume-title": .labelled(Label.volume), "event-date": .labelled(Label.eventDate),
        "original-date": .labelled(Label.originalDate), "original-title": .labelled(Label.original),
        "original-publisher": .labelled(Label.original),
        "original-publisher-place": .labelled(Label.original),
        "available-date": .labelled(Label.otherDate), "submitted": .labelled(Label.submitted),
        "authority": .labelled(Label.authority), "jurisdiction": .labelled(Label.jurisdiction),
        "archive-place": .labelled(Label.another), "archive_collection": .labelled(Label.another),
        "dimensions": .labelled(Label.size), "scale": .labelled(Label.scale),
        "status": .labelled(Label.status),
        "references": .labelled(Label.history), "PMID": .labelled(Text("PMID")),
        "PMCID": .labelled(Text("PMCID")),
        "id": .key, "citation-key": .key, "citation-number": .structure,
        "citation-label": .structure,
        "categories": .apart, "keyword": .apart, "abstract": .apart, "source": .apart, "custom": .apart,
        "year-suffix": .structure, "first-reference-note-number": .structure, "locator": .structure,
        "system_id": .structure,
    ]
}
