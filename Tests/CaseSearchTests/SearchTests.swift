import CaseModel
import CaseSearch
import SeededRandom
import Testing

@Suite struct SearchTests {
    private static let small = SearchIndex(SmallCase.graph)
    private static let bundled = bundledIndex

    private func found(_ query: String) -> [String] {
        Self.small.search(query).map { SmallCase.graph.id(of: $0.entity) }
    }

    private func titles(_ query: String) throws -> [String] {
        let index = try Self.bundled.get()
        return index.search(query).map { index.graph.title(of: $0.entity).chinese ?? "" }
    }

    @Test func `ids rank first, titles before other names before texts, the whole before a part`() {
        let matches = Self.small.search("rail")
        let table = matches.map { "\(SmallCase.graph.id(of: $0.entity)) \($0.field) \($0.rank)" }
        #expect(
            table == [
                "rail id 0", "two title 1", "three title 3", "one title 5", "four aka 7", "five summary 15",
            ]
        )
    }

    @Test(arguments: [
        ("CAFE", ["seven"]), ("café", ["seven"]), ("ＣＡＦＥ", ["seven"]), ("lushun", ["seven"]),
        ("重慶", ["chongqing"]), ("重庆", ["chongqing"]), ("贵州", ["traditional"]), ("長江", ["traditional"]),
        ("长江", ["traditional"]), ("生態共保", ["eco"]), ("bridge rail", ["three", "four"]),
        ("rail　tunnel", ["one"]), ("nothing at all", []), ("", []), ("  ", []),
    ])
    func `differences of writing do not matter`(query: String, ids: [String]) {
        #expect(found(query) == ids)
    }

    @Test(arguments: [
        ("cq", ["chongqing"]), ("zhongqing", ["chongqing"]), ("zq", ["chongqing"]), ("zhq", ["chongqing"]),
        ("chongqingshi", ["chongqing"]), ("chongqings", ["chongqing"]), ("cqing", ["chongqing"]),
        ("重q", ["chongqing"]), ("stgb", ["eco"]), ("shengtai", ["eco"]), ("ShengTaiG", ["eco"]),
        ("guizhou", ["traditional"]), ("gzcj", ["traditional"]), ("gzzj", ["traditional"]), ("cqr", []),
        ("chonking", []),
    ])
    func `names are found by pinyin in every way of typing`(query: String, ids: [String]) {
        #expect(found(query).filter { $0 != "chongqing" || query != "chongqing" } == ids)
    }

    @Test(arguments: [
        ("oeuvre", "Œuvre complète"), ("secheresse", "La Sécheresse"), ("SÉCHERESSE", "La Sécheresse"),
        ("strasse", "Große Straße"), ("grosse", "Große Straße"), ("straße", "Grosse Strasse"),
        ("aebler", "Æbler og øl"), ("ol", "Æbler og øl"), ("lodz", "Łódź"), ("dakovo", "Đakovo"),
        ("thing", "Þing"), ("final", "ﬁnal"), ("œuv", "oeuvres"),
    ])
    func `letters that only one language has are typed as others know them`(query: String, title: String) {
        var made = SmallCase.graph.case
        made.items = [Item(id: "found", kind: made.kinds[0].id, title: Text([(LanguageTag("qu")!, title)]))]
        #expect(SearchIndex(CaseGraph(made)).search(query).count == 1)
        let marked = Highlight(query).ranges(in: title, isName: true)
        #expect(marked.count == 1 && marked.allSatisfy { $0.upperBound <= title.count })
    }

    @Test func `a ligature is marked whole`() {
        #expect(Highlight("uvre").ranges(in: "Œuvre", isName: true) == [1..<5])
        #expect(Highlight("oeu").ranges(in: "Œuvre", isName: true) == [0..<2])
        #expect(Highlight("e").ranges(in: "Œil", isName: true) == [0..<1])
    }

    @Test func `a name by sound ranks right after the same as written`() {
        #expect(Self.small.search("chongqingshi").map(\.rank) == [2])
        #expect(Self.small.search("重庆市").map(\.rank) == [1])
        #expect(Self.small.search("chongqing").map(\.rank) == [0])
        #expect(Self.small.search("gongbao").map(\.rank) == [6])
    }

    @Test func `the worst of several words decides`() {
        #expect(Self.small.search("rail bridge").map(\.rank) == [5, 7])
        #expect(Self.small.search("rail bridge").map(\.field) == [.title, .aka])
    }

    @Test func `the bundled case is searched by the same rules`() throws {
        for query in ["sthj", "shengtai", "生態環境"] {
            #expect(try titles(query).contains { $0.contains("生态") }, "\(query)")
        }
        let chongqing = Set(try titles("重庆"))
        #expect(chongqing.count > 10)
        #expect(Set(try titles("chongqing")).isSuperset(of: try titles("重庆").prefix(10)))
        #expect(Set(try titles("zhongqing")).isSuperset(of: try titles("重庆").prefix(10)))
    }

    @Test func `every item is found first by its own id`() throws {
        let index = try Self.bundled.get()
        for (position, item) in index.graph.case.items.enumerated() {
            let first = index.search(item.id.text).first
            #expect(first?.entity == .item(position) && first?.rank == 0 && first?.field == .id)
        }
    }

    @Test func `after typing and deleting the results equal those of a new search`() throws {
        let index = try Self.bundled.get()
        var random = Seeded(seed: 4)
        let words = ["重庆", "zhongqing", "rail", "stgb", "綦江", "qijiang", "水库", "guizhou", "2018", "plan"]
        for _ in 0..<4 {
            var session = SearchSession(index)
            let query = (0..<Int.random(in: 1...3, using: &random))
                .map { _ in words[Int.random(in: words.indices, using: &random)] }.joined(separator: " ")
            var typed = ""
            for character in query {
                typed.append(character)
                #expect(Array(session.search(typed)) == Array(index.search(typed)), "\(typed)")
                if Int.random(in: 0..<5, using: &random) == 0 {
                    let shorter = String(typed.dropLast())
                    #expect(Array(session.search(shorter)) == Array(index.search(shorter)), "\(shorter)")
                }
            }
        }
    }

    @Test(arguments: ["\"一轴一核\"", "“一轴一核”", "＂一轴一核＂", "\"一轴一核", "\"一轴一核\" \"\""])
    func `a phrase stands between quotation marks, as in a filter`(query: String) throws {
        let index = try Self.bundled.get()
        #expect(!index.search(query).isEmpty)
        #expect(Array(index.search(query)) == Array(index.search("一轴一核")))
    }

    @Test func `the words of a phrase stand together, in their order`() throws {
        let index = try Self.bundled.get()
        let (phrase, words) = (index.search("\"guiyang railway\""), index.search("guiyang railway"))
        #expect(!phrase.isEmpty && !phrase.isApproximate)
        #expect(Set(phrase.map(\.entity)).isStrictSubset(of: words.map(\.entity)))
        #expect(index.search("\"railway guiyang\"").count < phrase.count)
        #expect(Array(index.search("\"railway\" 贵阳")) == Array(index.search("railway 贵阳")))
    }

    @Test func `a match says where in its text the query is`() throws {
        let index = try Self.bundled.get()
        for (query, parts) in [
            ("水库", ["水库"]), ("RAILWAY", ["railway", "Railway"]), ("tielu", ["铁路"]),
            ("[2022]", ["〔2022〕", "[2022]", "(2022)", "（2022）"]),
        ] {
            let matches = index.search(query)
            #expect(!matches.isEmpty)
            for match in matches {
                let part = String(Array(match.text)[match.range])
                #expect(parts.contains(part), "\(query) in \(match.text)")
                #expect(
                    matches.highlight.ranges(in: match.text, isName: match.field.isName).contains(match.range)
                )
            }
        }
    }

    @Test func `sources, places and actors are found by all that they have`() throws {
        let index = try Self.bundled.get()
        let graph = index.graph
        let first = { (query: String) in index.search(query).first.map { graph.title(of: $0.entity).chinese }
        }
        #expect(first("遵义市") == "遵义市")
        #expect(first("zunyishi") == "遵义市")
        for (number, source) in graph.case.sources.enumerated() {
            let title = try #require(source.title.wordings.first)
            let found = index.search(title)
            #expect(found.contains { $0.entity == .source(number) && $0.field == .title }, "\(title)")
            if let documentNumber = source.documentNumber {
                let found = index.search(documentNumber)
                #expect(found.contains { $0.entity == .source(number) }, "\(documentNumber)")
            }
            guard let issuer = source.issuer?.wordings.first else { continue }
            #expect(index.search(issuer).contains { $0.entity == .source(number) }, "\(issuer)")
        }
        for (number, actor) in graph.case.actors.enumerated() {
            let found = index.search(actor.id.text).first
            #expect(found?.entity == .actor(number) && found?.field == .id)
            guard let claim = actor.evidence.first?.claim.wordings.first else { continue }
            let words = claim.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(index.search(words).contains { $0.entity == .actor(number) }, "\(claim)")
        }
    }

    @Test(arguments: [
        ("wujaing", ["wujiang"]), ("wujiagn", ["wujiang"]), ("wujiangg", ["wujiang"]),
        ("wuijiang", ["wujiang"]),
        ("xujiang", ["wujiang"]), ("wujang", ["wujiang"]), ("municpality", ["chongqing"]),
        ("municipalitx", ["chongqing"]), ("ecologi", ["eco"]), ("chongqingsi", ["chongqing"]),
        ("chonqging", ["chongqing"]), ("lushum", ["seven"]), ("生太共保", ["eco"]),
        // Two mistakes, two letters, a wrong first letter of a short word, the beginning of a word with a wrong end.
        ("wxjiagn", []), ("rx", []), ("xail", []), ("resex", []), ("2019", []),
    ])
    func `one mistake is forgiven where nothing fits exactly`(query: String, ids: [String]) {
        let matches = Self.small.search(query)
        let found = matches.map { SmallCase.graph.id(of: $0.entity) }
        #expect(found == ids)
        #expect(matches.isApproximate == !ids.isEmpty)
    }

    @Test(arguments: [("国发2022", true), ("国发2012", false), ("发2022", false)])
    func `a document number is found without its first bracket`(query: String, isFound: Bool) {
        var made = SmallCase.graph.case
        made.items = [Item(id: "found", kind: made.kinds[0].id, title: Text("国发〔2022〕2号"))]
        let matches = SearchIndex(CaseGraph(made)).search(query)
        #expect(matches.isEmpty != isFound)
        #expect(matches.isApproximate == isFound)
    }

    @Test func `where something fits exactly nothing else is found`() {
        let matches = Self.small.search("rail")
        #expect(!matches.isApproximate)
        #expect(!Self.small.search("rail bridge").isApproximate)
        // The word that is found stays as it is.
        let mixed = Self.small.search("bridge railwya")
        #expect(mixed.map { SmallCase.graph.id(of: $0.entity) } == ["three"])
        #expect(mixed.isApproximate)
        // Both are found, but not together: that is no mistake of typing.
        #expect(Self.small.search("tunnel bridge").isEmpty)
    }

    @Test func `a similar word is marked where it is`() throws {
        let matches = Self.small.search("wujaing")
        let match = try #require(matches.first)
        #expect(match.text == "乌江 Wujiang" && match.range == 0..<2)
        #expect(matches.highlight.ranges(in: "The Wujiang river", isName: false) == [4..<11])
        #expect(matches.highlight.ranges(in: "rail, Wujiang", isName: false) == [6..<13])
        #expect(Self.small.search("railwya").highlight.ranges(in: "a railway", isName: false) == [2..<9])
    }

    @Test(arguments: ["10.11835/j.issn.1008-5831", "Zhao Ying", "zhaoying", "Zhao, Ying", "赵映"])
    func `a source is found by its authors and its DOI first of all`(query: String) throws {
        let index = try bundledIndex.get()
        let first = try #require(index.search(query).first)
        #expect(index.graph.id(of: first.entity) == "src-paper-2026")
    }

    @Test(arguments: [
        ("lvse", "绿色"), ("luse", "绿色"), ("lyuse", "绿色"), ("lüse", "绿色"), ("nvxing", "女性"), ("nyux", "女性"),
        ("〔2022〕", "国发[2022]2号"), ("[2022]", "国发〔2022〕2号"), ("（2022）", "国发［2022］2号"), ("２０２２", "2022"),
        ("m²", "M2"), ("⽔库", "水库"), ("ⅳ", "part IV"),
        ("12 ㎡", "12 m2"), ("⑩", "第10条"), ("⑴", "(1) 总则"), ("Ⅷ", "part VIII"), ("oﬃce", "office"),
        ("𝟐𝟎𝟐𝟐", "2022"),
        ("㋀", "1月"), ("½", "1/2"), ("ｱ", "ア"), ("…", "..."), ("㈠", "（一）"), ("㍿", "株式会社"), ("🄰", "a"),
        ("18 ㎞", "18 km"), ("①", "1"),
    ])
    func `copied and typed forms are the same`(query: String, title: String) {
        var made = SmallCase.graph.case
        made.items = [Item(id: "found", kind: made.kinds[0].id, title: Text(title))]
        let matches = SearchIndex(CaseGraph(made)).search(query)
        #expect(matches.count == 1 && !matches.isApproximate)
    }

    @Test(arguments: [
        ("rail", "Upper rail, RAIL", [6..<10, 12..<16]), ("stgb", "论生态共保", [1..<5]), ("cq", "重庆", [0..<2]),
        ("zhong", "中心城市重庆", [0..<1, 4..<5]), ("cafe", "Un cafe\u{301}!", [3..<7]),
        ("重庆 庆市", "重慶市", [0..<3]), ("yzy", "一轴、一核", [0..<4]), ("z", "x", []), ("", "x", []),
    ])
    func `highlights cover the characters as displayed`(
        query: String, text: String, ranges: [Range<Int>]
    ) {
        #expect(Highlight(query).ranges(in: text, isName: true) == ranges)
    }
}
