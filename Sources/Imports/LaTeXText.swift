/// A text of a BibTeX field as Unicode: accents composed, commands resolved, braces taken away.
struct LaTeXText {
    /// The text.
    private(set) var text = ""
    /// Commands that were not understood; their arguments stay.
    private(set) var leftovers: [String] = []

    private let source: [Character]
    private var place = 0
    private var isMath = false

    /// Reads a text of a field.
    init(_ source: some StringProtocol) {
        self.source = Array(source)
        text = read(depth: 0)
        // What is left is a brace too many.
        while place < self.source.count {
            place += 1
            text += read(depth: 0)
        }
    }

    /// Reads an address, in which a style finds no commands but the escapes of special characters.
    static func verbatim(_ source: some StringProtocol) -> String {
        var text = source.trimmed
        for command in ["\\url", "\\path", "\\nolinkurl"] where text.hasPrefix(command) {
            text = String(text.dropFirst(command.count)).trimmed
        }
        while text.hasPrefix("{"), text.hasSuffix("}") { text = String(text.dropFirst().dropLast()) }
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                if !"_%&#$~{}".contains(character) { result += "\\" }
                result.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return (result + (isEscaped ? "\\" : ""))
            .replacing("{\\textasciitilde}", with: "~").replacing("\\textasciitilde", with: "~")
    }

    /// Reads up to the brace that closes the group, or to the end.
    private mutating func read(depth: Int) -> String {
        var result = ""
        while place < source.count, result.utf8.count < ImportLimits.expandedBytes {
            let character = source[place]
            switch character {
            case "}": return result
            case "{" where depth < ImportLimits.nesting:
                place += 1
                result += read(depth: depth + 1)
                place += 1
            case "{": place += 1
            case "\\":
                place += 1
                result += command(depth: depth)
            case "$":
                place += 1
                isMath.toggle()
            case "^" where isMath, "_" where isMath:
                place += 1
                result += Self.shifted(argument(depth: depth), up: character == "^")
            case "~":
                place += 1
                result += "\u{A0}"
            case "-" where source[at: place + 1] == "-":
                let isEm = source[at: place + 2] == "-"
                place += isEm ? 3 : 2
                result += isEm ? "—" : "–"
            case "`" where source[at: place + 1] == "`":
                place += 2
                result += "“"
            case "'" where source[at: place + 1] == "'":
                place += 2
                result += "”"
            case _:
                place += 1
                result.append(character)
            }
        }
        return result
    }

    /// The argument that follows a command: a group, a command, or one character.
    private mutating func argument(depth: Int) -> String {
        while source[at: place]?.isWhitespace == true { place += 1 }
        guard let character = source[at: place], character != "}", depth < ImportLimits.nesting else {
            return ""
        }
        place += 1
        switch character {
        case "{":
            let text = read(depth: depth + 1)
            place += 1
            return text
        case "\\": return command(depth: depth + 1)
        case _: return String(character)
        }
    }

    private mutating func command(depth: Int) -> String {
        guard let first = source[at: place] else { return "\\" }
        guard first.isASCII, first.isLetter else {
            place += 1
            if Latin.isAccent(first) { return accented(by: first, depth: depth) }
            switch first {
            case ",", ";", ":", " ", "\n": return " "
            case "\\": return " "
            case "-", "/", "@", "(", ")", "[", "]", "!": return ""
            case _: return String(first)
            }
        }
        var name = ""
        while let letter = source[at: place], letter.isASCII, letter.isLetter {
            name.append(letter)
            place += 1
        }
        if source[at: place] == "*" { place += 1 }
        // Blanks after a command belong to it, and an empty group behind it only ends it.
        while source[at: place] == " " { place += 1 }
        if name.count == 1, Latin.isAccent(Character(name)) {
            return accented(by: Character(name), depth: depth)
        }
        if let symbol = Self.symbols[name] {
            if source[at: place] == "{", source[at: place + 1] == "}" { place += 2 }
            return symbol
        }
        return wrapped(name, depth: depth)
    }

    /// Commands with an argument.
    private mutating func wrapped(_ name: String, depth: Int) -> String {
        switch name {
        case "enquote", "mkbibquote", "textquote": return "“" + argument(depth: depth) + "”"
        case "textsuperscript", "textsubscript":
            return Self.shifted(argument(depth: depth), up: name == "textsuperscript")
        case "vphantom", "phantom", "hphantom", "noopsort", "hspace", "vspace", "label", "index":
            _ = argument(depth: depth)
            return ""
        case "href":
            _ = argument(depth: depth)
            return argument(depth: depth)
        case "char", "symbol": return character()
        case _ where Self.styles.contains(name): return ""
        case _:
            leftovers.append("\\" + name)
            return "\\" + name + (source[at: place] == "{" || source[at: place] == "}" ? "" : " ")
        }
    }

    /// A character by its number, as in `\char64{}`.
    private mutating func character() -> String {
        let isGrouped = source[at: place] == "{"
        if isGrouped { place += 1 }
        var digits = ""
        while let digit = source[at: place], digit.isASCII, digit.isNumber, digits.count < 7 {
            digits.append(digit)
            place += 1
        }
        if isGrouped, source[at: place] == "}" { place += 1 }
        if source[at: place] == "{", source[at: place + 1] == "}" { place += 2 }
        return UInt32(digits).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }

    private mutating func accented(by command: Character, depth: Int) -> String {
        let letters = argument(depth: depth)
        guard let first = letters.first else { return "" }
        return Latin.accented(first, by: command) + letters.dropFirst()
    }

    private static func shifted(_ text: String, up: Bool) -> String {
        let signs = Array(up ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉")
        let isNumber = !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
        guard isNumber else { return text }
        return String(text.compactMap { $0.wholeNumberValue.map { signs[$0] } })
    }

    /// Commands that change the type and not the text.
    private static let styles: Set<String> = [
        "emph", "textit", "textbf", "textsc", "textrm", "textsf", "texttt", "textsl", "textup", "textmd",
        "textnormal", "mkbibemph", "mkbibitalic", "mkbibbold", "it", "bf", "sc", "rm", "sf", "tt", "em",
        "itshape", "bfseries", "scshape", "mathrm", "mathit", "mathbf", "text", "mbox", "ensuremath", "url",
        "path", "uppercase", "lowercase", "MakeUppercase", "MakeLowercase", "relax", "protect", "selectfont",
        "small", "large", "upshape", "underline", "uline", "nocase", "NoCaseChange", "foreignlanguage",
        "bibstring", "left", "right", "nobreak", "penalty",
    ]

    private static let symbols: [String: String] = [
        "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø",
        "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
        "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "textendash": "–", "textemdash": "—",
        "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
        "textquotedbl": "\"", "textquotesingle": "'", "lq": "‘", "rq": "’", "quotesinglbase": "‚",
        "quotedblbase": "„", "glqq": "„", "grqq": "“", "guillemotleft": "«", "guillemotright": "»",
        "flqq": "«", "frqq": "»", "guilsinglleft": "‹", "guilsinglright": "›", "textasciigrave": "`",
        "ldots": "…", "dots": "…", "textellipsis": "…", "textless": "<", "textgreater": ">", "textbar": "|",
        "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textbraceleft": "{",
        "textbraceright": "}", "textunderscore": "_", "textdollar": "$", "textasteriskcentered": "*",
        "lbrace": "{", "rbrace": "}", "S": "§", "textsection": "§", "P": "¶", "textparagraph": "¶",
        "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£",
        "textsterling": "£", "euro": "€", "texteuro": "€", "texteurosymbol": "€", "textyen": "¥",
        "textcent": "¢", "textdegree": "°", "degree": "°", "textperiodcentered": "·", "cdot": "·",
        "cdotp": "·", "textbullet": "•", "textdagger": "†", "dag": "†", "ddag": "‡", "textexclamdown": "¡",
        "textquestiondown": "¿", "texttimes": "×", "times": "×", "pm": "±", "textpm": "±", "textdiv": "÷",
        "div": "÷", "textmu": "µ", "mu": "μ", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
        "epsilon": "ε", "lambda": "λ", "pi": "π", "sigma": "σ", "omega": "ω", "Delta": "Δ", "Omega": "Ω",
        "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "approx": "≈", "sim": "∼", "infty": "∞",
        "rightarrow": "→", "to": "→", "leftarrow": "←", "leftrightarrow": "↔", "textrightarrow": "→",
        "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½", "textonequarter": "¼",
        "textthreequarters": "¾", "textnumero": "№", "textbrokenbar": "¦", "textlnot": "¬",
        "textasciimacron": "¯", "textasciidieresis": "¨", "textacutedbl": "˝", "TeX": "TeX", "LaTeX": "LaTeX",
        "BibTeX": "BibTeX", "slash": "/", "space": " ", "quad": " ", "qquad": " ", "newline": " ", "par": " ",
        "linebreak": " ", "textvisiblespace": " ", "nobreakspace": "\u{A0}", "hyphen": "-", "hyp": "-",
        "allowbreak": "", "bibrangedash": "–", "textminus": "−", "textprime": "′", "prime": "′",
    ]
}
