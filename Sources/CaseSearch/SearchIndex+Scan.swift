import Glibc

/// A text in which a word was found.
struct Hit: Equatable, Sendable {
    /// The number of the text.
    let segment: Int32
    /// How well the word fits it.
    let rank: Rank
}

extension SearchIndex {
    /// The texts in which a word is found, in their order, each with the best of its finds.
    func hits(for term: SearchTerm) -> [Hit] {
        merged(writtenHits(for: term), soundHits(for: term, among: nil))
    }

    /// The same, but looking only where a word that this one grew from was found.
    func hits(for term: SearchTerm, among earlier: [Hit]) -> [Hit] {
        var written: [Hit] = []
        bytes.withUnsafeBufferPointer { bytes in
            let rarest = rarestByte(of: term)
            for hit in earlier {
                let segment = Int(hit.segment)
                let (start, end) = (starts[segment], starts[segment + 1])
                if let place = Self.search(bytes, start, end, term.bytes, by: rarest) {
                    let closeness = closeness(of: term, at: place, in: segment)
                    written.append(Hit(segment: hit.segment, rank: Rank(closeness, in: fields[segment])))
                }
            }
        }
        return merged(written, soundHits(for: term, among: earlier))
    }

    // One pass over all texts at once; after a find it goes on with the next text.
    private func writtenHits(for term: SearchTerm) -> [Hit] {
        var hits: [Hit] = []
        bytes.withUnsafeBufferPointer { bytes in
            var (from, segment) = (0, 0)
            let rarest = rarestByte(of: term)
            while let place = Self.search(bytes, from, bytes.count, term.bytes, by: rarest) {
                while starts[segment + 1] <= place { segment += 1 }
                let closeness = closeness(of: term, at: place, in: segment)
                hits.append(Hit(segment: Int32(segment), rank: Rank(closeness, in: fields[segment])))
                from = starts[segment + 1]
                segment += 1
            }
        }
        return hits
    }

    // The first find is the best: nothing that begins later is the whole or its beginning.
    private func closeness(of term: SearchTerm, at place: Int, in segment: Int) -> Closeness {
        let start = starts[segment]
        let isWhole = starts[segment + 1] - 1 - start == term.bytes.count
        return Closeness(place > start ? .part : isWhole ? .whole : .beginning, bySound: false)
    }

    // memchr(3) looks at sixteen bytes or more at once: it is asked for the byte of the word that the case has the
    // fewest of, and only where that stands is the word compared.
    private static func search(
        _ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int, _ word: [UInt8], by rarest: Int
    ) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var place = from + rarest
        let last = end - word.count + rarest
        while place <= last {
            guard let found = memchr(base + place, Int32(word[rarest]), last - place + 1) else { return nil }
            place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + place - rarest, word, word.count) == 0 { return place - rarest }
            place += 1
        }
        return nil
    }

    private func rarestByte(of term: SearchTerm) -> Int {
        term.bytes.indices.min { frequencies[Int(term.bytes[$0])] < frequencies[Int(term.bytes[$1])] } ?? 0
    }

    private func soundHits(for term: SearchTerm, among earlier: [Hit]?) -> [Hit] {
        guard let pattern = term.sound else { return [] }
        var hits: [Hit] = []
        sounds.withUnsafeBufferPointer { sounds in
            Readings.shared.initials.withUnsafeBufferPointer { initials in
                func look(_ segment: Int) {
                    let end = soundStarts[segment + 1] - 1
                    var place = soundStarts[segment]
                    while place < end {
                        if pattern.canBegin(sounds[place], initials),
                            let ending = pattern.match(sounds.baseAddress! + place)
                        {
                            let isFirst = place == soundStarts[segment]
                            let closeness = Closeness(
                                !isFirst ? .part : ending.isWhole ? .whole : .beginning, bySound: true)
                            let rank = Rank(closeness, in: fields[segment])
                            hits.append(Hit(segment: Int32(segment), rank: rank))
                            return
                        }
                        place += 1
                    }
                }
                if let earlier {
                    for hit in earlier { look(Int(hit.segment)) }
                } else {
                    for segment in 0..<count { look(segment) }
                }
            }
        }
        return hits
    }

    private func merged(_ left: [Hit], _ right: [Hit]) -> [Hit] {
        if right.isEmpty { return left }
        var result: [Hit] = []
        result.reserveCapacity(left.count + right.count)
        var (here, there) = (0, 0)
        while here < left.count || there < right.count {
            if there == right.count || here < left.count && left[here].segment < right[there].segment {
                result.append(left[here])
                here += 1
            } else if here == left.count || right[there].segment < left[here].segment {
                result.append(right[there])
                there += 1
            } else {
                result.append(left[here].rank <= right[there].rank ? left[here] : right[there])
                (here, there) = (here + 1, there + 1)
            }
        }
        return result
    }
}
