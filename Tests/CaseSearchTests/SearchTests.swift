import CaseModel
import CaseSearch
import SeededRandom
import Testing

@Suite struct SearchTests {
    private static let small = SearchIndex(SmallCase.graph)
    private static let bundled = bundledIndex

    private func found(_ query: String) -> [String] {
        Self.small.search(query).map { SmallCase.graph.item($0.position).id.text }
    }

    private func titles(_ query: String) throws -> [String] {
        let index = try Self.bundled.get()
        return index.search(query).map { index.graph.item($0.position).title.chinese ?? "" }
    }

    @Test func `ids rank first, titles before other names before texts, the whole before a part`() {
        let matches = Self.small.search("rail")
        let table = matches.map { "\(SmallCase.graph.item($0.position).id) \($0.field) \($0.rank)" }
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
            #expect(first?.position == position && first?.rank == 0 && first?.field == .id)
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

    @Test func `the text of a match contains the query`() throws {
        let index = try Self.bundled.get()
        for query in ["水库", "铁路", "railway", "tielu"] {
            let matches = index.search(query)
            #expect(!matches.isEmpty)
            for match in matches {
                #expect(
                    !Highlight(query).ranges(in: match.text, isName: true).isEmpty,
                    "\(query) in \(match.text)")
            }
        }
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
