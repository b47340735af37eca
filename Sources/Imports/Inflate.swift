/// Unpacks what deflate packed (RFC 1951), into no more bytes than are allowed.
struct Inflate {
    /// What keeps data from being unpacked.
    enum Failure: Error, Equatable {
        /// The data is not deflate's, or breaks off.
        case damaged
        /// The data is longer than it may be.
        case tooLong
    }

    private let input: ArraySlice<UInt8>
    private var place: Int
    private var bits: UInt32 = 0
    private var bitCount: UInt32 = 0
    private var output: [UInt8] = []
    private let limit: Int

    /// The bytes that the data stands for, at most `limit` of them.
    static func bytes(_ input: ArraySlice<UInt8>, limit: Int) throws(Failure) -> [UInt8] {
        var inflate = Inflate(input: input, limit: limit)
        try inflate.blocks()
        return inflate.output
    }

    private init(input: ArraySlice<UInt8>, limit: Int) {
        (self.input, self.limit, place) = (input, limit, input.startIndex)
    }

    private mutating func blocks() throws(Failure) {
        var isLast = false
        while !isLast {
            isLast = try take(1) == 1
            switch try take(2) {
            case 0: try stored()
            case 1: try compressed(Self.fixed.literals, Self.fixed.distances)
            case 2:
                let tables = try dynamic()
                try compressed(tables.literals, tables.distances)
            case _: throw .damaged
            }
        }
    }

    /// The next bits, the lowest first.
    private mutating func take(_ count: UInt32) throws(Failure) -> Int {
        while bitCount < count {
            guard place < input.endIndex else { throw .damaged }
            bits |= UInt32(input[place]) << bitCount
            bitCount += 8
            place += 1
        }
        let value = bits & ((1 << count) - 1)
        bits >>= count
        bitCount -= count
        return Int(value)
    }

    private mutating func append(_ byte: UInt8) throws(Failure) {
        guard output.count < limit else { throw .tooLong }
        output.append(byte)
    }

    /// A block that is copied: its length, the length's complement, the bytes.
    private mutating func stored() throws(Failure) {
        (bits, bitCount) = (0, 0)
        guard input.endIndex - place >= 4 else { throw .damaged }
        let length = Int(input[place]) | Int(input[place + 1]) << 8
        let complement = Int(input[place + 2]) | Int(input[place + 3]) << 8
        place += 4
        guard length == complement ^ 0xFFFF, input.endIndex - place >= length else { throw .damaged }
        guard output.count + length <= limit else { throw .tooLong }
        output += input[place..<(place + length)]
        place += length
    }

    /// A block of literals and of references to what is behind.
    private mutating func compressed(_ literals: Huffman, _ distances: Huffman) throws(Failure) {
        while true {
            let symbol = try literals.symbol(&self)
            switch symbol {
            case 0..<256: try append(UInt8(symbol))
            case 256: return
            case 257..<286:
                let length = Self.lengths[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
                let code = try distances.symbol(&self)
                guard code < 30 else { throw .damaged }
                let distance = Self.distances[code] + (try take(Self.distanceBits[code]))
                guard distance <= output.count else { throw .damaged }
                guard output.count + length <= limit else { throw .tooLong }
                // The piece may overlap what it makes.
                for _ in 0..<length { output.append(output[output.count - distance]) }
            case _: throw .damaged
            }
        }
    }

    /// The codes of a block that brings its own: their lengths are packed in a code of their own.
    private mutating func dynamic() throws(Failure) -> (literals: Huffman, distances: Huffman) {
        let literalCount = try take(5) + 257
        let distanceCount = try take(5) + 1
        let codeCount = try take(4) + 4
        guard literalCount <= 286, distanceCount <= 30 else { throw .damaged }
        var codeLengths = [UInt8](repeating: 0, count: 19)
        for place in Self.codeOrder.prefix(codeCount) { codeLengths[place] = UInt8(try take(3)) }
        let codes = try Huffman(codeLengths)
        var lengths: [UInt8] = []
        while lengths.count < literalCount + distanceCount {
            let symbol = try codes.symbol(&self)
            switch symbol {
            case 0..<16: lengths.append(UInt8(symbol))
            case 16:
                guard let last = lengths.last else { throw .damaged }
                lengths += [UInt8](repeating: last, count: try take(2) + 3)
            case 17: lengths += [UInt8](repeating: 0, count: try take(3) + 3)
            case _: lengths += [UInt8](repeating: 0, count: try take(7) + 11)
            }
        }
        guard lengths.count == literalCount + distanceCount, lengths[256] > 0 else { throw .damaged }
        return (
            try Huffman(Array(lengths[..<literalCount])), try Huffman(Array(lengths[literalCount...]))
        )
    }

    /// A canonical prefix code: how many codes have each length, and the symbols in the order of their codes.
    private struct Huffman {
        private var counts = [Int](repeating: 0, count: 16)
        private var symbols: [UInt16] = []

        /// Fails where more codes are promised than fit. One code alone may be too few, as deflate writes for a single
        /// distance.
        init(_ lengths: [UInt8]) throws(Failure) {
            for length in lengths { counts[Int(length)] += 1 }
            counts[0] = 0
            var free = 1
            for count in counts.dropFirst() {
                free = free * 2 - count
                guard free >= 0 else { throw .damaged }
            }
            symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
                (lengths[$0], $0) < (lengths[$1], $1)
            }
            .map { UInt16($0) }
        }

        func symbol(_ input: inout Inflate) throws(Failure) -> Int {
            var (code, first, index) = (0, 0, 0)
            for length in 1...15 {
                code |= try input.take(1)
                let count = counts[length]
                if code - count < first { return Int(symbols[index + code - first]) }
                index += count
                first = (first + count) << 1
                code <<= 1
            }
            throw .damaged
        }
    }

    private static let fixed: (literals: Huffman, distances: Huffman) = {
        let lengths = (0..<288).map { symbol -> UInt8 in
            switch symbol {
            case 0..<144: 8
            case 144..<256: 9
            case 256..<280: 7
            case _: 8
            }
        }
        // Both codes are whole by their making.
        guard let literals = try? Huffman(lengths),
            let distances = try? Huffman([UInt8](repeating: 5, count: 30))
        else { fatalError("the fixed codes of deflate are whole") }
        return (literals, distances)
    }()

    private static let codeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengths = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163,
        195, 227, 258,
    ]
    private static let lengthBits: [UInt32] = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let distances = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
        4097, 6145, 8193, 12289, 16385, 24577,
    ]
    private static let distanceBits: [UInt32] = [
        0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
    ]
}
