import FuzzerDriver
import Glibc
import System

/// `list` names the targets, `seeds FOLDER` writes their first inputs and words, and the name of a target, with
/// options of libFuzzer and folders of inputs, feeds it.
@main enum Fuzz {
    nonisolated(unsafe) private static var target: FuzzTarget?

    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        switch words.first {
        case "list"?: for target in FuzzTarget.all { print(target.name) }
        case "seeds"? where words.count == 2:
            for target in FuzzTarget.all { writeSeeds(of: target, to: words[1]) }
        case let name?:
            guard let target = FuzzTarget.all.first(where: { $0.name == name }) else { fallthrough }
            self.target = target
            exit(run([CommandLine.arguments[0], "-max_len=\(target.longest)"] + words.dropFirst()))
        case nil:
            print("usage: triptych-fuzz list | seeds FOLDER | TARGET [-OPTION=VALUE …] [FOLDER …]")
            exit(64)
        }
    }

    private static func run(_ words: [String]) -> Int32 {
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var count = Int32(words.count)
        return arguments.withUnsafeMutableBufferPointer { buffer in
            var first = buffer.baseAddress
            return LLVMFuzzerRunDriver(&count, &first) { bytes, size in
                Fuzz.target?.take(Array(UnsafeBufferPointer(start: bytes, count: size)))
                return 0
            }
        }
    }

    private static func writeSeeds(of target: FuzzTarget, to folder: String) {
        let files = target.files.map { path in
            guard let bytes = try? WholeFile.read(path, limit: { _ in 1 << 20 }) else {
                fatalError("\(path) is not there; run it in the root of the repository")
            }
            return Array(bytes.prefix(target.longest))
        }
        let own = folder + "/" + target.name
        mkdir(own, 0o755)
        for (number, seed) in (target.seeds() + files).enumerated() {
            write(seed, to: own + "/seed-\(number)")
        }
        let words = target.words.map { word in
            "\"" + word.utf8.map { byte in "\\x" + hexadecimal(byte) }.joined() + "\"\n"
        }
        write(Array(words.joined().utf8), to: folder + "/" + target.name + ".dict")
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.utf8.count < 2 ? "0" + digits : digits
    }

    private static func write(_ bytes: [UInt8], to path: String) {
        do { try WholeFile.write(bytes, to: path) } catch { fatalError("\(path): \(error)") }
    }
}
