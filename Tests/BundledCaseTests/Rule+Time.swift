import CaseModel

extension Rule {
    static let time: [Rule] = [
        Rule(
            "a link that carries influence does not run backwards in time, or says that the project is older",
            violations: { the in
                the.backwardLinks.filter { !$0.isMarked }.map { "\($0.upstream) → \($0.downstream)" }
            },
            mistakes: { the in
                the.change("prj-qijiang-service-area") { $0.period = Period(start: PartialDate(year: 2019)) }
            },
            { the in
                the.change("prj-daozhen-tcm-park") {
                    for number in $0.links.indices {
                        $0.links[number].because = Text(chinese: "属于片区。", english: "In it.")
                    }
                }
            }),

        Rule(
            "sourced links that run backwards in time are those that are known",
            violations: { the in
                let found = Set(
                    the.backwardLinks.filter(\.isSourced).map { "\($0.upstream) → \($0.downstream)" })
                return found.symmetricDifference(knownBackwardLinks).sorted()
            },
            mistakes: { the in
                the.change("prj-qijiang-service-area") { $0.period = Period(start: PartialDate(year: 2019)) }
            },
            { $0.change("prj-xiushan-wuling-hub") { $0.links = [] } }),

        Rule(
            "no status is later than its source, and no claim unless it says that it was expected",
            violations: { the in
                let dates = Dictionary(
                    the.sources.map { ($0.id, $0.date) }, uniquingKeysWith: { first, _ in first })
                let statuses = the.items.filter { item in
                    guard let asOf = item.status?.asOf, let date = dates[item.status?.source ?? ""] ?? nil
                    else { return false }
                    return date.isSurelyBefore(asOf)
                }.map(\.id.text)
                let claims = the.items.flatMap { item in
                    item.evidence.filter { evidence in
                        guard let told = evidence.date, let date = dates[evidence.source] ?? nil else {
                            return false
                        }
                        return date.isSurelyBefore(told) && !(evidence.claim.chinese ?? "").contains("报道")
                    }.map { "\(item.id): \($0.claim.chinese ?? "")" }
                }
                return statuses + claims
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.status?.asOf = PartialDate("2025-10-14") } },
            { $0.change("prj-zaodu-reservoir") { $0.evidence[4].date = PartialDate("2025-04-12") } }),

        Rule(
            "every driver has a chain to a project that is sourced at every step and runs forward, or says that it has none",
            violations: { the in
                let forward = SourcedWalk(the)
                return the.items(.driver).filter { driver in
                    let isMarked = [
                        (driver.note?.chinese ?? "").contains("没有一条步步有来源"),
                        (driver.note?.english ?? "").contains("No chain in this case leads from it"),
                    ]
                    return isMarked.contains(forward.reachesProject(from: driver.id))
                }.map(\.id.text)
            },
            mistakes: { $0.change("drv-new-development-pattern") { $0.note = nil } },
            { $0.change("drv-new-development-pattern") { $0.note?.english = "It names no project." } },
            {
                $0.change("prj-yuqian-emergency-drill-2021") { $0.links = [] };
                $0.change("prj-cross-province-water-emergency") { $0.links = [] }
            }),

        Rule(
            "a chain on a slide is sourced at every step and runs forward",
            violations: { the in
                let graph = CaseGraph(the)
                return the.tours.flatMap { tour in
                    tour.steps.filter { $0.view == .view(.trace) }.filter { step in
                        guard let position = graph.position(at: step) else { return true }
                        var chains = graph.chains(to: position)
                        guard let first = chains.next(), graph.isSourced(first) else { return true }
                        let dates = first.items.compactMap { the.items[$0].beginning }
                        return zip(dates, dates.dropFirst()).contains { $1.isSurelyBefore($0) }
                    }.map { "\(tour.id): \($0.headline.english ?? "")" }
                }
            },
            mistakes: { the in
                the.tours[0].steps[3].at = "prj-wujiang-phosphorus"
            },
            { the in
                the.change("prj-yuqian-emergency-drill-2021") {
                    for number in $0.links.indices { $0.links[number].source = nil }
                }
            }),
    ]

    /// Links of projects that were there before what takes them up; their reasons say so.
    private static let knownBackwardLinks: Set<String> = [
        "arr-core-bridgehead → prj-jiangjin-gateway",
        "arr-land-sea-operation-centre → prj-land-sea-corridor-13-plus-2",
        "arr-pilot-zone-layout → prj-chongqing-guiyang-railway",
        "arr-pilot-zone-layout → prj-nanchuan-daozhen-expressway",
        "arr-zunyi-subcentre-2024 → prj-loushanguan-transfer",
        "drv-chengdu-chongqing → prj-tongzi-summer-residence",
        "drv-guizhou-new-path → prj-wujiang-navigation-resumption",
        "drv-land-sea-corridor → prj-jiangjin-gateway",
        "drv-land-sea-corridor → prj-land-sea-corridor-13-plus-2",
        "drv-land-sea-corridor → prj-xiushan-wuling-hub",
        "drv-land-sea-corridor → prj-xiushan-yinjiang-expressway",
        "drv-yangtze-belt → prj-wujiang-navigation-resumption",
    ]
}

/// A link that carries influence from something younger to something older.
struct BackwardLink {
    var upstream: ID<Item>
    var downstream: ID<Item>
    var isSourced: Bool
    /// True where the reason says that the downstream item is older.
    var isMarked: Bool
}

extension Case {
    /// The links from a driver or an arrangement to an item that began before it, as far as both are dated.
    var backwardLinks: [BackwardLink] {
        let flows = Dictionary(relations.map { ($0.id, $0.flow) }, uniquingKeysWith: { first, _ in first })
        let byID = Dictionary(items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let projects = Set(items(.project).map(\.id))
        return items.flatMap { item in
            item.links.compactMap { link -> BackwardLink? in
                guard let other = byID[link.to], let flow = flows[link.relation], flow != .none else {
                    return nil
                }
                let (upstream, downstream) = flow == .forward ? (item, other) : (other, item)
                guard !projects.contains(upstream.id), let before = upstream.beginning,
                    let after = downstream.beginning, after.isSurelyBefore(before)
                else { return nil }
                let reason = link.because?.chinese ?? ""
                return BackwardLink(
                    upstream: upstream.id, downstream: downstream.id, isSourced: link.source != nil,
                    isMarked: ["在先", "早于", "更早"].contains { reason.contains($0) })
            }
        }
    }
}

extension Item {
    /// When the item began: the start of its period, or the day on which it was planned or agreed.
    var beginning: PartialDate? {
        if let period { return period.start ?? period.end }
        guard let status, ["planned", "agreed"].contains(status.value.text) else { return nil }
        return status.asOf
    }
}

extension PartialDate {
    /// True where the whole of this date lies before the other, as far as both are known.
    func isSurelyBefore(_ other: PartialDate) -> Bool {
        if year != other.year { return year < other.year }
        guard let month, let otherMonth = other.month else { return false }
        if month != otherMonth { return month < otherMonth }
        guard let day, let otherDay = other.day else { return false }
        return day < otherDay
    }
}

/// Ways downstream over links with a source, each step no earlier than the one before.
private struct SourcedWalk {
    private var next: [ID<Item>: [ID<Item>]] = [:]
    private let beginnings: [ID<Item>: PartialDate]
    private let projects: Set<ID<Item>>

    init(_ the: Case) {
        let flows = Dictionary(
            the.relations.map { ($0.id, $0.flow) }, uniquingKeysWith: { first, _ in first })
        for item in the.items {
            for link in item.links where !link.isReading {
                switch flows[link.relation] {
                case .forward: next[item.id, default: []].append(link.to)
                case .backward: next[link.to, default: []].append(item.id)
                case nil, .some(.none): break
                }
            }
        }
        beginnings = Dictionary(
            the.items.compactMap { item in item.beginning.map { (item.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        projects = Set(the.items(.project).map(\.id))
    }

    func reachesProject(from start: ID<Item>) -> Bool {
        var waiting = [(id: start, date: beginnings[start], seen: Set([start]))]
        while let here = waiting.popLast() {
            for there in next[here.id] ?? [] where !here.seen.contains(there) {
                // What has no date, as an element of the framework, hands on the date before it.
                let date = beginnings[there] ?? here.date
                if let before = here.date, let date, date.isSurelyBefore(before) { continue }
                if projects.contains(there), date != nil { return true }
                waiting.append((there, date, here.seen.union([there])))
            }
        }
        return false
    }
}
