import CaseModel
import Foundation

extension Rule {
    static let evidence: [Rule] = [
        Rule(
            "every item has evidence, and every claim and figure a source",
            violations: { the in
                let known = Set(the.sources.map(\.id))
                var result = the.items.filter(\.evidence.isEmpty).map { "\($0.id) has no evidence" }
                for item in the.items {
                    for metric in item.metrics where !known.contains(metric.source ?? "") {
                        result.append("\(item.id): \(metric.name.english ?? "") has no source")
                    }
                    for evidence in item.evidence where !known.contains(evidence.source) {
                        result.append("\(item.id): \(evidence.source) is not a source")
                    }
                }
                return result
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.evidence = [] } },
            { $0.change("prj-zaodu-reservoir") { $0.metrics[0].source = nil } },
            { $0.change("prj-zaodu-reservoir") { $0.evidence[0].source = "src-nobody" } }),

        Rule(
            "every source is cited",
            violations: { the in
                let cited = Set(
                    the.items.flatMap(\.citedSources) + the.places.flatMap(\.citedSources)
                        + the.actors.flatMap(\.citedSources))
                return the.sources.map(\.id).filter { !cited.contains($0) }.map(\.text)
            },
            mistakes: { $0.sources.append(Source(id: "src-idle", title: Text("Idle"), form: .web)) }),

        Rule(
            "the paper is cited by its abstract only",
            violations: { the in
                the.items.flatMap { item in
                    item.evidence.filter {
                        $0.source == "src-paper-2026" && $0.locator?.text.english != "abstract"
                    }
                    .map { "\(item.id): \($0.claim.english ?? "")" }
                } + (the.manifest.cites == "src-paper-2026" ? [] : ["the manifest cites another work"])
            },
            mistakes: { $0.change("con-must-answer") { $0.evidence[0].locator = Locator(page: "27") } },
            { $0.manifest.cites = nil }),

        Rule(
            "every source was looked at when the case was made, and not before it appeared",
            violations: { the in
                let days = ["2026-11-23", "2026-11-28", "2026-11-29"]
                return the.sources.filter { source in
                    guard let accessed = source.accessed, days.contains(accessed.description) else {
                        return true
                    }
                    return source.date.map { accessed.isSurelyBefore($0) } ?? false
                }.map(\.id.text)
            },
            mistakes: { $0.changeSource("src-paper-2026") { $0.accessed = nil } },
            { $0.changeSource("src-paper-2026") { $0.accessed = PartialDate("2024-11-23") } },
            { $0.changeSource("src-paper-2026") { $0.date = PartialDate("2027-03") } }),

        Rule(
            "every status has its date and its source",
            violations: { the in
                the.items.filter { $0.status != nil && ($0.status?.asOf == nil || $0.status?.source == nil) }
                    .map(\.id.text)
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.status?.asOf = nil } },
            { $0.change("prj-zaodu-reservoir") { $0.status?.source = nil } }),

        Rule(
            "nothing is told of a time that is still to come when the case was written",
            violations: { the in
                let dates = the.items.compactMap { $0.status?.asOf } + the.sources.compactMap(\.date)
                return dates.filter { !(1980...2026).contains($0.year) }.map(\.description)
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.status?.asOf = PartialDate(year: 2052) } }),

        Rule(
            "claims are as strong as their sources are",
            violations: { the in
                let forms = Dictionary(
                    the.sources.map { ($0.id, $0.form) }, uniquingKeysWith: { first, _ in first })
                let all = the.items.flatMap { item in item.evidence.map { (item.id.text, $0) } }
                return all.filter { _, evidence in
                    switch forms[evidence.source] {
                    case .paper: evidence.strength == .primary
                    case .news, .web: evidence.strength == .primary
                    default: false
                    }
                }.map { "\($0.0): \($0.1.source) is \($0.1.strength)" }
            },
            mistakes: { $0.change("con-must-answer") { $0.evidence[0].strength = .primary } },
            { $0.change("prj-chongqing-guiyang-railway") { $0.evidence[0].strength = .primary } }),

        Rule(
            "a source has an address, or is a copy or a printed page, and says its language and when it was read",
            violations: { the in
                the.sources.filter { source in
                    let isPrinted = (source.note?.chinese ?? "").contains("版面")
                    return source.url == nil && !source.isCopy && !isPrinted
                        || source.accessed == nil || source.language == nil
                }.map(\.id.text)
            },
            mistakes: { $0.changeSource("src-paper-2026") { $0.url = nil } },
            { $0.changeSource("src-corridor-plan-2020") { $0.isCopy = false } },
            { $0.changeSource("src-paper-2026") { $0.language = nil } },
            { $0.changeSource("src-paper-2026") { $0.accessed = nil } }),

        Rule(
            "what the press published names its outlet",
            violations: { the in
                let offices = /政府|政协|委员会|农业农村厅|集团$|部网站$|中心$/
                return the.sources.filter { source in
                    guard source.form == .news, let issuer = source.issuer?.chinese else { return false }
                    return source.outlet == nil && !issuer.contains(offices)
                }.map(\.id.text)
            },
            mistakes: { $0.changeSource("src-cqrb-qijiang-2019") { $0.outlet = nil } }),

        Rule(
            "addresses are whole, and none is that of a scraper or a mirror",
            violations: { the in
                the.sources.filter { source in
                    guard let url = source.url else { return false }
                    let isWhole = url.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(:\d+)?\/[!-~]+/) != nil
                    return !isWhole || url.hasSuffix("…") || url.hasSuffix(".")
                        || mirrors.contains { url.contains($0) }
                }.map(\.id.text)
            },
            mistakes: { $0.changeSource("src-paper-2026") { $0.url = "doi.org/10.11835" } },
            { $0.changeSource("src-paper-2026") { $0.url = "https://doi.org/10.11835/j. issn" } },
            {
                $0.changeSource("src-huaxi-2023") {
                    $0.url = "https://m.mkcnfr.com/c/2021-09-26/2959464.shtml"
                }
            }),

        Rule(
            "a title that only describes its work is marked as such, not by brackets or in the note",
            violations: { the in
                the.sources.filter { source in
                    let title = source.title.chinese ?? ""
                    return title.contains("[") || (source.title.english ?? "").contains("[")
                        || (source.note?.chinese ?? "").contains("标题为描述性")
                        || title.hasSuffix("的报道") && !source.titleIsDescriptive
                }.map(\.id.text)
            },
            mistakes: { $0.changeSource("src-qjcbg-zone-2024") { $0.title = Text("[綦江建设示范区]") } },
            { $0.changeSource("src-qjcbg-zone-2024") { $0.titleIsDescriptive = false } }),

        Rule(
            "quotes are short, and claims are told in other words",
            violations: { the in
                let all =
                    the.items.flatMap { item in item.evidence.map { (item.id.text, $0) } }
                    + the.places.flatMap { place in place.evidence.map { (place.id.text, $0) } }
                    + the.actors.flatMap { actor in actor.evidence.map { (actor.id.text, $0) } }
                return all.filter { _, evidence in
                    (1...60).contains(evidence.quote?.count ?? 1) == false
                        || evidence.quote.map { $0 == evidence.claim.chinese } == true
                }.map { "\($0.0): \($0.1.quote ?? "")" }
            },
            mistakes: {
                $0.change("prj-zaodu-reservoir") { $0.evidence[0].quote = String(repeating: "长", count: 61) }
            },
            { $0.change("prj-zaodu-reservoir") { $0.evidence[0].quote = "" } }),

        Rule(
            "a quotation that ends within brackets says with an ellipsis that it is cut",
            violations: { the in
                the.allEvidence.compactMap(\.quote).filter { quote in
                    let isOpen = ["《》", "（）", "“”", "「」", "『』", "〔〕"].contains { pair in
                        quote.count { $0 == pair.first } > quote.count { $0 == pair.last }
                    }
                    return isOpen && !quote.hasSuffix("…")
                }
            },
            mistakes: {
                $0.change("prj-chishui-compensation") { $0.evidence[3].quote = "国家出台了《中央财政促进" }
            }),

        Rule(
            "a claim and its quotation tell the same figure, or different things",
            violations: { the in
                let figures = { (text: String) in
                    Set(text.matches(of: /[0-9]+(?:[.][0-9]+)?/).map { String($0.output) })
                }
                return the.items.flatMap { item in
                    item.evidence.filter { evidence in
                        let (told, quoted) = (
                            figures(evidence.claim.chinese ?? ""), figures(evidence.quote ?? "")
                        )
                        return !told.isEmpty && !quoted.isEmpty && told.isDisjoint(with: quoted)
                            && !otherFigures.contains(evidence.quote ?? "")
                    }.map { "\(item.id): \($0.claim.chinese ?? "") \($0.quote ?? "")" }
                }
            },
            mistakes: { $0.change("drv-western-development") { $0.evidence[0].quote = "1999年6月7日" } },
            { $0.change("prj-zaodu-reservoir") { $0.evidence[1].claim.chinese = "列入国务院182项工程。" } }),

        Rule(
            "a source says who issued or wrote it, or that this was not seen",
            violations: { the in
                the.sources.filter {
                    $0.issuer == nil && $0.authors.isEmpty
                        && !($0.note?.english ?? "").contains("was not seen")
                }.map(\.id.text)
            },
            mistakes: { $0.changeSource("src-paper-2026") { $0.authors = [] } }),
    ]
    /// Quotations whose figure is not that of their claim: each was looked at, and the claim has it in words or
    /// from elsewhere in the source.
    private static let otherFigures: Set<String> = [
        "群众的“人情负担”减轻70%以上", "已经第三届区人民政府第14次常务会审议通过",
        "废铅蓄电池、废荧光灯管、废线路板等3类危险废物", "服役超过50年的川黔铁路将不再承担客运任务",
        "涪陵至柳州和昭通至黔江3个项目", "渝厦高铁重庆东至黔江段、渝湘复线高速等340个市级重点项目",
        "重慶3條高速公路同時迎來正式通車", "正式通车,项目全长52.896公里", "全长54.430公里",
    ]

    /// Hosts that only copy what others published; read there, it is not linked.
    private static let mirrors = [
        "407wan.com", "jpbzzn.cn", "lsr.net.cn", "xashenxi.com", "heatherkohler.com", "ahfyzs.com",
        "wxdbxg.com",
        "32465323.cn", "yinlong168.com", "jz8899.net", "mkcnfr.com", "digipub.cc", "digfamily.com",
        "baogaosu.com",
        "handmsg.com", "yybnet.net", "chinesetown.co.nz", "yjxww.com", "jiangsulong.com", "fyun.cc",
        "ttnews.xyz",
        "pouringspot.com", "miaodongshenghuo.com", "555qipai.net", "2961688.com", "zjmtchy.com", "critep.com",
    ]
}
