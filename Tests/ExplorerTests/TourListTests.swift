import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// The choice of a tour: at the start of a talk, and in the explorer.
@Suite struct TourListTests {
    private func choosing(_ language: LanguageChoice = .english) throws -> Rehearsal {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: language)
        rehearsal.chooseTour()
        return rehearsal
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `every tour stands there with its title, minutes and steps`(language: LanguageChoice) throws {
        let rehearsal = try choosing(language)
        let picture = rehearsal.picture
        for (number, tour) in rehearsal.state.graph.case.tours.enumerated() {
            let minutes = try #require(tour.minutes?.figure)
            let size =
                language == .chinese
                ? "\(minutes) 分钟，\(tour.steps.count) 步" : "\(minutes) min, \(tour.steps.count) steps"
            let line = picture.split(separator: "\n").first { $0.contains(size) }
            #expect(
                line?.contains("\(number + 1)  ") == true && line?.contains(language.line(tour.title)) == true
            )
        }
        #expect(picture.contains(language == .chinese ? "自由浏览，不走路线" : "explore freely, without a tour"))
    }

    @Test func `a number chooses that tour, which ends with the program`() throws {
        var rehearsal = try choosing()
        rehearsal.press("2", .enter)
        #expect(rehearsal.state.talk?.tour == 1 && rehearsal.state.talk?.part == .presenter)
        rehearsal.press("q")
        #expect(rehearsal.effects == [.quit])
    }

    @Test func `whoever chooses none explores, and is asked again`() throws {
        for keys in [[.escape], [.end, .enter]] as [[Key]] {
            var rehearsal = try choosing()
            for key in keys { rehearsal.press(key) }
            #expect(rehearsal.state.talk == nil && rehearsal.state.picker == nil)
            rehearsal.press("O", "2", .enter)
            #expect(rehearsal.state.talk?.tour == 1)
            rehearsal.press("q")
            #expect(rehearsal.effects == [] && rehearsal.state.talk == nil, "back to where it was begun")
        }
    }
}
