import ArgumentParser
import CaseFiles

/// `triptych schema`, also called as `triptych help format`: the format of case files, for editors and for people.
struct Schema: ParsableCommand {
    /// How the format is described.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case json, markdown
    }

    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: told(
            zh: "打印案例文件的格式，供编辑器使用（JSON Schema）或阅读。",
            en: "Print the format of case files, for editors (JSON Schema) or to read."),
        discussion: """
            An editor with a YAML language server completes and explains the keys of a case file by the schema. \
            'triptych help format' prints the same as Markdown: a table of keys and an example for each record.

            Example: triptych schema --lang en -o case.schema.json
            """)

    @OptionGroup var language: LanguageOption
    @Option(help: "json (JSON Schema 2020-12) or markdown.") var format: Form = .json
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
