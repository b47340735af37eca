import CaseModel

/// Where the parts of a tour's step stand in a file, for what can be judged of them only when the whole case is known.
package struct StepPlaces: Equatable, Sendable {
    private let file: SourceText
    private let whole: Node.Mark
    private var parts: [Tour.Step.Part: Node.Mark] = [:]
    private var points: [Node.Mark] = []
    private var claimsOfPoints: [Int: Node.Mark] = [:]

    package static func == (left: StepPlaces, right: StepPlaces) -> Bool {
        (left.file.name, left.whole, left.parts) == (right.file.name, right.whole, right.parts)
            && (left.points, left.claimsOfPoints) == (right.points, right.claimsOfPoints)
    }

    init(of value: Value) {
        file = value.file
        whole = value.node.mark
        for (key, node) in value.node.mapping?.pairs ?? [] {
            switch key.scalar?.string {
            case "at": parts[.at] = node.mark
            case "evidence": parts[.evidence] = node.mark
            case "from": parts[.from] = node.mark
            case "filter": parts[.filter] = node.mark
            case "cell": parts[.cell] = node.mark
            case "order": parts[.order] = node.mark
            case "viewpoint": parts[.viewpoint] = node.mark
            case "pins":
                for (number, pin) in (node.sequence?.elements ?? []).enumerated() {
                    parts[.pin(number)] = pin.mark
                }
            case "points":
                for (number, point) in (node.sequence?.elements ?? []).enumerated() {
                    points.append(point.mark)
                    claimsOfPoints[number] = point.mapping?["evidence"]?.mark
                }
            case _: break
            }
        }
    }

    /// The place of a part, or of the step where it has no such part.
    func address(of part: Tour.Step.Part) -> Address {
        if case .point(let number) = part, points.indices.contains(number) { return address(points[number]) }
        return address(parts[part] ?? whole)
    }

    /// The place of the number of the claim of a point.
    func addressOfClaim(ofPoint number: Int) -> Address {
        claimsOfPoints[number].map(address) ?? address(of: .point(number))
    }

    private func address(_ mark: Node.Mark) -> Address { Address(mark, in: file) }

    /// A remark at a part of the step, from a part of the program that knows more of it than its words.
    package func remark(on part: Tour.Step.Part, _ severity: Diagnostic.Severity, _ message: Text)
        -> Diagnostic
    {
        Diagnostic(severity, message, at: address(of: part))
    }
}

extension [Tour] {
    /// Takes out of the steps what a case does not have, each with a warning at its place, so that a step outlives
    /// what it names. The places are those of all steps of all tours in their order.
    mutating func fit(to content: Case, at places: [StepPlaces], _ context: LoadContext) {
        guard places.count == map(\.steps.count).reduce(0, +) else { return }
        var fitting = StepFitting(content, context)
        var rest = places[...]
        for tour in indices {
            for step in self[tour].steps.indices {
                guard let places = rest.popFirst() else { return }
                fitting.fit(&self[tour].steps[step], at: places)
            }
        }
    }
}

/// What steps may point at in a case.
private struct StepFitting {
    private let content: Case
    private let context: LoadContext
    /// The number of claims of each entity, by its id.
    private let claims: [String: Int]
    private let items: Set<String>
    /// The ids of the matrix's rows and columns, looked up when the first cell is met.
    private var lines: (rows: Set<String>, columns: Set<String>)?

    init(_ content: Case, _ context: LoadContext) {
        (self.content, self.context) = (content, context)
        items = Set(content.items.map(\.id.text))
        var claims = Dictionary(content.items.map { ($0.id.text, $0.evidence.count) }) { first, _ in first }
        claims.merge(content.sources.map { ($0.id.text, 0) }) { first, _ in first }
        claims.merge(content.places.map { ($0.id.text, $0.evidence.count) }) { first, _ in first }
        claims.merge(content.actors.map { ($0.id.text, $0.evidence.count) }) { first, _ in first }
        self.claims = claims
    }

    mutating func fit(_ step: inout Tour.Step, at places: StepPlaces) {
        if let at = step.at, claims[at.text] == nil {
            let hint = context.suggestion(for: at.text, among: claims.keys, of: EntityKind.entities)
            context.report(.danglingStop(at.text).noting(hint), at: places.address(of: .at))
            step.at = nil
        }
        if let from = step.from, !isItem(from, at: places.address(of: .from)) { step.from = nil }
        step.pins = step.pins.enumerated().filter { number, pin in
            isItem(pin, at: places.address(of: .pin(number)))
        }.map(\.element)
        fitClaims(of: &step, at: places)
        if let cell = step.cell { step.cell = fitted(cell, at: places.address(of: .cell)) }
    }

    private func isItem(_ id: ID<Item>, at address: Address) -> Bool {
        if items.contains(id.text) { return true }
        let hint = context.suggestion(for: id.text, among: items, of: [.item])
        context.report(.danglingStep(id.text).noting(hint), at: address)
        return false
    }

    private func fitClaims(of step: inout Tour.Step, at places: StepPlaces) {
        // A claim of a step at nothing was reported where the step was read, or with what it was at.
        guard let at = step.at, let count = claims[at.text] else {
            step.evidence = nil
            for number in step.points.indices { step.points[number].evidence = nil }
            return
        }
        if let number = step.evidence, number > count {
            context.report(.noSuchClaim(number, of: at.text, count: count), at: places.address(of: .evidence))
            step.evidence = nil
        }
        for point in step.points.indices {
            guard let number = step.points[point].evidence, number > count else { continue }
            context.report(
                .noSuchClaim(number, of: at.text, count: count), at: places.addressOfClaim(ofPoint: point))
            step.points[point].evidence = nil
        }
    }

    /// The cell if the matrix has it, else nil after reporting that it does not.
    private mutating func fitted(_ cell: Tour.Step.Cell, at address: Address) -> Tour.Step.Cell? {
        let lines = lines ?? linesOfMatrix
        self.lines = lines
        for (id, known) in [(cell.row, lines.rows), (cell.column, lines.columns)] {
            guard let id, id != Tour.Step.Cell.withoutValue, !known.contains(id) else { continue }
            let hint = context.suggestion(for: id, among: known, of: [.item])
            context.report(.notInMatrix(id).noting(hint), at: address)
            return nil
        }
        return cell
    }

    private var linesOfMatrix: (rows: Set<String>, columns: Set<String>) {
        let graph = CaseGraph(content)
        let axes = graph.standardAxes
        return (
            Set(graph.values(of: axes.rows).map(\.id)), Set(graph.values(of: axes.columns).map(\.id))
        )
    }
}

// What the steps of tours point at.
extension DiagnosticMessage {
    static func danglingStop(_ id: String) -> DiagnosticMessage {
        warning(
            zh: "这一步已对不上：本案例没有条目、来源、地点或参与者“\(shown(id))”",
            en: "the step no longer fits: '\(shown(id))' is not an item, source, place or actor of this case")
    }

    static func danglingStep(_ id: String) -> DiagnosticMessage {
        warning(
            zh: "这一步已对不上：本案例没有条目“\(shown(id))”",
            en: "the step no longer fits: '\(shown(id))' is not an item of this case")
    }

    static func noSuchClaim(_ number: Int, of id: String, count: Int) -> DiagnosticMessage {
        let (zh, en) =
            switch count {
            case 0: ("没有证据", "no claims")
            case 1: ("只有 1 条证据", "1 claim")
            case _: ("只有 \(count) 条证据", "\(count) claims")
            }
        return warning(
            zh: "这一步已对不上：“\(shown(id))”\(zh)，没有第 \(number) 条",
            en: "the step no longer fits: '\(shown(id))' has \(en) and none of number \(number)")
    }

    static func notInMatrix(_ id: String) -> DiagnosticMessage {
        warning(
            zh: "这一步已对不上：矩阵的这一边没有“\(shown(id))”",
            en: "the step no longer fits: '\(shown(id))' is not a row or column of the matrix where it stands"
        )
    }

    static func stepPartNeedsView(_ key: String, view: String) -> DiagnosticMessage {
        warning(
            zh: "“\(key)”只在 view: \(view) 时有用；请改视图或删去",
            en: "'\(key)' is for 'view: \(view)' alone; change the view or delete it")
    }

    static let claimOfNothing = warning(
        zh: "没有“at”，就没有可指的证据；请补上“at”或删去",
        en: "a claim is one of what 'at' names; add 'at' or delete it")
}
