import Foundation
import SessionSupport
import Testing

/// A machine that can be made a seminar host without a trace: a namespace of mounts in which `/etc`, `/home`, `/srv` and
/// `/usr/local/bin` are copies, with an sshd on a port of loopback. Its processes end with the value.
final class SeminarHostMachine {
    private let folder: String
    private let keeper: PseudoTerminal
    /// The first process of the namespace.
    private let first: String
    private let port = Int.random(in: 20_000...30_000)

    /// True for root with the programs of a Debian host, where mounts of one's own are allowed.
    static let isPossible: Bool = {
        let programs = [
            "/usr/sbin/sshd", "/usr/sbin/useradd", "/usr/bin/tmux", "/usr/bin/nsenter", "/etc/pam.d/sshd",
        ]
        guard geteuid() == 0, programs.allSatisfy({ access($0, F_OK) == 0 }) else { return false }
        let trial = try? PseudoTerminal(apart + ["true"])
        return (try? trial?.end(milliseconds: 5000)) == .exited(0)
    }()

    /// What runs a command apart, as the first process of a namespace of processes, which all end with it.
    private static let apart = [
        "unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--mount-proc",
    ]

    init() throws {
        folder = "/tmp/triptych-host-\(getpid())-\(UInt32.random(in: .min ... .max))"
        let own = Program.built("triptych")
        let lines = [
            "mkdir -m 755 \(folder) && cd \(folder) && mkdir etc bin home srv && cp -a /etc/. etc",
            "cp \(TmuxSession.quoted(own)) bin/triptych && chmod 755 bin/triptych",
            "for name in etc home srv; do mount --bind $name /$name; done",
            "mount --bind bin /usr/local/bin && mkdir -p /run/sshd",
            "ssh-keygen -q -t ed25519 -N '' -f key && ssh-keygen -A", "echo is ready", "exec cat",
        ]
        keeper = try PseudoTerminal(Self.apart + ["sh", "-c", lines.joined(separator: "; ")])
        try keeper.wait(for: "is ready")
        let children = try String(
            contentsOfFile: "/proc/\(keeper.process)/task/\(keeper.process)/children", encoding: .utf8)
        first = children.trimmingCharacters(in: .whitespaces)
    }

    deinit {
        keeper.signal(SIGKILL)
        _ = try? keeper.end(milliseconds: 5000)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The key of everybody's lines, without its type.
    var guestKey: String {
        get throws {
            let key = try String(contentsOfFile: folder + "/key.pub", encoding: .utf8)
            return String(try #require(key.split(separator: " ").dropFirst().first))
        }
    }

    /// Runs a line as root.
    func run(_ line: String) throws {
        // What systemd would do.
        let line = line == "systemctl reload ssh" ? "kill -HUP $(cat /srv/sshd.pid)" : line
        let shell = try PseudoTerminal(["nsenter", "-t", first, "-m", "-p", "sh", "-c", line])
        let ending = try shell.end()
        #expect(ending == .exited(0), "\(line): \(shell.text)")
    }

    /// Adds a user with a home, who can log in.
    func add(user: String) throws {
        try run("useradd --create-home --shell /bin/bash \(user)")
        try run("install -d -o \(user) -m 700 /home/\(user)/.ssh")
        try run("install -o \(user) -m 600 \(folder)/key.pub /home/\(user)/.ssh/authorized_keys")
    }

    /// Writes a file on the host.
    func write(_ text: String, to path: String, mode: String = "644") throws {
        try text.write(toFile: folder + "/file", atomically: true, encoding: .utf8)
        try run("install -m \(mode) \(folder)/file \(path)")
    }

    /// Starts sshd with Debian's configuration.
    func startServer(_ settings: [String] = []) throws {
        let all = ["Port=\(port)", "ListenAddress=127.0.0.1", "PidFile=/srv/sshd.pid"] + settings
        // The terminal closes as soon as sshd has forked, and its hang-up must not meet the child before that has a
        // session of its own.
        try run("trap '' HUP; /usr/sbin/sshd -E /srv/log " + all.map { "-o \($0)" }.joined(separator: " "))
        let deadline = Deadline()
        while (try? String(contentsOfFile: folder + "/srv/sshd.pid", encoding: .utf8))?.isEmpty != false {
            if deadline.isOver {
                let log = (try? String(contentsOfFile: folder + "/srv/log", encoding: .utf8)) ?? "no log"
                throw Overdue(description: "sshd does not start: \(log)")
            }
            poll(nil, 0, 10)
        }
    }

    /// The options of an ssh that logs in without questions and sends no language.
    private var options: [String] {
        let settings = [
            "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "GlobalKnownHostsFile=/dev/null",
            "LogLevel=ERROR", "PreferredAuthentications=publickey", "IdentitiesOnly=yes",
            "IdentityAgent=none", "EscapeChar=none",
        ]
        return ["-F", "none", "-p", "\(port)", "-i", "\(folder)/key"] + settings.flatMap { ["-o", $0] }
    }

    /// What a user of the host types on another machine, which may be one without a language.
    private func words(_ user: String, _ words: [String]) -> [String] {
        ["ssh", "-tt"] + options + ["\(user)@127.0.0.1"] + words
    }

    /// A terminal of a user of the host, seen as bytes up to its end.
    func ssh(_ user: String, _ command: String...) throws -> PseudoTerminal {
        try PseudoTerminal(words(user, command))
    }

    /// A terminal of a user of the host, seen as pictures.
    func screen(_ user: String, _ command: String...) throws -> TmuxSession {
        try Self.screen(words(user, command))
    }

    /// A line that a guest types on another machine, which has `triptych`.
    func client(_ line: String) throws -> TmuxSession {
        let words = line.replacing("HOST", with: "127.0.0.1").replacing("-i ~/.ssh/the_key", with: "")
            .split(separator: " ").map(String.init)
        return try Self.screen([Program.built("triptych")] + words.dropFirst() + options)
    }

    private static func screen(_ words: [String]) throws -> TmuxSession {
        try TmuxSession(
            "exec " + words.map(TmuxSession.quoted).joined(separator: " "), environment: ["LANG": "C.UTF-8"])
    }

    /// Breaks the lines whose command has a word.
    func breakLines(with word: String) {
        for line in Set(LockedProcess.all(of: "ssh", with: word))
            .intersection(LockedProcess.all(of: "ssh", with: "\(port)"))
        {
            kill(line, SIGKILL)
        }
    }
}
