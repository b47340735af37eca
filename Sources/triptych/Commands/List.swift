import ArgumentParser
import CaseModel
import Exports
import Explorer
import Screen
import TextLayout

/// `triptych list`: the items, one a line.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.list.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "列出案例的条目，每行一个。",
            en: "List the items of a case, one a line."),
        discussion: localized(
            zh: """
                筛选由方面和词语组成，须全部符合：kind、field、mode、place、province、actor、level、side、status、year（2018、2018..2022、-0255 即公元前 256 年、none）、source、strength、standing、evidence（none、some）、案例的任何类别，或 is（marked）；方面可用任一语言的名称，冒号后写值：编号、任一语言标题的一部分或拼音；词语和“短语”同搜索；前加连字符表示排除。用到来源、证据强度或依据时，条目须有一条论断符合全部条件，词语和年份也在内。

                加 --connected-to 只列有链条从该条目通来或通向它的条目：驱动、安排、项目。可写多个，须与每一个相连，所标的一级和链条是到最后一个的，如浏览界面到最后固定的一项。级别按最好的链：先看案例作者的解读最少，再看时间倒置的步最少，再看最短。它只有一步为 direct（●），至多一步是解读且没有时间倒置的步为 well-founded（◐），否则两者都不是（○）；直接的链接若是解读，让位于步步有来源的长链，标作 ◐。

                示例：triptych list project --filter 'place:qijiang year:2018..2022 -rail' --format json
                示例：triptych list project --connected-to drv-guizhou-new-path --grade direct
                """,
            en: """
                A filter is made of facets and words, all of which must hold: kind, field, mode, place, province, \
                actor, level, side, status, year (2018, 2018..2022, -0255 for 256 BCE, none), source, strength, standing, \
                evidence (none, some), any kind of the case, or is (marked), each by its name in either language, with a \
                value behind a colon, which is an id, part of a title in either language, or its pinyin; words and \
                "phrases" as in a search; a hyphen before what is to be shut out. With source, strength or standing an \
                item needs one claim that fulfils all that is asked, words and years included.

                With --connected-to only the items are listed to which a chain leads from that one, or from which one \
                leads to it: driver, arrangement, project. Given several times, they are connected to each of these, and \
                the grade is that of the chain to the last one, as in the explorer with several pins. It is that of the \
                best chain, which has the fewest readings of the case's author, then the fewest steps backwards in time, \
                then the fewest steps: direct (●) if it is one step, well-founded (◐) if at most one step is a reading \
                and none runs backwards, else neither (○). A direct link that is a reading gives way to a longer chain \
                of sources, which is ◐.

                Example: triptych list project --filter 'place:qijiang year:2018..2022 -rail' --format json
                Example: triptych list project --connected-to drv-guizhou-new-path --grade direct
                """))

    @OptionGroup var options: ReportOptions
    @Argument(
        help: ArgumentHelp(
            localized(
                zh: "要列出的类别，如 driver、project 或“项目”（默认：全部）。",
                en: "Kinds to list, by id or title, such as driver or 项目 (default: all).")),
        completion: .kinds)
    var kinds: [String] = []
    @OptionGroup var filter: FilterOptions
    @Option(
        help: ArgumentHelp(
            localized(zh: "只列与此条目相连的；可重复。", en: "Only items connected to this one; may be repeated."),
            valueName: "id"),
        completion: .items)
    var connectedTo: [String] = []
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "最好的链至少多紧密：direct（只有一步）、well-founded（有据）或 all（全部）（默认：well-founded）。",
                en:
                    "How good the best chain is at least: direct (one step), well-founded or all (default: well-founded)."
            )))
    var grade: GradeChoice?

    func validate() throws {
        if grade != nil, connectedTo.isEmpty {
            throw ValidationError(
                localized(zh: "--grade 只与 --connected-to 同用", en: "--grade goes with --connected-to only"))
        }
    }

    func run() throws {
        try reporting {
            let graph = try options.open()
            let kinds = Set(try kinds.map { try graph.kind(named: $0).id })
            let origins = try connectedTo.map { graph.connections(of: try graph.position(named: $0)) }
            let found = try filter.positions(in: graph)
            let listed = found.filter { kinds.isEmpty || kinds.contains(graph.item($0).kind) }
            let connected = listed.compactMap { position in
                graph.chain(from: origins, to: position, within: (grade ?? .wellFounded).worst)
                    .map { (position: position, chain: $0) }
            }
            let positions = origins.isEmpty ? listed : connected.map(\.position)
            try options.print(graph) { report in
                let signs = connected.map { connection in
                    TextFit.padded(graph.signs(of: connection.chain), to: 2)
                }
                return report.list(positions, signs: signs)
            } json: { report in
                report.list(positions, chains: connected.map(\.chain))
            }
            if listed.isEmpty { throw filter.nothingToList(isEmpty: found.isEmpty) }
            if positions.isEmpty {
                throw Failure(
                    localized(zh: "没有这样相连的条目", en: "no item is connected like this"), .nothingFound)
            }
        }
    }
}

/// How well items have to be connected.
enum GradeChoice: String, CaseIterable, ExpressibleByArgument {
    case direct
    case wellFounded = "well-founded"
    case all

    /// The worst grade that is good enough.
    var worst: Grade {
        switch self {
        case .direct: .direct
        case .wellFounded: .wellFounded
        case .all: .farFetched
        }
    }
}

extension CaseGraph {
    /// The chain that connects an item to the last of some others; nil if it is not connected to all of them by this
    /// grade or a better one.
    fileprivate func chain(from origins: [Connections], to position: Int, within worst: Grade) -> Chain? {
        guard origins.allSatisfy({ ($0.grade(of: position) ?? .farFetched) <= worst }) else { return nil }
        return origins.allSatisfy { $0.includes(position) && $0.origin != position }
            ? origins.last?.chain(to: position) : nil
    }
}

extension TextReport {
    /// Items, one a line: the sign of the connection if there are signs, id and title.
    func list(_ positions: [Int], signs: [String]) -> String {
        let widest = positions.map { graph.item($0).id.text.count }.max() ?? 0
        return positions.enumerated().map { place, position in
            let item = graph.item(position)
            let gap = String(repeating: " ", count: widest - item.id.text.count + 2)
            let lead = (signs.indices.contains(place) ? signs[place] + " " : "") + item.id.text + gap
            return Self.wrapped(
                [Span(lead + language.line(item.title))], hanging: lead.columns,
                columns: columns)
        }.joined()
    }
}
