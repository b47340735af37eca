import CaseModel
import Screen

/// Phrases of the interface in both languages.
enum Strings {
    /// The first key of a command, for phrases; most phrases appear in several views with the same keys.
    static func key(_ command: Command, in mode: Mode = .view(.browse)) -> String {
        KeyTable.key(command, in: mode)
    }

    static let noItemHere = Text(chinese: "这里没有选中条目", english: "no item is selected here")
    static let alreadyHere = Text(chinese: "已在这一视图", english: "this is that view already")
    static let nothingToComplete = Text(chinese: "没有可填入的一行", english: "there is no line to be written")

    static func nothingAimed(in mode: Mode) -> Text {
        let next = key(.reading(.nextTarget), in: mode)
        return Text(chinese: "尚未选中链接；\(next) 选下一个", english: "no link is selected; \(next) selects the next")
    }

    /// The notice for a key without a command.
    static func noCommand(on key: Key, in mode: Mode) -> Text {
        let help = KeyTable.key(.program(.help), in: mode)
        return Text(
            chinese: "这里 \(key.label) 没有作用" + (help.isEmpty ? "" : "；\(help) 列出按键"),
            english: "no command on \(key.label) here" + (help.isEmpty ? "" : "; \(help) lists the keys"))
    }

    static var noFilter: Text {
        let filter = key(.find(.filter))
        return Text(chinese: "没有筛选；\(filter) 开始筛选", english: "there is no filter; \(filter) sets one")
    }
    static var filterTakenOff: Text {
        let back = key(.travel(.back))
        return Text(
            chinese: "筛选挡住了它，已取消筛选；\(back) 返回",
            english: "the filter hid it and was taken off; \(back) goes back")
    }
    static var pinsTakenOff: Text {
        let back = key(.travel(.back))
        return Text(
            chinese: "它与所固定的不相连，已取消固定；\(back) 返回",
            english: "not connected with what was pinned: the pins were taken off; \(back) goes back")
    }
    static var filterAndPinsTakenOff: Text {
        let back = key(.travel(.back))
        return Text(
            chinese: "筛选和固定挡住了它，都已取消；\(back) 返回",
            english: "filter and pins hid it and were taken off; \(back) goes back")
    }
    /// What stands below the completions of a filter that are not all.
    static func unlisted(_ number: Int) -> Text {
        Text(
            chinese: "… 另有 \(number) 个未列出；接着输入即列出",
            english: "… \(number) more are not listed; type on to find them")
    }
    static let filterTitle = Text(
        chinese: "筛选（方面:值、词语、“短语”、-排除）", english: "Filter (facet:value, words, \"phrases\", -not)")
    static let nothingFound = Text(chinese: "没有相符的条目", english: "nothing matches")
    static let noEarlierPlace = Text(chinese: "已是最早的一处", english: "this is the first place in the history")
    static let noLaterPlace = Text(chinese: "已是最近的一处", english: "this is the latest place in the history")
    static let inputMethod = Text(
        chinese: "输入法可能开着；命令可用方向键、Enter、Esc、Tab、数字和功能键",
        english: "an input method seems to be on; arrows, Enter, Esc, Tab, digits and F keys work with it")
    static func mouse(isUsed: Bool, key: String) -> Text {
        isUsed
            ? Text(
                chinese: "鼠标已启用：点选，再点打开，滚轮滚动；\(key) 交还终端（可选取文字）",
                english:
                    "the mouse is on; a click selects, another opens, the wheel scrolls; \(key) ends it"
            )
            : Text(
                chinese: "鼠标已交还终端，可选取文字；\(key) 再启用",
                english: "the mouse is the terminal's again, to select text; \(key) takes it back")
    }
    static let nothingTyped = Text(
        chinese: "这里不输入文字，粘贴的内容未采用",
        english: "nothing is typed here, so what was pasted is dropped")
    static let helpTitle = Text(chinese: "按键与命令（输入即查找）", english: "Keys and commands (type to search)")
    /// What can be searched in: of a case in Chinese, by the sounds of its characters as well.
    static func search(in languages: [LanguageTag]) -> Text {
        guard languages.contains(where: { $0.nearest == .chinese }) else {
            return Text(chinese: "搜索", english: "Search")
        }
        return languages.contains(.english)
            ? Text(chinese: "搜索（中文、拼音、英文）", english: "Search (Chinese, pinyin, English)")
            : Text(chinese: "搜索（中文、拼音）", english: "Search (Chinese, pinyin)")
    }
    static var nothingSearched: Text {
        let search = key(.find(.search))
        return Text(
            chinese: "还没有搜索结果；\(search) 开始搜索", english: "nothing has been found yet; \(search) searches")
    }
    /// What was searched without a match; the numbers of items, sources, places and actors.
    static func nothingFound(_ query: String, among counts: [Int]) -> Text {
        Text(
            chinese: """
                没有相符的条目：“\(query)”不在 \(counts[0]) 个条目、\(counts[1]) 个来源、\(counts[2]) 个地点、\(counts[3]) 个参与者的\
                名称、摘要和证据里，也没有近似的
                """,
            english: """
                nothing matches: “\(query)” is not among the names, summaries and evidence of \(counts[0]) items, \
                \(counts[1]) sources, \(counts[2]) places and \(counts[3]) actors, nor is anything like it
                """)
    }
    static let approximateResults = Text(chinese: "没有完全相符的，近似者：", english: "Nothing fits exactly; similar:")
    /// The note on a search under a filter, with the key that searches everything, or what is typed for it.
    static func withinFilter(_ filter: String, all key: Text) -> Text {
        Text(
            chinese: "只搜索筛选“\(filter)”之内；\(key.phrase(in: .chinese)) 搜索全部",
            english: "Only within the filter “\(filter)”; \(key.phrase(in: .english)) searches everything")
    }
    static func notInPage(_ query: String) -> Text {
        Text(chinese: "本页没有“\(query)”", english: "“\(query)” is not on this page")
    }
    static func approximate(position: String) -> Text {
        Text(
            chinese: "\(position)：没有完全相符的，这是近似者",
            english: "\(position): nothing fits exactly; this is similar")
    }
    static func wrapped(isForward: Bool, position: String) -> Text {
        isForward
            ? Text(
                chinese: "\(position)：已过末尾，回到开头", english: "\(position): past the end, at the beginning again"
            )
            : Text(
                chinese: "\(position)：已过开头，回到末尾", english: "\(position): past the beginning, at the end again"
            )
    }
    /// The note on a result whose text the page does not show, such as one in another language.
    static func notShown(_ text: String, position: String) -> Text {
        Text(
            chinese: "\(position)：相符的文字未以此语言显示：\(text)",
            english: "\(position): the matching text is not shown in this language: \(text)")
    }
    static let nothingToSelect = Text(chinese: "这里没有可选的行", english: "there are no lines to select here")
    static let nextHit = Text(chinese: "下一处", english: "next")
    static let previousHit = Text(chinese: "上一处", english: "previous")
    static let endOfFind = Text(chinese: "结束", english: "end")
    /// Sentences one after the other.
    static func sentences(_ sentences: [Text]) -> Text {
        Text(
            chinese: sentences.map { $0.localized(in: .chinese) }.joined(separator: "。"),
            english: sentences.map { $0.localized(in: .english) }.joined(separator: ". "))
    }
    static let goToTitle = Text(chinese: "前往（编号、标题或命令）", english: "Go to (id, title or command)")

    static let evidence = Text(chinese: "证据", english: "evidence")
    static let unevidenced = Text(chinese: "尚无证据", english: "unevidenced")
    static let sources = Text(chinese: "来源", english: "sources")
    static let links = Text(chinese: "链接", english: "links")
    static let interpretation = Link.Standing.interpretation.title
    static let contradicts = Text(chinese: "反证", english: "contradicts")
    static let because = Text(chinese: "因为", english: "because")
    static let asOf = Text(chinese: "截至", english: "as of")
    static let dateUnknown = Text(chinese: "日期不详", english: "undated")
    static let aka = Text(chinese: "又名", english: "also known as")
    static let period = Text(chinese: "时间", english: "period")
    static let status = Text(chinese: "状态", english: "status")
    static let places = Text(chinese: "地点", english: "places")
    static let actors = Text(chinese: "参与者", english: "actors")
    static let metrics = Text(chinese: "数据", english: "figures")
    static let linksTo = Text(chinese: "指向", english: "links from here")
    static let linkedFrom = Text(chinese: "被指向", english: "links to here")
    static let belongsTo = Text(chinese: "上级", english: "belongs to")
    static let contains = Text(chinese: "下级", english: "contains")
    static let isPartOf = Text(chinese: "属于", english: "is part of")
    static let note = Text(chinese: "说明与分歧", english: "notes and conflicts")
    static let remark = Text(chinese: "说明", english: "note")
    static let issuer = Text(chinese: "发布者", english: "issuer")
    static let authors = Text(chinese: "作者", english: "authors")
    static let date = Text(chinese: "日期", english: "date")
    static let documentNumber = Text(chinese: "文号", english: "document number")
    static let container = Text(chinese: "刊于", english: "appeared in")
    static let editors = Text(chinese: "编者", english: "editors")
    static let translators = Text(chinese: "译者", english: "translators")
    static let genre = Text(chinese: "体裁", english: "genre")
    static let outlet = Text(chinese: "媒体", english: "outlet")
    static let publisher = Text(chinese: "出版", english: "publisher")
    static let edition = Text(chinese: "版次", english: "edition")
    static let archive = Text(chinese: "收藏", english: "archive")
    static let languageOfWork = Text(chinese: "语种", english: "language")
    static let address = Text(chinese: "网址", english: "address")
    static let noAddress = Text(chinese: "无链接", english: "no link")
    static let copyRead = Text(chinese: "所读", english: "read as")
    static let repost = Text(chinese: "转载", english: "a repost")
    static let archivedCopy = Text(chinese: "存档副本", english: "archived copy")
    static let accessed = Text(chinese: "访问日期", english: "accessed")
    static let checkedOnce = Text(chinese: "读过一次", english: "read once")
    static let checkedTwice = Text(chinese: "先后核对两次", english: "checked at two separate times")
    static let checked = Text(chinese: "核对", english: "checked")
    static let citedBy = Text(chinese: "引用它的", english: "cited by")

    /// The names of the languages shown, as those who speak them write them; empty where the case has no other.
    static func name(of choice: LanguageChoice) -> String {
        choice.isOnly ? "" : choice.languages.map(\.ownName).joined(separator: "/")
    }

    static let onlyLanguage = Text(
        chinese: "这个案例只有一种语言", english: "the case has one language only")

    /// The notice for a command behind which stands the name of nothing.
    static func nothingNamed(_ wanted: String) -> Text {
        Text(chinese: "没有编号或标题叫“\(wanted)”", english: "there is no id or title “\(wanted)”")
    }

    static func onOrOff(not wanted: String) -> Text {
        Text(
            chinese: "后面写 on 或 off，不能写“\(wanted)”；什么也不写就切换",
            english: "on or off can stand behind it, not “\(wanted)”; alone it switches")
    }

    static func nothingCalled(_ wanted: String, similar name: String?) -> Text {
        Text(
            chinese: "没有编号、标题或命令叫“\(wanted)”" + (name.map { "；是不是“\($0)”？" } ?? ""),
            english: "there is no id, title or command “\(wanted)”"
                + (name.map { "; did you mean “\($0)”?" } ?? ""))
    }
}
