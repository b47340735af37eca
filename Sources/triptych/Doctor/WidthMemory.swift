import CaseModel
import System

/// The widths of ambiguous characters that terminals have been asked for, a line for each type of terminal, so that a
/// session need not ask again.
struct WidthMemory {
    let path: String

    /// The memory in the user's state folder.
    init(in folder: StateFolder) { path = folder.path + "/ambiguous-width" }

    /// What a terminal of this type answered the last time.
    func width(of terminal: String) -> Configuration.AmbiguousWidth? {
        entries[terminal]
    }

    /// Keeps an answer.
    func remember(_ width: Configuration.AmbiguousWidth, of terminal: String) throws(SystemError) {
        guard !terminal.isEmpty, !terminal.contains(where: \.isWhitespace) else { return }
        var entries = entries
        guard entries[terminal] != width else { return }
        entries[terminal] = width
        let lines = entries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)\n" }
        try WholeFile.write(lines.joined(), to: path, permissions: 0o600)
    }

    private var entries: [String: Configuration.AmbiguousWidth] {
        let bytes = (try? WholeFile.read(path, filesOnly: true, limit: { _ in 1 << 16 })) ?? []
        var entries: [String: Configuration.AmbiguousWidth] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.count == 2, let width = Configuration.AmbiguousWidth(rawValue: words[1]) {
                entries[words[0]] = width
            }
        }
        return entries
    }
}
