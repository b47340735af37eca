import CaseFiles
import CaseModel

/// Records of tables and JSON files on their way into a case, in the keys of its format; whether they are sound is for
/// its reader to judge.
///
/// What stands in the case already is not changed: no record gets an id that the case has. Evidence, links and metrics
/// of its records are additions to these.
package struct GatheredRecords {
    typealias Members = [(key: String, value: JSONValue)]

    /// A record with the lists of others that stand in it.
    struct Record {
        var members: Members
        var lists: [String: [JSONValue]] = [:]
    }

    /// The records of each list, in the order in which they came.
    private(set) var records: [String: [Record]] = [:]
    /// Where the records with an id are.
    private(set) var places: [String: [String: Int]] = [:]
    /// The ids of what the case has, and of what is gathered, by title.
    var titles: TitledIDs
    var ownTitles: [EntityKind: [String: String]] = [:]
    /// What is added to records of the case, in the order in which it came.
    package private(set) var additions: [CaseAddition] = []
    /// The entries that lists of records have: those of the case, and those that were added.
    private var entries: [String: (standing: Set<String>, added: Set<String>)] = [:]
    /// What a whole document has besides lists.
    var others: Members = []
    /// The case that gets the records; nil for a new one.
    let existing: Case?
    /// The records of the case as JSON, by list and id.
    private let standing: [String: [String: JSONValue]]
    private var taken: Set<String>
    private let spelling: Spelling

    /// No records yet, for a case that has these already.
    package init(for existing: Case? = nil, spelling: @escaping Spelling = { _ in nil }) {
        self.existing = existing
        self.spelling = spelling
        titles = TitledIDs(of: existing)
        var standing: [String: [String: JSONValue]] = [:]
        for (key, value) in existing?.jsonMembers ?? [] {
            guard let records = value.elements else { continue }
            standing[key] = Dictionary(
                records.compactMap { record in record["id"]?.word.map { ($0, record) } },
                uniquingKeysWith: { first, _ in first })
        }
        self.standing = standing
        taken = Set(EntityKind.entities.flatMap { standing[$0.list].map { Array($0.keys) } ?? [] })
    }

    /// The file of the case, in the order of its format; nil without a record.
    package var document: JSONValue? {
        var members: Members = []
        for key in RecordSection.topLevel {
            if let other = others.first(where: { $0.key == key }) { members.append(other) }
            // What is left out again has no members.
            guard let records = records[key]?.filter({ !$0.members.isEmpty }), !records.isEmpty,
                let section = RecordSection(topLevel: key)
            else {
                continue
            }
            let values = records.map { record in
                let lists = record.lists.map { (key: $0.key, value: JSONValue.array($0.value)) }
                let all = record.members.filter { record.lists[$0.key] == nil } + lists
                let ordered = section.keys.compactMap { key in all.first { $0.key == key } }
                return JSONValue.object(ordered)
            }
            members.append((key, .array(values)))
        }
        return members.isEmpty ? nil : .object(members)
    }

    /// The record of this id that the case has in a list.
    func standing(_ id: String, in list: String) -> JSONValue? { standing[list]?[id] }

    /// Puts other members in the place of those of a record.
    mutating func replace(_ number: Int, of list: String, with members: Members) {
        records[list]?[number].members = members
    }

    /// Takes a record out of a list again.
    mutating func leaveOut(_ number: Int, of list: String) {
        guard let members = records[list]?[number].members else { return }
        let id = members.first { $0.key == "id" }?.value.word ?? ""
        records[list]?[number] = Record(members: [])
        places[list]?[id] = nil
        taken.remove(id)
        for kind in ownTitles.keys { ownTitles[kind] = ownTitles[kind]?.filter { $0.value != id } }
    }

    /// Adds a record to a list, and gives it an id if it has none; returns its number there.
    @discardableResult mutating func add(_ members: Members, to list: String) -> Int {
        var record = Record(members: members)
        let id: String
        if let told = members.first(where: { $0.key == "id" })?.value.word {
            id = told
        } else {
            id = free(Self.title(of: members), otherwise: String(list.dropLast()))
            record.members.insert(("id", .string(id)), at: 0)
        }
        taken.insert(id)
        let number = records[list, default: []].count
        places[list, default: [:]][id] = number
        records[list, default: []].append(record)
        note(titlesOf: members, id: id, in: list)
        return number
    }

    /// What became of a record that belongs to another.
    enum Attachment {
        case attached
        /// The other stands in the case, and has the same already.
        case known
        /// The same was added to it before.
        case repeated
        /// Nothing has this id.
        case nowhere
    }

    /// Adds a record to the list of another one.
    mutating func attach(_ member: JSONValue, as list: String, to id: String, among owners: [String])
        -> Attachment
    {
        for owner in owners {
            guard let place = places[owner]?[id] else { continue }
            guard note(member, as: list, of: id, in: owner) == nil else { return .repeated }
            var record = records[owner]?[place] ?? Record(members: [])
            if record.lists[list] == nil {
                record.lists[list] = record.members.first { $0.key == list }?.value.elements
            }
            record.lists[list, default: []].append(member)
            records[owner]?[place] = record
            return .attached
        }
        for owner in owners {
            guard standing[owner]?[id] != nil else { continue }
            if let found = note(member, as: list, of: id, in: owner) { return found }
            let place =
                additions.firstIndex { $0.section == owner && $0.id == id && $0.list == list }
                ?? additions.count
            if place == additions.count {
                additions.append(CaseAddition(section: owner, id: id, list: list, records: []))
            }
            additions[place].records.append(member)
            return .attached
        }
        return .nowhere
    }

    /// Notes an entry of the list of a record; what is known of it if it is there already.
    private mutating func note(_ member: JSONValue, as list: String, of id: String, in owner: String)
        -> Attachment?
    {
        let key = "\(owner) \(id) \(list)"
        if entries[key] == nil {
            func forms(of record: JSONValue?) -> Set<String> {
                Set((record?[list]?.elements ?? []).map { comparable($0, in: list) })
            }
            let own = places[owner]?[id].flatMap { records[owner]?[$0].members }
            entries[key] = (forms(of: standing[owner]?[id]), forms(of: own.map { .object($0) }))
        }
        let form = comparable(member, in: list)
        if entries[key]?.standing.contains(form) == true { return .known }
        return entries[key]?.added.insert(form).inserted == false ? .repeated : nil
    }

    /// An entry as the case would write it, for comparing.
    private func comparable(_ entry: JSONValue, in list: String) -> String {
        guard let members = entry.members, let table = RecordTable(rawValue: list) else {
            return entry.line
        }
        return comparable(RecordTrial(members, of: table).written ?? entry).line
    }

    /// True if the record of the case with this id says all that these members say.
    func stands(_ members: Members, as id: String, in list: String) -> Bool {
        guard let record = standing[list]?[id] else { return false }
        var own: JSONValue = .object(members)
        if let table = RecordTable(rawValue: list), let written = RecordTrial(members, of: table).written {
            own = written
        }
        return members.allSatisfy { key, value in
            record[key].map(comparable) == comparable(own[key] ?? value)
        }
    }

    /// A value for comparing: with the keys of its objects in alphabetical order, and a text in one language as it would
    /// be without its name.
    private func comparable(_ value: JSONValue) -> JSONValue {
        switch value {
        case .null, .bool, .number, .string: return value
        case .array(let elements): return .array(elements.map(comparable))
        case .object(let members):
            let languages = existing?.manifest.languages ?? []
            if members.count == 1, case .string = members[0].value,
                languages.contains(where: { $0.text == members[0].key })
            {
                return members[0].value
            }
            return .object(
                members.map { (key: $0.key, value: comparable($0.value)) }.sorted { $0.key < $1.key })
        }
    }

    private static func title(of members: Members) -> String {
        switch members.first(where: { $0.key == "title" })?.value {
        case .object(let wordings)?: wordings.first?.value.word ?? ""
        case let title: title?.word ?? ""
        }
    }

    /// An id out of the words of a title that nothing has yet.
    private func free(_ title: String, otherwise name: String) -> String {
        let slug = Slug.of(title, spelling).prefixAtHyphen(60)
        let wanted = slug.isEmpty ? name : slug
        var (id, number) = (wanted, 1)
        while taken.contains(id) {
            number += 1
            id = "\(wanted)-\(number)"
        }
        return id
    }
}
