import CaseModel
import Foundation
import SessionSupport
import Terminal
import Testing

@testable import triptych

/// `triptych doctor`: what it finds, and what it says to do.
@Suite struct DoctorTests {
    /// A folder for notes, removed after the test.
    private final class Desk {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func grades(_ outcome: Invocation) throws -> [String: [String]] {
        try Invocation.records(of: outcome.output).reduce(into: [:]) { grades, record in
            let topic = try #require(record["topic"] as? String)
            grades[topic, default: []].append(try #require(record["grade"] as? String))
        }
    }

    @Test func `a sound surrounding has no problem, and an unsound one ends with 1 and says what to do`()
        throws
    {
        let desk = try Desk()
        let sound = try Invocation(
            ["doctor", "--format", "json"],
            environment: ["XDG_STATE_HOME": desk.path, "XDG_RUNTIME_DIR": desk.path])
        #expect(sound.status == 0 && sound.errors.isEmpty, "\(sound.output)")
        let grades = try grades(sound)
        for topic in [
            "locale", "terminal", "colours", "widths", "clipboard", "configuration", "state", "runtime",
        ] {
            #expect(grades[topic] == ["ok"], "\(topic)")
        }
        #expect(grades["tmux"] == nil && grades["case"] == nil && grades["landlock"]?.count == 1)

        let unsound = try Invocation(
            ["doctor", "--format", "json"],
            environment: [
                "TERM": "no-such-terminal", "LANG": "xx_XX.UTF-8", "TRIPTYCH_CASE": "/nowhere",
                "XDG_RUNTIME_DIR": desk.path,
            ])
        #expect(unsound.status == 1)
        let found = try self.grades(unsound)
        #expect(found["terminal"] == ["problem"] && found["locale"] == ["remark"])
        #expect(found["case"] == ["problem"] && found["state"] == ["problem"])
        for record in try Invocation.records(of: unsound.output) where record["grade"] as? String != "ok" {
            let advice = try #require(record["advice"] as? [String: String])
            #expect(advice["zh"]?.isEmpty == false && advice["en"]?.isEmpty == false)
        }
        let told = try Invocation(["doctor", "--lang", "zh"], environment: ["TERM": "no-such-terminal"])
        #expect(told.output.contains("问题     终端           terminfo 不认识 TERM=no-such-terminal"))
        #expect(told.output.split(separator: "\n").contains { $0.hasPrefix("                        → ") })
    }

    @Test func `a terminal is asked for its widths, and the answer is remembered`() throws {
        let desk = try Desk()
        let screen = try TmuxSession(
            Program.built("triptych") + " doctor --lang en; echo done $?",
            environment: Program.environment(["XDG_STATE_HOME": desk.path, "XDG_RUNTIME_DIR": desk.path])
                .mapValues { $0 }.merging(["TERM": "tmux-256color", "TMUX": nil]) { _, new in new })
        try screen.wait(for: "done 0")
        let told = try screen.picture().split { $0.isWhitespace }.joined(separator: " ")
        #expect(told.contains("take 1 column (narrow); remembered in"))
        let folder = try #require(StateFolder { $0 == "XDG_STATE_HOME" ? desk.path : nil })
        #expect(WidthMemory(in: folder).width(of: "tmux-256color") == .narrow)
        #expect(WidthMemory(in: folder).width(of: "xterm") == nil)
    }

    @Test func `the explorer goes by the widths that are remembered, unless told otherwise`() throws {
        let desk = try Desk()
        let folder = try #require(StateFolder { $0 == "XDG_STATE_HOME" ? desk.path : nil })
        try folder.prepare()
        try WidthMemory(in: folder).remember(.wide, of: "xterm-256color")
        for (options, hasLines) in [([], false), (["--ambiguous", "narrow"], true)] {
            let terminal = try PseudoTerminal(
                [Program.built("triptych"), "--lang", "zh"] + options,
                environment: Program.environment(["XDG_STATE_HOME": desk.path, "TERM": "xterm-256color"]))
            try terminal.wait(for: "帮助")
            try terminal.readUntilAsleep()
            #expect(String(decoding: terminal.output, as: UTF8.self).contains("─") == hasLines)
            terminal.send("Q")
            #expect(try terminal.end() == .exited(0))
        }
    }

    @Test func `answers are kept for each type of terminal`() throws {
        let desk = try Desk()
        let folder = StateFolder(path: desk.path)
        try WidthMemory(in: folder).remember(.wide, of: "xterm")
        try WidthMemory(in: folder).remember(.narrow, of: "tmux")
        try WidthMemory(in: folder).remember(.narrow, of: "xterm")
        try WidthMemory(in: folder).remember(.wide, of: "bad name")
        let path = WidthMemory(in: folder).path
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "tmux narrow\nxterm narrow\n")
        try Data("xterm\nxterm sometimes\n\u{FF}\nfoot wide\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(WidthMemory(in: folder).width(of: "foot") == .wide)
        #expect(WidthMemory(in: folder).width(of: "xterm") == nil)
    }

    @Test func `encodings are told apart`() {
        func encoding(_ environment: [String: String]) -> TerminalSurvey.Encoding {
            TerminalSurvey.encoding { environment[$0] }
        }
        #expect(encoding([:]) == .unset)
        #expect(encoding(["LANG": "C.UTF-8"]) == .unicode("C.UTF-8"))
        #expect(encoding(["LANG": "C.UTF-8", "LC_ALL": "xx_XX"]) == .missing("xx_XX"))
        #expect(
            encoding(["LANG": "C.UTF-8", "LC_CTYPE": "C", "LC_ALL": ""])
                == .other("C", encoding: "ANSI_X3.4-1968"))
        #expect(Finding.locale(.other("C", encoding: "ANSI_X3.4-1968")).grade == .remark)
        #expect(Finding.locale(.unicode("C.UTF-8")).advice == nil)
    }

    @Test func `terminals are told apart`() {
        #expect(TerminalSurvey.description(of: nil) == .unnamed)
        #expect(TerminalSurvey.description(of: "dumb") == .incapable("dumb"))
        #expect(TerminalSurvey.description(of: "no-such-terminal") == .unknown("no-such-terminal"))
        #expect(TerminalSurvey.description(of: "xterm-256color") == .known("xterm-256color", colours: 256))
        #expect(
            TerminalSurvey.description(of: "xterm-nowhere")
                == .replaced("xterm-nowhere", by: "xterm-256color", colours: 256))
        #expect(Finding.terminal(.replaced("foot", by: "xterm", colours: 8)).grade == .remark)
        #expect(TerminalSurvey.description(of: "vt100") == .known("vt100", colours: 0))
        #expect(Finding.colours(.known("vt100", colours: 0)) { _ in nil }?.grade == .remark)
        #expect(
            Finding.colours(.known("xterm", colours: 8)) { $0 == "NO_COLOR" ? "1" : nil }?.grade == .remark)
    }

    @Test func `widths that differ, and none, leave the choice to the reader`() {
        #expect(
            Finding.widths([2, 2, 2], rememberedIn: nil).found.english
                == "characters of ambiguous width take 2 columns (wide)")
        #expect(Finding.widths([1, 2, 1], rememberedIn: nil).grade == .remark)
        #expect(Finding.widths(.some(nil), rememberedIn: nil).grade == .remark)
        #expect(Finding.widths(nil, rememberedIn: nil).grade == .ok)
    }

    @Test func `settings of tmux that cost something are told with their line`() {
        let findings = Finding.tmux([
            "set-clipboard": "off", "default-terminal": "xterm-256color", "allow-passthrough": "off",
        ])
        #expect(findings.map(\.grade) == [.remark, .ok, .problem])
        #expect(findings[0].advice?.english == "put into ~/.tmux.conf: set -s set-clipboard on")
        #expect(Finding.tmux(nil).isEmpty)
        #expect(Finding.tmux([:]).map(\.grade) == [.remark])
        #expect(
            Finding.tmux(["set-clipboard": "external", "default-terminal": "screen"]).allSatisfy {
                $0.grade == .ok
            })
    }

    @Test func `what an account of a seminar lacks in sshd's configuration is told`() throws {
        let guide = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appending(path: "../../Resources/docs/seminar-host.md"), encoding: .utf8)
        let blocks = guide.components(separatedBy: "```sshdconfig\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(SSHDConfiguration(blocks[0]).accounts.map(\.missing) == [[]], "the guide's own lines")
        let bad = """
            PermitTunnel yes
            PermitUserRC no
            Include /etc/ssh/sshd_config.d/*.conf
            match user guest
              forcecommand=triptych follow --kiosk talk
              DisableForwarding yes
              PermitTTY no
              PermitTTY yes
            Match User other
              ForceCommand /usr/bin/true
            Match User relay
              ForceCommand triptych relay talk
              PermitTTY no
              MaxSessions 1
            """
        let read = SSHDConfiguration(bad) {
            $0 == "/etc/ssh/sshd_config.d/*.conf" ? ["Match User x\nMaxSessions 1\n"] : []
        }
        #expect(read.accounts.map(\.name) == ["Match user guest", "Match User relay"])
        #expect(
            read.accounts[0].missing == [
                "PermitTunnel no", "MaxSessions 1", "AuthenticationMethods publickey", "PermitTTY yes",
            ])
        #expect(
            read.accounts[1].missing == [
                "DisableForwarding yes", "PermitTunnel no", "AuthenticationMethods publickey",
            ])
        #expect(Finding.sshd(read).allSatisfy { $0.grade == .problem && $0.advice != nil })
        #expect(SSHDConfiguration("").accounts.isEmpty)
    }
}
