import CaseModel

// Checks that need the whole case.

extension Case {
    /// Reports references to entities that are not defined.
    func checkReferences(with context: LoadContext) {
        for reference in context.references where context.definitions[reference.kind]?[reference.id] == nil {
            let message = DiagnosticMessage.dangling(reference.phrase, reference.id, reference.kind)
            let nearest = context.suggestion(for: reference.id, among: reference.kind)
            context.report(message.noting(nearest), at: reference.address)
        }
    }

    /// Reports parents in another pane, and items that stand under themselves.
    func checkParents(with context: LoadContext) {
        let parenthoods = context.parenthoods
        let hierarchy = Hierarchy(pairs: parenthoods.map { ($0.child, $0.parent) })
        let paneOfKind = Dictionary(kinds.map { ($0.id, $0.pane) }) { first, _ in first }
        let kindOfItem = Dictionary(items.map { ($0.id, $0.kind) }) { first, _ in first }
        func pane(of item: ID<Item>) -> ID<Pane>? { kindOfItem[item].flatMap { paneOfKind[$0] } }
        for index in hierarchy.acrossPanes(pane) {
            let (child, parent) = hierarchy.pairs[index]
            let (own, other) = (pane(of: child)?.text ?? "", pane(of: parent)?.text ?? "")
            context.report(
                .parentInAnotherPane(parent.text, pane: other, own: own), at: parenthoods[index].address)
        }
        for circle in hierarchy.circles {
            let items = circle.map { parenthoods[$0].child.text }
            context.report(.ownAncestor(items + items.prefix(1)), at: parenthoods[circle[0]].address)
        }
    }

    /// Reports sources that nothing cites.
    func checkSources(with context: LoadContext) {
        let cited = Set(context.references.filter { $0.kind == .source }.map(\.id))
        for source in sources where !cited.contains(source.id.text) {
            guard let address = context.definitions[.source]?[source.id.text] else { continue }
            context.report(.uncited(source.id.text), at: address)
        }
    }

    /// Removes the item from tour steps that name one which does not exist, with a warning.
    mutating func dropUnfitSteps(with context: LoadContext) {
        let known = context.definitions[.item] ?? [:]
        for step in context.steps where known[step.id] == nil {
            let nearest = context.suggestion(for: step.id, among: .item)
            context.report(DiagnosticMessage.danglingStep(step.id).noting(nearest), at: step.address)
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
    /// Reports the texts that lack a language of the manifest.
    func checkTranslations(into languages: [Language]) {
        for text in partialTexts where languages.contains(text.missing) {
            report(.untranslated(text.what, language: text.missing.rawValue), at: text.address)
        }
    }
}
