import CaseModel
import Screen
import TextLayout

/// The number of hidden places, the meaning of the marks and the scale bar, on a rule between map and details.
///
/// On a narrow screen it has shorter words, then fewer parts; an ellipsis says that something is left out.
struct MapLegend {
    private struct Part {
        let spans: [Span]
        /// What is left out last has the lowest.
        let rank: Int
    }

    private let scene: MapScene
    private let hidden: Int

    init(_ scene: MapScene, hidden: Int) {
        (self.scene, self.hidden) = (scene, hidden)
    }

    func draw(in line: Rect, on grid: inout Grid) {
        grid.fill(line, with: Theme.rule, style: Theme.frame)
        let divider = scene.layout.divider
        if !divider.isEmpty, !line.isEmpty {
            let joint: Character = divider.bottom > line.row ? "┤" : "┴"
            grid.put(joint, at: Point(row: line.row, column: divider.column), style: Theme.frame)
        }
        let room = line.dropFirst(columns: min(2, line.columns))
        grid.write(spans(within: room.columns), in: room)
    }

    /// The parts of the legend in their order, as far as they fit, with a blank at either end.
    private func spans(within columns: Int) -> [Span] {
        let (long, short) = (parts(isShort: false), parts(isShort: true))
        let blank = Part(spans: [Span(" ")], rank: 0)
        func isFitting(_ parts: [Part]) -> Bool {
            (parts + [blank]).flatMap(\.spans).columns <= columns
        }
        if let fitting = [long, short].first(where: isFitting) {
            return fitting.isEmpty ? [] : (fitting + [blank]).flatMap(\.spans)
        }
        let mark = Part(spans: [Span(" …", style: Theme.faint)], rank: 0)
        var kept: [Part?] = short.map { _ in nil }
        for number in short.indices.sorted(by: { (short[$0].rank, $0) < (short[$1].rank, $1) }) {
            let others = kept.compactMap(\.self)
            if isFitting(others + [short[number], mark]) { kept[number] = short[number] }
        }
        return isFitting([mark]) ? (kept.compactMap(\.self) + [mark, blank]).flatMap(\.spans) : []
    }

    /// All parts in their order, each with a blank before it, and where there is room with one behind it.
    private func parts(isShort: Bool) -> [Part] {
        let end = isShort ? "" : " "
        var parts: [Part] = []
        if hidden > 0 {
            let words = scene.localized(Strings.underOthers(hidden))
            parts.append(Part(spans: [Span(" \(words)\(end)", style: Theme.notice)], rank: 0))
        }
        for (title, mark) in scene.plan.legend {
            let sign = Span(String(mark.glyph), style: Style(colour: Theme.colour(mark.colour)))
            let title = Span(" \(scene.localized(title))\(end)", style: Theme.faint)
            parts.append(Part(spans: [Span(" "), sign, title], rank: 1))
        }
        if !scene.plan.borders.isEmpty {
            let words = scene.localized(isShort ? Strings.border : Strings.sketchedBorder)
            parts.append(
                Part(
                    spans: [Span(" ⠑⡄ ", style: Theme.tie), Span(words + end, style: Theme.faint)], rank: 3))
        }
        let widest = isShort ? 6 : 12
        if !scene.ranking.drawn.isEmpty, let bar = scene.window.scaleBar(atMost: widest) {
            let length = "├" + String(repeating: "─", count: max(0, bar.columns - 2)) + "┤"
            let text = " \(length) \(bar.kilometres) \(scene.localized(Strings.kilometres))\(end)"
            parts.append(Part(spans: [Span(text, style: Theme.faint)], rank: 2))
        }
        if !scene.plan.outlines.isEmpty {
            let words = scene.localized(Strings.outline)
            parts.append(
                Part(
                    spans: [Span(" ⠤⠤ ", style: Theme.outline), Span(words + end, style: Theme.faint)],
                    rank: 4))
        }
        return parts
    }
}
