import CaseModel

extension Command {
    /// The names by which `:` and plain mode run a command, beside its title and hint.
    var names: [String] {
        switch self {
        case .view(.chart(.network)): ["network", "网络"] + ViewName.chart(.network).title.wordings
        case .view(.reader):
            [ViewName.reader.rawValue] + ViewName.reader.title.wordings + ["open", "show", "打开"]
        case .view(let view): [view.rawValue] + view.title.wordings
        case .close: ["q"]
        case .program(.quit): ["quit", "exit", "q!", "qa", "qa!", "x", "wq", "wq!", "wqa", "xa", "退出"]
        case .program(.help): ["help", "h", "帮助"]
        case .program(.cycleLanguage): ["language", "lang", "语言"]
        case .program(.reread): ["reload"]
        case .program(.mistakes): ["errors", "错误"]
        case .program(.redraw): ["redraw"]
        case .program(.suspend): ["suspend"]
        case .program(.mouse): ["mouse", "鼠标"]
        case .find(.search): ["search", "搜索"]
        case .find(.find): ["find", "查找"]
        case .find(.filter): ["filter", "筛选"]
        case .find(.unfilter): ["unfilter", "取消筛选"]
        case .find(.goTo): ["goto", "前往"]
        case .travel(.back): ["back", "后退"]
        case .travel(.forward): ["forward", "前进"]
        case .note(.copy): ["copy", "复制"]
        case .note(.links): ["links", "链接"]
        case .note(.mark): ["mark", "标记"]
        case .note(.note): ["note", "笔记"]
        case .note(.bookmark): ["bookmark", "书签"]
        case .note(.notebook): ["notebook", "marks", "bookmarks", "笔记本"]
        case .pane(.pin): ["pin", "固定"]
        case .pane(.narrow): ["narrow", "范围"]
        case .reading(.nextChain): ["chain", "链"]
        case .talk(.tours): ["tours", "路线"]
        case .talk(.steps): ["steps", "步骤"]
        case .talk(.next): ["next", "下一步"]
        case .talk(.previous): ["previous", "上一步"]
        case .talk(.blank): ["blank", "黑屏"]
        case .talk(.explore): ["explore", "自由浏览"]
        case .talk(.hand): ["hand", "举手"]
        case .talk(.record): ["record", "录制"]
        case .move, .enter, .back, .pane, .reading, .chart, .find, .talk, .list, .editor, .pager: []
        }
    }
}
