import Explorer
import Foundation
import SessionSupport
import Testing

/// What the README shows is what the program does. One part after the other: they mend the same file.
@Suite(.serialized) struct ReadmeTests {
    @Test(arguments: [LanguageChoice.english, .chinese])
    func `the key tables are the table's own`(language: LanguageChoice) throws {
        try Readme().expect(
            between: "<!-- keys \(language.rawValue) -->\n", and: "<!-- end of keys -->",
            is: KeyTable.markdown(language))
    }

    @Test func `each picture is what the command beside it makes`() throws {
        let readme = try Readme()
        let commands = readme.text.matches(of: /\$ (triptych snapshot (?:.*\\\n)*.*\n)/).map { String($0.1) }
        let files = readme.text.matches(of: /\]\(Resources\/pictures\//).count
        #expect(commands.count == files + 1, "a command for each file, and the one for the text at the top")
        for command in commands {
            var words = command.split { " \n\\".contains($0) }.dropFirst().map(String.init)
            if let option = words.firstIndex(of: "-o") {
                let file = words[option + 1]
                words.removeSubrange(option...option + 1)
                #expect(readme.text.contains("](\(file))"), "\(file) is not shown")
                try Readme.expect(file: file, is: output(of: words))
            } else {
                try Readme().expect(between: "$ " + command, and: "```", is: output(of: words))
            }
        }
    }

    private func output(of arguments: [String]) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: Program.built("triptych"))
        process.arguments = arguments
        process.environment = Program.environment()
        process.standardOutput = pipe
        try process.run()
        let output = try #require(try pipe.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: output, as: UTF8.self)
    }

    @Test func `there are two sh blocks: install and run, and test`() throws {
        let blocks = try Readme().text.components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(blocks.count == 2)
        #expect(blocks.first?.contains("libncurses-dev") == true)
        #expect(blocks.first?.contains("swift run") == true)
        #expect(blocks.last?.contains("swift test") == true)
    }
}
