import CaseModel

extension Rule {
    static let paper: [Rule] = [
        Rule(
            "what is attributed to the paper quotes its abstract",
            violations: { the in
                the.items.flatMap { item in
                    item.evidence.filter { $0.source == "src-paper-2026" }.filter { evidence in
                        guard let quote = evidence.quote, quote.count >= 6 else { return true }
                        return !Abstract.fragments.contains { $0.contains(quote) }
                    }.map { "\(item.id): \($0.claim.chinese ?? "")" }
                }
            },
            mistakes: { $0.change("fld-ecology") { $0.evidence[0].quote = nil } },
            { $0.change("fld-ecology") { $0.evidence[0].quote = "着重优化生态产品交易" } },
            { $0.change("con-must-answer") { $0.evidence[0].quote = "论文的结论是必答题" } }),

        Rule(
            "a claim that names the paper cites it",
            violations: { the in
                the.items.flatMap { item in
                    item.evidence.filter {
                        ($0.claim.chinese ?? "").contains("论文") && $0.source != "src-paper-2026"
                    }
                    .map { "\(item.id): \($0.claim.chinese ?? "")" }
                }
            },
            mistakes: { $0.change("fld-ecology") { $0.evidence[0].source = "src-framework-agreement-2018" } }),

        Rule(
            "what is said of the paper beside claims has words of its abstract, or says whose it is",
            violations: { the in
                the.told.filter { !$0.isSourceTitle && !$0.talkPosition.hasPrefix("src-") }.flatMap { told in
                    (told.text.chinese ?? "").split(whereSeparator: { "。？".contains($0) })
                        .filter { $0.contains("论文") && !Abstract.bears(String($0)) }
                        .map { "\(told.talkPosition): \($0)" }
                }
            },
            mistakes: {
                $0.change("fld-ecology") { $0.note = Text(chinese: "论文认为成效显著。", english: "It works.") }
            },
            { $0.change("org-pilot-zone") { $0.summary?.chinese = "论文证明示范区有用。" } },
            { $0.tours[1].steps[1].points[0].text.chinese = "论文访谈了许多官员。" }),

        Rule(
            "the fields are the cattle-nose tasks that the abstract lists",
            violations: { the in
                Abstract.tasks.flatMap { id, words -> [String] in
                    guard let field = the.items.first(where: { $0.id == id }),
                        let first = field.evidence.first
                    else { return ["no \(id)"] }
                    let isQuoted =
                        first.source == "src-paper-2026" && (first.quote ?? "").contains(words)
                        && (first.claim.chinese ?? "").contains("牛鼻子")
                        && (first.claim.english ?? "").contains("cattle-nose")
                    let isNoted = (field.note?.chinese ?? "").contains("领域取自论文摘要")
                    let title = Abstract.joined[field.title.chinese ?? ""] ?? field.title.chinese ?? ""
                    let isNamed = Abstract.fragments.contains { !title.isEmpty && $0.contains(title) }
                    return (isQuoted ? [] : ["\(id) does not quote its task"])
                        + (isNamed ? [] : ["\(id) is not called by the abstract's words"])
                        + (isNoted ? [] : ["\(id) does not say whose it is"])
                } + (the.items(.field).count == Abstract.tasks.count ? [] : ["another number of fields"])
            },
            mistakes: { $0.change("fld-urban-rural") { $0.evidence[0].quote = "城乡融合发展的应有之义" } },
            { $0.change("fld-industry") { $0.note = nil } },
            { $0.change("fld-ecology") { $0.title.chinese = "生态共治" } },
            { $0.change("fld-poverty-prevention") { $0.evidence.removeFirst() } }),

        Rule(
            "drivers that the abstract does not name say so",
            violations: { the in
                the.items(.driver).filter { driver in
                    let isMarked =
                        (driver.note?.chinese ?? "").contains("论文摘要未点名")
                        && (driver.note?.english?.lowercased() ?? "").contains("not named in the abstract")
                    return isMarked == Abstract.namedDrivers.contains(driver.id)
                }.map(\.id.text)
            },
            mistakes: { $0.change("drv-yangtze-belt") { $0.note = nil } },
            {
                $0.change("drv-unified-market") {
                    $0.note = Text(chinese: "论文摘要未点名。", english: "Not named in the abstract.")
                }
            }),

        Rule(
            "the case says what the paper says: definition, three steps, complementary functions, aim, contribution",
            violations: { the in
                let about = the.manifest.about.compactMap(\.chinese).joined()
                let wanted = [
                    "利益相关主体以协作共识为基础和导向", "多向度的系统性治理行动过程", "路径分三步", "互补功能", "必答题", "牛鼻子",
                    "借鉴协作治理理论", "创新蓝本", "案例作者",
                ]
                let quotes = the.items.flatMap { $0.evidence.compactMap(\.quote) }.joined(separator: " ")
                let quoted = ["利益相关主体", "比较优势和互补功能", "多向度的系统性治理行动过程", "借鉴协作治理理论", "创新蓝本和行动方案"]
                let isConclusion = the.items.contains { item in
                    item.evidence.contains { ($0.claim.chinese ?? "").contains("论文的结论") }
                }
                return wanted.filter { !about.contains($0) } + quoted.filter { !quotes.contains($0) }
                    + (isConclusion ? ["a claim speaks of the paper's conclusion"] : [])
            },
            mistakes: { $0.manifest.about.removeAll() },
            { the in
                for mode in the.items(.mode) { the.change(mode.id) { $0.evidence[0].quote = "横向平等协调" } }
            },
            { $0.change("con-must-answer") { $0.evidence[1].claim.chinese = "论文的结论：必答题。" } }),

        Rule(
            "the modes complement each other, by the paper's word",
            violations: { the in
                let modes = Set(the.items(.mode).map(\.id))
                let links = the.items(.mode).flatMap { mode in
                    mode.links.filter {
                        modes.contains($0.to) && $0.relation == "complements" && $0.source == "src-paper-2026"
                    }
                }
                return links.count == 3 ? [] : ["\(links.count) links between modes"]
            },
            mistakes: { $0.change("mode-network") { $0.links = [] } }),
    ]
}

/// What is kept of the paper's abstract: the fragments that the case quotes, none longer than 60 characters.
///
/// Each was compared with the abstract when it was put in; a quotation of the paper has to lie within one of them.
private enum Abstract {
    static let fragments = [
        "消减地方保护和市场分割",
        "促进市场经济生产要素跨区域流动",
        "也是省域开放治理、城乡融合发展的应有之义",
        "受制于地方政府治理权责和政绩考核的行政区划界限",
        "竞争性发展博弈中日渐固化的地方利益",
        "政府治理盲区或选择性自主行为",
        "新发展格局的提出",
        "坚持扩大内需、畅通经济循环、建设全国统一大市场",
        "文章借鉴协作治理理论,结合中国治理语境,整合性构建",
        "新时代西部大开发、成渝地区双城经济圈建设、支持贵州闯新路",
        "利益相关主体以协作共识为基础和导向",
        "构建去中心化的协作组织制度,达成多向度的系统性治理行动过程",
        "厘清国家战略政策要求、省际协作发展需要",
        "市场主体和民众期望",
        "凝聚利益相关主体的协作治理共识",
        "省域开放治理必须积极作为的必答题",
        "统筹衔接国家战略政策与省域治理规划",
        "构建去中心化的组织结构总体布局",
        "下好毗邻协作先行示范区创建、自组织组团协作开发的",
        "横向平等协调、纵向垂直管理、网络协同治理的比较优势和互补功能",
        "着重优化开放协作机制和生态共保联治",
        "促进基础设施和基本公共服务一体化",
        "推动产业链整合联动升级",
        "毗邻区域协作防止规模性返贫",
        "防止规模性返贫和城乡融合发展",
        "系统性创新蓝本和行动方案",
        "牵住“牛鼻子”工程",
        "采用半结构化访谈法收集数据资料",
        "提高行政区划体制下省际协作治理效能和可持续性",
    ]

    /// Whether a sentence on the paper has four characters in a row of a fragment, or says that it is not the
    /// paper's: what the case author adds, what was not seen, how the paper is named.
    static func bears(_ sentence: String) -> Bool {
        let own = [
            "案例作者", "未点名", "没有点名", "没有引", "未见", "未读到", "没有公开", "只读到摘要", "不是论文", "英文", "论文怎", "分三步",
        ]
        if own.contains(where: sentence.contains) { return true }
        let marks = Set<Character>("，,、“”")
        let bare = sentence.filter { !marks.contains($0) }
        return fragments.contains { fragment in
            let told = Array(fragment.filter { !marks.contains($0) })
            return told.count >= 4
                && (0...told.count - 4).contains { bare.contains(String(told[$0..<$0 + 4])) }
        }
    }

    /// The tasks of the "cattle-nose" sentence, each with the words that name it.
    static let tasks: [(ID<Item>, String)] = [
        ("fld-open-cooperation", "开放协作机制"), ("fld-ecology", "生态共保联治"), ("fld-infrastructure", "基础设施"),
        ("fld-public-services", "基本公共服务一体化"), ("fld-industry", "产业链整合联动升级"),
        ("fld-poverty-prevention", "毗邻区域协作防止规模性返贫"), ("fld-urban-rural", "防止规模性返贫和城乡融合发展"),
    ]

    /// A task that the abstract names in one breath with another, and its words.
    static let joined = ["基础设施一体化": "基础设施和基本公共服务一体化"]

    static let namedDrivers: Set<ID<Item>> = [
        "drv-new-development-pattern", "drv-unified-market", "drv-western-development",
        "drv-chengdu-chongqing",
        "drv-guizhou-new-path",
    ]
}
