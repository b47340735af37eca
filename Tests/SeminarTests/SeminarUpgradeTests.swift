import CaseModel
import Foundation
import Testing

@testable import Seminar

/// Today's programs beside those of version 0.1.0, whose messages were recorded: a whole talk with a follower.
@Suite struct SeminarUpgradeTests {
    private static func recorded(_ name: String) throws -> [UInt8] {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/Upgrade")
        return Array(try Data(contentsOf: fixtures.appending(path: name)))
    }

    @Test func `a follower tells that the presenter's program is older`() throws {
        let bytes = try Self.recorded("presenter.bin")
        let room = Room()
        let listener = try ListeningSocket(of: SeminarName("渝黔"), in: room.folder)
        defer { listener.close() }
        let follower = try room.follow()
        follower.answer(at: room.now)
        let stream = try #require(listener.accept().stream)
        defer { stream.close() }
        _ = try stream.write(bytes[...])
        follower.answer(at: room.now)
        #expect(follower.status == .refused(.otherVersion(1)))
        #expect(follower.due == nil && follower.position == nil)
        #expect(
            "\(RejectReason.otherVersion(1))"
                == "the presenter's triptych speaks version 1 of the seminar, this one version "
                + "\(FrameForm.version); the presenter's is to be updated")
    }

    @Test func `a presenter tells an older follower its own version, and goes on`() throws {
        let bytes = try Self.recorded("follower.bin")
        let room = Room()
        let hub = try room.open()
        let other = try room.follow()
        hub.show(TalkPosition(place: "reservoir"))
        try room.run("a follower of this version") { other.position?.place == "reservoir" }
        let stream = try room.intrude()
        _ = try stream.write(bytes[...])
        room.turn(2)
        let (answer, hasEnded) = stream.drain()
        stream.close()
        #expect(hasEnded)
        // The first four bytes are the same in every version: the older program reads there which one this is.
        #expect(answer.prefix(4) == (FrameForm.magic + [FrameForm.version])[...])
        hub.show(TalkPosition(place: "railway"))
        try room.run("the next step") { other.position?.place == "railway" }
        #expect(hub.attendance.followers == 1)
    }

    /// Version 1 compared the fourth byte with its own, as today's program does with 2.
    @Test func `messages of version 1 are told by their fourth byte`() throws {
        for (name, version) in [("presenter.bin", 1), ("follower.bin", 1)] {
            let bytes = try Self.recorded(name)
            #expect(bytes.count > 16)
            #expect(Array(bytes.prefix(4)) == FrameForm.magic + [UInt8(version)])
        }
    }
}
