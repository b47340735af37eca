import CaseModel
import TextLayout

/// The findings of a load so far: definitions and references with their places, and diagnostics.
///
/// Reading goes on after an error with a placeholder for the value that could not be read. A case is returned only if
/// there is no error, so that no placeholder gets out.
final class LoadContext {
    /// A use of an id, whose definition may follow later.
    struct Reference {
        let kind: EntityKind
        let id: String
        /// How it is used, with which a message about it begins.
        let mention: Mention
        let address: Address
    }

    /// An item and its parent, or a place and the one in which it lies.
    struct Parenthood<Member> {
        let child: ID<Member>
        let parent: ID<Member>
        let address: Address
    }

    /// A text where an id belongs, which was reported to be none; it may be the title of what is meant.
    struct Misnomer {
        let reference: Reference
        /// The number of the diagnostic.
        let diagnostic: Int
    }

    /// A quote that may be longer than the manifest allows.
    struct Quote {
        let what: Subject
        let count: Int
        let address: Address
    }

    private(set) var diagnostics: [Diagnostic] = []
    private(set) var definitions: [EntityKind: [String: Address]] = [:]
    /// The ids that are defined twice, of which nothing else is said.
    private(set) var repeated: [EntityKind: Set<String>] = [:]
    /// The ids that cases may refer to without defining them.
    private var givens: [EntityKind: [String]] = [:]
    var references: [Reference] = []
    /// Words for sides that may be ids.
    var sides: [Reference] = []
    /// The places of the steps of tours, in the order in which they are read.
    var steps: [StepPlaces] = []
    var parenthoods: [Parenthood<Item>] = []
    var enclosures: [Parenthood<Place>] = []
    private(set) var misnomers: [Misnomer] = []
    var quotes: [Quote] = []
    /// The languages of the texts so far.
    var languages = LanguagesFound()
    /// True if a file could not be read, so that its definitions are missing.
    var isIncomplete = false
    private var suggestionsLeft = Limits.suggestions

    private var counts: [Diagnostic.Severity: Int] = [:]

    /// True if no further diagnostic of this severity is recorded, so that it need not be made up.
    func isFull(of severity: Diagnostic.Severity) -> Bool {
        counts[severity, default: 0] > Limits.diagnostics
    }

    /// True if the case cannot be returned.
    var hasErrors: Bool { counts[.error] != nil }

    /// Records a diagnostic. Errors and warnings are counted separately, so that many warnings hide no error.
    func report(_ message: DiagnosticMessage, at address: Address) {
        counts[message.severity, default: 0] += 1
        let count = counts[message.severity, default: 0]
        guard count <= Limits.diagnostics + 1 else { return }
        let message = count > Limits.diagnostics ? .more(message.severity) : message
        diagnostics.append(
            Diagnostic(message.severity, message.message, notes: message.notes, at: address))
    }

    /// Records that a text is not of the form of an id, to be looked for among the titles when these are known.
    func report(_ message: DiagnosticMessage, insteadOf reference: Reference) {
        let number = diagnostics.count
        report(message, at: reference.address)
        if number < diagnostics.count, !isFull(of: .error) {
            misnomers.append(Misnomer(reference: reference, diagnostic: number))
        }
    }

    /// Says something else about what was reported, at the same place and as gravely.
    func amend(_ misnomer: Misnomer, to message: DiagnosticMessage) {
        diagnostics[misnomer.diagnostic].message = message.message
        diagnostics[misnomer.diagnostic].notes = message.notes
    }

    /// Takes over the diagnostics of another context.
    func take(_ other: LoadContext) {
        diagnostics += other.diagnostics
        counts.merge(other.counts, uniquingKeysWith: +)
    }

    /// Records the definition of an id, and reports a second one.
    func define(_ kind: EntityKind, _ id: String, at address: Address) {
        if let first = definitions[kind]?[id] {
            repeated[kind, default: []].insert(id)
            report(.duplicateID(kind, id).noting(DiagnosticMessage.first(at: first)), at: address)
        } else {
            definitions[kind, default: [:]][id] = address
        }
    }

    /// Where what has an id is defined; nil where that is not known, or not the only place.
    func placeOfOnly(_ kind: EntityKind, _ id: String) -> Address? {
        repeated[kind]?.contains(id) == true ? nil : definitions[kind]?[id]
    }

    /// Takes the ids of the program's own words, unless the case defines some of that kind.
    func provide(_ kind: EntityKind, _ ids: [String]) {
        if definitions[kind] == nil { givens[kind] = ids }
    }

    /// True for an id that the case defines or need not define.
    func knows(_ kind: EntityKind, _ id: String) -> Bool {
        definitions[kind]?[id] != nil || givens[kind]?.contains(id) == true
    }

    /// The hint at the known id that is most like a mistyped one, with the place of its definition if it was read.
    func suggestion(for id: String, among known: some Sequence<String>, of kinds: [EntityKind]) -> Text? {
        guard suggestionsLeft > 0 else { return nil }
        suggestionsLeft -= 1
        guard let nearest = Suggestion.nearest(to: id, among: known) else { return nil }
        return DiagnosticMessage.meant(
            nearest, at: kinds.lazy.compactMap { self.definitions[$0]?[nearest] }.first)
    }

    /// The hint at the defined id that is most like a mistyped one, with the place of its definition.
    func suggestion(for id: String, among kind: EntityKind) -> Text? {
        guard suggestionsLeft > 0 else { return nil }
        let known = Array((definitions[kind] ?? [:]).keys) + (givens[kind] ?? [])
        return known.isEmpty ? nil : suggestion(for: id, among: known, of: [kind])
    }
}
