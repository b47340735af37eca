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

/// The client of a seminar within the session's loop.
@Suite struct SeminarClientTests {
    @Test func `the state is modified only when a message has arrived`() throws {
        let folder = "/tmp/triptych-client-\(getpid())-\(UInt32.random(in: .min ... .max))"
        mkdir(folder, 0o700)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let graph = CaseGraph(try BundledCase.open())
        let shown = SeminarFolder(shared: folder)
        let digest = Pack.digest(of: graph.case.withoutNotes)
        let hub = try SeminarHub(
            name: SeminarName("x"), in: shown,
            showing: SeminarHub.SharedCase(digest: digest, title: Text("x")))
        defer { hub.close() }
        let client = SeminarClient(
            at: .local(try SeminarName("x"), shown), as: .audience, holding: graph.case,
            waitingForPlace: true,
            now: .now)
        var state = State(graph, size: Size(columns: 80, rows: 24))
        var presenter = state

        func show(_ command: Command, until holds: (State) -> Bool) throws {
            _ = update(&presenter, with: command)
            hub.show(presenter.talkPosition)
            let deadline = Deadline()
            repeat {
                guard !deadline.isOver else { throw Overdue(description: "no position came") }
                hub.answer(at: .now)
                Poll.wait(readers: [hub.descriptor] + client.readers, milliseconds: 5)
            } while try !client.receive(into: &state, at: .now) || !holds(state)
        }
        try show(.view(.timeline)) { $0.talkPosition == presenter.talkPosition }
        // The session writes nothing here; a follower that does not modify the state leaves it.
        state.remark = Text("untouched")
        for _ in 0..<3 {
            _ = update(&state, with: .move(.down))
            let viewpoint = state.viewpoint
            #expect(try !client.receive(into: &state, at: .now))
            client.send(state, at: .now)
            #expect(state.remark == Text("untouched"))
            #expect(state.viewpoint == viewpoint)
        }
        try show(.view(.map)) { $0.remark == nil }
        #expect(state.talkPosition == presenter.talkPosition)
    }
}
