import Foundation
import SessionSupport
import Testing

/// The page on seminar hosts, followed line by line: its commands, its lines of configuration and its keys, with users
/// of their own, on an sshd with PAM. Names, and what asks systemd, are all that is replaced.
@Suite(.serialized, .enabled(if: SeminarHostMachine.isPossible, "this takes root, and mounts of one's own"))
struct SeminarHostGuideTests {
    @Test func `who follows the page gives a talk to a group, guests and relays, and steers it`() throws {
        let guide = try Guide()
        let host = try SeminarHostMachine()

        // A shared folder.
        try host.run(guide.line("# useradd --system --home-dir / --shell /bin/sh seminar"))
        for user in ["lecturer", "alice", "bob"] { try host.add(user: user) }
        try host.run(guide.line("# install -d "))
        try host.run(guide.line("# usermod --append "))

        // Guest accounts and relay accounts, in the order of the page; sshd runs before it is configured.
        try host.startServer()
        try host.write(
            guide.block("sshdconfig", containing: "Match User seminar"),
            to: "/etc/ssh/sshd_config.d/seminar.conf")
        try host.write(
            guide.block("text", containing: "restrict,pty").replacing("AAAA…", with: host.guestKey),
            to: "/etc/ssh/seminar_keys", mode: "600")
        let denied = try host.ssh("seminar")
        #expect(try denied.end() == .exited(255))
        #expect(
            denied.text.contains("Permission denied"), "before the file is readable and sshd has reloaded")
        for beginning in ["# chown ", "# chmod ", "# sshd -t", "# systemctl reload ssh"] {
            try host.run(guide.line(beginning))
        }
        try host.run(guide.line("# useradd --system --home-dir / --shell /bin/sh --gid seminar"))
        try host.write(
            guide.block("sshdconfig", containing: "Match User semrelay"),
            to: "/etc/ssh/sshd_config.d/semrelay.conf")
        try host.write(
            guide.block("text", containing: "triptych relay").replacing("AAAA…", with: host.guestKey),
            to: "/etc/ssh/relay_keys")
        for beginning in ["# chown ", "# chmod "] {
            try host.run(guide.line(beginning).replacing("seminar_keys", with: "relay_keys"))
        }
        try host.run(guide.line("# systemctl reload ssh"))

        // The presenter, in tmux on the host, by a client that sends no language.
        let door = guide.line("$ ssh -t HOST tmux").split(separator: " ").dropFirst(3).joined(separator: " ")
        let presenter = try host.screen("lecturer", door)
        try presenter.wait(for: "lecturer@")
        try presenter.type(guide.line("$ triptych present --tour seminar --name yuqian --dir"))
        try presenter.send("Enter")
        let title = try presenter.wait(for: "1/17")
        #expect(title.contains("共识—组织—行动"))

        // Everybody else.
        let speaker = try host.screen("lecturer", guide.line("$ triptych follow --speaker --dir"))
        try speaker.wait(for: "1/17")
        let listing = try host.ssh("alice", guide.line("$ triptych seminars --dir"))
        #expect(try listing.end() == .exited(0))
        #expect(listing.text.hasPrefix("yuqian  lecturer  "))
        let following = guide.line("$ triptych follow --dir /srv/seminar yuqian")
        let member = try host.screen("alice", following)
        let guest = try host.screen("seminar")
        let relayed = try host.client(guide.line("$ triptych follow semrelay@HOST"))
        let audience = [member, guest, relayed]
        for screen in audience { try screen.wait(for: "1/17") }
        try speaker.wait(for: "3 人跟随")
        try presenter.wait(for: "3 人跟随")
        let outsider = try host.screen("bob", following)
        try outsider.wait(for: "没有权限跟随")
        let unlisted = try host.ssh("bob", guide.line("$ triptych seminars --dir"))
        #expect(try unlisted.end() == .exited(69))
        let shell = try host.ssh("semrelay", "id")
        #expect(try shell.end() != .exited(0))
        #expect(!shell.text.contains("uid="))

        // The speaker's screen steers from another session over ssh, and answers hands.
        try speaker.send("G", "4", "Enter")
        for screen in audience + [presenter, speaker] { try screen.wait(for: "4/17") }
        try guest.send("h", "w", "h", "y", "Enter")
        try speaker.wait(for: "why")
        try presenter.wait(for: "✋1")
        try speaker.send("h", "Enter")
        try guest.wait(for: "手已放下")
        try speaker.send("b")
        for screen in audience + [presenter, speaker] { try screen.wait(for: "讲解暂停") }

        // The presenter's line breaks, and the seminar stays open; the same command comes back to it.
        host.breakLines(with: door)
        try speaker.send("G", "5", "Enter")
        for screen in audience { try screen.wait(for: "5/17") }
        let back = try host.screen("lecturer", door)
        try back.wait(for: "5/17")
        try back.send("Q")
        // The end is told.
        for screen in audience { try screen.wait(for: "讲解者已结束讲解") }
    }

    @Test func `without PAM a locked account stays out until its password is an impossible one`() throws {
        let guide = try Guide()
        let host = try SeminarHostMachine()
        try host.run(guide.line("# useradd --system --home-dir / --shell /bin/sh seminar"))
        try host.write(
            guide.block("sshdconfig", containing: "Match User seminar"),
            to: "/etc/ssh/sshd_config.d/seminar.conf")
        try host.write(
            guide.block("text", containing: "restrict,pty").replacing("AAAA…", with: host.guestKey),
            to: "/etc/ssh/seminar_keys")
        try host.startServer(["UsePAM=no"])
        let denied = try host.ssh("seminar")
        #expect(try denied.end() == .exited(255))
        #expect(denied.text.contains("Permission denied"))
        try host.run(
            try #require(guide.text.firstMatch(of: /`(usermod --password '\*' seminar)`/)).1.description)
        let guest = try host.screen("seminar")
        try guest.wait(for: "没有人以此名讲解")
    }

    /// The page, in which every kind of line is found by its beginning.
    private struct Guide {
        let text: String

        init() throws {
            text = try String(
                contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                    .deletingLastPathComponent().appending(path: "Resources/docs/seminar-host.md"),
                encoding: .utf8)
        }

        /// A line of a console without its prompt and remark, with the names of the test.
        func line(_ beginning: String) -> String {
            let line = text.split(separator: "\n").first { $0.hasPrefix(beginning) } ?? ""
            #expect(!line.isEmpty, "the page has no line '\(beginning)'")
            return line.dropFirst(2).split(separator: " # ")[0].trimmingCharacters(in: .whitespaces)
                .replacing("PRESENTER", with: "lecturer").replacing("ALICE", with: "alice")
        }

        func block(_ language: String, containing words: String) throws -> String {
            let blocks = text.components(separatedBy: "```\(language)\n").dropFirst()
                .compactMap { $0.components(separatedBy: "```").first }
            return try #require(blocks.first { $0.contains(words) }, "the page has no block with \(words)")
        }
    }
}
