import CaseFiles
import CaseModel

/// What the codes, sources and segments of a project become.
package struct CodingChoices: Sendable {
    /// The kind of item that a code becomes.
    package var kind: ID<Kind>
    /// Kinds by the names of codes at the top, for those codes and all below them.
    package var kinds: [String: ID<Kind>] = [:]
    /// The form of the sources: what was coded is mostly interviews.
    package var form: Source.Form = .interview
    /// How far the sources carry.
    package var strength: ID<Strength> = .primary
    /// The language that the texts are in.
    package var language: LanguageTag?

    /// Codes become items of a kind.
    package init(kind: ID<Kind>) { self.kind = kind }
}

/// What came of a project of qualitative data analysis.
package struct CodingResult: Equatable, Sendable {
    /// The items that the codes have become, each with the segments as its evidence.
    package var items: [Item] = []
    /// The sources that were coded.
    package var sources: [ImportedSource] = []
    /// The claims of codes that are items of the case already.
    package var additions: [CaseAddition] = []
    /// What became of everything in the project.
    package var report = ImportReport()

    /// Sources without items, or nothing yet.
    package init(sources: [ImportedSource] = [], report: ImportReport = ImportReport()) {
        (self.sources, self.report) = (sources, report)
    }
}

/// Turns a project into items with evidence, and sources.
struct CodedProjectBuilder {
    private let project: CodedProject
    private let choices: CodingChoices
    private let spelling: Spelling
    private let memos: [String: CodedProject.Memo]
    private let known: KnownRecords?
    private var names: SourceNames
    private var result = CodingResult()
    /// The items of the case that codes have become before, by their numbers among those of the result.
    private var standing: [Int: Item] = [:]
    /// The numbers of the sources that the case has.
    private var standingSources: Set<Int> = []
    private var items: [String: Int] = [:]
    private var sources: [String: Int] = [:]
    private var texts: [String: [Unicode.Scalar]] = [:]
    private var told: Set<String> = []
    /// The number of claims that rest on each source.
    private var claims: [Int: Int] = [:]

    /// The result for a project; texts that the archive keeps in files of their own are already in it.
    static func result(
        of project: CodedProject, _ choices: CodingChoices, besides existing: Set<String>,
        _ known: KnownRecords?, spelling: @escaping Spelling
    ) -> CodingResult {
        var builder = CodedProjectBuilder(project, choices, existing, known, spelling)
        builder.build()
        return builder.result
    }

    private init(
        _ project: CodedProject, _ choices: CodingChoices, _ existing: Set<String>,
        _ known: KnownRecords?, _ spelling: @escaping Spelling
    ) {
        (self.project, self.choices, self.known, self.spelling) = (project, choices, known, spelling)
        memos = Dictionary(project.memos.map { ($0.guid, $0) }, uniquingKeysWith: { first, _ in first })
        names = SourceNames(besides: existing, spelling: spelling)
    }

    private mutating func build() {
        for code in project.codes { add(code) }
        for document in project.documents { add(document) }
        for segment in project.segments { add(segment) }
        for (number, source) in result.sources.enumerated() where !standingSources.contains(number) {
            result.report.guesses.append(
                ImportGuess(
                    record: Label.document(source.record), address: source.address,
                    guess: Label.guessed(choices.form, choices.strength, claims: claims[number, default: 0])))
        }
        let about = Label.project(project.name)
        if let text = project.description, !text.trimmed.isEmpty {
            report("Description", text, of: about, at: project.address, .noPlace)
        }
        // A memo that nothing refers to, or the project alone, has nowhere to stand.
        for memo in project.memos where !told.contains(memo.guid) {
            report("Note", memo.text ?? memo.name, of: about, at: memo.address, .noPlace)
        }
        for rest in project.remainders {
            report(rest.element, rest.name, of: about, at: rest.address, .noPlace)
        }
        leaveWhatStands()
    }

    /// Takes out what the case has; the claims of its items are added to these.
    private mutating func leaveWhatStands() {
        for number in standing.keys.sorted() where !result.items[number].evidence.isEmpty {
            result.additions.append(
                CaseAddition(
                    section: RecordTable.items.rawValue, id: result.items[number].id.text,
                    list: RecordTable.evidence.rawValue, records: result.items[number].evidence.map(\.json)))
        }
        result.items = result.items.enumerated().filter { standing[$0.offset] == nil }.map(\.element)
        result.sources = result.sources.enumerated().filter { !standingSources.contains($0.offset) }
            .map(\.element)
    }

    private mutating func report(
        _ name: String, _ value: String, of record: Text, at address: FileAddress,
        _ outcome: ImportedField.Outcome
    ) {
        result.report.fields.append(
            ImportedField(record: record, name: name, value: value, address: address, outcome: outcome))
    }

    /// A text as short as the case allows.
    private func limited(_ text: String, to limit: Int) -> (String, ImportedField.Outcome) {
        let clean = limit > ImportLimits.line ? text.withoutUnsafe.trimmed : text.withoutUnsafe.onOneLine
        guard clean.count > limit else { return (clean, .carried) }
        let cut = clean.prefix(limit - 1) + "…"
        return (String(cut), .inPart(String(cut.prefix(60))))
    }

    /// What the memos say that are referred to, as one text.
    private mutating func words(of notes: [String], for record: Text, at address: FileAddress) -> String? {
        var words: [String] = []
        for guid in notes {
            guard let memo = memos[guid] else {
                report("NoteRef", guid, of: record, at: address, .dangling)
                continue
            }
            let text = (memo.text ?? memo.name).trimmed
            if told.insert(guid).inserted { report("Note", text, of: record, at: memo.address, .carried) }
            if !text.isEmpty { words.append(text) }
        }
        return words.isEmpty ? nil : words.joined(separator: "\n")
    }
}

// Codes and documents.
extension CodedProjectBuilder {
    private mutating func add(_ code: CodedProject.Code) {
        let record = Label.code(code.name)
        let (title, outcome) = limited(code.name, to: ImportLimits.line)
        guard items[code.guid] == nil else {
            report("name", code.name, of: record, at: code.address, outcome)
            return report("guid", code.guid, of: record, at: code.address, .again)
        }
        let parent = code.parent.flatMap { items[$0] }.map { result.items[$0] }
        let kind = parent?.kind ?? choices.kinds[code.name] ?? choices.kind
        let slug = Slug.of(title, spelling).prefixAtHyphen(60)
        let wanted = Slug.joined([kind.text, slug.isEmpty ? String(Slug.of(code.guid).prefix(8)) : slug])
        var item = Item(id: ID(""), kind: kind, title: text(title, in: choices.language))
        item.parent = parent?.id
        let own = known?.item(like: item, besides: Set(standing.values.map(\.id)))
        item.id = own?.id ?? ID(names.free(wanted))
        report(
            "name", code.name, of: record, at: code.address,
            own != nil && outcome.isCarried ? .known : outcome)
        if let description = code.description, !description.trimmed.isEmpty {
            let (summary, outcome) = limited(description, to: ImportLimits.prose)
            item.summary = text(summary, in: choices.language)
            report(
                "Description", description, of: record, at: code.address,
                Self.outcome(outcome, of: item.summary, where: own.map(\.summary)))
        }
        if let words = words(of: code.notes, for: record, at: code.address) {
            item.note = text(limited(words, to: ImportLimits.prose).0, in: choices.language)
        }
        if let color = code.color { report("color", color, of: record, at: code.address, .noPlace) }
        items[code.guid] = result.items.count
        standing[result.items.count] = own
        result.items.append(item)
    }

    private mutating func add(_ document: CodedProject.Document) {
        let record = Label.document(document.name)
        let (title, outcome) = limited(document.name, to: ImportLimits.line)
        guard sources[document.guid] == nil else {
            report("name", document.name, of: record, at: document.address, outcome)
            return report("guid", document.guid, of: record, at: document.address, .again)
        }
        var source = Source(
            id: ID(""), title: text(title.isEmpty ? document.element : title, in: choices.language),
            form: choices.form)
        let own = known?.document(
            like: source, besides: Set(standingSources.map { result.sources[$0].source.id }))
        report(
            "name", document.name, of: record, at: document.address,
            own != nil && outcome.isCarried ? .known : outcome)
        source.titleIsDescriptive = true
        source.language = choices.language
        source.genre = Self.genre(of: document.element)?.within(known?.languages)
        let words = words(of: document.notes, for: record, at: document.address)
        let note = [document.description?.trimmed, words].compactMap { $0 }.filter { !$0.isEmpty }
        if !note.isEmpty {
            let (kept, outcome) = limited(note.joined(separator: "\n"), to: ImportLimits.prose)
            source.note = text(kept, in: choices.language)
            if let description = document.description {
                report(
                    "Description", description, of: record, at: document.address,
                    Self.outcome(outcome, of: source.note, where: own.map(\.note)))
            }
        }
        source.id = own?.id ?? names.id(for: source, key: document.name)
        for (attribute, path) in document.paths {
            let isLacking =
                attribute == "plainTextPath" && document.text == nil && path.hasPrefix(CodedProject.inArchive)
            report(
                attribute, path, of: record, at: document.address,
                isLacking
                    ? .unreadable(ImportMessage.lackingText(path.dropFirst(CodedProject.inArchive.count)))
                    : .noPlace)
        }
        if let text = document.text {
            texts[document.guid] = Array(text.unicodeScalars)
            // The case quotes the passages and does not keep the document.
            report("PlainTextContent", text, of: record, at: document.address, .passages)
        }
        for (value, address) in document.variables {
            report("VariableValue", value, of: record, at: address, .noPlace)
        }
        if title.isEmpty {
            result.report.guesses.append(
                ImportGuess(
                    record: record, address: document.address,
                    guess: Label.guessedTitle(Text(document.element))))
        }
        sources[document.guid] = result.sources.count
        if own != nil { standingSources.insert(result.sources.count) }
        result.sources.append(
            ImportedSource(source: source, record: document.name, address: document.address))
    }

    /// What becomes of a text where the case may have one of its own; the outer nil is a case without the record.
    private static func outcome(
        _ outcome: ImportedField.Outcome, of text: Text?, where own: Text??
    ) -> ImportedField.Outcome {
        guard let own, outcome.isCarried else { return outcome }
        return own == text ? .known : .caseHasOwn
    }

    private static func genre(of element: String) -> Text? {
        switch element {
        case "AudioSource": Text(chinese: "录音", english: "audio recording")
        case "VideoSource": Text(chinese: "录像", english: "video recording")
        case "PictureSource": Text(chinese: "图片", english: "picture")
        case _: nil
        }
    }
}

// Segments.
extension CodedProjectBuilder {
    private mutating func add(_ segment: CodedProject.Segment) {
        guard let number = sources[segment.document] else { return }
        let source = result.sources[number]
        let record = Label.segment(of: source.record)
        let room = reach(of: segment)
        let place = room == nil ? segment.range.locator?.within(known?.languages) : nil
        if let told = segment.range.locator {
            report(
                "position", told.text.localized(in: .english), of: record, at: segment.address,
                room.map { .unreadable(ImportMessage.beyondText($0)) } ?? .carried)
        }
        let memo = [segment.memo?.trimmed, words(of: segment.notes, for: record, at: segment.address)]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        let passage = passage(of: segment)
        let said = memo.isEmpty ? passage ?? segment.name ?? "" : memo
        let codes = Array(Set(segment.codes)).sorted { (items[$0] ?? 0) < (items[$1] ?? 0) }
        if codes.isEmpty {
            report("selection", said, of: record, at: segment.address, .noPlace)
        }
        for code in codes {
            guard let item = items[code] else {
                report("CodeRef", code, of: record, at: segment.address, .dangling)
                continue
            }
            let title = result.items[item].title.localized(in: .english)
            let (claim, outcome) = limited(
                said.trimmed.isEmpty ? "\(title): \(source.record)" : said, to: ImportLimits.line)
            var evidence = Evidence(
                claim: text(claim, in: choices.language), source: source.source.id, strength: choices.strength
            )
            evidence.locator = place
            evidence.quote = passage.flatMap(Self.quote)
            let isNew = add(evidence, to: item, from: number)
            report(
                "CodeRef", title, of: record, at: segment.address,
                !isNew && outcome.isCarried ? .known : outcome)
        }
        if let passage, let quote = Self.quote(passage) {
            report(
                "passage", passage, of: record, at: segment.address,
                quote == passage.onOneLine || memo.isEmpty && passage.onOneLine.count <= ImportLimits.line
                    ? .carried : .inPart(quote))
        }
        if !memo.isEmpty {
            let (kept, outcome) = limited(memo, to: ImportLimits.line)
            report("memo", memo, of: record, at: segment.address, kept == memo ? .carried : outcome)
        }
        for (attribute, value) in segment.makers {
            let name = project.users[value.lowercased()] ?? value
            report(attribute, name, of: record, at: segment.address, .noPlace)
        }
    }

    /// Adds a claim that an item does not have yet; false where it has it.
    private mutating func add(_ evidence: Evidence, to item: Int, from source: Int) -> Bool {
        guard standing[item]?.evidence.contains(evidence) != true,
            !result.items[item].evidence.contains(evidence)
        else { return false }
        result.items[item].evidence.append(evidence)
        claims[source, default: 0] += 1
        return true
    }

    /// The length of the text that a segment reaches beyond; nil for one that lies in it, or whose text is not known.
    private func reach(of segment: CodedProject.Segment) -> Int? {
        guard case .characters(let start, let end) = segment.range, let text = texts[segment.document] else {
            return nil
        }
        return 0 <= start && start < end && end <= text.count ? nil : text.count
    }

    /// The passage itself, where the project has the text.
    private func passage(of segment: CodedProject.Segment) -> String? {
        guard reach(of: segment) == nil, case .characters(let start, let end) = segment.range,
            let text = texts[segment.document]
        else { return nil }
        let passage = String(String.UnicodeScalarView(text[start..<end])).withoutUnsafe.trimmed
        return passage.isEmpty ? nil : passage
    }

    /// As many whole words of a passage as a quote may have.
    private static func quote(_ passage: String) -> String? {
        let line = passage.onOneLine
        guard line.count > ImportLimits.quote else { return line.isEmpty ? nil : line }
        let cut = line.prefix(ImportLimits.quote)
        let isWhole = line.dropFirst(ImportLimits.quote).first?.isWhitespace == true
        guard !isWhole, let blank = cut.lastIndex(of: " "), cut[..<blank].count > 20 else {
            return String(cut).trimmed
        }
        return String(cut[..<blank])
    }
}
