import CaseModel
import CaseSearch
import TextLayout

// Lookup of names from the command line in the case; an unknown name ends the program with 66.

extension Failure {
    /// The failure for a name that the case does not have, with the most similar one, and all names if they are
    /// few.
    init(missing noun: String, _ name: String, among names: [String]) {
        let nearest = Suggestion.nearest(to: name, among: names)
        let isShort = (1...24).contains(names.count)
        let hint = nearest.map(Self.question(after:))
        var list = ""
        if isShort {
            list = localized(
                zh: (nearest == nil ? "；有 " : "有 ") + names.joined(separator: "、"),
                en: (nearest == nil ? "; it has " : " It has ") + names.joined(separator: ", "))
        } else if nearest == nil {
            list = localized(
                zh: "；可以搜索：triptych search \(name.shellWord)",
                en: "; to look for it everywhere: triptych search \(name.shellWord)")
        }
        self.init(
            localized(
                zh: "本案例没有\(Self.chinese[noun] ?? noun)“\(name)”", en: "the case has no \(noun) '\(name)'")
                + (hint ?? "") + list, .missing)
    }

    /// The failure for an id of another kind of entity than the one that is wanted.
    init(_ id: String, is entity: Entity, zh: String, en: String) {
        let other: (zh: String, en: String) =
            switch entity {
            case .item: ("条目", "an item")
            case .source: ("来源", "a source")
            case .place: ("地点", "a place")
            case .actor: ("参与者", "an actor")
            }
        self.init(
            localized(
                zh: "“\(id)”是\(other.zh)，\(zh)；可以查看：triptych show \(id.shellWord)",
                en: "'\(id)' is \(other.en) and \(en); to see it: triptych show \(id.shellWord)"),
            .missing)
    }

    /// What is looked up, in Chinese.
    private static let chinese = [
        "item": "条目", "kind": "类别", "tour": "讲解路线", "kind or facet": "类别或方面",
        "actor or item": "参与者或条目", "item, source, place or actor": "条目、来源、地点或参与者",
    ]
}

extension CaseGraph {
    /// The position of the item with this id.
    func position(named id: String) throws -> Int {
        if let position = position(of: ID(id)) { return position }
        if let entity = entity(named: id) { throw Failure(id, is: entity, zh: "不是条目", en: "no item") }
        throw Failure(missing: "item", id, among: `case`.items.map(\.id.text))
    }

    /// The item, source, place or actor with this id.
    func entity(called id: String) throws -> Entity {
        if let entity = entity(named: id) { return entity }
        let sources = `case`.sources.map(\.id.text)
        let others = `case`.places.map(\.id.text) + `case`.actors.map(\.id.text)
        throw Failure(
            missing: "item, source, place or actor", id, among: `case`.items.map(\.id.text) + sources + others
        )
    }

    /// The kind with this id, or with this title in one of the case's languages.
    func kind(named name: String) throws -> Kind {
        if let kind = kind(called: name) { return kind }
        throw Failure(missing: "kind", name, among: `case`.kinds.map(\.id.text))
    }

    /// The number of the tour with this id.
    func tour(named id: String) throws -> Int {
        if let number = `case`.tours.firstIndex(where: { $0.id.text == id }) { return number }
        throw Failure(missing: "tour", id, among: `case`.tours.map(\.id.text))
    }
}
