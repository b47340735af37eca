import CaseFiles
import CaseModel
import Explorer
import Foundation
import Screen
import SessionSupport
import Testing

@testable import triptych

/// The configuration file: what it says, what is wrong with it, and what follows.
@Suite struct ConfigurationTests {
    /// A folder for XDG_CONFIG_HOME, removed after the test.
    private final class Home {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        var file: String { path + "/triptych/config.yaml" }

        init(_ text: String) throws {
            try FileManager.default.createDirectory(
                atPath: path + "/triptych", withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Reads a text in which « stands before the place of each message.
    private func read(_ marked: String, _ messages: [String]) throws -> Configuration {
        let home = try Home(marked.filter { $0 != "«" })
        let configuration = Configuration(path: home.file)
        let places = marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
            row, line in
            line.enumerated().filter { $0.element == "«" }.enumerated().map {
                "\(row + 1):\($0.element.offset + 1 - $0.offset)"
            }
        }
        #expect(configuration.diagnostics.map { "\($0.line):\($0.column)" } == places)
        #expect(configuration.diagnostics.map { $0.message.phrase(in: .english) } == messages)
        #expect(configuration.diagnostics.allSatisfy { $0.file == home.file })
        return configuration
    }

    @Test func `every setting is read, with its line`() throws {
        let configuration = try read(
            """
            # mine
            language: both
            theme: contrast
            ambiguous: wide
            mouse: true
            ascii: false
            case: /srv/cases/rivers
            layout: {focused_pane: 60, details: 20}
            keys:
              copy: [Y, F5]
              cycle-language: Ctrl-T
              talk-hand: []
            """, [])
        #expect(configuration.language?.value == .all && configuration.language?.line == 2)
        #expect(configuration.theme?.value.palette == Palette(.contrast))
        #expect(configuration.ambiguous?.value == .wide)
        #expect(configuration.mouse?.value == true && configuration.ascii?.value == false)
        #expect(configuration.case?.value == "/srv/cases/rivers" && configuration.case?.line == 7)
        #expect(configuration.focusedPane?.value == 60 && configuration.details?.value == 20)
        #expect(configuration.keys.map(\.line) == [10, 11, 12])
        #expect(configuration.keys.map(\.value.keys) == [["Y", .function(5)], [.control("t")], []])
        let preferences = configuration.preferences(palette: .standard)
        #expect(preferences.layout == LayoutShares(focusedPane: 60, details: 20))
        #expect(preferences.keys == configuration.remaps)
    }

    @Test func `own styles begin with a theme`() throws {
        let configuration = try read("theme:\n  base: mono\n  sourced: bold bright-green\n", [])
        var wanted = Palette(.mono)
        wanted[.sourced] = Style(.bold, colour: .brightGreen)
        #expect(configuration.theme?.value.palette == wanted)
        #expect(configuration.theme?.value.name == "mono + 1")
    }

    @Test func `a path of a case begins in the folder of the file, or at home`() throws {
        let home = try Home("case: ../cases/rivers\n")
        #expect(Configuration(path: home.file).case?.value == home.path + "/triptych/../cases/rivers")
        let own = try #require(ProcessInfo.processInfo.environment["HOME"])
        #expect(try read("case: ~/rivers\n", []).case?.value == own + "/rivers")
    }

    @Test func `a mistake is told with its place, and costs its own setting only`() throws {
        let configuration = try read(
            """
            language: «die Sprache
            «tehme: mono
            theme: «dark
            ambiguous: «sometimes
            mouse: «perhaps
            ascii: true
            layout:
              focused_pane: «99
              «detials: 20
            keys:
              copy: '%'
              view-timeline: [«'%', '!']
              «noteboook: Q
              note: «Hyper-X
              list-choose: «k
            """,
            [
                "'die Sprache' is no language; write zh, en or both",
                "the configuration has no key 'tehme'; delete it or correct its name",
                "'theme' cannot be 'dark'; choose one of default, contrast, mono",
                "'ambiguous' cannot be 'sometimes'; choose one of narrow, wide, auto",
                "'mouse' cannot be 'perhaps'; choose one of true, false",
                "'focused_pane' '99' is out of range; give a number from 34 to 80",
                "'layout' has no key 'detials'; delete it or correct its name",
                "line 11 gives % to copy, and both are there in browse; choose another key",
                "there is no command 'noteboook'; 'triptych help keys' lists them",
                "'Hyper-X' is no key; write a character, or a name such as F5, Ctrl-R, Space, Enter or PgDn",
                "where list-choose is, k types a character; use a key such as F5 or Ctrl-R",
            ])
        #expect(configuration.ascii?.value == true)
        #expect(configuration.theme == nil && configuration.language == nil)
        #expect(configuration.keys.map(\.value.command.name) == ["copy", "view-timeline"])
        #expect(configuration.keys.last?.value.keys == ["!"])
    }

    @Test func `styles that are none are told with what was meant`() throws {
        let configuration = try read(
            "theme:\n  «headng: bold\n  key: «brigt-red bold\n  title: underline\n",
            [
                "there is no style 'headng'; there are \(StyleName.allCases.map(\.rawValue).joined(separator: ", "))",
                "'brigt-red bold' is no style; write plain, or some of bold, dim, underline, reverse and at most one colour, such as bold bright-blue",
            ])
        #expect(
            configuration.diagnostics.map { $0.notes.map { $0.phrase(in: .english) } } == [
                ["did you mean 'heading'?"], ["did you mean 'bright-red bold'?"],
            ])
        #expect(configuration.theme?.value.name == "default + 1")
        let none = try read(
            "theme: {base: mono, key: «brigt}\n",
            [
                "'brigt' is no style; write plain, or some of bold, dim, underline, reverse and at most one colour, such as bold bright-blue"
            ])
        #expect(none.theme?.value.name == "mono", "no style of one's own is none to count")
    }

    @Test func `a value of another shape is told with what it can be`() throws {
        let configuration = try read(
            """
            theme: «[mono]
            layout:
              focused_pane: 60
              details: «abc
            """,
            [
                "'theme' must be the name of a theme or a map of styles, not a list",
                "'details' cannot be 'abc'; write a whole number from 5 to 60",
            ])
        #expect(configuration.theme == nil && configuration.details == nil)
        #expect(configuration.focusedPane?.value == 60)
    }

    @Test func `a key without a value is warned of`() throws {
        let configuration = try read(
            "language: «\"\"\nambiguous: «~\ncase: «\"\"\nkeys: {}\n",
            ["language", "ambiguous", "case"].map {
                "'\($0)' has no value and counts as left out; write one, or delete the key"
            })
        #expect(configuration.errors.isEmpty && configuration.case == nil)
    }

    @Test func `config says what keeps the colours of a theme from being drawn`() throws {
        let home = try Home("theme: {base: contrast, heading: bold bright-blue}\n")
        func colours(_ options: String..., environment: [String: String] = [:]) throws -> [String: Any]? {
            let output = try Invocation(
                ["config", "--format", "json"] + options,
                environment: environment.merging(["XDG_CONFIG_HOME": home.path]) { _, new in new }
            ).output
            return try Invocation.records(of: output).first { $0["setting"] as? String == "theme.colours" }
        }
        let set = ["NO_COLOR": "1"]
        #expect(try colours(environment: set)?["variable"] as? String == "NO_COLOR")
        #expect(try colours("--color", "never")?["option"] as? String == "--color")
        #expect(try colours("--color", "always", environment: set) == nil)
        #expect(try colours(environment: ["NO_COLOR": ""]) == nil)
    }

    @Test func `a command by its name on the line is told its name here`() throws {
        let configuration = try read(
            "keys:\n  «trace: F5\n  «pin: F6\n",
            ["trace", "pin"].map { "there is no command '\($0)'; 'triptych help keys' lists them" })
        #expect(
            configuration.diagnostics.map { $0.notes.map { $0.phrase(in: .english) } } == [
                ["did you mean 'view-trace'?"], ["did you mean 'pane-pin'?"],
            ])
    }

    @Test func `a command that loses its last key is told at the line that takes it`() throws {
        let configuration = try read(
            "keys:\n  note: F9\n  ««copy: [X]\n",
            [
                "line 3 gives X to copy, which leaves matrix-columns without a key in matrix; give it another",
                "line 3 gives X to copy, which leaves network-next-basis without a key in network; give it another",
            ])
        #expect(configuration.errors.isEmpty)
    }

    @Test func `a key that stands twice costs the second one only`() throws {
        let configuration = try read(
            """
            ascii: true
            theme: {base: contrast, heading: bold, «heading: dim}
            language: zh
            «language: en
            keys:
              copy: Y
              «copy: X
              note: F5
            """,
            ["heading", "language", "copy"].map {
                "key '\($0)' stands twice in the same map; join the two or delete one"
            })
        #expect(configuration.ascii?.value == true && configuration.language?.value == .only(.chinese))
        var wanted = Palette(.contrast)
        wanted[.heading] = Style(.bold)
        #expect(configuration.theme?.value.palette == wanted)
        #expect(configuration.keys.map(\.value.keys) == [["Y"], [.function(5)]])
    }

    @Test func `a file that is too large for a configuration is not to be split`() throws {
        let home = try Home(String(repeating: "# long\n", count: 200_000))
        let message = Configuration(path: home.file).errors.first?.message.phrase(in: .english)
        #expect(message?.hasPrefix("the file is larger than 1 MiB, as no configuration is") == true)
    }

    @Test func `a case that the file names wrongly is told with the line that asks for it`() throws {
        let home = try Home("ascii: true\ncase: /nowhere\nlanguage: en\n")
        let environment = ["XDG_CONFIG_HOME": home.path]
        let listed = try Invocation(["list"], environment: environment)
        #expect(listed.status == 66)
        #expect(
            listed.errors
                == "triptych: there is no file or folder '/nowhere'; check the path (asked for by \(home.file):2)\n"
        )
        let shown = try Invocation(["config"], environment: environment)
        #expect(shown.status == 65 && shown.output.contains("/nowhere"))
        #expect(shown.errors.contains("config.yaml:2:1: error: there is no file or folder '/nowhere'"))
        let other = try Invocation(
            ["list", "--lang", "zh"],
            environment: environment.merging(["TRIPTYCH_CASE": "/else"]) { _, new in new })
        #expect(other.errors.contains("（见 $TRIPTYCH_CASE）"))
        #expect(
            try Invocation(["list", "--case", "/else"], environment: environment).errors.contains("asked")
                == false)
    }

    @Test(arguments: ["", "# nothing\n", "~\n"]) func `an empty file says nothing`(text: String) throws {
        #expect(try read(text, []).keys.isEmpty)
    }

    @Test(arguments: [
        "- a\n", "a: [\n", "language: en\nlanguage: zh\n", "\u{1}: x\n", "plain words\n", "keys: copy\n",
        "theme: [mono]\n", "keys: {[a]: b}\n",
    ])
    func `a file of another shape is told with a place`(text: String) throws {
        let home = try Home(text)
        let configuration = Configuration(path: home.file)
        #expect(!configuration.errors.isEmpty)
        #expect(configuration.errors.allSatisfy { $0.line >= 1 && $0.column >= 1 })
        #expect(configuration.keys.isEmpty && configuration.theme == nil)
    }

    @Test func `what is no file is told, and a missing one is not`() throws {
        let home = try Home("")
        #expect(Configuration(path: home.path + "/nowhere.yaml").diagnostics.isEmpty)
        #expect(Configuration(path: "/dev/null/triptych/config.yaml").diagnostics.isEmpty)
        #expect(Configuration(path: home.path).errors.count == 1)
        let fifo = home.path + "/fifo"
        #expect(mkfifo(fifo, 0o600) == 0)
        #expect(Configuration(path: fifo).errors.count == 1)
    }

    @Test func `the file is the one of XDG_CONFIG_HOME, else of HOME`() {
        func path(_ environment: [String: String]) -> String? { Configuration.path { environment[$0] } }
        #expect(path(["XDG_CONFIG_HOME": "/x", "HOME": "/h"]) == "/x/triptych/config.yaml")
        #expect(path(["XDG_CONFIG_HOME": "x", "HOME": "/h"]) == "/h/.config/triptych/config.yaml")
        #expect(path([:]) == nil)
    }

    @Test func `config tells what holds and where it comes from`() throws {
        let home = try Home("language: zh\ntheme: mono\ncase: /nowhere\nkeys: {copy: F5}\n")
        let environment = ["XDG_CONFIG_HOME": home.path, "TRIPTYCH_CASE": "/srv/case"]
        let shown = try Invocation(
            ["config", "--theme", "contrast", "--format", "json"], environment: environment)
        #expect(shown.status == 0 && shown.errors.isEmpty)
        let records = try Invocation.records(of: shown.output)
        func record(_ setting: String) throws -> [String: Any] {
            try #require(records.first { $0["setting"] as? String == setting })
        }
        #expect(try record("language")["value"] as? String == "zh")
        #expect(try record("language")["file"] as? String == home.file)
        #expect(try record("language")["line"] as? Int == 1)
        #expect(try record("theme")["option"] as? String == "--theme")
        #expect(try record("theme")["value"] as? String == "contrast")
        #expect(try record("case")["value"] as? String == "/srv/case")
        #expect(try record("case")["variable"] as? String == "TRIPTYCH_CASE")
        #expect(try record("mouse")["origin"] as? String == "default")
        #expect(try record("keys.copy")["line"] as? Int == 4)
        #expect(try Invocation(["config"], environment: environment).output.contains("默认"))
    }

    @Test func `config tells the options of a line, and what doctor has measured`() throws {
        let home = try Home("ambiguous: auto\n")
        let memory = WidthMemory(in: StateFolder(path: home.path + "/triptych"))
        try Data("xterm wide\n".utf8).write(to: URL(fileURLWithPath: memory.path))
        func shown(_ options: String...) throws -> [String: [String: Any]] {
            let environment = [
                "XDG_CONFIG_HOME": home.path, "XDG_STATE_HOME": home.path, "TERM": "xterm",
            ]
            let output = try Invocation(
                ["config", "--format", "json"] + options, environment: environment
            ).output
            return try Invocation.records(of: output).reduce(into: [:]) {
                $0[$1["setting"] as? String ?? ""] = $1
            }
        }
        let measured = try shown()["ambiguous"]
        #expect(measured?["value"] as? String == "wide" && measured?["origin"] as? String == "doctor")
        let asked = try shown("--ambiguous", "narrow", "--mouse")
        #expect(asked["ambiguous"]?["value"] as? String == "narrow")
        #expect(asked["ambiguous"]?["option"] as? String == "--ambiguous")
        #expect(asked["mouse"]?["value"] as? String == "true")
        #expect(asked["mouse"]?["option"] as? String == "--mouse")
        #expect(try shown("--no-mouse")["mouse"]?["option"] as? String == "--no-mouse")
    }

    @Test func `errors end config with 65 and nothing else, and other commands tell them`() throws {
        let home = try Home("language: zh\nlayot: 3\n")
        let environment = ["XDG_CONFIG_HOME": home.path]
        let shown = try Invocation(["config"], environment: environment)
        #expect(shown.status == 65 && shown.errors.contains("config.yaml:2:1: 错误：配置没有键“layot”"))
        let listed = try Invocation(["tours"], environment: environment)
        #expect(listed.status == 0 && !listed.output.isEmpty)
        #expect(listed.errors.contains("config.yaml:2:1") && listed.errors.contains("是不是“layout”"))
        // What a relay writes to its standard output are messages and no text.
        let relayed = try Invocation(inShell: "$PROGRAM relay nobody > /dev/null", environment)
        #expect(relayed.status != 0 && !relayed.errors.contains("layot"))
    }

    @Test func `language, theme and case of the file hold where nothing else is asked for`() throws {
        let home = try Home("language: en\ntheme: contrast\n")
        let environment = ["XDG_CONFIG_HOME": home.path, "LANG": "zh_CN.UTF-8"]
        let picture = ["snapshot", "--view", "browse", "--format", "ansi", "--size", "80x24"]
        let configured = try Invocation(picture, environment: environment).output
        let asked = try Invocation(picture + ["--lang", "en", "--theme", "contrast"]).output
        #expect(configured == asked && configured.contains("Consensus"))
        #expect(try Invocation(picture + ["--lang", "en"]).output != asked)
        // No colour at all: SGR 30 to 37 and 90 to 97.
        let views = ["matrix", "map", "timeline", "overview"]
        for view in views {
            let frame = try Invocation(["snapshot", "--view", view, "--format", "ansi", "--theme", "mono"])
                .output
            #expect(
                frame.contains("\u{1B}[") && frame.firstMatch(of: /\u{1B}\[[0-9;]*\b[39][0-7]\b/) == nil,
                "\(view)")
        }
        #expect(try Invocation(["--help"], environment: environment).output.contains("USAGE"))
    }

    @Test func `a remapped key holds in the explorer, its hints and its help`() throws {
        let home = try Home("language: en\nkeys: {help: F9, view-overview: '9'}\nlayot: 1\n")
        let screen = try TmuxSession(
            Program.built("triptych"),
            environment: Program.environment(["XDG_CONFIG_HOME": home.path]).mapValues { $0 })
        try screen.wait(for: "errors in the configuration: 1")
        try screen.send("Down")
        try screen.wait(for: "F9 help")
        try screen.type("?")
        try screen.wait(for: "F9 lists the keys")
        try screen.send("F9")
        try screen.wait(for: "Keys and commands")
        try screen.type("keys and commands")
        try screen.wait(for: "help, find entry") {
            $0.contains { $0.isNewline } && $0.contains("F9") && $0.contains("keys and commands")
        }
        try screen.send("Escape")
        try screen.type("Q")
        try screen.wait(for: "1", of: "pane_dead")
    }
}
