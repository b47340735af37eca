import Foundation

/// A folder with Unicode's data files; Debian's `unicode-data` installs it as `/usr/share/unicode`.
package struct DataFolder: Sendable {
    private let path: String

    /// The folder at a path.
    package init(path: String) { self.path = path }

    /// The text of a file. Debian compresses the largest ones: those are read through bzip2.
    package func text(of file: String) throws(DataError) -> String {
        let whole = "\(path)/\(file)"
        if let text = try? String(contentsOfFile: whole, encoding: .utf8) { return text }
        guard FileManager.default.isReadableFile(atPath: whole + ".bz2") else {
            throw DataError(description: "\(whole): cannot be read; install the package unicode-data")
        }
        do {
            return try Self.decompressed(whole + ".bz2")
        } catch {
            throw DataError(description: "\(whole).bz2: cannot be decompressed; install the package bzip2")
        }
    }

    private static func decompressed(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["bzip2", "-dc", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        // The end of the pipe is the end of the text; only then is there nothing left for bzip2 to wait for.
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw DataError(description: path) }
        return String(decoding: data, as: UTF8.self)
    }
}
