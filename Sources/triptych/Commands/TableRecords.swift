import CaseFiles
import CaseModel
import CaseSearch
import Imports

/// The rows of tables as records of a case, in the keys of its format; whether they are sound is for the reader to
/// judge.
struct TableRecords {
    private typealias Members = [(key: String, value: JSONValue)]

    private var items: [(members: Members, evidence: [JSONValue], links: [JSONValue])] = []
    private var places: [String: Int] = [:]
    private var sources: [JSONValue] = []
    private var taken: Set<String>
    /// The cells that have no place in the records.
    private(set) var lost: Set<FileAddress> = []
    private let choice: CaseChoice

    /// No records yet, for a case that has these ids already.
    init(besides existing: Set<String>, _ choice: CaseChoice) {
        (taken, self.choice) = (existing, choice)
    }

    /// The file of the case, in the order of the tables; nil without a record.
    var document: JSONValue? {
        var members: Members = []
        if !items.isEmpty {
            let records = items.map { item in
                var item = item
                if !item.evidence.isEmpty { item.members.append(("evidence", .array(item.evidence))) }
                if !item.links.isEmpty { item.members.append(("links", .array(item.links))) }
                return JSONValue.object(item.members)
            }
            members.append(("items", .array(records)))
        }
        if !sources.isEmpty { members.append(("sources", .array(sources))) }
        return members.isEmpty ? nil : .object(members)
    }

    /// Adds the rows of a table; those of evidence and links belong to items that were added before.
    mutating func add(_ rows: [TableRecord], as subject: TableMapping.Subject, kind: String?) throws(Failure)
    {
        for row in rows {
            switch subject {
            case .items: add(item: row, kind: kind)
            case .sources: add(source: row)
            case .evidence where ["place", "actor"].contains(row.values["about_type"]):
                // It stands in the record of the place or the actor, for which there is no table.
                lost.formUnion(row.addresses.values)
            case .evidence:
                let place = try place(of: row, "about")
                items[place].evidence.append(
                    .object(
                        Self.members(
                            row, ["claim", "source", "locator", "date", "strength", "supports", "quote"])))
            case .links:
                let place = try place(of: row, "from")
                items[place].links.append(
                    .object(Self.members(row, ["relation", "to", "because", "source", "classified"])))
            }
        }
    }

    private mutating func add(item row: TableRecord, kind: String?) {
        let title =
            row.values["title"] ?? row.wordings(of: "title").sorted { $0.key < $1.key }.first?.value ?? ""
        let id = row.values["id"] ?? free(title, otherwise: "item")
        var members: Members = [("id", .string(id))]
        if row.values["kind"] == nil, let kind { members.append(("kind", .string(kind))) }
        members += Self.members(row, ["kind", "parent", "title", "short", "aka", "summary"])
        members += Self.nested(
            "period", row, ["start": "period_start", "end": "period_end"], ["start", "end"])
        members += Self.nested(
            "status", row, ["value": "status", "as_of": "status_as_of", "source": "status_source"],
            ["value", "as_of", "source"])
        members += Self.members(row, ["places", "actors", "note"])
        places[id] = items.count
        taken.insert(id)
        items.append((members, [], []))
    }

    private mutating func add(source row: TableRecord) {
        let title =
            row.values["title"] ?? row.wordings(of: "title").sorted { $0.key < $1.key }.first?.value ?? ""
        let id = row.values["id"] ?? free(title, otherwise: "source")
        taken.insert(id)
        var members: Members = [("id", .string(id))] + Self.members(row, ["type", "title"])
        for key in ["authors", "editors"] {
            let people = people(row, key)
            if !people.isEmpty { members.append((key, .array(people))) }
        }
        members += Self.members(row, ["issuer", "date", "document_number", "url", "doi"])
        var container = Self.members(row, ["volume", "issue", "pages"])
        if let title = Self.value(row, "container") { container.insert(("title", title), at: 0) }
        if !container.isEmpty { members.append(("container", .object(container))) }
        if let place = Self.value(row, "place") { members.append(("publication_place", place)) }
        members += Self.members(
            row,
            [
                "publisher", "edition", "genre", "outlet", "archive", "archive_location", "isbn", "issn",
                "language",
                "title_is_descriptive", "copy", "archived", "accessed", "checked", "note",
            ])
        sources.append(.object(members))
    }

    /// The item that a row belongs to.
    private func place(of row: TableRecord, _ key: String) throws(Failure) -> Int {
        let id = row.values[key] ?? ""
        if let place = places[id] { return place }
        throw Failure(
            "\(row.addresses[key] ?? row.address): "
                + choice.say(
                    zh: "“\(id)”不是 --items 表中的条目；证据与联系须与其条目一同导入",
                    en: "'\(id)' is no item of the table of --items; evidence and links come with their items"
                ),
            .badData)
    }

    /// An id out of the words of a title that nothing has yet.
    private func free(_ title: String, otherwise name: String) -> String {
        let slug = String(Slug.of(title) { $0.spelling }.prefix(60))
        let wanted = slug.isEmpty ? name : slug.last == "-" ? String(slug.dropLast()) : slug
        var (id, number) = (wanted, 1)
        while taken.contains(id) {
            number += 1
            id = "\(wanted)-\(number)"
        }
        return id
    }

    private static func members(_ row: TableRecord, _ keys: [String]) -> Members {
        keys.compactMap { key in value(row, key).map { (key, $0) } }
    }

    private static func nested(
        _ key: String, _ row: TableRecord, _ fields: [String: String], _ order: [String]
    ) -> Members {
        let members = order.compactMap { inner in
            fields[inner].flatMap { row.values[$0] }.map { (key: inner, value: JSONValue.string($0)) }
        }
        return members.isEmpty ? [] : [(key, .object(members))]
    }

    /// A cell as a value: a list, a text in its languages, a flag or a word.
    private static func value(_ row: TableRecord, _ key: String) -> JSONValue? {
        if ["aka", "places", "actors"].contains(key) {
            let words = row.words(of: key)
            return words.isEmpty ? nil : .strings(words)
        }
        if let word = row.values[key] {
            let isFlag = ["classified", "copy", "title_is_descriptive"].contains(key)
            return isFlag && ["true", "false"].contains(word) ? .bool(word == "true") : .string(word)
        }
        let texts: Set<String> = [
            "title", "short", "summary", "note", "claim", "locator", "because", "issuer", "container",
            "publisher",
            "place", "edition", "outlet", "genre", "archive",
        ]
        guard texts.contains(key) else { return nil }
        let wordings = row.wordings(of: key).sorted { $0.key < $1.key }
        // Exports repeat a text that is the same in every language.
        if wordings.count > 1, Set(wordings.map(\.value)).count == 1 { return .string(wordings[0].value) }
        return wordings.isEmpty ? nil : .object(wordings.map { ($0.key, .string($0.value)) })
    }

    /// People by their names in Latin letters, such as `Li, Ming`, and in Chinese.
    private mutating func people(_ row: TableRecord, _ key: String) -> [JSONValue] {
        let chinese = row.words(of: key + "_zh")
        var latin = row.values[key] == nil ? row.words(of: key + "_en") : row.words(of: key)
        if latin.isEmpty { latin = chinese }
        // Where not everybody has one, the names in Chinese do not say whose they are.
        let isPaired = chinese.count == latin.count
        if !isPaired, let address = row.addresses[key + "_zh"] { lost.insert(address) }
        return latin.enumerated().map { place, name in
            let parts = name.split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
            var members: Members = [("family", .string(String(parts.first ?? "")))]
            if parts.count > 1 { members.append(("given", .string(String(parts[1])))) }
            if isPaired { members.append(("zh", .string(chinese[place]))) }
            return .object(members)
        }
    }
}
