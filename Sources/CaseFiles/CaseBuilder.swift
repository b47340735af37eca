import CaseModel
import Yams

/// A case while its files are being read one after the other.
struct CaseBuilder {
    private(set) var content = Case(manifest: Manifest(id: ID(""), title: Text("")))
    private(set) var manifest: Address?
    private var matrix: Address?
    private(set) var panes: Address?
    /// Where the format is named, which must be where the manifest is.
    private var formats: [(file: String, address: Address)] = []
    let context: LoadContext

    init(context: LoadContext) {
        self.context = context
    }

    /// Adds what one file holds.
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

    /// Checks what can only be seen with every file at hand.
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

    /// Reports files that are written for a newer program, in which case their other faults are moot.
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
