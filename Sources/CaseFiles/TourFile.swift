import CaseModel
import System

/// A file that holds nothing but tours, such as a recorded one: part of a case's folder, or read into a case that
/// is already open.
package enum TourFile {
    /// Reads the file's tours into a case, in front of its own; a tour of the case with the same id is replaced.
    ///
    /// A step that points at what the case does not have is kept without it, with a warning.
    package static func read(path: String, into content: Case) throws(CaseFileError) -> LoadOutcome {
        let context = LoadContext()
        let whole = Address(ofWhole: path)
        var bytes: [UInt8] = []
        do {
            bytes = try WholeFile.read(path, limit: Limits.fileBytes)
        } catch {
            if error.isMissing { throw .missing(path: path) }
            guard case .tooLarge = error.cause else {
                throw .unreadable(path: path, reason: error.reasonText)
            }
            context.report(.fileTooLarge(limit: Limits.fileBytes), at: whole)
        }
        var tours: [Tour] = []
        for text in CaseFolder(file: bytes, name: path, context: context).texts where !context.hasErrors {
            tours += read(text, context: context)
        }
        if tours.isEmpty, !context.hasErrors {
            context.report(.missingKey("tours", in: .tourFile), at: whole)
        }
        if !context.hasErrors { tours.fit(to: content, at: context.steps, context) }
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
}

extension TourFile {
    /// A tour as YAML for `read` or a case's folder, laid out for editing, with the remarks as comments above it.
    package static func text(of tour: Tour, remarks: [String]) -> String {
        remarks.map { "# \($0)\n" }.joined()
            + YAMLWriter.document(.object([("tours", .array([tour.json]))]))
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
}
