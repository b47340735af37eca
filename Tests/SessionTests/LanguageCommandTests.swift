import Foundation
import Testing

/// The languages of a case of one's own, on the command line.
@Suite struct LanguageCommandTests {
    /// A case with one item, whose texts are in these languages.
    private func withCase<Result>(
        _ manifest: String, title: String, adding records: String = "",
        _ body: (_ path: String) throws -> Result
    ) throws -> Result {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = """
            format: 1
            case: {id: valley, title: \(title), \(manifest)}
            panes:
              - {id: left, title: \(title)}
              - {id: middle, title: \(title)}
              - {id: right, title: \(title)}
            kinds: [{id: practice, pane: right, title: \(title), plural: \(title), role: project}]
            items: [{id: canal, kind: practice, title: \(title)}]
            \(records)
            """
        try Data(text.utf8).write(to: file)
        return try body(file.path)
    }

    private func show(_ path: String, _ options: String..., locale: String = "C") throws -> Invocation {
        try Invocation(
            ["show", "canal", "--case", path] + options, environment: ["LC_ALL": locale])
    }

    @Test(arguments: ["C", "zh_CN.UTF-8", "fr_FR.UTF-8", "en_US.UTF-8"])
    func `a case in French alone is told in English, without tags`(locale: String) throws {
        for (manifest, title) in [
            ("languages: [fr]", "{fr: Un canal}"), ("languages: [fr]", "Un canal"),
            ("authors: [A]", "{fr: Un canal}"),
        ] {
            let outcome = try withCase(manifest, title: title) { try show($0, locale: locale) }
            #expect(outcome.output.contains("Un canal"))
            #expect(outcome.output.contains("Unevidenced"))
            #expect(!outcome.output.contains("[fr]"))
        }
    }

    @Test func `a case in English alone is told in English, unless Chinese is asked for`() throws {
        try withCase("languages: [en]", title: "{en: A canal}") { path in
            let outcome = try show(path, locale: "zh_CN.UTF-8")
            #expect(outcome.output.contains("Unevidenced"))
            #expect(!outcome.output.contains("[en]"))
            let chinese = try show(path, "--lang", "zh")
            #expect(chinese.output.contains("A canal"))
            #expect(chinese.output.contains("尚无证据"))
        }
    }

    @Test(arguments: ["zh", "en"])
    func `references are written in the language of the work, whatever that of the case and the reader`(
        language: String
    ) throws {
        let thesis = """
            sources:
              - {id: src-m, type: thesis, title: M, language: en, date: 2020, authors: [{family: A, given: B}]}
            """
        try withCase("languages: [\(language)]", title: "T", adding: thesis) { path in
            for reader in ["zh", "en"] {
                let outcome = try Invocation(
                    ["export", "sources", "--format", "apa", "--case", path, "--lang", reader])
                #expect(outcome.output == "A, B. (2020). M [Thesis].\n")
            }
        }
    }

    @Test func `a case whose texts name no language opens in English without a locale`() throws {
        try withCase("authors: [A]", title: "Un canal") { path in
            let (plain, chinese) = (try show(path), try show(path, locale: "zh_CN.UTF-8"))
            #expect(plain.output.contains("Unevidenced"))
            #expect(chinese.output.contains("尚无证据"))
        }
    }

    @Test func `any language of the case can be asked for, and no other`() throws {
        try withCase("languages: [es, qu, en]", title: "{es: Acequia, qu: Yarqa, en: Canal}") { path in
            #expect(try show(path).output.contains("Acequia"))
            #expect(try show(path, "--lang", "QU").output.contains("Yarqa"))
            #expect(try show(path, locale: "qu_PE.UTF-8").output.hasPrefix("Yarqa"))
            for all in ["both", "all"] {
                let outcome = try Invocation(["list", "--case", path, "--lang", all])
                #expect(outcome.output.contains("Acequia Yarqa Canal"))
            }
            let refused = try show(path, "--lang", "fr")
            #expect(refused.status == 64)
            #expect(
                refused.errors
                    == "triptych: the case has no language 'fr'; it has es, qu, en; 'both' shows all of them\n"
            )
            #expect(try show(path, "--lang", "español").status == 64)
            let picture = try Invocation(
                ["snapshot", "--view", "browse", "--case", path, "--lang", "es", "--format", "html"])
            #expect(picture.output.contains("<html lang=\"es\""))
        }
    }
}
