import CaseModel

extension Command {
    /// What the command does, as the help says it.
    package var title: Text {
        switch self {
        case .move(let movement): movement.title
        case .enter: Text(chinese: "进入、阅读、跟随链接", english: "drill in, read, follow")
        case .back: Text(chinese: "取下一钉；返回", english: "un-pin one; go back")
        case .close: Text(chinese: "关闭；浏览时退出", english: "close; quit when browsing")
        case .pane(let command): command.title
        case .reading(let command): command.title
        case .chart(let command): command.title
        case .view(let view): view.helpTitle
        case .travel(.back): Text(chinese: "历史后退", english: "back in history")
        case .travel(.forward): Text(chinese: "历史前进", english: "forward in history")
        case .find(let command): command.title
        case .own(let command): command.title
        case .talk(let command): command.title
        case .program(let command): command.title
        }
    }

    /// The one or two words that the line of hints has room for.
    package var hint: Text {
        switch self {
        case .move: Text(chinese: "移动", english: "move")
        case .enter: Text(chinese: "进入", english: "open")
        case .back: Text(chinese: "返回", english: "back")
        case .close: Text(chinese: "退出", english: "quit")
        case .pane(let command): command.hint
        case .reading(.nextTarget), .reading(.previousTarget): Text(chinese: "链接", english: "links")
        case .reading(.nextChain), .reading(.previousChain): Text(chinese: "换链", english: "chains")
        case .chart(let command): command.hint
        case .view(let view): view.title
        case .travel: Text(chinese: "历史", english: "history")
        case .find(let command): command.hint
        case .own(let command): command.hint
        case .talk(let command): command.hint
        case .program(let command): command.hint
        }
    }
}

extension Movement {
    fileprivate var title: Text {
        switch self {
        case .up: Text(chinese: "上移", english: "move up")
        case .down: Text(chinese: "下移", english: "move down")
        case .left: Text(chinese: "左移", english: "move left")
        case .right: Text(chinese: "右移", english: "move right")
        case .pageUp: Text(chinese: "上翻一页", english: "page up")
        case .pageDown: Text(chinese: "下翻一页", english: "page down")
        case .first: Text(chinese: "到开头", english: "to the beginning")
        case .last: Text(chinese: "到末尾", english: "to the end")
        }
    }
}

extension PaneCommand {
    fileprivate var title: Text {
        switch self {
        case .next: Text(chinese: "下一栏", english: "next pane")
        case .previous: Text(chinese: "上一栏", english: "previous pane")
        case .first: Text(chinese: "到第一栏", english: "to the first pane")
        case .second: Text(chinese: "到第二栏", english: "to the second pane")
        case .third: Text(chinese: "到第三栏", english: "to the third pane")
        case .zoom: Text(chinese: "放大本栏、详情、还原", english: "zoom: pane, strip, neither")
        case .scrollStripDown: Text(chinese: "详情条下滚", english: "scroll the strip down")
        case .scrollStripUp: Text(chinese: "详情条上滚", english: "scroll the strip up")
        }
    }

    fileprivate var hint: Text {
        switch self {
        case .next, .previous: Text(chinese: "换栏", english: "pane")
        case .first, .second, .third: Text(chinese: "三栏", english: "panes")
        case .zoom: Text(chinese: "放大", english: "zoom")
        case .scrollStripDown, .scrollStripUp: Text(chinese: "滚动", english: "scroll")
        }
    }
}

extension ReadingCommand {
    fileprivate var title: Text {
        switch self {
        case .nextTarget: Text(chinese: "下一个链接或来源", english: "next link or source")
        case .previousTarget: Text(chinese: "上一个链接或来源", english: "previous link or source")
        case .nextChain: Text(chinese: "溯源的下一条链", english: "next chain of a trace")
        case .previousChain: Text(chinese: "溯源的上一条链", english: "previous chain of a trace")
        }
    }
}

extension ChartCommand {
    fileprivate var title: Text {
        switch self {
        case .next: Text(chinese: "下一个", english: "next one")
        case .previous: Text(chinese: "上一个", english: "previous one")
        case .zoomIn: Text(chinese: "放大", english: "zoom in")
        case .zoomOut: Text(chinese: "缩小", english: "zoom out")
        case .fit: Text(chinese: "显示全部", english: "fit everything")
        case .panLeft: Text(chinese: "画面左移", english: "pan left")
        case .panRight: Text(chinese: "画面右移", english: "pan right")
        case .panUp: Text(chinese: "画面上移", english: "pan up")
        case .panDown: Text(chinese: "画面下移", english: "pan down")
        case .nextRows: Text(chinese: "行：换一个维度", english: "other rows")
        case .nextColumns: Text(chinese: "列：换一个维度", english: "other columns")
        case .order: Text(chinese: "换排序", english: "other order")
        }
    }

    fileprivate var hint: Text {
        switch self {
        case .next, .previous: Text(chinese: "下一个", english: "next")
        case .zoomIn, .zoomOut: Text(chinese: "缩放", english: "zoom")
        case .fit: Text(chinese: "全部", english: "fit")
        case .panLeft, .panRight, .panUp, .panDown: Text(chinese: "平移", english: "pan")
        case .nextRows: Text(chinese: "行维度", english: "rows")
        case .nextColumns: Text(chinese: "列维度", english: "columns")
        case .order: Text(chinese: "排序", english: "order")
        }
    }
}

extension ViewName {
    fileprivate var helpTitle: Text {
        switch self {
        case .browse: Text(chinese: "三栏浏览", english: "the three panes")
        case .reader: Text(chinese: "阅读所选项目全文", english: "read the selected item")
        case .trace: Text(chinese: "溯源：通向它的链", english: "trace the chains that lead here")
        case .chart(.matrix): Text(chinese: "矩阵：证据与缺口", english: "matrix: gaps in evidence")
        case .chart(.timeline): Text(chinese: "时间线", english: "timeline")
        case .chart(.map): Text(chinese: "地图", english: "map")
        case .chart(.network): Text(chinese: "网络：谁与谁合作", english: "network: who with whom")
        case .chart(.sources): Text(chinese: "来源：书目", english: "sources: bibliography")
        case .overview: Text(chinese: "关于本案例、如何引用", english: "about the case, citing it")
        }
    }
}

extension FindCommand {
    fileprivate var title: Text {
        switch self {
        case .search: Text(chinese: "搜索：中文、拼音、英文", english: "search all of the case")
        case .next: Text(chinese: "下一个搜索结果", english: "next find")
        case .previous: Text(chinese: "上一个搜索结果", english: "previous find")
        case .goTo: Text(chinese: "按编号或标题前往", english: "go to an id or title")
        case .filter: Text(chinese: "筛选：方面与词语", english: "filter by facets and words")
        case .unfilter: Text(chinese: "取消筛选", english: "take the filter off")
        case .complete: Text(chinese: "补全", english: "complete")
        }
    }

    fileprivate var hint: Text {
        switch self {
        case .search: Text(chinese: "搜索", english: "search")
        case .next, .previous: Text(chinese: "结果", english: "finds")
        case .goTo: Text(chinese: "前往", english: "go to")
        case .filter: Text(chinese: "筛选", english: "filter")
        case .unfilter: Text(chinese: "取消筛选", english: "unfilter")
        case .complete: Text(chinese: "补全", english: "complete")
        }
    }
}

extension NoteCommand {
    fileprivate var title: Text {
        switch self {
        case .copy: Text(chinese: "复制：条目、引文、引用", english: "copy, quote, cite")
        case .links: Text(chinese: "编号列出链接", english: "links by number")
        case .mark: Text(chinese: "标记、取消标记", english: "mark it, unmark it")
        case .note: Text(chinese: "写笔记", english: "write a note on it")
        case .bookmark: Text(chinese: "给此处加书签", english: "bookmark this place")
        case .notebookEntries: Text(chinese: "我的标记、笔记、书签", english: "my marks, notes, bookmarks")
        case .remove: Text(chinese: "移除标记、笔记或书签", english: "remove mark, note, bookmark")
        case .save: Text(chinese: "保存", english: "save")
        case .newLine: Text(chinese: "换行", english: "new line")
        }
    }

    fileprivate var hint: Text {
        switch self {
        case .copy: Text(chinese: "复制", english: "copy")
        case .links: Text(chinese: "全部链接", english: "all links")
        case .mark: Text(chinese: "标记", english: "mark")
        case .note: Text(chinese: "笔记", english: "note")
        case .bookmark: Text(chinese: "书签", english: "bookmark")
        case .notebookEntries: Text(chinese: "我的", english: "mine")
        case .remove: Text(chinese: "移除", english: "remove")
        case .save, .newLine: title
        }
    }
}

extension TalkCommand {
    fileprivate var title: Text {
        switch self {
        case .next: Text(chinese: "下一要点或下一步", english: "next point or step")
        case .previous: Text(chinese: "上一要点或上一步", english: "previous point or step")
        case .firstStep: Text(chinese: "第一步", english: "first step")
        case .lastStep: Text(chinese: "最后一步", english: "last step")
        case .steps: Text(chinese: "步骤总览，按序号或标题前往", english: "all steps, go to one")
        case .blank: Text(chinese: "黑屏", english: "blank screen")
        case .scrollDown: Text(chinese: "要点下滚", english: "scroll the points down")
        case .scrollUp: Text(chinese: "要点上滚", english: "scroll the points up")
        case .explore: Text(chinese: "离开或回到讲解路线", english: "leave the path, return")
        case .hand: Text(chinese: "举手、放下", english: "raise a hand, lower it")
        case .record: Text(chinese: "此处录为一步、取回", english: "record a step, take it back")
        }
    }

    fileprivate var hint: Text {
        switch self {
        case .next: Text(chinese: "下一步", english: "next")
        case .previous: Text(chinese: "上一步", english: "previous")
        case .firstStep, .lastStep: title
        case .steps: Text(chinese: "步骤", english: "steps")
        case .blank: Text(chinese: "黑屏", english: "blank")
        case .scrollDown, .scrollUp: Text(chinese: "滚动", english: "scroll")
        case .explore: Text(chinese: "自由浏览", english: "explore")
        case .hand: Text(chinese: "举手", english: "hand")
        case .record: Text(chinese: "录为一步", english: "record")
        }
    }
}

extension ProgramCommand {
    fileprivate var title: Text {
        switch self {
        case .help: Text(chinese: "按键与命令", english: "keys and commands")
        case .cycleLanguage: Text(chinese: "切换语言", english: "Chinese, English, both")
        case .redraw: Text(chinese: "重画屏幕", english: "redraw the screen")
        case .suspend: Text(chinese: "挂起到外壳", english: "suspend to the shell")
        case .quit: Text(chinese: "立即退出", english: "leave at once")
        }
    }

    fileprivate var hint: Text {
        switch self {
        case .help: Text(chinese: "帮助", english: "help")
        case .cycleLanguage: Text(chinese: "语言", english: "language")
        case .redraw, .suspend, .quit: title
        }
    }
}
