import SeededRandom
import Testing

@testable import CaseModel

/// Cross tables compared with a count over each item of the case separately.
@Suite struct CrossTabTests {
    /// True if an item belongs to a value of an axis, determined without a graph.
    private func belongs(_ item: Item, to value: String, of axis: Axis, in made: Case) -> Bool {
        switch axis {
        case .facet(.kind): item.kind.text == value
        case .facet(.field): isMember(item, of: ID(value), in: made)
        case .facet(.mode): isMember(item, of: ID(value), in: made)
        case .facet(.place): item.places.contains(ID(value))
        case .facet(.province):
            made.places.contains { $0.province?.english == value && item.places.contains($0.id) }
        case .facet(.actor): item.actors.contains(ID(value))
        case .facet(.level):
            made.actors.contains { $0.level.text == value && item.actors.contains($0.id) }
        case .facet(.side):
            made.actors.contains { $0.side?.english == value && item.actors.contains($0.id) }
        case .facet(.status): item.status?.value.text == value
        case .facet(.year):
            ([years(of: item)].compactMap(\.self) + item.evidence.compactMap { $0.date?.spanOfYears })
                .contains { $0.contains(Int(value) ?? 0) }
        case .facet(.source):
            item.evidence.contains { $0.source.text == value } || item.status?.source?.text == value
                || item.links.contains { $0.source?.text == value }
        case .facet(.strength): item.evidence.contains { $0.strength.text == value }
        case .facet(.standing):
            (item.evidence.map { Optional($0.source) } + item.links.map(\.source)
                + (item.status.map { [$0.source] } ?? []))
                .contains { ($0 == nil ? "interpretation" : "sourced") == value }
        case .facet(.evidence): item.evidence.isEmpty == (value == "none")
        case .kind: isMember(item, of: ID(value), in: made)
        }
    }

    /// Every status of the random cases is one that lasts.
    private func years(of item: Item) -> ClosedRange<Int>? {
        guard let period = item.period, let first = (period.start ?? period.end)?.year else { return nil }
        return first...(period.end?.year ?? (item.status == nil ? first : Int.max))
    }

    /// The owner itself, what stands under it, and what is linked to it.
    private func isMember(_ item: Item, of owner: ID<Item>, in made: Case) -> Bool {
        var above: Item? = item
        while let here = above {
            if here.id == owner { return true }
            above = made.items.first { $0.id == here.parent }
        }
        return item.links.contains { $0.to == owner }
            || made.items.contains { $0.id == owner && $0.links.contains { $0.to == item.id } }
    }

    private func claims(_ item: Item, row: String?, column: String?, of crossTab: CrossTab) -> Int {
        var claims = item.evidence
        for (axis, value) in [(crossTab.rowAxis, row), (crossTab.columnAxis, column)] {
            guard let value else { continue }
            if axis == .facet(.strength) { claims.removeAll { $0.strength.text != value } }
            if axis == .facet(.source) { claims.removeAll { $0.source.text != value } }
            if axis == .facet(.standing), value != "sourced" { claims = [] }
        }
        return claims.count
    }

    /// Compares every cell and every total with a separate count.
    private func check(_ crossTab: CrossTab, of kind: ID<Kind>?, in made: Case, isShown: (Int) -> Bool) {
        let shown = made.items.indices.filter { (kind == nil || made.items[$0].kind == kind) && isShown($0) }
        func lines(_ axis: Axis, _ values: [FacetValue], _ item: Item) -> [CrossTab.Line] {
            let own = values.indices.filter { belongs(item, to: values[$0].id, of: axis, in: made) }
            return own.isEmpty ? [.none] : own.map { .value($0) }
        }
        func id(_ line: CrossTab.Line, _ values: [FacetValue]) -> String? {
            guard case .value(let number) = line else { return nil }
            return values[number].id
        }
        let rows = shown.map { lines(crossTab.rowAxis, crossTab.rows, made.items[$0]) }
        let columns = shown.map { lines(crossTab.columnAxis, crossTab.columns, made.items[$0]) }
        let rowLines = crossTab.rows.indices.map { CrossTab.Line.value($0) } + [.none, .all]
        let columnLines = crossTab.columns.indices.map { CrossTab.Line.value($0) } + [.none, .all]
        var most = 0
        for row in rowLines {
            for column in columnLines {
                let here = shown.indices.filter {
                    (row == .all || rows[$0].contains(row))
                        && (column == .all || columns[$0].contains(column))
                }
                let cell = crossTab[row, column]
                #expect(cell.items == here.map { shown[$0] }, "\(row) \(column)")
                let evidence = here.map {
                    claims(
                        made.items[shown[$0]], row: id(row, crossTab.rows),
                        column: id(column, crossTab.columns), of: crossTab)
                }
                #expect(cell.evidence == evidence.reduce(0, +), "\(row) \(column)")
                #expect(cell.isGap == here.isEmpty)
                if row != .all && column != .all { most = max(most, cell.evidence) }
            }
        }
        #expect(crossTab.most(\.evidence) == most)
        #expect(crossTab.rowLines.contains(.none) == rows.contains([.none]))
        #expect(crossTab.columnLines.contains(.none) == columns.contains([.none]))
    }

    @Test(arguments: 0..<12)
    func `every cell and total of random cases is right, for any axes`(seed: UInt64) {
        var random = Seeded(seed: seed)
        let made = RandomCase.make(&random)
        let graph = CaseGraph(made)
        for rows in graph.axes {
            guard let columns = graph.axes.randomElement(using: &random) else { return }
            let kind = (made.kinds.map { Optional($0.id) } + [nil]).randomElement(using: &random) ?? nil
            let shut = Int.random(in: 1...5, using: &random)
            let isShown = { (position: Int) in position % shut != 1 }
            let crossTab = graph.crossTab(rows: rows, columns: columns, cells: kind, isShown: isShown)
            #expect(crossTab.rowAxis == rows && crossTab.columnAxis == columns)
            check(crossTab, of: kind, in: made, isShown: isShown)
        }
    }

    @Test func `a total counts an item in two cells once`() {
        var made = RandomCase.frame
        var both = Item(id: "prj-both", kind: "project", title: Text("both"))
        both.parent = "fld-0"
        both.links = [Link(to: "mode-0", relation: "works-by"), Link(to: "mode-1", relation: "works-by")]
        both.evidence = [Evidence(claim: Text("claim"), source: "src-0", strength: .primary)]
        made.items.append(both)
        let crossTab = CaseGraph(made).crossTab(
            rows: .kind("field"), columns: .kind("mode"), cells: "project")
        #expect(crossTab[.value(0), .value(0)].items.count == 1)
        #expect(crossTab[.value(0), .value(1)].items.count == 1)
        #expect(crossTab[.value(0), .all].items.count == 1)
        #expect(crossTab[.all, .all].items.count == 1)
        #expect(crossTab[.all, .all].evidence == 1)
        #expect(crossTab.rowLines == crossTab.rows.indices.map { .value($0) })
    }

    @Test func `only the claims that a filter lets through are counted`() {
        var made = RandomCase.frame
        var item = Item(id: "prj-a", kind: "project", title: Text("a"))
        item.parent = "fld-0"
        item.evidence = Records(
            [ID<Strength>.primary, .reported, .reported].map {
                Evidence(claim: Text("claim"), source: "src-0", strength: $0)
            })
        made.items.append(item)
        let graph = CaseGraph(made)
        let position = made.items.count - 1
        func evidence(_ columns: Axis, counting numbers: [Int]?) -> Int {
            graph.crossTab(
                rows: .kind("field"), columns: columns, cells: "project",
                counting: numbers?.map { Claim(.item(position), $0) })[.value(0), .all].evidence
        }
        #expect(evidence(.kind("mode"), counting: nil) == 3)
        #expect(evidence(.kind("mode"), counting: [1]) == 1)
        #expect(evidence(.kind("mode"), counting: []) == 0)
        #expect(evidence(.facet(.strength), counting: [0, 2]) == 2)
    }

    @Test func `an axis of years covers the counted items`() {
        var made = RandomCase.frame
        for (id, kind, start) in [("drv-a", "driver", "1990"), ("prj-a", "project", "2001-05")] {
            var item = Item(id: ID(id), kind: ID(kind), title: Text(id))
            item.period = Period(
                start: PartialDate(start), end: kind == "project" ? PartialDate("2003") : nil)
            made.items.append(item)
        }
        let crossTab = CaseGraph(made).crossTab(
            rows: .facet(.year), columns: .facet(.status), cells: "project")
        #expect(crossTab.rows.map(\.id) == ["2001", "2002", "2003"])
        #expect(crossTab.rows.indices.allSatisfy { crossTab[.value($0), .none].items.count == 1 })
    }

    @Test func `the default axes are those of the case, else fields and modes, else statuses`() {
        var made = RandomCase.frame
        #expect(CaseGraph(made).standardAxes == (.kind("field"), .kind("mode"), "project"))
        made.matrix = Matrix(rows: "driver", columns: "field", cells: "mode")
        #expect(CaseGraph(made).standardAxes == (.kind("driver"), .kind("field"), "mode"))
        made.matrix = nil
        made.kinds = []
        #expect(CaseGraph(made).standardAxes == (.facet(.status), .facet(.strength), nil))
    }
}
