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

/// An error in the data files, as a sentence.
package struct DataError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
}

/// The texts of the Unicode data files that the width table is made from, as Debian's `unicode-data`
/// installs them.
package struct UnicodeData: Sendable {
    /// Their paths below the data folder.
    package static let files = [
        "EastAsianWidth.txt", "DerivedCoreProperties.txt", "extracted/DerivedGeneralCategory.txt",
        "HangulSyllableType.txt", "emoji/emoji-data.txt",
    ]

    private let texts: [String: String]

    /// Reads every file with `read`, which takes a path of `files`.
    package init(read: (String) throws(DataError) -> String) throws(DataError) {
        var texts: [String: String] = [:]
        for file in Self.files { texts[file] = try read(file) }
        self.texts = texts
    }

    /// The version in the first line of EastAsianWidth.txt, such as `15.0.0`.
    package var version: String {
        get throws(DataError) {
            let first = text("EastAsianWidth.txt").split(separator: "\n").first ?? ""
            guard let dash = first.firstIndex(of: "-"), first.hasSuffix(".txt") else {
                throw DataError(description: "EastAsianWidth.txt: no version in its first line")
            }
            return String(first[first.index(after: dash)...].dropLast(4))
        }
    }

    /// The lines of a property file (UAX #44, 4.2): a scalar or a range of them, and the property's value.
    func properties(_ file: String) throws(DataError) -> [(range: ClosedRange<Int>, value: String)] {
        var result: [(range: ClosedRange<Int>, value: String)] = []
        var number = 0
        for line in text(file).split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let data = line.prefix { $0 != "#" }
            if data.allSatisfy(\.isWhitespace) { continue }
            let fields = data.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard fields.count >= 2, let range = Self.range(fields[0]) else {
                throw DataError(description: "\(file):\(number): not a range and a value")
            }
            result.append((range, fields[1]))
        }
        return result
    }

    private func text(_ file: String) -> String { texts[file] ?? "" }

    private static func range(_ field: String) -> ClosedRange<Int>? {
        let ends = field.split(separator: ".").map { Int($0, radix: 16) }
        guard let lower = ends.first ?? nil, let upper = ends.last ?? nil, ends.count <= 2, lower <= upper,
            upper <= 0x10FFFF
        else { return nil }
        return lower...upper
    }
}
