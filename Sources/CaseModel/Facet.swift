/// A property for filtering and counting items in any case, by name: `place:綦江`.
package enum Facet: String, CaseIterable, Sendable {
    /// The item's kind.
    case kind
    /// The field of action that the item belongs to (`CaseGraph.members(of:)`).
    case field
    /// The governance mode that the item belongs to (`CaseGraph.members(of:)`).
    case mode
    /// A place of the item.
    case place
    /// The province of a place of the item.
    case province
    /// An actor of the item.
    case actor
    /// The level of an actor of the item.
    case level
    /// The side of an actor of the item.
    case side
    /// The item's status.
    case status
    /// A year, or a range of years, that overlaps the item's period.
    case year
    /// A source cited by the item.
    case source
    /// The strength of a claim on the item.
    case strength
    /// Whose word something on the item is: a source's, in part the case author's, or the case author's.
    case standing
    /// Whether the item has claims: `none` or `some`.
    case evidence
}

/// A value of a facet or axis with its names and items.
package struct FacetValue: Equatable, Sendable {
    /// The permanent name.
    package let id: String
    /// The title.
    package let title: Text
    /// Other names of the value.
    package let otherNames: [String]
    /// The positions of its items, in the case's order.
    package let items: [Int]

    init(_ id: String, _ title: Text, otherNames: [String] = [], items: [Int]) {
        self.id = id
        self.title = title
        self.otherNames = otherNames
        self.items = items
    }

    /// All names of the value except its id.
    package var names: [String] { title.wordings + otherNames }
}

extension CaseGraph {
    /// The values of a facet in this case.
    package func values(of facet: Facet) -> [FacetValue] {
        switch facet {
        case .kind:
            zip(`case`.kinds, itemsOfKinds).map {
                FacetValue($0.id.text, $0.title, otherNames: $0.plural.wordings, items: $1)
            }
        case .field: values { $0.role == .field }
        case .mode: values { $0.role == .mode }
        case .place: zip(`case`.places, itemsOfPlaces).map { FacetValue($0.id.text, $0.title, items: $1) }
        case .province: values(shared: `case`.places.map(\.province), by: itemsOfPlaces)
        case .actor: zip(`case`.actors, itemsOfActors).map { FacetValue($0.id.text, $0.title, items: $1) }
        case .level: levels
        case .side: sideValues
        case .status:
            zip(
                `case`.statuses,
                items(ofEach: `case`.statuses.map(\.id)) { item, _ in item.status.map { [$0.value] } ?? [] }
            ).map { FacetValue($0.id.text, $0.title, items: $1) }
        case .year: years
        case .source:
            zip(`case`.sources, itemsOfSources).map {
                FacetValue($0.id.text, $0.title, otherNames: $0.issuer?.wordings ?? [], items: $1)
            }
        case .strength:
            zip(
                `case`.manifest.rankedStrengths,
                items(ofEach: `case`.manifest.rankedStrengths.map(\.id)) { item, _ in
                    item.evidence.map(\.strength)
                }
            ).map { FacetValue($0.id.text, $0.title, otherNames: $0.otherNames, items: $1) }
        case .standing:
            zip(
                Link.Standing.allCases,
                items(ofEach: Link.Standing.allCases) { item, position in
                    outgoing[position].map(\.standing) + item.standingsWithoutLinks
                }
            ).map { FacetValue($0.rawValue, $0.title, items: $1) }
        case .evidence:
            zip(
                [
                    ("none", Text(chinese: "无", english: "none")),
                    ("some", Text(chinese: "有", english: "some")),
                ], items(ofEach: [true, false]) { item, _ in [item.evidence.isEmpty] }
            ).map { FacetValue($0.0, $0.1, items: $1) }
        }
    }

    /// The items of some kinds, each as a value with its members.
    func values(of isMeant: (Kind) -> Bool) -> [FacetValue] {
        let isKindMeant = `case`.kinds.map(isMeant)
        let owners = `case`.items.indices.filter { kindNumber(of: $0).map { isKindMeant[$0] } ?? false }
        return owners.map {
            let item = item($0)
            return FacetValue(item.id.text, item.title, otherNames: item.aka, items: members(of: $0))
        }
    }

    /// The members of an item: itself, all its descendants, and the items linked to it in either direction; each
    /// once, in the case's order.
    package func members(of owner: Int) -> [Int] {
        var members: Set<Int> = [owner]
        var below = children[owner]
        while let next = below.popLast() {
            if members.insert(next).inserted { below += children[next] }
        }
        for edge in outgoing[owner] { members.insert(edge.to) }
        for edge in incoming[owner] { members.insert(edge.from) }
        return members.sorted()
    }

    /// For each kind its items.
    private var itemsOfKinds: [[Int]] {
        var members = [[Int]](repeating: [], count: `case`.kinds.count)
        for position in `case`.items.indices {
            if let kind = kindNumber(of: position) { members[kind].append(position) }
        }
        return members
    }

    /// For each of some values the items that have it, found in one pass over all items.
    private func items<Value: Hashable>(
        ofEach values: [Value], having: (_ item: Item, _ position: Int) -> [Value]
    ) -> [[Int]] {
        let numbers = Dictionary(zip(values, values.indices)) { first, _ in first }
        var members = [[Int]](repeating: [], count: values.count)
        for (position, item) in `case`.items.enumerated() {
            for value in Set(having(item, position)) {
                if let number = numbers[value] { members[number].append(position) }
            }
        }
        return members
    }

    /// Values for a text shared by several entities, such as the province of places, each with the items of all of
    /// them, in the order of first mention.
    private func values(shared texts: [Text?], by itemsOfThings: [[Int]]) -> [FacetValue] {
        var members: [Text: Set<Int>] = [:]
        var order: [Text] = []
        for (text, items) in zip(texts, itemsOfThings) {
            guard let text else { continue }
            if members[text] == nil { order.append(text) }
            members[text, default: []].formUnion(items)
        }
        return order.map { FacetValue($0.localized(in: .english), $0, items: (members[$0] ?? []).sorted()) }
    }

    /// The sides that the case declares, with or without actors, then those that actors name beside them.
    private var sideValues: [FacetValue] {
        let declared = `case`.manifest.sides
        let own = declared.indices.map { number in
            let items = zip(sides.numbers, itemsOfActors).filter { $0.0 == number }.flatMap(\.1)
            return FacetValue(
                declared[number].id.text, declared[number].title, items: Set(items).sorted())
        }
        let others = zip(sides.numbers, sides.titlesOfActors).map { number, title in
            declared.isEmpty || number == nil ? title : nil
        }
        return own + values(shared: others, by: itemsOfActors)
    }

    private var levels: [FacetValue] {
        var members: [ID<Level>: Set<Int>] = [:]
        for (actor, items) in zip(`case`.actors, itemsOfActors) {
            members[actor.level, default: []].formUnion(items)
        }
        return `case`.manifest.levels.map {
            FacetValue($0.id.text, $0.title, items: (members[$0.id] ?? []).sorted())
        }
    }

    /// Every year from the first named to the last, with what went on or is claimed of it; over a longer stretch than
    /// `mostYears` only those named.
    private var years: [FacetValue] {
        guard let named = `case`.items.yearsNamed else { return [] }
        let all = named.count > Self.mostYears ? `case`.items.everyYearNamed : Array(named)
        var members = [[Int]](repeating: [], count: all.count)
        let claimed = yearsClaimed
        for position in `case`.items.indices {
            for years in [years(of: position)].compactMap(\.self) + claimed[position] {
                guard let first = all.firstIndex(where: { $0 >= years.lowerBound }) else { continue }
                for place in all[first...].indices.prefix(while: { all[$0] <= years.upperBound })
                where members[place].last != position {
                    members[place].append(position)
                }
            }
        }
        return zip(all, members).map { year, items in
            let title = year > 0 ? Text(String(year)) : PartialDate.words(ofYear: year)
            return FacetValue(String(year), title, items: items)
        }
    }

    /// How many years in a row are values of the facet.
    private static let mostYears = 3000
}

extension Sequence<Item> {
    /// The years from the first to the last in the periods of items; nil without periods.
    var yearsNamed: ClosedRange<Int>? {
        let named = everyYearNamed
        guard let first = named.first, let last = named.last else { return nil }
        return first...last
    }

    /// The years that periods begin and end in, each once, in their order; of a decade its first and its last.
    fileprivate var everyYearNamed: [Int] {
        let dates = compactMap(\.period).flatMap { [$0.start, $0.end].compactMap { $0?.spanOfYears } }
        return Set(dates.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    }
}

extension Facet {
    package var title: Text {
        switch self {
        case .kind: Text(chinese: "类别", english: "kind of item")
        case .field: Text(chinese: "领域", english: "field")
        case .mode: Text(chinese: "方式", english: "mode")
        case .place: Text(chinese: "地点", english: "place")
        case .province: Text(chinese: "省份", english: "province")
        case .actor: Text(chinese: "参与者", english: "actor")
        case .level: Text(chinese: "层级", english: "level of an actor")
        case .side: Text(chinese: "一方", english: "side of an actor")
        case .status: Text(chinese: "状态", english: "status")
        case .year: Text(chinese: "年份", english: "year or years")
        case .source: Text(chinese: "来源", english: "source")
        case .strength: Text(chinese: "证据强度", english: "strength of evidence")
        case .standing: Text(chinese: "依据", english: "standing")
        case .evidence: Text(chinese: "有无证据", english: "with or without evidence")
        }
    }
}

extension Axis {
    /// Shorter names than the title by which a filter may call a facet.
    package var otherNames: [String] {
        switch self {
        case .facet(let facet): facet.otherNames
        case .kind: []
        }
    }
}

extension Facet {
    fileprivate var otherNames: [String] {
        switch self {
        case .kind: ["类型"]
        case .field: ["领域"]
        case .mode: ["方式"]
        case .place: ["地方"]
        case .province: ["省"]
        case .actor: ["主体", "参与主体"]
        case .level: ["参与者层级"]
        case .side: ["所属方", "参与者所属方"]
        case .status: ["进展状态"]
        case .year: ["年"]
        case .source: ["文献来源"]
        case .strength: ["强度"]
        case .standing: ["性质"]
        case .evidence: ["证据"]
        }
    }
}

extension Item {
    /// Whose word its claims, figures and status are.
    fileprivate var standingsWithoutLinks: [Link.Standing] {
        let sources = metrics.map(\.source) + (status.map { [$0.source] } ?? [])
        return (evidence.isEmpty ? [] : [.sourced]) + sources.map { Link.Standing(of: $0) }
    }
}
