import CaseModel

/// The entities of a case in the order in which they are searched: items, sources, places, actors.
struct SearchedEntities: Sendable {
    /// The number of items, which come first.
    let items: Int
    private let places: Int
    private let actors: Int
    let count: Int

    init(of made: Case) {
        items = made.items.count
        places = items + made.sources.count
        actors = places + made.places.count
        count = actors + made.actors.count
    }

    /// The entity of a number from 0.
    subscript(number: Int) -> Entity {
        if number < items { return .item(number) }
        if number < places { return .source(number - items) }
        if number < actors { return .place(number - places) }
        return .actor(number - actors)
    }
}

// The texts that are searched. Those of an entity come in the order of the precedence of their fields, and in it are
// in the order of preference among equal matches.
extension CaseGraph {
    /// Calls `take` with the titles, the authors, the id and the other names of an entity.
    func eachName(of entity: Entity, _ take: (SearchField, String) -> Void) {
        title(of: entity).eachWording { take(.title, $0) }
        if case .source(let number) = entity {
            for author in `case`.sources[number].authors {
                if let chinese = author.chinese { take(.author, chinese) }
                take(.author, author.inverted)
                take(.author, "\(author.given) \(author.family)")
            }
        }
        take(.id, id(of: entity))
        switch entity {
        case .item(let position):
            let item = item(position)
            item.short?.eachWording { take(.short, $0) }
            for name in item.aka { take(.aka, name) }
        case .source(let number):
            let source = `case`.sources[number]
            if let documentNumber = source.documentNumber { take(.documentNumber, documentNumber) }
            if let doi = source.doi { take(.doi, doi) }
        case .place, .actor: break
        }
    }

    /// Calls `take` with the texts of an entity other than names; an item's with the names of its sources, places and
    /// actors.
    func eachText(of entity: Entity, _ take: (SearchField, String) -> Void) {
        switch entity {
        case .item(let position):
            let item = item(position)
            item.summary?.eachWording { take(.summary, $0) }
            eachClaim(of: item.evidence, take)
            item.note?.eachWording { take(.note, $0) }
            eachSharedName(of: position, take)
        case .source(let number):
            let source = `case`.sources[number]
            source.issuer?.eachWording { take(.issuer, $0) }
            source.container?.title.eachWording { take(.container, $0) }
            source.publisher?.eachWording { take(.issuer, $0) }
            source.note?.eachWording { take(.note, $0) }
        case .place(let number):
            let place = `case`.places[number]
            place.summary?.eachWording { take(.summary, $0) }
            eachClaim(of: place.evidence, take)
            place.note?.eachWording { take(.note, $0) }
        case .actor(let number):
            let actor = `case`.actors[number]
            actor.summary?.eachWording { take(.summary, $0) }
            eachClaim(of: actor.evidence, take)
            actor.note?.eachWording { take(.note, $0) }
        }
    }

    private func eachClaim(of evidence: Records<Evidence>, _ take: (SearchField, String) -> Void) {
        for claim in evidence {
            claim.claim.eachWording { take(.claim, $0) }
            if let quote = claim.quote { take(.quote, quote) }
        }
    }

    /// Calls `take` with the names of an item's sources, places and actors, in the case's order.
    private func eachSharedName(of position: Int, _ take: (SearchField, String) -> Void) {
        let item = `case`.items[position]
        var sources: [Int] = []
        // Consecutive claims often cite one source: it is looked up once.
        var last: ID<Source>?
        func cite(_ source: ID<Source>?) {
            guard let source, source != last else { return }
            last = source
            if let number = number(of: source), !sources.contains(number) { sources.append(number) }
        }
        for claim in item.evidence { cite(claim.source) }
        for metric in item.metrics { cite(metric.source) }
        cite(item.status?.source)
        for link in item.links { cite(link.source) }
        for number in sources.sorted() {
            let source = `case`.sources[number]
            source.title.eachWording { take(.source, $0) }
            source.issuer?.eachWording { take(.source, $0) }
        }
        for number in Set(item.places.compactMap { number(of: $0) }).sorted() {
            `case`.places[number].title.eachWording { take(.place, $0) }
        }
        for number in Set(item.actors.compactMap { number(of: $0) }).sorted() {
            `case`.actors[number].title.eachWording { take(.actor, $0) }
        }
    }
}

extension Text {
    /// Calls `take` with each wording once.
    fileprivate func eachWording(_ take: (String) -> Void) {
        guard !hasOthers else { return wordings.forEach(take) }
        if let chinese { take(chinese) }
        if let english, english != chinese { take(english) }
    }
}
