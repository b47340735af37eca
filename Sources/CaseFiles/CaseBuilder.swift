import CaseModel
import Yams

/// A case that is being put together from its files.
struct CaseBuilder {
    private(set) var content = Case(manifest: Manifest(id: ID(""), title: Text("")))
    private(set) var manifest: Address?
    private var matrix: Address?
    private(set) var panes: Address?
    /// The files that name the format, which must be the manifest's.
    private var formats: [(file: String, address: Address)] = []
    let context: LoadContext

    init(context: LoadContext) {
        self.context = context
    }

    /// Adds the contents of a file.
    mutating func add(_ root: Node, of file: SourceText) {
        let value = Value(node: root, file: file, context: context, name: "the file")
        if case .scalar = root, value.isAbsent { return }
        guard var top = value.fields(called: "a case") else { return }
        readFormat(&top)
        readManifest(&top)
        readFramework(&top)
        content.sources += top.list("sources", called: "the source", Source.init(from:))
        content.items += top.list("items", called: "the item", Item.init(from:))
        content.places += top.list("places", called: "the place", Place.init(from:))
        content.actors += top.list("actors", called: "the actor", CaseModel.Actor.init(from:))
        content.tours += top.list("tours", called: "the tour", Tour.init(from:))
        top.finish()
    }

    /// Checks the rules that need the whole case.
    mutating func finish(at whole: Address) {
        guard !context.isIncomplete else { return }
        guard let manifest else {
            context.report(.noManifest, at: whole)
            return
        }
        if !formats.contains(where: { $0.file == manifest.file.name }) {
            context.report(.noFormat, at: manifest)
        }
        for format in formats where format.file != manifest.file.name {
            context.report(.misplacedFormat, at: format.address)
        }
        if content.panes.count != Case.paneCount {
            context.report(.notThreePanes(content.panes.count), at: panes ?? manifest)
        }
        content.checkReferences(with: context)
        content.checkParents(with: context)
        content.checkSources(with: context)
        context.checkTranslations(into: content.manifest.languages)
        content.dropUnfitSteps(with: context)
    }

    /// Reports a file of a newer format, whose other errors do not matter.
    static func refusesNewer(_ root: Node, of file: SourceText, context: LoadContext) -> Bool {
        guard let node = root.mapping?.first(where: { $0.key.scalar?.string == "format" })?.value,
            case .scalar(let scalar) = node, let number = Int(scalar.string), number > 1
        else { return false }
        context.report(.newerFormat(scalar.string), at: Address(of: node, in: file))
        return true
    }

    private mutating func readFormat(_ top: inout Fields) {
        guard let value = top.optional("format"), let text = value.string() else { return }
        formats.append((value.file.name, value.address))
        if text != "1" { value.report(.badFormat(text)) }
    }

    private mutating func readManifest(_ top: inout Fields) {
        guard top.optional("case") != nil else { return }
        let address = top.keyAddress(of: "case")
        if let manifest {
            context.report(.secondOfOne("case").noting(DiagnosticMessage.first(at: manifest)), at: address)
            return
        }
        manifest = address
        if let read = top.map("case", called: "the manifest", Manifest.init(from:)) {
            content.manifest = read
        }
    }

    private mutating func readFramework(_ top: inout Fields) {
        if panes == nil, top.optional("panes") != nil { panes = top.keyAddress(of: "panes") }
        content.panes += top.list("panes", called: "the pane", Pane.init(from:))
        content.kinds += top.list("kinds", called: "the kind", Kind.init(from:))
        content.relations += top.list("relations", called: "the relation", Relation.init(from:))
        content.statuses += top.list("statuses", called: "the status", Status.init(from:))
        guard top.optional("matrix") != nil else { return }
        let address = top.keyAddress(of: "matrix")
        if let matrix {
            context.report(.secondOfOne("matrix").noting(DiagnosticMessage.first(at: matrix)), at: address)
            return
        }
        matrix = address
        content.matrix = top.map("matrix", called: "the matrix", Matrix.init(from:))
    }
}

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
