import System

extension ChildProcess {
    /// The first line that a program prints within a time; nil if it cannot be started or prints nothing.
    static func output(of words: [String], milliseconds: Int) -> String? {
        guard let child = try? ChildProcess(words) else { return nil }
        defer { child.end() }
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        var bytes: [UInt8] = []
        while !bytes.contains(UInt8(ascii: "\n")), bytes.count < 4096 {
            let left = Int((end - .now) / .milliseconds(1))
            guard left > 0, !Poll.wait(readers: [child.stream.descriptor], milliseconds: left).isEmpty,
                let more = try? child.stream.read(atMost: 4096)
            else { break }
            bytes += more
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }
}
