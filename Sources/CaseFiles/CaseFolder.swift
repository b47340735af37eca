import System

/// The YAML files of a case, found and read; what cannot be read is reported and left out.
struct CaseFolder {
    private let context: LoadContext
    private(set) var texts: [SourceText] = []
    private var paths: [(path: String, name: String)] = []
    private var bytes = 0

    /// Reads every `*.yaml` and `*.yml` under a folder, sorted by path.
    init(folder: String, name: String, context: LoadContext) {
        self.context = context
        search(folder, name: name, depth: 0)
        if paths.isEmpty { refuse(name, .noFiles) }
        if paths.count > Limits.files { refuse(name, .tooManyFiles) }
        let sorted = paths.prefix(Limits.files)
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for entry in sorted where bytes <= Limits.caseBytes { add(entry.path, name: entry.name) }
        if bytes > Limits.caseBytes { refuse(name, .caseTooLarge) }
    }

    /// Takes the bytes of a single file.
    init(file bytes: [UInt8], name: String, context: LoadContext) {
        self.context = context
        add(bytes, name: name)
    }

    private mutating func search(_ folder: String, name: String, depth: Int) {
        guard depth <= Limits.folderDepth else { return refuse(name, .folderTooDeep) }
        let entries: [String]
        do {
            // Names that begin with a dot belong to version control and editors.
            entries = try FileSystem.names(in: folder).filter { !$0.hasPrefix(".") }
        } catch {
            return refuse(name, .unreadableFolder(error.reason))
        }
        for entry in entries {
            let path = "\(folder)/\(entry)"
            let shown = "\(name)/\(entry)"
            let isYAML = entry.hasSuffix(".yaml") || entry.hasSuffix(".yml")
            // A file that is gone by now or may not be examined matters only if it is YAML.
            switch (try? FileSystem.status(of: path, followingLinks: false))?.kind {
            case .file: if isYAML { paths.append((path, shown)) }
            case .folder: search(path, name: shown, depth: depth + 1)
            case .symbolicLink:
                let target = (try? FileSystem.status(of: path))?.kind
                if isYAML || target == .folder { refuse(shown, .symbolicLink) }
            case .socket, .other: if isYAML { refuse(shown, .notAFile) }
            case nil: if isYAML { refuse(shown, .notAFile) }
            }
        }
    }

    private mutating func add(_ path: String, name: String) {
        do {
            let read = try WholeFile.read(path, followingLinks: false) { _ in Limits.fileBytes }
            bytes += read.count
            add(read, name: name)
        } catch {
            guard case .tooLarge = error.cause else {
                return refuse(name, .unreadableFile(error.reason))
            }
            refuse(name, .fileTooLarge(limit: Limits.fileBytes))
        }
    }

    private mutating func add(_ bytes: [UInt8], name: String) {
        if let text = String(validating: bytes, as: UTF8.self) {
            texts.append(SourceText(name: name, text: text))
            return
        }
        context.isIncomplete = true
        // The diagnostic points behind the text before the first wrong byte.
        let file = SourceText(name: name, text: Self.validPrefix(of: bytes))
        let line = file.line(file.lineCount) ?? ""
        context.report(
            .notUTF8, at: Address(file: file, line: file.lineCount, column: line.unicodeScalars.count + 1))
    }

    private static func validPrefix(of bytes: [UInt8]) -> String {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var text = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { text.append(scalar) }
        return String(text)
    }

    /// Reports something about a file or folder as a whole.
    private func refuse(_ name: String, _ message: DiagnosticMessage) {
        context.isIncomplete = true
        context.report(message, at: Address(file: SourceText(name: name, text: nil), line: 1, column: 1))
    }
}
