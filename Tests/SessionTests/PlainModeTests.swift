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

/// Plain mode through pipes.
@Suite struct PlainModeTests {
    /// What the program says to some lines, which it repeats, since nobody sees them typed.
    private func transcript(
        _ lines: [String], _ arguments: String = "--plain --lang en", environment: [String: String] = [:]
    ) throws -> Invocation {
        let input = lines.map { $0 + "\n" }.joined()
        return try Invocation(
            inShell: "printf '%s' \"$INPUT\" | $PROGRAM \(arguments)",
            ["INPUT": input].merging(environment) { _, new in new })
    }

    @Test func `a script goes from a driver to a citation`() throws {
        let said = try transcript([
            "pin drv-guizhou-new-path", "pin arr-pilot-zone-layout", "read prj-chongqing-guiyang-railway",
            "trace", "read prj-chongqing-guiyang-railway", "more", "copy 1", "1", "quit",
        ])
        #expect(said.status == 0)
        #expect(said.errors.isEmpty)
        for part in ["Pinned:", "Chongqing–Guiyang", "1 of ", "Evidence", "Copy", "(link 1)"] {
            #expect(said.output.contains(part), "\(part) is missing")
        }
        #expect(!said.output.contains("\u{1B}"))
    }

    @Test func `the end of the input is the end, also within a line`() throws {
        #expect(try transcript([]).status == 0)
        let cut = try Invocation(inShell: "printf 'where\\nlist' | $PROGRAM --plain --lang zh")
        #expect(cut.status == 0)
        #expect(cut.output.contains("第 1 栏，共识"))
    }

    @Test func `Backspace takes back a whole character where the terminal was not told of UTF-8`()
        throws
    {
        let terminal = try PseudoTerminal([Program.built("triptych"), "--plain", "--lang", "zh"])
        try terminal.wait(for: "共识，")
        let start = terminal.output.count
        terminal.send("共\u{7F}哪里\u{7F}\u{7F}where\n")
        try terminal.wait(for: "第 1 栏，共识", from: start)
        terminal.send("q\n")
        #expect(try terminal.end() == .exited(0))
        #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `a closed pipe ends it quietly`() throws {
        let said = try Invocation(inShell: "yes list | head -200 | $PROGRAM --plain --lang en | head -1")
        #expect(said.status == 0)
        #expect(said.errors.isEmpty)
    }

    @Test func `a dumb terminal and ACCESSIBLE ask for it without an option`() throws {
        let dumb = try transcript(["quit"], "", environment: ["TERM": "dumb", "LANG": "en_US.UTF-8"])
        #expect(dumb.output.contains("Type a number"))
        let accessible = try transcript(["quit"], "browse", environment: ["ACCESSIBLE": "1"])
        #expect(accessible.status == 0 && accessible.output.contains("1"))
        #expect(try transcript(["quit"], "", environment: ["ACCESSIBLE": "0"]).status == 64)
    }

    @Test func `a line that is no text does no harm`() throws {
        let said = try Invocation(
            inShell: "printf '\\377\\376\\033[2J\\000\\r\\nquit\\n' | $PROGRAM --plain --lang en")
        #expect(said.status == 0)
        #expect(!said.output.contains("\u{1B}"))
        #expect(said.output.contains("is not understood"))
        let long = try Invocation(
            inShell: "(head -c 300000 /dev/zero | tr '\\0' a; echo; echo quit) | $PROGRAM --plain --lang en")
        #expect(long.status == 0)
    }

    @Test func `lines are as wide, and as many at a time, as asked for`() throws {
        let said = try transcript(["overview", "more", "quit"], "--plain --lang en --width 40 --lines 8")
        let lines = said.output.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains { $0.hasPrefix("Line 8 of ") })
        #expect(try transcript(["quit"], "--plain --lines -1").status == 64)
    }

    @Test func `a tour is walked alone`() throws {
        let said = try transcript(
            ["next", "", "steps", "1", "q", "where", "quit"], "present --tour seminar --plain --lang en")
        #expect(said.status == 0)
        #expect(said.output.contains("Step 1 of "))
        let begun = try transcript(["tours", "1", "", "", "q", "quit"], "--plain --lang zh")
        #expect(begun.output.contains("第 1 步，共 "))
        #expect(begun.output.contains("讲解路线已结束"))
    }

    @Test func `a guest has it too`() throws {
        // A guest's session writes no file, so that its output is a pipe here.
        let said = try Invocation(
            inShell: "printf 'mark\\nquit\\n' | $PROGRAM browse --kiosk --plain --lang en | cat")
        #expect(said.status == 0 && said.errors.isEmpty)
        #expect(said.output.contains("No marks, notes or bookmarks are kept here"))
    }

    @Test func `a talk is followed, one announcement for each change`() throws {
        let folder = "/tmp/triptych-plain-\(getpid())-\(UInt32.random(in: .min ... .max))"
        mkdir(folder, 0o700)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let graph = CaseGraph(try BundledCase.open())
        let hub = try SeminarHub(
            name: SeminarName("x"), in: SeminarFolder(shared: folder),
            showing: SeminarHub.SharedCase(
                digest: Pack.digest(of: graph.case.withoutNotes), title: Text("x")))
        defer { hub.close() }
        var presenter = State(graph, size: Size(columns: 80, rows: 24))
        presenter.present(tour: 0)
        hub.show(presenter.talkPosition)

        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: Program.built("triptych"))
        process.arguments = ["follow", "x", "--dir", folder, "--plain", "--lang", "en"]
        process.environment = Program.environment()
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        defer { process.terminate() }
        let descriptor = FileDescriptor(output.fileHandleForReading.fileDescriptor)
        var said: [UInt8] = []
        func wait(for text: String) throws {
            let deadline = Deadline()
            while !String(decoding: said, as: UTF8.self).contains(text) {
                guard !deadline.isOver else {
                    throw Overdue(description: "no \(text) in \(String(decoding: said, as: UTF8.self))")
                }
                hub.answer(at: .now)
                let ready = Poll.wait(readers: [hub.descriptor, descriptor.number], milliseconds: 5)
                if ready.readers.contains(descriptor.number) { said += try descriptor.read(atMost: 65536) }
            }
        }
        try wait(for: "Step 1 of ")
        let point = try #require(graph.case.tours[0].steps[0].points.first?.text.english)
        _ = update(&presenter, with: .talk(.next))
        hub.show(presenter.talkPosition)
        try wait(for: "\n  \(point)\n")
        try input.fileHandleForWriting.write(contentsOf: Data("timeline\nexplore\nquit\n".utf8))
        try wait(for: "Off the path\ntimeline\n")
        while process.isRunning { hub.answer(at: .now) }
        #expect(process.terminationStatus == 0)
    }
}
