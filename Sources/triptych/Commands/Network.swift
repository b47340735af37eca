import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych network`: the cooperation network.
struct Network: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.network.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "打印谁与谁合作：各项数字、按层级和所属一方列出的参与者、某一方的合作方。",
            en: "Print who works with whom: figures, actors by level and side, the partners of one."),
        discussion: localized(
            zh: """
                同一条目（所计类别）提到的两个参与者互为合作方。中心势是参与者的弗里曼度数中心势：合作方数全都相等为 0，所有联系都归一个枢纽为 1。连通分支从最大的起编号为 1。

                示例：triptych network --through both --at act-chongqing-government
                """,
            en: """
                Two actors are partners where an item of the kinds counted names both. Centralisation is Freeman's degree \
                centralisation of those who take part: 0 where all have equally many partners, 1 where all ties lie \
                with one hub. Components are numbered from 1, the largest.

                Example: triptych network --through both --at act-chongqing-government
                """))

    @OptionGroup var options: ReportOptions
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "合作方共有什么：arrangements（安排一类）、projects（项目一类）或 both（两者）。",
                en: "What partners share: items of kinds with the role of arrangements, of projects, or both."
            )))
    var through: Cooperation.Basis = .arrangements
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "另列此编号的参与者或条目的合作方及其共有的条目。",
                en: "Also the partners of the actor or item of this id, and what they share.")),
        completion: .actorsAndItems)
    var at: String?
    @OptionGroup var filter: FilterOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let shown = Set(try filter.positions(in: graph))
            let cooperation = graph.cooperation(through: through, where: shown.contains)
            let node = try at.map {
                try cooperation.node(
                    named: $0, through: through, in: graph, options.language(of: graph))
            }
            try options.print(graph) { report in
                report.network(cooperation, through: through, at: node)
            } json: { report in
                report.network(cooperation, through: through, at: node)
            }
            if cooperation.actors.takingPart.isEmpty { throw filter.nothingToList(isEmpty: shown.isEmpty) }
        }
    }
}

extension Cooperation.Basis: ExpressibleByArgument {
    /// What partners share, in a sentence.
    fileprivate var name: (zh: String, en: String) {
        switch self {
        case .arrangements: ("安排", "arrangements")
        case .projects: ("项目", "projects")
        case .both: ("安排和项目", "arrangements and projects")
        }
    }
}

extension Cooperation {
    /// The actor or item with this id; 66 for an unknown one, or an item that is not counted.
    fileprivate func node(
        named id: String, through basis: Basis, in graph: CaseGraph, _ language: LanguageChoice
    ) throws -> Node {
        if let number = graph.number(of: ID<CaseModel.Actor>(id)) { return .actor(number) }
        guard let position = graph.position(of: ID<Item>(id)) else {
            if let entity = graph.entity(named: id) {
                throw Failure(id, is: entity, zh: "不是参与者或条目", en: "no actor or item")
            }
            let ids = graph.case.actors.map(\.id.text) + graph.case.items.map(\.id.text)
            throw Failure(missing: "actor or item", id, among: ids)
        }
        if includes(.item(position)) { return .item(position) }
        let title = graph.kind(of: position)?.title ?? Text(graph.item(position).kind.text)
        // In the language of the sentence, or else in the one asked for.
        let kind = (zh: title.chinese, en: title.english)
        let other = language.localized(title)
        let role = graph.kind(of: position)?.role
        let remedy: String? =
            if basis.counts(role) {
                localized(
                    zh: "；它不在筛选之内，或没有参与者", en: "; the filter leaves it out, or it names no actor")
            } else {
                Cooperation.Basis.allCases.first { $0.counts(role) }.map { other in
                    localized(
                        zh: "；请用 --through \(other.rawValue)", en: "; ask for --through \(other.rawValue)")
                }
            }
        throw Failure(
            localized(
                zh: "“\(id)”是\(kind.zh ?? other)，不计入经由\(basis.name.zh)的网络",
                en:
                    "'\(id)', a \(kind.en ?? other), is not counted in the network through \(basis.name.en)"
            ) + (remedy ?? ""), .missing)
    }
}
