import ArgumentParser
import CaseModel
import Explorer
import Seminar

/// `triptych present`: a tour, step by step.
struct Present: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Walk a tour step by step, the view that each step is about live behind it.",
        discussion: """
            Space, →, PgDn or n reveals the next point and then goes on; ←, PgUp or p goes back. e leaves the path \
            to explore, and returns to it; o lists the steps; b blanks the screen.

            Example: triptych present --tour seminar --name yuqian
            """)

    @OptionGroup var options: CaseOptions
    @OptionGroup var screen: ScreenOptions
    @Option(help: ArgumentHelp("The id of the tour (default: the first of the case).", valueName: "id"))
    var tour: String?
    @Option(help: ArgumentHelp("The number of the step to begin with.", valueName: "n")) var step = 1
    @OptionGroup var seminar: SeminarOptions
    @Option(
        help: ArgumentHelp(
            "Let others follow under this name, with 'triptych follow'.",
            discussion: "Your own second screen, with the notes: 'triptych follow --speaker'."))
    var name: String?
    @Option(
        help: ArgumentHelp(
            "Let at most so many follow (default and most: \(Hub.mostPlaces)).", valueName: "n"))
    var limit: Int?

    func validate() throws {
        guard let limit else { return }
        guard name != nil else { throw ValidationError("--limit is for --name: it is how many may follow") }
        guard (1...Hub.mostPlaces).contains(limit) else {
            throw ValidationError("--limit takes 1 to \(Hub.mostPlaces)")
        }
    }

    func run() throws {
        try reporting {
            let graph = try options.open()
            let tour = try number(in: graph)
            let steps = graph.case.tours[tour].steps.count
            guard (1...steps).contains(step) else {
                throw Failure(
                    "the tour \(graph.case.tours[tour].id) has \(steps) steps and no step \(step)",
                    .wrongUsage)
            }
            var session = Session(graph: graph, language: options.languageChoice, look: screen.look)
            session.present(
                tour: tour, step: step - 1,
                to: try name.map {
                    try Audience(named: $0, in: seminar.folder, places: limit, on: graph.case, at: .now)
                })
            try session.run()
        }
    }

    /// The number of the tour asked for.
    private func number(in graph: CaseGraph) throws -> Int {
        let tours = graph.case.tours
        guard let wanted = tour else {
            guard let first = tours.firstIndex(where: { !$0.steps.isEmpty }) else {
                throw Failure("the case has no tour to present", .missing)
            }
            return first
        }
        guard let number = tours.firstIndex(where: { $0.id.text == wanted }) else {
            let names = tours.map(\.id.text).joined(separator: ", ")
            throw Failure("the case has no tour '\(wanted)'; it has \(names)", .missing)
        }
        guard !tours[number].steps.isEmpty else {
            throw Failure("the tour \(wanted) has no steps", .missing)
        }
        return number
    }
}
