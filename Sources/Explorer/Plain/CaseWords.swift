import CaseModel

/// The places in the texts of a case, in its references and in the reader's notes where something stands that elsewhere
/// is a sign of the screen: a dash, an arrow, a star, a date in digits.
///
/// Such a place is known again by the words around it, also in an excerpt, and is read as it stands.
struct CaseWords: Equatable, Sendable {
    /// The words around a sign.
    private struct Surroundings: Hashable, Sendable {
        let before: [String]
        let after: [String]

        /// Nil for a sign that stands alone.
        init?(of tokens: [Substring], at place: Int) {
            let hasBoth = place > 0 && place + 1 < tokens.count
            let reach = hasBoth ? 1 : 2
            // Chinese has no spaces, and an excerpt may begin within a run of characters.
            before = tokens[..<place].suffix(reach).map { String($0.suffix(Self.characters)) }
            after = tokens[(place + 1)...].prefix(reach).map { String($0.prefix(Self.characters)) }
            if before.isEmpty && after.isEmpty { return nil }
        }

        private static let characters = 8

        func surrounds(_ place: Int, of tokens: [Substring]) -> Bool {
            guard place >= before.count, place + after.count < tokens.count else { return false }
            return zip(before, tokens[(place - before.count)..<place]).allSatisfy { $1.hasSuffix($0) }
                && zip(after, tokens[(place + 1)...]).allSatisfy { $1.hasPrefix($0) }
        }
    }

    private var places: [String: Set<Surroundings>] = [:]

    /// No words at all.
    init() {}

    /// The words of a case, among which `isSign` finds those that would not be read as they stand.
    init(_ graph: CaseGraph, isSign: (Substring) -> Bool) {
        graph.case.eachWording { add($0, isSign: isSign) }
        let languages = graph.case.manifest.languages
        let style = graph.case.manifest.referenceStyle
        func cite(_ source: Source, at locator: Locator? = nil) {
            for language in languages {
                self.add(style.reference(to: source, at: locator, in: language), isSign: isSign)
            }
        }
        for source in graph.case.sources { cite(source) }
        cite(graph.case.manifest.source)
        for evidence in graph.case.allEvidence {
            if let locator = evidence.locator, let source = graph.source(evidence.source) {
                cite(source, at: locator)
            }
        }
    }

    /// Adds a text.
    mutating func add(_ text: String, isSign: (Substring) -> Bool) {
        for line in text.split(whereSeparator: \.isNewline) {
            let tokens = line.split(separator: " ", omittingEmptySubsequences: false)
            for place in tokens.indices where isSign(tokens[place]) {
                guard let surroundings = Surroundings(of: tokens, at: place) else { continue }
                places[String(tokens[place]), default: []].insert(surroundings)
            }
        }
    }

    /// True if a token of a line is a word of the case where it stands.
    func hold(_ place: Int, of tokens: [Substring]) -> Bool {
        places[String(tokens[place])]?.contains { $0.surrounds(place, of: tokens) } ?? false
    }
}

extension Case {
    /// Calls `take` with every wording that a page, a list or a talk shows.
    fileprivate func eachWording(_ take: (String) -> Void) {
        func each(_ texts: Text?...) { for text in texts { text?.wordings.forEach(take) } }
        each(manifest.title, manifest.subtitle)
        for text in manifest.about + manifest.authors { each(text) }
        for pane in panes { each(pane.title, pane.question) }
        for kind in kinds { each(kind.title, kind.plural) }
        for relation in relations { each(relation.title, relation.inverse) }
        for status in statuses { each(status.title) }
        for source in sources {
            each(source.title, source.issuer, source.container?.title, source.publisher, source.note)
        }
        for item in items {
            each(item.title, item.short, item.summary, item.note)
            for metric in item.metrics { each(metric.name, metric.figure) }
            for link in item.links { each(link.because) }
        }
        for place in places {
            each(
                place.title, place.kind, place.province, place.summary, place.note,
                place.reasonForNoCoordinates)
        }
        for actor in actors { each(actor.title, actor.side, actor.summary, actor.note) }
        for evidence in allEvidence {
            each(evidence.claim)
            if let quote = evidence.quoted { take(quote) }
        }
        for tour in tours {
            each(tour.title)
            for step in tour.steps {
                each(step.headline, step.notes)
                for point in step.points { each(point.text) }
            }
        }
    }
}
