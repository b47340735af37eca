import CaseModel
import TextLayout

/// The languages that the texts of a case were found to have, until the manifest's are known.
struct LanguagesFound {
    /// A text that is a map of wordings.
    struct Found {
        let what: Subject
        /// The id of the record in which it stands.
        let owner: String
        let address: Address
        /// The number of its set of languages in `sets`.
        let set: Int
    }

    /// The wordings in one language.
    struct Use {
        /// The number of texts that have one.
        var count = 0
        /// The first key that names the language, and the text that it belongs to.
        let first: Address
        let what: Subject
        /// The first key that has no wording behind it.
        var firstEmpty: Address?
    }

    /// A language is rare where another has more than so many times as many wordings.
    private static let rare = 4
    /// The number of keys that are looked for before they are read as tags.
    private static let remembered = 16

    /// The languages in the order in which they were met.
    private(set) var tags: [LanguageTag] = []
    /// The wordings in each of them.
    private(set) var uses: [Use] = []
    private(set) var texts: [Found] = []
    /// The sets of languages that texts have, each as the sorted numbers of its languages.
    private(set) var sets: [[Int]] = []
    private var numbers: [[Int]: Int] = [:]
    private var numbersOfTags: [LanguageTag: Int] = [:]
    /// The languages by the keys that name them: the same few keys stand in all texts.
    private var known: [(key: String, number: Int)] = []
    /// The set of the text before, which most texts have as well.
    private var last = -1

    /// Takes a text with wordings in these languages, which are given by their numbers.
    mutating func add(_ found: [Int], what: Subject, of owner: String, at address: Address) {
        if last < 0 || sets[last] != found {
            last = numbers[found] ?? sets.count
            if last == sets.count {
                numbers[found] = last
                sets.append(found)
            }
        }
        texts.append(Found(what: what, owner: owner, address: address, set: last))
    }

    /// The number of the language that a key names, which is met at this place; nil for a key that names none.
    mutating func number(of key: String, of what: Subject, at address: @autoclosure () -> Address) -> Int? {
        if let known = known.first(where: { $0.key == key }) { return known.number }
        guard let tag = LanguageTag(key) else { return nil }
        let number = numbersOfTags[tag] ?? tags.count
        if number == tags.count {
            numbersOfTags[tag] = number
            tags.append(tag)
            uses.append(Use(first: address(), what: what))
        }
        // A file may name any number of languages; what most texts have stands in front.
        if known.count < Self.remembered { known.append((key, number)) }
        return number
    }

    /// Takes a wording in a language, or a key without one.
    mutating func count(_ number: Int, isEmpty: Bool, at address: @autoclosure () -> Address) {
        if !isEmpty {
            uses[number].count += 1
        } else if uses[number].firstEmpty == nil {
            uses[number].firstEmpty = address()
        }
    }

    /// The languages of all texts that have a wording in this one.
    func languages(beside tag: LanguageTag) -> Set<LanguageTag> {
        guard let number = numbersOfTags[tag] else { return [] }
        return Set(sets.lazy.filter { $0.contains(number) }.joined().map { tags[$0] })
    }

    /// The languages of a case whose manifest names none: those of its texts, Chinese and English before others, then
    /// the most frequent. Rare ones are mistyped. A case in Chinese is expected to be translated into English; one
    /// whose texts name no language is in Chinese where its title is.
    func languages(of title: Text) -> [LanguageTag] {
        func count(_ tag: LanguageTag) -> Int { numbersOfTags[tag].map { uses[$0].count } ?? 0 }
        let most = tags.map(count).max() ?? 0
        let used = tags.filter { count($0) > 0 && count($0) * Self.rare >= most }
        let isHan = title.wordings.contains { $0.unicodeScalars.contains { $0.value >= 0x2E80 } }
        guard !used.isEmpty else { return isHan ? [.chinese, .english] : [.english, .chinese] }
        if used == [.chinese] { return [.chinese, .english] }
        let others = used.filter { $0 != .chinese && $0 != .english }
            .enumerated().sorted { first, second in
                let counts = (count(first.element), count(second.element))
                return counts.0 == counts.1 ? first.offset < second.offset : counts.0 > counts.1
            }
        return [.chinese, .english].filter(used.contains) + others.map(\.element)
    }
}

extension Value {
    /// A text from a map of languages and wordings; nil after reporting what is wrong with it.
    func wordings(_ mapping: Node.Mapping, each read: (Value) -> String?) -> Text? {
        var text = Text()
        var found: [Int] = []
        guard mapping.count <= Limits.wordings else {
            report(.tooManyWordings(name))
            return nil
        }
        let before = context.diagnostics.count
        for (key, node) in mapping {
            if context.isFull(of: .error) { return nil }
            guard case .scalar(let scalar) = key else {
                context.report(.keyNotText, at: Address(of: key, in: file))
                continue
            }
            let value = Value(
                node: node, file: file, context: context, key: scalar.string, owner: owner)
            let isAbsent = value.isAbsent
            let place = Address(of: key, in: file)
            if self.key == "locator", Locator.ownKeys.contains(scalar.string) {
                context.report(.locatorKey(scalar.string), at: place)
                continue
            }
            if let colon = scalar.colonBehindKey(where: { LanguageTag($0) != nil }), isAbsent {
                context.report(.missingBlank(":"), at: place.moved(right: colon))
                continue
            }
            guard let number = context.languages.number(of: scalar.string, of: name, at: place) else {
                let missing = [LanguageTag.chinese, .english].filter { !mapping.keys.contains($0.text) }
                context.report(
                    .badLanguage(scalar.string, isWithoutWording: isAbsent, known: missing), at: place)
                continue
            }
            context.languages.count(number, isEmpty: isAbsent, at: place)
            guard !isAbsent, let wording = read(value) else { continue }
            let tag = context.languages.tags[number]
            if found.contains(number) {
                context.report(.languageTwice(tag), at: place)
            } else {
                found.append(number)
            }
            text[tag] = wording
        }
        guard before == context.diagnostics.count else { return nil }
        if text.isEmpty {
            report(.noWording(name))
            return nil
        }
        found.sort()
        context.languages.add(found, what: name, of: owner, at: address)
        return text
    }

    /// The name of a language.
    func languageTag() -> LanguageTag? {
        guard let text = string() else { return nil }
        if let tag = LanguageTag(text) { return tag }
        report(.badTag(text))
        return nil
    }
}

extension Locator {
    /// The keys of a locator that is not in words alone.
    fileprivate static let ownKeys = Set(RecordOutline(of: Locator.self).fields.map(\.key))
}

extension LoadContext {
    /// Reports texts that lack a language of the manifest, and languages that it does not list. A work is cited in its
    /// own language, whether or not it is one of the case; that its title is not translated for the readers of the case
    /// is no more than a remark.
    func checkTranslations(into listed: [LanguageTag], sources: Records<Source>) {
        let works: [String: LanguageTag] = Dictionary(
            sources.compactMap { source in source.language.map { (source.id.text, $0) } }
        ) { first, _ in first }
        let foreign = works.filter { $1.closest(among: listed) == nil }
        let lacking = languages.sets.map { set in
            listed.filter { tag in !set.contains { languages.tags[$0] == tag } }
        }
        var judged: Set<String> = []
        for text in languages.texts {
            let isForeign = foreign[text.owner] != nil
            if isForeign || (text.what.isTitle && has(text, wordingIn: works[text.owner])) {
                // What the work appeared in has a title as well, which comes later.
                if text.what.isTitle, judged.insert(text.owner).inserted, let original = listed.first,
                    lacking[text.set].contains(original)
                {
                    report(.untranslatedTitle(language: original.text), at: text.address)
                }
                continue
            }
            for tag in lacking[text.set] where !isFull(of: .warning) {
                report(.untranslated(text.what, language: tag.text), at: text.address)
            }
        }
        let ofWorks = Set(foreign.values)
        for (tag, use) in zip(languages.tags, languages.uses)
        where !isFull(of: .warning) && !listed.contains(tag) && !ofWorks.contains(tag)
            && !tag.isSpelling(of: listed + ofWorks)
        {
            if let empty = use.firstEmpty {
                report(.badLanguage(tag.text, isWithoutWording: true, known: listed), at: empty)
            } else {
                // The languages that stand beside it are not meant by it.
                let beside = languages.languages(beside: tag)
                report(
                    .unlistedLanguage(
                        tag, of: use.what, count: use.count, listed: listed,
                        missing: listed.filter { !beside.contains($0) }), at: use.first)
            }
        }
    }
}

extension LoadContext {
    /// True if a text has a wording in a language, or in one that is as good for its readers.
    private func has(_ text: LanguagesFound.Found, wordingIn tag: LanguageTag?) -> Bool {
        guard let tag else { return false }
        return tag.closest(among: languages.sets[text.set].map { languages.tags[$0] }) != nil
    }
}

extension LanguageTag {
    /// True for a spelling in Latin letters of one of these languages, which references are set in.
    fileprivate func isSpelling(of languages: [LanguageTag]) -> Bool {
        isSpelling && languages.contains { $0.primary == primary }
    }
}
