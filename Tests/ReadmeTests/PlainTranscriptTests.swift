import Foundation
import SessionSupport
import Testing

/// The transcript of plain mode in the documentation is what the program says to the script.
@Suite(.serialized) struct PlainTranscriptTests {
    private static let english = [
        "pin drv-guizhou-new-path", "search zunyi railway", "1", "up", "organization",
        "pin arr-pilot-zone-layout", "why prj-chongqing-guiyang-railway", "trace",
        "read prj-chongqing-guiyang-railway",
        "more", "copy 1", "copy gb/t", "quit",
    ]
    private static let chinese = [
        "固定 drv-guizhou-new-path", "搜索 渝贵铁路", "1", "向上", "组织", "固定 arr-pilot-zone-layout",
        "为何 prj-chongqing-guiyang-railway", "溯源", "阅读 prj-chongqing-guiyang-railway", "更多", "复制1", "复制 gb/t",
        "退出",
    ]

    @Test(arguments: [
        ("plain.md", "en", english, ["Pinned: ", "Evidence", "[EB/OL]"]),
        ("plain.zh.md", "zh", chinese, ["已固定：", "证据", "[EB/OL]"]),
    ])
    func `the script leads from a driver to a citation`(
        page: String, language: String, lines: [String], parts: [String]
    ) throws {
        let said = try transcript(of: lines, language: language)
        for part in parts { #expect(said.contains(part), "\(part) is missing") }
        try Page("Resources/docs/\(page)").expect(
            between: "<!-- generated: RECORD=1 swift test --disable-xctest --filter ReadmeTests -->\n",
            and: "<!-- end of what is generated -->",
            is: "\n```text\n$ triptych --plain --lang \(language) --lines 12\n\(said)\n```\n\n")
    }

    /// What the program says when the lines come through a pipe.
    private func transcript(of lines: [String], language: String) throws -> String {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: Program.built("triptych"))
        process.arguments = ["--plain", "--lang", language, "--lines", "12"]
        process.environment = Program.environment()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        let said = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: said, as: UTF8.self)
    }
}
