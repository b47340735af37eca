/// The names of some entities, with what makes it quick to skip those in which a word does not match.
struct NameArena: Sendable {
    /// The folded names.
    let texts: TextArena
    /// Their pinyin.
    let pinyin: PinyinFilter
    /// The number of occurrences of each byte in them.
    let frequencies: [Int]

    /// Folds the names of some owners.
    init(of owners: Range<Int>, _ names: (_ owner: Int, _ take: (String, SearchField) -> Void) -> Void) {
        let texts = TextArena(of: owners, names)
        self.init(texts, PinyinFilter(of: texts))
    }

    init(_ texts: TextArena, _ pinyin: PinyinFilter) {
        (self.texts, self.pinyin) = (texts, pinyin)
        var frequencies = [Int](repeating: 0, count: 256)
        // A million bytes are a sufficient sample.
        for byte in texts.bytes.prefix(1 << 20) { frequencies[Int(byte)] += 1 }
        self.frequencies = frequencies
    }
}
