import CaseModel

/// A tour as those who heard it take it home: its steps, and the sources of the items that it stops at.
struct Handout {
    /// One step of the tour.
    struct Step {
        let number: Int
        let headline: Text
        /// The item that it stops at.
        let item: Item?
        /// The numbers of the item's sources in the handout, from 1, ascending.
        let references: [Int]
        let points: [Text]
        /// What the speaker has to say; nil unless notes are asked for.
        let notes: Text?
    }

    let title: Text
    /// How long the tour should take, in minutes.
    let minutes: Double?
    let steps: [Step]
    /// The sources in the order in which the steps come to them.
    let sources: [Source]

    init(_ tour: Tour, of graph: CaseGraph, notes: Bool) {
        var numbers: [ID<Source>: Int] = [:]
        var sources: [Source] = []
        var steps: [Step] = []
        for (number, step) in tour.steps.enumerated() {
            let item = step.at.flatMap(graph.position(of:)).map(graph.item)
            var references: [Int] = []
            for id in item?.citedSources ?? [] {
                guard let source = graph.source(id) else { continue }
                if numbers[id] == nil {
                    sources.append(source)
                    numbers[id] = sources.count
                }
                references += numbers[id].map { [$0] } ?? []
            }
            steps.append(
                Step(
                    number: number + 1, headline: step.headline, item: item, references: references.sorted(),
                    points: step.points, notes: notes ? step.notes : nil))
        }
        (title, minutes, self.steps, self.sources) = (tour.title, tour.minutes, steps, sources)
    }

    /// What stands over the list of sources.
    static let sourcesHeading = Text(chinese: "各步所涉条目的来源", english: "Sources of the items on the way")

    /// How long it should take, as one says it; nil where the tour does not say.
    func duration(in language: Language) -> String? {
        minutes.map { $0.figure + (language == .chinese ? " 分钟" : " min") }
    }

    /// Numbers in brackets, runs of three and more as one: `[1–3, 7]`.
    static func brackets(_ numbers: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        let words = runs.flatMap { run in
            run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map(String.init)
        }
        return words.isEmpty ? "" : "[" + words.joined(separator: ", ") + "]"
    }
}
