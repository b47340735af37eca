import BundledCase
import Foundation
import CaseModel
import Explorer
import Screen
import Testing

/// What the README shows is what the program does. One part after the other: they mend the same file.
@Suite(.serialized) struct ReadmeTests {
    @Test(arguments: [LanguageChoice.english, .chinese])
    func `the key tables are the table's own`(language: LanguageChoice) throws {
        try Readme().expect(
            between: "<!-- keys \(language.rawValue) -->\n", and: "<!-- end of keys -->",
            is: KeyTable.markdown(language))
    }

    @Test func `the picture is the one that is drawn`() throws {
        let graph = CaseGraph(try BundledCase.open())
        var state = State(graph, language: .chinese, size: Size(columns: 80, rows: 24))
        state.show(try #require(graph.position(of: "drv-guizhou-new-path")))
        _ = update(&state, key: .enter)
        state.show(try #require(graph.position(of: "arr-pilot-zone-layout")))
        _ = update(&state, key: .enter)
        state.show(try #require(graph.position(of: "prj-chongqing-guiyang-railway")))
        let picture = view(state, size: state.size).description
        try Readme().expect(
            between: "```text\n", and: "```", is: picture + (picture.hasSuffix("\n") ? "" : "\n"))
    }

    @Test func `there are two sh blocks: install and run, and test`() throws {
        let blocks = try Readme().text.components(separatedBy: "```sh\n").dropFirst().map {
            $0.components(separatedBy: "```")[0]
        }
        #expect(blocks.count == 2)
        #expect(blocks.first?.contains("libncurses-dev") == true)
        #expect(blocks.first?.contains("swift run") == true)
        #expect(blocks.last?.contains("swift test") == true)
    }
}
