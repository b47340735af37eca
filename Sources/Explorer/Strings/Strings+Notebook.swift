import CaseModel

/// What is said of the reader's own marks, notes and bookmarks.
extension Strings {
    static let nothingKept = Text(
        chinese: "这里不保存标记、书签和笔记", english: "no marks, notes or bookmarks are kept here")
    static let nothingKeptYet = Text(
        chinese: "还没有标记、笔记和书签：空格标记，i 写笔记，b 加书签",
        english: "nothing is kept yet: Space marks, i writes a note, b bookmarks this place")
    static let nothingToMark = Text(
        chinese: "这里没有选中单独一项，无从标记", english: "no one thing is selected here to hang it on")
    static let notebookTitle = Text(chinese: "我的标记、笔记、书签", english: "My marks, notes and bookmarks")
    static let notebookHint = Text(
        chinese: "Enter 前往  Del 移除，再按放回", english: "Enter goes there  Del removes, again restores")
    static let lastPlace = Text(chinese: "上次离开处", english: "where you left last time")
    static let notInCase = Text(chinese: "（案例中已没有）", english: "(not in the case any more)")
    static let isGone = Text(chinese: "案例中已没有这一项", english: "the case does not have it any more")
    static let removed = Text(chinese: "已移除；再按 Del 放回", english: "removed; Del again puts it back")
    static let restored = Text(chinese: "已放回", english: "put back")
    static let yourNote = Text(chinese: "我的笔记", english: "your note")
    static let yourMark = Text(chinese: "已标记", english: "marked")
    static let bookmarkTitle = Text(chinese: "书签的名称", english: "title of the bookmark")
    static let noteHint = Text(
        chinese: "Enter 保存  Ctrl-O 换行  Esc 返回", english: "Enter saves  Ctrl-O new line  Esc goes back")
    static let bookmarkHint = Text(chinese: "Enter 保存  Esc 返回", english: "Enter saves  Esc goes back")
    static let notSaved = Text(
        chinese: "尚未保存：Enter 保存，再按 Esc 放弃", english: "not saved: Enter saves, Esc again gives it up")
    /// What was asked for, in the words of the last line.
    static func done(_ change: NotebookChange) -> Text {
        switch change {
        case .mark(_, true): Text(chinese: "★ 已标记", english: "★ marked")
        case .mark(_, false): Text(chinese: "已取消标记", english: "no longer marked")
        case .note(_, .some, _): Text(chinese: "☆ 笔记已存", english: "☆ note kept")
        case .note(_, nil, _): Text(chinese: "笔记已移除", english: "note removed")
        case .bookmark(_, .some, _): Text(chinese: "» 书签已存；' 列出全部", english: "» bookmarked; ' lists all")
        case .bookmark(_, nil, _), .lastPlace, .queries: removed
        }
    }

    static let noRoom = Text(chinese: "笔记已满，不能再长", english: "this is as long as a text can be")
}
