import CaseModel

/// The reference of the case format, made from the declarations of the records: a table of keys and an example for
/// each.
package enum FormatGuide {
    /// The reference in a language, as Markdown.
    package static func markdown(in language: Language) -> String {
        let records: [any CaseRecord.Type] = [Case.self] + RecordOutline.nested(in: Case.self)
        return records.map { section(RecordOutline(of: $0), language) }.joined(separator: "\n")
    }

    private static func section(_ outline: RecordOutline, _ language: Language) -> String {
        let about = outline.about
        var lines = ["## `\(about.name)`", "", about.purpose.phrase(in: language), ""]
        lines += [
            line([phrase(.key, language), phrase(.value, language), phrase(.meaning, language)]),
            "|---|---|---|",
        ]
        if outline.about.name == Case.recordDescription.name {
            lines.append(line(["**`format`**", "`\(Case.format)`", phrase(.format, language)]))
        }
        for field in outline.fields {
            let key = "`\(field.key)`"
            let need =
                switch field.need {
                case .required: "**\(key)**"
                case .once: "**\(key)**" + phrase(.once, language)
                case .optional: key
                }
            let since =
                field.since == "0.1"
                ? "" : language == .chinese ? "（自 \(field.since)）" : " (since \(field.since))"
            lines.append(
                line([
                    need, value(of: field, language), field.purpose.phrase(in: language) + since,
                ]))
        }
        return (lines + ["", "```yaml", about.example, "```", ""]).joined(separator: "\n")
    }

    /// The kind of value; a nested record links to its section.
    private static func value(of field: RecordOutline.Field, _ language: Language) -> String {
        let words = field.shape.words.phrase(in: language)
        guard let nested = field.shape.nested?.recordDescription.name else { return words }
        return words.replacing("`\(nested)`", with: "[`\(nested)`](#\(nested))")
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }

    private enum Phrase { case key, value, meaning, once, format }

    private static func phrase(_ phrase: Phrase, _ language: Language) -> String {
        let text =
            switch phrase {
            case .key: Text(chinese: "键", english: "key")
            case .value: Text(chinese: "值", english: "value")
            case .format:
                Text(
                    chinese: "格式的编号，写在有 `case` 的那个文件里。",
                    english: "The number of the format, in the file that has `case`.")
            case .meaning: Text(chinese: "含义", english: "meaning")
            case .once: Text(chinese: "（在一个文件中）", english: " (in one file)")
            }
        return text.phrase(in: language)
    }
}
