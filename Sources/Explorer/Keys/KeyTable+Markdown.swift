import CaseModel

extension KeyTable {
    /// The reference of all keys by mode, as a Markdown page in one language. On the page of the documentation it says
    /// where it comes from and has links.
    ///
    /// The keys shared by all views, or by all lists, are listed once.
    package static func markdown(_ language: Language, isPage: Bool = false) -> String {
        let title = Text(chinese: "按键", english: "Keys")
        let origin = Text(
            chinese: "<!-- 由程序的按键表生成：RECORD=1 swift test --filter ReadmeTests -->",
            english:
                "<!-- Generated from the program's key table: RECORD=1 swift test --filter ReadmeTests -->")
        let file =
            isPage
            ? ("[配置文件](configuration.zh.md)", "[configuration file](configuration.md)")
            : ("配置文件", "configuration file")
        let introduction = Text(
            chinese: "程序里按 `?` 可列出并搜索当前视图的按键。全角字母和标点当作半角。\(file.0)按命令名换按键。",
            english: """
                In the program, `?` lists the keys of the view that is open, to be searched and run. Full-width \
                letters and punctuation count as their ASCII forms. The \(file.1) gives a command other keys by its name.
                """)
        let opening = isPage ? "\(origin.phrase(in: language))\n\n" : ""
        var text = "# \(title.phrase(in: language))\n\n\(opening)\(introduction.phrase(in: language))\n"
        func add(_ title: Text, _ rows: [KeyRow]) {
            guard !rows.isEmpty else { return }
            let heading = Document.capitalized(title.phrase(in: language))
            let columns = language == .chinese ? "按键 | 作用 | 命令名" : "Key | What it does | Command"
            text += "\n## \(heading)\n\n| \(columns) |\n|---|---|---|\n"
            for row in rows {
                let keys = row.keys.map { "`\($0.label)`" }.joined(separator: " ")
                text += "| \(keys) | \(row.title.phrase(in: language)) | `\(row.command.name)` |\n"
            }
        }
        for section in sections { add(section.title, section.rows) }
        return text
    }

    /// All rows by mode, under the title of each; those that all views or all lists share come once, before the others.
    package static var sections: [(title: Text, rows: [KeyRow])] {
        func common(_ modes: Set<Mode>) -> [KeyRow] {
            modes.first.map { rows(in: $0).filter { $0.modes.isSuperset(of: modes) } } ?? []
        }
        func own(_ mode: Mode, of modes: Set<Mode>) -> [KeyRow] {
            rows(in: mode).filter { !(modes.contains(mode) && $0.modes.isSuperset(of: modes)) }
        }
        var sections = [(Text(chinese: "各视图共有", english: "in every view"), common(views))]
        for mode in Mode.allCases where !lists.contains(mode) {
            sections.append((mode.title, own(mode, of: views)))
        }
        sections.append((Text(chinese: "各列表共有", english: "in every list"), common(lists)))
        for list in ListName.allCases {
            let name = Mode.list(list).title
            let title = Text(
                chinese: "列表：" + name.localized(in: .chinese),
                english: "list: " + name.localized(in: .english))
            sections.append((title, own(.list(list), of: lists)))
        }
        return sections.filter { !$0.1.isEmpty }
    }
}
