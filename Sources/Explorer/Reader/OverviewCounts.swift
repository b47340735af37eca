import CaseModel
import Screen
import TextLayout

/// The counts of the case, each with a bar for its share and a link.
struct OverviewCounts {
    /// A line; deeper ones are parts of the one above.
    private struct Count {
        let depth: Int
        let name: String
        let number: Int
        /// The number that a full bar stands for; nil without a bar.
        var whole: Int?
        /// The text after the bar.
        var remark = ""
        var target: Document.Target?
    }

    private let graph: CaseGraph
    private let overview: Overview
    private let selection: CaseSelection?
    private let language: LanguageChoice

    /// The width of a full bar.
    private static let barColumns = 20

    init(_ graph: CaseGraph, _ overview: Overview, only selection: CaseSelection?, language: LanguageChoice) {
        (self.graph, self.overview, self.selection, self.language) = (graph, overview, selection, language)
    }

    /// The lines by group.
    var paragraphs: [[Document.Paragraph]] {
        let groups = [items, evidence, links, others]
        let digits = groups.joined().map { String($0.number).columns }.max() ?? 0
        let names =
            groups.joined().filter { $0.whole != nil }.map { 2 * $0.depth + $0.name.columns }.max() ?? 0
        return groups.map { $0.map { paragraph(of: $0, digits: digits, names: names) } }
    }

    private func paragraph(of count: Count, digits: Int, names: Int) -> Document.Paragraph {
        let number = TextFit.rightAligned(String(count.number), to: digits)
        let step = String(repeating: " ", count: 2 + 2 * count.depth)
        var spans = [
            Span(number, style: count.depth < 2 ? Theme.title : .plain), Span(step),
            Span(count.name, style: count.depth == 0 ? Theme.heading : .plain),
        ]
        if let whole = count.whole {
            let rest = names - 2 * count.depth - count.name.columns
            spans += [
                Span(String(repeating: " ", count: rest + 2)),
                Span(bar(count.number, of: whole), style: Theme.span),
            ]
        }
        if !count.remark.isEmpty { spans.append(Span("  " + count.remark, style: Theme.faint)) }
        let target = count.number > 0 ? count.target : nil
        return Document.Paragraph(spans: spans, hanging: digits + step.columns, target: target)
    }

    /// A bar in whole columns; a share above zero has at least one.
    private func bar(_ number: Int, of whole: Int) -> String {
        guard whole > 0, number > 0 else { return String(repeating: "·", count: Self.barColumns) }
        let full = min(Self.barColumns, max(1, (number * Self.barColumns + whole / 2) / whole))
        return String(repeating: "▇", count: full) + String(repeating: "·", count: Self.barColumns - full)
    }

    private var items: [Count] {
        let largest = overview.kinds.map(\.items).max() ?? 0
        let panes = graph.case.panes.map { pane in
            let kinds = overview.kinds.filter { graph.case.kinds[$0.kind].pane == pane.id }
            let parts = kinds.map { count in
                let kind = graph.case.kinds[count.kind]
                return Count(
                    depth: 2, name: language.line(kind.plural), number: count.items, whole: largest,
                    remark: count.evidence > 0 ? "\(localized(Strings.evidence)) \(count.evidence)" : "",
                    target: .counted(.items(of: [kind.id])))
            }
            let sum = parts.reduce(0) { $0 + $1.number }
            let all = Counted.items(of: kinds.map { graph.case.kinds[$0.kind].id })
            let title = language.line(pane.title)
            return [Count(depth: 1, name: title, number: sum, target: .counted(all))] + parts
        }
        let all = Counted.items(of: graph.case.kinds.map(\.id))
        return [
            heading(Strings.items, selection?.items.count ?? graph.case.items.count, target: .counted(all))
        ] + panes.joined()
    }

    private var evidence: [Count] {
        let whole = overview.evidenceTotal
        let parts = graph.case.manifest.rankedStrengths.map { strength in
            let number = overview.evidence[strength.id] ?? 0
            return Count(
                depth: 1, name: localized(strength.title), number: number, whole: whole,
                remark: share(number, of: whole), target: .counted(.claims(strength.id)))
        }
        let all = selection?.claims.count ?? graph.claims.count
        var total = heading(Strings.evidence, whole, target: .counted(.claims(nil)))
        if all > whole { total.remark = localized(Strings.claimsOnItems(of: all)) }
        return [total] + parts
    }

    private var links: [Count] {
        let whole = overview.linkTotal
        func part(_ standing: Link.Standing, _ number: Int) -> Count {
            Count(
                depth: 1, name: localized(standing.title), number: number, whole: whole,
                remark: share(number, of: whole), target: .counted(.links(standing)))
        }
        let counted = Link.Standing.allCases.map { ($0, overview.links[$0] ?? 0) }
        // A case that classifies no link need not know of it.
        return [heading(Strings.links, whole, target: .counted(.links(nil)))]
            + counted.filter { $0.0 != .classified || $0.1 > 0 }.map(part)
    }

    private var others: [Count] {
        [
            heading(Strings.sources, overview.sources, target: .view(.sources)),
            // The map shows all places; of a part of the case it would not be those that are counted.
            heading(
                Strings.places, selection?.places.count ?? graph.case.places.count,
                target: selection == nil ? .view(.map) : .counted(.places)),
            heading(
                Strings.actors, selection?.actors.count ?? graph.case.actors.count, target: .counted(.actors)),
            heading(Strings.tours, graph.case.tours.count, target: .counted(.tours)),
        ]
    }

    private func heading(_ name: Text, _ number: Int, target: Document.Target? = nil) -> Count {
        Count(depth: 0, name: Document.capitalized(localized(name)), number: number, target: target)
    }

    private func share(_ part: Int, of whole: Int) -> String {
        whole > 0 ? "\((part * 100 + whole / 2) / whole)%" : ""
    }

    private func localized(_ phrase: Text) -> String { language.localized(phrase) }
}
