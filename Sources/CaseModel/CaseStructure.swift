/// How the items of a case hang together, in numbers: all that walks and panes need to know of items that are not shown.
///
/// Absent numbers are −1, and absent days `Int32.min`.
package struct CaseStructure: Equatable, Sendable {
    /// A link that an item states.
    package struct Link: Equatable, Sendable {
        /// The position of the item that it names.
        package let target: Int32
        /// The number of its relation.
        package let relation: Int32
        /// Its number among the links of its item.
        package let number: Int32
        package let standing: CaseModel.Link.Standing

        package init(target: Int32, relation: Int32, number: Int32, standing: CaseModel.Link.Standing) {
            (self.target, self.relation, self.number, self.standing) = (target, relation, number, standing)
        }
    }

    /// For each item the number of its kind.
    package var kinds: [Int32] = []
    /// For each item the position of its parent.
    package var parents: [Int32] = []
    /// For each item the first and last day on which it may have begun; where that is not known it is taken to have
    /// begun when it ended.
    package var earliest: [Int32] = []
    package var latest: [Int32] = []
    /// The links that each item states.
    package var links = Adjacency<Link>()

    /// What an absent day is.
    package static let noDay = Int32.min

    package init() {}

    /// The structure that the items of a case give it. What the case does not define is absent, and a link to it is
    /// left out.
    package init(of case: Case) {
        let positions = CaseGraph.numbering(`case`.items.map(\.id.text))
        self.init(of: `case`) { positions[$0.text] }
    }

    /// The structure of a case of which the positions of items are known.
    init(of case: Case, positions: (ID<Item>) -> Int?) {
        let kindNumbers = CaseGraph.numbering(`case`.kinds.map(\.id.text))
        let relationNumbers = CaseGraph.numbering(`case`.relations.map(\.id.text))
        let count = `case`.items.count
        kinds.reserveCapacity(count)
        parents.reserveCapacity(count)
        for (position, item) in `case`.items.enumerated() {
            kinds.append(Int32(kindNumbers[item.kind.text] ?? -1))
            let parent = item.parent.flatMap(positions)
            parents.append(Int32(parent == position ? -1 : parent ?? -1))
            let days = item.period?.dateOfBeginning?.possibleDays
            earliest.append(days.map { Int32($0.lowerBound) } ?? Self.noDay)
            latest.append(days.map { Int32($0.upperBound) } ?? Self.noDay)
            for (number, link) in item.links.enumerated() {
                guard let target = positions(link.to), let relation = relationNumbers[link.relation.text]
                else { continue }
                links.append(
                    Link(
                        target: Int32(target), relation: Int32(relation), number: Int32(number),
                        standing: link.standing))
            }
            links.endElement()
        }
    }
}

/// For each of some elements a list, the lists one after the other in one array.
package struct Adjacency<Entry: Sendable>: Sendable {
    /// Where the list of each element begins, and where the last one ends.
    package private(set) var starts: [Int32]
    /// All lists one after the other.
    package private(set) var entries: [Entry]

    /// No lists.
    package init() { (starts, entries) = ([0], []) }

    /// Lists that begin and end at these places, which have to be in order and within the entries.
    package init(starts: [Int32], entries: [Entry]) {
        precondition(starts.first == 0 && starts.last.map(Int.init) == entries.count)
        (self.starts, self.entries) = (starts, entries)
    }

    /// The lists of so many elements of entries that come in any order; those of one element keep theirs.
    package init<Other>(
        count: Int, of entries: [Other], at element: (Other) -> Int, _ entry: (Other) -> Entry
    ) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for other in entries { starts[element(other) + 1] += 1 }
        for index in 0..<count { starts[index + 1] += starts[index] }
        self.starts = starts
        self.entries = [Entry](unsafeUninitializedCapacity: entries.count) { buffer, filled in
            for other in entries {
                let element = element(other)
                buffer.initializeElement(at: Int(starts[element]), to: entry(other))
                starts[element] += 1
            }
            filled = entries.count
        }
    }

    /// How many elements have a list.
    package var count: Int { starts.count - 1 }

    /// The list of an element.
    package subscript(element: Int) -> ArraySlice<Entry> {
        entries[Int(starts[element])..<Int(starts[element + 1])]
    }

    /// Appends to the list that is being written.
    mutating func append(_ entry: Entry) { entries.append(entry) }

    /// Ends the list that is being written, which begins the next one.
    mutating func endElement() { starts.append(Int32(entries.count)) }
}

extension Adjacency: Equatable where Entry: Equatable {}
