/// The entities in which a word is found, with data that saves scanning everything again for a longer word.
///
/// The names of items are scanned at once, everything else block by block: `open` lists the items whose other texts
/// are still to be scanned, and `next` is the first of the other entities that has not been scanned at all.
struct TermMatches: Sendable {
    /// An entity with an actual or possible match.
    struct Candidate: Sendable {
        /// The entity's number in the order of the search.
        let entity: Int32
        /// The offsets from which a longer word may occur in the names of an item, and in the texts in the entity's
        /// block; `never` if it cannot.
        var name: UInt32 = 0
        var text: UInt32 = 0
        /// True while the pinyin of a longer word may match names there.
        var namesMayMatchPinyin = true
        var textsMayMatchPinyin = true
        /// The best rank of the word; `Rank.none` without a match, or while it is unknown.
        var rank = Rank.none.value
        /// For the rank of a part, the bytes after the match, the first one lowest; zeros if unknown. While exactly
        /// these are typed next, the rank stays the same, since a text that does not begin with a word does not
        /// begin with a longer one.
        var ahead: UInt64 = 0

        static let never = UInt32.max

        init(_ entity: Int) { self.entity = Int32(entity) }

        /// The position of an item, in a search of items alone.
        var item: Int { Int(entity) }
    }

    /// The word.
    let term: SearchTerm
    /// The candidates in the order of the search; once complete, the matches.
    fileprivate(set) var all: [Candidate] = []
    /// The indices in `all` of candidates whose names have been scanned but not their texts.
    fileprivate var open: [Int32] = []
    /// The number of those whose texts have been scanned since.
    fileprivate var closed = 0
    /// The first entity that has not been scanned, and the end of those to be scanned.
    fileprivate var next: Int
    fileprivate let end: Int

    fileprivate init(_ term: SearchTerm, from next: Int, to end: Int) {
        (self.term, self.next, self.end) = (term, next, end)
    }

    /// True after all texts have been scanned.
    var isComplete: Bool { left == 0 }
    /// The number of entities whose texts have not been scanned yet.
    var left: Int { open.count - closed + end - next }

    /// Keeps the matches alone once all texts have been scanned.
    fileprivate mutating func settle() {
        guard isComplete else { return }
        all.removeAll { $0.rank == Rank.none.value }
        (open, closed) = ([], 0)
    }
}

extension SearchIndex {
    /// Scans the names of all items for a word, or those of the candidates of a word that it begins with. A word in
    /// which a mistake is forgiven is left to `resume`.
    func begin(_ term: SearchTerm, among earlier: TermMatches? = nil, onlyItems: Bool = false) -> TermMatches
    {
        let isExact = term.approximate == nil
        var matches = TermMatches(
            term, from: isExact ? earlier?.next ?? entities.items : 0,
            to: onlyItems ? entities.items : entities.count)
        guard isExact else { return matches }
        TermScanner.with(term, in: names, of: entities.items) { scanner in
            guard let earlier else {
                matches.all.reserveCapacity(entities.items)
                for item in 0..<entities.items { scanner.begin(TermMatches.Candidate(item), &matches) }
                return
            }
            matches.all.reserveCapacity(earlier.all.count)
            let grown = term.bytes.count - earlier.term.bytes.count
            let typed = term.bytes.suffix(grown).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            let mask = grown < 8 ? 1 << UInt64(grown * 8) - 1 : UInt64.max
            for var candidate in earlier.all {
                if grown <= 8, (candidate.ahead ^ typed) & mask == 0 {
                    candidate.ahead = grown < 8 ? candidate.ahead >> UInt64(grown * 8) : 0
                    matches.all.append(candidate)
                } else {
                    (candidate.rank, candidate.ahead) = (Rank.none.value, 0)
                    scanner.begin(candidate, &matches)
                }
            }
        }
        matches.settle()
        return matches
    }

    /// Scans texts, block by block, for about this many entities; making a block counts as scanning many.
    mutating func resume(_ matches: inout TermMatches, entities most: Int) {
        var index = self
        var done = 0
        TermScanner.with(matches.term, in: names, of: entities.items) { scanner in
            while done < most, !matches.isComplete {
                let isOpen = matches.closed < matches.open.count
                let first = isOpen ? Int(matches.all[Int(matches.open[matches.closed])].entity) : matches.next
                done += index.block(of: first) == nil && !index.isStored ? TextBlock.size * 8 : 0
                let block = index.buildBlock(of: first)
                done += isOpen ? scanner.close(&matches, in: block) : scanner.scan(&matches, in: block)
            }
        }
        self = index
        matches.settle()
    }

    /// The items in which a word is found, in the case's order.
    func matches(of term: SearchTerm) -> TermMatches {
        var (index, matches) = (self, begin(term, onlyItems: true))
        index.resume(&matches, entities: .max)
        return matches
    }
}

extension TermScanner {
    /// Scans the names of an item, and records whether its texts must be scanned too. Other entities have all that they
    /// have in a block.
    fileprivate func begin(_ earlier: TermMatches.Candidate, _ matches: inout TermMatches) {
        var candidate = earlier
        scanNames(&candidate)
        if candidate.rank > Self.lastOfNames {
            guard candidate.text != TermMatches.Candidate.never || candidate.textsMayMatchPinyin else {
                return
            }
            matches.open.append(Int32(matches.all.count))
        }
        matches.all.append(candidate)
    }

    /// Scans the texts of the open candidates in a block; returns their number.
    fileprivate func close(_ matches: inout TermMatches, in block: TextBlock) -> Int {
        let before = matches.closed
        scanTexts(in: block) { scan in
            while matches.closed < matches.open.count {
                let number = Int(matches.open[matches.closed])
                guard Int(matches.all[number].entity) < block.end else { return }
                scan(&matches.all[number])
                matches.closed += 1
            }
        }
        return matches.closed - before
    }

    /// Scans all entities in a block that have not been scanned; returns their number, more if that takes long.
    fileprivate func scan(_ matches: inout TermMatches, in block: TextBlock) -> Int {
        let end = min(block.end, matches.end)
        let count = end - matches.next
        scanTexts(in: block) { scan in
            for entity in matches.next..<end {
                var candidate = TermMatches.Candidate(entity)
                scanNames(&candidate)
                if candidate.rank > Self.lastOfNames { scan(&candidate) }
                if candidate.rank != Rank.none.value { matches.all.append(candidate) }
            }
        }
        matches.next = end
        return matches.term.approximate == nil ? count : count * 8
    }
}
