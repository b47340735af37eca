import CaseModel

/// Reads the files of other programs: pure functions from bytes to records of the case and a report that names
/// every field which did not arrive.
///
/// `file` is the name of the file as messages should give it. `existing` are the ids of the case that the records
/// are added to; no record gets one of them. `known` is what that case has, which is not added again, and in which
/// languages. `spelling` reads Chinese characters for ids; without it a name in Chinese gives way to the record's key.
package enum Importer {
    /// The works of a BibTeX or biblatex database.
    package static func bibTeX(
        _ bytes: [UInt8], file: String, existing: Set<String> = [], known: KnownRecords? = nil,
        spelling: @escaping Spelling = { _ in nil }
    ) throws(ImportError) -> ImportResult {
        built(try BibTeXReader(SourceFile(bytes, name: file)).records, existing, known, spelling)
    }

    /// The works of a file in the tagged format of reference managers (RIS).
    package static func ris(
        _ bytes: [UInt8], file: String, existing: Set<String> = [], known: KnownRecords? = nil,
        spelling: @escaping Spelling = { _ in nil }
    ) throws(ImportError) -> ImportResult {
        built(try RISReader(SourceFile(bytes, name: file)).records, existing, known, spelling)
    }

    /// The works of a CSL-JSON file, which citation processors read.
    package static func cslJSON(
        _ bytes: [UInt8], file: String, existing: Set<String> = [], known: KnownRecords? = nil,
        spelling: @escaping Spelling = { _ in nil }
    ) throws(ImportError) -> ImportResult {
        built(try CSLReader(SourceFile(bytes, name: file)).records, existing, known, spelling)
    }

    /// The codes, sources and coded segments of a REFI-QDA project, as XML (`.qde`, `.qdc`) or with its sources in an
    /// archive (`.qdpx`).
    ///
    /// A code becomes an item, and each segment that it codes a claim of that item: in the words of the segment's
    /// memo, else of the passage. Who coded a passage and when, colours and sets are named in the report.
    package static func refiQDA(
        _ bytes: [UInt8], file: String, _ choices: CodingChoices, existing: Set<String> = [],
        known: KnownRecords? = nil, spelling: @escaping Spelling = { _ in nil }
    ) throws(ImportError) -> CodingResult {
        var project: CodedProject
        if bytes.starts(with: [0x50, 0x4B]) {
            var archive = try ZipArchive(bytes, file: file)
            guard let name = archive.names.first(where: { $0.lowercased().hasSuffix(".qde") }),
                let xml = try archive.contents(of: name)
            else {
                throw ImportError(
                    ImportMessage.noProject, at: FileAddress(beginningOf: file))
            }
            project = try CodedProjectReader(SourceFile(xml, name: "\(file)/\(name)")).project
            try addTexts(of: &archive, to: &project, file)
        } else {
            project = try CodedProjectReader(SourceFile(bytes, name: file)).project
        }
        return CodedProjectBuilder.result(of: project, choices, besides: existing, known, spelling: spelling)
    }

    /// Puts the texts that an archive keeps in files of their own where they belong.
    private static func addTexts(
        of archive: inout ZipArchive, to project: inout CodedProject, _ file: String
    ) throws(ImportError) {
        let names = Dictionary(
            archive.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        func text(at path: String?) throws(ImportError) -> String? {
            guard let path, path.hasPrefix(CodedProject.inArchive),
                let name = names["sources/" + path.dropFirst(CodedProject.inArchive.count).lowercased()],
                let bytes = try archive.contents(of: name)
            else { return nil }
            let source = try SourceFile(bytes, name: "\(file)/\(name)")
            // The positions of segments count the end of a line as one character.
            return source.text(0..<source.bytes.count).replacing("\r\n", with: "\n")
        }
        for place in project.documents.indices where project.documents[place].text == nil {
            let path = project.documents[place].paths.first { $0.attribute == "plainTextPath" }?.value
            project.documents[place].text = try text(at: path)
        }
        for place in project.memos.indices where project.memos[place].text == nil {
            project.memos[place].text = try text(at: project.memos[place].path)
        }
    }

    private static func built(
        _ records: [ForeignRecord], _ existing: Set<String>, _ known: KnownRecords?,
        _ spelling: @escaping Spelling
    ) -> ImportResult {
        var builder = SourceBuilder(besides: existing, known, spelling: spelling)
        for record in records { builder.add(record) }
        return builder.result
    }
}
