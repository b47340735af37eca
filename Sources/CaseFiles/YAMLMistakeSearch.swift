import CaseModel

/// The search for what made libyaml give up: from its problem, and from what is open in the text up to there.
struct YAMLMistakeSearch {
    typealias Finding = (message: DiagnosticMessage, place: Position)

    private let source: SourceText
    private let mistake: YAMLMistake
    /// The line in which libyaml gives up.
    private let last: [Unicode.Scalar]
    /// The lines before that one.
    private let before: YAMLScan
    /// The text in front of the mark.
    private let scan: YAMLScan
    /// The text with the sign at the mark, which counts among the look-alikes; what it opens is not open yet.
    private let including: YAMLScan

    init(for mistake: YAMLMistake, in source: SourceText) {
        (self.source, self.mistake) = (source, mistake)
        let mark = mistake.place
        last = source.scalars(ofLine: mark.line)
        var scan = YAMLScan()
        for number in 1..<max(mark.line, 1) { scan.read(line: source.scalars(ofLine: number)) }
        before = scan
        var including = scan
        scan.read(line: last, to: mark.column - 1)
        including.read(line: last, to: mark.column)
        (self.scan, self.including) = (scan, including)
    }

    /// What is wrong and where: the first cause that fits, else what libyaml names.
    var finding: Finding {
        lookalike ?? quote ?? bracket ?? key ?? surplus ?? bullet ?? reservedSign ?? named
    }

    private var problem: String { mistake.problem }
    private var mark: Position { mistake.place }

    private var isInToken: Bool {
        mistake.start.map { ["simple key", "scalar"].contains(where: $0.text.hasSuffix) } ?? false
    }

    private var isColon: Bool { problem.hasPrefix("mapping values are not allowed") }
}

// The causes, in the order in which they are tried.
extension YAMLMistakeSearch {
    /// A sign that looks like one of YAML's, within what is being read.
    private var lookalike: Finding? {
        var first = mark.line
        if isInToken, let start = mistake.start { first = start.place.line }
        if let opening = scan.openings.last { first = min(first, opening.place.line) }
        if isColon, let plain = scan.plain { first = min(first, plain.start.line) }
        return including.lookalikes.first { $0.place.line >= first && $0.place <= mark }
            .map { (.lookalike($0.scalar), $0.place) }
    }

    /// Quotes that are not closed or that end too early, and what is escaped in them.
    private var quote: Finding? {
        if isInToken, let start = mistake.start, problem.hasPrefix("found unexpected"),
            !problem.hasSuffix("':'")
        {
            return (.unclosedQuote, start.place)
        }
        if problem == "found unknown escape character" { return (.unknownEscape, mark) }
        guard let quoted = scan.quoted, isBlank(from: quoted.end, to: mark) else { return nil }
        return quoted.holdsKeys
            ? (.unclosedQuote, quoted.start) : missingSign(behind: quoted) ?? (.textAfterQuote, mark)
    }

    /// The sign that is missing within brackets between quotes and what stands there, which is no part of their text.
    private func missingSign(behind quoted: YAMLScan.Quoted) -> Finding? {
        guard let opening = scan.openings.last, let sign = last.dropFirst(mark.column - 1).first else {
            return nil
        }
        switch sign {
        case "，", "、", "：", "｝", "］": return (.lookalike(sign), mark)
        case "}", "]": return (.unclosed(opening.bracket), opening.place)
        case "/" where last.dropFirst(mark.column).first.map { $0 == "/" || $0 == "*" } == true:
            return (.foreignComment, mark)
        case _: break
        }
        // `"He said "no""` ends its quotes early, and what follows is joined to them.
        let isApart = quoted.end.column + 1 < mark.column
        let rest = last[(mark.column - 1)...]
        guard isApart, sign == "\"" || sign == "'" || YAMLScan.beginsWithKey(rest) else { return nil }
        let before = last.prefix(quoted.start.column - 1).last { $0 != " " && $0 != "\t" }
        let isKey = opening.bracket == "{" && quoted.start.line == mark.line && before != ":"
        return isKey ? (.missingColon, quoted.start) : (.missingComma, mark)
    }

    /// A bracket that is not closed, or a comma that is missing within it.
    private var bracket: Finding? {
        guard let opening = scan.openings.last else { return nil }
        let isNewBlock = scan.indent <= max(opening.indent, 0) || mark.line > source.lineCount
        if opening.place.line < mark.line, isNewBlock {
            if let comment = comment(hidingEndOf: opening.bracket, behind: opening.place) {
                return (.commentBeforeEnd(opening.bracket), comment)
            }
            return (.unclosed(opening.bracket), opening.place)
        }
        return problem.hasPrefix("did not find expected ','") ? (.missingComma, mark) : nil
    }

    /// A key without its colon, a colon without its blank, or one that no key is in front of.
    private var key: Finding? {
        if problem.hasPrefix("could not find expected ':'"), let start = mistake.start {
            let colon = scan.plain.flatMap { $0.start.line == start.place.line ? $0.colon : nil }
            return colon.map { (.missingBlank(":"), $0) } ?? (.missingColon, start.place)
        }
        guard isColon, let plain = scan.plain else { return nil }
        if plain.start.line == mark.line {
            return colonBeforeValue.map { (.missingBlank(":"), $0) } ?? (.colonInText, mark)
        }
        guard plain.hasKey else {
            return colonOfKey(plain).map { (.missingBlank(":"), $0) } ?? (.missingColon, plain.start)
        }
        if let dash = dashBeforeKey(inLine: plain.start.line) { return (.missingBlank("-"), dash) }
        let begin = Position(line: mark.line, column: scan.indent + 1)
        return (.indentation(scan.indent, expected: plain.parent), begin)
    }

    /// What stands where the list, the map or the text should go on or be over.
    private var surplus: Finding? {
        let isUnexpected =
            problem == "did not find expected '-' indicator" || problem == "did not find expected key"
        if isUnexpected || problem == "did not find expected <document start>", scan.openings.isEmpty {
            if let sign = last.dropFirst(mark.column - 1).first, sign == "}" || sign == "]" {
                return (.closedTooOften(sign), mark)
            }
            // The brackets hold all that the file does.
            if scan.closed != nil, scan.blocks.isEmpty { return (.behindTheValue, mark) }
            if let closed = scan.closed, closed.end.line == mark.line {
                return (.needsQuotes(String(closed.bracket)), closed.start)
            }
        }
        return isUnexpected ? (unexpectedLine, mark) : nil
    }

    /// An entry that begins with the bullet of another way of writing: `* id: x`.
    private var bullet: Finding? {
        let rest = last.drop { $0 == " " }
        guard rest.first == "*", rest.dropFirst().first == " ", mark.line == mistake.start?.place.line,
            mistake.start?.place.column == rest.startIndex + 1
        else { return nil }
        return (.wrongBullet("*"), Position(line: mark.line, column: rest.startIndex + 1))
    }

    private var reservedSign: Finding? {
        problem == "found character that cannot start any token" ? (.reservedSign, mark) : nil
    }

    /// What libyaml names.
    private var named: Finding {
        let word = last.dropFirst(mark.column - 1).prefix { !" ,[]{}".unicodeScalars.contains($0) }
        var message = mistake.message(about: String(String.UnicodeScalarView(word)))
        let start = mistake.start
        if let start, start.place.line != mark.line {
            message = message.noting(DiagnosticMessage.begun(at: Address(start.place, in: source)))
        }
        // A token that is refused after its beginning is pointed at where it begins, but for one within quotes.
        let isToken =
            start?.text.hasPrefix("while scanning") == true && !problem.hasPrefix("found unexpected")
        return (message, isToken ? start?.place ?? mark : mark)
    }
}

extension YAMLMistakeSearch {
    /// The sign of a comment that takes the end of a list or map with it: `{title: River #2, licence: X}`.
    private func comment(hidingEndOf bracket: Unicode.Scalar, behind start: Position) -> Position? {
        let closing: Unicode.Scalar = bracket == "{" ? "}" : "]"
        return scan.ignored.first { what, place in
            what == .comment && place > start
                && source.scalars(ofLine: place.line).dropFirst(place.column).contains(closing)
        }?.place
    }

    /// The colon of a key that no blank divides from its value: `title:{en: River, zh: 河}`.
    private var colonBeforeValue: Position? {
        let rest = last.drop { $0 == " " || $0 == "-" }
        let word = rest.prefix(while: YAMLScan.isWord)
        guard !word.isEmpty, rest.dropFirst(word.count).first == ":",
            let next = rest.dropFirst(word.count + 1).first, "{[\"'".unicodeScalars.contains(next)
        else { return nil }
        return Position(line: mark.line, column: word.endIndex + 1)
    }

    /// The colon of a word with which a text begins, and which no blank follows: `id:x`, but not `https://x`.
    private func colonOfKey(_ plain: YAMLScan.Plain) -> Position? {
        guard let colon = plain.colon, colon.line == plain.start.line else { return nil }
        let line = source.scalars(ofLine: colon.line)
        let isKey = line.prefix(colon.column - 1).dropFirst(plain.start.column - 1).allSatisfy(
            YAMLScan.isWord)
        return isKey && line.dropFirst(colon.column).first != "/" ? colon : nil
    }

    /// The dash that no blank divides from the key behind it: `-id: x`.
    private func dashBeforeKey(inLine number: Int) -> Position? {
        let line = source.scalars(ofLine: number).enumerated().drop { $0.element == " " }
        guard let dash = line.first, dash.element == "-",
            line.dropFirst().first?.element.properties.isAlphabetic == true
        else { return nil }
        return Position(line: number, column: dash.offset + 1)
    }

    /// Why the line does not go on with the lists and maps of the lines before it.
    private var unexpectedLine: DiagnosticMessage {
        let (indent, blocks) = (scan.indent, before.blocks)
        let rest = last.dropFirst(indent)
        if rest.first == "-", rest.dropFirst().first.map({ $0 != " " }) ?? false { return .missingBlank("-") }
        if blocks.contains(where: { $0.column == indent && $0.isList }) { return .missingDash }
        let nearest = blocks.reversed().min { abs($0.column - indent) < abs($1.column - indent) }
        return .indentation(indent, expected: nearest?.column ?? 0)
    }

    /// True if there are only blanks between two places of a line.
    private func isBlank(from: Position, to: Position) -> Bool {
        guard from.line == to.line, from.column < to.column else { return false }
        return source.scalars(ofLine: to.line).prefix(to.column - 1).dropFirst(from.column)
            .allSatisfy { $0 == " " }
    }
}
