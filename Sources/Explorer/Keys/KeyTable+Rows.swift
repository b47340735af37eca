import CaseModel
import Screen

// The rows that several views share, part by part. The rank of a hint decides how long it stays on a narrow screen:
// first movement, Enter and back, then help and quit, then the view's own commands, then the other views.
extension KeyTable {
    static let views = Set(ViewName.allCases.map(Mode.view))
    private static let panes: Set<Mode> = [.view(.browse)]
    private static let texts: Set<Mode> = [.view(.reader), .view(.trace), .view(.overview)]
    /// The charts that are lists, without a horizontal axis.
    static let tableViews: Set<Mode> = [.view(.sources), .view(.claims)]
    /// The views other than the panes.
    private static let pages = views.subtracting(panes)
    static let lists = Set(ListName.allCases.map(Mode.list))
    static let editors: Set<Mode> = [.note, .bookmark, .question]
    static let talks: Set<Mode> = [.presenting, .following, .speaker]
    private static let everywhere = Set(Mode.allCases)

    static let moveHint = KeyRow.Hint(0, "移动", "move")

    static let moveRows = [
        KeyRow(.move(.up), [.up, "k"], in: views, .move, "上移", "move up", hint: moveHint),
        KeyRow(.move(.down), [.down, "j"], in: views, .move, "下移", "move down", hint: moveHint),
        KeyRow(.move(.pageUp), [.pageUp, .control("b")], in: views, .move, "上翻一页", "page up"),
        KeyRow(.move(.pageDown), [.pageDown, .control("f")], in: views, .move, "下翻一页", "page down"),
        KeyRow(.move(.first), [.home, "g"], in: views, .move, "到开头", "to the beginning"),
        KeyRow(.move(.last), [.end, "G"], in: views, .move, "到末尾", "to the end"),
    ]

    /// Left and right, in charts with a horizontal axis.
    static func sideRows(in view: ViewName) -> [KeyRow] {
        [
            KeyRow(.move(.left), [.left, "h"], in: [.view(view)], .move, "左移", "move left", hint: moveHint),
            KeyRow(
                .move(.right), [.right, "l"], in: [.view(view)], .move, "右移", "move right", hint: moveHint),
        ]
    }

    static let textRows = [
        KeyRow(
            .reading(.nextTarget), [.tab], in: texts, .move, "下一个链接或来源", "next link or source",
            hint: .init(9, "链接", "links")),
        KeyRow(
            .reading(.previousTarget), [.backTab], in: texts, .move, "上一个链接或来源",
            "previous link or source"),
        KeyRow(
            .reading(.previousChain), ["<"], in: [.view(.trace)], .here, "上一条链", "previous chain",
            hint: .init(5, "换链", "chains"),
            unless: { $0.hasOtherChains ? nil : Strings.isFirstChain }),
        KeyRow(
            .reading(.nextChain), [">"], in: [.view(.trace)], .here, "下一条链", "next chain",
            hint: .init(5, "换链", "chains"),
            unless: { $0.hasOtherChains ? nil : Strings.isLastChain }),
    ]

    static let openRows = [
        KeyRow(
            .enter, [.enter], in: panes, .open, "固定、取消固定；打开末项", "pin, unpin; open a leaf",
            hint: .init(1, "固定/打开", "pin/open"),
            unless: { $0.browse.selected == nil ? Strings.nothingSelected : nil }),
        KeyRow(
            .enter, [.enter, .right, "l"], in: texts, .open, "跟随所选链接", "follow the selected link",
            hint: .init(1, "跟随", "follow"),
            unless: { $0.reader?.target == nil ? Strings.nothingAimed(in: $0.mode) : nil }),
        KeyRow(
            .back, [.escape, .backspace], in: panes, .open, "取消最后的固定，关闭卡片",
            "remove last pin, close card", hint: .init(2, "取消固定", "unpin"),
            unless: { $0.browse.pins.isEmpty && !$0.browse.showsCard ? Strings.nothingPinned : nil }),
        KeyRow(
            .back, [.left, "h", .backspace], in: texts, .open, "返回来处", "back to where one came from",
            hint: .init(2, "返回", "back")),
        KeyRow(
            .reading(.endFind), [.escape], in: texts, .open, "结束查找，否则返回",
            "end the find, else go back"),
        KeyRow(
            .back, [.left, "h", .escape, .backspace], in: tableViews, .open, "返回来处",
            "back to where one came from", hint: .init(2, "返回", "back")),
        KeyRow(
            .back, [.escape, .backspace], in: pages.subtracting(texts).subtracting(tableViews), .open,
            "返回来处", "back to where one came from", hint: .init(2, "返回", "back")),
        KeyRow(
            .travel(.back), ["[", .function(7)], in: views, .open, "历史后退", "back in history",
            hint: .init(14, "历史", "history")),
        KeyRow(
            .travel(.forward), ["]", .function(8)], in: views, .open, "历史前进", "forward in history",
            hint: .init(14, "历史", "history")),
        KeyRow(
            .close, ["q", .function(10)], in: pages, .open, "关闭，回到三栏", "close, back to the panes",
            hint: .init(4, "关闭", "close")),
        KeyRow(
            .close, ["q", .function(10)], in: panes, .program, "退出程序", "quit the program",
            hint: .init(4, "退出", "quit")),
        KeyRow(
            .close, ["q", .function(10)], in: talks, .program, "退出", "quit", hint: .init(4, "退出", "quit")),
    ]

    private static let foldHint = KeyRow.Hint(13, "折叠", "fold")

    static let paneRows = [
        KeyRow(.move(.left), [.left, "h"], in: panes, .move, "左边一栏", "pane to the left"),
        KeyRow(
            .move(.right), [.right, "l"], in: panes, .move, "右边一栏，不固定",
            "pane to the right, without pinning"),
        KeyRow(
            .pane(.next), [.tab], in: panes, .move, "下一栏", "next pane", hint: .init(9, "换栏", "pane")),
        KeyRow(.pane(.previous), [.backTab], in: panes, .move, "上一栏", "previous pane"),
        KeyRow(
            .pane(.narrow), ["v"], in: panes, .here, "范围：直接、有据、全部", "show direct, well founded, all",
            hint: .init(5, "范围", "range"),
            unless: { $0.browse.pins.isEmpty ? Strings.nothingNarrowed : nil }),
        KeyRow(
            .pane(.pin), ["P"], in: panes, .here, "固定、取消固定，不换栏", "pin or unpin, and stay",
            unless: { $0.browse.selected == nil ? Strings.nothingSelected : nil }),
        KeyRow(.pane(.fold), ["-"], in: panes, .here, "折叠一组", "fold the section", hint: foldHint),
        KeyRow(
            .pane(.unfold), ["+", "="], in: panes, .here, "展开一组", "unfold the section", hint: foldHint),
        KeyRow(.pane(.foldAll), ["_"], in: panes, .here, "折叠本栏各组", "fold every section of the pane"),
        KeyRow(.pane(.unfoldAll), ["*"], in: panes, .here, "展开本栏各组", "unfold every section of the pane"),
        KeyRow(
            .pane(.zoom), ["z", .function(5)], in: panes, .here, "放大本栏、还原", "zoom the pane, or restore",
            hint: .init(13, "放大", "zoom")),
        KeyRow(.pane(.zoomDetails), ["Z"], in: panes, .here, "放大详情、还原", "zoom the strip, or restore"),
        KeyRow(.pane(.card), ["W"], in: panes, .here, "欢迎卡：三栏、记号、路线", "welcome card: panes, signs, tours"),
        KeyRow(.pane(.scrollDetailsDown), ["J"], in: panes, .here, "详情条下滚", "scroll the strip down"),
        KeyRow(.pane(.scrollDetailsUp), ["K"], in: panes, .here, "详情条上滚", "scroll the strip up"),
    ]

    static let viewRows = [
        KeyRow(.pane(.first), ["1"], in: views, .views, "三栏：第一栏", "the first pane"),
        KeyRow(.pane(.second), ["2"], in: views, .views, "三栏：第二栏", "the second pane"),
        KeyRow(.pane(.third), ["3"], in: views, .views, "三栏：第三栏", "the third pane"),
        viewRow(.reader, ["r", .function(3)], "阅读所选一项的全文", "read what is selected"),
        viewRow(.trace, ["t", .function(4)], "溯源：通向它的链", "trace the chains that lead here"),
        viewRow(.matrix, ["4", "m"], "矩阵：证据与缺口", "matrix: gaps in evidence"),
        viewRow(.timeline, ["5", "T"], "时间线", "timeline"),
        viewRow(.map, ["6", "p"], "地图", "map"),
        viewRow(.network, ["7", "w"], "合作网络：谁与谁合作", "network: who with whom"),
        viewRow(.sources, ["8", "s"], "来源：书目", "sources: bibliography"),
        viewRow(.claims, ["c"], "论断：逐条列出", "claims, one by one"),
        viewRow(.overview, ["9", "a", .function(9)], "概况：案例、方法、引用", "overview, citing the case"),
    ]

    private static func viewRow(
        _ view: ViewName, _ keys: [Key], _ chinese: String, _ english: String
    ) -> KeyRow {
        KeyRow(
            .view(view), keys, in: views, .views, chinese, english, hint: .init(10, view.title),
            unless: { $0.reasonNotToOpen(view) })
    }

    static let findRows = [
        KeyRow(
            .find(.find), ["/"], in: texts, .find, "在本页中查找", "find in this page",
            hint: .init(6, "搜索", "search")),
        KeyRow(
            .find(.search), [.function(11)], in: texts.union([.view(.sources)]), .find, "搜索整个案例",
            "search all of the case"),
        KeyRow(
            .find(.search), ["/", .function(11)], in: views.subtracting(texts).subtracting([.view(.sources)]),
            .find, "搜索：中文、拼音、英文",
            "search all of the case", hint: .init(6, "搜索", "search")),
        KeyRow(
            .find(.next), ["n"], in: views, .find, "下一处查找或搜索结果", "next result",
            unless: { $0.reasonNotToStep }),
        KeyRow(
            .find(.previous), ["N"], in: views, .find, "上一处查找或搜索结果", "previous result",
            unless: { $0.reasonNotToStep }),
        KeyRow(
            .find(.filter), ["f", .function(12)], in: views, .find, "筛选：方面与词语", "filter by facets and words"),
        KeyRow(
            .find(.unfilter), ["F"], in: views, .find, "取消筛选", "remove the filter",
            unless: { $0.browse.filter == nil ? Strings.noFilter : nil }),
        KeyRow(
            .find(.goTo), [":", .function(6)], in: views, .find, "前往或执行命令",
            "go to an id, run a command",
            hint: .init(12, "前往", "go to")),
    ]

    static let noteRows = [
        KeyRow(
            .note(.copy), ["y"], in: views, .notes, "复制：条目、引文、引用", "copy, quote, cite",
            hint: .init(11, "复制", "copy")),
        KeyRow(
            .note(.links), ["u"], in: views, .notes, "按编号列出链接", "links by number",
            hint: .init(11, "全部链接", "all links")),
        KeyRow(.note(.mark), [" "], in: views.union([.following]), .notes, "标记、取消标记", "mark it, unmark it"),
        KeyRow(.note(.note), ["i"], in: views.union([.following]), .notes, "写笔记", "write a note on it"),
        KeyRow(
            .note(.bookmark), ["b"], in: views.union([.following]), .notes, "给此处加书签", "bookmark this place"),
        KeyRow(.note(.notebook), ["'"], in: views, .notes, "我的标记、笔记、书签", "my marks, notes, bookmarks"),
    ]

    static let programRows = [
        KeyRow(
            .program(.help), ["?", .function(1)], in: views.union(talks), .program, "按键与命令",
            "keys and commands", hint: .init(3, "帮助", "help")),
        KeyRow(
            .program(.cycleLanguage), [.function(2), "L"], in: views.union(talks), .program, "切换语言",
            "next language", hint: .init(8, "语言", "language"),
            unless: { $0.language.isOnly ? Strings.onlyLanguage : nil }),
        KeyRow(
            .program(.cycleLanguage), [.function(2)], in: lists.union(editors), .program, "切换语言",
            "next language", hint: .init(8, "语言", "language"),
            unless: { $0.language.isOnly ? Strings.onlyLanguage : nil }),
        KeyRow(
            .program(.reread), [.control("r")], in: views.union([.presenting]), .program, "重新读取案例文件",
            "read the case's files again", unless: { $0.rereading.reasonNotTo }),
        KeyRow(
            .program(.mistakes), ["E"], in: views.union([.presenting]), .program, "案例文件中的错误",
            "errors in the case's files",
            unless: { ($0.rereading.mistakes ?? $0.rereading.warnings) == nil ? Strings.noMistakes : nil }),
        KeyRow(
            .program(.mouse), ["M"], in: views.union(talks), .program, "开关鼠标", "mouse on or off"),
        KeyRow(.program(.redraw), [.control("l")], in: everywhere, .program, "重画屏幕", "redraw the screen"),
        KeyRow(
            .program(.suspend), [.control("z")], in: everywhere, .program, "挂起，回到命令行", "suspend to the shell"),
        KeyRow(
            .program(.quit), ["Q", .control("c")], in: views.union(talks), .program, "立即退出", "leave at once"),
        KeyRow(
            .program(.quit), [.control("c")], in: lists.union(editors).union([.pager]), .program, "立即退出",
            "leave at once"),
    ]
}

extension State {
    /// The reason why a view cannot be opened; nil if it can.
    fileprivate func reasonNotToOpen(_ view: ViewName) -> Text? {
        switch view {
        case .reader where openView == .reader, .trace where openView == .trace,
            .overview where openView == .overview:
            return Strings.alreadyHere
        case .reader:
            if openChart?.drawing.subject(in: chartContext) != nil { return nil }
            return itemHere == nil ? Strings.noItemHere : nil
        case .trace: return itemHere == nil ? Strings.noItemHere : nil
        case .browse, .chart, .overview: return nil
        }
    }

    /// The reason why there is no search result to go to; nil if there is one.
    fileprivate var reasonNotToStep: Text? {
        found == nil && reader?.find == nil ? Strings.nothingSearched : nil
    }
}
