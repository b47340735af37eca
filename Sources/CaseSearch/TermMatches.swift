/// What one word finds: the items, with what spares looking everywhere again when the word grows.
struct TermMatches: Sendable {
    /// An item in which the word is found, or may be.
    struct Find: Sendable {
        /// The item's position in the case.
        let item: Int32
        /// Where to look for a longer word among its names, and in its other texts, from their first byte on;
        /// `never` where there is nothing to look for.
        var name: UInt32 = 0
        var text: UInt32 = 0
        /// Whether a longer word may be heard in its names, and in those that it shares with other items.
        var mayBeHeard = true
        var mayBeHeardElsewhere = true
        /// The best rank of the word; `Rank.none` where it is not found, or where that is not known yet.
        var rank = Rank.none.value
        /// Where that is the rank of a part, the bytes that follow the word there, the first one lowest; zeros where
        /// it is not known what follows. As long as these are what is typed next, the find stays what it is: what
        /// does not begin with a word does not begin with a longer one either.
        var ahead: UInt64 = 0

        static let never = UInt32.max

        init(_ item: Int) { self.item = Int32(item) }
    }

    /// The word.
    let term: SearchTerm
    /// In the case's order.
    fileprivate(set) var all: [Find] = []
    /// The numbers of those that were looked for among names only.
    fileprivate var open: [Int32] = []
    /// How many of those have been looked for elsewhere since.
    fileprivate var closed = 0

    fileprivate init(_ term: SearchTerm) { self.term = term }

    /// Whether everything has been looked at.
    var isComplete: Bool { left == 0 }
    /// How many items are still to be looked at elsewhere than among names.
    var left: Int { open.count - closed }
}

extension SearchIndex {
    /// Looks for a word among the names of all items, or where the word that it grew from was or may be found.
    func begin(_ term: SearchTerm, among earlier: TermMatches? = nil) -> TermMatches {
        var finds = TermMatches(term)
        Finder.with(term, self) { finder in
            guard let earlier else {
                finds.all.reserveCapacity(graph.case.items.count)
                for item in graph.case.items.indices { finder.begin(TermMatches.Find(item), &finds) }
                return
            }
            finds.all.reserveCapacity(earlier.all.count)
            let grown = term.bytes.count - earlier.term.bytes.count
            let typed = term.bytes.suffix(grown).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            let mask = grown < 8 ? 1 << UInt64(grown * 8) - 1 : UInt64.max
            for var find in earlier.all {
                if grown <= 8, (find.ahead ^ typed) & mask == 0 {
                    find.ahead = grown < 8 ? find.ahead >> UInt64(grown * 8) : 0
                    finds.all.append(find)
                } else {
                    (find.rank, find.ahead) = (Rank.none.value, 0)
                    finder.begin(find, &finds)
                }
            }
        }
        if finds.isComplete { finds.all.removeAll { $0.rank == Rank.none.value } }
        return finds
    }

    /// Goes on looking, block by block, until about so many items have been looked at; to make a block is as much work
    /// as looking at many items.
    mutating func goOn(_ finds: inout TermMatches, items most: Int) {
        var index = self
        var done = 0
        Finder.with(finds.term, index) { finder in
            while done < most, !finds.isComplete {
                let first = Int(finds.all[Int(finds.open[finds.closed])].item)
                done += index.block(of: first) == nil ? TextBlock.size * 8 : 0
                let block = index.makeBlock(of: first)
                finder.look(in: block) { look in
                    while !finds.isComplete {
                        let number = Int(finds.open[finds.closed])
                        guard Int(finds.all[number].item) < block.first + TextBlock.size else { return }
                        look(&finds.all[number])
                        finds.closed += 1
                        done += 1
                    }
                }
            }
        }
        self = index
        guard finds.isComplete else { return }
        finds.all.removeAll { $0.rank == Rank.none.value }
        (finds.open, finds.closed) = ([], 0)
    }

    /// The items in which a word is found, in the case's order.
    func finds(_ term: SearchTerm) -> TermMatches {
        var (index, finds) = (self, begin(term))
        index.goOn(&finds, items: .max)
        return finds
    }
}

extension Finder {
    /// Looks among the names of an item, and notes whether that is all there is to look at.
    fileprivate func begin(_ earlier: TermMatches.Find, _ finds: inout TermMatches) {
        var find = earlier
        lookAmongNames(&find)
        if find.rank > Self.lastOfNames {
            guard find.text != TermMatches.Find.never || find.mayBeHeardElsewhere else { return }
            finds.open.append(Int32(finds.all.count))
        }
        finds.all.append(find)
    }
}
