import CaseModel
import Foundation
import SessionSupport
import Testing

@testable import Seminar

/// Seminars on the command line: the listing, and the relay that ssh runs.
@Suite struct SeminarCommandTests {
    /// A folder for sockets, removed after the test.
    private final class Folder {
        let path = "/tmp/triptych-seminars-\(getpid())-\(UInt32.random(in: .min ... .max))"
        init() { mkdir(path, 0o700) }
        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func open(_ name: String, in folder: Folder, occasion: Occasion = Occasion()) throws -> SeminarHub
    {
        let hub = try SeminarHub(
            name: SeminarName(name), in: SeminarFolder(shared: folder.path),
            showing: SeminarHub.SharedCase(
                digest: "00112233445566ff",
                title: Text(chinese: "渝黔毗邻省际协作治理", english: "Chongqing–Guizhou")), on: occasion)
        hub.show(TalkPosition(place: "view=browse"))
        return hub
    }

    /// Runs the program to its end while the presenter continues to answer.
    private func run(
        _ arguments: String..., presenting hub: SeminarHub? = nil
    ) throws -> (output: String, errors: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.built("triptych"))
        process.arguments = arguments
        process.environment = Program.environment()
        process.standardInput = FileHandle.nullDevice
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let deadline = Deadline()
        while process.isRunning, !deadline.isOver {
            hub?.answer(at: .now)
            var watched = pollfd(fd: hub?.descriptor ?? -1, events: Int16(POLLIN), revents: 0)
            poll(&watched, 1, 5)
        }
        process.terminate()
        process.waitUntilExit()
        func text(_ pipe: Pipe) -> String {
            String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        return (text(output), text(errors), process.terminationStatus)
    }

    @Test func `seminars lists the open ones, as lines and as JSON`() throws {
        let folder = Folder()
        let none = try run("seminars", "--dir", folder.path, "--lang", "zh")
        #expect(none.status == 1)
        #expect(none.output.isEmpty)
        #expect(none.errors == "triptych: 本机没有正在进行的研讨课\n")
        let hub = try open("渝黔", in: folder)
        defer { hub.close() }
        let presenter = try #require(getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) })
        let chinese = try run("seminars", "--dir", folder.path, "--lang", "zh", presenting: hub)
        #expect(chinese.output == "渝黔  \(presenter)  0 人跟随  渝黔毗邻省际协作治理\n")
        #expect(chinese.status == 0)
        let json = try run("seminars", "--dir", folder.path, "--format", "json", presenting: hub)
        let record = try #require(try Invocation.records(of: json.output).first)
        #expect(Set(record.keys) == ["name", "case", "presenter", "user", "followers"])
        #expect(record["name"] as? String == "渝黔")
        #expect(record["case"] as? [String: String] == ["zh": "渝黔毗邻省际协作治理", "en": "Chongqing–Guizhou"])
        #expect(record["presenter"] as? String == presenter)
        #expect(record["followers"] as? Int == 0)
    }

    @Test func `seminars names the presenter as title steps do, with the user`() throws {
        let folder = Folder()
        let hub = try open("yq", in: folder, occasion: Occasion(presenter: "Zhao Ying"))
        defer { hub.close() }
        let user = try #require(getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) })
        let listed = try run("seminars", "--dir", folder.path, "--lang", "en", presenting: hub)
        #expect(listed.output == "yq  Zhao Ying (\(user))  0 followers  Chongqing–Guizhou\n")
        let json = try run("seminars", "--dir", folder.path, "--format", "json", presenting: hub)
        let record = try #require(try Invocation.records(of: json.output).first)
        #expect(record["presenter"] as? String == "Zhao Ying" && record["user"] as? String == user)
    }

    @Test func `a presenter who does not answer is listed all the same`() throws {
        let folder = Folder()
        let hub = try open("asleep", in: folder)
        defer { hub.close() }
        let outcome = try run("seminars", "--dir", folder.path, "--lang", "en")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("asleep  "))
        #expect(outcome.output.hasSuffix("  no answer\n"))
    }

    @Test func `a missing seminar, an invalid name and an unsafe folder have different errors`() throws {
        let folder = Folder()
        let missing = try run("relay", "--dir", folder.path, "nobody")
        #expect(missing.status == 66)
        #expect(
            missing.errors
                == "triptych: nobody presents 'nobody' in \(folder.path); 'triptych seminars' lists what is open\n"
        )
        #expect(try run("relay", "--dir", folder.path, "a;b").status == 64)
        #expect(try run("seminars", "--dir", folder.path + "-gone").status == 69)
        chmod(folder.path, 0o777)
        let unsafe = try run("seminars", "--dir", folder.path)
        #expect(unsafe.status == 69)
        #expect(unsafe.errors.contains("sticky bit"))
    }

    @Test func `a relay does not write to a terminal`() throws {
        let folder = Folder()
        let hub = try open("x", in: folder)
        defer { hub.close() }
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "relay", "--dir", folder.path, "x"], columns: 120)
        #expect(try terminal.end() == .exited(64))
        #expect(terminal.text.contains("triptych follow x"))
    }

    @Test func `a follower connects through the relay, and a speaker only with permission`() throws {
        let folder = Folder()
        let hub = try open("渝黔", in: folder)
        hub.show(SpeakerNotes(text: Text(chinese: "讲稿")))
        // A replacement for ssh that passes its last argument to a shell, as sshd does.
        let script = folder.path + "/ssh"
        let binaries = (Program.built("triptych") as NSString).deletingLastPathComponent
        try Data("#!/bin/sh\nfor line; do :; done\nPATH='\(binaries)':\"$PATH\" exec sh -c \"$line\"\n".utf8)
            .write(to: URL(filePath: script))
        chmod(script, 0o700)
        func follow(as role: Follower.Role) throws -> Follower {
            guard case .remote(var remote) = try SeminarAddress("host:渝黔", directory: folder.path) else {
                throw Overdue(description: "host:渝黔 was not taken for another machine")
            }
            remote.program = script
            return Follower(.remote(remote), as: role, digest: "00112233445566ff", at: .now)
        }
        let audience = try follow(as: .audience)
        let speaker = try follow(as: .speaker)
        defer { [audience, speaker].forEach { $0.leave() } }
        func run(_ what: String, until holds: () -> Bool) throws {
            let deadline = Deadline()
            while true {
                hub.answer(at: .now)
                for follower in [audience, speaker] { follower.answer(at: .now) }
                if holds() { return }
                guard !deadline.isOver else {
                    throw Overdue(description: "\(what): \(audience.status), \(speaker.status)")
                }
                var watched = ([hub.descriptor] + audience.readers + speaker.readers).map {
                    pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
                }
                poll(&watched, nfds_t(watched.count), 20)
            }
        }
        try run("both there") { audience.position != nil && speaker.notes?.text.chinese == "讲稿" }
        #expect(audience.status == .following)
        #expect(audience.notes == nil)
        hub.show(TalkPosition(place: "view=timeline", step: 1))
        audience.raise(RaisedHand(serial: 1))
        try run("the step, and the hand") {
            audience.position?.place == "view=timeline" && speaker.attendance?.hands.count == 1
        }
        hub.close()
        try run("the end") {
            if case .away(.ended, _) = audience.status { true } else { false }
        }
    }
}
