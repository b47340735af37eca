import BundledCase
import CaseFiles
import CaseModel
import Explorer
import Foundation
import Screen
import SessionSupport
import System
import Testing

@testable import Seminar
@testable import triptych

/// A follower whose presenter shows another case than the one open here.
@Suite struct ChangeOfCaseTests {
    /// A follower with the bundled case, and a presenter who comes and goes.
    private final class Visit {
        private let path = "/tmp/triptych-visit-\(getpid())-\(UInt32.random(in: .min ... .max))"
        private let folder: SeminarFolder
        private let client: SeminarClient
        private let name: SeminarName
        let own: Case
        /// The same under another id.
        let other: Case
        var hub: SeminarHub?
        var state: State

        init() throws {
            mkdir(path, 0o700)
            folder = SeminarFolder(shared: path)
            name = try SeminarName("x")
            own = try BundledCase.open()
            var other = own
            other.manifest.id = "another"
            self.other = other
            client = SeminarClient(
                at: .local(name, folder), as: .audience, holding: own, waitingForPlace: true, now: .now)
            state = State(CaseGraph(own), language: .english, size: Size(columns: 80, rows: 24))
            state.beginFollowing()
            state.load(.notebook(Notebook()))
        }

        deinit {
            hub?.close()
            try? FileManager.default.removeItem(atPath: path)
        }

        /// Opens the seminar on a case; the earlier one ends.
        func present(_ content: Case) throws {
            hub?.close()
            let hub = try SeminarHub(name: name, in: folder, showing: SeminarHub.SharedCase(of: content))
            hub.show(TalkPosition(place: ""))
            self.hub = hub
        }

        func press(_ keys: String) {
            for key in keys { _ = update(&state, key: key == "\n" ? .enter : .character(key)) }
        }

        var caseShown: String { state.graph.case.manifest.id.text }

        func run(_ what: String, until holds: (Visit) -> Bool) throws {
            let deadline = Deadline()
            while true {
                hub?.answer(at: .now)
                _ = try client.receive(into: &state, at: .now)
                client.send(state, at: .now)
                if holds(self) { return }
                guard !deadline.isOver else { throw Overdue(description: "\(what) did not come about") }
                Poll.wait(readers: (hub.map { [$0.descriptor] } ?? []) + client.readers, milliseconds: 5)
            }
        }
    }

    @Test func `a question asked before the talk reaches a presenter with another case`() throws {
        let visit = try Visit()
        try visit.run("nobody there") { $0.state.remark != nil }
        visit.press("hWhy?\n")
        try visit.present(visit.other)
        try visit.run("the other case") { $0.caseShown == "another" }
        try visit.run("the question") { $0.hub?.attendance.raised == 1 }
        #expect(visit.hub?.questions.map(\.text) == ["Why?"])
        #expect(visit.state.talk?.hand?.question == "Why?")
        #expect(view(visit.state).description.contains("✋"))
        // It can be taken back there.
        visit.press("h")
        try visit.run("no question") { $0.hub?.questions.isEmpty == true }
    }

    @Test func `a hand raised after a change of case is not taken for one lowered before`() throws {
        let visit = try Visit()
        try visit.present(visit.own)
        try visit.run("the talk") { $0.state.remark == nil && $0.hub?.attendance.followers == 1 }
        for _ in 0..<2 {
            visit.press("h\n")
            try visit.run("the hand") { $0.hub?.attendance.raised == 1 }
            visit.hub?.lowerHands()
            try visit.run("the hand down") { $0.state.talk?.hand == nil }
        }
        try visit.present(visit.other)
        try visit.run("the other case") { $0.caseShown == "another" && $0.hub?.attendance.followers == 1 }
        visit.press("hAnd now?\n")
        try visit.run("the question") { $0.hub?.attendance.hands.map(\.question) == ["And now?"] }
    }

    @Test func `a question that is being typed goes on in the other case`() throws {
        let visit = try Visit()
        try visit.run("nobody there") { $0.state.remark != nil }
        visit.press("hWhy b")
        try visit.present(visit.other)
        try visit.run("the other case") { $0.caseShown == "another" }
        visit.press("ridges?\n")
        try visit.run("the question") { $0.hub?.questions.map(\.text) == ["Why bridges?"] }
    }

    @Test func `another case waits for the end of a note, and of a search`() throws {
        for (open, typed, mode) in [("i", "b b", Mode.note), ("/", "b b", .list(.search))] {
            let visit = try Visit()
            try visit.run("nobody there") { $0.state.remark != nil }
            visit.press(open)
            #expect(visit.state.mode == mode)
            try visit.present(visit.other)
            try visit.run("the remark") {
                view($0.state).description.contains("the presenter's case is here")
            }
            visit.press(typed)
            #expect(visit.state.mode == mode && visit.caseShown == "yuqian")
            _ = update(&visit.state, key: .escape)
            _ = update(&visit.state, key: .escape)
            try visit.run("the other case") { $0.caseShown == "another" && $0.state.remark == nil }
        }
    }

    @Test func `the own case is taken up again without being fetched, with its own notebook`() throws {
        let visit = try Visit()
        try visit.present(visit.other)
        try visit.run("the other case") { $0.caseShown == "another" }
        #expect(visit.state.isFromPresenter)
        #expect(view(visit.state).description.contains("this is the presenter's case"))
        try visit.present(visit.own)
        try visit.run("the own case") { $0.caseShown == "yuqian" && $0.state.remark == nil }
        #expect(!visit.state.isFromPresenter)
        #expect(!view(visit.state).description.contains("the presenter's case"))
        // The case here has what a presenter never sends.
        let notes = visit.state.graph.case.tours.flatMap(\.steps).compactMap(\.notes)
        #expect(!notes.isEmpty)
        try visit.present(visit.other)
        try visit.run("the other case again") { $0.caseShown == "another" && $0.state.isFromPresenter }
    }
}
