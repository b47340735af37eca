/// FNV-1a, eight bytes at a time: each step is a bijection, so that a change of a single word is always noticed.
/// It guards against accidents only; what is forged is for its reader to refuse.
package enum Checksum {
    /// The checksum of some bytes.
    package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        while offset + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            hash = mixed(hash ^ word)
            offset += 8
        }
        while offset < bytes.count {
            hash = mixed(hash ^ UInt64(bytes[offset]))
            offset += 1
        }
        return hash ^ (hash >> 32)
    }

    /// The multiplication carries only upwards; the shift mixes the upper half into the lower.
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let product = hash &* 0x0000_0100_0000_01b3
        return product ^ (product >> 29)
    }
}
