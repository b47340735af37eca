import Foundation
import Kiosk
import SessionSupport
import Testing

/// A process that is locked in as a kiosk is, and tries everything.
@Suite struct SandboxTests {
    /// What the rehearsal did, and the answer to each call: to all of them in the sandbox, or to some outside.
    private func rehearse(outside chosen: [String] = []) throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kiosk-\(UUID().uuidString)")
            .path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("x".utf8).write(to: URL(filePath: folder + "/file"))
        let sockets = try ["own", "other"].map { name in
            let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(folder)/\(name)".utf8) }
            let result = withUnsafeBytes(of: &address) {
                bind(socket, $0.assumingMemoryBound(to: sockaddr.self).baseAddress!, socklen_t($0.count))
            }
            try #require(result == 0 && listen(socket, 8) == 0)
            return socket
        }
        defer { for socket in sockets { close(socket) } }
        // Somebody else's process.
        let other = Process()
        other.executableURL = URL(filePath: "/bin/sleep")
        other.arguments = ["600"]
        other.standardOutput = FileHandle.nullDevice
        other.standardError = FileHandle.nullDevice
        try other.run()
        defer { kill(other.processIdentifier, SIGKILL) }

        let process = Process()
        process.executableURL = URL(filePath: Program.built("kiosk-rehearsal"))
        process.arguments =
            ["own", "other", "file"].map { "\(folder)/\($0)" } + ["\(other.processIdentifier)"]
            + chosen
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        return Dictionary(
            text.split(separator: "\n").map { line in
                let words = line.split(separator: " ")
                return (words.dropLast().joined(separator: " "), String(words.last ?? ""))
            }, uniquingKeysWith: { first, _ in first })
    }

    private static let needed: Set = ["memory", "connect", "send", "raise", "limits"]

    @Test func `a locked process is refused every call that a kiosk does not need`() throws {
        let answers = try rehearse()
        let tried = answers.filter { !Self.needed.contains($0.key) }
        #expect(tried.count >= 70)
        for (call, answer) in tried {
            #expect(["EPERM", "ENOSYS"].contains(answer), "\(call): \(answer)")
        }
        for call in Self.needed.subtracting(["memory"]) { #expect(answers[call] == "done", "\(call)") }
        #expect(answers["memory"] != nil)
    }

    @Test func `the same calls do something outside of the sandbox`() throws {
        let calls = [
            "openat", "openat to write", "fchmodat", "setpriority", "prlimit64 of another", "kill",
            "connect to another", "socket inet", "memfd_create", "mmap to execute",
        ]
        let answers = try rehearse(outside: calls)
        for call in calls { #expect(answers[call] == "done", "\(call)") }
    }

    @Test func `the kernel says what it has`() {
        let support = Kiosk.support
        #expect(support.filtersCalls, "kiosks do not start here")
        if let version = support.landlockVersion { #expect(version >= 1) }
    }
}
