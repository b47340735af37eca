import CaseModel

/// The searchable texts of a case, folded and laid out flat.
///
/// The names of the items come first: matches among them rank first, and they are short. All other texts (those of
/// the items, and the names of their sources, places and actors) are in blocks of some hundred items that are built
/// on first use, so that no key press waits for all of a large case.
package struct SearchIndex: Sendable {
    /// The case that is searched.
    package let graph: CaseGraph
    /// The titles, id and other names of each item.
    let names: TextArena
    /// The pinyin of those names.
    let namePinyin: PinyinFilter
    /// The number of occurrences of each byte in the names.
    let frequencies: [Int]
    private var blocks: [TextBlock?]

    /// Folds the names of a case. Linear in their length.
    package init(_ graph: CaseGraph) {
        self.graph = graph
        names = TextArena(of: 0..<graph.case.items.count) { item, take in
            graph.case.items[item].eachName { take($1, $0) }
        }
        namePinyin = PinyinFilter(of: names)
        var frequencies = [Int](repeating: 0, count: 256)
        // A million bytes are a sufficient sample.
        for byte in names.bytes.prefix(1 << 20) { frequencies[Int(byte)] += 1 }
        self.frequencies = frequencies
        blocks = Array(repeating: nil, count: (graph.case.items.count + TextBlock.size - 1) / TextBlock.size)
    }

    /// The block of an item, if it has been built.
    func block(of item: Int) -> TextBlock? { blocks[item / TextBlock.size] }

    /// The block of an item, built now if necessary.
    mutating func buildBlock(of item: Int) -> TextBlock {
        if let block = block(of: item) { return block }
        let number = item / TextBlock.size
        let first = number * TextBlock.size
        let block = TextBlock(first..<min(first + TextBlock.size, graph.case.items.count), of: graph)
        blocks[number] = block
        return block
    }

    /// Builds all blocks, for callers that search everything many times.
    package mutating func buildAll() {
        for number in blocks.indices { _ = buildBlock(of: number * TextBlock.size) }
    }
}

/// The texts of some items besides their names, with the names of their sources, places and actors.
struct TextBlock: Sendable {
    /// The number of items in a block.
    static let size = 512

    /// The first item of the block.
    let first: Int
    let arena: TextArena
    let trigrams: TrigramFilter
    /// The pinyin of the names among the texts.
    let pinyin: PinyinFilter

    init(_ items: Range<Int>, of graph: CaseGraph) {
        first = items.lowerBound
        arena = TextArena(of: items) { item, take in
            graph.case.items[item].eachText { take($1, $0) }
            graph.eachSharedName(of: item) { take($1, $0) }
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
            names.bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                let pattern = BytePattern(word, frequencies: frequencies)
                func look(_ item: Int) {
                    let place = names.place(of: item)
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
        for text in names.texts(of: item) where names.fields[text] == .id || names.fields[text] == .title {
            let (start, end) = (names.starts[text], names.starts[text + 1] - 1)
            guard end - start >= pattern.count, pattern.stands(at: bytes + start) else { continue }
            rank = min(rank, names.fields[text] == .id && end - start == pattern.count ? 0 : 1)
        }
        return rank
    }
}

// The texts of an item that are searched, in the order of preference among equal matches.
extension Item {
    /// Calls `take` with the titles, the id and the other names.
    func eachName(_ take: (SearchField, String) -> Void) {
        title.eachWording { take(.title, $0) }
        take(.id, id.text)
        for name in aka { take(.aka, name) }
    }

    /// Calls `take` with the texts other than names.
    func eachText(_ take: (SearchField, String) -> Void) {
        summary?.eachWording { take(.summary, $0) }
        for claim in evidence {
            claim.claim.eachWording { take(.claim, $0) }
            if let quote = claim.quote { take(.quote, quote) }
        }
        note?.eachWording { take(.note, $0) }
    }
}

extension CaseGraph {
    /// Calls `take` with the names of an item's sources, places and actors, in the case's order.
    func eachSharedName(of position: Int, _ take: (SearchField, String) -> Void) {
        let item = `case`.items[position]
        var sources: [Int] = []
        // Consecutive claims often cite one source: it is looked up once.
        var last: ID<Source>?
        func cite(_ source: ID<Source>?) {
            guard let source, source != last else { return }
            last = source
            if let number = number(of: source), !sources.contains(number) { sources.append(number) }
        }
        for claim in item.evidence { cite(claim.source) }
        for metric in item.metrics { cite(metric.source) }
        cite(item.status?.source)
        for link in item.links { cite(link.source) }
        for number in sources.sorted() {
            `case`.sources[number].title.eachWording { take(.source, $0) }
            `case`.sources[number].issuer?.eachWording { take(.source, $0) }
        }
        for number in Set(item.places.compactMap { number(of: $0) }).sorted() {
            `case`.places[number].title.eachWording { take(.place, $0) }
        }
        for number in Set(item.actors.compactMap { number(of: $0) }).sorted() {
            `case`.actors[number].title.eachWording { take(.actor, $0) }
        }
    }
}

extension Text {
    /// Calls `take` with each wording once.
    fileprivate func eachWording(_ take: (String) -> Void) {
        guard !hasOthers else { return wordings.forEach(take) }
        if let chinese { take(chinese) }
        if let english, english != chinese { take(english) }
    }
}
