/// A QR code (ISO/IEC 18004) of a short text: byte mode, error correction level M, versions 1 to 10.
struct QRCode: Equatable, Sendable {
    /// The number of modules on each side, without the quiet zone.
    let size: Int
    /// The mask pattern chosen for the fewest misleading shapes, 0 to 7.
    let mask: Int
    /// The modules row by row; true is dark.
    private let modules: [Bool]

    /// The greatest number of bytes that fit.
    static let largest = 213

    /// Nil for a text that does not fit.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = Version.all.first(where: { bytes.count <= $0.capacity }) else { return nil }
        let plain = Symbol(version, codewords: version.codewords(of: bytes))
        let masked = (0..<8).map { plain.masked($0) }
        let penalties = masked.map(\.penalty)
        mask = penalties.indices.min { penalties[$0] < penalties[$1] } ?? 0
        size = version.size
        modules = masked[mask].modules
    }

    /// True for a dark module; the quiet zone around the symbol is light.
    func isDark(row: Int, column: Int) -> Bool {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
        return modules[row * size + column]
    }

    /// The width of the quiet zone in modules: half of the standard's four is enough for cameras of today.
    static let quiet = 2

    /// The columns of the code as text.
    var columns: Int { size + 2 * Self.quiet }
    /// The lines of the code as text, two rows of modules each.
    var rows: Int { (columns + 1) / 2 }

    /// The code as lines of half blocks, quiet zone included. The light modules are drawn and the dark ones left out,
    /// as a terminal with a dark background needs it.
    var lines: [String] {
        (0..<rows).map { line in
            String(
                (0..<columns).map { column -> Character in
                    let (above, below) = (light(2 * line, column), light(2 * line + 1, column))
                    return above ? (below ? "█" : "▀") : (below ? "▄" : " ")
                })
        }
    }

    private func light(_ row: Int, _ column: Int) -> Bool {
        row < columns && !isDark(row: row - Self.quiet, column: column - Self.quiet)
    }
}

/// A version of the symbol, which determines its size and how its codewords are divided into blocks.
private struct Version {
    let number: Int
    /// All codewords of the symbol.
    let total: Int
    let blocks: Int
    /// The codewords of error correction in each block.
    let correction: Int
    /// The centres of the alignment patterns on each axis.
    let alignments: [Int]

    /// The versions 1 to 10 at level M, with the figures of the standard's tables.
    static let all = [
        Version(number: 1, total: 26, blocks: 1, correction: 10, alignments: []),
        Version(number: 2, total: 44, blocks: 1, correction: 16, alignments: [6, 18]),
        Version(number: 3, total: 70, blocks: 1, correction: 26, alignments: [6, 22]),
        Version(number: 4, total: 100, blocks: 2, correction: 18, alignments: [6, 26]),
        Version(number: 5, total: 134, blocks: 2, correction: 24, alignments: [6, 30]),
        Version(number: 6, total: 172, blocks: 4, correction: 16, alignments: [6, 34]),
        Version(number: 7, total: 196, blocks: 4, correction: 18, alignments: [6, 22, 38]),
        Version(number: 8, total: 242, blocks: 4, correction: 22, alignments: [6, 24, 42]),
        Version(number: 9, total: 292, blocks: 5, correction: 22, alignments: [6, 26, 46]),
        Version(number: 10, total: 346, blocks: 5, correction: 26, alignments: [6, 28, 50]),
    ]

    var size: Int { 17 + 4 * number }
    private var data: Int { total - blocks * correction }
    /// The bits of the number of bytes.
    private var countBits: Int { number < 10 ? 8 : 16 }
    /// The greatest number of bytes of a text.
    var capacity: Int { (8 * data - 4 - countBits) / 8 }

    /// The text with its header, padding and error correction, in the order of the symbol.
    func codewords(of text: [UInt8]) -> [UInt8] {
        var bits = Bits()
        bits.append(0b0100, count: 4)
        bits.append(text.count, count: countBits)
        for byte in text { bits.append(Int(byte), count: 8) }
        bits.append(0, count: min(4, 8 * data - bits.count))
        var bytes = bits.bytes
        for padding in 0..<max(0, data - bytes.count) { bytes.append(padding % 2 == 0 ? 0xEC : 0x11) }

        // The last blocks are one codeword longer where the codewords cannot be divided evenly.
        let short = data / blocks
        let long = data % blocks
        let divisor = ReedSolomon.divisor(degree: correction)
        var (parts, remainders): ([[UInt8]], [[UInt8]]) = ([], [])
        var start = 0
        for block in 0..<blocks {
            let count = short + (block >= blocks - long ? 1 : 0)
            parts.append(Array(bytes[start..<start + count]))
            remainders.append(ReedSolomon.remainder(of: bytes[start..<start + count], by: divisor))
            start += count
        }
        var result: [UInt8] = []
        for place in 0...short { result += parts.compactMap { $0.indices.contains(place) ? $0[place] : nil } }
        for place in 0..<correction { result += remainders.map { $0[place] } }
        return result
    }
}

/// A sequence of bits, the most significant first.
private struct Bits {
    private var bits: [Bool] = []

    var count: Int { bits.count }

    mutating func append(_ value: Int, count: Int) {
        for place in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> place & 1 == 1) }
    }

    /// The bits as bytes, the last one filled with zeros.
    var bytes: [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<min(start + 8, bits.count)].enumerated().reduce(0) { byte, bit in
                byte | (bit.element ? 0x80 >> bit.offset : 0)
            }
        }
    }
}

/// Reed–Solomon codes over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1.
private enum ReedSolomon {
    private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
        var result = 0
        for place in stride(from: 7, through: 0, by: -1) {
            result = result << 1 ^ (result >> 7) * 0x11D
            if other >> place & 1 == 1 { result ^= Int(one) }
        }
        return UInt8(truncatingIfNeeded: result)
    }

    /// The generator polynomial without its leading coefficient.
    static func divisor(degree: Int) -> [UInt8] {
        var result = Array(repeating: UInt8(0), count: degree)
        result[degree - 1] = 1
        var root: UInt8 = 1
        for _ in 0..<degree {
            for place in 0..<degree {
                result[place] = product(result[place], root)
                if place + 1 < degree { result[place] ^= result[place + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    static func remainder(of data: ArraySlice<UInt8>, by divisor: [UInt8]) -> [UInt8] {
        var result = Array(repeating: UInt8(0), count: divisor.count)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for place in divisor.indices { result[place] ^= product(divisor[place], factor) }
        }
        return result
    }
}

/// The modules of a symbol while it is drawn.
private struct Symbol {
    private let version: Version
    private(set) var modules: [Bool]
    /// The modules of patterns and of information on the format, which no mask changes.
    private var isFunction: [Bool]

    private var size: Int { version.size }

    /// The symbol with its patterns and codewords, before a mask is applied.
    init(_ version: Version, codewords: [UInt8]) {
        self.version = version
        modules = Array(repeating: false, count: version.size * version.size)
        isFunction = modules
        drawPatterns()
        draw(codewords)
    }

    private subscript(row: Int, column: Int) -> Bool { modules[row * size + column] }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return }
        modules[row * size + column] = isDark
        isFunction[row * size + column] = true
    }

    private mutating func drawPatterns() {
        for place in 0..<size {
            set(6, place, place % 2 == 0)
            set(place, 6, place % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] {
            for (down, right) in Self.square(4) {
                let ring = max(abs(down), abs(right))
                set(row + down, column + right, ring != 2 && ring != 4)
            }
        }
        let last = version.alignments.count - 1
        for (one, row) in version.alignments.enumerated() {
            for (other, column) in version.alignments.enumerated() {
                // Three corners belong to the finder patterns.
                if [(0, 0), (0, last), (last, 0)].contains(where: { $0 == (one, other) }) { continue }
                for (down, right) in Self.square(2) {
                    set(row + down, column + right, max(abs(down), abs(right)) != 1)
                }
            }
        }
        drawFormat(mask: 0)
        drawVersion()
    }

    /// The offsets of a square around a module.
    private static func square(_ radius: Int) -> [(Int, Int)] {
        (-radius...radius).flatMap { down in (-radius...radius).map { (down, $0) } }
    }

    /// The remainder of a value by a generator polynomial of a degree (BCH code).
    private static func check(_ value: Int, generator: Int, degree: Int) -> Int {
        (0..<degree).reduce(value) { rest, _ in rest << 1 ^ (rest >> (degree - 1)) * generator }
    }

    /// Level M and the mask, twice.
    private mutating func drawFormat(mask: Int) {
        let bits = (mask << 10 | Self.check(mask, generator: 0x537, degree: 10)) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { set(place, 8, bit(place)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for place in 9..<15 { set(8, 14 - place, bit(place)) }
        for place in 0..<8 { set(8, size - 1 - place, bit(place)) }
        for place in 8..<15 { set(size - 15 + place, 8, bit(place)) }
        set(size - 8, 8, true)
    }

    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let number = version.number
        let bits = number << 12 | Self.check(number, generator: 0x1F25, degree: 12)
        for place in 0..<18 {
            let (long, short) = (size - 11 + place % 3, place / 3)
            set(long, short, bits >> place & 1 == 1)
            set(short, long, bits >> place & 1 == 1)
        }
    }

    /// Fills the modules that are left in pairs of columns, from the right, alternately upwards and downwards.
    private mutating func draw(_ codewords: [UInt8]) {
        var next = 0
        for right in stride(from: size - 1, through: 1, by: -2) {
            let right = right <= 6 ? right - 1 : right
            for step in 0..<size {
                let row = (right + 1) & 2 == 0 ? size - 1 - step : step
                for column in [right, right - 1] {
                    guard !isFunction[row * size + column], next < 8 * codewords.count else { continue }
                    modules[row * size + column] = codewords[next >> 3] >> (7 - next & 7) & 1 == 1
                    next += 1
                }
            }
        }
    }

    /// The symbol with a mask, and with the information on it.
    func masked(_ mask: Int) -> Symbol {
        var symbol = self
        for row in 0..<size {
            for column in 0..<size where !isFunction[row * size + column] {
                let isInverted =
                    switch mask {
                    case 0: (row + column) % 2 == 0
                    case 1: row % 2 == 0
                    case 2: column % 3 == 0
                    case 3: (row + column) % 3 == 0
                    case 4: (row / 2 + column / 3) % 2 == 0
                    case 5: row * column % 2 + row * column % 3 == 0
                    case 6: (row * column % 2 + row * column % 3) % 2 == 0
                    case _: ((row + column) % 2 + row * column % 3) % 2 == 0
                    }
                if isInverted { symbol.modules[row * size + column].toggle() }
            }
        }
        symbol.drawFormat(mask: mask)
        return symbol
    }

    /// The penalty for shapes that mislead scanners: long runs, blocks, false finder patterns, and an uneven share of
    /// dark modules.
    var penalty: Int {
        let rows = (0..<size).map { row in (0..<size).map { self[row, $0] } }
        let columns = (0..<size).map { column in (0..<size).map { self[$0, column] } }
        var penalty = (rows + columns).reduce(0) { $0 + Self.runs(in: $1) + Self.finders(in: $1) }
        for row in 0..<size - 1 {
            for column in 0..<size - 1 {
                let colour = self[row, column]
                if self[row, column + 1] == colour, self[row + 1, column] == colour,
                    self[row + 1, column + 1] == colour
                {
                    penalty += 3
                }
            }
        }
        let share = modules.count(where: \.self) * 100 / modules.count
        return penalty + abs(share - 50) / 5 * 10
    }

    /// Three points for five modules of one colour in a row, and one for each further one.
    private static func runs(in line: [Bool]) -> Int {
        var (penalty, length) = (0, 0)
        for place in line.indices {
            length = place > 0 && line[place] == line[place - 1] ? length + 1 : 1
            if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
        }
        return penalty
    }

    private static let finder = [true, false, true, true, true, false, true]

    /// Forty points for the proportions of a finder pattern with four light modules on a side.
    private static func finders(in line: [Bool]) -> Int {
        let light = Array(repeating: false, count: 4)
        let patterns = [light + finder, finder + light]
        return (0...line.count - 11).reduce(0) { penalty, start in
            penalty + patterns.count { line[start..<start + 11].elementsEqual($0) } * 40
        }
    }
}
