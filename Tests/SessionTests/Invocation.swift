import Foundation
import SessionSupport
import Testing

/// A run of the program without a terminal: its output and its end.
struct Invocation {
    let output: String
    let errors: String
    let status: Int32

    /// Runs the program to its end with these arguments.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        try self.init(Program.built("triptych"), arguments, environment)
    }

    /// Runs a line of a shell, to which the program is known as `$PROGRAM`.
    init(inShell line: String, _ environment: [String: String] = [:]) throws {
        let program = ["PROGRAM": Program.built("triptych")].merging(environment) { _, new in new }
        try self.init("/bin/sh", ["-c", line], program)
    }

    private init(_ program: String, _ arguments: [String], _ environment: [String: String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = Program.environment().merging(environment) { _, new in new }
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = ["output", "errors"].map { folder.appending(path: $0) }
        for file in files { try Data().write(to: file) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: files[0])
        process.standardError = try FileHandle(forWritingTo: files[1])
        try process.run()
        process.waitUntilExit()
        let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
        output = texts[0]
        errors = texts[1]
        status = process.terminationStatus
    }

    /// The records of a JSON array.
    static func records(of json: String) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    /// The records that a command prints with `--format json`.
    static func records(_ arguments: String...) throws -> [[String: Any]] {
        try records(of: Invocation(arguments + ["--format", "json"]).output)
    }
}
