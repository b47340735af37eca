import CaseModel

extension SourceText {
    /// What is wrong where libyaml gives up, and where: the mistake is often further up.
    func mistake(behind mistake: YAMLMistake) -> (message: DiagnosticMessage, address: Address) {
        let (problem, start, mark) = (mistake.problem, mistake.start, mistake.place)
        var scan = YAMLScan()
        for number in 1..<max(mark.line, 1) { scan.read(line: scalars(ofLine: number)) }
        let before = scan
        // Signs at the mark count among the look-alikes; what they open does not count among what is open.
        var including = scan
        let last = scalars(ofLine: mark.line)
        scan.read(line: last, to: mark.column - 1)
        including.read(line: last, to: mark.column)

        func found(_ message: DiagnosticMessage, _ place: Position) -> (DiagnosticMessage, Address) {
            (message, Address(place, in: self))
        }
        let isInToken = start.map { ["simple key", "scalar"].contains(where: $0.text.hasSuffix) } ?? false
        let isColon = problem.hasPrefix("mapping values are not allowed")
        let opening = scan.openings.last
        var first = mark.line
        if isInToken, let start { first = start.place.line }
        if let opening { first = min(first, opening.place.line) }
        if isColon, let plain = scan.plain { first = min(first, plain.start.line) }
        if let lookalike = including.lookalikes.first(where: { $0.place.line >= first && $0.place <= mark }) {
            return found(.lookalike(lookalike.scalar), lookalike.place)
        }
        if isInToken, let start, problem.hasPrefix("found unexpected"), !problem.hasSuffix("':'") {
            return found(.unclosedQuote, start.place)
        }
        if problem == "found unknown escape character" { return found(.unknownEscape, mark) }
        if let quoted = scan.quoted, isBlank(from: quoted.end, to: mark) {
            return quoted.holdsKeys ? found(.unclosedQuote, quoted.start) : found(.textAfterQuote, mark)
        }
        if let opening {
            let isNewBlock = scan.indent <= max(opening.indent, 0) || mark.line > lineCount
            if opening.place.line < mark.line, isNewBlock {
                if let comment = comment(hidingEndOf: opening.bracket, behind: opening.place, scan) {
                    return found(.commentBeforeEnd(opening.bracket), comment)
                }
                return found(.unclosed(opening.bracket), opening.place)
            }
            if problem.hasPrefix("did not find expected ','") { return found(.missingComma, mark) }
        }
        if problem.hasPrefix("could not find expected ':'"), let start {
            let colon = scan.plain.flatMap { $0.start.line == start.place.line ? $0.colon : nil }
            return colon.map { found(.missingBlank(":"), $0) } ?? found(.missingColon, start.place)
        }
        if isColon, let plain = scan.plain {
            if plain.start.line == mark.line {
                let colon = colonBeforeValue(in: last, mark.line)
                return colon.map { found(.missingBlank(":"), $0) } ?? found(.colonInText, mark)
            }
            let begin = Position(line: mark.line, column: scan.indent + 1)
            return plain.hasKey
                ? found(.indentation(scan.indent, expected: plain.parent), begin)
                : found(.missingColon, plain.start)
        }
        let isUnexpected =
            problem == "did not find expected '-' indicator" || problem == "did not find expected key"
        if isUnexpected || problem == "did not find expected <document start>", opening == nil {
            if let sign = last.dropFirst(mark.column - 1).first, sign == "}" || sign == "]" {
                return found(.closedTooOften(sign), mark)
            }
            if let closed = scan.closed, closed.end.line == mark.line {
                return found(.needsQuotes(String(closed.bracket)), closed.start)
            }
        }
        if isUnexpected {
            return found(Self.unexpected(last, indent: scan.indent, after: before.blocks), mark)
        }
        if problem == "found character that cannot start any token" { return found(.reservedSign, mark) }
        let word = last.dropFirst(mark.column - 1).prefix { !" ,[]{}".unicodeScalars.contains($0) }
        var message = mistake.message(about: String(String.UnicodeScalarView(word)))
        if let start, start.place.line != mark.line {
            message = message.noting(DiagnosticMessage.begun(at: Address(start.place, in: self)))
        }
        // A token that is refused after its beginning is pointed at where it begins, but for one within quotes.
        let isToken =
            start?.text.hasPrefix("while scanning") == true && !problem.hasPrefix("found unexpected")
        return found(message, isToken ? start?.place ?? mark : mark)
    }

    /// The sign of a comment that takes the end of a list or map with it: `{title: River #2, licence: X}`.
    private func comment(hidingEndOf bracket: Unicode.Scalar, behind start: Position, _ scan: YAMLScan)
        -> Position?
    {
        let closing: Unicode.Scalar = bracket == "{" ? "}" : "]"
        return scan.ignored.first { what, place in
            what == .comment && place > start
                && scalars(ofLine: place.line).dropFirst(place.column).contains(closing)
        }?.place
    }

    /// The colon of a key that no blank divides from its value: `title:{en: River, zh: 河}`.
    private func colonBeforeValue(in line: [Unicode.Scalar], _ number: Int) -> Position? {
        let rest = line.drop { $0 == " " || $0 == "-" }
        let word = rest.prefix(while: YAMLScan.isWord)
        guard !word.isEmpty, rest.dropFirst(word.count).first == ":",
            let next = rest.dropFirst(word.count + 1).first, "{[\"'".unicodeScalars.contains(next)
        else { return nil }
        return Position(line: number, column: word.endIndex + 1)
    }

    /// Why a line does not go on with the lists and maps of the lines before it.
    private static func unexpected(
        _ line: [Unicode.Scalar], indent: Int, after blocks: [(column: Int, isList: Bool)]
    ) -> DiagnosticMessage {
        let rest = line.dropFirst(indent)
        if rest.first == "-", rest.dropFirst().first.map({ $0 != " " }) ?? false { return .missingBlank("-") }
        if blocks.contains(where: { $0.column == indent && $0.isList }) { return .missingDash }
        let nearest = blocks.reversed().min { abs($0.column - indent) < abs($1.column - indent) }
        return .indentation(indent, expected: nearest?.column ?? 0)
    }

    /// True if there are only blanks between two places of a line.
    private func isBlank(from: Position, to: Position) -> Bool {
        guard from.line == to.line, from.column < to.column else { return false }
        return scalars(ofLine: to.line).prefix(to.column - 1).dropFirst(from.column).allSatisfy { $0 == " " }
    }

    func scalars(ofLine number: Int) -> [Unicode.Scalar] {
        line(number).map { Array($0.unicodeScalars) } ?? []
    }
}

extension SourceText {
    /// Warns of what is valid YAML but is not read as it looks: a comment that cuts a text, a tag.
    func reportIgnored(to context: LoadContext) {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") }) else {
            return
        }
        var scan = YAMLScan()
        for number in 1..<(lineCount + 1) { scan.read(line: scalars(ofLine: number)) }
        for (what, place) in scan.ignored {
            let address = Address(place, in: self)
            switch what {
            case .comment: context.report(.cutText, at: address)
            case .tag(let tag): context.report(.ignoredTag(tag), at: address)
            }
        }
    }
}

extension Node.Scalar {
    /// The message about a key that is none because of a sign that looks like one of YAML's, with the number of scalars
    /// in front of that sign.
    var mistakeInKey: (message: DiagnosticMessage, offset: Int)? {
        guard style == .plain else { return nil }
        if string == "<<" { return (.mergeKey, 0) }
        if string.utf8.allSatisfy({ $0 < 0x80 }) {
            return string.utf8.first == 0x09 ? (.lookalike("\t"), 0) : nil
        }
        let count = string.unicodeScalars.count
        var previous: Unicode.Scalar?
        for (offset, scalar) in string.unicodeScalars.enumerated() {
            defer { previous = scalar }
            let isFirst = offset == 0
            // Typed before a colon, as in French, or behind it.
            if Lookalikes.isBlank(scalar), offset == count - 1 || previous == ":" {
                return (.lookalike(scalar), offset)
            }
            let isWrong =
                Lookalikes.isColon(scalar) || Lookalikes.isCurlyQuote(scalar)
                || (isFirst && (Lookalikes.isBlank(scalar) || Lookalikes.isDash(scalar)))
                || scalar == "｛" || scalar == "［"
            if isWrong { return (.lookalike(scalar), offset) }
        }
        return nil
    }

    /// True for a plain text between curly quotes, which quote nothing.
    var isInCurlyQuotes: Bool {
        // The quotes begin with one of these bytes.
        guard style == .plain, string.utf8.first == 0xE2 || string.utf8.first == 0xEF,
            let first = string.unicodeScalars.first
        else { return false }
        let closing: Unicode.Scalar =
            switch first {
            case "“": "”"
            case "‘": "’"
            case "＂", "＇": first
            case _: "\0"
            }
        return string.unicodeScalars.dropFirst().firstIndex(of: closing)
            == string.unicodeScalars.indices.last
    }
}
