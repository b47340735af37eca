import CaseModel
import TextLayout

/// The kinds of texts, which differ in their lengths.
enum Measure {
    /// A title, name or locator.
    case line
    /// A summary or note, with paragraphs.
    case prose
    /// A verbatim quote of a source.
    case quote
    /// An address on the web.
    case address

    /// The largest number of characters.
    var limit: Int {
        switch self {
        case .line: Limits.line
        case .prose: Limits.prose
        case .quote: Limits.longestQuote
        case .address: Limits.address
        }
    }
}

// The types that a value can be read as; each method answers nil after reporting why the value is not one.
extension Value {
    /// A text without the blanks around it.
    func string(_ measure: Measure = .line) -> String? {
        // Only an entry of a list can be empty here; a key with an empty value counts as missing.
        guard case .scalar(let scalar) = node, !scalar.isAbsent else {
            reportShape(expected: .text)
            return nil
        }
        let text = scalar.string.trimmed()
        // One that stands in the file itself was reported, with its exact place, before the file was parsed; only an
        // escape can bring another, and a tab is none to YAML.
        let unsafe =
            scalar.style == .doubleQuoted ? text.firstUnsafeScalar : text.utf8.contains(0x09) ? "\t" : nil
        if let unsafe {
            report(.unsafeCharacter(unsafe))
            return nil
        }
        if text.utf8.count > measure.limit {
            let count = text.count
            if count > measure.limit {
                report(.tooLong(name, count: count, limit: measure.limit))
                return nil
            }
        }
        if text.hasHeapOfMarks {
            report(.tooManyMarks(name))
            return nil
        }
        if measure != .prose, text.utf8.contains(0x0A) {
            report(.severalLines(name))
            return nil
        }
        return text
    }

    /// A verbatim quote, whose length is compared with the manifest's limit when that is known.
    func quote() -> String? {
        guard let text = string(.quote) else { return nil }
        if !text.isEmpty {
            context.quotes.append(.init(what: name, count: text.count, address: address))
        }
        return text
    }

    /// A text in one language or several.
    func text(_ measure: Measure = .line) -> Text? { inEachLanguage { $0.string(measure) } }

    /// A number in decimal notation, digit for digit, in one language or several.
    func decimals() -> Text? { inEachLanguage { $0.decimal() } }

    private func inEachLanguage(_ read: (Value) -> String?) -> Text? {
        switch node {
        case .scalar:
            return read(self).map { Text($0) }
        case .mapping(let mapping):
            return wordings(mapping, each: read)
        case .sequence:
            reportShape(expected: .textOrMap)
            return nil
        }
    }

    /// A date.
    func date() -> PartialDate? {
        guard let text = string() else { return nil }
        if let date = PartialDate(text) { return date }
        report(.badDate(text))
        return nil
    }

    /// One of the words of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> Choice? {
        guard let text = string() else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let allowed = Choice.allCases.map(\.rawValue)
        let titled = Choice.allCases.first { choice in
            (choice as? any TitledWord)?.title.wordings.contains { $0.lowercased() == text.lowercased() }
                == true
        }
        let nearest = titled?.rawValue ?? Suggestion.nearest(to: text, among: allowed)
        report(.badChoice(name, text, allowed: allowed).noting(nearest.map { DiagnosticMessage.meant($0) }))
        return nil
    }

    /// A number in decimal notation, digit for digit.
    func decimal() -> String? {
        guard let text = string() else { return nil }
        if ValueForm.isDecimal(text) { return text }
        report(ValueForm.isDecimal(text, limit: .max) ? .tooManyDigits(name, text) : .badNumber(text))
        return nil
    }

    /// A number within limits.
    func number(in range: ClosedRange<Double>) -> Double? {
        guard let text = decimal(), let number = Double(text) else { return nil }
        guard range.contains(number) else {
            // Degrees north reach 90, degrees east 180.
            let isLongitude = key == "lat" && Limits.longitude.contains(number)
            report(
                .outOfRange(name, text, range).noting(
                    isLongitude ? DiagnosticMessage.exchangedCoordinates : nil))
            return nil
        }
        return number
    }

    /// `true` or `false`.
    func flag() -> Bool? {
        guard let text = string() else { return nil }
        switch text {
        case "true", "True", "TRUE": return true
        case "false", "False", "FALSE": return false
        case _:
            report(.badChoice(name, text, allowed: ["true", "false"]))
            return nil
        }
    }

    /// An address on the web.
    func webAddress() -> String? {
        guard let text = string(.address) else { return nil }
        if ValueForm.isWebAddress(text) { return text }
        report(.badAddress(text))
        return nil
    }

    /// A digital object identifier.
    func doi() -> String? {
        guard let text = string(.address) else { return nil }
        if ValueForm.isDOI(text) { return text }
        report(.badDOI(text))
        return nil
    }

    /// The key of an entry in a BibTeX database.
    func citationKey() -> String? {
        guard let text = string() else { return nil }
        if ValueForm.isCitationKey(text) { return text }
        report(.badCitationKey(text))
        return nil
    }

    /// A well-formed id, of whatever kind.
    func idText() -> String? {
        guard let text = string() else { return nil }
        if ValueForm.isID(text) { return text }
        report(formOfID(text))
        return nil
    }

    /// What keeps a text from being an id.
    private func formOfID(_ text: String) -> DiagnosticMessage {
        text.utf8.count > Limits.id ? .tooLong(name, count: text.count, limit: Limits.id) : .badID(text)
    }

    /// The id of an entity that is defined elsewhere; it is looked up when every file has been read.
    func reference<Named: Identified>(_ mention: Mention? = nil, to _: Named.Type = Named.self) -> ID<Named>?
    {
        guard let text = string() else { return nil }
        let reference = LoadContext.Reference(
            kind: Named.entityKind, id: text, mention: mention ?? self.mention, address: address)
        guard ValueForm.isID(text) else {
            context.report(formOfID(text), insteadOf: reference)
            return nil
        }
        context.references.append(reference)
        return ID(text)
    }
}

extension String {
    /// True if one of its characters, of which lengths are counted, is made of more code points than any writing needs.
    fileprivate var hasHeapOfMarks: Bool {
        // Nearly all texts are shorter than one such character, or ASCII.
        guard utf8.count > Limits.codePoints, utf8.contains(where: { $0 >= 0x80 }) else { return false }
        return contains { $0.unicodeScalars.count > Limits.codePoints }
    }

    /// The text without blanks and line breaks at either end; a block scalar ends in a line break.
    fileprivate func trimmed() -> String {
        // Most texts begin and end in a letter; the bytes of the ideographic blank begin and end like this.
        if let first = utf8.first, let last = utf8.last, first > 0x20, first != 0xE3, last > 0x20,
            last != 0x80
        {
            return self
        }
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar == " " || scalar == "\n" || scalar == "\u{3000}"
        }
        guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        if first == startIndex, unicodeScalars.index(after: last) == endIndex { return self }
        return String(unicodeScalars[first...last])
    }
}
