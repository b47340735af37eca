import TextLayout

extension SourceText {
    /// The file's values, or nil after reporting why they cannot be read; an empty file is an empty text. Where a key
    /// stands twice the file is refused, or the first one is kept.
    func composed(reportingTo context: LoadContext, keepingFirstKeys: Bool = false) -> Node? {
        guard hasOnlyText(reportingTo: context) else { return nil }
        var composer = NodeComposer(file: self)
        let joined = JoinedSurrogates(of: self)
        var text = joined.text
        let root = text.withUTF8 { bytes -> Node? in
            do throws(YAMLMistake) {
                var events = try YAMLEvents(bytes, of: joined)
                return try composer.root(of: &events)
            } catch {
                let found = mistake(behind: error)
                context.report(found.message, at: found.address)
                // What was found before it is the same mistake, or a consequence of it.
                composer = NodeComposer(file: self)
                return nil
            }
        }
        for finding in composer.findings { context.report(finding.message, at: finding.address) }
        let errors = composer.findings.count { $0.message.severity == .error }
        guard let root, errors == (keepingFirstKeys ? composer.repetitions : 0) else { return nil }
        reportIgnored(to: context)
        return root
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
}
