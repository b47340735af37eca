import Glibc

/// A folded word for scanning bytes.
struct BytePattern {
    private let word: UnsafePointer<UInt8>
    let count: Int
    /// The index of the word's rarest byte in the case: memchr(3) searches for it sixteen bytes or more at once,
    /// and only then is the word compared.
    private let rarest: Int

    init(_ word: UnsafeBufferPointer<UInt8>, frequencies: [Int]) {
        self.word = word.baseAddress!
        count = word.count
        rarest = word.indices.min { frequencies[Int(word[$0])] < frequencies[Int(word[$1])] } ?? 0
    }

    /// The first occurrence of the word from `start` on that ends by `end`.
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

    /// True if the word occurs here; there must be `count` bytes.
    @inline(__always) func stands(at bytes: UnsafePointer<UInt8>) -> Bool {
        bytes[0] == word[0] && memcmp(bytes, word, count) == 0
    }

    /// The eight bytes after an occurrence of the word.
    @inline(__always) fileprivate func following(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        UInt64(
            littleEndian: UnsafeRawPointer(bytes + place + count).loadUnaligned(as: UInt64.self))
    }
}

/// A scan of items for one word.
///
/// The best match decides the rank of an item, so that its names are scanned first, and its other texts only if no
/// match among names ranks better than they could. There is one scanner at a time, and it is a reference so that
/// nothing is copied for each of very many items.
final class TermScanner {
    /// The worst rank of a match among names.
    static let lastOfNames = Rank(Closeness(.part, byPinyin: true), in: .aka).value
    private static let inText = Rank(Closeness(.part, byPinyin: false), in: .claim).value
    private static let pinyinInText = Rank(Closeness(.part, byPinyin: true), in: .source).value

    private let written: BytePattern
    private let pinyin: PinyinPattern?
    private let trigrams: TrigramFilter.Need
    private let pinyinPairs: PinyinFilter.Need?
    private let initials: UnsafeBufferPointer<UInt32>
    private let names: TextArena
    private let namePinyin: PinyinFilter
    private let nameBytes: UnsafePointer<UInt8>

    /// Calls `use` with a scanner for a word.
    static func with(_ term: SearchTerm, _ index: SearchIndex, _ use: (TermScanner) -> Void) {
        term.bytes.withUnsafeBufferPointer { word in
            index.names.bytes.withUnsafeBufferPointer { names in
                Readings.shared.initials.withUnsafeBufferPointer { initials in
                    guard let names = names.baseAddress else { return }
                    let written = BytePattern(word, frequencies: index.frequencies)
                    use(TermScanner(term, written, index, names, initials))
                }
            }
        }
    }

    private init(
        _ term: SearchTerm, _ written: BytePattern, _ index: SearchIndex,
        _ nameBytes: UnsafePointer<UInt8>, _ initials: UnsafeBufferPointer<UInt32>
    ) {
        (self.written, self.nameBytes, self.initials) = (written, nameBytes, initials)
        (names, namePinyin) = (index.names, index.namePinyin)
        pinyin = term.pinyin
        trigrams = TrigramFilter.Need(term.bytes)
        pinyinPairs = term.pinyin.map { PinyinFilter.Need($0) }
    }

    /// Scans the names of an item.
    @inline(__always) func scanNames(_ candidate: inout TermMatches.Candidate) {
        if candidate.name != TermMatches.Candidate.never { scanWrittenNames(&candidate) }
        if candidate.namesMayMatchPinyin, let pinyin, let pinyinPairs {
            scanPinyinOfNames(pinyin, pinyinPairs, &candidate)
        }
    }

    /// Calls `use` with a function that scans the other texts of an item of a block.
    func scanTexts(in block: TextBlock, _ use: ((inout TermMatches.Candidate) -> Void) -> Void) {
        block.arena.bytes.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            use { candidate in
                let owner = Int(candidate.item) - block.first
                self.scanWrittenTexts(&candidate, owner, block, bytes)
                guard candidate.textsMayMatchPinyin, let pinyin = self.pinyin,
                    let pinyinPairs = self.pinyinPairs
                else { return }
                self.scanPinyinOfTexts(pinyin, pinyinPairs, &candidate, owner, block, bytes)
            }
        }
    }

    private func scanWrittenNames(_ candidate: inout TermMatches.Candidate) {
        let texts = names.texts(of: Int(candidate.item))
        let start = names.starts[texts.lowerBound]
        guard
            let place = written.place(
                in: nameBytes, start + Int(candidate.name), names.starts[texts.upperBound] - 1)
        else {
            candidate.name = TermMatches.Candidate.never
            return
        }
        candidate.name = UInt32(clamping: place - start)
        var text = texts.lowerBound
        while names.starts[text + 1] <= place { text += 1 }
        if place > names.starts[text] {
            candidate.rank = Rank(Closeness(.part, byPinyin: false), in: names.fields[text]).value
            candidate.ahead = written.following(nameBytes, place)
            text += 1
        }
        // A later name that begins with the word may rank better.
        while text < texts.upperBound {
            if let extent = beginning(nameBytes, names, text) {
                candidate.improve(to: Rank(Closeness(extent, byPinyin: false), in: names.fields[text]))
            }
            text += 1
        }
    }

    /// The extent of the word in a text that begins with it.
    @inline(__always) private func beginning(
        _ bytes: UnsafePointer<UInt8>, _ arena: TextArena, _ text: Int
    ) -> Extent? {
        let (start, end) = (arena.starts[text], arena.starts[text + 1] - 1)
        guard end - start >= written.count, written.stands(at: bytes + start) else { return nil }
        return end - start == written.count ? .whole : .beginning
    }

    /// Matches the pinyin of an item's names, as far as that could improve the rank.
    private func scanPinyinOfNames(
        _ pinyin: PinyinPattern, _ pairs: PinyinFilter.Need, _ candidate: inout TermMatches.Candidate
    ) {
        let item = Int(candidate.item)
        guard namePinyin.allow(pairs, of: item) else {
            candidate.namesMayMatchPinyin = false
            return
        }
        var mayMatch = false
        for text in names.texts(of: item) where names.fields[text].isName {
            let field = names.fields[text]
            guard Rank(Closeness(.whole, byPinyin: true), in: field).value < candidate.rank else {
                mayMatch = true
                break
            }
            let isPartEnough = Rank(Closeness(.part, byPinyin: true), in: field).value < candidate.rank
            let extent = extent(of: pinyin, in: nameBytes, names, text, onlyAtBeginning: !isPartEnough)
            if !isPartEnough || extent != nil { mayMatch = true }
            guard let extent else { continue }
            candidate.improve(to: Rank(Closeness(extent, byPinyin: true), in: field))
        }
        candidate.namesMayMatchPinyin = mayMatch
    }

    private func scanWrittenTexts(
        _ candidate: inout TermMatches.Candidate, _ owner: Int, _ block: TextBlock,
        _ bytes: UnsafePointer<UInt8>
    ) {
        guard candidate.text != TermMatches.Candidate.never else { return }
        guard block.trigrams.allow(trigrams, of: owner) else {
            candidate.text = TermMatches.Candidate.never
            return
        }
        let run = block.arena.place(of: owner)
        if !trigrams.isCertain {
            let start = run.lowerBound + Int(candidate.text)
            guard let place = written.place(in: bytes, start, run.upperBound - 1) else {
                candidate.text = TermMatches.Candidate.never
                return
            }
            candidate.text = UInt32(clamping: place - run.lowerBound)
            candidate.ahead = written.following(bytes, place)
        }
        candidate.rank = Self.inText
        for text in block.arena.texts(of: owner) {
            guard let extent = beginning(bytes, block.arena, text) else { continue }
            candidate.improve(to: Rank(Closeness(extent, byPinyin: false), in: block.arena.fields[text]))
        }
    }

    /// Matches the pinyin of the names of related entities.
    private func scanPinyinOfTexts(
        _ pinyin: PinyinPattern, _ pairs: PinyinFilter.Need, _ candidate: inout TermMatches.Candidate,
        _ owner: Int, _ block: TextBlock, _ bytes: UnsafePointer<UInt8>
    ) {
        guard block.pinyin.allow(pairs, of: owner) else {
            candidate.textsMayMatchPinyin = false
            return
        }
        var mayMatch = false
        for text in block.arena.texts(of: owner) where block.arena.fields[text].isName {
            let isPartEnough = Self.pinyinInText < candidate.rank
            let extent = extent(of: pinyin, in: bytes, block.arena, text, onlyAtBeginning: !isPartEnough)
            if !isPartEnough || extent != nil { mayMatch = true }
            guard let extent else { continue }
            candidate.improve(to: Rank(Closeness(extent, byPinyin: true), in: block.arena.fields[text]))
        }
        candidate.textsMayMatchPinyin = mayMatch
    }

    /// The extent of a word's pinyin in a name; nil without a match.
    @inline(__always) private func extent(
        of pinyin: PinyinPattern, in bytes: UnsafePointer<UInt8>, _ arena: TextArena, _ text: Int,
        onlyAtBeginning: Bool
    ) -> Extent? {
        if arena.hasSeparatePinyin(text), let characters = arena.separatePinyin[Int32(text)] {
            return characters.withUnsafeBufferPointer {
                extent(
                    of: pinyin, in: StoredCharacters($0.baseAddress!), onlyAtBeginning: onlyAtBeginning)
            }
        }
        return extent(
            of: pinyin, in: FoldedCharacters(bytes + arena.starts[text]), onlyAtBeginning: onlyAtBeginning)
    }

    @inline(__always) private func extent(
        of pinyin: PinyinPattern, in characters: some SpokenCharacters, onlyAtBeginning: Bool
    ) -> Extent? {
        var here = characters
        var isFirst = true
        while true {
            let start = here
            let character = here.next()
            if character == .end { return nil }
            if pinyin.canBegin(character, initials), let ending = pinyin.match(start) {
                return !isFirst ? .part : ending.isWhole ? .whole : .beginning
            }
            if onlyAtBeginning { return nil }
            isFirst = false
        }
    }
}

extension TermMatches.Candidate {
    /// Sets a better rank, for which the bytes after the match are unknown.
    @inline(__always) fileprivate mutating func improve(to better: Rank) {
        if better.value < rank { (rank, ahead) = (better.value, 0) }
    }
}
