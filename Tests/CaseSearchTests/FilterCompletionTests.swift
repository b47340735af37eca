import CaseModel
import CaseSearch
import Testing

@Suite struct FilterCompletionTests {
    private static let bundled = bundledIndex

    /// Completes at the bar, which marks the cursor.
    private func complete(_ picture: String) throws -> FilterCompletion {
        let parts = picture.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        var completer = FilterCompleter(try Self.bundled.get().graph)
        return completer.completion(of: String(parts[0] + parts[1]), at: parts[0].count)
    }

    private func insertions(_ picture: String) throws -> [String] {
        try complete(picture).candidates.map(\.insertion)
    }

    @Test(arguments: ["|", "rail |", " | rail", "-|", "kind:project |"])
    func `an empty query offers every facet, with titles in both languages`(
        picture: String
    ) throws {
        let axes = try Self.bundled.get().graph.axes
        let completion = try complete(picture)
        #expect(completion.candidates.map(\.insertion) == axes.map { $0.name + ":" } + ["is:"])
        #expect(completion.facet == nil && completion.range.isEmpty)
        for candidate in completion.candidates {
            #expect(candidate.title.chinese?.isEmpty == false && candidate.title.english?.isEmpty == false)
            #expect(candidate.items == nil)
        }
    }

    @Test(arguments: [
        ("pla|", "place:", 0..<3), ("rail -PL|", "place:", 6..<8), ("地|", "place:", 0..<1),
        ("dd|", "place:", 0..<2), ("didian|", "place:", 0..<6), ("ye|ar:2018", "year:", 0..<5),
        ("－zhengju|", "evidence:", 1..<8), ("ｋｉ|", "kind:", 0..<2),
    ])
    func `facets are found by name, in Chinese, and by pinyin`(
        picture: String, insertion: String, range: Range<Int>
    ) throws {
        let completion = try complete(picture)
        #expect(completion.candidates.contains { $0.insertion == insertion })
        #expect(completion.range == range)
    }

    @Test(arguments: ["綦江", "綦", "qijiang", "qj", "plc-qij", "Qijiang"])
    func `values are found by id, in either language, and by pinyin`(typed: String) throws {
        for picture in ["place:\(typed)|", "rail -place:\(typed)|", "place：“\(typed)|”  rail"] {
            let completion = try complete(picture)
            let candidate = try #require(
                completion.candidates.first { $0.insertion == "plc-qijiang" }, "\(picture)")
            let graph = try Self.bundled.get().graph
            #expect(candidate.items == graph.case.items.count { $0.places.contains("plc-qijiang") })
            #expect(candidate.title.chinese?.hasPrefix("綦江") == true)
            let taken = completion.taking(candidate)
            let written = picture.filter { $0 != "|" }
            #expect(
                taken.query == String(written.prefix(completion.range.lowerBound)) + "plc-qijiang"
                    + written.dropFirst(completion.range.upperBound))
            #expect(taken.query.contains(":plc-qijiang") || taken.query.contains("：plc-qijiang"))
            #expect(taken.query.prefix(taken.cursor).hasSuffix("plc-qijiang"))
        }
    }

    @Test func `every offer is valid, and includes as many items as stated`() throws {
        let index = try Self.bundled.get()
        var completer = FilterCompleter(index.graph)
        for axis in index.graph.axes {
            let query = "\(axis.name):"
            let completion = completer.completion(of: query, at: query.count)
            #expect(completion.facet == axis)
            #expect(completion.candidates.count <= FilterCompleter.limit)
            #expect(
                completion.candidates.count
                    == min(FilterCompleter.limit, index.graph.values(of: axis).count))
            for candidate in completion.candidates {
                let filter = try Filter.parse(completion.taking(candidate).query, in: index)
                #expect(filter.positions.count == candidate.items, "\(filter.query)")
            }
        }
    }

    @Test func `offers with spaces are put in quotation marks`() throws {
        var made = SmallCase.graph.case
        var actor = CaseModel.Actor(id: "act-one", title: Text("One"), level: .central)
        actor.side = Text(chinese: "中央", english: "Central level")
        made.actors = [actor]
        made.items[0].actors = ["act-one"]
        let index = SearchIndex(CaseGraph(made))
        var completer = FilterCompleter(index.graph)
        let completion = completer.completion(of: "side:zhong", at: 10)
        #expect(completion.candidates.map(\.insertion) == ["\"Central level\""])
        let taken = completion.taking(completion.candidates[0])
        #expect(taken.query == "side:\"Central level\"" && taken.cursor == taken.query.count)
        #expect(try Filter.parse(taken.query, in: index).positions == [0])
    }

    @Test func `the best comes first, then the one with most items`() throws {
        #expect(try insertions("strength:primary|").first == "primary")
        let counts = try complete("actor:|").candidates.compactMap(\.items)
        #expect(counts == counts.sorted(by: >) && Set(counts).count > 1)
    }

    @Test func `what the notebook has is offered as far as it fits`() throws {
        #expect(try insertions("is:|") == ["marked", "noted"])
        #expect(try insertions("is:no|") == ["noted"])
        #expect(try insertions("是:标|") == ["marked"])
    }

    @Test func `years complete what is typed, and a range starts at its first year`() throws {
        #expect(try insertions("year:20|").allSatisfy { $0.hasPrefix("20") })
        #expect(try insertions("year:20|").contains("2018"))
        let ends = try complete("year:2018..|")
        #expect(ends.range == 11..<11)
        #expect(ends.candidates.first?.insertion == "2018")
        #expect(ends.candidates.compactMap { Int($0.insertion) } == ends.candidates.indices.map { 2018 + $0 })
        let later = try #require(ends.candidates.last)
        #expect(ends.taking(later).query == "year:2018..\(later.insertion)")
        #expect(try insertions("year:..201|").allSatisfy { $0.hasPrefix("201") })
        #expect(try insertions("year:soon|").isEmpty)
        #expect(try insertions("year:2018/|").isEmpty && insertions("year:2018/..|").isEmpty)
        #expect(try insertions("year:0|").isEmpty && insertions("year:2018..0|").isEmpty)
        // Of more years than are offered the last ones count, and what has no date can be asked for.
        let years = try insertions("year:|")
        #expect(years.last == "none" && years.contains("2018") && !years.contains("1965"))
        #expect(try insertions("year:no|") == ["none"])
    }

    @Test(arguments: ["\"pla|", "place:nowhere|", "is:green|", "plce:|", "zzz|", "\"a b|c\""])
    func `nothing is offered without a match`(picture: String) throws {
        #expect(try insertions(picture).isEmpty)
    }

    @Test func `any cursor in any query is valid, and every offer keeps the text around it`() throws {
        var completer = FilterCompleter(try Self.bundled.get().graph)
        for query in ["-place:\"綦江 ", "👩‍👩‍👧 year：2018..", "“", "－", ":", "::", "a:\"\"b", "cafe\u{301}:x", ""] {
            for cursor in -1...query.count + 1 {
                let completion = completer.completion(of: query, at: cursor)
                #expect(
                    completion.range.lowerBound >= 0 && completion.range.upperBound <= query.count,
                    "\(query) at \(cursor)")
                for candidate in completion.candidates.prefix(2) {
                    let taken = completion.taking(candidate).query
                    #expect(taken.hasPrefix(String(query.prefix(completion.range.lowerBound))))
                    #expect(taken.hasSuffix(String(query.dropFirst(completion.range.upperBound))))
                }
            }
        }
    }

    @Test func `what is not offered is counted`() throws {
        let graph = try Self.bundled.get().graph
        func values(_ name: String) throws -> Int {
            graph.values(of: try #require(graph.axis(named: name))).count
        }
        let years = try values("year")
        #expect(years > FilterCompleter.limit)
        let open = try complete("year:|")
        #expect(open.candidates.count == FilterCompleter.limit)
        // One of the offers is for what has no date.
        #expect(open.omitted == years + 1 - FilterCompleter.limit)
        #expect(try complete("source:|").omitted == values("source") - FilterCompleter.limit)
        #expect(try complete("year:196|").omitted == 0 && complete("kind:|").omitted == 0)
    }

    @Test func `of years only those that leave something of the rest are offered`() throws {
        let index = try Self.bundled.get()
        var completer = FilterCompleter(index.graph)
        let query = "place:qijiang year:"
        let completion = completer.completion(of: query, at: query.count, in: index)
        #expect(completion.candidates.count > 5 && completion.candidates.allSatisfy { $0.items ?? 0 > 0 })
        let first = try #require(completion.candidates.first)
        let filter = try Filter.parse(completion.taking(first).query, in: index)
        #expect(filter.count == first.items)
    }
}
