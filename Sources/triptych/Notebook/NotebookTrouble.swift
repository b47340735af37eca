import CaseModel
import Explorer
import Exports

/// A problem with the notebook, as a sentence for the reader.
enum NotebookTrouble: Equatable, CustomStringConvertible {
    /// The environment has no folder for it.
    case noFolder
    /// The file was damaged and has been renamed; a new one is started.
    case setAside(String, reason: String)
    /// The file is of a newer version of triptych, and is left unchanged.
    case newer(String, format: Int)
    /// The file cannot be read, or is damaged and cannot be renamed.
    case unreadable(String, reason: Text)
    /// The file cannot be written at the moment.
    case unwritable(String, reason: Text)
    /// Another session holds the lock.
    case busy
    /// The file would exceed its limit.
    case full

    /// True if nothing is saved in this session.
    var isFinal: Bool {
        switch self {
        case .noFolder, .newer, .unreadable: true
        case .setAside, .unwritable, .busy, .full: false
        }
    }

    /// The sentence for the last line of the screen, with the file's name alone.
    var notice: Text { sentence { String($0.split(separator: "/").last ?? "") } }

    /// Why nothing more can be written, with the whole path.
    var cause: Text {
        switch self {
        case .unwritable(let path, let reason), .unreadable(let path, let reason):
            Text(
                chinese: "\(path) 无法写入：\(reason.localized(in: .chinese))",
                english: "\(path) cannot be written: \(reason.localized(in: .english))")
        case .busy: Text(chinese: "另一个会话占着笔记文件", english: "another session holds the notebook")
        case .noFolder, .setAside, .newer, .full: whole
        }
    }

    /// The sentence with the whole path.
    var whole: Text { sentence { $0 } }

    var description: String { whole.english ?? "" }

    /// The most important part comes first, since a narrow screen clips the rest.
    private func sentence(naming name: (String) -> String) -> Text {
        switch self {
        case .noFolder:
            Text(
                chinese: "不保存：XDG_STATE_HOME 和 HOME 都没有给出文件夹",
                english: "nothing is kept: neither XDG_STATE_HOME nor HOME names a folder")
        case .setAside(let path, let reason):
            Text(
                chinese: "笔记文件已损坏，原样移到 \(name(path))；\(reason)",
                english: "the damaged notebook is set aside as \(name(path)); \(reason)")
        case .newer(let path, let format):
            Text(
                chinese: "不保存：\(name(path)) 属于更新版的 triptych（格式 \(format)）",
                english: "nothing is kept: \(name(path)) is of a newer triptych (format \(format))")
        case .unreadable(let path, let reason):
            Text(
                chinese: "不保存：\(name(path)) 读不了（\(reason.localized(in: .chinese))）",
                english: "nothing is kept: \(name(path)) cannot be read (\(reason.localized(in: .english)))")
        case .unwritable(let path, let reason):
            Text(
                chinese: "还没存盘，下次改动时再试：\(name(path)) 写不了（\(reason.localized(in: .chinese))）",
                english:
                    "not on the disk yet: \(name(path)) cannot be written (\(reason.localized(in: .english)))"
            )
        case .busy:
            Text(
                chinese: "还没存盘，下次改动时再试：另一个会话占着笔记文件",
                english: "not on the disk yet: another session holds the notebook")
        case .full:
            Text(
                chinese: "没有保存：笔记文件已达 \(NotebookText.longest >> 20) MiB",
                english: "not kept: the notebook has reached \(NotebookText.longest >> 20) MiB")
        }
    }
}
