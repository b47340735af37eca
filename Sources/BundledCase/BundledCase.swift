import CaseFiles
import CaseModel

/// The case in the program, which was checked and packed during the build.
package enum BundledCase {
    /// Opens the case; its records are decoded when they are looked at.
    ///
    /// - Throws: `PackError` if the program's own data is damaged; the build proved it sound.
    package static func open() throws -> Case {
        let content = UnsafeRawBufferPointer(
            start: packedContent.utf8Start, count: packedContent.utf8CodeUnitCount)
        return try Pack.open(trusted: content, directory: Base64.decoded(packedDirectory))
    }
}

/// Base64 as `case-packer` writes it: the standard alphabet, without line breaks.
enum Base64 {
    /// The bytes of a literal, three for each four table look-ups. Nothing is checked: the
    /// literal is as old as the program.
    static func decoded(_ literal: StaticString) -> [UInt8] {
        precondition(literal.hasPointerRepresentation, "the packed case is longer than one character")
        let text = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
        let padding = text.suffix(2).filter { $0 == UInt8(ascii: "=") }.count
        let count = text.count / 4 * 3
        var bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let values = self.values
            values.withUnsafeBufferPointer { values in
                var written = 0
                for quad in stride(from: 0, to: text.count - 3, by: 4) {
                    let word =
                        values[Int(text[quad])] << 18 | values[Int(text[quad + 1])] << 12
                        | values[Int(text[quad + 2])] << 6 | values[Int(text[quad + 3])]
                    buffer[written] = UInt8(truncatingIfNeeded: word >> 16)
                    buffer[written + 1] = UInt8(truncatingIfNeeded: word >> 8)
                    buffer[written + 2] = UInt8(truncatingIfNeeded: word)
                    written += 3
                }
            }
            filled = count
        }
        bytes.removeLast(min(padding, bytes.count))
        return bytes
    }

    /// The value of each character; 0 for those outside of the alphabet.
    private static var values: [UInt32] {
        var values = [UInt32](repeating: 0, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt32(value) }
        return values
    }
}
