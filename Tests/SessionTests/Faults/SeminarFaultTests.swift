import Foundation
import SessionSupport
import Testing

/// Calls that fail at either end of a seminar cost a moment: presenter and follower find each other again by themselves.
@Suite struct SeminarFaultTests {
    private static let presenting = ["accept", "epoll_ctl", "epoll_wait", "getsockopt", "send", "setsockopt"]
    private static let following = ["connect", "poll", "read", "send", "socket"]

    /// A folder for the sockets.
    private final class Folder {
        let path = "/tmp/triptych-\(UInt32.random(in: .min ... .max))"
        init() throws {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func start(_ arguments: [String], _ faults: [Fault]) throws -> PseudoTerminal {
            let settings = ["XDG_RUNTIME_DIR": path].merging(Fault.environment(faults)) { _, new in new }
            return try PseudoTerminal(
                [Program.built("triptych")] + arguments + ["--lang", "zh"],
                environment: Program.environment(settings))
        }
    }

    private func expectSteps(_ presenters: [Fault], _ followers: [Fault]) throws {
        let said = Comment(rawValue: "\(presenters)\(followers)")
        let folder = try Folder()
        let presenter = try folder.start(
            ["present", "--tour", "five-minutes", "--name", "faults"], presenters)
        try presenter.wait(for: "0 人跟随")
        let follower = try folder.start(["follow", "faults"], followers)
        try follower.wait(for: "1/6")
        presenter.send("  ")
        try follower.wait(for: "组织：靠什么安排")
        presenter.send("Q")
        #expect(try presenter.end() == .exited(0), said)
        try follower.wait(for: "已结束讲解")
        follower.send("Q")
        #expect(try follower.end() == .exited(0), said)
        for terminal in [presenter, follower] { #expect(terminal.modes == terminal.modesBefore, said) }
    }

    @Test(arguments: presenting) func `a call of the presenter's fails`(call: String) throws {
        // The first two of this call belong to the seminar itself.
        let first = call == "epoll_ctl" ? 3 : 1
        for (number, error) in (Fault.errors[call] ?? [EIO]).enumerated() {
            try expectSteps([Fault(call: call, first: first + number, error: error)], [])
        }
    }

    @Test(arguments: [
        Fault(call: "epoll_create1", first: 1, error: EMFILE),
        Fault(call: "timerfd_create", first: 1, error: EMFILE),
        Fault(call: "epoll_ctl", first: 1, error: ENOSPC), Fault(call: "epoll_ctl", first: 2, error: ENOMEM),
        Fault(call: "socket", first: 1, error: EMFILE), Fault(call: "bind", first: 1, error: EROFS),
        Fault(call: "chmod", first: 1, error: EROFS), Fault(call: "listen", first: 1, error: EADDRINUSE),
    ]) func `a seminar that nobody could follow is not opened, and leaves no socket`(fault: Fault) throws {
        let folder = try Folder()
        let presenter = try folder.start(["present", "--tour", "five-minutes", "--name", "faults"], [fault])
        #expect(try presenter.end() == .exited(69))
        #expect(presenter.text.hasPrefix("triptych: ") && !presenter.text.contains("\u{1B}"))
        // The folder of the sockets may not have been needed yet.
        let left = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/triptych")
        #expect(left ?? [] == [])
    }

    @Test(arguments: following) func `a call of a follower's fails`(call: String) throws {
        for (number, error) in (Fault.errors[call] ?? [EIO]).enumerated() {
            try expectSteps([], [Fault(call: call, first: 1 + number, error: error)])
        }
    }

    @Test(arguments: [
        Fault(call: "posix_spawnp", first: 1, error: EAGAIN, count: 1000),
        Fault(call: "posix_spawnp", first: 1, error: ENOMEM),
        Fault(call: "socketpair", first: 1, error: EMFILE, count: 1000),
    ]) func `a follower without a process for ssh says so, and can be left`(fault: Fault) throws {
        let folder = try Folder()
        let follower = try folder.start(["follow", "nobody@localhost:faults"], [fault])
        try follower.wait(for: "连接不上")
        follower.send("Q")
        #expect(try follower.end() == .exited(0), "\(fault)")
        #expect(follower.modes == follower.modesBefore, "\(fault)")
    }

    @Test func `signals interrupt all calls of both`() throws {
        let storm = Fault.interruptible.map { Fault(call: $0, first: 3, error: EINTR, count: 20) }
        try expectSteps(storm, storm)
    }

    @Test func `without descriptors for a while, no follower is lost for good`() throws {
        try expectSteps([Fault(call: "accept", first: 1, error: EMFILE, count: 3)], [])
        try expectSteps([], [Fault(call: "socket", first: 1, error: EMFILE, count: 2)])
    }

    @Test func `both clocks leap`() throws {
        let folder = try Folder()
        let presenter = try folder.start(["present", "--tour", "five-minutes", "--name", "faults"], [])
        try presenter.wait(for: "0 人跟随")
        let settings = Fault.environment([]).merging([
            "FAULT_CLOCK": "2:-100000000", "FAULT_PAUSE": "40:86400", "XDG_RUNTIME_DIR": folder.path,
        ]) { _, new in new }
        let follower = try PseudoTerminal(
            [Program.built("triptych"), "follow", "faults", "--lang", "zh", "--speaker"],
            environment: Program.environment(settings))
        try follower.wait(for: "1/6")
        presenter.send("  ")
        try follower.wait(for: "组织：靠什么安排")
        follower.send("Q")
        #expect(try follower.end() == .exited(0))
    }

    @Test(arguments: 3...4) func `a kiosk that the kernel does not lock in shows nothing`(number: Int) throws
    {
        let refusal = Fault.environment([Fault(call: "prctl", first: number, error: EPERM)])
        let terminal = try PseudoTerminal(
            [Program.built("triptych"), "browse", "--kiosk", "--lang", "en"],
            environment: Program.environment(refusal))
        #expect(try terminal.end() == .exited(69))
        #expect(terminal.text.contains("the kernel does not sandbox this process"))
        #expect(!terminal.text.contains("Consensus"))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test(arguments: [
        Fault(call: "mmap", first: 1, error: ENOMEM, count: 1000),
        Fault(call: "mprotect", first: 1, error: ENOMEM),
    ]) func `a kiosk whose one address cannot be sealed connects to none`(fault: Fault) throws {
        let folder = try Folder()
        let terminal = try folder.start(["follow", "faults", "--kiosk"], [fault])
        #expect(try terminal.end() == .exited(69))
        #expect(terminal.text.hasPrefix("triptych: ") && !terminal.text.contains("\u{1B}"))
        #expect(terminal.modes == terminal.modesBefore)
    }
}
