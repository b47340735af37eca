import CaseModel

/// All that can be found in a case, folded and laid out flat.
///
/// The names of the items stand by themselves: what is found among them ranks first, and there are few of them. All
/// else (what items say, and the names of their sources, places and actors) stands in blocks of some hundred items,
/// which are made when they are first looked at, so that no key has to wait for all of a large case.
package struct SearchIndex: Sendable {
    /// The case that is searched.
    package let graph: CaseGraph
    /// For each item its titles, its id and its other names.
    let names: TextArena
    /// Which letters they may be typed with.
    let nameSigns: PinyinFilter
    /// How often each byte stands in the names.
    let frequencies: [Int]
    private var blocks: [TextBlock?]

    /// Folds the names of a case. Linear in their length.
    package init(_ graph: CaseGraph) {
        self.graph = graph
        names = TextArena(of: 0..<graph.case.items.count) { item, take in
            graph.case.items[item].eachName { take($1, $0) }
        }
        nameSigns = PinyinFilter(of: names)
        var frequencies = [Int](repeating: 0, count: 256)
        // The first million tells which bytes are rare.
        for byte in names.bytes.prefix(1 << 20) { frequencies[Int(byte)] += 1 }
        self.frequencies = frequencies
        blocks = Array(repeating: nil, count: (graph.case.items.count + TextBlock.size - 1) / TextBlock.size)
    }

    /// The block that an item stands in, if it has been made.
    func block(of item: Int) -> TextBlock? { blocks[item / TextBlock.size] }

    /// Makes the block that an item stands in, and answers with it.
    mutating func makeBlock(of item: Int) -> TextBlock {
        if let block = block(of: item) { return block }
        let number = item / TextBlock.size
        let first = number * TextBlock.size
        let block = TextBlock(first..<min(first + TextBlock.size, graph.case.items.count), of: graph)
        blocks[number] = block
        return block
    }

    /// Makes what has not been made yet, for those who ask for everything again and again.
    package mutating func makeAll() {
        for number in blocks.indices { _ = makeBlock(of: number * TextBlock.size) }
    }
}

/// What some items say besides their names, and the names of their sources, places and actors.
struct TextBlock: Sendable {
    /// How many items stand in a block.
    static let size = 512

    /// The item that the block begins with.
    let first: Int
    /// The texts of one item after those of the other.
    let runs: TextArena
    /// Which pieces stand in them.
    let pieces: TrigramFilter
    /// Which letters those of them that are names may be typed with.
    let signs: PinyinFilter

    init(_ items: Range<Int>, of graph: CaseGraph) {
        first = items.lowerBound
        runs = TextArena(of: items) { item, take in
            graph.case.items[item].eachText { take($1, $0) }
            graph.eachSharedName(of: item) { take($1, $0) }
        }
        pieces = TrigramFilter(of: runs)
        signs = PinyinFilter(of: runs)
    }
}
