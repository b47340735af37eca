import Glibc
import System
import TextLayout

/// A reader that is fed with whatever libFuzzer thinks of.
///
/// `take` ends in a trap when the reader breaks a promise. It may not remember anything: an input has to fail
/// alone as it fails after a million others.
struct FuzzTarget: Sendable {
    /// The name by which `.ci/fuzz` calls it, and that of the folder of its inputs.
    let name: String
    /// Bytes of the longest input.
    var longest = 4096
    /// Words of the format, for libFuzzer to put in.
    var words: [String] = []
    /// Sound inputs to begin with, besides the files.
    var seeds: @Sendable () -> [[UInt8]] = { [] }
    /// Files of the repository to begin with.
    var files: [String] = []
    /// Reads the input and checks what came of it.
    let take: @Sendable ([UInt8]) -> Void

    /// All of them.
    static var all: [FuzzTarget] {
        [
            yaml, json, pack, toFollower, toPresenter, notebook, remembered, configuration, tour, bibTeX, ris,
            cslJSON, csv, refiQDA, query, storedIndex, keys, place,
        ]
    }
}

/// Ends the program if a promise is broken.
func require(_ isKept: Bool, _ promise: @autoclosure () -> String) {
    if !isKept { fatalError(promise()) }
}

/// Ends the program if a text could drive a terminal or deceive its reader.
func requireSafe(_ text: String) {
    require(text.linesSafeToShow == text, "this is not safe to show: \(text.debugDescription)")
}

/// Files for readers that take paths, in a folder of this process.
enum Scratch {
    private static let folder: String = {
        let parent = CurrentProcess.variable("TMPDIR") ?? "/tmp"
        var name = Array("\(parent)/triptych-fuzz-XXXXXX".utf8CString)
        guard name.withUnsafeMutableBufferPointer({ mkdtemp($0.baseAddress!) }) != nil else {
            fatalError("no folder in \(parent)")
        }
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path
    }()

    /// The path of a file with these contents. The file of an earlier input is overwritten.
    static func file(_ name: String, _ bytes: [UInt8]) -> String {
        let path = folder + "/" + name
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        require(descriptor >= 0, "\(path) cannot be written")
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            require(count > 0, "\(path) cannot be written")
            rest = rest.dropFirst(count)
        }
        return path
    }

    /// The path of a folder with these files.
    static func folder(_ name: String, _ files: [(name: String, bytes: [UInt8])]) -> String {
        let path = folder + "/" + name
        mkdir(path, 0o700)
        for entry in files { _ = file(name + "/" + entry.name, entry.bytes) }
        return path
    }
}
