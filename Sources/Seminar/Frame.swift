/// The format of a message on the wire.
///
/// ```
/// magic      3  0x89 T S
/// version    1  this byte and the three before it stay what they are in every version
/// length     4  of the payload, little-endian, like the one below
/// checksum   4  of the payload
/// payload       a byte that says which message it is, then what it says
/// ```
enum FrameForm {
    static let magic: [UInt8] = [0x89, 0x54, 0x53]
    /// The version that this program writes, and the only one that it reads.
    static let version: UInt8 = 3
    static let headerSize = 12

    /// FNV-1a, eight bytes at a time, folded; it detects accidental damage, not forgery.
    static func checksum(_ payload: some Collection<UInt8>) -> UInt32 {
        let mixed =
            payload.withContiguousStorageIfAvailable { mixture(of: UnsafeRawBufferPointer($0)) }
            ?? Array(payload).withUnsafeBytes(mixture)
        return UInt32(truncatingIfNeeded: mixed ^ (mixed >> 32))
    }

    private static func mixture(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        func mix(_ word: UInt64) {
            let product = (hash ^ word) &* 0x0000_0100_0000_01b3
            hash = product ^ (product >> 29)
        }
        while offset + 8 <= bytes.count {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        while offset < bytes.count {
            mix(UInt64(bytes[offset]))
            offset += 1
        }
        return hash
    }
}

/// A message as bytes, encoded once and shared by all its recipients.
///
/// The type parameter restricts the recipients: a frame for the speaker cannot be sent to the audience.
struct Frame<Content: Message>: Sendable {
    let bytes: [UInt8]

    init(_ message: Content) {
        var writer = WireWriter()
        writer.byte(message.tag)
        message.write(into: &writer)
        let payload = writer.bytes
        var bytes = FrameForm.magic + [FrameForm.version]
        bytes.reserveCapacity(FrameForm.headerSize + payload.count)
        for word in [UInt32(payload.count), FrameForm.checksum(payload)] {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        self.bytes = bytes + payload
    }
}

/// A buffer of received bytes until messages are complete.
struct Inbox<Content: Message> {
    private var bytes: [UInt8] = []
    private var start = 0

    /// Appends received bytes; `next` must then be called until it returns nil.
    mutating func take(_ more: [UInt8]) {
        if start > 0 {
            bytes.removeSubrange(..<start)
            start = 0
        }
        bytes += more
    }

    /// The next complete message; nil until more bytes arrive. After an error the connection is unusable.
    mutating func next() throws(WireError) -> Content? {
        let waiting = bytes.count - start
        for (place, byte) in FrameForm.magic.prefix(waiting).enumerated() where bytes[start + place] != byte {
            throw .foreign
        }
        if waiting > 3, case let version = bytes[start + 3], version != FrameForm.version {
            throw .otherVersion(Int(version))
        }
        guard waiting >= FrameForm.headerSize else { return nil }
        let length = Int(word(at: start + 4))
        guard (1...Content.largest).contains(length) else { throw .oversize }
        guard waiting >= FrameForm.headerSize + length else { return nil }
        let payload = bytes[(start + FrameForm.headerSize)...].prefix(length)
        guard word(at: start + 8) == FrameForm.checksum(payload) else { throw .damaged }
        start += FrameForm.headerSize + length
        var reader = WireReader(Array(payload))
        let message = try Content(tag: try reader.byte(), from: &reader)
        try reader.finish()
        return message
    }

    private func word(at offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
    }
}
