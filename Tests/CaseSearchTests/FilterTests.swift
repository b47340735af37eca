import CaseModel
import CaseSearch
import Testing

/// The query language on the bundled case, with every facet compared with a separate count.
@Suite struct FilterTests {
    private static let bundled = bundledIndex

    private func ids(_ query: String) throws -> [String] {
        let index = try Self.bundled.get()
        return try Filter.parse(query, in: index).positions.map { index.graph.item($0).id.text }
    }

    /// Expects that the query includes exactly the items that satisfy a condition, some but not all.
    private func expect(_ query: String, _ holds: (Item, Case) -> Bool) throws {
        let whole = try Self.bundled.get().graph.case
        let wanted = whole.items.filter { holds($0, whole) }.map(\.id.text)
        #expect(!wanted.isEmpty && wanted.count < whole.items.count, "\(query) tells nothing apart")
        #expect(try ids(query) == wanted, "\(query)")
    }

    @Test func `kind, status, strength and evidence`() throws {
        for kind in try Self.bundled.get().graph.case.kinds {
            try expect("kind:\(kind.id)") { item, _ in item.kind == kind.id }
        }
        try expect("status:operating") { item, _ in item.status?.value == "operating" }
        try expect("-status:operating") { item, _ in item.status?.value != "operating" }
        try expect("strength:analytic") { item, _ in item.evidence.contains { $0.strength == .analytic } }
        try expect("strength:一手") { item, _ in item.evidence.contains { $0.strength == .primary } }
        #expect(try ids("evidence:none").isEmpty)
    }

    @Test func `items without evidence`() throws {
        let small = SearchIndex(SmallCase.graph)
        let unevidenced = SmallCase.graph.overview.unevidenced
        #expect(unevidenced.count == SmallCase.graph.case.items.count - 1)
        for none in ["evidence:none", "evidence:无", "-evidence:some"] {
            #expect(try Filter.parse(none, in: small).positions == unevidenced)
        }
    }

    @Test(arguments: ["綦江", "qijiang", "plc-qijiang", "Qijiang", "QIJIANG", "qj"])
    func `places, by id, by title in either language, by pinyin`(value: String) throws {
        let found = try ids("place:\(value)")
        let here = try Self.bundled.get().graph.case.items.filter { $0.places.contains("plc-qijiang") }
        #expect(!here.isEmpty)
        #expect(Set(found).isSuperset(of: here.map(\.id.text)))
        if value.hasPrefix("plc") { #expect(found == here.map(\.id.text)) }
    }

    @Test func `actors, sides and sources`() throws {
        let whole = try Self.bundled.get().graph.case
        for actor in whole.actors.prefix(12)
        where whole.items.contains(where: { $0.actors.contains(actor.id) }) {
            try expect("actor:\(actor.id)") { item, _ in item.actors.contains(actor.id) }
        }
        for side in ["贵州", "guizhou", "Guizhou"] {
            try expect("side:\(side)") { item, whole in
                whole.actors.contains { $0.side?.english == "Guizhou" && item.actors.contains($0.id) }
            }
        }
        for source in whole.sources.prefix(12) where whole.items.contains(where: { $0.cites(source.id) }) {
            try expect("source:\(source.id)") { item, _ in item.cites(source.id) }
        }
    }

    /// The names that lists, pages and documents use in Chinese, and those that earlier versions offered.
    @Test(arguments: [
        ("类别", "kind:project", ["类型"]), ("参与者", "actor:act-guizhou-government", ["参与主体"]),
        ("层级", "level:county", ["参与者层级"]), ("一方", "side:guizhou", ["所属方"]),
        ("来源", "source:src-zwxw-2023", ["文献来源"]),
        ("状态", "status:operating", ["进展状态"]), ("依据", "standing:interpretation", ["性质"]),
    ])
    func `a facet has one name in Chinese, and its older ones are understood`(
        name: String, query: String, others: [String]
    ) throws {
        let parts = query.split(separator: ":")
        let facet = try #require(Facet(rawValue: String(parts[0])))
        #expect(facet.title.chinese == name)
        let wanted = try ids(query)
        #expect(!wanted.isEmpty)
        for other in [name] + others { #expect(try ids("\(other):\(parts[1])") == wanted, "\(other)") }
    }

    @Test func `provinces and levels`() throws {
        let whole = try Self.bundled.get().graph.case
        for province in Set(whole.places.compactMap(\.province?.english)) {
            let there = Set(whole.places.filter { $0.province?.english == province }.map(\.id))
            guard whole.items.contains(where: { !there.isDisjoint(with: $0.places) }) else { continue }
            try expect("province:\"\(province)\"") { item, _ in !there.isDisjoint(with: item.places) }
        }
        for level in whole.manifest.levels {
            let there = Set(whole.actors.filter { $0.level == level.id }.map(\.id))
            guard !there.isEmpty else { continue }
            try expect("level:\(level.id)") { item, _ in !there.isDisjoint(with: item.actors) }
        }
    }

    @Test func `fields, modes and any other kind, by link and by parent`() throws {
        let graph = try Self.bundled.get().graph
        for facet in ["field", "mode", "driver", "arrangement"] {
            for owner in graph.case.items.indices where graph.item(owner).kind.text == facet {
                let id = graph.item(owner).id
                try expect("\(facet):\(id)") { item, whole in
                    if item.links.contains(where: { $0.to == id }) { return true }
                    if graph.item(owner).links.contains(where: { $0.to == item.id }) { return true }
                    var here: Item? = item
                    while let up = here {
                        if up.id == id { return true }
                        here = whole.items.first { $0.id == up.parent }
                    }
                    return false
                }
            }
        }
    }

    @Test func `years, with either end open`() throws {
        let lasting = Set(
            try Self.bundled.get().graph.case.statuses.filter { $0.stage != .done && $0.stage != .stopped }
                .map(\.id))
        let inForce = Set(
            try Self.bundled.get().graph.case.statuses.filter { $0.stage == .inForce }.map(\.id))
        func went(_ item: Item, from first: Int, to last: Int) -> Bool {
            guard let period = item.period else { return false }
            guard let start = period.start?.year ?? period.end?.year else { return false }
            // Where nothing tells of an end, what has no status that lasts is not taken to go on.
            let goesOn = item.status.map { lasting.contains($0.value) } ?? false
            var end = period.end?.year ?? (goesOn ? 9999 : start)
            // What was in force on a day after its end, as a railway is after the works, still is.
            if let status = item.status, inForce.contains(status.value), let asOf = status.asOf,
                let known = period.end, known.days.upperBound < asOf.days.lowerBound
            {
                end = 9999
            }
            return start <= last && end >= first
        }
        func isClaimed(_ item: Item, from first: Int, to last: Int) -> Bool {
            item.evidence.contains { claim in
                claim.date.map { first <= $0.year && $0.year <= last } ?? false
            }
        }
        try expect("year:2018") { item, _ in
            went(item, from: 2018, to: 2018) || isClaimed(item, from: 2018, to: 2018)
        }
        try expect("year:2010..2016") { item, _ in
            went(item, from: 2010, to: 2016) || isClaimed(item, from: 2010, to: 2016)
        }
        try expect("year:2019..") { item, _ in
            went(item, from: 2019, to: 9999) || isClaimed(item, from: 2019, to: 9999)
        }
        try expect("year:..2017") { item, _ in
            went(item, from: 0, to: 2017) || isClaimed(item, from: 0, to: 2017)
        }
        try expect("year:201X") { item, _ in
            went(item, from: 2010, to: 2019) || isClaimed(item, from: 2010, to: 2019)
        }
    }

    @Test(arguments: [
        ("year:960", ["open", "song"]), ("year:0960", ["open", "song"]),
        ("year:-0255", ["open", "weir", "before"]),
        ("year:-255", ["open", "weir", "before"]), ("year:900..1300", ["open", "song"]),
        ("year:-255..1300", ["open", "weir", "before", "song"]), ("year:..-256", ["before"]),
        ("year:1300..", ["open", "decade"]), ("year:195x", ["open", "decade"]), ("year:2018", ["open"]),
        ("year:12000", ["open"]), ("year:Y12000", ["open"]), ("-year:-255", ["song", "decade", "undated"]),
        ("year:－255", ["open", "weir", "before"]), ("year:-0255~", ["open", "weir", "before"]),
        ("year:2018?", ["open"]), ("year:1300/..", ["open", "decade"]), ("year:../-0256", ["before"]),
        ("year:0900/1300", ["open", "song"]), ("year:0960/", ["open", "song"]),
    ])
    func `years of any size`(query: String, expected: [String]) throws {
        let index = SearchIndex(CaseGraph(Self.history))
        #expect(
            try Filter.parse(query, in: index).positions.map { index.graph.item($0).title.chinese }
                == expected)
    }

    @Test func `years are completed in the order of time`() {
        var completer = FilterCompleter(CaseGraph(Self.history))
        func offered(_ query: String) -> [String] {
            completer.completion(of: query, at: query.count).candidates.map(\.insertion)
        }
        #expect(offered("year:-").first == "-255")
        #expect(offered("year:-025") == ["-255", "-254", "-253", "-252", "-251", "-250", "-25"])
        #expect(offered("year:-255..-025").first == "-255")
        #expect(offered("year:096").first == "96")
        #expect(offered("year:0100..9").first == "900")
    }

    /// Items named by what is known of their time.
    private static let history: Case = {
        var made = Case(manifest: Manifest(id: "history", title: Text("history")))
        made.panes = ["one", "two", "three"].map { Pane(id: ID($0), title: Text($0)) }
        made.kinds = [Kind(id: "work", pane: "one", title: Text("w"), plural: Text("w"), role: .project)]
        let periods = [
            ("open", "-0255/.."), ("weir", "-0255~/"), ("before", "../-0255"), ("song", "0960/1279"),
            ("decade", "195X/"),
            ("undated", ""),
        ]
        made.items = Records(
            periods.map { name, period in
                var item = Item(id: ID("wrk-" + name), kind: "work", title: Text(name))
                item.period = Period(period)
                return item
            })
        return made
    }()

    @Test func `words all hold, a hyphen shuts out, quotation marks keep together`() throws {
        let rail = Set(try ids("铁路"))
        let projects = Set(try ids("kind:project"))
        #expect(!rail.isEmpty)
        #expect(Set(try ids("kind:project 铁路")) == projects.intersection(rail))
        #expect(Set(try ids("kind:project -铁路")) == projects.subtracting(rail))
        let halfWidth = try ids("-kind:project \"铁路\"")
        #expect(try ids("－kind：project　“铁路”") == halfWidth)
        let phrase = try ids("\"Guiyang railway\"")
        #expect(!phrase.isEmpty)
        let words = try ids("Guiyang railway")
        #expect(phrase.count < words.count)
        #expect(try ids("") == Self.bundled.get().graph.case.items.map(\.id.text))
    }

    @Test func `a word without a facet matches like a search`() throws {
        let index = try Self.bundled.get()
        for word in ["tielu", "重慶", "rail", "sthj"] {
            let items = index.search(word).compactMap { match in
                if case .item(let position) = match.entity { position } else { nil }
            }
            #expect(try Filter.parse(word, in: index).positions == items.sorted())
        }
    }

    @Test(arguments: [
        ("rail plce:綦江", 5..<9, "there is no facet 'plce'"),
        ("-plce:綦江", 1..<5, "there is no facet 'plce'"),
        ("place:", 0..<6, "'place:' lacks a value"),
        ("place:\"\"", 0..<8, "'place:' lacks a value"),
        ("铁路 place:nowhere", 9..<16, "the case has no place 'nowhere'"),
        ("rail palce:綦江", 5..<10, "there is no facet 'palce'; did you mean 'place'?"),
        ("place:zunji", 6..<11, "the case has no place 'zunji'; did you mean 'zunyi'?"),
        ("place:綦水区", 6..<9, "the case has no place '綦水区'; did you mean '綦江区'?"),
        ("xyzzy:1", 0..<5, "there is no facet 'xyzzy'; put"),
        ("evidence:maybe", 9..<14, "the case has no evidence 'maybe'; it has none, some"),
        ("year:soon", 5..<9, "'soon' is not a year or a range of years"),
        ("year:2018-01", 5..<12, "'2018-01' is not a year"),
        ("year:..", 5..<7, "'..' is not a year"),
        ("year:2018-01", 5..<12, "'2018-01' is not a year"),
        ("year:2018/2018-05", 5..<17, "'2018/2018-05' is not a year"),
        ("year:-0000", 5..<10, "'-0000' is not a year"),
        ("year:1300..-255", 5..<15, "'1300..-255' ends before it begins"),
        ("year:2022..2018", 5..<15, "'2022..2018' ends before it begins"),
        ("rail \"open", 5..<6, "the phrase that begins here has no closing quotation mark"),
        ("rail -", 5..<6, "there is nothing here to look for"),
        ("－ｐｌｃｅ：綦江", 1..<5, "there is no facet 'ｐｌｃｅ'"),
        ("👩‍👩‍👧 place:nowhere", 8..<15, "the case has no place 'nowhere'"),
        ("cafe\u{301} ｙｅａｒ：２０２２..2018", 10..<20, "'２０２２..2018' ends before it begins"),
        ("重庆\u{FE0F} place：“nowhere”", 9..<18, "the case has no place 'nowhere'"),
        ("\u{301} “重庆", 2..<3, "the phrase that begins here has no closing quotation mark"),
    ])
    func `errors mark their characters`(query: String, range: Range<Int>, sentence: String) throws {
        let index = try Self.bundled.get()
        let error = try #require(throws: FilterError.self) { try Filter.parse(query, in: index) }
        #expect(error.range == range)
        #expect(error.description.hasPrefix(sentence), "\(error)")
    }
}

extension Item {
    fileprivate func cites(_ source: ID<Source>) -> Bool {
        evidence.contains { $0.source == source } || metrics.contains { $0.source == source }
            || status?.source == source || links.contains { $0.source == source }
    }
}
