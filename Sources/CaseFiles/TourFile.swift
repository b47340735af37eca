import CaseModel

/// A file of tours by itself, as a recorded walk is: part of a case's folder, or walked against a case that is
/// open already.
package enum TourFile {
    /// Reads the file's tours into a case, before its own, of which those of the same ids give way.
    ///
    /// A step that names an item which the case does not have stays without it, with a warning.
    package static func read(path: String, into content: Case) throws(CaseFileError) -> LoadOutcome {
        let ledger = LoadContext()
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let whole = Address(file: SourceText(name: name, text: nil), line: 1, column: 1)
        var bytes: [UInt8] = []
        do {
            bytes = try FileBytes.read(path, following: true) { _ in Limits.fileBytes }
        } catch {
            switch error {
            case .failed(let failure) where failure.code == FileBytes.Failure.noEntry:
                throw .missing(path: path)
            case .failed(let failure): throw .unreadable(path: path, reason: failure.reason)
            case .tooLarge: ledger.report(.fileTooLarge(limit: Limits.fileBytes), at: whole)
            }
        }
        var tours: [Tour] = []
        for text in CaseFolder(file: bytes, name: name, ledger: ledger).texts where !ledger.hasErrors {
            tours += read(text, ledger: ledger)
        }
        if tours.isEmpty, !ledger.hasErrors { ledger.report(.missingKey("tours", in: subject), at: whole) }
        drop(ledger.steps, from: &tours, unlessIn: content, ledger)
        var result = content
        let own = Set(tours.map(\.id))
        result.tours = tours + content.tours.filter { !own.contains($0.id) }
        return LoadOutcome(
            caseFile: ledger.hasErrors ? nil : result, diagnostics: ledger.diagnostics.inReadingOrder())
    }

    private static let subject = "a file of tours"

    private static func read(_ text: SourceText, ledger: LoadContext) -> [Tour] {
        guard let root = text.composed(reportingTo: ledger) else { return [] }
        let value = Value(node: root, file: text, ledger: ledger, name: "the file")
        guard var top = value.fields(called: subject) else { return [] }
        let tours = top.list("tours", called: "the tour", Tour.init(from:))
        top.finish()
        return tours
    }

    /// Takes away the focus of steps whose item the case does not have, and says so.
    private static func drop(
        _ steps: [LoadContext.Reference], from tours: inout [Tour], unlessIn content: Case,
        _ ledger: LoadContext
    ) {
        let known = Set(content.items.map(\.id.text))
        for step in steps where !known.contains(step.id) {
            let nearest = Suggestion.nearest(to: step.id, among: known).map { DiagnosticMessage.meant($0) }
            ledger.report(DiagnosticMessage.danglingStep(step.id).noting(nearest), at: step.address)
        }
        for tour in tours.indices {
            for step in tours[tour].steps.indices {
                guard let item = tours[tour].steps[step].at, !known.contains(item.text) else { continue }
                tours[tour].steps[step].at = nil
            }
        }
    }
}
