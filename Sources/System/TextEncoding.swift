import Glibc

/// Text in encodings other than UTF-8, as far as the C library knows them.
package enum TextEncoding {
    /// Text of bytes in an encoding such as `gb18030` or `windows-1252`, as UTF-8.
    package static func utf8(_ bytes: [UInt8], from name: String) throws(TextEncodingError) -> [UInt8] {
        let isName = name.utf8.allSatisfy { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII
                && (character.isLetter || character.isNumber || "-_.:".contains(character))
        }
        guard isName, !name.isEmpty, let converter = iconv_open("UTF-8", name), converter != Self.failure
        else { throw .unknown }
        defer { iconv_close(converter) }
        var (input, offset, failed) = (bytes, 0, false)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        input.withUnsafeMutableBytes { input in
            buffer.withUnsafeMutableBytes { buffer in
                var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = input.count
                while left > 0, !failed {
                    var end = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
                    var room = buffer.count
                    let result = iconv(converter, &next, &left, &end, &room)
                    text.append(contentsOf: buffer[..<(buffer.count - room)])
                    // A full buffer is no failure.
                    failed = result == -1 && errno != E2BIG
                }
                offset = input.count - left
            }
        }
        guard !failed else { throw .malformed(offset: offset) }
        return text
    }

    /// What `iconv_open` returns instead of a converter.
    private static var failure: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: -1) }
}

/// Why bytes are not text of an encoding.
package enum TextEncodingError: Error, Equatable {
    /// The C library knows no encoding of this name.
    case unknown
    /// From an offset on the bytes are no text of the encoding.
    case malformed(offset: Int)
}
