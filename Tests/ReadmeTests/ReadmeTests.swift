import CaseModel
import Explorer
import Screen
import Foundation
import SessionSupport
import Testing

@testable import triptych

/// The documentation agrees with the program. The tests are serialized, since they rewrite the same pages.
@Suite(.serialized) struct ReadmeTests {
    @Test(arguments: [(Language.english, "keys"), (.chinese, "keys.zh")])
    func `the reference of keys equals the key table`(language: Language, name: String) throws {
        try Page.expect(file: "Resources/docs/\(name).md", is: KeyTable.markdown(language, isPage: true))
    }

    @Test func `the README is short and has two sh blocks, to run and to test`() throws {
        let readme = try Page("README.md")
        #expect(readme.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
        let blocks = readme.blocks("sh")
        try #require(blocks.count == 2)
        for block in blocks {
            #expect(block.contains("apt-get update\n") && block.contains("libncurses-dev"))
        }
        #expect(blocks[0].hasSuffix("swift run -c release triptych\n"))
        #expect(blocks[1].hasSuffix("swift test --disable-xctest\n"))
    }

    @Test(arguments: try Page.all) func `every relative link has a target`(page: Page) throws {
        let folder = Page.root.appending(path: page.path).deletingLastPathComponent()
        for link in page.links where link.firstMatch(of: /^[a-z]+:/) == nil {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let target = parts[0].isEmpty ? page.path : String(parts[0])
            let file = parts[0].isEmpty ? Page.root.appending(path: target) : folder.appending(path: target)
            let exists = FileManager.default.fileExists(
                atPath: file.standardizedFileURL.path(percentEncoded: false))
            #expect(exists, "there is no \(link)")
            guard exists, parts.count == 2 else { continue }
            let root = Page.root.standardizedFileURL.path(percentEncoded: false)
            let path = file.standardizedFileURL.path(percentEncoded: false)
            let linked = try Page(String(path.trimmingPrefix(root)))
            #expect(linked.anchors.contains(String(parts[1])), "there is no heading for \(link)")
        }
    }

    @Test func `the map of the code names existing files and folders`() throws {
        let guide = try Page(".github/CONTRIBUTING.md").text
        let named = guide.matches(of: /`((?:(?:Sources|Tests|Resources|\.ci)\/[^`\s]*)|[\w+]+\.swift)`/).map {
            String($0.1)
        }
        #expect(named.count > 20)
        let sources = FileManager.default.enumerator(atPath: Page.root.appending(path: "Sources").path)
        let files = Set((sources?.allObjects as? [String] ?? []).compactMap { $0.split(separator: "/").last })
        for name in named where name != "Package.swift" {
            let exists =
                name.contains("/")
                ? FileManager.default.fileExists(atPath: Page.root.appending(path: name).path)
                : files.contains(name[...])
            #expect(exists, "there is no \(name)")
        }
    }

    @Test func `every page exists in the other language`() throws {
        let paths = Set(try Page.all.map(\.path).filter { $0.hasPrefix("Resources/docs/") })
        for path in paths where path != "Resources/docs/README.zh.md" {
            let twin =
                path.hasSuffix(".zh.md")
                ? path.replacing(".zh.md", with: ".md") : path.replacing(".md", with: ".zh.md")
            #expect(paths.contains(twin), "\(path) has no twin")
        }
    }

    /// The English page is followed line by line on a host, in `SeminarHostGuideTests`.
    @Test func `the Chinese page on seminar hosts has the lines that are followed in the English one`() throws
    {
        func lines(_ path: String) throws -> [String] {
            let page = try Page(path)
            return ["console", "sshdconfig", "text"].flatMap(page.blocks).joined(separator: "\n")
                .split(separator: "\n").map { line in
                    line.components(separatedBy: " # ")[0].trimmingCharacters(in: .whitespaces)
                        .replacing("主机", with: "HOST").replacing("赵映", with: "Zhao Ying")
                }
        }
        let followed = try lines("Resources/docs/seminar-host.md")
        #expect(followed.count > 40)
        #expect(try lines("Resources/docs/seminar-host.zh.md") == followed)
    }

    @Test(arguments: try Page.all) func `each picture is the output of the command beside it`(page: Page)
        throws
    {
        var pictures: Set<String> = []
        for block in page.blocks("console") {
            let lines = block.replacing("\\\n", with: " ").split(separator: "\n").map(String.init)
            guard let command = lines.first(where: { $0.hasPrefix("$ triptych snapshot ") }) else { continue }
            var words = command.split(separator: " ").dropFirst(2).map(String.init)
            var file: String?
            if let option = words.firstIndex(of: "-o") {
                file = words[option + 1]
                words.removeSubrange(option...option + 1)
            }
            let made = try output(of: words)
            if let file, file.hasPrefix("Resources/pictures/") {
                pictures.insert(file)
                try Page.expect(file: file, is: made)
            } else if file == nil {
                let shown = block.components(separatedBy: "\n").prefix { $0.hasSuffix("\\") }.count + 1
                let beginning = block.components(separatedBy: "\n").prefix(shown).joined(separator: "\n")
                try Page(page.path).expect(between: beginning + "\n", and: "```", is: made)
            }
        }
        let shown = page.links.filter { $0.hasSuffix(".svg") }.map { link in
            "Resources/pictures/" + link.split(separator: "/").last!
        }
        #expect(Set(shown) == pictures, "a command for each picture")
    }

    @Test(arguments: ["case-format.md", "case-format.zh.md"])
    func `the example of the case format is a complete case without a warning`(name: String) throws {
        // The blocks behind it show one record each.
        let example = try Page("Resources/docs/\(name)").blocks("yaml")
        let file = FileManager.default.temporaryDirectory.appending(path: "example-\(UUID()).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(example[0].utf8).write(to: file)
        let report = try output(of: [
            "check", file.path(percentEncoded: false), "--strict", "--lang", "en",
        ])
        #expect(report.contains("0 errors, 0 warnings"))
    }

    @Test(arguments: [("case-format.md", "en"), ("case-format.zh.md", "zh")])
    func `the reference of the case format is what the program prints`(name: String, language: String) throws
    {
        let guide = try output(of: ["help", "format", "--lang", language])
        try Page("Resources/docs/\(name)").expect(
            between: "<!-- generated: RECORD=1 swift test --disable-xctest --filter ReadmeTests -->\n",
            and: "<!-- end of what is generated -->",
            is: ("\n" + guide).replacing("\n## ", with: "\n### ") + "\n")
    }

    @Test(arguments: [("configuration.md", Language.english), ("configuration.zh.md", .chinese)])
    func `the settings and styles are those that the program declares`(name: String, language: Language)
        throws
    {
        let record = ": RECORD=1 swift test --disable-xctest --filter ReadmeTests -->\n"
        func table(_ head: [String], _ rows: [[String]]) -> String {
            let lines = [head, head.map { _ in "---" }] + rows
            return "\n" + lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() + "\n"
        }
        let settings = Configuration.declarations.map {
            ["`\($0.key)`", $0.form.phrase(in: language), $0.purpose.phrase(in: language)]
        }
        let styles = StyleName.allCases.map { name in
            ["`\(name.rawValue)`", name.purpose.phrase(in: language), "`\(Palette.standard[name].words)`"]
        }
        let isChinese = language == .chinese
        try Page("Resources/docs/\(name)").expect(
            between: "<!-- settings" + record, and: "<!-- end of settings -->",
            is: table(isChinese ? ["设置", "值", "含义"] : ["setting", "value", "meaning"], settings))
        try Page("Resources/docs/\(name)").expect(
            between: "<!-- styles" + record, and: "<!-- end of styles -->",
            is: table(isChinese ? ["样式", "用途", "默认"] : ["style", "for", "default"], styles))
    }

    @Test(arguments: ["exports.md", "exports.zh.md"])
    func `the columns of the tables are those of the exports`(name: String) throws {
        let text = try Page("Resources/docs/\(name)").text
        for subject in ["items", "evidence", "links", "metrics", "sources", "places", "actors"] {
            let columns = try output(of: ["export", subject, "--format", "csv"]).prefix { !$0.isNewline }
            #expect(text.contains("\n$ triptych export \(subject) --format csv | head -1\n\(columns)\n"))
        }
    }

    @Test(arguments: ["command-line.md", "command-line.zh.md"])
    func `every command is documented`(name: String) throws {
        let text = try Page("Resources/docs/\(name)").text
        let help = try output(of: ["--help"])
        let commands = help.matches(of: /\n  ([a-z]+)(?: \(default\))?  +[A-Z]/).map { String($0.1) }
        #expect(commands.count > 15)
        for command in commands {
            #expect(text.contains("`triptych \(command)"), "\(command) is missing")
        }
    }

    private static let manuals = [
        (Language.english, "en", "C.UTF-8", "", "command-line.md"),
        (.chinese, "zh", "zh_CN.UTF-8", "zh_CN/", "command-line.zh.md"),
    ]

    @Test(arguments: manuals) func `the manual pages are generated from the declarations`(
        language: Language, option: String, locale: String, folder: String, page: String
    ) throws {
        let version = String(try output(of: ["--version"]).prefix { !$0.isNewline })
        let manual = try Manual(
            dump: output(of: ["--experimental-dump-help"], locale: locale), version: version,
            commandLine: Page("Resources/docs/\(page)"), in: language)
        try Page.expect(file: "Resources/man/\(folder)triptych.1", is: manual.text)
        let format = FormatManual(
            guide: try output(of: ["help", "format", "--lang", option]), version: version, language: language)
        try Page.expect(file: "Resources/man/\(folder)triptych-case.5", is: format.text)
    }

    @Test(arguments: ["triptych.1", "triptych-case.5", "zh_CN/triptych.1", "zh_CN/triptych-case.5"])
    func `formatters have nothing to say about the manual pages`(name: String) throws {
        let path = Page.root.appending(path: "Resources/man/\(name)").path(percentEncoded: false)
        let checks = [
            ["/usr/bin/man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", path],
            ["/usr/bin/mandoc", "-T", "lint", "-W", "error", path],
        ]
        let known = checks.filter { FileManager.default.isExecutableFile(atPath: $0[0]) }
        for check in known {
            let process = Process()
            let pipe = Pipe()
            process.executableURL = URL(fileURLWithPath: check[0])
            process.arguments = Array(check.dropFirst())
            process.environment = Program.environment(["MANROFFSEQ": "", "MANWIDTH": "100"])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = pipe
            try process.run()
            let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(process.terminationStatus == 0 && said.isEmpty, "\(check[0]): \(said)")
        }
    }

    /// The program's output.
    private func output(of arguments: [String], locale: String = "C.UTF-8") throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: Program.built("triptych"))
        process.arguments = arguments
        process.environment = Program.environment(["LANG": locale])
        process.standardOutput = pipe
        try process.run()
        let output = try #require(try pipe.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }
}
