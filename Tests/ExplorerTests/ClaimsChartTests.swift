import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// The claims as rows.
@Suite struct ClaimsChartTests {
    private static let bundled = Result { CaseGraph(try BundledCase.open()) }

    private func rows(of rehearsal: Rehearsal) throws -> [Claim] {
        let chart = try rehearsal.chart(ClaimsChart.self)
        return rehearsal.state.chartContext.claimRows(order: chart.order, isDescending: chart.isDescending)
            .claims
    }

    @Test func `every claim is a row, and the selected one is shown whole`() throws {
        var rehearsal = Rehearsal(columns: 120, rows: 30)
        rehearsal.press("c")
        #expect(try rows(of: rehearsal) == SmallCase.graph.claims)
        let picture = rehearsal.picture
        #expect(picture.contains("论断 2 · 按所述排序 ↓"))
        for part in ["日期", "强度", "所述", "来源", "2018-01-25", "报道", "渝贵铁路", "“开通运营”", "prj-rail 1"] {
            #expect(picture.contains(part), "\(part)")
        }
        rehearsal.press(.down)
        #expect(rehearsal.picture.contains("prj-rail 2"))
        #expect(rehearsal.picture.contains("学报"))
    }

    @Test func `rows are sorted by any column, either way`() throws {
        var rehearsal = Rehearsal(try Self.bundled.get())
        let graph = try Self.bundled.get()
        rehearsal.press("c")
        let all = try rows(of: rehearsal)
        func keys(_ claims: [Claim], by order: ClaimOrder) -> [String?] {
            claims.map { claim -> String? in
                let evidence = graph.evidence(of: claim)
                switch order {
                case .item: return nil
                case .claim: return evidence.claim.chinese ?? ""
                case .source: return graph.source(evidence.source)?.title.localized(in: .chinese)
                case .date: return evidence.date?.description
                case .strength:
                    return graph.case.manifest.rankedStrengths.firstIndex { $0.id == evidence.strength }.map {
                        String($0)
                    }
                case .locator: return graph.locator(of: claim)?.localized(in: .chinese)
                }
            }
        }
        for order in ClaimOrder.allCases {
            let chart = try rehearsal.chart(ClaimsChart.self)
            #expect(chart.order == order)
            let claims = try rows(of: rehearsal)
            #expect(claims.count == all.count && Set(claims) == Set(all))
            let known = keys(claims, by: order).prefix { $0 != nil }.compactMap(\.self)
            #expect(known == known.sorted(), "\(order)")
            #expect(keys(claims, by: order).dropFirst(known.count).allSatisfy { $0 == nil })
            rehearsal.press("O")
            let turned = keys(try rows(of: rehearsal), by: order).compactMap(\.self)
            #expect(turned == turned.sorted(by: >), "\(order)")
            rehearsal.press("o")
        }
        #expect(try rehearsal.chart(ClaimsChart.self).order == .item)
    }

    @Test(arguments: [ID<Strength>("primary"), "reported"])
    func `all on the Wujiang of 2018 to 2022 by one kind of document takes under 45 keys`(
        strength: ID<Strength>
    ) throws {
        let graph = try Self.bundled.get()
        var rehearsal = Rehearsal(graph)
        let keys: [Key] =
            ["f"] + "乌江 year:2018..2022 strength:\(strength.text)".map { Key.character($0) } + [
                .enter, "c",
            ]
        #expect(keys.count < 45)
        rehearsal.press(keys)
        // Counted over the case by another road: the text of each claim and of the names above it.
        var wanted: [Claim] = []
        for claim in graph.claims {
            let evidence = graph.evidence(of: claim)
            var names = [graph.title(of: claim.entity).localized(in: .chinese)]
            var years: ClosedRange<Int>? = evidence.date?.spanOfYears
            if case .item(let position) = claim.entity {
                let item = graph.item(position)
                names += item.aka + [item.short?.localized(in: .chinese)].compactMap(\.self)
                years = years ?? graph.years(of: position)
            }
            let texts = names + [evidence.claim.localized(in: .chinese), evidence.quote ?? ""]
            if texts.contains(where: { $0.contains("乌江") }), evidence.strength == strength,
                years?.overlaps(2018...2022) == true
            {
                wanted.append(claim)
            }
        }
        // There may be no primary document on it, but there are reports.
        #expect(strength == "primary" || wanted.count > 10)
        #expect(try rows(of: rehearsal) == wanted)
        #expect(rehearsal.picture.contains("论断 \(wanted.count)/\(graph.claims.count)"))
    }

    @Test func `Enter goes to the claim in its item, and Esc back to the same row`() throws {
        let graph = try Self.bundled.get()
        var rehearsal = Rehearsal(graph)
        rehearsal.press("c", .pageDown, .down)
        let before = rehearsal.picture
        let chart = try rehearsal.chart(ClaimsChart.self)
        guard case .claim(let claim) = chart.choice(in: rehearsal.state.chartContext) else {
            Issue.record("no claim is selected")
            return
        }
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.reader))
        #expect(rehearsal.state.copySources.first == .evidence(claim.entity, claim.number))
        rehearsal.press(.escape)
        #expect(rehearsal.picture == before)
    }

    @Test func `a claim is copied with its source, and its item is marked`() throws {
        var rehearsal = Rehearsal()
        rehearsal.press("c")
        #expect(
            rehearsal.state.copySources
                == [.evidence(.item(9), 0), .subject(.item(9))])
        #expect(rehearsal.state.currentEntity == .item("prj-rail"))
    }

    @Test func `pins narrow the claims to what they let through`() throws {
        var rehearsal = Rehearsal()
        rehearsal.press(.down, .enter, "c")
        #expect(try rows(of: rehearsal).isEmpty, "the second driver does not lead to the railway")
        let reason = rehearsal.state.chartContext.reasonForNoRows
        #expect(reason != rehearsal.state.language.localized(Strings.nothingFound))
        #expect(rehearsal.picture.contains(reason.prefix(20)), "the pins are named as the reason")
    }

    @Test(arguments: [(20, 6), (40, 12), (80, 24), (200, 60), (1, 1), (0, 0)])
    func `any size is drawn`(columns: Int, rows: Int) throws {
        for language in [LanguageChoice.chinese, .english, .both] {
            var rehearsal = Rehearsal(
                try Self.bundled.get(), columns: columns, rows: rows, language: language)
            rehearsal.press("c", "o", .down)
            #expect(rehearsal.grid.size == Size(columns: columns, rows: rows))
        }
    }

    @Test func `the sorting and the row are part of the viewpoint`() throws {
        var rehearsal = Rehearsal()
        rehearsal.press("c", "o", "O", .down)
        let encoded = rehearsal.state.viewpoint.encoded(in: SmallCase.graph)
        #expect(encoded.contains("view=claims&order=claim&reverse=1&at=item:prj-rail:"))
        let decoded = Viewpoint(encoded: encoded, in: rehearsal.state)
        #expect(decoded?.encoded(in: SmallCase.graph) == encoded)
    }
}
