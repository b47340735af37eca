import ArgumentParser
import CaseFiles
import CaseModel
import Exports
import Explorer

/// `triptych show`: what the reader shows, as text.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print everything on one or more items: evidence, sources, links in both directions.",
        discussion: "Example: triptych show prj-chongqing-guiyang-railway --lang both")

    @OptionGroup var options: CaseOptions
    @Argument(help: "Ids of items.") var ids: [String]
    @Option(help: "text or json.") var format: OutputFormat = .text
    @OptionGroup var text: TextOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            let positions = try ids.map { id in try graph.position(named: id) }
            switch format {
            case .json: StandardStream.output.write(ItemExport.json(positions, of: graph))
            case .text:
                let texts = positions.map {
                    readerText(
                        graph, position: $0, language: options.languageChoice, columns: text.width,
                        isLinked: StandardStream.output.takesLinks)
                }
                let rule = "\n" + String(repeating: "─", count: text.width) + "\n"
                StandardStream.output.write(texts.joined(separator: rule))
            }
        }
    }
}

extension CaseGraph {
    /// The position of the item of this id; a sentence with the nearest id and 66 where there is none.
    func position(named id: String) throws -> Int {
        if let position = position(of: ID(id)) { return position }
        let nearest = Suggestion.nearest(to: id, among: `case`.items.map(\.id.text))
        let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
        throw Failure("the case has no item '\(id)'\(hint)", .missing)
    }
}
