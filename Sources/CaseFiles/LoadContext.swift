import CaseModel

/// The findings of a load so far: definitions and references with their places, and diagnostics.
///
/// Reading goes on after an error with a placeholder for the value that could not be read. A case is returned only if
/// there is no error, so that no placeholder gets out.
final class LoadContext {
    /// A use of an id, whose definition may follow later.
    struct Reference {
        let kind: EntityKind
        let id: String
        /// The beginning of the message: `link 'implements' points to`.
        let phrase: String
        let address: Address
    }

    /// An item and its parent.
    struct Parenthood {
        let child: ID<Item>
        let parent: ID<Item>
        let address: Address
    }

    /// A text without a language, which matters only if the manifest lists that language.
    struct PartialText {
        let missing: LanguageTag
        let what: String
        let address: Address
    }

    /// A quote that may be longer than the manifest allows.
    struct Quote {
        let what: String
        let count: Int
        let address: Address
    }

    private(set) var diagnostics: [Diagnostic] = []
    private(set) var definitions: [EntityKind: [String: Address]] = [:]
    var references: [Reference] = []
    var steps: [Reference] = []
    var parenthoods: [Parenthood] = []
    var partialTexts: [PartialText] = []
    var quotes: [Quote] = []
    /// True if a file could not be read, so that its definitions are missing.
    var isIncomplete = false
    private var suggestionsLeft = Limits.suggestions

    private var errors = 0
    private var warnings = 0

    /// True if no further error is recorded.
    var isFull: Bool { errors > Limits.diagnostics }

    /// True if the case cannot be returned.
    var hasErrors: Bool { errors > 0 }

    /// Records a diagnostic. Errors and warnings are counted separately, so that many warnings hide no error.
    func report(_ message: DiagnosticMessage, at address: Address) {
        let count: Int
        switch message.severity {
        case .error:
            errors += 1
            count = errors
        case .warning:
            warnings += 1
            count = warnings
        }
        guard count <= Limits.diagnostics + 1 else { return }
        let message = count > Limits.diagnostics ? .more(message.severity) : message
        diagnostics.append(
            Diagnostic(
                severity: message.severity, file: address.file.name, line: address.line,
                column: address.characterColumn, message: message.message, notes: message.notes,
                sourceLine: address.file.shownLine(address.line).map(String.init)))
    }

    /// Records the definition of an id, and reports a second one.
    func define(_ kind: EntityKind, _ id: String, at address: Address) {
        if let first = definitions[kind]?[id] {
            report(.duplicateID(kind, id).noting(DiagnosticMessage.first(at: first)), at: address)
        } else {
            definitions[kind, default: [:]][id] = address
        }
    }

    /// The hint at the defined id that is most like a mistyped one, with the place of its definition.
    func suggestion(for id: String, among kind: EntityKind) -> String? {
        guard suggestionsLeft > 0, let known = definitions[kind] else { return nil }
        suggestionsLeft -= 1
        guard let nearest = Suggestion.nearest(to: id, among: known.keys) else { return nil }
        return DiagnosticMessage.meant(nearest, at: known[nearest])
    }
}
