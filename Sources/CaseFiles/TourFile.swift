import CaseModel
import System

/// A file that holds nothing but tours, such as a recorded one: part of a case's folder, or read into a case that
/// is already open.
package enum TourFile {
    /// Reads the file's tours into a case, in front of its own; a tour of the case with the same id is replaced.
    ///
    /// A step at an item that the case does not have is kept without its item, with a warning.
    package static func read(path: String, into content: Case) throws(CaseFileError) -> LoadOutcome {
        let context = LoadContext()
        let whole = Address(file: SourceText(name: path, text: nil), line: 1, column: 1)
        var bytes: [UInt8] = []
        do {
            bytes = try WholeFile.read(path, limit: Limits.fileBytes)
        } catch {
            if error.isMissing { throw .missing(path: path) }
            guard case .tooLarge = error.cause else { throw .unreadable(path: path, reason: error.reason) }
            context.report(.fileTooLarge(limit: Limits.fileBytes), at: whole)
        }
        var tours: [Tour] = []
        for text in CaseFolder(file: bytes, name: path, context: context).texts where !context.hasErrors {
            tours += read(text, context: context)
        }
        if tours.isEmpty, !context.hasErrors {
            context.report(.missingKey("tours", in: .tourFile), at: whole)
        }
        drop(context.steps, from: &tours, unlessIn: content, context)
        var result = content
        let own = Set(tours.map(\.id))
        result.tours = tours + content.tours.filter { !own.contains($0.id) }
        return LoadOutcome(
            caseFile: context.hasErrors ? nil : result, diagnostics: context.diagnostics.inReadingOrder())
    }

    private static func read(_ text: SourceText, context: LoadContext) -> [Tour] {
        guard let root = text.composed(reportingTo: context) else { return [] }
        let value = Value(node: root, file: text, context: context, name: .file)
        guard var top = value.fields(called: .tourFile) else { return [] }
        let tours = top.optional("tours").flatMap { ListOf(form: Nested<Tour>()).read($0) }
        top.finish()
        return tours ?? []
    }

    /// Removes the item from steps at one that the case does not have, with a warning.
    private static func drop(
        _ steps: [LoadContext.Reference], from tours: inout [Tour], unlessIn content: Case,
        _ context: LoadContext
    ) {
        let known = Set(content.items.map(\.id.text))
        for step in steps where !known.contains(step.id) {
            let nearest = Suggestion.nearest(to: step.id, among: known).map { DiagnosticMessage.meant($0) }
            context.report(DiagnosticMessage.danglingStep(step.id).noting(nearest), at: step.address)
        }
        for tour in tours.indices {
            for step in tours[tour].steps.indices {
                guard let item = tours[tour].steps[step].at, !known.contains(item.text) else { continue }
                tours[tour].steps[step].at = nil
            }
        }
    }
}

extension TourFile {
    /// A tour as YAML for `read` or a case's folder, laid out for editing, with the remarks as comments above it.
    package static func text(of tour: Tour, remarks: [String]) -> String {
        var lines = remarks.map { "# \($0)" }
        lines += ["tours:", "  - id: \(tour.id.text)"]
        lines += self.lines(of: tour.title, as: "title", indent: "    ")
        if let minutes = tour.minutes { lines.append("    minutes: \(minutes.figure)") }
        lines.append("    steps:")
        for step in tour.steps { lines += self.lines(of: step) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// An id made of words such as a file's name; nil if no letter or digit is left.
    package static func id(from words: String) -> ID<Tour>? {
        let letters = words.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
                ? Character(scalar) : "-"
        }
        let id = letters.split(separator: "-").map { String($0) }.joined(separator: "-").prefix(Limits.id)
        return ValueForm.isID(String(id)) ? ID(String(id)) : nil
    }

    private static func lines(of step: Tour.Step) -> [String] {
        var lines: [String] = []
        if let at = step.at { lines.append("at: \(at.text)") }
        lines.append("view: \(step.view.rawValue)")
        lines += self.lines(of: step.headline, as: "headline", indent: "")
        if !step.points.isEmpty {
            lines.append("points:")
            for point in step.points {
                let wordings = self.wordings(of: point)
                lines += wordings.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
            }
        }
        if let notes = step.notes { lines += self.lines(of: notes, as: "notes", indent: "") }
        if let minutes = step.minutes { lines.append("minutes: \(minutes.figure)") }
        return lines.enumerated().map { ($0 == 0 ? "      - " : "        ") + $1 }
    }

    private static func lines(of text: Text, as key: String, indent: String) -> [String] {
        ["\(indent)\(key):"] + wordings(of: text).map { "\(indent)  \($0)" }
    }

    private static func wordings(of text: Text) -> [String] {
        let wordings = text.tags.map { "\($0.text): \(YAMLWriter.quoted(text[$0] ?? ""))" }
        return wordings.isEmpty ? ["zh: \"\""] : wordings
    }
}
