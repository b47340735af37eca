import CaseModel
import CaseSearch
import Screen

// Quotations, references and addresses of sources.
extension CopyMenu {
    /// The style of the case first.
    private var styles: [any ReferenceStyle] {
        graph.case.manifest.referenceStyle is APA
            ? [APA(), GBT7714(), BibTeX()] : [GBT7714(), APA(), BibTeX()]
    }

    /// Adds claims as quotations, then the references of all sources together and one by one, then their addresses.
    mutating func addEvidence(of entity: Entity, sources ids: [ID<Source>]) {
        for (number, evidence) in graph.evidence(of: entity).enumerated() {
            addQuotation(evidence, number: number + 1)
        }
        let sources = ids.uniqued().compactMap { graph.source($0) }
        if sources.count > 1 {
            for style in styles {
                addEach("\(style.name) [1–\(sources.count)]") { shown in
                    style.list(of: sources, in: shown, collation: \.collationKey).joined(separator: "\n")
                }
            }
        }
        for (number, source) in sources.enumerated() { addReferences(to: source, numbered: number + 1) }
    }

    /// Adds one claim with its reference and locator, in each style.
    mutating func addClaim(_ number: Int, of entity: Entity) {
        let claims = graph.evidence(of: entity)
        guard claims.indices.contains(number) else { return }
        addQuotation(claims[number], number: number + 1)
        guard let source = graph.source(claims[number].source) else { return }
        addReferences(to: source, at: claims[number].locator, numbered: nil)
    }

    private mutating func addQuotation(_ evidence: Evidence, number: Int) {
        guard let source = graph.source(evidence.source) else { return }
        let style = graph.case.manifest.referenceStyle
        addEach("\(localized(Strings.quotation)) \(number)") {
            Quotation(evidence, from: source).text(in: style, $0)
        }
    }

    /// Adds one source in each style, and its addresses.
    mutating func addReferences(to source: Source, at locator: Locator? = nil, numbered number: Int?) {
        let mark = number.map { " [\($0)]" } ?? ""
        for style in styles {
            addEach(style.name + mark) { style.reference(to: source, at: locator, in: $0) }
        }
        for address in source.addresses { add(localized(Strings.address) + mark, address) }
    }

    /// Adds a link as a sentence, with its source.
    mutating func addLink(_ edge: CaseGraph.Edge) {
        let graph = graph
        addEach(localized(Strings.link)) { graph.sentence(edge, in: $0) }
    }
}

extension CaseGraph {
    /// A link as a sentence: `A —implements→ B: because … (source)`; a link without a source is called an
    /// interpretation.
    fileprivate func sentence(_ edge: Edge, in language: LanguageTag) -> String {
        let link = link(edge)
        let ends = [edge.from, edge.to].map { item($0).title.localized(in: language) }
        let relation = relation(link.relation)?.title.localized(in: language) ?? link.relation.text
        let because = link.because?.localized(in: language)
        let source = link.source.flatMap { self.source($0) }
        let standing =
            source.map { `case`.manifest.referenceStyle.reference(to: $0, in: language) }
            ?? Strings.interpretedLink.localized(in: language)
        let arrow = "\(ends[0]) —\(relation)→ \(ends[1])"
        switch language.nearest {
        case .chinese: return arrow + (because.map { "：" + $0 } ?? "") + "（\(standing)）"
        case .english: return arrow + (because.map { ": " + $0 } ?? "") + " (\(standing))"
        }
    }
}

extension Source {
    /// The addresses of the source, of its DOI and of its archived copy, each once.
    var addresses: [String] {
        return [url, resolver, archived].compactMap { $0 }.uniqued()
    }

    var resolver: String? { doi.map { "https://doi.org/" + $0 } }

    /// A reference whose address, or else DOI, is a link.
    func linked(_ reference: String) -> [Span] {
        let spans = Span.linking(reference)
        guard spans.allSatisfy({ $0.link == nil }), let doi, let range = reference.firstRange(of: doi) else {
            return spans
        }
        return [
            Span(String(reference[..<range.lowerBound])),
            Span(doi, link: resolver.flatMap(WebAddress.init)),
            Span(String(reference[range.upperBound...])),
        ].filter { !$0.text.isEmpty }
    }

    /// The address linked to the source's title.
    var link: WebAddress? { addresses.lazy.compactMap(WebAddress.init).first }
}
