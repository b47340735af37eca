import BundledCase
import CaseModel
import Explorer
import Foundation
import Screen
import SessionSupport
import System
import Testing

@testable import Seminar
@testable import triptych

/// A presenter, a speaker's screen and a follower as the program's own loop drives them, over a real socket.
@Suite struct SteeringTests {
    private final class Lectern {
        let path = "/tmp/triptych-lectern-\(getpid())-\(UInt32.random(in: .min ... .max))"
        let host: SeminarHost
        private let clients: [SeminarClient]
        var presenter: State
        var speaker: State
        var follower: State

        init(questions file: String? = nil) throws {
            mkdir(path, 0o700)
            let folder = SeminarFolder(shared: path)
            let graph = CaseGraph(try BundledCase.open())
            let place = path
            let kept = try file.map { try QuestionFile(place + "/" + $0, continuing: false) }
            host = try SeminarHost(
                named: "x", in: folder, capacity: SeminarHub.largestCapacity, on: graph.case,
                occasion: Occasion(presenter: "A. Presenter", join: "ssh seminar@host"), questions: kept)
            presenter = State(graph, language: .english, size: Size(columns: 80, rows: 24))
            presenter.present(tour: try #require(graph.case.tours.firstIndex { $0.id == "seminar" }))
            host.enter(&presenter)
            (speaker, follower) = (presenter, presenter)
            speaker.beginFollowing()
            follower.beginFollowing()
            (speaker.seminar, follower.seminar) = (nil, nil)
            let address = SeminarAddress.local(try SeminarName("x"), folder)
            clients = [.speaker, .audience].map {
                SeminarClient(
                    at: address, as: $0, holding: graph.case.withoutNotes, waitingForPlace: true, now: .now)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// Presses a key on the speaker's screen, or on the presenter's.
        func press(_ key: Key, onSpeakers: Bool) {
            let effects = onSpeakers ? update(&speaker, key: key) : update(&presenter, key: key)
            for case .order(let order) in effects {
                if onSpeakers {
                    #expect(clients[0].carryOut(order, at: .now))
                } else {
                    #expect(host.carryOut(order, at: .now))
                }
            }
        }

        func run(_ what: String, until holds: (Lectern) -> Bool) throws {
            let deadline = Deadline()
            while true {
                _ = host.receive(into: &presenter, at: .now)
                host.send(presenter, at: .now)
                _ = try clients[0].receive(into: &speaker, at: .now)
                _ = try clients[1].receive(into: &follower, at: .now)
                clients[0].send(speaker, at: .now)
                clients[1].send(follower, at: .now)
                if holds(self) { return }
                guard !deadline.isOver else { throw Overdue(description: "\(what) did not come about") }
                Poll.wait(readers: host.readers + clients.flatMap(\.readers), milliseconds: 5)
            }
        }
    }

    @Test func `the speaker's screen goes on, back, to a step and blank, and all screens with it`() throws {
        let lectern = try Lectern()
        try lectern.run("the speaker's screen") { $0.speaker.board != nil && $0.follower.step != nil }
        lectern.press("G", onSpeakers: true)
        _ = update(&lectern.speaker, key: "4")
        lectern.press(.enter, onSpeakers: true)
        try lectern.run("step 4") { $0.presenter.talk?.step == 3 && $0.follower.talk?.step == 3 }
        for _ in 0..<2 { lectern.press(" ", onSpeakers: true) }
        try lectern.run("two points") { $0.follower.talk?.revealed == 2 && $0.speaker.talk?.revealed == 2 }
        lectern.press("p", onSpeakers: true)
        lectern.press("b", onSpeakers: true)
        try lectern.run("the pause") { $0.follower.talk?.isBlank == true }
        #expect(lectern.presenter.talk?.revealed == 1)
        #expect(view(lectern.follower).description.contains("The talk is paused"))
        #expect(view(lectern.speaker).description.contains("The talk is paused"))
    }

    @Test func `the clock is started, paused and reset from the speaker's screen`() throws {
        let lectern = try Lectern()
        try lectern.run("the speaker's screen") { $0.speaker.board != nil && $0.follower.step != nil }
        #expect(lectern.speaker.board?.timer.isRunning == false)
        lectern.press("c", onSpeakers: true)
        try lectern.run("the clock running") { $0.speaker.board?.timer.isRunning == true }
        lectern.press("c", onSpeakers: true)
        try lectern.run("the clock paused") { $0.speaker.board?.timer.isRunning == false }
        lectern.press(" ", onSpeakers: true)
        lectern.press("C", onSpeakers: true)
        try lectern.run("the clock at 0:00") {
            $0.speaker.board?.timer == .init() && $0.presenter.talk?.revealed == 1
        }
    }

    @Test func `a question reaches speaker and file, and is answered off`() throws {
        let lectern = try Lectern(questions: "questions.md")
        try lectern.run("both there") { $0.speaker.board != nil && $0.presenter.seminar?.followers == 1 }
        _ = update(&lectern.follower, key: "h")
        for key in "Why *here*?" { _ = update(&lectern.follower, key: .character(key)) }
        _ = update(&lectern.follower, key: .enter)
        try lectern.run("the question") { $0.presenter.seminar?.hands.count == 1 }
        #expect(view(lectern.presenter).description.contains("1 follows ✋1"))
        try lectern.run("the question on the speaker's screen") {
            view($0.speaker).description.contains("Why *here*?")
        }
        let file = try String(contentsOfFile: lectern.path + "/questions.md", encoding: .utf8)
        #expect(file.contains("- [ ] ") && file.contains("Why \\*here\\*? (1. "))
        lectern.press("h", onSpeakers: true)
        lectern.press(.enter, onSpeakers: true)
        try lectern.run("the hand down") {
            $0.follower.talk?.hand == nil && $0.presenter.seminar?.hands == []
        }
        #expect(view(lectern.follower).description.contains("your hand has been lowered"))
        try lectern.run("the question ticked") {
            let file = try? String(contentsOfFile: $0.path + "/questions.md", encoding: .utf8)
            return file?.contains("- [x] ") == true
        }
    }

    @Test func `a question that is asked again after a crash stays where and when it was asked`() throws {
        let path = "/tmp/triptych-questions-\(getpid())-\(UInt32.random(in: .min ... .max)).md"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let state = State(
            CaseGraph(try BundledCase.open()), language: .english, size: Size(columns: 80, rows: 24))
        func question(_ number: Int, _ minute: Int, _ text: String, answered: Bool = false) -> SeminarQuestion
        {
            SeminarQuestion(
                number: number, minute: minute, at: nil, step: 3, text: text, isAnswered: answered)
        }
        let asked = [question(1, 600, "Why *here*?"), question(2, 601, "Why?"), question(3, 602, "Why?")]
        #expect(try QuestionFile(path, continuing: false).write(asked, of: "x", in: state) == nil)
        let before = try String(contentsOfFile: path, encoding: .utf8)
        let resumed = try QuestionFile(path, continuing: true)
        let again = [question(1, 610, "Why?"), question(2, 610, "Why *here*?", answered: true)]
        #expect(resumed.write([again[0]], of: "x", in: state) == nil)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
        #expect(resumed.write(again + [question(3, 611, "Who?")], of: "x", in: state) == nil)
        let after = try String(contentsOfFile: path, encoding: .utf8)
        let lines = after.split(separator: "\n").filter { $0.hasPrefix("- ") }.map { $0.prefix(16) }
        #expect(
            lines == [
                "- [x] 10:00 Why ", "- [ ] 10:01 Why?", "- [ ] 10:02 Why?", "- [ ] 10:11 Who?",
            ])
        #expect(after.components(separatedBy: "# Questions: x").count == 3)
    }

    @Test func `a presenter who died is offered to go on, or goes on at once with --resume`() throws {
        let folder = "/tmp/triptych-resumed-\(getpid())-\(UInt32.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func present(_ more: String...) throws -> PseudoTerminal {
            try PseudoTerminal(
                [Program.built("triptych"), "present", "--tour", "seminar", "--lang", "en"] + more,
                environment: Program.environment(["XDG_STATE_HOME": folder]))
        }
        #expect(
            try present("--resume").end() == .exited(66), "there is nothing to resume")
        let first = try present()
        try first.wait(for: "1/17")
        first.send("o4\r")
        try first.wait(for: "4/17")
        first.send(" ")
        try first.wait(for: "●")
        try first.waitUntilAsleep()
        first.signal(SIGKILL)
        _ = try first.end()
        let second = try present()
        try second.wait(for: "r goes on at step 4")
        second.send("r")
        try second.wait(for: "going on at step 4")
        try second.waitUntilAsleep()
        second.signal(SIGKILL)
        _ = try second.end()
        let third = try present("--resume")
        try third.wait(for: "4/17")
        third.send("Q")
        #expect(try third.end() == .exited(0))
        let fourth = try present("--resume")
        #expect(try fourth.end() == .exited(66), "a talk that ended is not resumed")
    }

    @Test func `a follower's title step shows how to join, as the presenter's does`() throws {
        let lectern = try Lectern()
        lectern.presenter.occasion = Occasion(presenter: "A. Presenter", join: "ssh seminar@host")
        lectern.presenter.refresh()
        try lectern.run("the title") { view($0.follower).description.contains("join: ssh seminar@host") }
        let seen = { (state: State) in view(state).description.split(separator: "\n").dropLast() }
        #expect(seen(lectern.follower) == seen(lectern.presenter))
    }

    @Test(arguments: [LanguageChoice.chinese, .english])
    func `presenter and follower are told at once of a case that is too large to send`(
        language: LanguageChoice
    ) throws {
        let path = "/tmp/triptych-lectern-\(getpid())-\(UInt32.random(in: .min ... .max))"
        mkdir(path, 0o700)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = SeminarFolder(shared: path)
        let bundled = try BundledCase.open()
        var content = bundled
        content.items[0].summary = Text(String(repeating: "large ", count: 6 << 20))
        let host = try SeminarHost(
            named: "x", in: folder, capacity: SeminarHub.largestCapacity, on: content)
        var presenter = State(CaseGraph(bundled), language: language, size: Size(columns: 80, rows: 24))
        presenter.present(tour: 0)
        host.enter(&presenter)
        let size = "\(try #require(Follower.largestCase < 36 << 20 ? 36 : nil)) MiB"
        let last = view(presenter).description.split(separator: "\n").last ?? ""
        let words =
            language == .chinese
            ? "案例 \(size)，太大不能发送；跟随者须用 --case" : "case too large to send (\(size)): followers need --case"
        #expect(last.contains(words))
        for isGuest in [false, true] {
            let client = SeminarClient(
                at: .local(try SeminarName("x"), folder), as: .audience, holding: bundled,
                waitingForPlace: !isGuest, now: .now)
            var follower = State(CaseGraph(bundled), language: language, size: Size(columns: 80, rows: 24))
            follower.beginFollowing()
            let refusal = #expect(throws: Failure.self) {
                let deadline = Deadline()
                while !deadline.isOver {
                    _ = try client.receive(into: &follower, at: .now)
                    _ = host.receive(into: &presenter, at: .now)
                    host.send(presenter, at: .now)
                    Poll.wait(readers: host.readers + client.readers, milliseconds: 5)
                }
            }
            let sentence = isGuest ? (language == .chinese ? "请告诉讲解者" : "tell the presenter") : size
            #expect(refusal?.description.contains(sentence) == true)
        }
    }
}
