import BundledCase
import CaseModel
import Exports
import Explorer
import Screen

@testable import CaseFiles

extension FuzzTarget {
    /// A small sound case, whose panes, kinds, relation and source a file can refer to.
    private static let template = CaseTemplate(
        id: "base", title: "Base", panes: [("left", "Left"), ("middle", "Middle"), ("right", "Right")],
        language: .english
    ).files.map { (name: $0.name, bytes: Array($0.text.utf8)) }

    /// The template as a case.
    static let small: Case = {
        let path = Scratch.folder("template", template)
        guard let content = try? CaseReader.read(path: path).caseFile else {
            fatalError("the template is no case")
        }
        return content
    }()

    /// The case of the program.
    static let bundled: Case = {
        guard let content = try? BundledCase.open() else { fatalError("the bundled case does not open") }
        return content
    }()

    private static let caseFiles = [
        "case", "consensus", "arrangements", "projects-ecology", "places", "actors", "sources-papers",
        "sources-web",
    ].map { "Resources/cases/yuqian/\($0).yaml" }

    /// What the reader says of a case with this file beside the template; an outcome without errors is as sound as
    /// a pack has to be, and comes back from its own JSON.
    static func outcome(of bytes: [UInt8]) -> LoadOutcome {
        let path = Scratch.folder("case", template + [(name: "x.yaml", bytes: bytes)])
        guard let outcome = try? CaseReader.read(path: path, calledBy: "case") else {
            fatalError("a folder was not read")
        }
        require(outcome.diagnostics.count <= 2 * (Limits.diagnostics + 1), "too many diagnostics")
        for diagnostic in outcome.diagnostics.prefix(50) {
            require(diagnostic.line >= 1 && diagnostic.column >= 1, "no address: \(diagnostic)")
            requireSafe(diagnostic.rendered(in: .english))
            requireSafe(diagnostic.rendered(in: .chinese))
        }
        return outcome
    }

    static let yaml = FuzzTarget(
        name: "yaml",
        words: [
            "items:", "sources:", "places:", "actors:", "tours:", "relations:", "evidence:", "links:",
            "metrics:",
            "case:", "id:", "kind:", "title:", "- ", "{zh: ", "en: ", "}", "&a ", "*a", "<<: ", "!!str ",
            "|\n", ">\n",
            "'", "\"", "\\u202e", "---\n", "...\n", "%YAML 1.2\n", "1984~", "-0256", "left-1", "src-example",
            "follows-from",
        ],
        seeds: { template.map(\.bytes) }, files: caseFiles
    ) { bytes in
        guard let content = outcome(of: bytes).caseFile else { return }
        let packed = Pack.bytes(of: content)
        let opened = try? Pack.open(packed)
        require(
            opened == content, "a pack is not the case that was packed: \(Result { try Pack.open(packed) })")
        let json = Scratch.file("again.yaml", Array(content.jsonFile.utf8))
        let again = try? CaseReader.read(path: json, calledBy: "again")
        require(
            again?.caseFile == content,
            "its own JSON is another case: \(again?.diagnostics.map { $0.rendered(in: .english) } ?? [])")
    }

    static let json = FuzzTarget(
        name: "json", words: ["null", "true", "1e9", "\\u0000", "\\ud83d\\ude00", "{\"a\": ", "[", "\""],
        seeds: { [Array(#"{"a": [1, -2.5e+3, true, null, "\u6e1d\n\ud83d\ude00", {}], "b": ""}"#.utf8)] },
        files: ["Tests/ImportsTests/Fixtures/zotero.json"]
    ) { bytes in
        do throws(JSONMistake) {
            let value = try JSONValue(reading: bytes)
            let text = value.rendered()
            requireSafe(text)
            require(
                (try? JSONValue(reading: Array(text.utf8))) == value, "it reads as another value: \(text)")
        } catch {
            require((0...bytes.count).contains(error.offset), "an address beyond the end: \(error)")
            requireSafe(error.reason.sentence.en + error.reason.sentence.zh)
        }
    }

    static let pack = FuzzTarget(
        name: "pack", longest: 8192,
        seeds: {
            let path = Scratch.folder("case", template + [(name: "x.yaml", bytes: [])])
            return [path].compactMap { try? CaseReader.read(path: $0).caseFile }.map {
                Array(Pack.bytes(of: $0)[Pack.headerSize...])
            }
        }
    ) { bytes in
        _ = try? Pack.open(bytes)
        // A stranger's pack has a sound header; what follows is up to them.
        let whole = Pack.sealed(
            Pack.magic + [UInt8](repeating: 0, count: Pack.headerSize - Pack.magic.count) + bytes)
        do throws(PackError) {
            // An empty record stands in for one that breaks a rule.
            let opened = try Pack.open(whole)
            requireSafe(opened.jsonFile)
            draw(opened)
            let content = try Pack.verified(whole)
            require((try? Pack.verified(Pack.bytes(of: content))) == content, "it is packed as another case")
        } catch {
            requireSafe(error.sentence.en + error.sentence.zh)
        }
    }

    /// Draws every view of a case, with its first item in it and then without.
    private static func draw(_ content: Case) {
        let graph = CaseGraph(content)
        for view in ViewName.allCases {
            var state = State(graph, language: .chinese, size: Size(columns: 80, rows: 24))
            for position in [content.items.indices.first, nil] {
                state.begin(at: position, in: view)
                _ = Explorer.view(state)
            }
        }
    }

    static let tour = FuzzTarget(
        name: "tour",
        words: [
            "tours:\n", "- id: ", "title: ", "steps:\n", "view: ", "at: ", "pins: ", "headline: ", "points: ",
            "notes: ", "minutes: ", "filter: ", "map", "matrix", "prj-chongqing-guiyang-railway",
        ],
        seeds: {
            bundled.tours.map { tour in
                var tour = tour
                tour.steps = Array(tour.steps.prefix(3))
                return Array(TourFile.text(of: tour, remarks: ["a"]).utf8)
            }
        }, files: ["Resources/cases/yuqian/tours.yaml"]
    ) { bytes in
        guard let outcome = try? TourFile.read(path: Scratch.file("tour.yaml", bytes), into: bundled) else {
            fatalError("a file was not read")
        }
        for diagnostic in outcome.diagnostics.prefix(50) { requireSafe(diagnostic.rendered(in: .chinese)) }
        guard let content = outcome.caseFile else { return }
        for tour in content.tours.dropLast(bundled.tours.count) {
            let text = TourFile.text(of: tour, remarks: [])
            let path = Scratch.file("again.yaml", Array(text.utf8))
            let again = try? TourFile.read(path: path, into: bundled).caseFile
            require(again?.tours.first == tour, "it is written as another tour:\n\(text)")
        }
    }
}
