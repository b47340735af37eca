import Glibc

/// Standard output or standard error, written whole.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    /// Whether addresses in a text can lead there: only on a terminal, and one that takes links (OSC 8).
    var takesLinks: Bool {
        isatty(rawValue) == 1 && getenv("TERM").map { $0.pointee != 0 } == true
            && OperatingSystemCommand.isSkippedOrDone()
    }

    /// Writes the text. A reader that has gone away (`triptych list | head -1`) ends the program quietly.
    func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(rawValue, rest.baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    exit(errno == EPIPE ? 0 : Failure.Status.inputOutput.rawValue)
                }
            }
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate var baseAddress: UnsafePointer<UInt8>? { UnsafeBufferPointer(rebasing: self).baseAddress }
}
