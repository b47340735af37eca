import Foundation
import SessionSupport
import Testing

/// Help, errors, widths and completions of the command line.
@Suite struct CommandLanguageTests {
    @Test func `help is in Chinese where the reader's language is`() throws {
        for (arguments, locale) in [(["--help", "--lang", "zh"], "C.UTF-8"), (["--help"], "zh_CN.UTF-8")] {
            let help = try Invocation(arguments, environment: ["LC_ALL": locale])
            #expect(help.status == 0)
            for part in ["说明：浏览以三部分框架写成的案例。", "用法：triptych", "命令：", "列出案例的条目，每行一个。", "显示帮助。"] {
                #expect(help.output.contains(part), "\(part)")
            }
            #expect(!help.output.contains("USAGE"))
        }
        #expect(try Invocation(["list", "--help"]).output.contains("USAGE: triptych list"))
        #expect(try Invocation(["list", "--help", "--lang", "zh"]).output.contains("用法：triptych list"))
    }

    @Test(arguments: [
        (["list", "--nonsense"], "错误：没有选项“--nonsense”"), (["show"], "错误：缺少参数“<ids> ...”"),
        (["list", "--format", "xml"], "不接受“xml”"), (["export", "items"], "错误："),
        (["overveiw"], "triptych: 没有命令“overveiw”；是不是“triptych overview”？"),
        (["show", "prj-chongqing-guiyang-railwy"], "是不是“prj-chongqing-guiyang-railway”？"),
        (["list", "projcet"], "本案例没有类别“projcet”；是不是“project”？"),
    ])
    func `errors are in Chinese where the reader's language is`(arguments: [String], part: String) throws {
        let outcome = try Invocation(arguments + ["--lang", "zh"])
        #expect(outcome.status == 64 || outcome.status == 66)
        #expect(outcome.errors.contains(part), "\(outcome.errors)")
        #expect(!outcome.errors.contains("Error:") && !outcome.errors.contains("Usage:"))
    }

    @Test func `the version is told for -V too`() throws {
        #expect(try Invocation(["-V"]).output == Invocation(["--version"]).output)
        #expect(try Invocation(["-V"]).status == 0)
    }

    @Test func `options before the command go to the command`() throws {
        let query = "place:qijiang"
        let (before, behind) = (
            try Invocation(["--lang", "zh", "list", "--filter", query]),
            try Invocation(["list", "--lang", "zh", "--filter", query])
        )
        #expect(before.status == 0 && before.output == behind.output)
    }

    @Test func `a text is as wide as the terminal, and 80 columns without one`() throws {
        let command = ["show", "prj-chongqing-guiyang-railway", "--lang", "en"]
        #expect(try Invocation(command).output == Invocation(command + ["--width", "80"]).output)
        let words = ([Program.built("triptych")] + command).map(TmuxSession.quoted).joined(separator: " ")
        for columns in [50, 120] {
            // script(1) runs a command on a terminal of its own.
            let line = "stty cols \(columns); \(words)"
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
            process.arguments = ["-qec", line, "/dev/null"]
            var environment = Program.environment()
            environment["TERM"] = "dumb"
            process.environment = environment
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardInput = FileHandle.nullDevice
            try process.run()
            let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            let wanted = try Invocation(command + ["--width", String(columns)]).output
            #expect(output.replacing("\r\n", with: "\n") == wanted, "\(columns)")
        }
    }

    @Test(arguments: [
        ("show", "prj-chongqing-guiyang-railwa", "prj-chongqing-guiyang-railway"),
        ("show", "src-paper-", "src-paper-2026"), ("list", "proj", "project"),
    ])
    func `completions are the names of the case`(command: String, typed: String, wanted: String) throws {
        let asked = try Invocation(["---complete", "bash", typed, "triptych \(command) \(typed)"])
        let offered = asked.output.split(separator: "\n").dropFirst().map(String.init)
        #expect(offered.contains(wanted), "\(asked.output) \(asked.errors)")
        #expect(offered.allSatisfy { $0.hasPrefix(typed) })
    }
}
