import Foundation
import SeededRandom
import SessionSupport
import Testing

/// The guest accounts as documented, on a real sshd, and guests who try everything.
@Suite(.serialized) struct SSHKioskTests {
    /// A talk behind a server with the documented configuration for an account and for a key, with the names and
    /// paths of the test.
    private static func account(
        _ account: String = "seminar", keys: String = "seminar_keys", options: String = "restrict,pty"
    ) throws -> SSHTalk {
        try SSHServer.checkTerminals()
        let guide = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Resources/docs/seminar-host.md"),
            encoding: .utf8)
        func block(_ language: String, beginning: String) throws -> String {
            let blocks = guide.components(separatedBy: "```\(language)\n").dropFirst()
            let text = blocks.compactMap { $0.components(separatedBy: "```").first }
            return try #require(text.first { $0.hasPrefix(beginning) }, "the page has no such block")
        }
        var settings = try block("sshdconfig", beginning: "Match User \(account)\n")
        var key = try #require(
            block("text", beginning: options).components(separatedBy: " ssh-ed25519").first)
        let talk = try SSHTalk(settings: { name, seminars in
            let user = try #require(getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) })
            for (original, own) in [
                ("Match User \(account)", "Match User \(user)"),
                ("/usr/local/bin/triptych", Program.built("triptych")),
                ("/srv/seminar", seminars), (" yuqian", " \(name)"), ("/etc/ssh/\(keys)", "FOLDER/\(keys)"),
            ] {
                try #require((settings + key).contains(original), "the lines have no \(original)")
                settings = settings.replacing(original, with: own)
                key = key.replacing(original, with: own)
            }
            return settings
        })
        try "\(key) \(talk.server.guestKey)".write(
            toFile: talk.server.folder + "/\(keys)", atomically: true, encoding: .utf8)
        return talk
    }

    /// A guest's terminal.
    private func guest(
        of talk: SSHTalk, asking command: [String] = [], _ options: [String] = ["-tt"],
        terminal: String = "xterm-256color", language: [String] = ["LANG=en_GB.UTF-8"]
    ) throws -> PseudoTerminal {
        let settings = language.flatMap { ["-o", "SetEnv=\($0)"] }
        return try PseudoTerminal(
            ["ssh"] + options + settings + talk.server.options() + [SSHServer.host] + command,
            environment: Program.environment(["TERM": terminal, "LANG": nil]))
    }

    private func welcome(_ guest: PseudoTerminal, to talk: SSHTalk, lang: String = "en") throws {
        try guest.wait(for: talk.steps[1].beginning(in: lang))
    }

    /// The single kiosk process.
    private func kiosk(of talk: SSHTalk) throws -> LockedProcess {
        let kiosks = Set(LockedProcess.all(with: "--kiosk")).intersection(LockedProcess.all(with: talk.name))
        try #require(kiosks.count == 1)
        return try LockedProcess(kiosks.first!)
    }

    /// Keys that end the session properly, and its end: quit, interrupted or terminated.
    private static let leaving = Array("qQ\u{03}\u{1C}".utf8)
    private static let endings: [Ending] = [.exited(0), .exited(128 + SIGINT), .exited(128 + SIGQUIT)]

    @Test func `any keys and random bytes leave the kiosk intact`() throws {
        let talk = try Self.account()
        let presenter = try talk.present(step: 2)
        defer { presenter.hangUp() }
        var guest = try guest(of: talk)
        try welcome(guest, to: talk)
        var process = try kiosk(of: talk)
        var heard = Data()
        var sessions = 1
        var mayBeLeaving = false
        // Types something, waits for an answer, and checks.
        func type(_ bytes: [UInt8]) throws {
            let before = guest.output.count
            guest.send(bytes + [0x0C])
            // Ctrl-S may be among them; and a guest who has left connects again.
            guest.send([0x11, 0x0C])
            _ = try? guest.wait(for: "an answer", from: before, milliseconds: 2000) { !$0.isEmpty }
            do {
                try process.check()
            } catch {
                // The only permitted change is the end of the process.
                if LockedProcess.all(with: talk.name).contains(process.identifier) { throw error }
                let ending = try guest.end()
                // Where the input before asked for the end and the process was still there to be checked, what follows
                // is typed into the restored line, and a signal of the line ends the process: ssh says 255.
                let endings = Self.endings + (mayBeLeaving ? [.exited(255)] : [])
                #expect(
                    endings.contains(ending), "\(ending) after \(guest.text.suffix(200).debugDescription)")
                #expect(!guest.text.contains("Fatal error"))
                heard += Data(guest.output)
                guest = try self.guest(of: talk)
                try welcome(guest, to: talk)
                process = try kiosk(of: talk)
                sessions += 1
            }
            mayBeLeaving = bytes.contains(where: Self.leaving.contains)
        }
        try type((UInt8(0)...255).filter { !Self.leaving.contains($0) })
        let finals = (UInt8(ascii: "A")...UInt8(ascii: "z")).map { [UInt8($0)] }
        for introducer in ["\u{1B}[", "\u{1B}O", "\u{1B}[1;5", "\u{1B}[[", "\u{1B}[<0;1;1"] {
            try type(finals.flatMap { Array(introducer.utf8) + $0 })
        }
        try type((1...34).flatMap { Array("\u{1B}[\($0)~".utf8) })
        try type(Array("\u{1B}[200~sh -i\r\u{1B}[201~\u{1B}]52;c;?\u{07}\u{1B}P+q\u{1B}\\".utf8))
        // Every command of the list, by name.
        for word in ["suspend", "copy", "record", "links", "hand", "redraw"] {
            try type(Array("\u{1B}\u{1B}?\(word)\r".utf8))
        }
        var random = Seeded(seed: 7)
        for _ in 0..<24 {
            var bytes = (0..<300).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            // What follows the end would be typed into the restored line, where Ctrl-\ and Ctrl-C are signals again:
            // one that comes before the process is gone ends it, which ssh reports as 255.
            if let end = bytes.firstIndex(where: Self.leaving.contains) { bytes.removeSubrange((end + 1)...) }
            try type(bytes)
        }
        #expect(sessions > 1, "no key ended the session: is the right thing being tried?")
        // The talk is still available to it.
        talk.go(to: 4, with: presenter)
        let fresh = try self.guest(of: talk)
        try fresh.wait(for: talk.steps[3].beginning(in: "en"))
        for bytes in [heard, Data(guest.output), Data(fresh.output)] { talk.expectNoSecret(in: bytes) }
    }

    @Test func `the relay account lets a follower through and runs nothing else`() throws {
        let talk = try Self.account("semrelay", keys: "relay_keys", options: "restrict,command=")
        let presenter = try talk.present(step: 2)
        defer { presenter.hangUp() }
        let seat = try talk.follow(lang: "en", columns: 80, rows: 24)
        try talk.wait(for: 2, in: "en", columns: 80, on: seat)
        let stranger = try guest(of: talk, asking: ["id"], ["-T"])
        stranger.send("id\r")
        _ = try stranger.end()
        #expect(!stranger.text.contains("uid="))
    }

    @Test func `any requested command starts the kiosk with a terminal, and nothing without one`() throws {
        let talk = try Self.account()
        let presenter = try talk.present(step: 2)
        defer { presenter.hangUp() }
        let mark = talk.seminars + "/mark"
        let commands = [
            "sh -i", "touch \(mark)", "$(touch \(mark))", "; touch \(mark)", "\n touch \(mark) \n",
            "`touch \(mark)`",
            " --help", "triptych list --kiosk", "triptych follow --speaker \(talk.name)",
            String(repeating: "x", count: 20_000),
            "\u{1B}]0;title\u{07}", "渝\u{FFFD}",
        ]
        for command in commands {
            let guest = try guest(of: talk, asking: [command])
            try welcome(guest, to: talk)
            try kiosk(of: talk).check()
            guest.send("q")
            #expect(try guest.end() == .exited(0))
            talk.expectNoSecret(in: Data(guest.output))
        }
        for (options, command) in [
            (["-T"], ["sh", "-i"]), (["-T"], []), (["-s"], ["sftp"]), (["-T"], ["scp", "-f", "/etc/passwd"]),
        ] {
            let guest = try guest(of: talk, asking: command, options)
            #expect(try guest.end() == .exited(64))
            // A subsystem's errors go to the server's log.
            if options != ["-s"] { #expect(guest.text.contains("there is no terminal")) }
        }
        // No forwarding through the host either.
        let through = try guest(of: talk, ["-W", "\(SSHServer.host):\(talk.server.port)"])
        #expect(try through.end() != .exited(0))
        #expect(!through.text.contains("SSH-2.0"))
        #expect(!FileManager.default.fileExists(atPath: mark))
        #expect(try FileManager.default.contentsOfDirectory(atPath: talk.seminars) == ["\(talk.name).sock"])
    }

    @Test func `an invalid terminal or language is harmless`() throws {
        let talk = try Self.account()
        let presenter = try talk.present(step: 2)
        defer { presenter.hangUp() }
        for terminal in [
            "../../../../tmp/x", "xterm\u{1B}]0;x\u{07}", "no-such", "$(id)", "x\ny", "",
        ] {
            let guest = try guest(of: talk, terminal: terminal)
            #expect(try guest.end() == .exited(64), "\(terminal.debugDescription)")
            #expect(guest.text.contains("TERM"))
            #expect(!guest.output.contains(0x1B))
        }
        for language in [
            "LANG=../../../../tmp/x", "LC_ALL=%n%n%n%n", "LANG=\u{1B}[31m", "LC_CTYPE=/etc/passwd",
            "LC_ALL=$(id)",
            "LANG=\(String(repeating: "z", count: 10_000))", "LC_MESSAGES=;sh",
        ] {
            let guest = try guest(of: talk, language: [language])
            // Without a language it is the case's first.
            try welcome(guest, to: talk, lang: "zh")
            try kiosk(of: talk).check()
            guest.send("q")
            #expect(try guest.end() == .exited(0))
        }
    }
}
