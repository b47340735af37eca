/// The rules for breaking a line before and after a grapheme.
///
/// The Chinese rules, 避头尾, are those of "Requirements for Chinese Text Layout" (CLREQ, W3C), "Prohibition
/// rules for line start and line end" in its strict form and "Prohibition rules for unbreakable marks".
struct LineBreaking: OptionSet {
    let rawValue: UInt8

    /// 避头: may not begin a line.
    static let notAtStart = LineBreaking(rawValue: 1)
    /// 避尾: may not end a line.
    static let notAtEnd = LineBreaking(rawValue: 2)
    /// Part of a Latin word or number.
    static let word = LineBreaking(rawValue: 4)
    /// May begin a line only after a space: an option's hyphen, a path's slash.
    static let connector = LineBreaking(rawValue: 8)
    /// Removed at the end of a line.
    static let space = LineBreaking(rawValue: 16)
    /// Ends a line.
    static let newline = LineBreaking(rawValue: 32)
    /// A preferred break after it, in a word longer than a line, such as a URL.
    static let seam = LineBreaking(rawValue: 64)
    /// Within a figure with its unit or a date: may begin a line only where the whole is longer than one.
    static let glued = LineBreaking(rawValue: 128)

    /// True if a line may end between another grapheme and this one, with spaces between them or without.
    @inline(__always)
    func mayFollow(_ last: LineBreaking, spaced: Bool) -> Bool {
        if !isDisjoint(with: [.notAtStart, .glued]) || last.contains(.notAtEnd) { return false }
        if spaced { return true }
        return !contains(.connector) && !(contains(.word) && last.contains(.word))
    }
}

extension LineBreaking {
    /// The rules for graphemes that begin with a scalar of this width.
    @inline(__always)
    init(_ scalar: Unicode.Scalar, columns: Int) {
        switch scalar.value {
        case 0x4E00...0x9FFF: self = []
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
        default: self = Self.rule(scalar, columns: columns)
        }
    }

    // The table of characters with rules. Those with `.word` also occur in English, where they are not separated
    // from either neighbour: don’t, 3.14, f(x).
    private static func rule(_ scalar: Unicode.Scalar, columns: Int) -> LineBreaking {
        switch scalar {
        // 点号: pause and stop marks.
        case "。", "，", "、", "；", "：", "？", "！", "．", "｡", "､", "‼", "⁇", "⁈", "⁉": .notAtStart
        // 标号: the second half of quotation marks, brackets and title marks.
        case "”", "）", "】", "》", "〉", "」", "』", "〕", "〗", "〙", "〛", "］", "｝", "＞", "»", "›", "〞", "〟":
            .notAtStart
        case "﹂", "﹄", "﹀", "︾": .notAtStart
        // Their first half.
        case "“", "‘", "（", "【", "《", "〈", "「", "『", "〔", "〖", "〘", "〚", "［", "｛", "＜", "«", "‹", "〝":
            .notAtEnd
        case "﹁", "﹃", "︿", "︽": .notAtEnd
        // 破折号, 省略号, 连接号, 间隔号, so that —— and …… are kept whole.
        case "—", "―", "…", "⋯", "–", "～", "〜", "－", "·", "・", "‧", "•", "･": .notAtStart
        // 分隔号.
        case "／": [.notAtStart, .notAtEnd]
        // Signs before or after a number: currencies, per cent, square units.
        case "￥", "＄", "￡": .notAtEnd
        case "％", "\u{3371}"..."\u{33DF}": .notAtStart
        case "’", ",", ".", ";", ":", "!", ")", "]", "}", "%", "‰": [.notAtStart, .word]
        case "(", "[", "{": [.notAtEnd, .word]
        case "?": [.notAtStart, .word, .seam]
        case "&", "=": [.word, .seam]
        case "/", "-": [.connector, .word, .seam]
        case "~", "\u{2010}": [.connector, .word]
        case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": .newline
        case " ", "\t", "\u{3000}", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200B}", "\u{205F}":
            .space
        case "\u{A0}", "\u{2007}", "\u{202F}", "\u{2060}", "\u{FEFF}": [.notAtStart, .notAtEnd, .word]
        // A letter that the terminal has two columns wide, such as é, is part of a word all the same.
        default: columns == 2 && !scalar.isAmbiguous ? [] : .word
        }
    }
}
