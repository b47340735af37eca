extension SearchIndex {
    /// The items, all or some, that answer to a name as it is written: first the one of this very id, then those
    /// whose id or title begins so, then those of which a name has it in it; equals in the order given.
    package func items(named name: String, among candidates: [Int]? = nil) -> [Int] {
        guard let term = SearchTerm(name) else { return candidates ?? Array(graph.case.items.indices) }
        var ranked = [[Int]](repeating: [], count: 3)
        term.bytes.withUnsafeBufferPointer { word in
            names.bytes.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                let needle = Needle(word, frequencies: frequencies)
                func look(_ item: Int) {
                    let place = names.place(of: item)
                    guard needle.place(in: base, place.lowerBound, place.upperBound - 1) != nil else {
                        return
                    }
                    ranked[rank(of: needle, in: item, base)].append(item)
                }
                if let candidates { candidates.forEach(look) } else { graph.case.items.indices.forEach(look) }
            }
        }
        return ranked.flatMap { $0 }
    }

    /// How well an item answers to a name that it has somewhere, 0 best.
    private func rank(of needle: Needle, in item: Int, _ bytes: UnsafePointer<UInt8>) -> Int {
        var rank = 2
        for text in names.texts(of: item) where names.fields[text] == .id || names.fields[text] == .title {
            let (start, end) = (names.starts[text], names.starts[text + 1] - 1)
            guard end - start >= needle.count, needle.stands(at: bytes + start) else { continue }
            rank = min(rank, names.fields[text] == .id && end - start == needle.count ? 0 : 1)
        }
        return rank
    }
}
