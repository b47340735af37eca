/// The items in which a word is found, with data that saves scanning everything again for a longer word.
struct TermMatches: Sendable {
    /// An item with an actual or possible match.
    struct Candidate: Sendable {
        /// The item's position in the case.
        let item: Int32
        /// The offsets from which a longer word may occur in its names and in its other texts; `never` if it
        /// cannot.
        var name: UInt32 = 0
        var text: UInt32 = 0
        /// True while the pinyin of a longer word may match its names, or those of related entities.
        var namesMayMatchPinyin = true
        var textsMayMatchPinyin = true
        /// The best rank of the word; `Rank.none` without a match, or while it is unknown.
        var rank = Rank.none.value
        /// For the rank of a part, the bytes after the match, the first one lowest; zeros if unknown. While exactly
        /// these are typed next, the rank stays the same, since a text that does not begin with a word does not
        /// begin with a longer one.
        var ahead: UInt64 = 0

        static let never = UInt32.max

        init(_ item: Int) { self.item = Int32(item) }
    }

    /// The word.
    let term: SearchTerm
    /// The candidates in the case's order; once complete, the matches.
    fileprivate(set) var all: [Candidate] = []
    /// The indices in `all` of candidates whose names have been scanned but not their texts.
    fileprivate var open: [Int32] = []
    /// The number of those whose texts have been scanned since.
    fileprivate var closed = 0

    fileprivate init(_ term: SearchTerm) { self.term = term }

    /// True after all texts have been scanned.
    var isComplete: Bool { left == 0 }
    /// The number of items whose texts have not been scanned yet.
    var left: Int { open.count - closed }
}

extension SearchIndex {
    /// Scans the names of all items for a word, or those of the candidates of a word that it begins with.
    func begin(_ term: SearchTerm, among earlier: TermMatches? = nil) -> TermMatches {
        var matches = TermMatches(term)
        TermScanner.with(term, self) { scanner in
            guard let earlier else {
                matches.all.reserveCapacity(graph.case.items.count)
                for item in graph.case.items.indices {
                    scanner.begin(TermMatches.Candidate(item), &matches)
                }
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
        if matches.isComplete { matches.all.removeAll { $0.rank == Rank.none.value } }
        return matches
    }

    /// Scans texts, block by block, for about this many items; building a block counts as scanning many items.
    mutating func resume(_ matches: inout TermMatches, items most: Int) {
        var index = self
        var done = 0
        TermScanner.with(matches.term, index) { scanner in
            while done < most, !matches.isComplete {
                let first = Int(matches.all[Int(matches.open[matches.closed])].item)
                done += index.block(of: first) == nil ? TextBlock.size * 8 : 0
                let block = index.buildBlock(of: first)
                scanner.scanTexts(in: block) { scan in
                    while !matches.isComplete {
                        let number = Int(matches.open[matches.closed])
                        guard Int(matches.all[number].item) < block.first + TextBlock.size else { return }
                        scan(&matches.all[number])
                        matches.closed += 1
                        done += 1
                    }
                }
            }
        }
        self = index
        guard matches.isComplete else { return }
        matches.all.removeAll { $0.rank == Rank.none.value }
        (matches.open, matches.closed) = ([], 0)
    }

    /// The items in which a word is found, in the case's order.
    func matches(of term: SearchTerm) -> TermMatches {
        var (index, matches) = (self, begin(term))
        index.resume(&matches, items: .max)
        return matches
    }
}

extension TermScanner {
    /// Scans the names of an item, and records whether its texts must be scanned too.
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
}
