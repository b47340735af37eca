import CaseFiles
import CaseModel

// Lookup of names from the command line in the case; an unknown name ends the program with 66.

extension Failure {
    /// The failure for a name that the case does not have, with the most similar one, and all names if they are
    /// few.
    init(missing noun: String, _ name: String, among names: [String]) {
        let nearest = Suggestion.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
        let isShort = (1...24).contains(names.count)
        let list = isShort ? (nearest == nil ? "; it has " : " It has ") + names.joined(separator: ", ") : ""
        self.init("the case has no \(noun) '\(name)'\(nearest ?? "")\(list)", .missing)
    }
}

extension CaseGraph {
    /// The position of the item with this id.
    func position(named id: String) throws -> Int {
        if let position = position(of: ID(id)) { return position }
        throw Failure(missing: "item", id, among: `case`.items.map(\.id.text))
    }

    /// The kind with this id.
    func kind(named id: String) throws -> Kind {
        if let kind = `case`.kinds.first(where: { $0.id.text == id }) { return kind }
        throw Failure(missing: "kind", id, among: `case`.kinds.map(\.id.text))
    }

    /// The number of the tour with this id.
    func tour(named id: String) throws -> Int {
        if let number = `case`.tours.firstIndex(where: { $0.id.text == id }) { return number }
        throw Failure(missing: "tour", id, among: `case`.tours.map(\.id.text))
    }
}
