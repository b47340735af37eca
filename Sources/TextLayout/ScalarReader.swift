/// The scalars of a text, read from its bytes: widths are asked of every text that is drawn, several times over.
struct ScalarReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// The bytes that are read.
    private(set) var position = 0

    @inline(__always)
    fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The next scalar; nil at the end. A string's bytes are well-formed UTF-8, so that the first one says how many
    /// follow.
    @inline(__always)
    mutating func next() -> Unicode.Scalar? {
        guard position < bytes.count else { return nil }
        let first = UInt32(bytes[position])
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = length == 1 ? first : first & (0x7F >> UInt32(length))
        for offset in 1..<max(1, length) { value = value << 6 | UInt32(bytes[position + offset]) & 0x3F }
        position += length
        return Unicode.Scalar(value)
    }
}

extension String {
    /// The result of reading the scalars; nil where the bytes do not lie side by side, which is so for no string of ours.
    @inline(__always)
    func withScalars<Result>(_ body: (inout ScalarReader) -> Result?) -> Result? {
        utf8.withContiguousStorageIfAvailable { bytes in
            var reader = ScalarReader(bytes)
            return body(&reader)
        } ?? nil
    }
}
