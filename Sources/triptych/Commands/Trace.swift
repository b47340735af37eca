import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych trace`: the chains that lead to an item.
struct Trace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.trace.rawValue, _superCommandName: Triptych.name,
        abstract:
            localized(
                zh: "打印从政策驱动到某个条目的链条，最好的在前，并说明每一步的理由。",
                en: "Print the chains from drivers to an item, best first, with why each step holds."),
        discussion: localized(
            zh: """
                每条链上方是它的等级（● 直接，◐ 有据，○ 牵强；↶ 其中有一项早于它之上的一项）、是多少条中的第几条，以及案例作者是否对其中某一步负责。

                加 --from 则是两个条目之间的链条，任何两个都行：从一个向下到另一个，不论哪个在上；否则是拐弯的路，如两个条目共有第三个。没有链条以 1 结束。

                示例：triptych trace prj-chongqing-guiyang-railway --from drv-guizhou-new-path
                """,
            en: """
                Over each chain stand its grade (● direct, ◐ well founded, ○ far-fetched; ↶ something in it began \
                before an item above it), which of how many it is, and whether the case's author answers for a part of it.

                With --from the chains are those by which the two items hang together, any two: down from the one to \
                the other, whichever is above, or else by ways that turn, as between two items that share a third. \
                Exits with 1 if there is no chain.

                Example: triptych trace prj-chongqing-guiyang-railway --from drv-guizhou-new-path
                """))

    @OptionGroup var options: ReportOptions
    @Argument(
        help: ArgumentHelp(localized(zh: "链条通向的条目的编号。", en: "The id of the item that the chains lead to.")),
        completion: .items) var id: String
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "此条目与那一条目之间的链条，不论类别。",
                en: "The chains between this item and that one, whatever their kinds.")), completion: .items)
    var from: String?
    // A number below 0 begins with a hyphen, and is refused in words.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(localized(zh: "最多打印多少条链。", en: "How many chains to print at most.")))
    var most = 10
    @Flag(help: ArgumentHelp(localized(zh: "打印每一条链；可能很多。", en: "Print every chain; there may be very many.")))
    var all = false

    func validate() throws {
        guard most > 0 else {
            throw ValidationError(localized(zh: "--most 须大于 0", en: "--most takes a number above 0"))
        }
    }

    func run() throws {
        try reporting {
            let graph = try options.open()
            let language = try options.language(of: graph)
            let end = try graph.position(named: id)
            let start = try from.map { try graph.position(named: $0) }
            let chains = start.map { graph.chains(from: $0, to: end) } ?? graph.chains(to: end)
            let total = chains.count(upTo: Chains.mostCounted)
            // Each chain is written as soon as it is found, since all of them may not fit into memory.
            var count = 0
            let found = chains.prefix(all ? Int.max : most).lazy.map { chain in
                count += 1
                return chain
            }
            switch options.format {
            case .json:
                JSONReport(graph).chains(found, areConnections: chains.areConnections) {
                    StandardStream.output.write($0)
                }
            case .text:
                let characters = options.characters
                characters.choose()
                for chain in found {
                    let text = chainText(
                        graph, chain, number: count - 1, among: total, isConnection: chains.areConnections,
                        language: language, columns: options.layout.width,
                        isLinked: StandardStream.output.takesLinks && !characters.isASCII)
                    StandardStream.output.write(
                        verbatim: (count > 1 ? "\n" : "") + characters.drawn(text))
                }
            }
            if count == 0 { throw noChain(toDriver: graph.kind(of: end)?.role == .driver) }
        }
    }

    private func noChain(toDriver isDriver: Bool) -> Failure {
        if isDriver, from == nil {
            return Failure(
                localized(
                    zh: "链条从“\(id)”开始，没有通到它的；可以看它通向的条目：triptych trace 条目 --from \(id.shellWord)",
                    en:
                        "chains begin at '\(id)', and none leads to it; for those from it: triptych trace ITEM --from \(id.shellWord)"
                ), .nothingFound)
        }
        return Failure(
            localized(zh: "没有到“\(id)”的链", en: "no chain leads to '\(id)'")
                + (from.map { localized(zh: "（从“\($0)”）", en: " from '\($0)'") } ?? ""), .nothingFound)
    }
}
