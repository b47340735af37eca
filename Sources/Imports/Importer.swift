import CaseModel

/// Reads the files of other programs: pure functions from bytes to records of the case and a report that names
/// every field which did not arrive.
///
/// `file` is the name of the file as messages should give it. `existing` are the ids of the case that the records
/// are added to; no record gets one of them. `spelling` reads Chinese characters for ids; without it a name in
/// Chinese gives way to the record's key.
package enum Importer {
    /// The works of a BibTeX or biblatex database.
    package static func bibTeX(
        _ bytes: [UInt8], file: String, existing: Set<String> = [],
        spelling: @escaping Spelling = { _ in nil }
    ) throws(ImportError) -> ImportResult {
        built(try BibTeXReader(SourceFile(bytes, name: file)).records, existing, spelling)
    }

    /// The works of a file in the tagged format of reference managers (RIS).
    package static func ris(
        _ bytes: [UInt8], file: String, existing: Set<String> = [],
        spelling: @escaping Spelling = { _ in nil }
    ) throws(ImportError) -> ImportResult {
        built(try RISReader(SourceFile(bytes, name: file)).records, existing, spelling)
    }

    /// The works of a CSL-JSON file, which citation processors read.
    package static func cslJSON(
        _ bytes: [UInt8], file: String, existing: Set<String> = [],
        spelling: @escaping Spelling = { _ in nil }
    ) throws(ImportError) -> ImportResult {
        built(try CSLReader(SourceFile(bytes, name: file)).records, existing, spelling)
    }

    private static func built(
        _ records: [ForeignRecord], _ existing: Set<String>, _ spelling: @escaping Spelling
    ) -> ImportResult {
        var builder = SourceBuilder(besides: existing, spelling: spelling)
        for record in records { builder.add(record) }
        return builder.result
    }
}
