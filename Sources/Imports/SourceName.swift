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

/// Ids out of words: small ASCII letters and digits with hyphens between them.
package enum Slug {
    /// The words of a text; accents are folded, Chinese characters spelled, other scripts leave nothing.
    package static func of(_ text: String, _ spelling: Spelling = { _ in nil }) -> String {
        var result = ""
        var isOpen = false
        for scalar in text.unicodeScalars {
            let folded = scalar.isHan ? spelling(Character(scalar)) ?? "" : Latin.folded(scalar)
            if folded.isEmpty {
                // An apostrophe or a combining mark divides no word.
                if scalar != "'" && scalar != "’"
                    && scalar.properties.canonicalCombiningClass == .notReordered
                {
                    isOpen = false
                }
            } else {
                if !isOpen, !result.isEmpty { result += "-" }
                result += folded
                isOpen = true
            }
        }
        return result
    }

    /// The words of a title that say something: no articles, and no numbers before the first word. Of Chinese,
    /// which has no blanks, two characters count as a word.
    static func words(of title: String, _ spelling: Spelling) -> [String] {
        if title.isInChinese {
            let spelled = title.filter { $0.unicodeScalars.first?.isHan == true }.prefix(4).compactMap(
                spelling)
            return stride(from: 0, to: spelled.count, by: 2).map { spelled[$0...].prefix(2).joined() }
        }
        let words = title.split { $0.isWhitespace || "-–—:,.;/'’".contains($0) }.map { of(String($0)) }
            .filter { !$0.isEmpty && !articles.contains($0) }
        let said = words.drop { $0.allSatisfy(\.isNumber) }
        return said.isEmpty ? words : Array(said)
    }

    static func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: "-") }

    private static let articles: Set<String> = [
        "a", "an", "the", "der", "die", "das", "ein", "eine", "le", "la", "les", "l", "un", "une", "el",
        "los",
        "las", "o", "os", "as", "um", "uma", "il", "lo", "gli", "i", "de", "des", "du", "on", "of", "in",
        "zur",
        "zum", "d",
    ]
}

extension String {
    /// The beginning in at most so many bytes, cut where a hyphen stands if there is one.
    func prefixAtHyphen(_ count: Int) -> String {
        guard utf8.count > count else { return self }
        let cut = prefix(count)
        guard let hyphen = cut.lastIndex(of: "-") else { return String(cut) }
        return String(cut[..<hyphen])
    }
}
