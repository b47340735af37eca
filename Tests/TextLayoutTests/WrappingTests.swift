import TextLayout
import SeededRandom
import Testing

private let mixed = """
    OECD（2019）的 PISA 数据显示：15 岁学生的 reading score 提高了 3.5%，“这不是偶然”——研究者说……\
    教师与学生之间的 feedback、陪伴（而不是设备）是关键；见《教育研究》2020 年第 3 期，\
    https://example.org/cases/education?lang=zh&view=all-items。e\u{301}lan 👩‍👩‍👧 家庭 🇫🇷、don’t 也一样！
    """
private let notAtStart = Set("。，、；：？！”’）】》〉」』〕…—·～／％,.;:!?)]}%")
private let notAtEnd = Set("“‘（【《〈「『〔￥([{")

@Suite struct WrappingTests {
    @Test(
        "lines break where a reader expects it",
        arguments: [
            (
                "他说：“教育改革的关键，在于教师（而不是设备）。”OECD data 支持这一点。", 12,
                "他说：“教育|改革的关键，|在于教师（而|不是设|备）。”OECD|data 支持这|一点。"
            ),
            ("The quick brown fox", 10, "The quick|brown fox"),
            ("The quick brown fox", 9, "The quick|brown fox"),
            ("one   two", 5, "one|two"), ("one two   ", 7, "one two"), ("ab  ", 3, "ab "),
            ("  indented", 20, "  indented"),
            ("　　教育研究", 8, "　　教育|研究"),
            ("don’t stop", 6, "don’t|stop"), ("提高 3.5%，", 9, "提高|3.5%，"), ("共￥300元", 4, "共|￥30|0元"),
            ("共￥300元", 6, "共|￥300|元"),
            ("面积为30㎡", 8, "面积为|30㎡"), ("一——二三", 4, "一——|二三"), ("甲乙……丙", 6, "甲乙……|丙"), ("甲乙……丙", 5, "甲|乙……|丙"),
            ("教育technology研究", 10, "教育|technology|研究"), ("教育technology研究", 8, "教育|technolo|gy研究"),
            ("abcde(fghijk)", 6, "abcde|(fghij|k)"), ("abcdef,gh", 6, "abcde|f,gh"),
            ("run --fast /usr/share", 10, "run --fast|/usr/share"),
            ("见 https://example.org/a/b?c=d", 16, "见 https://|example.org/a/b?|c=d"),
            ("one\ntwo\n\nthree\n", 9, "one|two||three"), ("a\r\nb\u{2028}c", 9, "a|b|c"), ("", 5, ""),
            ("\n", 5, ""), ("   ", 2, "  "),
            ("中\u{A0}文字", 5, "中\u{A0}文|字"), ("中文\u{200B}word\u{FEFF}", 8, "中文\u{200B}word\u{FEFF}"),
            ("？？！！。。", 4, "？？|！！|。。"), ("中文", 1, "中|文"), ("ab", 0, "a|b"), ("ab", .min, "a|b"),
            ("ab", .max, "ab"),
        ])
    func breaks(_ text: String, _ columns: Int, _ lines: String) {
        #expect(Wrapping.lines(of: text, columns: columns).joined(separator: "|") == lines)
    }

    @Test func aWordOfSixtyIsBrokenAtItsGlyphs() {
        let word = String(repeating: "abcdefghij", count: 6)
        #expect(Wrapping.lines(of: word, columns: 25).map(\.count) == [25, 25, 10])
        #expect(Wrapping.lines(of: "见" + word, columns: 25, hanging: 5).map(\.columns) == [2, 25, 25, 25])
    }

    @Test(arguments: 0...30)
    func nothingIsTooWideAndNothingIsLost(_ columns: Int) {
        for hanging in [0, 2, 40] {
            let lines = Wrapping.lines(of: mixed, columns: columns, hanging: hanging)
            for (number, indented) in lines.enumerated() {
                let room = number == 0 ? columns : columns - hanging
                let line = String(indented.dropFirst(number == 0 ? 0 : hanging))
                #expect(
                    indented.hasSuffix(line) && indented.columns - line.columns == (number == 0 ? 0 : hanging)
                )
                #expect(line.columns <= room || Array(Glyphs(line)).count == 1 && room < 2, "\(line)")
                #expect(!line.isEmpty && line.last != " " && line.first != " ")
            }
            #expect(lines.joined().filter { $0 != " " } == mixed.filter { $0 != " " })
        }
    }

    @Test(arguments: 4...30)
    func noLineBeginsOrEndsWithWhatItMayNot(_ columns: Int) {
        // Each text with its widest run that the rules keep together, such as `《书》。——`.
        for (text, least) in [
            (mixed, 7), ("教育（研究），“方法”、《书》。——人……学、习！是。", 10), ("教育，研究、方法。学习！（人）", 6),
            ("教，育。学——习“人", 4),
        ]
        where columns >= least {
            for line in Wrapping.lines(of: text, columns: columns) {
                #expect(line.first.map { !notAtStart.contains($0) } ?? true, "\(line) in \(columns)")
                #expect(line.last.map { !notAtEnd.contains($0) } ?? true, "\(line) in \(columns)")
            }
        }
    }

    @Test func wordsAreKeptWholeWhereTheyFit() {
        let text = "Teachers who collaborate regularly report greater satisfaction，教 than others"
        for columns in 14...40 {
            let words = Wrapping.lines(of: text, columns: columns).flatMap { $0.split { " ，教".contains($0) } }
            #expect(words == text.split { " ，教".contains($0) })
        }
    }

    @Test(arguments: [
        "2018年1月25日", "2小时", "347公里", "12.5亿元", "1.2万人次", "30平方公里", "3个月", "2022年", "2 小时", "2018 年",
    ])
    func `a figure stays with its unit, and a date is whole`(figure: String) {
        let text = "渝贵铁路于\(figure)通车运行后的情形"
        for columns in figure.columns...40 {
            #expect(
                Wrapping.lines(of: text, columns: columns).contains { $0.contains(figure) },
                "\(figure) at \(columns)")
        }
    }

    @Test(arguments: [
        "17 May 2020", "112 km", "2.5 hours", "3 million visits", "1.2 billion yuan", "80 km/h",
        "30 square kilometres",
        "25 Sept. 2018", "August 2016", "5 per cent", "No. 2", "CNY 12 million", "9.4 m³", "1,200 MW",
        "256 BCE",
    ])
    func `a figure stays with its unit and a date is whole in English as well`(figure: String) {
        let text =
            "It has been open to traffic since \(figure), as the bureau of transport in the city told the press."
        for columns in figure.columns + 1...100 {
            #expect(
                Wrapping.lines(of: text, columns: columns).contains { $0.contains(figure) },
                "\(figure) at \(columns)")
        }
    }

    /// Words and figures in any order: whatever fits on a line of its own is divided at no width.
    @Test func noWidthDividesAFigureFromWhatBelongsToIt() {
        var random = Seeded(seed: 20)
        let words = [
            "the", "railway", "in", "2018", "14", "districts", "and", "7", "kilns", "may", "Main", "millions",
            "No", "，铁路", "（2 期）",
        ]
        let figures = [
            "6 June 1935", "October 1997", "412 km", "3 million tonnes", "40 minutes", "p. 14", "3 个月",
        ]
        for _ in 0..<40 {
            let parts = (0..<30).map { _ in
                Int.random(in: 0...3, using: &random) == 0
                    ? figures.randomElement(using: &random)! : words.randomElement(using: &random)!
            }
            let text = parts.joined(separator: " ")
            for columns in [32, 40, 51, 60] {
                let lines = Wrapping.lines(of: text, columns: columns)
                #expect(lines.allSatisfy { $0.columns <= columns })
                #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
                for figure in figures {
                    let whole = lines.reduce(0) { $0 + $1.ranges(of: figure).count }
                    #expect(whole == text.ranges(of: figure).count, "\(figure) at \(columns) in \(lines)")
                }
            }
        }
    }

    @Test func aFigureLongerThanALineIsBrokenAtItsSpaces() {
        #expect(Wrapping.lines(of: "since 17 May 2020", columns: 8) == ["since", "17 May", "2020"])
        #expect(
            Wrapping.lines(of: "in 2018 the may 3 of 12 districts", columns: 7) == [
                "in 2018", "the may", "3 of 12", "districts".prefix(7).description, "ts",
            ])
    }

    @Test func continuationLinesAreIndented() {
        #expect(
            Wrapping.lines(of: "1. 教师需要时间，学生需要陪伴。", columns: 11, hanging: 3) == [
                "1. 教师需要", "   时间，学", "   生需要陪", "   伴。",
            ])
    }

    @Test func nothingIsLostAndNoLineIsTooWide() {
        var random = Seeded(seed: 7)
        let characters = Array(mixed)
        for _ in 0..<300 {
            let text = String(
                (0..<Int.random(in: 0...60, using: &random)).map { _ in
                    characters.randomElement(using: &random)!
                })
            let columns = Int.random(in: 0...30, using: &random)
            let lines = Wrapping.lines(of: text, columns: columns)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { $0.columns <= columns || columns < 2 && Array(Glyphs($0)).count <= 1 })
        }
    }
}
