import Foundation
import SessionSupport
import Testing

/// A mirror as documented, through a real sshd, with a follower and a kiosk of its own.
@Suite(.serialized) struct SSHMirrorTests {
    /// The documented command, with the names and paths of the test.
    private func command(of talk: SSHTalk, in hall: String) throws -> [String] {
        let guide = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Resources/docs/seminar-host.md"),
            encoding: .utf8)
        let line = try #require(guide.split(separator: "\n").first { $0.hasPrefix("$ triptych mirror ") })
        let words = line.dropFirst(2).split(separator: " ").map { word in
            String(word).replacing("HOST:yuqian", with: "\(SSHServer.host):\(talk.name)")
                .replacing("/srv/seminar", with: hall)
        }
        return [Program.built("triptych")] + words.dropFirst()
            + ["--from-dir", talk.seminars, "--"] + talk.server.options()
    }

    @Test func `a mirror repeats the talk, survives a cut line, and ends cleanly`() throws {
        let talk = try SSHTalk()
        let presenter = try talk.present(step: 2)
        defer { presenter.hangUp() }
        let hall = talk.seminars + "-hall"
        try FileManager.default.createDirectory(
            atPath: hall, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let mirror = try PseudoTerminal(
            command(of: talk, in: hall), environment: Program.environment(["LANG": "en_GB.UTF-8"]))
        try mirror.wait(for: "repeating")

        let following = [Program.built("triptych"), "follow", "--dir", hall, "--lang", "en"]
        let seats = try [
            PseudoTerminal(following + [talk.name]), PseudoTerminal(following + ["--kiosk", talk.name]),
        ]
        func wait(for step: Int) throws {
            for seat in seats {
                try seat.wait(for: talk.steps[step - 1].beginning(in: "en"))
            }
        }
        try wait(for: 2)
        talk.go(to: 3, with: presenter)
        try wait(for: 3)

        // A question behind the mirror reaches the presenter, who answers it off.
        let raised = (presenter.output.count, seats[1].output.count)
        seats[1].send("hwhy?\r")
        try presenter.wait(for: "✋1", from: raised.0)
        presenter.send("h\r")
        try seats[1].wait(for: "has been lowered", from: raised.1)

        // The line is cut, and nobody behind the mirror is thrown out.
        let before = seats.map(\.output.count)
        for line in LockedProcess.all(of: "ssh", with: "\(talk.server.port)") { kill(line, SIGKILL) }
        talk.go(to: 4, with: presenter)
        try wait(for: 4)
        for (seat, start) in zip(seats, before) {
            let shown = String(decoding: seat.output[start...], as: UTF8.self)
            #expect(!shown.contains("broke off"))
        }

        let ended = seats.map(\.output.count)
        mirror.send("\u{3}")
        #expect(try mirror.end() == .exited(128 + SIGINT))
        for (seat, start) in zip(seats, ended) {
            try seat.wait(for: "ended", from: start)
            seat.send("Q")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: hall).isEmpty)
    }

    @Test func `a mirror of the same folder needs a name, and a wrong one is a sentence`() throws {
        let same = try Invocation(["mirror", "here", "--dir", "/tmp", "--from-dir", "/tmp"])
        #expect(same.status == 64 && same.errors.contains("--name"))
        #expect(try Invocation(["mirror", "../here"]).status == 64)
        #expect(try Invocation(["mirror", "here", "--name", "there", "--limit", "0"]).status == 64)
    }
}
