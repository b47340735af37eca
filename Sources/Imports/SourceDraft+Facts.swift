import CaseFiles
import CaseModel
import TextLayout

// Facts with a field of their own.
extension SourceDraft {
    /// Puts a fact in its place.
    mutating func place(_ fact: Fact) -> ImportedField.Outcome {
        switch fact.role {
        // What becomes of the key is known when the source has its id.
        case .key: .carried
        case .title: keep(\.title, fact)
        case .subtitle: keep(\.subtitle, fact)
        case .translatedTitle: keepText(\.title, fact)
        case .author: authors(fact)
        case .editor: keep(fact.names.map(\.safe), of: fact, in: \.editors)
        case .translator: keep(fact.names.map(\.safe), of: fact, in: \.translators)
        case .date, .year, .month, .day: dateOutcome(of: fact)
        case .accessed: accessed(fact)
        case .container: keep(\.containerTitle, fact)
        case .subcontainer: keep(\.containerSubtitle, fact)
        case .abbreviatedContainer: abbreviated(fact)
        case .volume: hasContainer ? inContainer(\.volume, fact) : noted(Label.volume, fact)
        case .issue: hasContainer ? inContainer(\.issue, fact) : noted(Label.issue, fact)
        case .pages: hasContainer ? inContainer(\.pages, fact) : noted(Label.pages, fact)
        case .firstPage: hasContainer ? range(fact) : noted(Label.firstPage, fact)
        case .lastPage: hasContainer ? range(fact) : noted(Label.lastPage, fact)
        case .number: keep(\.source.documentNumber, fact, orNote: Label.identifier)
        case .publisher: keepText(\.publisher, fact, orNote: Label.otherPublisher)
        case .place: keepText(\.publicationPlace, fact, orNote: Label.another)
        case .edition: keepText(\.edition, fact, orNote: Label.version)
        case .genre: genre(fact)
        case .isbn: keep(\.source.isbn, fact, orNote: Text("ISBN"))
        case .issn: keep(\.source.issn, fact, orNote: Text("ISSN"))
        case .isbnOrISSN:
            fact.value.isISSN
                ? keep(\.source.issn, fact, orNote: Text("ISSN"))
                : keep(\.source.isbn, fact, orNote: Text("ISBN"))
        case .url: address(\.url, fact)
        case .archivedURL: address(\.archived, fact)
        case .doi: doi(fact)
        case .language: language(fact)
        case .archive: keepText(\.archive, fact, orNote: Label.another)
        case .archiveLocation: keep(\.source.archiveLocation, fact, orNote: Label.callNumber)
        case .outlet: keepText(\.outlet, fact, orNote: Label.another)
        case .note: remark(fact)
        case .labelled(let label): noted(label, fact)
        case .structure: .carried
        case .shortTitle: shortTitle(fact)
        case .apart: .noPlace
        case .unknown: .unknown
        case .dangling: .dangling
        }
    }

    /// The value on one line, as short as the case allows, and whether it is all of it.
    func line(_ fact: Fact) -> (String, ImportedField.Outcome) {
        let whole = fact.value.withoutUnsafe.onOneLine
        guard whole.count > ImportLimits.line else {
            let isSafe = fact.value.firstUnsafeScalar == nil || fact.value.onOneLine == whole
            return (whole, isSafe ? .carried : .inPart(whole))
        }
        let cut = whole.prefix(ImportLimits.line - 1) + "…"
        return (String(cut), .inPart(String(cut)))
    }

    mutating func keep(
        _ place: WritableKeyPath<SourceDraft, String?>, _ fact: Fact, orNote label: Text? = nil
    ) -> ImportedField.Outcome {
        let (value, outcome) = line(fact)
        if value.isEmpty { return .carried }
        guard let old = self[keyPath: place] else {
            self[keyPath: place] = value
            return outcome
        }
        if old == value { return .carried }
        guard let label else { return .again }
        return noted(label, fact)
    }

    mutating func keepText(
        _ place: WritableKeyPath<Source, Text?>, _ fact: Fact, orNote label: Text
    ) -> ImportedField.Outcome {
        let (value, outcome) = line(fact)
        if value.isEmpty { return .carried }
        let wording = text(value, in: tag)
        guard let old = source[keyPath: place] else {
            source[keyPath: place] = wording
            return outcome
        }
        return old == wording ? .carried : noted(label, fact)
    }

    /// A translation of the title, kept until the title itself is known.
    mutating func keepText(_ place: WritableKeyPath<Source, Text>, _ fact: Fact)
        -> ImportedField.Outcome
    {
        guard source[keyPath: place].wordings.allSatisfy(\.isEmpty) else { return .again }
        let (value, outcome) = line(fact)
        // biblatex has it in square brackets.
        let isBracketed = value.hasPrefix("[") && value.hasSuffix("]")
        source[keyPath: place] = Text(isBracketed ? String(value.dropFirst().dropLast()) : value)
        return outcome
    }

    mutating func inContainer(
        _ place: WritableKeyPath<Source.Container, String?>, _ fact: Fact
    ) -> ImportedField.Outcome {
        var holder = source.container ?? Source.Container(title: Text(""))
        defer { source.container = holder }
        let (value, outcome) = line(fact)
        if value.isEmpty { return .carried }
        if let old = holder[keyPath: place] { return old == value ? .carried : .again }
        holder[keyPath: place] = value
        return outcome
    }

    /// Whether the record names what the work appeared in; without it, volume and pages stand in the note.
    var hasContainer: Bool {
        record.told.contains {
            ($0.role == .container || $0.role == .abbreviatedContainer) && !$0.value.trimmed.isEmpty
        }
    }

    /// The first and the last page come in fields of their own; what is no number is not joined.
    mutating func range(_ fact: Fact) -> ImportedField.Outcome {
        let value = line(fact).0
        if value.isEmpty { return .carried }
        if fact.role == .firstPage {
            guard pages.first == nil else { return pages.first == value ? .carried : .again }
            pages.first = value
        } else {
            guard pages.last == nil else { return pages.last == value ? .carried : .again }
            pages.last = value
        }
        let parts = [pages.first, pages.last == pages.first ? nil : pages.last].compactMap { $0 }
        var holder = source.container ?? Source.Container(title: Text(""))
        holder.pages = parts.joined(separator: "–")
        source.container = holder
        return .carried
    }

    mutating func abbreviated(_ fact: Fact) -> ImportedField.Outcome {
        let isNamed = record.told.contains { $0.role == .container && !$0.value.isEmpty }
        if !isNamed { return keep(\.containerTitle, fact) }
        return record.told.contains { $0.role == .container && $0.value == fact.value } ? .carried : .noPlace
    }

    /// A short title; one that is the whole title says nothing new.
    mutating func shortTitle(_ fact: Fact) -> ImportedField.Outcome {
        let whole = record.told.first { $0.role == .title }?.value.onOneLine
        return whole == fact.value.onOneLine
            ? .carried : keepText(\.short, fact, orNote: Label.shortTitle)
    }

    /// A body that signs alone is the issuer.
    mutating func authors(_ fact: Fact) -> ImportedField.Outcome {
        let people = fact.names.map(\.safe)
        if people.count == 1, case .body(let name) = people[0], !name.isEmpty,
            source.authors.isEmpty, source.issuer == nil
        {
            source.issuer = text(name, in: tag)
            return fact.namesOutcome
        }
        if let issuer = source.issuer, source.authors.isEmpty {
            source.authors = issuer.wordings.prefix(1).compactMap { ForeignName.body($0).author }
            source.issuer = nil
        }
        return keep(people, of: fact, in: \.authors)
    }

    /// Adds the names of a field, and says whether all of them were names and are known.
    private mutating func keep(
        _ people: [ForeignName], of fact: Fact, in place: WritableKeyPath<Source, [Source.Author]>
    ) -> ImportedField.Outcome {
        let named = people.filter { $0.author != nil }
        source[keyPath: place] += named.compactMap(\.author)
        if named.count == people.count || fact.value.trimmed.isEmpty { return fact.namesOutcome }
        return named.isEmpty ? .malformed : .inPart(named.map(\.written).joined(separator: "; "))
    }

    mutating func genre(_ fact: Fact) -> ImportedField.Outcome {
        let (value, outcome) = line(fact)
        if value.isEmpty { return .carried }
        // What the type only implied gives way to what the record says.
        if source.genre == nil || source.genre == record.work.genre {
            source.genre = text(value, in: tag)
            return outcome
        }
        return source.genre?.wordings.contains(value) == true ? .carried : noted(Label.medium, fact)
    }

    mutating func address(
        _ place: WritableKeyPath<Source, String?>, _ fact: Fact
    ) -> ImportedField.Outcome {
        let value = fact.value.trimmed
        if value.isEmpty { return .carried }
        guard ValueForm.isWebAddress(value), value.count <= ImportLimits.address,
            value.firstUnsafeScalar == nil
        else { return .malformed }
        guard let old = source[keyPath: place] else {
            source[keyPath: place] = value
            return .carried
        }
        return old == value ? .carried : noted(Label.another, fact)
    }

    mutating func doi(_ fact: Fact) -> ImportedField.Outcome {
        var value = fact.value.trimmed
        for prefix in ["https://", "http://", "dx.", "doi.org/", "www.", "doi:", "DOI:", "DOI "] {
            if value.hasPrefix(prefix) { value = String(value.dropFirst(prefix.count)).trimmed }
        }
        guard value.hasPrefix("10."), value.contains("/"), !value.contains(where: \.isWhitespace),
            value.count <= ImportLimits.address, value.firstUnsafeScalar == nil
        else { return .malformed }
        if let old = source.doi { return old == value ? .carried : .again }
        source.doi = value
        return .carried
    }

    func language(_ fact: Fact) -> ImportedField.Outcome {
        guard let told = LanguageTag(naming: fact.value) else { return .malformed }
        return told == tag || told.primary == tag?.primary ? .carried : .again
    }

    /// A note, without what this program says there of the copy that was read.
    mutating func remark(_ fact: Fact) -> ImportedField.Outcome {
        var rest = fact
        rest.value = fact.value.trimmed
        for language in [LanguageTag.chinese, .english] {
            let (remark, prefix) = (
                CitedWork.copyRemark(in: language), CitedWork.archivedPrefix(in: language)
            )
            // The remark stands once; a second one is the case's own note.
            if rest.value.hasPrefix(remark), !source.isCopy {
                source.isCopy = true
                rest.value = String(rest.value.dropFirst(remark.count)).trimmed
            }
            guard rest.value.hasPrefix(prefix + "http") else { continue }
            let behind = rest.value.dropFirst(prefix.count)
            var archived = fact
            archived.value = String(behind.prefix { !$0.isWhitespace })
            guard address(\.archived, archived).isCarried else { continue }
            rest.value = String(behind.dropFirst(archived.value.count)).trimmed
        }
        return noted(nil, rest)
    }

    mutating func noted(_ label: Text?, _ fact: Fact) -> ImportedField.Outcome {
        let isChinese = tag?.primary == "zh"
        let value =
            fact.names.isEmpty
            ? fact.value.withoutUnsafe.trimmed
            : fact.names.map(\.safe.written).joined(separator: isChinese ? "、" : "; ")
        if value.isEmpty { return .carried }
        let wording = label.map {
            isChinese ? $0.localized(in: .chinese) + "：" : $0.localized(in: .english) + ": "
        }
        let line = (wording ?? "") + (label == nil ? value : value.onOneLine)
        if note.contains(line) { return label == nil ? .carried : .inNote }
        let room = ImportLimits.prose - note.reduce(0) { $0 + $1.count + 1 }
        guard line.count <= room else {
            guard room > 80 else { return .noPlace }
            note.append(line.prefix(room - 1) + "…")
            return .inPart(String(line.prefix(40)) + "…")
        }
        note.append(line)
        return label == nil ? .carried : .inNote
    }
}

extension Fact {
    /// What became of names that are all carried: what no text may have is taken out of them.
    fileprivate var namesOutcome: ImportedField.Outcome {
        let isSafe = names.allSatisfy {
            $0.written.firstUnsafeScalar == nil || $0.written.onOneLine == $0.safe.written
        }
        return isSafe ? .carried : .inPart(names.map(\.safe.written).joined(separator: "; "))
    }
}
