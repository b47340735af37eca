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
    @inline(__always) func following(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        UInt64(
            littleEndian: UnsafeRawPointer(bytes + place + count).loadUnaligned(as: UInt64.self))
    }
}

/// A scan of entities for one word.
///
/// The best match decides the rank of an entity, so that an item's names are scanned first, and its other texts only
/// if no match among names ranks better than they could. There is one scanner at a time, and it is a reference so that
/// nothing is copied for each of very many entities.
final class TermScanner {
    /// The worst rank of a match among names.
    static let lastOfNames = Rank(Closeness(.part, byPinyin: true), in: .aka).value
    private static let inText = Rank(Closeness(.part, byPinyin: false), in: .claim).value

    private let written: BytePattern
    private let pinyin: PinyinPattern?
    private let approximate: ApproximatePattern?
    private let trigrams: TrigramFilter.Need
    private let pinyinPairs: PinyinFilter.Need?
    private let initials: UnsafeBufferPointer<UInt32>
    private let names: NameArena
    private let nameBytes: UnsafePointer<UInt8>
    /// The number of items, which have their names in an arena of their own.
    private let items: Int

    /// Calls `use` with a scanner for a word, which scans the names of this many entities.
    static func with(
        _ term: SearchTerm, in names: NameArena, of items: Int, _ use: (TermScanner) -> Void
    ) {
        term.bytes.withUnsafeBufferPointer { word in
            names.texts.bytes.withUnsafeBufferPointer { bytes in
                Readings.shared.initials.withUnsafeBufferPointer { initials in
                    guard let bytes = bytes.baseAddress else { return }
                    let written = BytePattern(word, frequencies: names.frequencies)
                    use(TermScanner(term, written, names, bytes, items, initials))
                }
            }
        }
    }

    private init(
        _ term: SearchTerm, _ written: BytePattern, _ names: NameArena,
        _ nameBytes: UnsafePointer<UInt8>, _ items: Int, _ initials: UnsafeBufferPointer<UInt32>
    ) {
        (self.written, self.nameBytes, self.initials) = (written, nameBytes, initials)
        (self.names, self.items) = (names, items)
        (pinyin, approximate) = (term.pinyin, term.approximate)
        trigrams = TrigramFilter.Need(term.bytes)
        pinyinPairs = term.pinyin.map { PinyinFilter.Need($0) }
    }

    /// Scans the names of an item; other entities have theirs in a block.
    @inline(__always) func scanNames(_ candidate: inout TermMatches.Candidate) {
        let item = Int(candidate.entity)
        guard item < items else { return }
        if let approximate {
            scanApproximate(approximate, &candidate, item, names.texts, nameBytes)
            return
        }
        if candidate.name != TermMatches.Candidate.never {
            candidate.name = scanWritten(
                &candidate, from: candidate.name, item, names.texts, nameBytes)
        }
        if candidate.namesMayMatchPinyin, let pinyin, let pinyinPairs {
            candidate.namesMayMatchPinyin =
                names.pinyin.allow(pinyinPairs, of: item)
                && scanPinyin(pinyin, &candidate, item, names.texts, nameBytes)
        }
    }

    /// Calls `use` with a function that scans the texts that an entity has in a block.
    func scanTexts(in block: TextBlock, _ use: ((inout TermMatches.Candidate) -> Void) -> Void) {
        block.arena.bytes.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            use { candidate in
                let owner = Int(candidate.entity) - block.first
                if let approximate = self.approximate {
                    self.scanApproximate(approximate, &candidate, owner, block.arena, bytes)
                    return
                }
                if candidate.text != TermMatches.Candidate.never {
                    candidate.text = self.scanWrittenTexts(&candidate, owner, block, bytes)
                }
                if candidate.textsMayMatchPinyin, let pinyin = self.pinyin, let pairs = self.pinyinPairs {
                    candidate.textsMayMatchPinyin =
                        block.pinyin.allow(pairs, of: owner)
                        && self.scanPinyin(pinyin, &candidate, owner, block.arena, bytes)
                }
            }
        }
    }

    /// Looks for the word in the texts of an owner from an offset on; returns the offset of the first occurrence.
    @inline(__always) private func scanWritten(
        _ candidate: inout TermMatches.Candidate, from offset: UInt32, _ owner: Int, _ arena: TextArena,
        _ bytes: UnsafePointer<UInt8>
    ) -> UInt32 {
        let texts = arena.texts(of: owner)
        let start = arena.starts[texts.lowerBound]
        guard
            let place = written.place(
                in: bytes, start + Int(offset), arena.starts[texts.upperBound] - 1)
        else { return TermMatches.Candidate.never }
        var text = texts.lowerBound
        while arena.starts[text + 1] <= place { text += 1 }
        if place > arena.starts[text] {
            let rank = Rank(Closeness(.part, byPinyin: false), in: arena.fields[text]).value
            if rank < candidate.rank {
                (candidate.rank, candidate.ahead) = (rank, written.following(bytes, place))
            }
            text += 1
        }
        scanBeginnings(from: text, &candidate, owner, arena, bytes)
        return UInt32(clamping: place - start)
    }

    /// Ranks the texts of an owner that begin with the word, from one on: they may be better than an earlier part.
    @inline(__always) private func scanBeginnings(
        from first: Int, _ candidate: inout TermMatches.Candidate, _ owner: Int, _ arena: TextArena,
        _ bytes: UnsafePointer<UInt8>
    ) {
        for text in first..<arena.texts(of: owner).upperBound {
            let (start, end) = (arena.starts[text], arena.starts[text + 1] - 1)
            guard end - start >= written.count, written.stands(at: bytes + start) else { continue }
            let extent: Extent = end - start == written.count ? .whole : .beginning
            candidate.improve(to: Rank(Closeness(extent, byPinyin: false), in: arena.fields[text]))
        }
    }

    /// The same for the texts in a block, most of which its trigrams exclude.
    private func scanWrittenTexts(
        _ candidate: inout TermMatches.Candidate, _ owner: Int, _ block: TextBlock,
        _ bytes: UnsafePointer<UInt8>
    ) -> UInt32 {
        guard block.trigrams.allow(trigrams, of: owner) else { return TermMatches.Candidate.never }
        guard trigrams.isCertain, Int(candidate.entity) < items else {
            return scanWritten(&candidate, from: candidate.text, owner, block.arena, bytes)
        }
        // All texts of items that are no names rank alike.
        candidate.improve(to: Self.inText)
        scanBeginnings(
            from: block.arena.texts(of: owner).lowerBound, &candidate, owner, block.arena, bytes)
        return candidate.text
    }

    /// Matches the pinyin of the names of an owner, as far as that could improve the rank; returns whether a longer
    /// word may match.
    private func scanPinyin(
        _ pinyin: PinyinPattern, _ candidate: inout TermMatches.Candidate, _ owner: Int, _ arena: TextArena,
        _ bytes: UnsafePointer<UInt8>
    ) -> Bool {
        var mayMatch = false
        for text in arena.texts(of: owner) where arena.fields[text].isName {
            let field = arena.fields[text]
            guard Rank(Closeness(.whole, byPinyin: true), in: field).value < candidate.rank else {
                return true
            }
            let isPartEnough = Rank(Closeness(.part, byPinyin: true), in: field).value < candidate.rank
            let extent = extent(of: pinyin, in: bytes, arena, text, onlyAtBeginning: !isPartEnough)
            if !isPartEnough || extent != nil { mayMatch = true }
            guard let extent else { continue }
            candidate.improve(to: Rank(Closeness(extent, byPinyin: true), in: field))
        }
        return mayMatch
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

    /// Matches the word with one mistake in the texts of an owner, as far as that could improve the rank.
    private func scanApproximate(
        _ approximate: ApproximatePattern, _ candidate: inout TermMatches.Candidate, _ owner: Int,
        _ arena: TextArena, _ bytes: UnsafePointer<UInt8>
    ) {
        for text in arena.texts(of: owner) {
            let field = arena.fields[text]
            guard Rank(Closeness(.whole, byPinyin: true), in: field).value < candidate.rank else { continue }
            let extent: Extent?
            if arena.hasSeparatePinyin(text), let characters = arena.separatePinyin[Int32(text)] {
                extent = characters.withUnsafeBufferPointer {
                    approximate.extent(in: StoredCharacters($0.baseAddress!), byPinyin: field.isName)
                }
            } else {
                extent = approximate.extent(
                    in: FoldedCharacters(bytes + arena.starts[text]), byPinyin: field.isName)
            }
            guard let extent else { continue }
            candidate.improve(to: Rank(Closeness(extent, byPinyin: true), in: field))
        }
    }
}

extension ApproximatePattern {
    /// The extent of the first match in a text; nil without one.
    fileprivate func extent(in characters: some SpokenCharacters, byPinyin: Bool) -> Extent? {
        var here = characters
        var before = SpokenCharacter.end
        while true {
            let start = here
            let character = here.next()
            if character == .end { return nil }
            if let ending = match(start, after: before, byPinyin: byPinyin) {
                return before != .end ? .part : ending.isWhole ? .whole : .beginning
            }
            before = character
        }
    }
}

extension TermMatches.Candidate {
    /// Sets a better rank, for which the bytes after the match are unknown.
    @inline(__always) fileprivate mutating func improve(to better: Rank) { improve(to: better.value) }

    @inline(__always) fileprivate mutating func improve(to better: UInt8) {
        if better < rank { (rank, ahead) = (better, 0) }
    }
}
