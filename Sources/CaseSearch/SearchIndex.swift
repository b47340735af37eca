import CaseModel

/// The searchable texts of a case, folded and laid out flat.
///
/// The names of the items come first: matches among them rank first, and they are short. All else (their other texts
/// with the names of their sources, places and actors; whatever sources, places and actors have) is in blocks of some
/// hundred entities that are made on first use, so that no key press waits for all of a large case. Of a packed case all
/// of it was made when it was packed, and is read.
package struct SearchIndex: Sendable {
    /// The case that is searched.
    package let graph: CaseGraph
    /// Its entities in the order of the search.
    let entities: SearchedEntities
    /// The titles, id and other names of each item.
    let names: NameArena
    private var blocks: [TextBlock?]
    private let stored: StoredIndex?

    /// Reads the names of a case that was stored with its index, or else folds them. Linear in their length.
    package init(_ graph: CaseGraph) { self.init(graph, stored: graph.case.index) }

    /// The index of a case, of which these bytes may be what was stored.
    init(_ graph: CaseGraph, stored bytes: IndexBytes?) {
        self.graph = graph
        let entities = SearchedEntities(of: graph.case)
        self.entities = entities
        let count = (entities.count + TextBlock.size - 1) / TextBlock.size
        stored = bytes.flatMap { StoredIndex($0, blocks: count) }
        names =
            stored?.names(of: entities.items)
            ?? NameArena(of: 0..<entities.items) { item, take in
                graph.eachName(of: .item(item)) { take($1, $0) }
            }
        blocks = Array(repeating: nil, count: count)
    }

    /// True if blocks are read and need not be made, unless they are damaged.
    var isStored: Bool { stored != nil }

    /// The number of blocks.
    var blockCount: Int { blocks.count }

    /// The block of an entity, if it has been built.
    func block(of entity: Int) -> TextBlock? { blocks[entity / TextBlock.size] }

    /// The block of an entity, built now if necessary.
    mutating func buildBlock(of entity: Int) -> TextBlock {
        if let block = block(of: entity) { return block }
        let number = entity / TextBlock.size
        let block = stored?.block(number, of: rangeOfBlock(number)) ?? madeBlock(number)
        blocks[number] = block
        return block
    }

    /// A block made from the records.
    func madeBlock(_ number: Int) -> TextBlock { TextBlock(rangeOfBlock(number), entities, of: graph) }

    private func rangeOfBlock(_ number: Int) -> Range<Int> {
        let first = number * TextBlock.size
        return first..<min(first + TextBlock.size, entities.count)
    }

    /// Builds the blocks of all items, for callers that search these many times.
    package mutating func buildItems() {
        for first in stride(from: 0, to: entities.items, by: TextBlock.size) { _ = buildBlock(of: first) }
    }

    /// Builds all blocks, for callers that search everything many times.
    package mutating func buildAll() {
        for number in blocks.indices { _ = buildBlock(of: number * TextBlock.size) }
    }
}

/// The texts of some entities: of items all but their names, of others all.
struct TextBlock: Sendable {
    /// The number of entities in a block.
    static let size = 512

    /// The first entity of the block, and the end of the last.
    let first: Int
    let end: Int
    let arena: TextArena
    let trigrams: TrigramFilter
    /// The pinyin of the names among the texts.
    let pinyin: PinyinFilter

    init(_ numbers: Range<Int>, _ entities: SearchedEntities, of graph: CaseGraph) {
        (first, end) = (numbers.lowerBound, numbers.upperBound)
        arena = TextArena(of: numbers) { number, take in
            let entity = entities[number]
            if number >= entities.items { graph.eachName(of: entity) { take($1, $0) } }
            graph.eachText(of: entity) { take($1, $0) }
        }
        trigrams = TrigramFilter(of: arena)
        pinyin = PinyinFilter(of: arena)
    }
}

extension SearchIndex {
    /// The items with a name, as written: first the one with this id, then those whose id or title begins with it,
    /// then those with a name that contains it; ties in the order given.
    package func items(named name: String, among candidates: [Int]? = nil) -> [Int] {
        guard let term = SearchTerm(name) else { return candidates ?? Array(graph.case.items.indices) }
        var ranked = [[Int]](repeating: [], count: 3)
        term.bytes.withUnsafeBufferPointer { word in
            names.texts.bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                let pattern = BytePattern(word, frequencies: names.frequencies)
                func look(_ item: Int) {
                    let place = names.texts.place(of: item)
                    guard pattern.place(in: base, place.lowerBound, place.upperBound - 1) != nil else {
                        return
                    }
                    ranked[rank(of: pattern, in: item, base)].append(item)
                }
                if let candidates { candidates.forEach(look) } else { graph.case.items.indices.forEach(look) }
            }
        }
        return ranked.flatMap { $0 }
    }

    /// The rank of an item whose names contain the name, 0 best.
    private func rank(of pattern: BytePattern, in item: Int, _ bytes: UnsafePointer<UInt8>) -> Int {
        var rank = 2
        let names = names.texts
        for text in names.texts(of: item) where names.fields[text] == .id || names.fields[text] == .title {
            let (start, end) = (names.starts[text], names.starts[text + 1] - 1)
            guard end - start >= pattern.count, pattern.stands(at: bytes + start) else { continue }
            rank = min(rank, names.fields[text] == .id && end - start == pattern.count ? 0 : 1)
        }
        return rank
    }
}
