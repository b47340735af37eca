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
            for (shell, name) in [
                ("bash", "triptych.bash"), ("zsh", "_triptych"), ("fish", "triptych.fish"),
            ] {
                let script = try Invocation(["--generate-completion-script", shell])
                #expect(script.status == 0 && script.errors.isEmpty)
                try Data(script.output.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// What the program answers the script of zsh or fish: the first line, and the others.
    private func answer(
        _ words: String..., environment: [String: String] = [:]
    ) throws -> (kind: String, lines: [String]) {
        try answer(of: "zsh", words, environment)
    }

    private func answer(
        of shell: String, _ words: [String], _ environment: [String: String] = [:]
    ) throws -> (kind: String, lines: [String]) {
        let asked = try Invocation(["---complete", shell] + words, environment: environment)
        #expect(asked.status == 0 && asked.errors.isEmpty, "\(asked.errors)")
        let lines = asked.output.split(separator: "\n").map(String.init)
        return (lines.first ?? "", Array(lines.dropFirst()))
    }

    private func values(_ words: String..., environment: [String: String] = [:]) throws -> [String] {
        try answer(of: "fish", words, environment).lines.map {
            String($0.prefix { $0 != "\t" })
        }
    }

    @Test func `titles stand behind ids, in the language of the command line`() throws {
        let id = "prj-chongqing-guiyang-railway"
        #expect(try answer("show", "--lang", "en", id).lines == [id + "\tChongqing–Guiyang railway"])
        #expect(try answer("--lang", "zh", "show", id).lines == [id + "\t渝贵铁路"])
        #expect(CompletionCandidate(value: "place:plc-x", title: "a\nb\tc").line == "place:plc-x\tabc")
    }

    @Test func `a query is completed by facets and their values`() throws {
        // A shell would put a blank behind the only facet.
        let values = try self.values("list", "--filter", "pla")
        #expect(values.count > 1 && values.allSatisfy { $0.hasPrefix("place:plc-") })
        #expect(try self.values("list", "--filter", "st").contains("status:"))
        #expect(try self.values("list", "--filter", "mode:").allSatisfy { $0.hasPrefix("mode:") })
        #expect(try self.values("list", "--filter", "place:qij") == ["place:qijiang"])
        #expect(try self.values("list", "--filter", "place:綦").contains { $0.hasPrefix("place:綦") })
        #expect(
            try self.values("list", "--filter", "place:plc-qijiang sta").contains("place:plc-qijiang status:")
        )
        #expect(
            try self.values("--filter", "place:plc-qijiang -sta", "list", "--lang", "").contains("zh"))
        #expect(try self.values("list", "--case", "/nowhere", "--filter", "pla").isEmpty)
    }

    @Test func `what a case of one's own has is offered, also of one that records are added to`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = """
            format: 1
            case: {id: own, title: Propre, languages: [fr], strengths: [{id: vu, title: Vu, rank: 1}]}
            panes: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]
            kinds: [{id: chantier, pane: c, role: project, title: Chantier, plural: Chantiers}]
            """
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/case.yaml"))
        #expect(try values("--case", folder, "--lang", "") == ["fr", "zh", "en", "both"])
        #expect(try values("import", "refi-qda", "--into", folder, "--kind", "") == ["chantier"])
        #expect(try values("import", "csv", "--into", folder, "--strength", "") == ["vu"])
    }

    @Test func `options may stand before the command`() throws {
        #expect(try values("--lang", "") == ["zh", "en", "both"])
        #expect(try values("--lang=", "").contains("browse"))
        #expect(try values("--lang=z") == ["--lang=zh"])
        #expect(try answer("--case", "c").kind == "files")
        #expect(try values("--lang", "zh", "show", "arr-p").allSatisfy { $0.hasPrefix("arr-p") })
        #expect(try values("--format", "").contains("json"))
        #expect(try values("--filter", "pla").allSatisfy { $0.hasPrefix("place:plc-") })
        #expect(try values("--").contains("--filter") && values("--").contains("--mouse"))
    }

    @Test func `what fits is what the command takes`() throws {
        let commands = try values("")
        #expect(commands.first == "browse" && commands.last == "help" && !commands.contains("prj-x"))
        #expect(try values("ov") == ["overview"])
        #expect(try values("o").starts(with: ["open", "overview"]) && values("o").count > 2)
        #expect(try values("prj-chongqing-guiyang-rail") == ["prj-chongqing-guiyang-railway"])
        #expect(try values("help", "") == commands.dropLast() + ["format", "keys"])
        #expect(try values("help", "sh") == ["show"] && values("help", "show", "").isEmpty)
        #expect(
            try values("list", "pro") == ["project"] && values("list", "driver", "pro") == ["project"])
        #expect(try values("overview", "").isEmpty)
        #expect(
            try values("export", "sources", "--format", "") != values("export", "graph", "--format", ""))
        #expect(try values("export", "graph", "--format", "gr") == ["graphml"])
        #expect(try values("export", "").contains("notebook"))
        #expect(try !values("list", "--lang", "zh", "--l").contains("--lang"))
        #expect(try answer("check", "").kind == "files")
        #expect(try answer("follow", "--dir", "").kind == "folders")
    }

    @Test func `bash is given what it puts in place of the end of the line`() throws {
        func insertions(_ line: String, replacing end: String) throws -> [String] {
            try answer(of: "bash", [end, line]).lines
        }
        #expect(
            try insertions("triptych list --filter place:plc-qij", replacing: "plc-qij") == [
                "plc-qijiang"
            ])
        #expect(
            try insertions("triptych list --filter \"place:qij", replacing: "place:qij") == [
                "place:qijiang"
            ])
        #expect(
            try insertions(
                "triptych list --filter 'place:plc-qijiang kind:proj",
                replacing: "place:plc-qijiang kind:proj")
                == ["place:plc-qijiang kind:project"])
        #expect(try insertions("LANG=C triptych --lang=z", replacing: "z") == ["zh"])
        #expect(ShellLine("t a\\ b \"c\\\"d\" e'f", replacing: "f").words == ["a b", "c\"d"])
        #expect(ShellLine("t a\\ b \"c\\\"d\" e'f", replacing: "f").typed == "ef")
        #expect(ShellLine("t x", replacing: "x").insertion(of: "side:\"A b\"") == "side:\\\"A\\ b\\\"")
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
        #expect(try values("follow", "", environment: environment) == ["rivers", "yuqian"])
        #expect(try values("relay", "y", environment: environment) == ["yuqian"])
        #expect(try values("follow", "--dir", folder, "r") == ["rivers"])
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
        try screen.type("cd \(scripts.path); \(setup); echo re''ady")
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
            ("triptych list --filter pla", "--filter place:plc-"),
            ("triptych list --filter place:qij", "--filter place:qijiang"),
            ("triptych list --filter 'kind:project place:plc-qij", "'kind:project place:plc-qijiang"),
            ("triptych list --filter \"kind:project place:qij", "\"kind:project place:qijiang"),
            ("triptych present --tour five-m", "--tour five-minutes"),
            ("triptych ove", "triptych overview"),
            ("triptych --lang zh show prj-chongqing-guiyang-rail", "show prj-chongqing-guiyang-railway"),
            ("triptych --lang bo", "--lang both"), ("triptych help ove", "help overview"),
            ("triptych prj-chongqing-guiyang-rail", "triptych prj-chongqing-guiyang-railway"),
            ("triptych export sources --format gbt", "--format gbt7714"),
            ("triptych --case triptych.f", "--case triptych.fish"),
        ] {
            try screen.send("C-u")
            try screen.type(typed)
            try screen.send("Tab")
            try screen.wait(for: "\(wanted) of \(typed)") { $0.contains(wanted) && !$0.contains("\\:") }
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
