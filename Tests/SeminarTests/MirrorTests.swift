import CaseModel
import Glibc
import SessionSupport
import Testing

@testable import Seminar

/// A mirror between a presenter and followers of its own, in one loop.
@Suite struct MirrorTests {
    /// The presenter's room with a mirror, whose own folder has followers.
    final class House {
        let far = Room()
        let near = Room()
        let mirror: Mirror
        private(set) var failure: (any Error)?

        init(caseSize: Int = 0, digest: String = Room.digest) throws {
            try far.open(caseBytes: (0..<caseSize).map { UInt8(truncatingIfNeeded: $0) })
            mirror = Mirror(
                of: .local(try SeminarName("渝黔"), far.folder), as: try SeminarName("near"), in: near.folder,
                holding: SeminarHub.SharedCase(digest: digest, title: Text("own"), places: Room.places),
                places: { _ in Room.places }, at: far.now)
        }

        /// Runs the loop until a condition is satisfied.
        func run(_ what: String, until holds: () -> Bool) throws {
            let deadline = Deadline()
            while !holds() {
                guard !deadline.isOver else { throw Overdue(description: "\(what) did not come about") }
                far.turn()
                do { try mirror.answer(at: far.now) } catch { failure = error }
                near.now = far.now
                near.turn()
                let dues = [mirror.due, far.hub?.due] + near.followers.map(\.due)
                if let due = dues.compactMap(\.self).min(), due > far.now, isIdle { far.now = due }
            }
        }

        private var isIdle: Bool {
            let readers =
                mirror.readers + near.followers.flatMap(\.readers) + (far.hub.map { [$0.descriptor] } ?? [])
            var watched = readers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            return poll(&watched, nfds_t(watched.count), 5) == 0
        }
    }

    @Test func `positions come through, for latecomers too, and everybody behind the mirror is counted`()
        throws
    {
        let house = try House()
        house.far.hub?.show(TalkPosition(place: "one", step: 1))
        let first = try house.near.follow("near")
        try house.run("the first place") { first.position?.place == "one" }
        house.far.hub?.show(TalkPosition(place: "two", step: 2))
        try house.run("the second place") { first.position?.place == "two" }
        let late = try house.near.follow("near")
        try house.run("a latecomer") { late.position?.place == "two" && late.status == .following }
        try house.run("who follows") { house.mirror.hub?.attendance.followers == 2 }
        try house.run("the presenter's count") { house.far.hub?.attendance.followers == 2 }
        _ = try house.far.follow()
        try house.run("one more, over there") { house.far.hub?.attendance.followers == 3 }
        late.leave()
        try house.run("one less") { house.far.hub?.attendance.followers == 2 }
    }

    @Test func `another case is fetched, and given out as it is`() throws {
        let house = try House(caseSize: 100_000, digest: "another")
        house.far.hub?.show(TalkPosition(place: "one"))
        let follower = try house.near.follow("near", digest: "another")
        var bytes: [UInt8] = []
        try house.run("the case") {
            follower.fetchCase()
            if case .caseFetched(let fetched) = follower.status { bytes = fetched }
            return !bytes.isEmpty
        }
        #expect(bytes == (0..<100_000).map { UInt8(truncatingIfNeeded: $0) })
        #expect(follower.welcome?.digest == Room.digest)
        #expect(follower.welcome?.title == Text(chinese: "渝黔协作", english: "Chongqing–Guizhou"))
    }

    @Test func `an end is an end here`() throws {
        let house = try House()
        house.far.hub?.show(TalkPosition(place: "one"))
        let follower = try house.near.follow("near")
        try house.run("the place") { follower.position?.place == "one" }
        house.far.hub?.close()
        house.far.hub = nil
        var reasons: [DisconnectReason] = []
        try house.run("the end") {
            if case .away(let reason, _) = follower.status, reasons.last != reason { reasons.append(reason) }
            return !reasons.isEmpty
        }
        #expect(reasons == [.ended])
        #expect(house.mirror.hub == nil)
        // The next seminar of the name is repeated again.
        try house.far.open().show(TalkPosition(place: "again"))
        try house.run("the next seminar") {
            follower.status == .following && follower.position?.place == "again"
        }
    }

    @Test func `a lost presenter is told after a while, and not before`() throws {
        let house = try House()
        house.far.hub?.show(TalkPosition(place: "one"))
        let follower = try house.near.follow("near")
        try house.run("the place") { follower.position?.place == "one" }
        house.far.hub?.close(hasEnded: false)
        house.far.hub = nil
        let lost = house.far.now
        try house.run("the loss") {
            if case .away = house.mirror.status { return true }
            return false
        }
        #expect(follower.status == .following)
        try house.run("the news of it") { follower.status == .away(.lost, attempts: 1) }
        #expect(house.far.now >= lost + Mirror.grace)
        #expect(house.failure == nil)
    }

    @Test func `its own end leaves no socket, and is not taken for the presenter's`() throws {
        let house = try House()
        house.far.hub?.show(TalkPosition(place: "one"))
        let follower = try house.near.follow("near")
        try house.run("the place") { follower.position?.place == "one" }
        house.mirror.close()
        house.near.turn()
        #expect(follower.status == .away(.mirrorEnded, attempts: 1))
        // As long as nobody is there, that is why.
        house.near.now = follower.due ?? house.near.now
        house.near.turn()
        #expect(follower.status == .away(.mirrorEnded, attempts: 2))
        #expect(access(try house.near.folder.socket(of: SeminarName("near")), F_OK) != 0)
    }

    @Test func `a name that is taken is an error`() throws {
        let house = try House()
        try house.near.open("near")
        house.far.hub?.show(TalkPosition(place: "one"))
        try house.run("the error") { house.failure != nil }
        #expect(house.failure as? SeminarError == .taken("near"))
    }
}
