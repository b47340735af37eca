import CaseModel

/// All that can be found in a case, folded and laid out flat.
///
/// The folded texts stand one behind the other in one run of bytes, each ended by a zero, so that looking for a
/// word is one pass over memory. A text that several items share (the title of a source, the name of a place) is
/// there once, with the positions of all its items. Names stand in a second run, character by character with their
/// readings, for what is typed in pinyin.
public struct SearchIndex: Sendable {
    /// The case that is searched.
    public let graph: CaseGraph
    /// The folded texts, each ended by a zero.
    private(set) var bytes: [UInt8] = []
    /// How often each byte stands in `bytes`.
    private(set) var frequencies = [Int](repeating: 0, count: 256)
    /// For each text where it begins in `bytes`; one more for the end.
    private(set) var starts = [0]
    /// For each text where it was taken from.
    private(set) var fields: [SearchField] = []
    /// For each text as written.
    private(set) var texts: [String] = []
    /// For each text where its items begin in `owners`; one more for the end.
    private(set) var ownerStarts = [0]
    /// The positions of the items that texts belong to.
    private(set) var owners: [Int32] = []
    /// The names by sound, each ended by `Sound.end`.
    private(set) var sounds: [Sound] = []
    /// For each text where it begins in `sounds`; one more for the end. Texts that are no names are empty.
    private(set) var soundStarts = [0]

    /// Folds all texts of a case. Linear in their length.
    public init(_ graph: CaseGraph) {
        self.graph = graph
        let table = Folding.table
        for (position, item) in graph.case.items.enumerated() {
            for (field, text) in item.searchedTexts { add(text, field, of: [Int32(position)], table) }
        }
        let shared = SharedTexts(graph)
        for (field, text, items) in shared.all { add(text, field, of: items, table) }
        for byte in bytes { frequencies[Int(byte)] += 1 }
    }

    /// How many texts there are.
    var count: Int { fields.count }

    /// The text in which the first word of a match was found, as the case has it.
    public func text(of match: Match) -> String { texts[Int(match.segment)] }

    private mutating func add(
        _ text: String, _ field: SearchField, of items: [Int32], _ table: [UInt16]
    ) {
        guard !items.isEmpty, !text.isEmpty else { return }
        let isName = field.isName
        for scalar in text.unicodeScalars {
            let folded = Folding.fold(scalar.value, table)
            if folded == 0 { continue }
            Folding.append(folded, to: &bytes)
            if isName { sounds.append(Sound(scalar.value, folded: folded)) }
        }
        bytes.append(0)
        if isName { sounds.append(.end) }
        starts.append(bytes.count)
        soundStarts.append(sounds.count)
        fields.append(field)
        texts.append(text)
        owners += items
        ownerStarts.append(owners.count)
    }
}

extension Item {
    /// Its own texts, in the order in which a find in them counts.
    fileprivate var searchedTexts: [(SearchField, String)] {
        var result: [(SearchField, String)] = [(.id, id.text)]
        result += title.wordings.map { (.title, $0) }
        result += aka.map { (.aka, $0) }
        result += (summary?.wordings ?? []).map { (.summary, $0) }
        for claim in evidence {
            result += claim.claim.wordings.map { (.claim, $0) }
            if let quote = claim.quote { result.append((.quote, quote)) }
        }
        result += (note?.wordings ?? []).map { (.note, $0) }
        return result
    }
}

/// The names of what items have in common: sources, places and actors.
private struct SharedTexts {
    let all: [(SearchField, String, [Int32])]

    init(_ graph: CaseGraph) {
        var all: [(SearchField, String, [Int32])] = []
        var citing = [[Int32]](repeating: [], count: graph.case.sources.count)
        for (position, item) in graph.case.items.enumerated() {
            for number in item.citedSources.compactMap({ graph.number(of: $0) }) {
                citing[number].append(Int32(position))
            }
        }
        func add(_ field: SearchField, _ texts: [Text?], _ items: [Int32]) {
            for text in texts { for wording in text?.wordings ?? [] { all.append((field, wording, items)) } }
        }
        for (source, items) in zip(graph.case.sources, citing) {
            add(.source, [source.title, source.issuer], items)
        }
        for (place, items) in zip(graph.case.places, graph.itemsOfPlaces) {
            add(.place, [place.title], items.map(Int32.init))
        }
        for (actor, items) in zip(graph.case.actors, graph.itemsOfActors) {
            add(.actor, [actor.title], items.map(Int32.init))
        }
        self.all = all
    }
}
