import System

/// The files of a case, found and read; what cannot be read is reported and left out.
struct CaseFolder {
    private let context: LoadContext
    private(set) var texts: [SourceText] = []
    private var paths: [(path: String, name: String)] = []
    /// What stands in the folder and is no file of a case.
    private var passedOver: [String] = []
    /// The folder without symbolic links, with a slash at its end.
    private var root = ""
    private var bytes = 0
    /// The texts of files that are to be changed, by their names.
    private var changes: [String: String] = [:]

    /// Reads every YAML and JSON file under a folder, sorted by path, and one that is not there yet; files that are to be
    /// changed as they will be.
    init(
        folder: String, adding addition: (name: String, text: String)? = nil,
        changing files: [EditedFile] = [],
        name: String, context: LoadContext
    ) {
        self.context = context
        changes = Dictionary(files.map { ($0.path, $0.text) }) { first, _ in first }
        root = (FileSystem.resolved(folder) ?? folder) + "/"
        search(folder, name: name == "/" ? "" : name, depth: 0)
        if paths.isEmpty { refuse(name, .noFiles) }
        if paths.count > Limits.files { refuse(name, .tooManyFiles) }
        let sorted = paths.prefix(Limits.files)
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for entry in sorted where bytes <= Limits.caseBytes { add(entry.path, name: entry.name) }
        if let addition {
            bytes += addition.text.utf8.count
            if addition.text.utf8.count > Limits.fileBytes {
                refuse(addition.name, .fileTooLarge(limit: Limits.fileBytes))
            } else {
                add(Array(addition.text.utf8), name: addition.name)
            }
        }
        if bytes > Limits.caseBytes { refuse(name, .caseTooLarge) }
        remark(on: name)
    }

    /// Takes the bytes of a single file.
    init(file bytes: [UInt8], name: String, context: LoadContext) {
        self.context = context
        add(bytes, name: name)
    }

    /// A path without slashes at its end, to which the names of files are appended.
    static func name(of path: String) -> String {
        var name = path[...]
        while name.count > 1, name.last == "/" { name.removeLast() }
        return String(name)
    }

    /// The paths of the files that would be read from a folder; each folder is passed on before it is read.
    static func paths(under folder: String, depth: Int = 0, entering: (String) -> Void = { _ in }) -> [String]
    {
        guard depth <= Limits.folderDepth else { return [] }
        entering(folder)
        guard let names = try? FileSystem.names(in: folder) else { return [] }
        var paths: [String] = []
        for path in names.filter({ !$0.hasPrefix(".") }).map({ "\(folder)/\($0)" }) {
            switch (try? FileSystem.status(of: path, followingLinks: false))?.kind {
            case .folder: paths += Self.paths(under: path, depth: depth + 1, entering: entering)
            case .file, .symbolicLink: if isOfACase(path) { paths.append(path) }
            case .socket, .other, nil: break
            }
            if paths.count > Limits.files { break }
        }
        return paths
    }

    /// True for a name of a case's file: `.yaml`, `.yml`, `.json` or `.geojson`, in letters of any case.
    private static func isOfACase(_ name: String) -> Bool {
        let name = name.suffix(8).lowercased()
        return [".yaml", ".yml", ".json", ".geojson"].contains(where: name.hasSuffix)
    }

    private mutating func search(_ folder: String, name: String, depth: Int) {
        guard depth <= Limits.folderDepth else { return refuse(name, .folderTooDeep) }
        let entries: [String]
        do {
            // Names that begin with a dot belong to version control and editors.
            entries = try FileSystem.names(in: folder).filter { !$0.hasPrefix(".") }
        } catch {
            return refuse(name, .unreadableFolder(error.reasonText))
        }
        for entry in entries {
            let path = "\(folder)/\(entry)"
            let shown = "\(name)/\(entry)"
            let isOfACase = Self.isOfACase(entry)
            let kind: FileSystem.Status.Kind?
            do { kind = try FileSystem.status(of: path, followingLinks: false).kind } catch {
                // What may not be examined may be a folder of the case.
                guard error.isMissing else {
                    refuse(shown, .unreadableFile(error.reasonText))
                    continue
                }
                // What is gone by now matters only if it was one of the case's files.
                kind = nil
            }
            switch kind {
            case .file:
                if isOfACase { paths.append((path, shown)) } else { passedOver.append(shown) }
            case .folder: search(path, name: shown, depth: depth + 1)
            case .symbolicLink: follow(path, name: shown, isOfACase: isOfACase)
            case .socket, .other, nil: if isOfACase { refuse(shown, .notAFile) }
            }
        }
    }

    /// Takes the target of a symbolic link, unless it is outside the case.
    private mutating func follow(_ path: String, name: String, isOfACase: Bool) {
        let target = FileSystem.resolved(path)
        let kind = target.flatMap { try? FileSystem.status(of: $0).kind }
        if kind == .folder { return refuse(name, .linkedFolder) }
        guard isOfACase else { return passedOver.append(name) }
        guard let target, let kind else { return refuse(name, .deadLink) }
        guard target.hasPrefix(root) else { return refuse(name, .leadsOut) }
        guard kind == .file else { return refuse(name, .notAFile) }
        paths.append((target, name))
    }

    private mutating func add(_ path: String, name: String) {
        do {
            let read =
                if let text = changes[name] {
                    Array(text.utf8)
                } else {
                    try WholeFile.read(path, followingLinks: false) { _ in Limits.fileBytes }
                }
            if read.count > Limits.fileBytes { return refuse(name, .fileTooLarge(limit: Limits.fileBytes)) }
            bytes += read.count
            add(read, name: name)
        } catch {
            guard case .tooLarge = error.cause else {
                return refuse(name, .unreadableFile(error.reasonText))
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

    /// Tells which files are no part of the case, as one may think that they are.
    private func remark(on name: String) {
        for file in passedOver.prefix(Limits.passedOver) { report(.passedOver, on: file) }
        let more = passedOver.count - Limits.passedOver
        if more > 0 { report(.morePassedOver(more), on: name) }
    }

    /// Reports why a file or folder as a whole is left out.
    private func refuse(_ name: String, _ message: DiagnosticMessage) {
        context.isIncomplete = true
        report(message, on: name)
    }

    private func report(_ message: DiagnosticMessage, on name: String) {
        context.report(message, at: Address(ofWhole: name))
    }
}
