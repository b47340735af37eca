import ArgumentParser
import CaseModel
import Exports
import Explorer

/// `triptych overview`: the case on one page.
struct Overview: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the case on one page: counts, evidence, how to cite, method and limits.",
        discussion: "Example: triptych overview --lang en")

    @OptionGroup var options: CaseOptions
    @Option(help: "text or json.") var format: OutputFormat = .text
    @OptionGroup var text: TextOptions

    func run() throws {
        try reporting {
            let graph = try options.open()
            switch format {
            case .json: StandardStream.output.write(OverviewExport.json(of: graph))
            case .text:
                StandardStream.output.write(
                    aboutText(
                        graph, language: options.languageChoice, columns: text.width,
                        isLinked: StandardStream.output.takesLinks))
            }
        }
    }
}
