import CaseModel

// What is searched of an item, in the order in which a find counts among equals.
extension Item {
    /// Goes through what it is called: the titles, which count most, the id, the other names.
    func eachName(_ take: (SearchField, String) -> Void) {
        title.eachWording { take(.title, $0) }
        take(.id, id.text)
        for name in aka { take(.aka, name) }
    }

    /// Goes through what else it says.
    func eachText(_ take: (SearchField, String) -> Void) {
        summary?.eachWording { take(.summary, $0) }
        for claim in evidence {
            claim.claim.eachWording { take(.claim, $0) }
            if let quote = claim.quote { take(.quote, quote) }
        }
        note?.eachWording { take(.note, $0) }
    }
}

extension CaseGraph {
    /// Goes through the names of an item's sources, places and actors, in the case's order.
    func eachSharedName(of position: Int, _ take: (SearchField, String) -> Void) {
        let item = `case`.items[position]
        var sources: [Int] = []
        // One source bears out much of an item: what was looked up a moment ago is not looked up again.
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
            `case`.sources[number].title.eachWording { take(.source, $0) }
            `case`.sources[number].issuer?.eachWording { take(.source, $0) }
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
    /// Goes through its wordings, each once.
    fileprivate func eachWording(_ take: (String) -> Void) {
        if let chinese { take(chinese) }
        if let english, english != chinese { take(english) }
    }
}
