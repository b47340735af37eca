import CaseModel
import System
import TextLayout

/// Why a case could not be read at all.
package enum CaseFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing at the path (exit status 66).
    case missing(path: String)
    /// There is something, but the system does not let it be read (exit status 74).
    case unreadable(path: String, reason: Text)

    /// One sentence with the path.
    package var sentence: Text {
        switch self {
        case .missing(let path):
            Text(
                chinese: "没有文件或文件夹“\(path.safeToShow)”；请检查路径",
                english: "there is no file or folder '\(path.safeToShow)'; check the path")
        case .unreadable(let path, let reason):
            Text(
                chinese: "“\(path.safeToShow)”无法读取：\(reason.zh)",
                english: "'\(path.safeToShow)' cannot be read: \(reason.en)")
        }
    }

    package var description: String { sentence.en }
}

/// The result of loading a case.
package struct LoadOutcome: Equatable, Sendable {
    /// The case; nil if and only if a diagnostic is an error.
    package let caseFile: Case?
    /// All errors and warnings, sorted by file, line and column.
    package let diagnostics: [Diagnostic]
    /// Where the steps of its tours stand, in the order of the tours; empty for a packed case.
    package var steps: [StepPlaces] = []
    /// True for a packed case, whose files were checked when it was packed.
    package var isPacked = false

    /// The diagnostics with those of another part of the program, as many of each severity as one load reports; a last
    /// one says that there are more.
    package func diagnostics(adding others: [Diagnostic]) -> [Diagnostic] {
        var counts: [Diagnostic.Severity: Int] = [:]
        for diagnostic in diagnostics { counts[diagnostic.severity, default: 0] += 1 }
        var all = diagnostics
        for var other in others {
            let count = counts[other.severity, default: 0] + 1
            guard count <= Limits.diagnostics + 1 else { continue }
            counts[other.severity] = count
            if count > Limits.diagnostics {
                other.message = DiagnosticMessage.more(other.severity).message
                other.notes = []
            }
            all.append(other)
        }
        return all
    }
}

extension Case {
    /// The remarks on a case whose files are not at hand: on links by which something answers what began later.
    package func remarksWithoutPlace(calledBy name: String) -> [Diagnostic] {
        let graph = CaseGraph(self)
        return graph.outgoing.entries.compactMap { edge in
            guard let message = DiagnosticMessage.orderInTime(of: edge, in: graph) else { return nil }
            return Diagnostic(
                severity: message.severity, file: name, line: 0, column: 0, message: message.message,
                notes: message.notes)
        }
    }
}

/// Reads case folders, single YAML files and packed cases.
package enum CaseReader {
    /// Reads a case of any form, with all its errors and warnings.
    ///
    /// Diagnostics name files by the path as it is given, so that an editor can open them, unless `name` stands in
    /// for it. An addition is read as one more file of the folder, without being there, and files that are to be
    /// changed as they will be.
    ///
    /// - Throws: `CaseFileError` when there is nothing at the path or it may not be read. Bad data is not thrown
    ///   but reported in the outcome.
    package static func read(
        path: String, calledBy name: String? = nil, adding addition: (name: String, text: String)? = nil,
        changing files: [EditedFile] = []
    ) throws(CaseFileError) -> LoadOutcome {
        let name = name ?? CaseFolder.name(of: path)
        let kind: FileSystem.Status.Kind
        do {
            kind = try FileSystem.status(of: path).kind
        } catch {
            throw error.isMissing ? .missing(path: path) : .unreadable(path: path, reason: error.reasonText)
        }
        guard kind == .folder else { return try readFile(path, of: kind, calledBy: name) }
        do {
            _ = try FileSystem.names(in: path)
        } catch {
            throw .unreadable(path: path, reason: error.reasonText)
        }
        let context = LoadContext()
        let folder = CaseFolder(folder: path, adding: addition, changing: files, name: name, context: context)
        return read(folder, name: name, context: context)
    }

    /// The case in one file: a packed one, or YAML.
    private static func readFile(
        _ path: String, of kind: FileSystem.Status.Kind, calledBy name: String
    ) throws(CaseFileError) -> LoadOutcome {
        let context = LoadContext()
        // A pipe without a writer would be waited for, and a device may have no end.
        let isHandedOver = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"].contains(where: path.hasPrefix)
        if kind != .file, !isHandedOver { return refusing(name, .notAFile, context) }
        let bytes: [UInt8]
        do {
            // A pack is read as it is looked at; one that is handed over has to be taken as it comes.
            if kind == .file, !isHandedOver {
                let file = try RandomAccessFile(path)
                if Pack.isPack(try file.read(0..<8)) {
                    return opened(name, context) { () throws(PackError) in try Pack.open(file) }
                }
            }
            bytes = try WholeFile.read(path) {
                Pack.isPack($0) ? Limits.packBytes : Limits.fileBytes
            }
        } catch {
            guard case .tooLarge = error.cause else {
                throw .unreadable(path: path, reason: error.reasonText)
            }
            return refusing(name, .fileTooLarge(limit: Limits.fileBytes), context)
        }
        if Pack.isPack(bytes) {
            return opened(name, context) { () throws(PackError) in try Pack.open(bytes) }
        }
        return read(CaseFolder(file: bytes, name: name, context: context), name: name, context: context)
    }

    private static func read(_ folder: CaseFolder, name: String, context: LoadContext) -> LoadOutcome {
        var builder = CaseBuilder(context: context)
        // What cannot be parsed or is of a newer format, apart from what the contents of older files give rise to.
        let unread = LoadContext()
        var isNewer = false
        for file in folder.texts {
            // The values of a file take many times its size; they are let go before the next is read.
            guard let root = file.composed(reportingTo: unread) else {
                context.isIncomplete = true
                continue
            }
            if OutlineFile.isOne(file.name) {
                builder.addOutlines(root, of: file)
                continue
            }
            if CaseBuilder.refusesNewer(root, of: file, context: unread) { isNewer = true }
            if !isNewer { builder.add(root, of: file) }
        }
        if isNewer {
            return LoadOutcome(caseFile: nil, diagnostics: unread.diagnostics.inReadingOrder())
        }
        context.take(unread)
        builder.finish(at: Address(ofWhole: name))
        return LoadOutcome(
            caseFile: context.hasErrors ? nil : builder.content,
            diagnostics: context.diagnostics.inReadingOrder(), steps: context.steps
        )
    }

    private static func opened(
        _ name: String, _ context: LoadContext, _ open: () throws(PackError) -> Case
    ) -> LoadOutcome {
        do throws(PackError) {
            return LoadOutcome(caseFile: try open(), diagnostics: [], isPacked: true)
        } catch {
            return refusing(name, .damagedPack(error), context)
        }
    }

    /// The outcome with all records of a packed case looked at, so that damage is an error.
    package static func verified(_ outcome: LoadOutcome, calledBy name: String) -> LoadOutcome {
        guard outcome.isPacked, let content = outcome.caseFile else { return outcome }
        do throws(PackError) {
            try content.verify()
            return outcome
        } catch {
            return refusing(name, .damagedPack(error), LoadContext())
        }
    }

    private static func refusing(_ name: String, _ message: DiagnosticMessage, _ context: LoadContext)
        -> LoadOutcome
    {
        context.report(message, at: Address(ofWhole: name))
        return LoadOutcome(caseFile: nil, diagnostics: context.diagnostics)
    }
}

extension [Diagnostic] {
    /// The diagnostics by file, line and column.
    package func inReadingOrder() -> [Diagnostic] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            return (a.file, a.line, a.column, left.offset) < (b.file, b.line, b.column, right.offset)
        }.map(\.element)
    }
}
