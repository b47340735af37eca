import ArgumentParser
import CaseFiles

/// `triptych schema`, also called as `triptych help format`: the format of case files, for editors and for people.
struct Schema: ParsableCommand {
    /// How the format is described.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case json, markdown
    }

    static let configuration = CommandConfiguration(
        commandName: CommandName.schema.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "打印案例文件的格式，供编辑器使用（JSON Schema）或阅读。",
            en: "Print the format of case files, for editors (JSON Schema) or to read."),
        discussion: localized(
            zh: """
                支持 YAML 语言服务器的编辑器据此补全并说明案例文件的键。“triptych help format”以 Markdown 印出同样的内容：每种记录一张键的表和一个例子。

                示例：triptych schema --lang zh -o case.schema.json
                """,
            en: """
                An editor with a YAML language server completes and explains the keys of a case file by the schema. \
                'triptych help format' prints the same as Markdown: a table of keys and an example for each record.

                Example: triptych schema --lang en -o case.schema.json
                """))

    @OptionGroup var language: LanguageOption
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "json（JSON Schema 2020-12）或 markdown。", en: "json (JSON Schema 2020-12) or markdown.")))
    var format: Form = .json
    @OptionGroup var file: FileOptions

    func run() throws {
        try reporting {
            switch format {
            case .json: try file.write(CaseSchema.text(in: language.language))
            case .markdown: try file.write(FormatGuide.markdown(in: language.language))
            }
        }
    }
}
