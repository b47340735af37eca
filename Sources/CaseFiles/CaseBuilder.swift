import CaseModel
import TextLayout

/// A case that is being put together from its files.
struct CaseBuilder {
    var content = Case.blank
    /// The outlines of files, for places that may be defined in later ones.
    var outlines: [OutlineFile.Entry] = []
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
        let value = Value(node: root, file: file, context: context, name: .file)
        if case .scalar = root, value.isAbsent { return }
        guard var top = value.fields(called: .wholeCase) else { return }
        readFormat(&top)
        noteOnce(&top)
        top.read(&content)
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
        placeOutlines()
        context.provide(.level, Level.ordinary.map(\.id.text))
        context.provide(.strength, Strength.ordinary.map(\.id.text))
        content.checkReferences(with: context)
        content.checkSides(with: context)
        content.checkParents(with: context)
        context.checkEnclosures()
        content.checkSources(with: context)
        content.checkEvidence(with: context)
        content.checkNames(with: context)
        content.checkTitles(with: context)
        for quote in context.quotes where quote.count > content.manifest.quoteLimit {
            context.report(
                .quoteTooLong(quote.what, count: quote.count, limit: content.manifest.quoteLimit),
                at: quote.address)
        }
        if content.manifest.languages.isEmpty {
            content.manifest.languages = context.languages.languages(of: content.manifest.title)
        }
        context.checkTranslations(into: content.manifest.languages, sources: content.sources)
        content.tours.fit(to: content, at: context.steps, context)
        content.checkOrderInTime(with: context)
    }

    /// Reports a file of a newer format, whose other errors do not matter.
    static func refusesNewer(_ root: Node, of file: SourceText, context: LoadContext) -> Bool {
        guard let node = root.mapping?["format"], case .scalar(let scalar) = node,
            let number = Int(scalar.string), number > 1
        else { return false }
        context.report(.newerFormat(scalar.string), at: Address(of: node, in: file))
        return true
    }

    private mutating func readFormat(_ top: inout Fields) {
        guard let value = top.optional("format"), let text = value.string() else { return }
        formats.append((value.file.name, value.address))
        if text != "1" { value.report(.badFormat(text)) }
    }

    /// Notes where the manifest, the panes and the matrix stand, and reports a second one of the first and last.
    private mutating func noteOnce(_ top: inout Fields) {
        note("case", at: \.manifest, &top)
        note("matrix", at: \.matrix, &top)
        if panes == nil, top.optional("panes") != nil { panes = top.keyAddress(of: "panes") }
    }

    private mutating func note(
        _ key: StaticString, at place: WritableKeyPath<Self, Address?>, _ top: inout Fields
    ) {
        guard top.optional(key) != nil else { return }
        let address = top.keyAddress(of: key.description)
        if let first = self[keyPath: place] {
            context.report(
                .secondOfOne(key.description).noting(DiagnosticMessage.first(at: first)), at: address)
        } else {
            self[keyPath: place] = address
        }
    }
}

// Checks that need the whole case.

extension Case {
    /// Reports references to entities that are not defined.
    func checkReferences(with context: LoadContext) {
        var titles = TitledIDs(of: self)
        for misnomer in context.misnomers {
            let (id, kind) = (misnomer.reference.id, misnomer.reference.kind)
            guard let meant = titles.id(of: id, among: kind) else { continue }
            let message = undefined(misnomer.reference, is: nil)
            let hint = DiagnosticMessage.meant(meant, at: context.definitions[kind]?[meant])
            context.amend(misnomer, to: message.noting(hint))
        }
        for reference in context.references where !context.knows(reference.kind, reference.id) {
            if context.isFull(of: .error) { return }
            let other = EntityKind.allCases.first { context.definitions[$0]?[reference.id] != nil }
            let meant = titles.id(of: reference.id, among: reference.kind)
            let nearest =
                meant.map { DiagnosticMessage.meant($0, at: context.definitions[reference.kind]?[$0]) }
                ?? context.suggestion(for: reference.id, among: reference.kind)
            context.report(undefined(reference, is: other).noting(nearest), at: reference.address)
        }
    }

    /// What is said of an id of nothing that is wanted there; where there are few to choose from, their ids as well.
    private func undefined(_ reference: LoadContext.Reference, is other: EntityKind?) -> DiagnosticMessage {
        let words: [String]? =
            switch reference.kind {
            case .level: manifest.levels.map(\.id.text)
            case .strength: manifest.strengths.map(\.id.text)
            case .pane, .kind, .relation, .status, .source, .item, .place, .actor, .tour, .side: nil
            }
        return words.map { .badChoice(.key(reference.kind.rawValue), reference.id, allowed: $0) }
            ?? .dangling(reference.mention, reference.id, reference.kind, is: other)
    }

    /// Reports words that are like the id of a declared side; any other one is the name of a side elsewhere.
    func checkSides(with context: LoadContext) {
        let names = Set(manifest.sides.flatMap { [$0.id.text] + $0.title.wordings })
        for side in context.sides where !names.isEmpty && !names.contains(side.id) {
            guard let nearest = context.suggestion(for: side.id, among: .side) else { continue }
            context.report(DiagnosticMessage.undeclaredSide(side.id).noting(nearest), at: side.address)
        }
    }

    /// Reports parents in another pane, and items that stand under themselves.
    func checkParents(with context: LoadContext) {
        let parenthoods = context.parenthoods
        let hierarchy = Hierarchy(pairs: parenthoods.map { ($0.child, $0.parent) })
        let pane = paneOfItems()
        for index in hierarchy.acrossPanes(pane) {
            let (child, parent) = hierarchy.pairs[index]
            let (own, other) = (pane(child)?.text ?? "", pane(parent)?.text ?? "")
            context.report(
                .parentInAnotherPane(parent.text, pane: other, own: own), at: parenthoods[index].address)
        }
        for circle in hierarchy.circles {
            let items = circle.map { parenthoods[$0].child.text }
            context.report(.ownAncestor(items + items.prefix(1)), at: parenthoods[circle[0]].address)
        }
    }

    /// Reports sources that nothing cites, and those that another one's key names as well.
    func checkSources(with context: LoadContext) {
        let cited = Set(context.references.filter { $0.kind == .source }.map(\.id))
        for source in sources where !cited.contains(source.id.text) {
            guard let address = context.placeOfOnly(.source, source.id.text) else { continue }
            context.report(.uncited(source.id.text), at: address)
        }
        for (source, other) in sharedCitationKeys {
            guard let address = context.placeOfOnly(.source, source.id.text),
                let first = context.definitions[.source]?[other.id.text], let key = source.citationKey
            else { continue }
            context.report(
                .sharedCitationKey(key, source.id.text, other.id.text).noting(
                    DiagnosticMessage.first(at: first)), at: address)
        }
    }

    /// Reports ids that name two entities, of which a view that takes any may show the other, and kinds that filters
    /// cannot name because a facet of every case has their name.
    func checkNames(with context: LoadContext) {
        let kindsOfEntity = EntityKind.entities
        for (number, kind) in kindsOfEntity.enumerated() {
            for (id, address) in context.definitions[kind] ?? [:] {
                for other in kindsOfEntity[..<number] {
                    guard let first = context.definitions[other]?[id] else { continue }
                    context.report(
                        .sharedID(id, other, kind).noting(DiagnosticMessage.first(at: first)), at: address)
                }
            }
        }
        // What the rows and columns of a matrix stand for.
        for kind in [EntityKind.item, .kind, .status, .source, .place, .actor, .level, .side, .strength] {
            guard let address = context.placeOfOnly(kind, Tour.Step.Cell.withoutValue) else { continue }
            context.report(.idWithoutValue(kind, Tour.Step.Cell.withoutValue), at: address)
        }
        for kind in kinds {
            // The facets of fields and modes are the items of the kinds with these roles.
            guard let facet = Facet(rawValue: kind.id.text), kind.role.rawValue != facet.rawValue,
                let address = context.definitions[.kind]?[kind.id.text]
            else { continue }
            context.report(.kindIsFacet(kind.id.text), at: address)
        }
    }

    /// Remarks on items whose titles are too long for a pane and that have no short one.
    func checkTitles(with context: LoadContext) {
        for item in items where item.short == nil {
            let columns = item.title.wordings.map(\.narrowColumns).max() ?? 0
            guard columns > Self.longestTitle, let address = context.placeOfOnly(.item, item.id.text) else {
                continue
            }
            context.report(.longTitle(item.id.text, columns), at: address)
        }
    }

    /// The columns of a title that panes and breadcrumbs show whole.
    private static let longestTitle = 28

    /// Reports items without evidence whose kind is to have some.
    func checkEvidence(with context: LoadContext) {
        let optional = Set(kinds.filter { $0.evidence == .optional }.map(\.id))
        for item in items where item.evidence.isEmpty && !optional.contains(item.kind) {
            guard let address = context.placeOfOnly(.item, item.id.text) else { continue }
            context.report(.unevidenced(item.id.text), at: address)
        }
    }

    /// Reports links by which something answers what began later, or undated was spoken of before it. That is no
    /// mistake: it may have been taken up afterwards.
    func checkOrderInTime(with context: LoadContext) {
        guard !context.hasErrors else { return }
        let graph = CaseGraph(self)
        // Both are in reading order, and without errors every link is in the graph.
        let ends = context.references.filter { if case .link = $0.mention { true } else { false } }
        for (end, edge) in zip(ends, graph.outgoing.entries) {
            guard let message = DiagnosticMessage.orderInTime(of: edge, in: graph) else { continue }
            context.report(message, at: end.address)
        }
    }
}

extension LoadContext {
    /// Reports places that lie in themselves.
    func checkEnclosures() {
        let hierarchy = Hierarchy(pairs: enclosures.map { ($0.child, $0.parent) })
        for circle in hierarchy.circles {
            let places = circle.map { enclosures[$0].child.text }
            report(.liesInItself(places + places.prefix(1)), at: enclosures[circle[0]].address)
        }
    }
}
