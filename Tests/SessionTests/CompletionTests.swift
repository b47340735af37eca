import Foundation
import SessionSupport
import Testing

@testable import triptych

/// What shells complete, asked for by their scripts and in the shells themselves.
@Suite struct CompletionTests {
    /// A folder with the scripts of all shells.
    private final class Scripts {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for (shell, name) in [("bash", "triptych.bash"), ("zsh", "_triptych"), ("fish", "triptych.fish")]
            {
                let script = try Invocation(["--generate-completion-script", shell])
                #expect(script.status == 0 && script.errors.isEmpty)
                try Data(script.output.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// The lines that the program answers a shell with.
    private func answer(
        _ command: String, _ argument: String, _ words: [String], for shell: String = "bash",
        _ environment: [String: String] = [:]
    ) throws -> [String] {
        let all = ["triptych", command] + words
        let asked = try Invocation(
            ["---completion", command, "--", argument, String(all.count - 1), String(words.last?.count ?? 0)]
                + all,
            environment: ["SAP_SHELL": shell].merging(environment) { _, new in new })
        #expect(asked.status == 0 && asked.errors.isEmpty, "\(asked.errors)")
        return asked.output.split(separator: "\n").map(String.init)
    }

    @Test func `titles go to the shells that show them`() throws {
        let id = "prj-chongqing-guiyang-railway"
        let words = ["--lang", "en", id]
        #expect(try answer("show", "positional@0", words) == [id])
        #expect(
            try answer("show", "positional@0", words, for: "fish") == [id + "\tChongqing–Guiyang railway"])
        #expect(
            try answer("show", "positional@0", words, for: "zsh").first == id + ":Chongqing–Guiyang railway")
        let query = CompletionCandidate(value: "place:plc-x", title: "a\nb\tc")
        #expect(query.line(for: .zsh) == "place\\:plc-x:abc")
        #expect(query.line(for: .fish) == "place:plc-x\tabc")
        #expect(query.line(for: .bash) == "place:plc-x" && query.line(for: nil) == "place:plc-x")
    }

    @Test func `a query is completed by facets and their values`() throws {
        #expect(try answer("list", "--filter", ["--filter", "pla"]) == ["place:"])
        let values = try answer("list", "--filter", ["--filter", "mode:"])
        #expect(values.count > 1 && values.allSatisfy { $0.hasPrefix("mode:") })
        let second = try answer("list", "--filter", ["--filter", "place:plc-qijiang sta"])
        #expect(second.contains("place:plc-qijiang status:"))
        #expect(try answer("list", "--filter", ["--case", "/nowhere", "--filter", "pla"]).isEmpty)
    }

    @Test func `seminars are completed from their folder`() throws {
        let scripts = try Scripts()
        let folder = scripts.path + "/triptych"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for name in ["yuqian.sock", "rivers.sock", "else"] {
            try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        let environment = ["XDG_RUNTIME_DIR": scripts.path]
        #expect(try answer("follow", "positional@0", [""], environment) == ["rivers", "yuqian"])
        #expect(try answer("relay", "positional@0", ["y"], environment) == ["yuqian"])
        #expect(try answer("follow", "positional@0", ["--dir", folder, "r"]) == ["rivers"])
    }

    /// Starts a shell that knows the program and its completions; nil where this machine does not have the shell.
    private func shell(_ name: String, _ scripts: Scripts) throws -> TmuxSession? {
        let path = "/usr/bin/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let (start, setup) =
            switch name {
            case "bash": (path + " --norc --noprofile", "source \(scripts.path)/triptych.bash")
            case "zsh":
                (
                    path + " -f",
                    "fpath=(\(scripts.path) $fpath); autoload -U compinit; compinit -u -d \(scripts.path)/dump"
                )
            case _: (path + " --no-config", "source \(scripts.path)/triptych.fish")
            }
        let folder = URL(fileURLWithPath: Program.built("triptych")).deletingLastPathComponent().path
        var environment = Program.environment(["HOME": scripts.path, "XDG_RUNTIME_DIR": scripts.path])
        environment["PATH"] = folder + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["TERM"] = nil
        let screen = try TmuxSession(start, environment: environment.mapValues { $0 }, columns: 120, rows: 40)
        // What is typed before the shell is ready would be echoed twice.
        try screen.wait(for: "a prompt") {
            $0.contains("$") || $0.contains("%") || $0.contains("#") || $0.contains(">")
        }
        try screen.type(setup + "; echo re''ady")
        try screen.send("Enter")
        try screen.wait(for: "ready") { $0.contains("\nready") }
        try screen.send("C-l")
        return screen
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `a shell completes ids, facets and tours`(name: String)
        throws
    {
        let scripts = try Scripts()
        guard let screen = try shell(name, scripts) else { return }
        for (typed, wanted) in [
            ("triptych show prj-chongqing-guiyang-rail", "show prj-chongqing-guiyang-railway"),
            ("triptych list --filter place:plc-qijia", "--filter place:plc-qijiang"),
            ("triptych present --tour five-m", "--tour five-minutes"), ("triptych ove", "triptych overview"),
        ] {
            try screen.send("C-u")
            try screen.type(typed)
            try screen.send("Tab")
            try screen.wait(for: wanted)
        }
    }

    @Test(arguments: ["zsh", "fish"]) func `a shell shows titles beside ids`(name: String) throws {
        let scripts = try Scripts()
        guard let screen = try shell(name, scripts) else { return }
        try screen.type("triptych present --lang en --tour ")
        try screen.send("Tab")
        try screen.wait(for: "minutes")
        try screen.wait(for: "five-minutes")
    }
}
