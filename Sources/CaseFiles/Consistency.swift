import CaseModel

// What the parts of a case must be to each other, checked when all of them are known.

extension Case {
    /// Reports the references that lead nowhere.
    func checkReferences(with ledger: LoadContext) {
        for reference in ledger.references where ledger.definitions[reference.noun]?[reference.id] == nil {
            let complaint = DiagnosticMessage.dangling(reference.phrase, reference.id, reference.noun)
            let nearest = ledger.suggestion(for: reference.id, among: reference.noun)
            ledger.report(complaint.noting(nearest), at: reference.address)
        }
    }

    /// Reports parents in another pane, and items that stand under themselves.
    func checkParents(with ledger: LoadContext) {
        let paneOfKind = Dictionary(kinds.map { ($0.id, $0.pane) }) { first, _ in first }
        let paneOfItem = Dictionary(items.map { ($0.id, paneOfKind[$0.kind]) }) { first, _ in first }
        for link in ledger.parenthoods {
            guard let own = paneOfItem[link.child] ?? nil, let pane = paneOfItem[link.parent] ?? nil,
                own != pane
            else { continue }
            ledger.report(
                .parentInAnotherPane(link.parent.text, pane: pane.text, own: own.text), at: link.address)
        }
        let parents = Dictionary(ledger.parenthoods.map { ($0.child, $0) }) { first, _ in first }
        var cleared: Set<ID<Item>> = []
        for start in ledger.parenthoods {
            var chain: [ID<Item>] = []
            var inChain: Set<ID<Item>> = []
            var next: ID<Item>? = start.child
            while let item = next, !cleared.contains(item), inChain.insert(item).inserted {
                chain.append(item)
                next = parents[item]?.parent
            }
            cleared.formUnion(chain)
            guard let again = next, let first = chain.firstIndex(of: again), let link = parents[again] else {
                continue
            }
            let circle = chain[first...].map(\.text) + [again.text]
            ledger.report(.ownAncestor(circle), at: link.address)
        }
    }

    /// Reports the sources on which nothing rests.
    func checkSources(with ledger: LoadContext) {
        let cited = Set(ledger.references.filter { $0.noun == .source }.map(\.id))
        for source in sources where !cited.contains(source.id.text) {
            guard let address = ledger.definitions[.source]?[source.id.text] else { continue }
            ledger.report(.uncited(source.id.text), at: address)
        }
    }

    /// Takes the focus from the steps of tours whose item is no longer there, and says so.
    mutating func dropUnfitSteps(with ledger: LoadContext) {
        let known = ledger.definitions[.item] ?? [:]
        for step in ledger.steps where known[step.id] == nil {
            let nearest = ledger.suggestion(for: step.id, among: .item)
            ledger.report(DiagnosticMessage.danglingStep(step.id).noting(nearest), at: step.address)
        }
        for tour in tours.indices {
            for step in tours[tour].steps.indices {
                guard let item = tours[tour].steps[step].at, known[item.text] == nil else { continue }
                tours[tour].steps[step].at = nil
            }
        }
    }
}

extension LoadContext {
    /// Reports the texts that lack a language which the case claims.
    func checkTranslations(into languages: [Language]) {
        for text in partialTexts where languages.contains(text.missing) {
            report(.untranslated(text.what, language: text.missing.rawValue), at: text.address)
        }
    }
}
