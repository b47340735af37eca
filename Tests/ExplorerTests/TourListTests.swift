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
    func `without a talk, a key of talks says how one begins here`(language: LanguageChoice) throws {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: language)
        rehearsal.press("e")
        let words = language == .chinese ? "没有在讲解；O 列出讲解路线" : "no talk is running; O lists the tours"
        #expect(rehearsal.lastLine.contains(words))
        rehearsal.press("O")
        #expect(rehearsal.picture.contains(language == .chinese ? "讲解路线（Enter" : "Tours (Enter begins one"))
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

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `on a narrow screen no figure is cut, and the list says what it is for`(language: LanguageChoice)
        throws
    {
        for columns in [30, 40, 60, 80] {
            var rehearsal = Rehearsal(
                CaseGraph(try BundledCase.open()), columns: columns, rows: 20, language: language)
            rehearsal.remark(nil, aside: Text(chinese: "' 回到上次离开处", english: "' leads to where you left"))
            rehearsal.chooseTour()
            let picture = rehearsal.picture
            #expect(picture.contains(language == .chinese ? "讲哪一条路线？" : "Which tour?"))
            for (number, tour) in rehearsal.state.graph.case.tours.enumerated() {
                let line = picture.split(separator: "\n").map { row in
                    row.drop { "│ ".contains($0) }.reversed().drop { "│ ".contains($0) }.reversed()
                }.map { String($0) }.first { $0.hasPrefix("\(number + 1)  ") }
                let text = try #require(line?.dropFirst(3))
                let (minutes, steps) = (try #require(tour.minutes?.figure), tour.steps.count)
                let sizes =
                    language == .chinese
                    ? ["  \(minutes) 分钟，\(steps) 步", "  \(minutes) 分钟", ""]
                    : ["  \(minutes) min, \(steps) steps", "  \(minutes) min", ""]
                let title = language.line(tour.title)
                #expect(
                    sizes.contains { text == title + $0 }
                        || text.hasSuffix("…") && title.hasPrefix(text.dropLast()))
            }
            #expect(rehearsal.lastLine.contains("Enter ") && rehearsal.lastLine.contains("Esc "))
            rehearsal.press(.escape)
            #expect(rehearsal.lastLine.contains("'"), "what the list hid is said then")
        }
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
