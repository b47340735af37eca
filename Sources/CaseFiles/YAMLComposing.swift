import Yams

extension SourceText {
    /// The file's values, or nil after reporting why they cannot be had; an empty file is an empty text.
    ///
    /// What could hurt the parser is looked for in the text before (control characters, aliases in keys,
    /// which Yams would spell out to compare them) and in the values after (depth, what aliases stand for).
    func composed(reportingTo ledger: LoadContext) -> Node? {
        guard hasOnlyText(reportingTo: ledger), hasHarmlessAliases(reportingTo: ledger) else { return nil }
        do {
            // Without rules every scalar stays text: a date is not turned into seconds, nor `no` into false.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else { return Node("", .implicit, .plain) }
            var inspection = Inspection(file: self)
            if let found = inspection.firstExcess(in: root) {
                ledger.report(found.complaint, at: found.address)
                return nil
            }
            return root
        } catch let error as YamlError {
            report(error, to: ledger)
        } catch {
            ledger.report(.syntax("\(error)", context: nil), at: Address(file: self, line: 1, column: 1))
        }
        return nil
    }

    /// Reports forbidden characters where they stand. Libyaml takes some of them for line ends, so that
    /// its places would be wrong.
    private func hasOnlyText(reportingTo ledger: LoadContext) -> Bool {
        var found = 0
        var line = 1
        var column = 1
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" {
                if !(scalar == "\n" && previous == "\r") { line += 1 }
                column = 0
            } else if scalar != "\t", Glyph.isForbidden(scalar) {
                found += 1
                if found <= Limits.charactersReported {
                    ledger.report(
                        .forbiddenCharacter(scalar), at: Address(file: self, line: line, column: column))
                }
            }
            column += 1
            previous = scalar
        }
        return found == 0
    }

    private func report(_ error: YamlError, to ledger: LoadContext) {
        func place(_ mark: Mark) -> Address { Address(file: self, line: mark.line, column: mark.column) }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            if problem.hasPrefix("Maximum nesting level")
                || context?.text.hasPrefix("Maximum nesting") == true
            {
                ledger.report(.tooDeep, at: place(mark))
            } else {
                var complaint = DiagnosticMessage.syntax(problem, context: context?.text)
                if let hint = DiagnosticMessage.hint(onSyntax: problem) { complaint = complaint.noting(hint) }
                if let context, context.mark.line != mark.line {
                    complaint = complaint.noting(DiagnosticMessage.begun(at: place(context.mark)))
                }
                ledger.report(complaint, at: place(mark))
            }
        case .composer(_, let problem, let mark, _):
            let isSecond = problem == "but found another document"
            ledger.report(isSecond ? .secondDocument : .syntax(problem, context: nil), at: place(mark))
        case .duplicatedKeysInMapping(let keys, let context):
            report(duplicate: keys.first ?? "", first: context.mark, to: ledger)
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
            .representer(let problem):
            ledger.report(.syntax(problem, context: nil), at: Address(file: self, line: 1, column: 1))
        case .no, .memory, .dataCouldNotBeDecoded:
            ledger.report(.syntax("\(error)", context: nil), at: Address(file: self, line: 1, column: 1))
        }
    }

    /// Yams tells where the first of two equal keys stands; the finger belongs at the second.
    private func report(duplicate key: String, first: Mark, to ledger: LoadContext) {
        let second = secondKey(key, after: first)
        let address = second ?? Address(file: self, line: first.line, column: first.column)
        let note = second == nil ? nil : DiagnosticMessage.aKey(ofLine: first.line)
        ledger.report(DiagnosticMessage.duplicateKey(key).noting(note), at: address)
    }

    /// Where the key stands again: further on in the same line if the map is written in braces, else in the
    /// same column, for the keys of one block map stand under each other.
    private func secondKey(_ key: String, after first: Mark) -> Address? {
        if let line = line(first.line), let column = Self.column(of: key, inBraces: line, after: first.column)
        {
            return Address(file: self, line: first.line, column: column)
        }
        var number = first.line + 1
        while let line = line(number) {
            let indent = line.prefix { $0 == " " }.count
            if indent == first.column - 1, Self.isKey(key, at: line.unicodeScalars.dropFirst(indent)) {
                return Address(file: self, line: number, column: first.column)
            }
            number += 1
        }
        return nil
    }

    /// The column after this one at which a key of this name follows a brace or comma.
    private static func column(of key: String, inBraces line: Substring, after start: Int) -> Int? {
        var ink: Unicode.Scalar = " "
        var rest = line.unicodeScalars[...]
        var column = 1
        while let scalar = rest.first {
            if column > start, ink == "{" || ink == ",", isKey(key, at: rest) { return column }
            if scalar != " " { ink = scalar }
            rest = rest.dropFirst()
            column += 1
        }
        return nil
    }

    private static func isKey(_ key: String, at rest: Substring.UnicodeScalarView) -> Bool {
        rest.starts(with: key.unicodeScalars)
            && rest.dropFirst(key.unicodeScalars.count).first { $0 != " " } == ":"
    }
}
