import Glibc

/// A folded word ready to be looked for.
struct Needle {
    private let word: UnsafePointer<UInt8>
    let count: Int
    /// The byte of the word that the case has the fewest of: memchr(3) looks at sixteen bytes or more at once, and
    /// only where that one stands is the word compared.
    private let rarest: Int

    init(_ word: UnsafeBufferPointer<UInt8>, frequencies: [Int]) {
        self.word = word.baseAddress!
        count = word.count
        rarest = word.indices.min { frequencies[Int(word[$0])] < frequencies[Int(word[$1])] } ?? 0
    }

    /// The first place from `start` on where the word stands whole before `end`.
    @inline(__always) func place(in bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var place = start + rarest
        let last = end - count + rarest
        while place <= last {
            guard let found = memchr(bytes + place, Int32(word[rarest]), last - place + 1) else { return nil }
            place = UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
            if stands(at: bytes + (place - rarest)) { return place - rarest }
            place += 1
        }
        return nil
    }

    /// Whether the word stands here, where there are as many bytes.
    @inline(__always) func stands(at bytes: UnsafePointer<UInt8>) -> Bool {
        bytes[0] == word[0] && memcmp(bytes, word, count) == 0
    }
}
