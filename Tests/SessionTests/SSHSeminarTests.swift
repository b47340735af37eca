import Foundation
import SeededRandom
import SessionSupport
import Testing

/// A seminar through a real sshd: each follower in its own language and size, with broken connections.
@Suite(.serialized) struct SSHSeminarTests {
    private struct Seat {
        let lang: String
        let columns: Int
        let rows: Int
    }

    private static let seats = [
        Seat(lang: "zh", columns: 80, rows: 24), Seat(lang: "en", columns: 120, rows: 40),
        Seat(lang: "en", columns: 40, rows: 20),
    ]

    @Test func `three followers and a latecomer leave the path, return, and survive the presenter's death`()
        throws
    {
        let talk = try SSHTalk()
        var presenter = try talk.present(step: 2)
        let audience = try Self.seats.map {
            ($0, try talk.follow(lang: $0.lang, columns: $0.columns, rows: $0.rows))
        }
        func everyone(isAt step: Int) throws {
            for (seat, window) in audience {
                try talk.wait(for: step, in: seat.lang, columns: seat.columns, on: window)
            }
        }
        try everyone(isAt: 2)
        talk.go(to: 3, with: presenter)
        try everyone(isAt: 3)

        let late = try talk.follow(lang: "zh", columns: 60, rows: 20)
        try talk.wait(for: 3, in: "zh", columns: 60, on: late)

        let (seat, wanderer) = audience[0]
        try wanderer.send("Down")
        try wanderer.wait(for: "已离开讲解路线")
        let wandered = try wanderer.picture()
        talk.go(to: 4, with: presenter)
        try talk.wait(for: 4, in: "zh", columns: 60, on: late)
        #expect(try wanderer.picture() == wandered)
        try wanderer.send("e")
        try talk.wait(for: 4, in: seat.lang, columns: seat.columns, on: wanderer)
        try everyone(isAt: 4)

        presenter.signal(SIGKILL)
        #expect(try presenter.end() == .signalled(SIGKILL))
        try wanderer.wait(for: "一有讲解就接上")
        try audience[1].1.wait(for: "browse on, it is tried again")
        // One continues alone, and is on the path again when the name is back.
        try wanderer.send("Down", "3", "r")
        try wanderer.wait(for: "已离开讲解路线")
        presenter = try talk.present(step: 5)
        try talk.wait(for: 5, in: "en", columns: 120, on: audience[1].1)
        #expect(try wanderer.picture().contains("已离开讲解路线"))
        try wanderer.send("e")
        try everyone(isAt: 5)
        try talk.wait(for: 5, in: "zh", columns: 60, on: late)

        // A stopped follower blocks nobody, and is right after it continues.
        let lines = LockedProcess.all(of: "ssh", with: "\(talk.server.port)")
        #expect(lines.count == 4)
        kill(lines[0], SIGSTOP)
        let shown = presenter.output.count
        talk.go(to: 2, with: presenter)
        try presenter.wait(for: talk.steps[1].beginning(in: "zh"), from: shown)
        var awake = 0
        for (seat, window) in audience + [(Seat(lang: "zh", columns: 60, rows: 20), late)] where awake < 3 {
            if (try? talk.wait(for: 2, in: seat.lang, columns: seat.columns, on: window, milliseconds: 3000))
                != nil
            {
                awake += 1
            }
        }
        #expect(awake == 3)
        kill(lines[0], SIGCONT)
        try everyone(isAt: 2)

        // Each connection is cut: every ssh process of this server is killed.
        for line in lines { kill(line, SIGKILL) }
        talk.go(to: 3, with: presenter)
        try everyone(isAt: 3)
        try talk.wait(for: 3, in: "zh", columns: 60, on: late)

        let bytes = try talk.heardBytes
        #expect(bytes.count >= 8)
        for heard in bytes { talk.expectNoSecret(in: heard) }
    }

    @Test func `a connection broken in the middle of a frame is replaced, and transfers start again`()
        throws
    {
        let talk = try SSHTalk()
        let presenter = try talk.present(step: 2)
        // The whole case goes over this connection: some hundred kilobytes in frames of thirty-two.
        var random = Seeded(seed: 22)
        let breaks = (0..<4).map { _ in 12_000 + Int(random.next() % 120_000) }
        let line = try FrayedLine(to: talk.server.port, breaks: breaks)
        let seat = try talk.follow(
            lang: "zh", columns: 80, rows: 24, port: line.port, "--case", Self.otherCase)
        try talk.wait(for: 2, in: "zh", columns: 80, on: seat)
        #expect(line.count == breaks.count + 1)
        talk.go(to: 4, with: presenter)
        try talk.wait(for: 4, in: "zh", columns: 80, on: seat)

        // The case arrived with every headline, and without any note.
        let bytes = try talk.heardBytes
        let headline = try #require(talk.steps[3].headline.zh)
        #expect(bytes.contains { $0.range(of: Data(headline.utf8)) != nil })
        for heard in bytes { talk.expectNoSecret(in: heard) }
        #expect(talk.secrets.count > 4)
    }

    private static let otherCase = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/cases/small").path()
}
