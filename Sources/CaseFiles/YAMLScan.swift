/// A place in a text: line and column from 1, the column in Unicode scalars.
struct Position: Comparable {
    var line: Int
    var column: Int

    static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// A walk through the lines of a YAML file that distinguishes structure from text as well as can be done for a file that
/// may be broken: which brackets and quotes are open, where values begin, and which characters look like YAML's but are
/// not.
///
/// Libyaml decides what is valid. The scan says where a mistake was made that libyaml notices further on, and finds
/// what is valid but surely not meant.
struct YAMLScan {
    /// A character that looks like one of YAML's signs or blanks.
    struct Lookalike: Equatable {
        let scalar: Unicode.Scalar
        let place: Position
    }

    /// A text in quotes.
    struct Quoted: Equatable {
        let start: Position
        /// The place of the closing quote.
        let end: Position
        /// True if a line within it looks as if a key began there.
        let holdsKeys: Bool
    }

    /// A plain text, the part on its first line.
    struct Plain: Equatable {
        let start: Position
        /// True if a key stands in front of it on its line.
        let hasKey: Bool
        /// The column of the list or map that it belongs to; lines that are indented more go on with it.
        let parent: Int
        /// Its first colon that no blank follows, and which may be meant as a key's.
        var colon: Position?
    }

    /// Something that is valid but ignored.
    enum Ignored: Equatable {
        /// A comment that ends a plain text, without a blank behind its sign: `Monitoring #2`.
        case comment
        /// A tag, such as `!!binary`.
        case tag(String)
    }

    private enum Mode: Equatable {
        case between
        case plain
        case quoted(Unicode.Scalar, Position, holdsKeys: Bool)
        /// A block scalar, whose lines are indented more than this column.
        case block(Int)
    }

    /// The brackets that are open, the innermost last.
    private(set) var openings: [(bracket: Unicode.Scalar, place: Position, indent: Int)] = []
    /// The lists and maps around the place, each with the column, from 0, in which it begins.
    private(set) var blocks: [(column: Int, isList: Bool)] = []
    /// The plain text that was read last.
    private(set) var plain: Plain?
    /// The text in quotes that was read last.
    private(set) var quoted: Quoted?
    /// The list or map in brackets that was closed last and stands in no other.
    private(set) var closed: (bracket: Unicode.Scalar, start: Position, end: Position)?
    /// The look-alikes that were read last.
    private(set) var lookalikes: [Lookalike] = []
    private(set) var ignored: [(what: Ignored, place: Position)] = []
    /// Columns, from 0, at which the line that was read last begins.
    private(set) var indent = 0

    private var mode = Mode.between
    private var number = 0

    private static let kept = 64

    /// Reads the next line; only what is in front of the end counts.
    mutating func read(line: [Unicode.Scalar], to end: Int? = nil) {
        number += 1
        let end = min(end ?? line.count, line.count)
        indent = line.prefix { $0 == " " }.count
        guard indent < line.count else { return }
        var at = indent
        switch mode {
        case .block(let parent):
            if indent > parent { return }
            mode = .between
        case .plain:
            // A line that is indented more goes on with a plain text, and has no keys of its own.
            let goesOn = !openings.isEmpty || indent > (plain?.parent ?? -1)
            if !goesOn || line[at] == "#" { mode = .between }
        case .quoted(let quote, let start, let holdsKeys):
            mode = .quoted(quote, start, holdsKeys: holdsKeys || Self.beginsWithKey(line[at...]))
        case .between: break
        }
        if case .quoted = mode {
        } else if openings.isEmpty, mode == .between {
            while let last = blocks.last, last.column > indent { blocks.removeLast() }
        }
        var state = LineState()
        if mode == .between {
            at = readIndentation(of: line, from: at)
            // To YAML other blanks are a part of the key.
            if at > indent { state.keyStart = indent }
        }
        while at < end { at = step(line, at, end, &state) }
        if case .plain = mode, state.isComment { mode = .between }
    }

    /// What is known of the line while it is read.
    private struct LineState {
        /// Where a key may have begun.
        var keyStart: Int?
        var hasKey = false
        var isComment = false
    }

    private func place(_ at: Int) -> Position { Position(line: number, column: at + 1) }

    private mutating func note(_ scalar: Unicode.Scalar, _ at: Int) {
        if lookalikes.count == Self.kept { lookalikes.removeFirst() }
        lookalikes.append(Lookalike(scalar: scalar, place: place(at)))
    }

    /// Passes over blanks of other kinds with which a line is indented.
    private mutating func readIndentation(of line: [Unicode.Scalar], from start: Int) -> Int {
        var at = start
        while at < line.count, line[at] == " " || Lookalikes.isBlank(line[at]) {
            if line[at] != " " { note(line[at], at) }
            at += 1
        }
        return at
    }

    /// Reads what stands at a place; returns the place behind it.
    private mutating func step(_ line: [Unicode.Scalar], _ at: Int, _ end: Int, _ state: inout LineState)
        -> Int
    {
        switch mode {
        case .quoted(let quote, let start, let holdsKeys):
            return quotedStep(line, at, quote, start, holdsKeys)
        case .plain: return plainStep(line, at, end, &state)
        case .between: return valueStep(line, at, end, &state)
        case .block: return end
        }
    }

    private mutating func quotedStep(
        _ line: [Unicode.Scalar], _ at: Int, _ quote: Unicode.Scalar, _ start: Position, _ holdsKeys: Bool
    ) -> Int {
        if quote == "\"", line[at] == "\\" { return at + 2 }
        guard line[at] == quote else { return at + 1 }
        if quote == "'", at + 1 < line.count, line[at + 1] == "'" { return at + 2 }
        var holdsKeys = holdsKeys
        if start.line == number, !openings.isEmpty {
            // `{zh: "…, en: "…"}`: the first text has no closing quote.
            let commas = line.indices[start.column..<at].filter { line[$0] == "," }
            holdsKeys = commas.contains { Self.beginsWithKey(line[($0 + 1)..<at]) }
        }
        quoted = Quoted(start: start, end: place(at), holdsKeys: holdsKeys)
        mode = .between
        return at + 1
    }

    private mutating func plainStep(
        _ line: [Unicode.Scalar], _ at: Int, _ end: Int, _ state: inout LineState
    ) -> Int {
        let scalar = line[at]
        let isLast = at + 1 >= line.count
        let next: Unicode.Scalar = isLast ? " " : line[at + 1]
        let isInFlow = !openings.isEmpty
        switch scalar {
        case "#" where at > 0 && Self.isBlank(line[at - 1]):
            if !Self.isBlank(next), next != "#" { ignored.append((.comment, place(at))) }
            state.isComment = true
            return end
        case ":" where Self.isBlank(next) || (isInFlow && Self.isFlowSign(next)):
            mode = .between
            return at
        case ":":
            // A blank of another kind behind the colon does not make it a key's.
            if Lookalikes.isBlank(next) { note(next, at + 1) }
            let colon = place(at)
            if plain?.colon == nil { plain?.colon = colon }
        case ",", "[", "]", "{", "}":
            guard isInFlow else { break }
            mode = .between
            return at
        case _ where Lookalikes.isColon(scalar):
            // A word that a wide colon follows is a key, if it stands where keys do.
            if let plain, case let start = plain.start, start.line == number, isInFlow || !plain.hasKey,
                line[(start.column - 1)..<at].allSatisfy(Self.isWord)
            {
                note(scalar, at)
            }
        case "｝", "］": if isInFlow { note(scalar, at) }
        case "，", "、": if isInFlow, Self.beginsWithKey(line[(at + 1)...]) { note(scalar, at) }
        case _: break
        }
        return at + 1
    }

    private mutating func valueStep(
        _ line: [Unicode.Scalar], _ at: Int, _ end: Int, _ state: inout LineState
    ) -> Int {
        let scalar = line[at]
        let next: Unicode.Scalar = at + 1 < line.count ? line[at + 1] : " "
        switch scalar {
        case " ", "\t", "?": return at + 1
        case "#" where at == 0 || Self.isBlank(line[at - 1]):
            state.isComment = true
            return end
        case "-" where Self.isBlank(next) && openings.isEmpty:
            open(at, isList: true)
            state.keyStart = nil
            return readIndentation(of: line, from: at + 1)
        case "-" where openings.isEmpty && Lookalikes.isBlank(next): note(next, at + 1)
        case ":":
            if openings.isEmpty, !state.hasKey { open(state.keyStart ?? indent, isList: false) }
            state.hasKey = true
            if Lookalikes.isBlank(next), next != "\t" { note(next, at + 1) }
            return at + 1
        case "[", "{":
            openings.append((scalar, place(at), blocks.last?.column ?? -1))
            return at + 1
        case "]", "}":
            if let last = openings.popLast(), openings.isEmpty {
                closed = (last.bracket, last.place, place(at))
            }
            return at + 1
        case ",": return at + 1
        case "\"", "'":
            if state.keyStart == nil { state.keyStart = at }
            mode = .quoted(scalar, place(at), holdsKeys: false)
            return at + 1
        case "|", ">":
            guard openings.isEmpty else { break }
            mode = .block(blocks.last?.column ?? -1)
            return end
        case "&", "*", "!":
            let word = line[at..<end].prefix {
                !Self.isBlank($0) && !(!openings.isEmpty && Self.isFlowSign($0))
            }
            if scalar == "!" {
                ignored.append((.tag(String(String.UnicodeScalarView(word))), place(at)))
            }
            return at + max(1, word.count)
        case _: break
        }
        if state.keyStart == nil { state.keyStart = at }
        plain = Plain(start: place(at), hasKey: state.hasKey, parent: blocks.last?.column ?? -1)
        mode = .plain
        if Lookalikes.opensValue(scalar) || (Lookalikes.isDash(scalar) && !state.hasKey) { note(scalar, at) }
        return Lookalikes.isColon(scalar) ? at + 1 : plainStep(line, at, end, &state)
    }

    private mutating func open(_ column: Int, isList: Bool) {
        if let last = blocks.last, last.column >= column { return }
        blocks.append((column, isList))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    private static func isFlowSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == "[" || scalar == "]" || scalar == "{" || scalar == "}"
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_" || scalar == "-" || scalar == "<")
    }

    /// True if a word and a colon stand there, with or without a dash in front.
    static func beginsWithKey(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        let rest = line.drop { isBlank($0) || $0 == "-" }
        let word = rest.prefix(while: isWord)
        guard !word.isEmpty, let colon = rest.dropFirst(word.count).first else { return false }
        return Lookalikes.isColon(colon)
            || colon == ":" && (rest.dropFirst(word.count + 1).first.map(isBlank) ?? true)
    }
}

/// Characters that are mistaken for YAML's because they look like them, as an input method for Chinese gives them.
enum Lookalikes {
    static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == "：" || scalar == "︰" || scalar == "﹕" }

    static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "－" || scalar == "–" || scalar == "—" || scalar == "−" || scalar == "•" || scalar == "・"
    }

    /// Blanks that indent nothing.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{3000}" || scalar == "\u{A0}" || scalar == "\t" || scalar == "\u{202F}"
            || (0x2000...0x200A).contains(scalar.value)
    }

    /// Signs with which no value begins that is meant as one.
    static func opensValue(_ scalar: Unicode.Scalar) -> Bool {
        isCurlyQuote(scalar) || scalar == "｛" || scalar == "［"
    }

    /// The curly quote that this one closes.
    static func opening(of quote: Unicode.Scalar) -> Unicode.Scalar? {
        switch quote {
        case "”": "“"
        case "’": "‘"
        case _: nil
        }
    }

    static func isCurlyQuote(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "“" || scalar == "”" || scalar == "‘" || scalar == "’" || scalar == "＂" || scalar == "＇"
    }

    /// The sign that is probably meant; nil for a character that is not mistaken for one.
    static func meant(by scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case _ where isColon(scalar): ":"
        case _ where isDash(scalar): "-"
        case "，", "、": ","
        case "｛": "{"
        case "｝": "}"
        case "［": "["
        case "］": "]"
        case "‘", "’", "＇": "'"
        case _ where isCurlyQuote(scalar): "\""
        case _: nil
        }
    }
}
