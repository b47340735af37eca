import Glibc

/// An sshd for one test: on loopback, at an unprivileged port, with its own keys. It ends with the value, and so does
/// its folder.
///
/// The user who runs the tests, who need not be root, can log in.
package final class SSHServer {
    /// A folder for the files of the test.
    package let folder: String
    /// The port it listens at.
    package let port: Int
    /// The host to log in to.
    package static let host = "127.0.0.1"

    private let child: Child

    /// Starts a server. The folder `programs` comes first in the PATH of its sessions. The settings, which may end in
    /// a `Match` block, come last in its configuration; `FOLDER` in them stands for the folder.
    package init(programs: String, settings: String = "") throws {
        let folder = try Self.newFolder()
        self.folder = folder
        do {
            for key in ["host_key", "guest_key"] {
                try Self.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "\(folder)/\(key)"])
            }
            // As root, sshd needs the folder that Debian's service makes.
            if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
            (child, port) = try Self.start(in: folder, programs: programs, settings: settings)
        } catch {
            try? Self.run(["rm", "-rf", folder])
            throw error
        }
    }

    deinit {
        kill(child.identifier, SIGTERM)
        waitpid(child.identifier, nil, 0)
        try? Self.run(["rm", "-rf", folder])
    }

    /// Throws where sshd cannot allocate terminals: an sshd that does not run as root cannot change their group.
    package static func checkTerminals() throws {
        guard geteuid() != 0, let group = getgrnam("tty")?.pointee.gr_gid else { return }
        var (outer, inner): (Int32, Int32) = (-1, -1)
        guard openpty(&outer, &inner, nil, nil, nil) == 0 else { throw Overdue(description: "no terminal") }
        defer { [outer, inner].forEach { close($0) } }
        var status = stat()
        guard fstat(inner, &status) == 0, status.st_gid == group else {
            throw Overdue(
                description:
                    "sshd needs terminals of the group tty: mount /dev/pts with gid=\(group), or be root")
        }
    }

    /// The public key that can log in.
    package var guestKey: String {
        get throws { try Self.text(of: folder + "/guest_key.pub") }
    }

    /// The options of an ssh that logs in here without questions, at another port if there is a proxy.
    package func options(port: Int? = nil) -> [String] {
        let settings = [
            "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "GlobalKnownHostsFile=/dev/null",
            "LogLevel=ERROR", "IdentitiesOnly=yes", "IdentityAgent=none", "EscapeChar=none",
        ]
        return ["-F", "none", "-p", "\(port ?? self.port)", "-i", "\(folder)/guest_key"]
            + settings.flatMap { ["-o", $0] }
    }

    private static func start(
        in folder: String, programs: String, settings: String
    ) throws -> (Child, port: Int) {
        let log = open(folder + "/log", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(log) }
        for _ in 0..<8 {
            let port = try freePort()
            let libraries = getenv("LD_LIBRARY_PATH").map { " LD_LIBRARY_PATH=" + String(cString: $0) } ?? ""
            let configuration = """
                Port \(port)
                ListenAddress \(host)
                HostKey \(folder)/host_key
                PidFile none
                UsePAM no
                StrictModes no
                PermitRootLogin yes
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                AuthorizedKeysFile \(folder)/guest_key.pub
                MaxStartups 100
                Subsystem sftp internal-sftp
                SetEnv PATH=\(programs):/usr/bin:/bin HOME=\(folder)\(libraries)
                \(settings.split(separator: "FOLDER", omittingEmptySubsequences: false).joined(separator: folder))

                """
            try write(configuration, to: folder + "/configuration")
            let words = ["/usr/sbin/sshd", "-D", "-e", "-f", folder + "/configuration"]
            let child = try Child(words, environment: Program.environment(), output: log)
            let deadline = Deadline()
            // If another program has taken the port meanwhile, sshd ends, and the next port is tried.
            while child.ending() == nil, !deadline.isOver {
                if isListening(at: port) { return (child, port) }
                poll(nil, 0, 10)
            }
            if deadline.isOver { kill(child.identifier, SIGKILL) }
        }
        throw Overdue(description: "sshd does not start: \((try? text(of: folder + "/log")) ?? "")")
    }

    private static func freePort() throws -> Int {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        guard let port = bindToLoopback(listener) else { throw Overdue(description: "no port is free") }
        return port
    }

    private static func isListening(at port: Int) -> Bool {
        let caller = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(caller) }
        return withLoopback(port: port) { connect(caller, $0, $1) } == 0
    }

    private static func newFolder() throws -> String {
        var template = Array("/tmp/triptych-ssh-XXXXXX".utf8CString)
        guard let folder = mkdtemp(&template).map({ String(cString: $0) }) else {
            throw Overdue(description: "no folder: \(String(cString: strerror(errno)))")
        }
        return folder
    }

    private static func run(_ words: [String]) throws {
        let output = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(output) }
        let child = try Child(words, environment: Program.environment(), output: output)
        let deadline = Deadline()
        while !deadline.isOver {
            if let ending = child.ending()?.0 {
                guard ending == .exited(0) else {
                    throw Overdue(description: "\(words[0]) failed: \(ending)")
                }
                return
            }
            poll(nil, 0, 2)
        }
        throw Overdue(description: "\(words[0]) did not end")
    }

    private static func write(_ text: String, to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard file >= 0, Glibc.write(file, bytes, bytes.count) == bytes.count else {
            throw Overdue(description: "\(path) cannot be written")
        }
    }

    private static func text(of path: String) throws -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(file, &buffer, buffer.count)
        guard count >= 0 else { throw Overdue(description: "\(path) cannot be read") }
        return String(decoding: buffer[..<count], as: UTF8.self)
    }
}

/// Binds a socket to a free port of loopback; returns that port.
func bindToLoopback(_ listener: Int32) -> Int? {
    guard withLoopback(port: 0, { bind(listener, $0, $1) }) == 0 else { return nil }
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isNamed = withUnsafeMutableBytes(of: &address) {
        getsockname(listener, $0.assumingMemoryBound(to: sockaddr.self).baseAddress!, &size)
    }
    return isNamed == 0 ? Int(UInt16(bigEndian: address.sin_port)) : nil
}

/// Calls a function with the address of a loopback port.
func withLoopback<Result>(port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafeBytes(of: &address) {
        body($0.assumingMemoryBound(to: sockaddr.self).baseAddress!, socklen_t($0.count))
    }
}
