import CaseModel

/// The context of a key press, in which a key has one meaning.
package enum Mode: CaseIterable, Hashable, Sendable {
    case view(ViewName)
    /// A step of a tour that is presented here.
    case presenting
    /// A talk that is followed, while on its path.
    case following
    /// The speaker's own second screen.
    case speaker
    case list(ListName)
    /// A copied text, or a report on mistakes, alone on the screen.
    case pager
    /// A note being edited.
    case note
    /// A bookmark's title being edited.
    case bookmark
    /// A question to the speaker being edited.
    case question

    package static var allCases: [Mode] {
        ViewName.allCases.map(Mode.view) + [.presenting, .following, .speaker]
            + ListName.allCases.map(Mode.list) + [.pager, .note, .bookmark, .question]
    }

    /// True if a text is edited.
    var isTyping: Bool {
        switch self {
        case .list, .note, .bookmark, .question: true
        case .view, .presenting, .following, .speaker, .pager: false
        }
    }

    /// The heading of the mode in the reference of all keys.
    package var title: Text {
        switch self {
        case .view(let view): view.title
        case .presenting: Text(chinese: "讲解", english: "presenting")
        case .following: Text(chinese: "跟随讲解", english: "following")
        case .speaker: Text(chinese: "讲解者副屏", english: "speaker's screen")
        case .list(let list): list.title
        case .pager: Text(chinese: "独占全屏的文字", english: "a text alone on the screen")
        case .note: Text(chinese: "写笔记", english: "writing a note")
        case .bookmark: Text(chinese: "写书签名称", english: "naming a bookmark")
        case .question: Text(chinese: "提问", english: "asking a question")
        }
    }
}

/// The kinds of list.
package enum ListName: CaseIterable, Hashable, Sendable {
    case help, goTo, search, find, filter, tours, steps, hands, choice, axes, copies, links, notebook

    fileprivate var title: Text {
        switch self {
        case .help: Text(chinese: "帮助", english: "help")
        case .goTo: Text(chinese: "前往", english: "go to")
        case .search: Text(chinese: "搜索", english: "search")
        case .find: Text(chinese: "在本页中查找", english: "find in the page")
        case .filter: Text(chinese: "筛选", english: "filter")
        case .tours: Strings.tours
        case .steps: Text(chinese: "讲解步骤", english: "steps of a tour")
        case .hands: Text(chinese: "举手与提问", english: "hands and questions")
        case .choice: Text(chinese: "一格、一地或一个数目所含", english: "what a cell, a place or a count holds")
        case .axes: Text(chinese: "矩阵的维度", english: "axes of the matrix")
        case .copies: Text(chinese: "复制", english: "copy")
        case .links: Text(chinese: "链接", english: "links")
        case .notebook: Text(chinese: "我的标记、笔记、书签", english: "marks, notes and bookmarks")
        }
    }
}

extension State {
    /// The present mode.
    package var mode: Mode {
        if pager != nil { return .pager }
        if let picker { return .list(picker.list.name) }
        if let editor { return editor.purpose.mode }
        if board != nil { return .speaker }
        if let talk, talk.isOnPath { return talk.part == .presenter ? .presenting : .following }
        return .view(openView)
    }

    /// The open view, under any list or editor.
    var openView: ViewName {
        switch reader?.subject {
        case nil: .browse
        case .chart(let chart)?: .chart(chart.name)
        case .trace?: .trace
        case .about?: .overview
        case .entity?: .reader
        }
    }

    /// True if the open view is a text.
    var isReading: Bool {
        switch openView {
        case .reader, .trace, .overview: true
        case .browse, .chart: false
        }
    }
}
