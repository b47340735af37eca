import CaseModel

extension SourceText {
    /// What is wrong where libyaml gives up, and where: the mistake is often further up.
    func mistake(behind mistake: YAMLMistake) -> (message: DiagnosticMessage, address: Address) {
        let finding = YAMLMistakeSearch(for: mistake, in: self).finding
        return (finding.message, Address(finding.place, in: self))
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
