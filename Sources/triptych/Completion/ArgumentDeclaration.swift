import ArgumentParser
import CaseFiles

/// An argument, option or flag of a command, as its declaration describes it.
struct ArgumentDeclaration {
    enum Completion {
        case none, files, folders
        case list([String])
        /// The parser knows the values by this label.
        case asked(String)
    }

    /// The command that declares it.
    let command: CommandName
    /// The names with their hyphens; none for an argument that is known by its place.
    let names: [String]
    let title: String
    let takesValue: Bool
    let isRepeating: Bool
    let completion: Completion

    /// What a command declares, without what its help hides.
    static func all(of name: CommandName) -> [ArgumentDeclaration] {
        let dump = try? JSONNode.read(Array(name.command._dumpHelp().utf8))
        var places = 0
        return (dump?["command"]?["arguments"]?.elements ?? []).compactMap { node in
            let isPlace = node["kind"]?.word == "positional"
            defer { places += isPlace ? 1 : 0 }
            guard node["shouldDisplay"]?.word == "true" else { return nil }
            return ArgumentDeclaration(node, of: name, place: isPlace ? places : nil)
        }
    }

    private init(_ node: JSONNode, of command: CommandName, place: Int?) {
        self.command = command
        names =
            place != nil
            ? []
            : (node["names"]?.elements ?? []).map {
                ($0["kind"]?.word == "short" ? "-" : "--") + ($0["name"]?.word ?? "")
            }
        title = node["abstract"]?.word ?? ""
        takesValue = node["kind"]?.word == "option"
        isRepeating = node["isRepeating"]?.word == "true"
        let kind = node["completionKind"]
        if let list = kind?["list"]?["values"]?.elements ?? node["allValueStrings"]?.elements {
            completion = .list(list.compactMap(\.word))
        } else if kind?["file"] != nil {
            completion = .files
        } else if kind?["directory"] != nil {
            completion = .folders
        } else if kind?["custom"] != nil {
            completion = .asked(place.map { "positional@\($0)" } ?? names.last ?? "")
        } else {
            completion = .none
        }
    }
}
