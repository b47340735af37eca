import CaseModel

/// Everything that a key can ask for. What a command does is told by `update`; which key asks for it, by
/// `KeyTable`.
public enum Command: String, CaseIterable, Hashable, Sendable {
    case up, down, pageUp, pageDown, first, last
    case enter, back
    case nextPane, previousPane, firstPane, secondPane, thirdPane
    case read, zoom, scrollStripDown, scrollStripUp
    case historyBack, historyForward
    case nextTarget, previousTarget
    case trace, nextChain, previousChain
    case search, nextFind, previousFind
    case goTo, about, help, cycleLanguage, redraw, suspend, close, quit

    /// What the command does, as the help says it.
    public var title: Text {
        switch self {
        case .up: Text(chinese: "上移", english: "move up")
        case .down: Text(chinese: "下移", english: "move down")
        case .pageUp: Text(chinese: "上翻一页", english: "page up")
        case .pageDown: Text(chinese: "下翻一页", english: "page down")
        case .first: Text(chinese: "到开头", english: "to the beginning")
        case .last: Text(chinese: "到末尾", english: "to the end")
        case .enter: Text(chinese: "进入、阅读、跟随链接", english: "drill in, read, follow")
        case .back: Text(chinese: "取下一钉；返回", english: "un-pin one; go back")
        case .nextPane: Text(chinese: "下一栏", english: "next pane")
        case .previousPane: Text(chinese: "上一栏", english: "previous pane")
        case .firstPane: Text(chinese: "到第一栏", english: "to the first pane")
        case .secondPane: Text(chinese: "到第二栏", english: "to the second pane")
        case .thirdPane: Text(chinese: "到第三栏", english: "to the third pane")
        case .read: Text(chinese: "阅读所选项目全文", english: "read the selected item")
        case .zoom: Text(chinese: "放大本栏、详情、还原", english: "zoom: pane, strip, neither")
        case .scrollStripDown: Text(chinese: "详情条下滚", english: "scroll the strip down")
        case .scrollStripUp: Text(chinese: "详情条上滚", english: "scroll the strip up")
        case .historyBack: Text(chinese: "历史后退", english: "back in history")
        case .historyForward: Text(chinese: "历史前进", english: "forward in history")
        case .nextTarget: Text(chinese: "下一个链接或来源", english: "next link or source")
        case .previousTarget: Text(chinese: "上一个链接或来源", english: "previous link or source")
        case .trace:
            Text(chinese: "溯源：通向它的链", english: "trace the chains that lead here")
        case .nextChain: Text(chinese: "溯源的下一条链", english: "next chain of a trace")
        case .previousChain: Text(chinese: "溯源的上一条链", english: "previous chain of a trace")
        case .search: Text(chinese: "搜索：中文、拼音、英文", english: "search all of the case")
        case .nextFind: Text(chinese: "下一个搜索结果", english: "next find")
        case .previousFind: Text(chinese: "上一个搜索结果", english: "previous find")
        case .goTo: Text(chinese: "按编号或标题前往", english: "go to an id or title")
        case .about:
            Text(chinese: "关于本案例、如何引用", english: "about the case, citing it")
        case .help: Text(chinese: "按键与命令", english: "keys and commands")
        case .cycleLanguage: Text(chinese: "切换语言", english: "Chinese, English, both")
        case .redraw: Text(chinese: "重画屏幕", english: "redraw the screen")
        case .suspend: Text(chinese: "挂起到外壳", english: "suspend to the shell")
        case .close: Text(chinese: "关闭；浏览时退出", english: "close; quit when browsing")
        case .quit: Text(chinese: "立即退出", english: "leave at once")
        }
    }

    /// The one or two words that the line of hints has room for.
    public var hint: Text {
        switch self {
        case .up, .down: Text(chinese: "移动", english: "move")
        case .enter: Text(chinese: "进入", english: "open")
        case .back: Text(chinese: "返回", english: "back")
        case .nextPane: Text(chinese: "换栏", english: "pane")
        case .read: Text(chinese: "阅读", english: "read")
        case .trace: Text(chinese: "溯源", english: "trace")
        case .search: Text(chinese: "搜索", english: "search")
        case .nextFind, .previousFind: Text(chinese: "结果", english: "finds")
        case .nextChain, .previousChain: Text(chinese: "换链", english: "chains")
        case .zoom: Text(chinese: "放大", english: "zoom")
        case .nextTarget: Text(chinese: "链接", english: "links")
        case .goTo: Text(chinese: "前往", english: "go to")
        case .about: Text(chinese: "关于", english: "about")
        case .help: Text(chinese: "帮助", english: "help")
        case .cycleLanguage: Text(chinese: "语言", english: "language")
        case .historyBack, .historyForward: Text(chinese: "历史", english: "history")
        case .close: Text(chinese: "退出", english: "quit")
        case .pageUp, .pageDown, .first, .last, .previousPane, .firstPane, .secondPane, .thirdPane,
            .scrollStripDown, .scrollStripUp, .previousTarget, .redraw, .suspend, .quit:
            title
        }
    }
}

/// What the explorer asks the world to do.
public enum Effect: Equatable, Sendable {
    /// Leave the terminal and end.
    case quit
    /// Give the terminal back to the shell until continued.
    case suspend
    /// Send every cell again, whatever is thought to be on the glass.
    case redraw
}
