import CaseModel
import TextLayout

/// A value of a file, with its place and name for diagnostics.
package struct Value {
    let node: Node
    let file: SourceText
    let context: LoadContext
    /// The subject of messages about it: `'title'`, `an entry of 'links'`.
    let name: Subject
    /// The key under which it stands, or its list does.
    let key: String
    /// The id of the record in which it stands, as far as that has been read.
    let owner: String

    /// A value with a name of its own, such as a whole file.
    init(
        node: Node, file: SourceText, context: LoadContext, name: Subject, key: String = "",
        owner: String = ""
    ) {
        self.node = node
        self.file = file
        self.context = context
        self.name = name
        self.key = key
        self.owner = owner
    }

    /// The value of a key.
    init(node: Node, file: SourceText, context: LoadContext, key: String, owner: String) {
        self.init(node: node, file: file, context: context, name: .key(key), key: key, owner: owner)
    }

    /// How an id that is its value is used.
    var mention: Mention { .key(key) }

    /// The place where it begins.
    var address: Address { Address(of: node, in: file) }

    /// True if it is empty: nothing at all, `~`, `null`, or an empty text, list or map.
    var isAbsent: Bool {
        switch node {
        case .scalar(let scalar): scalar.isAbsent
        case .sequence(let sequence): sequence.isEmpty
        case .mapping(let mapping): mapping.isEmpty
        }
    }

    /// Reports a diagnostic at its place.
    func report(_ message: DiagnosticMessage) {
        context.report(message, at: address)
    }

    /// The value as a map, or nil after reporting that it is not one.
    func fields(called subject: Subject) -> Fields? {
        guard case .mapping(let mapping) = node else {
            reportShape(expected: .keysAndValues)
            return nil
        }
        return Fields(
            mapping, subject: subject, owner: owner, address: address, file: file, context: context)
    }

    /// The values of a list, or none after reporting that it is not one.
    func elements() -> [Value] {
        guard case .sequence(let sequence) = node else {
            reportShape(expected: .list)
            return []
        }
        if sequence.count > Limits.entries { report(.tooManyEntries(name)) }
        let name = Subject.entry(of: name)
        return sequence.prefix(Limits.entries).map {
            Value(node: $0, file: file, context: context, name: name, key: key, owner: owner)
        }
    }

    /// True if it is a list.
    var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// True if it is a text or a number.
    var isScalar: Bool {
        if case .scalar = node { true } else { false }
    }

    /// True if it is a map with this key.
    func hasKey(_ key: String) -> Bool {
        node.mapping?.contains { $0.key.scalar?.string == key } == true
    }

    /// True if it is a text, in one language or a map of several.
    var isText: Bool {
        guard case .mapping(let mapping) = node else { return isScalar }
        return mapping.contains { $0.key.scalar.map { LanguageTag($0.string) != nil } ?? false }
    }

    /// Reports that it is of another shape than expected.
    func reportShape(expected: Shape) {
        let found: Shape =
            switch node {
            case .scalar: isAbsent ? .nothing : .text
            case .sequence: .list
            case .mapping: .map
            }
        let opening = node.scalar?.string.unicodeScalars.first.map(Lookalikes.opensValue) == true
        let hint = opening ? DiagnosticMessage.fullWidthHint(in: node.scalar?.string ?? "") : nil
        report(.wrongShape(name, expected: expected, found: found).noting(hint))
    }
}

extension Address {
    /// The place where a node begins, according to libyaml.
    init(of node: Node, in file: SourceText) {
        self.init(file: file, line: Int(node.mark.line), column: Int(node.mark.column))
    }
}

extension Address {
    /// The place so many scalars further on in its line.
    func moved(right scalars: Int) -> Address {
        Address(file: file, line: line, column: column + scalars)
    }
}

extension Node.Scalar {
    /// The scalars before a colon that no blank follows and that makes the plain text `fr:River` no key; nil where what
    /// stands in front of it is no key either.
    func colonBehindKey(where isKey: (String) -> Bool) -> Int? {
        guard style == .plain, let colon = string.unicodeScalars.firstIndex(of: ":"),
            isKey(String(string.unicodeScalars[..<colon]))
        else { return nil }
        return string.unicodeScalars.distance(from: string.unicodeScalars.startIndex, to: colon)
    }

    /// True for nothing at all, blanks, `~` and `null`.
    var isAbsent: Bool {
        var first = string.utf8.makeIterator()
        switch first.next() {
        case nil: return true
        case UInt8(ascii: " "), UInt8(ascii: "\n"):
            return string.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
            return style == .plain && ["~", "null", "Null", "NULL"].contains(string)
        case _: return false
        }
    }
}

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
        report(.badNumber(text))
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
