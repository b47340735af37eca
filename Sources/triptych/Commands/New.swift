import ArgumentParser
import CaseFiles
import CaseModel
import CaseSearch
import Explorer
import Imports
import System
import TextLayout

/// `triptych new`: a folder with a small case to begin with.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.new.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "写出一个可供起步的小案例，带有注释。",
            en: "Write a small, valid, commented case to begin with."),
        discussion: localized(
            zh: """
                文件夹须尚不存在或是空的。注释说明每一个键。

                示例：triptych new rivers --panes "资源,规则,行动" --title "三河治理"
                """,
            en: """
                The folder must not exist yet, or be empty. The comments explain every key.

                Example: triptych new rivers --panes "Resource,Rules,Action" --title "Governing three rivers"
                """))

    @Argument(help: ArgumentHelp(localized(zh: "要建立的文件夹。", en: "The folder to make."))) var folder: String
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            localized(
                zh: "案例的语言；注释用中文或英文（默认：取自区域设置）。",
                en: "The language of the case; comments are in Chinese or English (default: the locale's)."),
            valueName: "language"),
        completion: .list(["zh", "en"]))
    var wish: LanguageChoice.Wish?
    @Option(
        help: ArgumentHelp(
            localized(zh: "三栏的标题，以逗号分开。", en: "The titles of the three panes, with commas between them."),
            valueName: "titles"))
    var panes: String?
    @Option(
        help: ArgumentHelp(
            localized(zh: "案例的标题（默认：文件夹名）。", en: "The title of the case (default: the name of the folder).")))
    var title: String?

    func run() throws {
        try reporting {
            let language = try tag()
            let choice = CaseChoice(path: folder, language: .only(language))
            let usual = language.nearest == .chinese ? "共识,组织,行动" : "Consensus,Organization,Action"
            let titles = (panes ?? usual).split(omittingEmptySubsequences: false) { ",，".contains($0) }
                .map(\.trimmed)
            let path = FileSystem.resolved(folder) ?? folder
            let name = path.split(separator: "/").last.map(String.init) ?? ""
            let title = (title ?? name).trimmed
            for text in titles + [title] where text.isEmpty || text.count > 300 || text.safeToShow != text {
                throw Failure(
                    choice.say(
                        zh: "“\(text)”不能作标题；标题有 1 至 300 个可以显示的字符",
                        en: "'\(text)' is no title; a title has 1 to 300 characters that can be shown"),
                    .wrongUsage)
            }
            guard titles.count == 3, Set(titles).count == 3 else {
                throw Failure(
                    choice.say(
                        zh: "一个案例有三栏；请写三个不同的标题，以逗号分开：--panes \"\(usual)\"",
                        en:
                            "a case has three panes; give three different titles with commas: --panes \"\(usual)\""
                    ),
                    .wrongUsage)
            }
            try makeFolder(choice)
            let template = CaseTemplate(
                id: Self.id(title, otherwise: Self.id(name, otherwise: "my-case")), title: title,
                panes: Self.panes(titles), language: language)
            for file in template.files { try WholeFile.write(file.text, to: "\(folder)/\(file.name)") }
            let names = template.files.map(\.name)
            // What begins with a hyphen is an option to the shell's programs.
            let word = (folder.hasPrefix("-") ? "./" + folder : folder).shellWord
            let remark =
                template.isCommentedInAnotherLanguage
                ? "the comments and examples are in English; replace them in \(language.text) as you go\n"
                : ""
            StandardStream.output.write(
                choice.say(
                    zh:
                        "已写出 \(folder)：\(names.joined(separator: "、"))\n打开它：triptych --case \(word)\n检查它：triptych check \(word)\n",
                    en:
                        "wrote \(folder): \(names.joined(separator: ", "))\n\(remark)to open it: triptych --case \(word)\nto check it: triptych check \(word)\n"
                ))
        }
    }

    /// The language of the case: one.
    private func tag() throws(Failure) -> LanguageTag {
        switch wish ?? .usual {
        case .only(let tag), .locale(let tag?): return tag
        case .locale(nil): return .english
        case .all:
            throw Failure(
                localized(
                    zh: "新案例从一种语言开始；请给 --lang 一种，如 zh 或 en",
                    en: "a new case begins in one language; give --lang one tag, such as zh or en"),
                .wrongUsage)
        }
    }

    /// Makes the folder, unless an empty one is there; nothing is overwritten.
    private func makeFolder(_ choice: CaseChoice) throws {
        guard FileSystem.exists(folder) else { return try FileSystem.makeFolder(folder, permissions: 0o777) }
        guard (try? FileSystem.names(in: folder))?.isEmpty == true else {
            throw Failure(
                choice.say(
                    zh: "\(folder) 已存在，而且不是空文件夹；请换一个名字",
                    en: "\(folder) is there already and is no empty folder; give another name"), .wrongUsage)
        }
    }

    /// The panes with ids that differ.
    private static func panes(_ titles: [String]) -> [(id: String, title: String)] {
        var panes: [(id: String, title: String)] = []
        for (number, title) in titles.enumerated() {
            let wanted = id(title, otherwise: "pane-\(number + 1)")
            let isTaken = panes.contains { $0.id == wanted }
            panes.append((isTaken ? "\(wanted)-\(number + 1)" : wanted, title))
        }
        return panes
    }

    /// An id out of the words of a title; Chinese is spelled.
    private static func id(_ title: String, otherwise name: String) -> String {
        let words = Slug.of(title) { $0.spelling }.split(separator: "-")
        var id = ""
        for word in words where id.count + word.count < 60 { id += (id.isEmpty ? "" : "-") + word }
        return id.isEmpty ? name : id
    }
}
