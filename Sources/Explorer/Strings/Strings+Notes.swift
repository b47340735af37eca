import CaseModel

/// Phrases of copies and links, and of the reader's marks, notes and bookmarks.
extension Strings {
    static let copyTitle = Text(chinese: "复制", english: "Copy")
    static let linksTitle = Text(chinese: "链接（数字直接选择）", english: "Links (digits choose)")
    static let permalink = Text(chinese: "永久链接", english: "permalink")
    static let quotation = Text(chinese: "引文", english: "quote")
    static let link = Text(chinese: "链接", english: "link")
    static let id = Text(chinese: "编号", english: "id")
    static let interpretedLink = Text(
        chinese: "解读：没有来源直接这样说", english: "interpretation: no source says so itself")
    static let nothingToCopy = Text(chinese: "这里没有可复制的内容", english: "there is nothing to copy here")
    static let noLinks = Text(chinese: "这里没有链接", english: "there are no links here")

    static let nothingKept = Text(
        chinese: "这里不保存标记、书签和笔记", english: "no marks, notes or bookmarks are kept here")

    static func nothingKeptYet(in mode: Mode) -> Text {
        let (mark, note, bookmark) = (
            key(.note(.mark), in: mode), key(.note(.note), in: mode), key(.note(.bookmark), in: mode)
        )
        return Text(
            chinese: "还没有标记、笔记和书签：\(mark) 标记，\(note) 写笔记，\(bookmark) 加书签",
            english:
                "nothing is kept yet: \(mark) marks, \(note) writes a note, \(bookmark) bookmarks this place")
    }

    static let nothingToMark = Text(
        chinese: "这里没有选中单独一项，无从标记", english: "no one thing is selected here to hang it on")
    static let notebookTitle = Text(chinese: "我的标记、笔记、书签", english: "My marks, notes and bookmarks")
    static let lastPlace = Text(chinese: "上次离开处", english: "where you left last time")
    static let notInCase = Text(chinese: "（案例中已没有）", english: "(not in the case any more)")
    static let isGone = Text(chinese: "案例中已没有这一项", english: "the case does not have it any more")
    static var removed: Text {
        let again = key(.list(.remove), in: .list(.notebook))
        return Text(chinese: "已移除；再按 \(again) 放回", english: "removed; \(again) again puts it back")
    }
    static let restored = Text(chinese: "已放回", english: "put back")
    static let yourNote = Text(chinese: "我的笔记", english: "your note")
    static let yourMark = Text(chinese: "已标记", english: "marked")
    static let bookmarkTitle = Text(chinese: "书签的名称", english: "title of the bookmark")

    static func notSaved(in mode: Mode) -> Text {
        let (save, close) = (key(.editor(.save), in: mode), key(.editor(.close), in: mode))
        if mode == .question {
            return Text(
                chinese: "尚未送出：\(save) 送出，再按 \(close) 放弃",
                english: "not sent: \(save) sends, \(close) again gives it up")
        }
        return Text(
            chinese: "尚未保存：\(save) 保存，再按 \(close) 放弃",
            english: "not saved: \(save) saves, \(close) again gives it up")
    }

    /// The notice after a change of the notebook.
    static func done(_ change: NotebookChange, isPlain: Bool) -> Text {
        let all = key(.note(.notebook))
        return switch change {
        case .mark(_, true): Text(chinese: "★ 已标记", english: "★ marked")
        case .mark(_, false): Text(chinese: "已取消标记", english: "no longer marked")
        case .note(_, .some, _): Text(chinese: "☆ 笔记已存", english: "☆ note kept")
        case .note(_, nil, _): Text(chinese: "笔记已移除", english: "note removed")
        case .bookmark(_, .some, _):
            Text(
                chinese: "» 书签已存；\(isPlain ? "“笔记本”" : all) 列出全部",
                english: "» bookmarked; \(isPlain ? "notebook" : all) lists all")
        case .bookmark(_, nil, _), .lastPlace, .queries: Text(chinese: "书签已移除", english: "bookmark removed")
        }
    }

    static let bookmarkWithoutTitle = Text(
        chinese: "没有加书签：名称是空的", english: "not bookmarked: the title is empty")

    /// The notice where the text of a note is not the one asked for, since another session has changed it meanwhile.
    static func changedElsewhere(wasRemoved: Bool) -> Text {
        wasRemoved
            ? Text(
                chinese: "笔记没有移除：另一个会话这期间改了它",
                english: "the note is kept: another session has changed it meanwhile")
            : Text(
                chinese: "☆ 两份笔记都留下了：另一个会话这期间改了它",
                english: "☆ both notes are kept: another session has changed it meanwhile")
    }

    static let noRoom = Text(chinese: "笔记已满，不能再长", english: "this is as long as a text can be")
}
