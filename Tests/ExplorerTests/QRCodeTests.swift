import Testing

@testable import Explorer

/// The encoder of QR codes, against symbols that python-qrcode 8.2 makes with the same mask.
@Suite struct QRCodeTests {
    private func modules(_ code: QRCode, dark: Character = "#", light: Character = ".") -> [String] {
        (0..<code.size).map { row in
            String((0..<code.size).map { code.isDark(row: row, column: $0) ? dark : light })
        }
    }

    @Test func `a symbol of version 1 is right in every module`() throws {
        let known = """
            #######..#.##.#######
            #.....#.#.##..#.....#
            #.###.#.##.#..#.###.#
            #.###.#.#.##..#.###.#
            #.###.#..#..#.#.###.#
            #.....#...##..#.....#
            #######.#.#.#.#######
            ........##...........
            #.....#.#.##.##..###.
            #..##......###.###..#
            ..#.###..##.#.##.....
            .#.#.#.##..#####.#.#.
            ##.#..####.##########
            ........##..#.....#.#
            #######..###.#..####.
            #.....#...#...#...###
            #.###.#..###.#..###..
            #.###.#..#.#####.#...
            #.###.#..#.###.###.##
            #.....#...######.#...
            #######.#.#.#..#..##.
            """
        let code = try #require(QRCode("a"))
        #expect(modules(code).joined(separator: "\n") == known)
        #expect(code.mask == 5)
    }

    @Test(
        arguments: [
            ("a", 21, 0xa60b_1abf_2a10_f7c1), ("ssh seminar@host", 25, 0xed71_a4b4_308d_5233),
            ("ssh seminar@geo.example.edu", 29, 0xeca6_d3c1_388e_ff40),
            ("ssh -p 2222 seminar@seminar-host.example.org  渝黔", 33, 0x8e60_2f52_aa6d_e590),
            (String(repeating: "y", count: 84), 37, 0x0082_765e_2436_e7df),
            (String(repeating: "z", count: 100), 41, 0x001b_e416_f2cc_957c),
            (String(repeating: "q1w2", count: 30), 45, 0x333b_a5a8_f572_10a7),
            (String(repeating: "abc", count: 50), 49, 0xe832_fdaa_539e_3e17),
            (String(repeating: "0aZ", count: 60), 53, 0x3435_7428_bebd_3192),
            (String(repeating: "k", count: 213), 57, 0x0003_9695_9b24_31e4),
        ] as [(String, Int, UInt64)])
    func `each version has the modules of another encoder`(text: String, size: Int, hash: UInt64) throws {
        let code = try #require(QRCode(text))
        #expect(code.size == size)
        let digits = modules(code, dark: "1", light: "0").joined()
        #expect(digits.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } == hash)
    }

    @Test func `the picture for print has every dark module within a quiet zone of four`() throws {
        let code = try #require(QRCode("ssh seminar@host"))
        let svg = try #require(QRPicture.svg(of: "ssh seminar@host"))
        #expect(svg.contains("viewBox=\"0 0 \(code.size + 8) \(code.size + 8)\""))
        var dark: Set<[Int]> = []
        for run in svg.split(separator: "M").filter({ $0.contains("v1h-") }) {
            let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
            try #require(numbers.count >= 3)
            for column in numbers[0]..<(numbers[0] + numbers[2]) {
                dark.insert([numbers[1] - 4, column - 4])
            }
        }
        let modules = (0..<code.size).flatMap { row in (0..<code.size).map { [row, $0] } }
        #expect(dark == Set(modules.filter { code.isDark(row: $0[0], column: $0[1]) }))
    }

    @Test func `half blocks show every module and the quiet zone`() throws {
        let code = try #require(QRCode("ssh seminar@host"))
        #expect(code.lines.count == code.rows)
        for (row, line) in code.lines.enumerated() {
            #expect(line.count == code.columns)
            for (column, block) in line.enumerated() {
                let above = code.isDark(row: 2 * row - QRCode.quiet, column: column - QRCode.quiet)
                #expect(above == (block == "▄" || block == " "))
            }
        }
        #expect(QRCode(String(repeating: "x", count: QRCode.largest)) != nil)
        #expect(QRPicture.svg(of: String(repeating: "x", count: QRCode.largest + 1)) == nil)
        #expect(QRCode(String(repeating: "x", count: QRCode.largest + 1)) == nil)
    }
}
