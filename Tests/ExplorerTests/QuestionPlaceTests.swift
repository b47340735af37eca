import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// The place under which a question is kept is the one where its asker was.
@Suite struct QuestionPlaceTests {
    private static let bundled = Result { CaseGraph(try BundledCase.open()) }

    private func presenting() throws -> (rehearsal: Rehearsal, steps: [Tour.Step]) {
        let graph = try Self.bundled.get()
        let number = try #require(graph.case.tours.firstIndex { $0.id == "seminar" })
        var rehearsal = Rehearsal(graph, language: .english)
        rehearsal.present(tour: number)
        return (rehearsal, graph.case.tours[number].steps)
    }

    private func ask(_ follower: inout Rehearsal, with key: Key) throws -> RaisedHand {
        follower.press(key)
        follower.type("Why?")
        follower.press(.enter)
        return try #require(follower.state.talk?.hand)
    }

    @Test func `on the path a question is kept under the step`() throws {
        var (presenter, steps) = try presenting()
        for number in steps.indices {
            presenter.goTo(step: number)
            var follower = Rehearsal(try Self.bundled.get(), language: .english)
            follower.follow(presenter.state.talkPosition)
            let hand = try ask(&follower, with: "h")
            let place = presenter.state.namesPlace(of: hand.at, step: number)
            #expect(place?.hasPrefix("\(number + 1). ") == true)
        }
    }

    @Test func `off the path it is kept under what the asker saw, whatever the step`() throws {
        var (presenter, steps) = try presenting()
        for number in steps.indices {
            presenter.goTo(step: number)
            var follower = Rehearsal(try Self.bundled.get(), language: .english)
            follower.follow(presenter.state.talkPosition)
            follower.press("e", "4")
            let hand = try ask(&follower, with: "H")
            #expect(hand.at == "matrix")
            #expect(
                presenter.state.namesPlace(of: hand.at, step: number)
                    == LanguageChoice.english.localized(ViewName.chart(.matrix).title))
        }
    }

    @Test func `what was asked while nobody presented is not kept under the step of the return`() throws {
        var (presenter, steps) = try presenting()
        // The last step is at nothing, and so are the first ones of tours.
        let last = try #require(steps.indices.last { steps[$0].at == nil })
        presenter.goTo(step: last)
        var follower = Rehearsal(try Self.bundled.get(), language: .english)
        follower.follow(presenter.state.talkPosition)
        follower.remark(Text("the presenter has ended the seminar"))
        let hand = try ask(&follower, with: "h")
        #expect(hand.at != nil)
        let first = try #require(steps.indices.first { steps[$0].at == nil })
        let place = presenter.state.namesPlace(of: hand.at, step: first)
        #expect(place?.hasPrefix("\(first + 1). ") == false)
    }
}
