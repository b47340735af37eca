import CaseModel
import Glibc
import System

import Testing

@testable import Seminar

/// Connections between machines: the relay, ssh's arguments, and the listing of seminars.
@Suite struct RelayTests {
    /// A relay whose input and output are held by the test.
    private func relay(in room: Room, forSpeaker: Bool = false) throws -> (relay: Relay, far: ByteStream) {
        var ends: [Int32] = [-1, -1]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let relay = try Relay(
            to: SeminarName("渝黔"), in: room.folder, forSpeaker: forSpeaker, input: ends[0],
            output: dup(ends[0]))
        return (relay, ByteStream(ends[1]))
    }

    @Test func `what goes in on one side comes out on the other, both ways`() throws {
        let room = Room()
        let hub = try room.open(caseBytes: Array(repeating: 5, count: 300_000))
        hub.show(TalkPosition(place: "here"))
        var (relay, far) = try relay(in: room)
        try far.say(.hello(.audience, digest: "another"))
        try far.say(.wandering("river"))
        try far.say(.caseWanted)
        var inbox = Inbox<AudienceMessage>()
        var messages: [AudienceMessage] = []
        var received = 0
        try room.run("the case through the relay") {
            #expect(relay.answer() == nil)
            inbox.take((try? far.read(atMost: 7000)) ?? [])
            while let message = try? inbox.next() {
                messages.append(message)
                if case .casePart(let part) = message { received += part.bytes.count }
            }
            return received == 300_000 && hub.attendance.wanderers == 1
        }
        guard case .welcome = messages[0], case .here(_, let position) = messages[1] else {
            Issue.record("\(messages.prefix(2))")
            return
        }
        #expect(position.place == "here")
        #expect(relay.writers.isEmpty)
        #expect(relay.readers.count == 2)
    }

    @Test func `a relay that finds nobody says so to the follower in a message`() throws {
        let room = Room()
        chmod(room.path, 0o700)
        for (error, reason, tag) in [
            (SeminarError.notThere("x", folder: room.path), DisconnectReason.notThere, 7),
            (.failed(SystemError(.opened, "x", .code(EACCES))), .denied, 8),
        ] as [(SeminarError, DisconnectReason, UInt8)] {
            var ends: [Int32] = [-1, -1]
            #expect(pipe(&ends) == 0)
            Relay.tell(of: error, output: ends[1])
            close(ends[1])
            let bytes = ByteStream(ends[0]).drain().bytes
            close(ends[0])
            #expect(bytes.count == 13 && bytes.last == tag)
            var inbox = Inbox<SpeakerMessage>()
            inbox.take(bytes)
            guard case .talk(let message)? = try inbox.next() else {
                Issue.record("no message came")
                continue
            }
            // A follower takes it as if it had found that out itself.
            let listener = try ListeningSocket(of: SeminarName("渝黔"), in: room.folder)
            let follower = try room.follow()
            follower.answer(at: room.now)
            let stream = try #require(listener.accept().stream)
            _ = try stream.write(Frame(message).bytes[...])
            follower.answer(at: room.now)
            #expect(follower.status == .away(reason, attempts: 1))
            stream.close()
            listener.close()
        }
    }

    @Test func `it ends when either side does`() throws {
        let room = Room()
        let hub = try room.open()
        var (first, far) = try relay(in: room)
        far.close()
        try room.run("the end of the far side") { first.answer() == .follower }
        first.close()
        var (second, other) = try relay(in: room)
        try other.say(.hello(.audience, digest: ""))
        try room.run("following") {
            #expect(second.answer() == nil)
            return hub.attendance.followers == 1
        }
        hub.close()
        var ending: Relay.Ending?
        for _ in 0..<5 where ending == nil { ending = second.answer() }
        #expect(ending == .presenter)
        // The last message was passed on.
        let last = Frame<AudienceMessage>(.ended).bytes
        #expect(other.drain().bytes.suffix(last.count) == last[...])
        #expect(throws: SeminarError.notThere("渝黔", folder: room.path)) { try relay(in: room) }
    }

    @Test func `behind a relay nobody gets the speaker's screen, unless it was allowed`() throws {
        for isMeant in [false, true] {
            let room = Room()
            let hub = try room.open()
            hub.show(SpeakerNotes(text: Text(english: "SECRET")))
            var (relay, far) = try relay(in: room, forSpeaker: isMeant)
            try far.say(.hello(.speaker, digest: ""))
            var bytes: [UInt8] = []
            try room.run("an answer") {
                _ = relay.answer()
                bytes += (try? far.read(atMost: 7000)) ?? []
                return String(decoding: bytes, as: UTF8.self).contains("SECRET")
                    || bytes == Frame<AudienceMessage>(.refused(.notTheSpeaker)).bytes
            }
            #expect(String(decoding: bytes, as: UTF8.self).contains("SECRET") == isMeant)
        }
    }

    @Test func `a blocked reader causes only one buffer of data`() throws {
        let room = Room()
        let hub = try room.open()
        var (relay, far) = try relay(in: room)
        try far.say(.hello(.audience, digest: ""))
        for step in 0..<4000 {
            hub.show(TalkPosition(place: "\(step) " + String(repeating: "x", count: 300)))
            room.turn()
            #expect(relay.answer() == nil)
        }
        #expect(relay.writers.count == 1)
        var inbox = Inbox<AudienceMessage>()
        var last = 0
        try room.run("the newest") {
            _ = relay.answer()
            inbox.take((try? far.read(atMost: 70_000)) ?? [])
            while let message = try? inbox.next() {
                if case .here(let sequence, _) = message { last = sequence }
            }
            return last == 4000
        }
    }

    @Test func `an address is a name, or a host and a name`() throws {
        #expect(try SeminarAddress("渝黔") == .local(SeminarName("渝黔"), .own))
        #expect(try SeminarAddress("ann@host:渝黔").name.text == "渝黔")
        let hosts = ["host", "ann@host.example.org", "10.0.0.7", "[2001:db8::7]", "ssh://ann@host:2222"]
        for host in hosts {
            guard case .remote(let remote) = try SeminarAddress(host + ":x") else {
                Issue.record("\(host) is not taken for a host")
                continue
            }
            #expect(remote.host == (host.hasPrefix("[") ? "2001:db8::7" : host))
        }
        for host in [
            "-oProxyCommand=x", "ann@-oProxyCommand", "", "a b", "a;b", "$(x)", "`x`", "a\nb", "ann@",
        ] {
            #expect(throws: SeminarError.badHost(host)) { try SeminarAddress(host + ":x") }
        }
        #expect(throws: SeminarError.badName("x;y")) { try SeminarAddress("host:x;y") }
        #expect(throws: SeminarError.badName("")) { try SeminarAddress("host:") }
    }

    @Test func `ssh gets separate arguments, and its shell nothing to interpret`() throws {
        func words(_ address: String, directory: String? = nil, asSpeaker: Bool = false, mayAsk: Bool = true)
            throws
            -> [String]
        {
            guard
                case .remote(let remote) = try SeminarAddress(
                    address, directory: directory, sshOptions: ["-p", "22"])
            else { return [] }
            return remote.command(asSpeaker: asSpeaker, mayAsk: mayAsk)
        }
        let plain = try words("host:x")
        #expect(plain.prefix(4) == ["ssh", "-T", "-p", "22"])
        #expect(plain.suffix(3) == ["--", "host", "triptych relay x"])
        #expect(!plain.contains("BatchMode=yes"))
        #expect(try words("host:x", mayAsk: false).contains("BatchMode=yes"))
        #expect(try words("host:渝黔", asSpeaker: true).last == "triptych relay --speaker '渝黔'")
        let hostile = "/srv/a b'; rm -rf $HOME #"
        let line = try #require(try words("host:x", directory: hostile).last)
        // The shell splits it into exactly the intended words.
        let parts = try Self.shell("printf '%s\\n' " + line)
        #expect(parts == ["triptych", "relay", "--dir", hostile, "x"].joined(separator: "\n") + "\n")
    }

    @Test func `a follower over ssh reports ssh's own message after a loss, and reconnects`() throws {
        let room = Room()
        // A replacement for ssh that records its arguments and then runs the test's command.
        let script = room.path + "/ssh"
        func become(_ line: String) throws {
            let text = "#!/bin/sh\nprintf '%s\\n' \"$@\" > \(room.path)/words\n\(line)\n"
            let file = creat(script, 0o700)
            _ = text.withCString { write(file, $0, strlen($0)) }
            close(file)
        }
        try become("echo 'ssh: Could not resolve hostname host' >&2; exit 255")
        guard case .remote(var remote) = try SeminarAddress("host:渝黔") else { return }
        remote.program = script
        let follower = Follower(.remote(remote), digest: "d", at: room.now)
        room.followers.append(follower)
        room.timePasses = false
        try room.run("ssh's words") {
            follower.status == .away(.unreachable(Text("ssh: Could not resolve hostname host")), attempts: 1)
        }
        try become("echo 'Welcome to Debian'; exec cat >/dev/null")
        room.now = try #require(follower.due)
        try room.run("a login message") { follower.status == .away(.foreign, attempts: 2) }
        // A remote presenter: its messages are recorded, and it then only listens.
        let welcome = Welcome(seminar: "渝黔", digest: "d", title: Text(), caseSize: 0)
        let said = room.path + "/said"
        let bytes =
            Frame(AudienceMessage.welcome(welcome)).bytes
            + Frame(AudienceMessage.here(sequence: 1, TalkPosition(place: "afar"))).bytes
        let file = creat(said, 0o600)
        _ = write(file, bytes, bytes.count)
        close(file)
        try become("cat \(said); head -c 30 > \(room.path)/heard")
        room.now = try #require(follower.due)
        try room.run("the place") { follower.position?.place == "afar" }
        #expect(follower.status == .following)
        // It ends after thirty bytes: the greeting arrived, and the end is noticed.
        follower.raise(RaisedHand(serial: 1, at: "river"))
        try room.run("the end") { follower.status == .away(.lost, attempts: 1) }
        follower.leave()
        #expect(try Self.shell("od -An -tx1 -N3 \(room.path)/heard") == " 89 54 53\n")
        #expect(try Self.shell("tail -1 \(room.path)/words") == "triptych relay '渝黔'\n")
        #expect(try Self.shell("grep -c BatchMode \(room.path)/words") == "1\n")
    }

    @Test func `all seminars of a folder are asked at once, including unresponsive ones`() throws {
        let room = Room()
        let hub = try room.open()
        let suspended = try SeminarHub(
            name: SeminarName("asleep"), in: room.folder,
            showing: SeminarHub.SharedCase(digest: "", title: Text()))
        let dead = try SeminarHub(
            name: SeminarName("dead"), in: room.folder,
            showing: SeminarHub.SharedCase(digest: "", title: Text()))
        let path = try room.folder.socket(of: dead.name)
        dead.close()
        let left = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #expect(UnixSocket.withAddress(of: path) { bind(left, $0, $1) } == 0)
        close(left)
        try room.follow()
        try room.run("a follower") { hub.attendance.followers == 1 }
        var listing = try SeminarListing(in: room.folder)
        try room.run("the answer") {
            listing.receive()
            return listing.readers.count == 1
        }
        #expect(listing.entries.map(\.name.text) == ["asleep", "渝黔"])
        #expect(listing.entries[0].followers == nil)
        #expect(listing.entries[0].presenter == geteuid())
        #expect(listing.entries[1].followers == 1)
        #expect(listing.entries[1].welcome?.title.english == "Chongqing–Guizhou")
        // A visitor does not count as a follower.
        room.turn(3)
        #expect(hub.attendance.followers == 1)
        listing.close()
        suspended.close()
    }

    /// What a shell prints for a line.
    private static func shell(_ line: String) throws -> String {
        let child = try ChildProcess(["sh", "-c", line])
        defer { child.end() }
        return String(decoding: child.stream.drain(milliseconds: 5000).bytes, as: UTF8.self)
    }
}
