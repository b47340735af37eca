// The one definition of text that is safe to show on a terminal, applied to case texts, ids, file names, notes,
// seminar names and messages.
//
// A terminal obeys control characters, and readers are deceived by characters that reorder or hide text
// (CVE-2021-42574, Unicode Technical Report #36). Refused are:
//
// - control characters, C0, DEL and C1, but for the line feed;
// - the line and paragraph separators, which some programs take for line ends;
// - bidirectional controls (embeddings, overrides, isolates, marks) and the deprecated format characters beside them;
// - the byte order mark and the anchors of interlinear annotations;
// - noncharacters, which no text may hold (The Unicode Standard, 23.7);
// - tag characters, which spell an invisible text, except in the emoji of a flag (UTS #51, C.1).
//
// Joiners, soft hyphens and other characters without a width are part of many orthographies and allowed; where an
// invalid word is quoted, `spelledOut` makes them visible.

extension Unicode.Scalar {
    /// True for a scalar that no text may contain; for a tag character the scalars before it decide.
    package var isUnsafe: Bool {
        switch value {
        case 0x0A, 0x20...0x7E: false
        case 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        default: ScalarWidth(self) == .control
        }
    }

    /// The black flag, which tag characters turn into the flag of a region.
    static let flag: Unicode.Scalar = "\u{1F3F4}"

    /// True for a tag character, which is safe only in the emoji of a flag.
    package var isTag: Bool { (0xE0000...0xE007F).contains(value) }

    /// The visible replacement of the scalar: a control's picture (U+2400…), else the replacement character.
    var picture: Unicode.Scalar {
        switch value {
        case 0x00...0x1F: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: "\u{FFFD}"
        }
    }

    /// The scalar as Unicode writes it, such as `U+200B`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

/// A search for unsafe scalars, with the state that the exception for flags needs.
package struct SafetyCheck: Sendable {
    private var isInFlag = false

    /// A check at the beginning of a text.
    package init() {}

    /// True if the next scalar of the text must not be shown.
    package mutating func refuses(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isTag { return !isInFlag }
        isInFlag = scalar == .flag
        return scalar.isUnsafe
    }
}

extension StringProtocol {
    /// The first scalar that must not be shown, if there is one.
    package var firstUnsafeScalar: Unicode.Scalar? {
        var check = SafetyCheck()
        return unicodeScalars.first { check.refuses($0) }
    }

    /// The text for one line of a terminal: unsafe scalars, line feeds and tabs are each replaced by one visible
    /// character.
    package var safeToShow: String { shown(keeping: []) }

    /// The text for several lines of a terminal: like `safeToShow`, but with line feeds and tabs.
    package var linesSafeToShow: String { shown(keeping: ["\n", "\t"]) }

    /// The text for quoting an invalid word: like `safeToShow`, but with characters without a width written as
    /// `<U+200B>`.
    package var spelledOut: String {
        var result = ""
        for scalar in unicodeScalars {
            switch ScalarWidth(scalar) {
            case .ignored: result += "<\(scalar.codePoint)>"
            case .control: result.unicodeScalars.append(scalar.picture)
            case .narrow, .wide, .ambiguous, .mark, .narrowEmoji, .ambiguousEmoji:
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func shown(keeping kept: [Unicode.Scalar]) -> String {
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(self) }
        var check = SafetyCheck()
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isReplaced = check.refuses(scalar) || scalar == "\n"
            result.append(isReplaced && !kept.contains(scalar) ? scalar.picture : scalar)
        }
        return String(result)
    }
}
