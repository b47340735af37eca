import CaseModel

/// A source while the facts of its record are put in their places.
struct SourceDraft {
    let record: ForeignRecord
    /// The languages of the case that gets the source; without a case those of this program.
    let languages: [LanguageTag]
    var source: Source
    var fields: [ImportedField] = []
    /// What the source says and the record does not.
    var guesses: [Text] = []
    /// Lines of the note, with the labels in the language of the work.
    var note: [String] = []
    var tag: LanguageTag?
    var containerTitle: String?
    var containerSubtitle: String?
    var title: String?
    var subtitle: String?
    var pages: (first: String?, last: String?) = (nil, nil)

    init(_ record: ForeignRecord, languages: [LanguageTag]? = nil) {
        self.record = record
        self.languages = languages.flatMap { $0.isEmpty ? nil : $0 } ?? [.chinese, .english]
        source = Source(id: ID(""), title: Text(""), form: record.work.form)
        tag = record.told.first { $0.role == .language && LanguageTag(naming: $0.value) != nil }
            .flatMap { LanguageTag(naming: $0.value) }
    }

    mutating func fill() {
        fields.append(
            ImportedField(
                record: record.name, name: "type", value: record.type, address: record.address,
                outcome: .carried))
        if record.work.isGuess { guesses.append(Label.guessedType(record.work.form, for: record.type)) }
        source.language = tag
        source.genre = record.work.genre
        fillDate()
        for fact in record.facts {
            var outcome = place(fact)
            if outcome.isCarried, !fact.leftovers.isEmpty {
                outcome = .inPart(fact.value.onOneLine)
            }
            fields.append(
                ImportedField(
                    record: record.name, name: fact.field, value: fact.value, address: fact.address,
                    outcome: outcome))
        }
        for fact in record.inherited { _ = place(fact) }
        for fact in record.told where [.author, .editor, .translator].contains(fact.role) {
            guesses += fact.presumedNames.map(Label.guessedOrder)
        }
        finish()
    }

    /// Says what became of a fact after all.
    mutating func settle(_ fact: Fact, _ outcome: ImportedField.Outcome) {
        guard
            let place = fields.firstIndex(where: { $0.name == fact.field && $0.address == fact.address })
        else { return }
        fields[place].outcome = outcome
    }

    /// The language of a note, which is seldom that of the work: whoever kept the library wrote it. Its script tells
    /// Chinese from others, and no more.
    private static func language(ofNote note: String, onWorkIn tag: LanguageTag?) -> LanguageTag? {
        if note.isInChinese { return tag?.primary == "ja" ? nil : tag?.primary == "zh" ? tag : .chinese }
        return tag?.primary == "en" ? tag : nil
    }

    /// The texts that several fields make.
    mutating func finish() {
        var whole = [title, subtitle].compactMap { $0 }.filter { !$0.isEmpty }.titled
        var named = text(
            whole.isEmpty ? record.name.localized(in: tag ?? .english).titleLine : whole, in: tag)
        // Square brackets around a title say that it only describes the work.
        let isBracketed = whole.hasPrefix("[") && whole.firstIndex(of: "]") == whole.indices.last
        if isBracketed, whole.count > 2 {
            whole = String(whole.dropFirst().dropLast())
            named = text(whole, in: tag)
        }
        if whole.isEmpty { guesses.append(Label.guessedTitle(record.name)) }
        source.titleIsDescriptive = whole.isEmpty || isBracketed
        if let translation = source.title.wordings.first(where: { !$0.isEmpty }) {
            add(translation, to: &named, of: whole)
        }
        source.title = named
        let holder = [containerTitle, containerSubtitle].compactMap { $0 }.titled
        if !holder.isEmpty {
            var kept = source.container ?? Source.Container(title: Text(""))
            kept.title = text(holder, in: tag)
            source.container = kept
        }
        moveOutlet()
        if source.publisher == source.issuer { source.publisher = nil }
        if !note.isEmpty {
            let wording = note.joined(separator: "\n")
            source.note = text(wording, in: Self.language(ofNote: wording, onWorkIn: tag))
        }
    }
}

extension SourceDraft {
    /// Adds the translation of a title under its language, which no format states: what its script tells, else what is
    /// left of the languages of the case. Where that tells nothing it stands in the note, since a wrong language would
    /// take the place of the title itself.
    private mutating func add(_ translation: String, to title: inout Text, of whole: String) {
        let own = tag ?? whole.languageOfScript ?? .english
        let told = translation.languageOfScript.map { told in
            // A Japanese title may have Chinese characters alone.
            [
                told.closest(among: languages),
                told == .chinese ? languages.first { $0.primary == "ja" } : nil, told,
            ]
            .compactMap { $0 }
        }
        let latin = languages.filter { !["zh", "ja", "ko"].contains($0.primary) && !$0.isSpelling }
        let candidates = (told ?? latin).filter { $0.primary != own.primary }
        guard let language = candidates.first(where: { $0 == .english }) ?? candidates.first,
            told != nil || language == .english || candidates.count == 1
        else {
            guard var fact = fact(.translatedTitle) else { return }
            fact.value = translation
            return settle(fact, noted(Label.translatedTitle, fact))
        }
        if told == nil, candidates.count > 1 {
            guesses.append(Label.guessedLanguage(language, of: translation))
        }
        if title.isSame { title = text(whole, in: own) }
        title[language] = translation
    }

    /// The agency, station or site that a news report is of, which records name where they name a newspaper: one with
    /// a name that no newspaper has, without volume, number and pages.
    private mutating func moveOutlet() {
        guard source.form == .news, source.outlet == nil, let holder = source.container,
            holder == Source.Container(title: holder.title)
        else { return }
        var moved = source
        moved.container = nil
        moved.outlet = holder.title
        if CitedWork(moved, for: .chinese).newsMedium == .other { source = moved }
    }
}

// Dates, which records have whole, in parts, or both.
extension SourceDraft {
    func fact(_ role: Fact.Role) -> Fact? {
        record.told.first { $0.role == role && !$0.value.trimmed.isEmpty }
    }

    mutating func fillDate() {
        if let whole = fact(.date) {
            source.date = whole.date ?? ForeignDate(whole.value).date
        }
        guard let told = fact(.year)?.value else { return }
        let read = ForeignDate(told)
        guard source.date == nil, let year = read.date else { return }
        guard year.month == nil, read.isWhole, let month = fact(.month)?.value else {
            source.date = year
            return
        }
        // `12~mar`, `mar 12` and the like have the day in the month.
        let words = month.split { $0.isWhitespace || "~.,-".contains($0) }
        let number =
            words.lazy.compactMap { ForeignDate.month(named: $0) }.first ?? words.first.flatMap { Int($0) }
        let day = fact(.day).flatMap { Int($0.value.trimmed) } ?? words.lazy.compactMap { Int($0) }.first
        let isNamed = words.contains { ForeignDate.month(named: $0) != nil }
        source.date =
            ForeignDate(year: year.year, month: number, day: isNamed || fact(.day) != nil ? day : nil).date
            ?? year
    }

    func dateOutcome(of fact: Fact) -> ImportedField.Outcome {
        let value = fact.value.trimmed
        if value.isEmpty { return .carried }
        guard let date = source.date else { return .malformed }
        switch fact.role {
        case .month:
            let words = value.split { $0.isWhitespace || "~.,-".contains($0) }
            let isSaid =
                date.month != nil && words.count <= 2
                && words.contains { ForeignDate.month(named: $0) == date.month || Int($0) == date.month }
            return isSaid ? .carried : .inPart(date.description)
        case .day: return Int(value) == date.day ? .carried : .inPart(date.description)
        case _:
            if fact.date == date { return fact.isWholeDate ? .carried : .inPart(date.description) }
            let told = ForeignDate(value)
            if told.date == date { return told.isWhole ? .carried : .inPart(date.description) }
            // Classic BibTeX has the year of a date that is no plain one in words beside it.
            if fact.role == .year, date.qualified(date.yearInWords).wordings.contains(value) {
                return .carried
            }
            if fact.role == .year, date.isDoubtful, value.contains(String(date.year)) { return .carried }
            // A bare year beside the whole date.
            if told.isWhole, let year = told.date, year.year == date.year, year.month == nil {
                return .carried
            }
            return .again
        }
    }

    mutating func accessed(_ fact: Fact) -> ImportedField.Outcome {
        let value = fact.value.trimmed
        if value.isEmpty { return .carried }
        let told = ForeignDate(value)
        guard let date = fact.date ?? told.date else { return .malformed }
        if let old = source.accessed { return old == date ? .carried : .again }
        source.accessed = date
        let isWhole = fact.date == nil ? told.isWhole : fact.isWholeDate
        return isWhole ? .carried : .inPart(date.description)
    }
}

extension [String] {
    /// Title and subtitle in a row, with a colon where no other mark divides them.
    fileprivate var titled: String {
        guard count > 1, let first, let last = first.last else { return first ?? "" }
        let isChinese = first.isInChinese
        let isMarked = ":：?？!！.。—–-".contains(last)
        return first + (isMarked ? (isChinese ? "" : " ") : isChinese ? "：" : ": ")
            + dropFirst().joined(separator: " ")
    }
}

extension ForeignRecord {
    /// All that is known of the work, its own first.
    var told: [Fact] { facts + inherited }
}

extension ForeignName {
    /// The name on one line, without what no text may have.
    var safe: ForeignName {
        func clean(_ part: String) -> String {
            String(part.withoutUnsafe.onOneLine.prefix(ImportLimits.line))
        }
        return switch self {
        case .person(let family, let given): .person(family: clean(family), given: clean(given))
        case .body(let name): .body(clean(name))
        case .others: .others
        }
    }
}

extension String {
    /// Whether it has the form of an ISSN rather than an ISBN: eight digits, the last of them perhaps an X.
    var isISSN: Bool {
        let digits = filter { $0.isNumber || $0 == "X" || $0 == "x" }
        return digits.count == 8
    }
}
