import CaseModel

/// How a Chinese character is read, in small Latin letters; nil where that is not known.
package typealias Spelling = @Sendable (Character) -> String?

/// Gives sources ids that are readable and that no other entity of the case has.
struct SourceNames {
    private var taken: Set<String>
    /// The last number that was given to a name, so that a thousand works of one name take no million tries.
    private var numbers: [String: Int] = [:]
    private let spelling: Spelling

    /// Ids beside those of an existing case.
    init(besides existing: Set<String>, spelling: @escaping Spelling) {
        taken = existing
        self.spelling = spelling
    }

    /// `src-ostrom-1990-governing`: the first author, else the body that issued it, the year and the first word of
    /// the title that says something; of an unsigned work two words. A key that is such an id already stays; what
    /// cannot be spelled in Latin letters gives way to the key.
    mutating func id(for source: Source, key: String?) -> ID<Source> {
        ID(free(wanted(for: source, key: key)))
    }

    /// True where nothing has this name yet; from now on it is taken.
    mutating func take(_ name: String) -> Bool { taken.insert(name).inserted }

    /// The name, or the same with a number behind it that makes it free.
    mutating func free(_ wanted: String) -> String {
        var candidate = wanted
        var number = numbers[wanted] ?? 1
        while taken.contains(candidate) {
            number += 1
            candidate = Slug.joined([wanted.prefixAtHyphen(ImportLimits.id - 8), String(number)])
        }
        numbers[wanted] = number
        taken.insert(candidate)
        return candidate
    }

    private func wanted(for source: Source, key: String?) -> String {
        // The keys of Zotero's CSL-JSON are addresses, which name nothing to a reader.
        let key = key?.contains("://") == true ? nil : key
        let keySlug = Slug.of(key ?? "")
        if let key, key.hasPrefix("src-"), key == keySlug, key.utf8.count <= ImportLimits.id { return key }
        let names =
            (source.authors.first ?? source.editors.first).map { [$0.family] } ?? source.issuer?.wordings
        let who =
            (names ?? []).lazy.map { Slug.of($0, spelling).prefixAtHyphen(24) }.first { !$0.isEmpty } ?? ""
        let words =
            source.title.wordings.lazy.map { Slug.words(of: $0, spelling) }.first { !$0.isEmpty } ?? []
        let year = source.date.map { $0.year < 1 ? "bce-\(1 - $0.year)" : String($0.year) } ?? ""
        let word = words.first?.prefixAtHyphen(24) ?? ""
        if !who.isEmpty { return Slug.joined(["src", who, year, word]) }
        if !words.isEmpty {
            return Slug.joined(["src", words.prefix(2).joined(separator: "-").prefixAtHyphen(36), year])
        }
        if !keySlug.isEmpty {
            return Slug.joined([keySlug.hasPrefix("src-") ? "" : "src", keySlug.prefixAtHyphen(60)])
        }
        return Slug.joined(["src", source.form.rawValue, year])
    }
}
