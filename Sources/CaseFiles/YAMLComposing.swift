import TextLayout
import Yams

extension SourceText {
    /// The file's values, or nil after reporting why they cannot be read; an empty file is an empty text.
    ///
    /// Input that could harm the parser is looked for before parsing (unsafe characters, aliases in keys) and after
    /// it (depth, values that aliases stand for).
    func composed(reportingTo context: LoadContext) -> Node? {
        guard hasOnlyText(reportingTo: context), isHarmless(reportingTo: context) else { return nil }
        do {
            // Without rules every scalar stays text: a date does not become seconds, nor `no` false.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard let composed = try parser.singleRoot() else {
                return .scalar(Node.Scalar(string: "", mark: Node.Mark(line: 1, column: 1), style: .plain))
            }
            var inspection = Inspection(file: self)
            guard let root = inspection.node(of: composed) else {
                if let found = inspection.excess { context.report(found.message, at: found.address) }
                return nil
            }
            for finding in inspection.findings { context.report(finding.message, at: finding.address) }
            if inspection.findings.contains(where: { $0.message.severity == .error }) { return nil }
            reportIgnored(to: context)
            return root
        } catch let error as YamlError {
            report(error, to: context)
        } catch {
            context.report(.syntax("\(error)", context: nil), at: Address(file: self, line: 1, column: 1))
        }
        return nil
    }

    /// Reports unsafe characters where they stand. Libyaml takes some of them for line ends, which would make its
    /// places wrong, and refuses others without a place.
    private func hasOnlyText(reportingTo context: LoadContext) -> Bool {
        // Most files have nothing unsafe, which is seen without counting lines and columns.
        var whole = text
        if whole.withUTF8({ UnsafeRawBufferPointer($0).isText }) { return true }
        var found = 0
        var line = 1
        var column = 1
        var previous: Unicode.Scalar = " "
        var check = SafetyCheck()
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" {
                if !(scalar == "\n" && previous == "\r") { line += 1 }
                column = 0
            } else if scalar != "\t", check.refuses(scalar) {
                found += 1
                if found <= Limits.charactersReported {
                    context.report(
                        .unsafeCharacter(scalar), at: Address(file: self, line: line, column: column))
                }
            }
            column += 1
            previous = scalar
        }
        return found == 0
    }

    private func report(_ error: YamlError, to context: LoadContext) {
        func place(_ mark: Mark) -> Address { Address(file: self, line: mark.line, column: mark.column) }
        switch error {
        case .scanner(let start, let problem, let mark, _), .parser(let start, let problem, let mark, _):
            if problem.hasPrefix("Maximum nesting level")
                || start?.text.hasPrefix("Maximum nesting") == true
            {
                context.report(.tooDeep, at: place(mark))
            } else {
                let found = mistake(behind: problem, of: start, at: mark)
                context.report(found.message, at: found.address)
            }
        case .composer(_, let problem, let mark, _):
            let isSecond = problem == "but found another document"
            context.report(isSecond ? .secondDocument : .syntax(problem, context: nil), at: place(mark))
        case .duplicatedKeysInMapping(let keys, let first):
            report(duplicates: keys, first: first.mark, to: context)
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
            .representer(let problem):
            context.report(.syntax(problem, context: nil), at: Address(file: self, line: 1, column: 1))
        case .no, .memory, .dataCouldNotBeDecoded:
            context.report(.syntax("\(error)", context: nil), at: Address(file: self, line: 1, column: 1))
        }
    }

    /// Reports two equal keys at the second one; Yams has the place of the first of the pair that is first by name.
    ///
    /// An entry whose dash is missing repeats several keys of the entry above it, and begins with its id.
    private func report(duplicates keys: [String], first: Mark, to context: LoadContext) {
        let key = keys.contains("id") ? "id" : keys.first ?? ""
        let second = secondKey(key, after: first)
        let note =
            keys.count > 1 ? DiagnosticMessage.perhapsAnEntry : DiagnosticMessage.aKey(ofLine: first.line)
        context.report(
            DiagnosticMessage.duplicateKey(key).noting(second == nil ? nil : note),
            at: second ?? Address(file: self, line: first.line, column: first.column))
    }

    /// The place of the second key: in the same line if the map is in braces, else in the same column, since the keys
    /// of a block map are below each other.
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
