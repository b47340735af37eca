import CaseModel
import Explorer
import Foundation
import System
import Testing

@testable import triptych

/// The clock of a talk, and the record by which it goes on after a crash.
@Suite struct TalkClockTests {
    private let start = ContinuousClock.now
    private func at(_ seconds: Int) -> ContinuousClock.Instant { start + .seconds(seconds) }

    @Test func `a seminar opened early begins when the talk moves`() {
        var clock = TalkClock()
        clock.note(step: 0, revealed: 0, at: start)
        clock.note(step: 0, revealed: 0, at: at(360))
        #expect(clock.reading(at: at(360)) == .init())
        clock.note(step: 0, revealed: 1, at: at(361))
        #expect(clock.reading(at: at(371)) == .init(elapsed: 10, atStep: 10, isRunning: true))
        clock.note(step: 1, revealed: 0, at: at(381))
        #expect(clock.reading(at: at(391)) == .init(elapsed: 30, atStep: 10, isRunning: true))
    }

    @Test func `it is paused, goes on, and is reset`() {
        var clock = TalkClock()
        clock.note(step: 0, revealed: 0, at: start)
        clock.toggle(at: start)
        clock.toggle(at: at(10))
        #expect(clock.reading(at: at(99)) == .init(elapsed: 10, atStep: 10, isRunning: false))
        clock.note(step: 1, revealed: 0, at: at(99))
        #expect(clock.reading(at: at(99)).isRunning == false, "a paused clock is not started by a move")
        clock.toggle(at: at(100))
        #expect(clock.reading(at: at(105)) == .init(elapsed: 15, atStep: 5, isRunning: true))
        clock.reset()
        #expect(clock.reading(at: at(200)) == .init())
        #expect(clock.firstStep == 1, "what is planned counts from here at once")
        clock.note(step: 2, revealed: 0, at: at(300))
        #expect(clock.reading(at: at(301)).elapsed == 1)
        #expect(clock.firstStep == 2)
    }

    @Test func `the plan counts from the step at which the clock began`() throws {
        var tour = Tour(id: "t", title: Text("t"))
        tour.steps = (0..<4).map { _ in Tour.Step(headline: Text("h"), view: .title) }
        #expect(tour.plan(at: 0, from: 0) == nil)
        tour.steps[0].minutes = 1
        tour.steps[1].minutes = 2.5
        tour.minutes = 10
        let whole = try #require(tour.plan(at: 1, from: 0))
        #expect(whole.whole == 600)
        #expect(whole.step == 60..<210)
        let rest = try #require(tour.plan(at: 2, from: 1))
        #expect(rest.whole == 540)
        #expect(rest.step == 150..<345)
        #expect(tour.plan(at: 0, from: 2)?.step == 0..<0, "a step before that has no time of its own")
    }

    @Test func `a clock that was stopped or reset comes back so`() {
        var stopped = TalkClock(elapsed: 198, firstStep: 0, isRunning: false, at: start)
        stopped.note(step: 3, revealed: 0, at: start)
        stopped.note(step: 4, revealed: 0, at: at(10))
        #expect(stopped.reading(at: at(20)) == .init(elapsed: 198, atStep: 0, isRunning: false))
        var reset = TalkClock(elapsed: 0, firstStep: 3, isRunning: false, at: start)
        reset.note(step: 3, revealed: 0, at: start)
        #expect(reset.reading(at: at(10)) == .init())
        reset.note(step: 4, revealed: 0, at: at(10))
        #expect(reset.reading(at: at(12)).elapsed == 2, "the next move starts it")
        let running = TalkClock(elapsed: 198, firstStep: 0, isRunning: true, at: start)
        #expect(running.reading(at: at(2)) == .init(elapsed: 200, atStep: 2, isRunning: true))
    }

    @Test func `what is done with the clock is kept at once, and passing time is not`() {
        let running = TalkRecord.Position(step: 3, revealed: 0, elapsed: 155, firstStep: 0, second: 1000)
        func position(_ elapsed: Int, firstStep: Int = 0, second: Int?) -> TalkRecord.Position {
            .init(step: 3, revealed: 0, elapsed: elapsed, firstStep: firstStep, second: second)
        }
        #expect(!position(160, second: 1005).differs(from: running))
        let paused = position(160, second: nil)
        #expect(paused.differs(from: running))
        #expect(position(0, second: nil).differs(from: paused), "a reset")
        #expect(position(0, second: 1005).differs(from: running), "a reset, and started again")
        #expect(running.differs(from: position(155, second: nil)), "started")
    }

    @Test func `a talk that broke off is found again, and one that ended is not`() throws {
        let folder = StateFolder(path: "/tmp/triptych-record-\(UInt32.random(in: .min ... .max))")
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        func record(_ tour: ID<Tour> = "tour", seminar: String? = "渝黔") throws -> TalkRecord {
            try #require(TalkRecord(of: tour, in: "case", seminar: seminar, folder: folder))
        }
        var first = try record()
        #expect(first.brokenOff == nil)
        let position = TalkRecord.Position(step: 6, revealed: 2, elapsed: 755, firstStep: 1, second: 86_390)
        first.keep(position)
        #expect(try record().brokenOff == nil, "the process that keeps it is alive")
        let path = folder.talk(on: "tour", in: "case", seminar: "渝黔")
        let kept = try String(decoding: WholeFile.read(path, filesOnly: true) { _ in 9999 }, as: UTF8.self)
        try WholeFile.write(kept.replacing(/process=\d+/, with: "process=4194999"), to: path)
        #expect(try record().brokenOff == position)
        try WholeFile.write(kept.replacing(/beginning=\d+/, with: "beginning=1"), to: path)
        #expect(try record().brokenOff == position, "its number is another process's now")
        #expect(position.elapsed(at: 10) == 775, "the clock goes on over midnight")
        #expect(position.elapsed(at: 40_000) == 755, "a gap of hours does not count")
        #expect(try record(seminar: nil).brokenOff == nil)
        #expect(try record("other").brokenOff == nil)
        first.remove()
        #expect(try record().brokenOff == nil)
        try WholeFile.write("step=x\nnonsense", to: path)
        #expect(try record().brokenOff == nil)
    }
}
