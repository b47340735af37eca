import CaseModel

/// Phrases of plain mode, which speaks where the screen has signs and places.
extension Strings {
    /// ↶ in words that are true of a step and of a chain, which began before what is above it or farther up.
    static let backwards = Text(chinese: "早于其上", english: "older than what is above it")
    static let pinned = Text(chinese: "已固定", english: "pinned")

    static func pane(_ number: Int) -> Text { Text(chinese: "第 \(number) 栏", english: "pane \(number)") }
    static let connected = Text(chinese: "与所选一项相连", english: "connected with the selection")
    static let isContext = Text(chinese: "仅为上下文", english: "only as context")

    static func below(_ count: Int) -> Text {
        Text(chinese: "含 \(count) 项", english: "\(count) below")
    }

    static func link(_ number: Int) -> Text { Text(chinese: "（链接 \(number)）", english: " (link \(number))") }

    /// What lies beyond the part of a long text.
    static func more(_ line: Int, of count: Int) -> Text {
        Text(
            chinese: "已读到 \(count) 行中的第 \(line) 行；“更多”接着读，“上页”回看。",
            english: "Line \(line) of \(count); more goes on, previous goes back.")
    }

    static let nothingChanged = Text(chinese: "没有变化", english: "nothing has changed")
    static let noMore = Text(chinese: "没有更多了", english: "there is no more")
    static let noPrevious = Text(chinese: "前面没有了", english: "nothing comes before this")

    static let plainWelcome = Text(
        chinese: "输入数字选择一项，“帮助”列出命令，“退出”结束。",
        english: "Type a number to choose an item, help for the commands, quit to end.")

    /// How the numbers behind the links of a page are typed, in the help.
    static let linkByNumber = Text(
        chinese: "链接 3：打开页上标为“链接 3”的一项；只写 3 也可",
        english: "link 3: follow what the page calls link 3; the number alone does the same")

    /// The answer to a command that exists, but can do nothing where one is.
    static func notHere(_ name: String) -> Text {
        Text(
            chinese: "“\(name)”在这里用不上；“帮助”列出这里的命令",
            english: "“\(name)” does not apply here; help lists the commands that do")
    }

    /// The answer to a line that means nothing, with the names most like it.
    static func unknown(_ line: String, similar names: [String]) -> Text {
        names.isEmpty
            ? Text(
                chinese: "不明白“\(line)”；“帮助”列出命令",
                english: "“\(line)” is not understood; help lists the commands")
            : Text(
                chinese: "不明白“\(line)”；是不是 \(names.joined(separator: "、"))？",
                english: "“\(line)” is not understood; did you mean \(names.joined(separator: " or "))?")
    }

    static func noNumber(_ number: Int, most: Int) -> Text {
        most == 0
            ? Text(chinese: "这里没有可选的编号", english: "nothing can be chosen by number here")
            : Text(
                chinese: "这里没有第 \(number) 项，编号到 \(most) 为止",
                english: "there is no \(number) here; the last is \(most)")
    }

    static func noTarget(_ word: String, for command: String) -> Text {
        Text(
            chinese: "“\(command)”之后要一个编号；“\(word)”不是这里的编号",
            english: "\(command) takes a number or an id; “\(word)” is neither here")
    }

    /// The answer to a word behind a command that is not about one thing.
    static func standsAlone(_ command: String, _ word: String) -> Text {
        Text(
            chinese: "“\(command)”之后不写什么；“\(word)”没有意义",
            english: "\(command) stands alone; “\(word)” behind it means nothing")
    }

    /// The answer to a language that is not to be had.
    static func noLanguage(_ word: String, among names: [String]) -> Text {
        Text(
            chinese: "没有语言“\(word)”；有 \(names.joined(separator: "、"))",
            english: "there is no language “\(word)”; there are \(names.joined(separator: ", "))")
    }

    /// Before what a presenter points at.
    static let pointsAt = Text(chinese: "所指", english: "Points at")
    static let removeLastPin = Text(chinese: "取消最后的固定", english: "remove last pin")
    static let thatPane = Text(chinese: "列出那一栏", english: "list that pane")
    static let filterIsOff = Text(chinese: "已没有筛选", english: "no filter any more")
    static let filterNow = Text(chinese: "筛选", english: "filter")
    static let shown = Text(chinese: "列出", english: "shown")
    static let alone = Text(chinese: "这一项没有任何链接", english: "nothing is linked with it")

    /// What searches the whole case in spite of a filter.
    static let widen = Text(chinese: "“扩大”", english: "widen")

    /// The question for a text to be typed.
    static let typeQuery = Text(
        chinese: "输入文字；空行放弃", english: "type the text; an empty line leaves it")
    static let typeNote = Text(
        chinese: "输入新的内容；空行保留原样，单独一个减号删除",
        english: "type the new text; an empty line keeps it as it is, a hyphen alone removes it")
    static let typeQuestion = Text(
        chinese: "输入一行问题；空行只举手",
        english: "type a line of question; an empty line raises your hand without one")
    static let chooseOne = Text(
        chinese: "输入数字选择，空行返回", english: "type a number to choose, an empty line to go back")

    static let leaveList = Text(chinese: "空行返回", english: "an empty line goes back")

    static func step(_ number: Int, of count: Int) -> Text {
        Text(chinese: "第 \(number) 步，共 \(count) 步", english: "step \(number) of \(count)")
    }

    static let showing = Text(chinese: "所示", english: "showing")
    static let nextPoint = Text(
        chinese: "“下一步”或空行往下讲，“全文”读出所示视图，q 结束",
        english: "next or an empty line goes on, all reads the view that is shown, q ends")
    static let languageNow = Text(chinese: "语言", english: "language")
    static let endedHere = Text(chinese: "讲解路线已结束", english: "the tour has ended")
}

/// The words of plain mode that the screen needs no command for.
enum PlainWord: CaseIterable {
    case open, why, more, previous, next, before, all, whereAmI, panes, places, actors, up

    /// The names, the first one in each language to be shown.
    var names: [String] {
        switch self {
        case .open: ["open", "打开"]
        case .why: ["why", "为何", "为什么"]
        case .more: ["more", "更多"]
        case .previous: ["previous", "上页"]
        case .next: ["next", "下一项"]
        case .before: ["before", "上一项"]
        case .all: ["all", "list", "again", "全文", "列表"]
        case .whereAmI: ["where", "何处", "在哪"]
        case .panes: ["panes", "三栏"]
        case .places: ["places", "地点"]
        case .actors: ["actors", "参与者"]
        case .up: ["up", "上级", "向上"]
        }
    }

    var title: Text {
        switch self {
        case .open: Text(chinese: "打开所选或所指编号", english: "open what is selected, or the number after it")
        case .why:
            Text(
                chinese: "为何与固定项相连，或最强的链接",
                english: "why it is connected with the last pin, or its strongest link")
        case .more: Text(chinese: "接着读", english: "the next part of a long text")
        case .previous: Text(chinese: "回看上一部分", english: "the part before")
        case .next: Text(chinese: "选中下一项并读出", english: "the next item")
        case .before: Text(chinese: "选中上一项并读出", english: "the item before")
        case .all: Text(chinese: "从头读出这一视图", english: "this view from the beginning")
        case .whereAmI: Text(chinese: "在哪一视图、固定了什么、筛选如何", english: "the view, the pins, the filter")
        case .panes: Text(chinese: "三栏及其问题", english: "the three panes and what they ask")
        case .places: Text(chinese: "列出地点", english: "the places as a list")
        case .actors: Text(chinese: "列出参与者", english: "the actors as a list")
        case .up: Text(chinese: "回到三栏；在三栏取消最后的固定", english: "to the panes, or off with the last pin")
        }
    }
}
