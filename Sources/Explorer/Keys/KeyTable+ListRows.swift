import CaseModel
import Screen

// The rows of what is open over a view: lists, the editors of notes and bookmarks, the pager.
extension KeyTable {
    private static let selectHint = KeyRow.Hint(3, "选择", "select")

    static let listRows = [
        KeyRow(
            .list(.move(.up)), [.up], in: lists, .move, "上一行", "line above", hint: selectHint,
            unless: { $0.reasonNotToRecall }),
        KeyRow(
            .list(.move(.down)), [.down], in: lists, .move, "下一行", "line below", hint: selectHint,
            unless: { $0.reasonNotToSelect }),
        KeyRow(
            .list(.move(.pageUp)), [.pageUp], in: lists, .move, "上翻一页", "page up",
            unless: { $0.reasonNotToSelect }),
        KeyRow(
            .list(.move(.pageDown)), [.pageDown], in: lists, .move, "下翻一页", "page down",
            unless: { $0.reasonNotToSelect }),
        KeyRow(.list(.move(.left)), [.left], in: lists, .move, "输入处左移", "cursor left in what is typed"),
        KeyRow(.list(.move(.right)), [.right], in: lists, .move, "输入处右移", "cursor right in what is typed"),
        KeyRow(
            .list(.move(.first)), [.home, .control("a")], in: lists, .move, "到所输入的开头；未输入时到第一行",
            "to the start of what is typed, else first line"),
        KeyRow(
            .list(.move(.last)), [.end, .control("e")], in: lists, .move, "到所输入的末尾；未输入时到最后一行",
            "to the end of what is typed, else last line"),
        KeyRow(
            .list(.close), [.escape, .function(10)], in: lists, .open, "关闭列表，别无变化", "close, changing nothing",
            hint: .init(2, "返回", "back")),
    ]

    /// The meaning of Enter in a list.
    static func chooseRow(
        in list: ListName, _ chinese: String, _ english: String, hint: KeyRow.Hint
    ) -> KeyRow {
        KeyRow(.list(.choose), [.enter], in: [.list(list)], .open, chinese, english, hint: hint)
    }

    private static let scrollHint = KeyRow.Hint(1, "滚动", "scroll")

    static let editorRows = [
        KeyRow(.editor(.move(.left)), [.left], in: editors, .move, "左移", "move left"),
        KeyRow(.editor(.move(.right)), [.right], in: editors, .move, "右移", "move right"),
        KeyRow(.editor(.move(.up)), [.up], in: editors, .move, "上移，或到开头", "line above, or to the beginning"),
        KeyRow(.editor(.move(.down)), [.down], in: editors, .move, "下移，或到末尾", "line below, or to the end"),
        KeyRow(.editor(.move(.pageUp)), [.pageUp], in: editors, .move, "到开头", "to the beginning"),
        KeyRow(.editor(.move(.pageDown)), [.pageDown], in: editors, .move, "到末尾", "to the end"),
        KeyRow(
            .editor(.move(.first)), [.home, .control("a")], in: editors, .move, "到行首",
            "to the start of the line"),
        KeyRow(
            .editor(.move(.last)), [.end, .control("e")], in: editors, .move, "到行尾", "to the end of the line"),
        KeyRow(
            .editor(.save), [.enter], in: [.note, .bookmark], .open, "保存", "save",
            hint: .init(0, "保存", "save")),
        KeyRow(
            .editor(.save), [.enter], in: [.question], .open, "举手，送出提问",
            "raise the hand, with the question if any",
            hint: .init(0, "举手", "raise the hand")),
        KeyRow(
            .editor(.newLine), [.control("o")], in: [.note], .open, "换行", "new line",
            hint: .init(1, "换行", "new line")),
        KeyRow(
            .editor(.close), [.escape, .function(10)], in: editors, .open, "返回，不保存、不送出",
            "go back without saving or sending",
            hint: .init(2, "返回", "back")),
        KeyRow(.pager(.up), [.up, "k"], in: [.pager], .move, "上移", "line up", hint: scrollHint),
        KeyRow(.pager(.down), [.down, "j"], in: [.pager], .move, "下移", "line down", hint: scrollHint),
        KeyRow(.pager(.pageUp), [.pageUp, .control("b")], in: [.pager], .move, "上翻一页", "page up"),
        KeyRow(.pager(.pageDown), [.pageDown, .control("f")], in: [.pager], .move, "下翻一页", "page down"),
        KeyRow(.pager(.first), [.home, "g"], in: [.pager], .move, "到开头", "to the beginning"),
        KeyRow(.pager(.last), [.end, "G"], in: [.pager], .move, "到末尾", "to the end"),
        KeyRow(
            .pager(.close), [.escape, .function(10)], in: [.pager], .open, "返回；其他键也一样",
            "go back, as any other key does",
            hint: .init(2, "返回", "back")),
    ]
}

extension State {
    /// The reason why no row can be selected; nil if there are rows.
    fileprivate var reasonNotToSelect: Text? {
        picker?.list.isOneLine == true ? Strings.nothingToSelect : nil
    }

    /// The reason why ↑ does nothing: there are neither rows nor earlier queries.
    fileprivate var reasonNotToRecall: Text? {
        picker?.list.earlier(in: self).isEmpty == false ? nil : reasonNotToSelect
    }
}
