import CaseModel

/// Why nothing could be said about a case at all.
package enum CaseFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing at the path (exit status 66).
    case missing(path: String)
    /// There is something, but the system does not let it be read (exit status 74).
    case unreadable(path: String, reason: String)

    /// One sentence with the path.
    package var description: String {
        switch self {
        case .missing(let path): "there is no file or folder '\(path)'; check the path"
        case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
        }
    }
}

/// What came of loading a case.
package struct LoadOutcome: Equatable, Sendable {
    /// The case; nil if and only if a diagnostic is an error.
    package let caseFile: Case?
    /// Everything found, sorted by file, line and column.
    package let diagnostics: [Diagnostic]

    /// Whether there is anything that keeps the case from being opened.
    package var hasErrors: Bool { caseFile == nil }
}

/// Reads case folders, single YAML files and packed cases.
package enum CaseReader {
    /// Reads whatever form of a case stands at the path and finds all that is wrong with it.
    ///
    /// - Throws: `CaseFileError` when the path leads nowhere or may not be read; bad data is not thrown but
    ///   told in the outcome.
    package static func read(path: String) throws(CaseFileError) -> LoadOutcome {
        let kind: FileBytes.Kind
        do {
            kind = try FileBytes.kind(of: path, following: true)
        } catch {
            let isMissing =
                error.code == FileBytes.Failure.noEntry || error.code == FileBytes.Failure.notAFolder
            throw isMissing ? .missing(path: path) : .unreadable(path: path, reason: error.reason)
        }
        let name = lastComponent(of: path)
        let ledger = LoadContext()
        if kind == .folder {
            do {
                _ = try FileBytes.names(in: path)
            } catch {
                throw .unreadable(path: path, reason: error.reason)
            }
            return read(CaseFolder(folder: path, name: name, ledger: ledger), name: name, ledger: ledger)
        }
        func limit(_ beginning: [UInt8]) -> Int {
            Pack.isPack(beginning) ? Limits.packBytes : Limits.fileBytes
        }
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(path, following: true, limit: limit)
        } catch {
            switch error {
            case .failed(let failure): throw .unreadable(path: path, reason: failure.reason)
            case .tooLarge: return refusing(name, .fileTooLarge(limit: Limits.fileBytes), ledger)
            }
        }
        if Pack.isPack(bytes) { return unpack(bytes, name: name, ledger: ledger) }
        return read(CaseFolder(file: bytes, name: name, ledger: ledger), name: name, ledger: ledger)
    }

    private static func read(_ folder: CaseFolder, name: String, ledger: LoadContext) -> LoadOutcome {
        var draft = CaseBuilder(ledger: ledger)
        let files = folder.texts.map { (file: $0, root: $0.composed(reportingTo: ledger)) }
        if files.contains(where: { $0.root == nil }) { ledger.isIncomplete = true }
        let newer = files.filter { file in
            file.root.map { CaseBuilder.refusesNewer($0, of: file.file, ledger: ledger) } ?? false
        }
        if !newer.isEmpty {
            return LoadOutcome(caseFile: nil, diagnostics: ledger.diagnostics.inReadingOrder())
        }
        for case (let file, let root?) in files { draft.add(root, of: file) }
        draft.finish(at: Address(file: SourceText(name: name, text: nil), line: 1, column: 1))
        return LoadOutcome(
            caseFile: ledger.hasErrors ? nil : draft.content, diagnostics: ledger.diagnostics.inReadingOrder()
        )
    }

    private static func unpack(_ bytes: [UInt8], name: String, ledger: LoadContext) -> LoadOutcome {
        do {
            return LoadOutcome(caseFile: try Pack.open(bytes), diagnostics: [])
        } catch {
            return refusing(name, .damagedPack(error), ledger)
        }
    }

    private static func refusing(_ name: String, _ complaint: DiagnosticMessage, _ ledger: LoadContext)
        -> LoadOutcome
    {
        ledger.report(complaint, at: Address(file: SourceText(name: name, text: nil), line: 1, column: 1))
        return LoadOutcome(caseFile: nil, diagnostics: ledger.diagnostics)
    }

    /// The last part of a path that names something: `yuqian` of `cases/yuqian/.`.
    private static func lastComponent(of path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        return parts.last.map(String.init) ?? "."
    }
}

extension [Diagnostic] {
    func inReadingOrder() -> [Diagnostic] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.file, a.line, a.column, left.offset) < (b.file, b.line, b.column, right.offset)
        }.map(\.element)
    }
}
