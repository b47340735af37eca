import CaseModel

/// What a load has found out so far: who is defined where, who is named where, and what is wrong.
///
/// Reading goes on after a mistake, with a stand-in for what could not be read; a case is only handed out
/// when the context holds no error, so a stand-in is never seen.
final class LoadContext {
    /// An id that is used where its definition may still follow.
    struct Reference {
        let kind: EntityKind
        let id: String
        /// How the message begins: `link 'implements' points to`.
        let phrase: String
        let address: Address
    }

    /// An item and the one under which it stands.
    struct Parenthood {
        let child: ID<Item>
        let parent: ID<Item>
        let address: Address
    }

    /// A text that lacks a language, which is a fault only if the manifest claims that language.
    struct PartialText {
        let missing: Language
        let what: String
        let address: Address
    }

    private(set) var diagnostics: [Diagnostic] = []
    private(set) var definitions: [EntityKind: [String: Address]] = [:]
    var references: [Reference] = []
    var steps: [Reference] = []
    var parenthoods: [Parenthood] = []
    var partialTexts: [PartialText] = []
    /// Whether a file could not be read at all, so that what it defines is missing for no other reason.
    var isIncomplete = false
    private var suggestionsLeft = Limits.suggestions

    private var errors = 0
    private var warnings = 0

    /// Whether no further error is written down.
    var isFull: Bool { errors > Limits.diagnostics }

    /// Whether anything found so far forbids handing out the case.
    var hasErrors: Bool { errors > 0 }

    /// Writes down what is wrong and where. Errors and warnings are counted apart, so that many of the one
    /// do not hide the others.
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

    /// Notes that an id is given here; reports it if it was given before.
    func define(_ kind: EntityKind, _ id: String, at address: Address) {
        if let first = definitions[kind]?[id] {
            report(.duplicateID(kind, id).noting(DiagnosticMessage.first(at: first)), at: address)
        } else {
            definitions[kind, default: [:]][id] = address
        }
    }

    /// What a mistyped id was probably meant to be, with the place of its definition.
    func suggestion(for id: String, among kind: EntityKind) -> String? {
        guard suggestionsLeft > 0, let known = definitions[kind] else { return nil }
        suggestionsLeft -= 1
        guard let nearest = Suggestion.nearest(to: id, among: known.keys) else { return nil }
        return DiagnosticMessage.meant(nearest, at: known[nearest])
    }
}
