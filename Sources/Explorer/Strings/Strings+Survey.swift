import CaseModel

/// Phrases of the overview, and of the pages on places and actors.
extension Strings {
    static let about = Text(chinese: "概况", english: "overview")
    static let items = Text(chinese: "条目", english: "items")
    /// What the count of evidence counts where the case claims something of places and actors as well.
    static func claimsOnItems(of all: Int) -> Text {
        Text(
            chinese: "条目的论断；连同地点和参与者的共 \(all) 条",
            english: "claims on items; \(all) with those on places and actors")
    }
    static let tours = Text(chinese: "讲解路线", english: "tours")
    static let minutes = Text(chinese: "分钟", english: "minutes")
    static let steps = Text(chinese: "步", english: "steps")
    static let cited = Text(chinese: "被引", english: "cited")
    static let borders = Text(chinese: "相邻", english: "borders")
    static let unevidencedItems = Text(chinese: "尚无证据的条目", english: "unevidenced items")
    /// What the numbers of an overview under a filter, or with pins, are of.
    static func counted(by query: String?, andPins: Bool) -> Text {
        let pins = query == nil ? "固定" : "和固定"
        let narrowing = Text(
            chinese: (query.map { "筛选“\($0)”" } ?? "") + (andPins ? pins : ""),
            english: query.map { "the filter “\($0)”" + (andPins ? " and the pins let" : " lets") }
                ?? "the pins let")
        return narrowing.inPhrase { language, narrowing in
            switch language {
            case .chinese: "以下数目只计\(narrowing)留下的，来源只计其中的论断、数据、状态和链接所引的；讲解路线、引用与方法属于整个案例。"
            case .english:
                """
                The numbers are of what \(narrowing) through, of sources those that its claims, figures, statuses and \
                links cite; tours, citation and method are the whole case's.
                """
            }
        }
    }
    /// What cites a source outside of pins and filter.
    static let otherCiters = Text(chinese: "不在筛选和固定之内的", english: "beyond filter and pins")
    static let everyItemHasEvidence = Text(
        chinese: "没有：应有证据的条目都有证据。", english: "None: every item that is to have evidence has some.")
    static let framework = Text(chinese: "框架出处", english: "where the framework comes from")
    static let howToCite = Text(chinese: "如何引用", english: "how to cite")
    /// A case that names no work as the origin of its framework has none to cite for it.
    static func citeClaims(hasFramework: Bool) -> Text {
        let chinese = hasFramework ? "引用框架，请引上述论文；" : ""
        let english = hasFramework ? " for the framework the work above;" : ""
        return Text(
            chinese: "引用论断，请引支持它的来源；\(chinese)引用链接和归类的解读，请引本案例：",
            english: """
                For a claim cite the source that bears it out;\(english) for links and for the place of items in \
                the framework, which are readings, this case:
                """)
    }

    static let licence = Text(chinese: "许可", english: "licence")
    static let methodAndLimits = Text(chinese: "方法与局限", english: "method and limits")

    static let place = Text(chinese: "地点", english: "place")
    /// The label of the division that a place belongs to, in the case's word for one.
    static func division(_ word: Text) -> Text {
        word.inPhrase { language, word in
            switch language {
            case .chinese: "所属" + word
            case .english: word
            }
        }
    }
    static let coordinates = Text(chinese: "坐标", english: "coordinates")
    static let itemsHere = Text(chinese: "此地的条目", english: "items here")
    static let actor = Text(chinese: "参与者", english: "actor")
    static let level = Text(chinese: "层级", english: "level")
    static let side = Text(chinese: "所属一方", english: "side")
    static let itemsTakenPartIn = Text(chinese: "参与的条目", english: "takes part in")
}
