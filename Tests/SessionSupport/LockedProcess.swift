import Glibc

/// A process as the kernel shows it, with checks for what a kiosk must never have.
package struct LockedProcess {
    /// The process id.
    package let identifier: pid_t
    private let program: String

    /// A running process that is sandboxed.
    package init(_ identifier: pid_t) throws {
        self.identifier = identifier
        program = try Self.text(of: identifier, "comm")
    }

    /// The processes, of one program or any, with this word in their command line.
    package static func all(of program: String? = nil, with word: String) -> [pid_t] {
        processes().filter { identifier in
            guard let words = try? text(of: identifier, "cmdline").split(separator: "\0"),
                words.contains(where: { $0 == word })
            else { return false }
            return program == nil || words.first.map(String.init) == program
        }
    }

    /// Checks that the process still runs the same program, is not stopped and has no child; that the kernel keeps
    /// it from changing files and from executing another program; and that no file is open for writing, as far as
    /// the user of the tests may see.
    package func check() throws {
        let status = try Self.fields(of: identifier)
        func expect(_ holds: Bool, _ what: String) throws {
            if !holds { throw Overdue(description: "process \(identifier) \(what): \(status)") }
        }
        try expect(try Self.text(of: identifier, "comm") == program, "has become another program")
        try expect(status["State"]?.hasPrefix("T") == false, "is stopped")
        try expect(status["Seccomp"] == "2" && status["NoNewPrivs"] == "1", "is not locked in")
        for limit in ["Max core file size", "Max file size", "Max processes"] {
            let limits = try Self.text(of: identifier, "limits").split(separator: "\n")
            let line = limits.first { $0.hasPrefix(limit) }
            let values = line?.dropFirst(limit.count).split(separator: " ").prefix(2)
            try expect(values?.allSatisfy { $0 == "0" } == true, "has no limit of '\(limit)'")
        }
        let children = Self.processes().filter {
            (try? Self.fields(of: $0))?["PPid"] == String(identifier)
        }
        try expect(children.isEmpty, "has children \(children)")
        for file in Self.openFiles(of: identifier) ?? [] {
            let isStream = ["/dev/pts/", "/dev/ptmx", "pipe:", "socket:", "/dev/null"].contains {
                file.hasPrefix($0)
            }
            try expect(isStream, "has \(file) open")
        }
    }

    private static func processes() -> [pid_t] {
        names(in: "/proc").compactMap { pid_t($0) }
    }

    // Nil without permission: the entries of a sandboxed process belong to root.
    private static func openFiles(of identifier: pid_t) -> [String]? {
        let folder = "/proc/\(identifier)/fd"
        let numbers = names(in: folder).filter { Int($0) != nil }
        if numbers.isEmpty { return nil }
        return numbers.compactMap { number in
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = buffer.withUnsafeMutableBytes {
                readlink("\(folder)/\(number)", $0.baseAddress!, $0.count)
            }
            return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
        }
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names
    }

    private static func fields(of identifier: pid_t) throws -> [String: String] {
        var fields: [String: String] = [:]
        for line in try text(of: identifier, "status").split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            fields[String(parts[0])] = String(parts[1].drop { $0 == "\t" || $0 == " " })
        }
        return fields
    }

    private static func text(of identifier: pid_t, _ file: String) throws -> String {
        let descriptor = open("/proc/\(identifier)/\(file)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Overdue(description: "there is no process \(identifier)") }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
