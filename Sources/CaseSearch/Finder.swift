/// Looks for one word.
///
/// Of each item the best find decides, so that it is looked for where it would rank best: among its names, and only
/// then elsewhere. There is one at a time; a reference, as nothing in it may be copied for each of very many items.
final class Finder {
    /// The rank after which nothing is found among names.
    static let lastOfNames = Rank(Closeness(.part, bySound: true), in: .aka).value
    private static let inText = Rank(Closeness(.part, bySound: false), in: .claim).value
    private static let heardInText = Rank(Closeness(.part, bySound: true), in: .source).value

    private let needle: Needle
    private let pattern: SoundPattern?
    private let need: TrigramFilter.Need
    private let signs: PinyinFilter.Need?
    private let initials: UnsafeBufferPointer<UInt32>
    private let names: TextArena
    private let nameSigns: PinyinFilter
    private let nameBytes: UnsafePointer<UInt8>

    /// Gives what looks for a word.
    static func with(_ term: SearchTerm, _ index: SearchIndex, _ use: (Finder) -> Void) {
        term.bytes.withUnsafeBufferPointer { word in
            index.names.bytes.withUnsafeBufferPointer { names in
                Readings.shared.initials.withUnsafeBufferPointer { initials in
                    guard let names = names.baseAddress else { return }
                    use(Finder(term, Needle(word, frequencies: index.frequencies), index, names, initials))
                }
            }
        }
    }

    private init(
        _ term: SearchTerm, _ needle: Needle, _ index: SearchIndex, _ nameBytes: UnsafePointer<UInt8>,
        _ initials: UnsafeBufferPointer<UInt32>
    ) {
        (self.needle, self.nameBytes, self.initials) = (needle, nameBytes, initials)
        (names, nameSigns) = (index.names, index.nameSigns)
        pattern = term.sound
        need = TrigramFilter.Need(term.bytes)
        signs = term.sound.map { PinyinFilter.Need($0) }
    }

    /// Looks among the names of an item.
    @inline(__always) func lookAmongNames(_ find: inout TermMatches.Find) {
        if find.name != TermMatches.Find.never { lookForWrittenName(&find) }
        if find.mayBeHeard, let pattern, let signs { listen(pattern, signs, &find) }
    }

    /// Looks at items of a block elsewhere than among their names.
    func look(in block: TextBlock, _ use: ((inout TermMatches.Find) -> Void) -> Void) {
        block.runs.bytes.withUnsafeBufferPointer { bytes in
            guard let bytes = bytes.baseAddress else { return }
            use { find in
                let owner = Int(find.item) - block.first
                self.lookForWritten(&find, owner, block, bytes)
                guard find.mayBeHeardElsewhere, let pattern = self.pattern, let signs = self.signs else {
                    return
                }
                self.listen(pattern, signs, &find, owner, block, bytes)
            }
        }
    }

    private func lookForWrittenName(_ find: inout TermMatches.Find) {
        let texts = names.texts(of: Int(find.item))
        let start = names.starts[texts.lowerBound]
        guard
            let place = needle.place(
                in: nameBytes, start + Int(find.name), names.starts[texts.upperBound] - 1)
        else {
            find.name = TermMatches.Find.never
            return
        }
        find.name = UInt32(clamping: place - start)
        var text = texts.lowerBound
        while names.starts[text + 1] <= place { text += 1 }
        if place > names.starts[text] {
            find.rank = Rank(Closeness(.part, bySound: false), in: names.fields[text]).value
            find.ahead = needle.following(nameBytes, place)
            text += 1
        }
        // What begins with the word further on may rank better still.
        while text < texts.upperBound {
            if let extent = beginning(nameBytes, names, text) {
                let rank = Rank(Closeness(extent, bySound: false), in: names.fields[text]).value
                if rank < find.rank { (find.rank, find.ahead) = (rank, 0) }
            }
            text += 1
        }
    }

    /// How much of a text the word is, if the text begins with it.
    @inline(__always) private func beginning(
        _ bytes: UnsafePointer<UInt8>, _ runs: TextArena, _ text: Int
    ) -> Extent? {
        let (start, end) = (runs.starts[text], runs.starts[text + 1] - 1)
        guard end - start >= needle.count, needle.stands(at: bytes + start) else { return nil }
        return end - start == needle.count ? .whole : .beginning
    }

    /// Listens to the names of an item, as far as what is heard could rank better than what is known.
    private func listen(_ pattern: SoundPattern, _ signs: PinyinFilter.Need, _ find: inout TermMatches.Find) {
        let item = Int(find.item)
        guard nameSigns.allow(signs, of: item) else {
            find.mayBeHeard = false
            return
        }
        var mayBeHeard = false
        for text in names.texts(of: item) where names.fields[text].isName {
            let field = names.fields[text]
            guard Rank(Closeness(.whole, bySound: true), in: field).value < find.rank else {
                mayBeHeard = true
                break
            }
            let isPartEnough = Rank(Closeness(.part, bySound: true), in: field).value < find.rank
            let extent = heard(pattern, nameBytes, names, text, onlyAtBeginning: !isPartEnough)
            if !isPartEnough || extent != nil { mayBeHeard = true }
            guard let extent else { continue }
            let rank = Rank(Closeness(extent, bySound: true), in: field).value
            if rank < find.rank { (find.rank, find.ahead) = (rank, 0) }
        }
        find.mayBeHeard = mayBeHeard
    }

    private func lookForWritten(
        _ find: inout TermMatches.Find, _ owner: Int, _ block: TextBlock, _ bytes: UnsafePointer<UInt8>
    ) {
        guard find.text != TermMatches.Find.never else { return }
        guard block.pieces.allow(need, of: owner) else {
            find.text = TermMatches.Find.never
            return
        }
        let run = block.runs.place(of: owner)
        if !need.isCertain {
            guard let place = needle.place(in: bytes, run.lowerBound + Int(find.text), run.upperBound - 1)
            else {
                find.text = TermMatches.Find.never
                return
            }
            find.text = UInt32(clamping: place - run.lowerBound)
            find.ahead = needle.following(bytes, place)
        }
        find.rank = Self.inText
        for text in block.runs.texts(of: owner) {
            guard let extent = beginning(bytes, block.runs, text) else { continue }
            let rank = Rank(Closeness(extent, bySound: false), in: block.runs.fields[text]).value
            if rank < find.rank { (find.rank, find.ahead) = (rank, 0) }
        }
    }

    /// Listens to the names that an item shares with others.
    private func listen(
        _ pattern: SoundPattern, _ signs: PinyinFilter.Need, _ find: inout TermMatches.Find, _ owner: Int,
        _ block: TextBlock, _ bytes: UnsafePointer<UInt8>
    ) {
        guard block.signs.allow(signs, of: owner) else {
            find.mayBeHeardElsewhere = false
            return
        }
        var mayBeHeard = false
        for text in block.runs.texts(of: owner) where block.runs.fields[text].isName {
            let isPartEnough = Self.heardInText < find.rank
            let extent = heard(pattern, bytes, block.runs, text, onlyAtBeginning: !isPartEnough)
            if !isPartEnough || extent != nil { mayBeHeard = true }
            guard let extent else { continue }
            let rank = Rank(Closeness(extent, bySound: true), in: block.runs.fields[text]).value
            if rank < find.rank { (find.rank, find.ahead) = (rank, 0) }
        }
        find.mayBeHeardElsewhere = mayBeHeard
    }

    /// How well a word is heard in a name.
    @inline(__always) private func heard(
        _ pattern: SoundPattern, _ bytes: UnsafePointer<UInt8>, _ runs: TextArena, _ text: Int,
        onlyAtBeginning: Bool
    ) -> Extent? {
        if runs.isSpokenApart(text), let sounds = runs.spokenApart[Int32(text)] {
            return sounds.withUnsafeBufferPointer {
                heard(pattern, in: LaidOutSounds($0.baseAddress!), onlyAtBeginning: onlyAtBeginning)
            }
        }
        return heard(pattern, in: FoldedSounds(bytes + runs.starts[text]), onlyAtBeginning: onlyAtBeginning)
    }

    @inline(__always) private func heard(
        _ pattern: SoundPattern, in sounds: some SoundCursor, onlyAtBeginning: Bool
    ) -> Extent? {
        var here = sounds
        var isFirst = true
        while true {
            let start = here
            let sound = here.next()
            if sound == .end { return nil }
            if pattern.canBegin(sound, initials), let ending = pattern.match(start) {
                return !isFirst ? .part : ending.isWhole ? .whole : .beginning
            }
            if onlyAtBeginning { return nil }
            isFirst = false
        }
    }
}

extension Needle {
    /// The eight bytes behind the word where it stands.
    @inline(__always) fileprivate func following(_ bytes: UnsafePointer<UInt8>, _ place: Int) -> UInt64 {
        UInt64(
            littleEndian: UnsafeRawPointer(bytes + place + count).loadUnaligned(as: UInt64.self))
    }
}
