import CaseModel

/// Records of a BibTeX or biblatex database.
struct BibTeXReader {
    private let file: SourceFile
    private let entries: [BibTeXEntries.Entry]
    private let places: [String: Int]
    /// For each entry that others name its fields, each once, and no more than a record has.
    private let heirlooms: [Int: [BibTeXEntries.Field]]

    /// Reads a database.
    init(_ file: SourceFile) throws(ImportError) {
        self.file = file
        entries = try BibTeXEntries(file).entries
        places = Dictionary(
            entries.enumerated().map { ($1.key.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        var named: Set<String> = []
        for entry in entries {
            for field in entry.fields where BibTeXFields.links.contains(field.name) {
                named.formUnion(field.value.lowercased().split(separator: ",").map(\.trimmed))
            }
        }
        var heirlooms: [Int: [BibTeXEntries.Field]] = [:]
        for place in named.compactMap({ [places] in places[$0] }) {
            var seen: Set<String> = []
            heirlooms[place] = Array(
                entries[place].fields.filter { seen.insert($0.name).inserted }.prefix(100))
        }
        self.heirlooms = heirlooms
    }

    /// The records, in the order of the file; data that only others inherit is no record.
    var records: [ForeignRecord] {
        entries.enumerated().compactMap { number, entry in
            ["xdata", "set", "control"].contains(entry.type) ? nil : record(entry, number: number + 1)
        }
    }

    private func record(_ entry: BibTeXEntries.Entry, number: Int) -> ForeignRecord {
        let name = Text(entry.key.isEmpty ? "@\(entry.type) \(number)" : entry.key)
        var seen: [String: String] = [:]
        for field in entry.fields where seen[field.name] == nil { seen[field.name] = field.value }
        let (inherited, isWhole) = inherited(by: entry, own: Set(seen.keys))
        for field in inherited where seen[field.name] == nil { seen[field.name] = field.value }
        var record = ForeignRecord(
            name: name, key: entry.key.isEmpty ? nil : entry.key, type: entry.type,
            work: BibTeXTypes.work(entry.type, seen), address: file.address(of: entry.offset))
        if let key = record.key {
            record.facts.append(Fact(role: .key, field: "citation key", value: key, address: record.address))
        }
        for field in entry.fields {
            var fact = fact(of: field, in: entry.type, seen)
            // What stands behind a semicolon is where the library has it.
            if field.name == "library", let sign = fact.value.firstRange(of: "; ") {
                var place = fact
                place.role = .archiveLocation
                place.value = String(fact.value[sign.upperBound...])
                fact.value = String(fact.value[..<sign.lowerBound])
                record.facts.append(place)
            }
            if BibTeXFields.links.contains(field.name), !isWhole { fact.role = .dangling }
            // The name of the language does not tell the characters; polyglossia has them beside it.
            if fact.role == .language, LanguageTag(naming: fact.value) == .chinese,
                seen["langidopts"]?.filter({ !$0.isWhitespace }).contains("variant=traditional") == true
            {
                fact.value = "zh-Hant"
            }
            record.facts.append(fact)
        }
        // What is inherited is a fact of the work, but no field of the record.
        record.inherited = inherited.map { fact(of: $0, in: entry.type, seen) }
        return record
    }

    private func fact(
        of field: BibTeXEntries.Field, in type: String, _ fields: [String: String]
    ) -> Fact {
        var role = BibTeXFields.role(of: field.name, in: type, fields)
        let address = file.address(of: field.offset)
        switch role {
        // The tilde of a date is EDTF's, not a blank of TeX.
        case .url, .archivedURL, .doi, .apart, .structure, .key, .date, .accessed:
            return Fact(
                role: role, field: field.name, value: LaTeXText.verbatim(field.value), address: address)
        case _ where BibTeXFields.names.contains(field.name):
            let names = BibTeXNames.names(in: field.value)
            return Fact(
                role: role, field: field.name, value: names.map(\.written).joined(separator: "; "),
                address: address, names: names, presumedNames: BibTeXNames.presumed(in: field.value))
        case _:
            let text = LaTeXText(field.value)
            var value = text.text
            // Three hyphens for two; a dash that is written is meant.
            if ["pages", "pagetotal", "volume", "number"].contains(field.name), !field.value.contains("—") {
                value = value.replacing("—", with: "–")
            }
            if field.name == "pages" { value = value.ranged }
            if field.name == "howpublished" {
                let address = LaTeXText.verbatim(field.value)
                if address.hasPrefix("http") { (role, value) = (.url, address) }
            }
            if role == .genre { value = BibTeXTypes.genre(named: value) }
            return Fact(
                role: role, field: field.name, value: value, address: address, leftovers: text.leftovers)
        }
    }

    /// The fields that an entry has from those that it names, and whether the file has all of them.
    private func inherited(
        by entry: BibTeXEntries.Entry, own: Set<String>
    ) -> (fields: [BibTeXEntries.Field], isWhole: Bool) {
        var (fields, isWhole, known) = ([BibTeXEntries.Field](), true, own)
        for link in entry.fields where BibTeXFields.links.contains(link.name) {
            for key in link.value.split(separator: ",") {
                guard let place = places[key.trimmed.lowercased()] else {
                    isWhole = false
                    continue
                }
                let parent = entries[place]
                for field in heirlooms[place] ?? [] {
                    guard
                        let name = BibTeXFields.inherited(
                            field.name, of: parent.type, by: entry.type, link: link.name)
                    else { continue }
                    if known.insert(name).inserted {
                        fields.append(.init(name: name, value: field.value, offset: field.offset))
                    }
                }
            }
        }
        return (fields, isWhole)
    }
}
