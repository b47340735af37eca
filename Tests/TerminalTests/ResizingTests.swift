import Glibc
import SessionSupport
import SeededRandom
import Testing

@Suite struct ResizingTests {
    @Test func everySizeIsDrawn() throws {
        let stage = try Stage()
        for (columns, rows) in [(300, 100), (40, 10), (132, 43), (80, 24)] {
            let mark = stage.terminal.output.count
            stage.terminal.resize(columns: columns, rows: rows)
            try stage.terminal.wait(for: "size", from: mark)
            try stage.terminal.wait(for: "bright", from: mark)
        }
        for (columns, rows) in [(1, 1), (1, 50), (200, 1), (2, 2), (0, 0)] {
            stage.terminal.resize(columns: columns, rows: rows)
        }
        let mark = stage.terminal.output.count
        stage.terminal.resize(columns: 90, rows: 25)
        try stage.terminal.wait(for: "bright", from: mark)
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test(arguments: [(1, 1), (1, 24), (80, 1), (3, 2), (300, 100), (0, 0), (65535, 65535), (65535, 1)])
    func everySizeIsEntered(_ columns: Int, _ rows: Int) throws {
        let terminal = try PseudoTerminal([Stage.program], columns: columns, rows: rows)
        try terminal.wait(for: Stage.clear)
        terminal.send("q")
        #expect(try terminal.end() == .exited(0))
    }

    @Test func backAtTheSameSizeItIsPaintedAfresh() throws {
        // In between, the terminal may have clipped the picture.
        let stage = try Stage()
        let mark = stage.terminal.output.count
        stage.terminal.signal(SIGWINCH)
        try stage.terminal.wait(for: Stage.clear, from: mark)
        try stage.terminal.wait(for: "bright", from: mark)
    }

    @Test func theEnvironmentHasNoSay() throws {
        let stage = try Stage(environment: ["LINES": "10", "COLUMNS": "33"], columns: 70, rows: 20)
        try stage.terminal.wait(for: "the size") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return text.contains("70x20") && text.contains("bright")
        }
    }

    @Test func burstsEndRight() throws {
        let session = try TmuxSession(Stage.program)
        let calm = try session.wait(for: "bright")
        var random = Seeded(seed: 11)
        for _ in 0..<20 {
            for _ in 0..<Int.random(in: 2...5, using: &random) {
                try session.resize(
                    columns: .random(in: 1...300, using: &random), rows: .random(in: 1...100, using: &random))
            }
            try session.resize(columns: 80, rows: 24)
            try session.wait(for: "the calm picture") { $0 == calm }
        }
    }

    @Test func twoHundredSizesInARow() throws {
        let stage = try Stage()
        var random = Seeded(seed: 3)
        for _ in 0..<200 {
            stage.terminal.resize(
                columns: .random(in: 1...300, using: &random), rows: .random(in: 1...100, using: &random))
            stage.terminal.send("\u{1B}[B")
        }
        // A size that is no random one, so that the last frame is known.
        stage.terminal.resize(columns: 301, rows: 24)
        try stage.terminal.wait(for: "301x24")
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }
}
