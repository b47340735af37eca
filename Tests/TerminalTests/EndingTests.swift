import Glibc
import SessionSupport
import Testing

/// However the program ends, the terminal is restored and the shell gets the right status.
@Suite struct EndingTests {
    @Test func quietEnd() throws {
        let stage = try Stage()
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
        // xterm's description also restores the window's title.
        #expect(stage.terminal.text.hasSuffix(Stage.leave + "\u{1B}[23;0;0t"))
    }

    @Test func anErrorLeavesTheScreenToo() throws {
        let stage = try Stage()
        stage.terminal.send("~")
        #expect(try stage.terminal.end() == .exited(70))
        stage.expectRestored()
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func signals(_ signal: Int32) throws {
        let stage = try Stage()
        stage.terminal.signal(signal)
        #expect(try stage.terminal.end(milliseconds: 1000) == .exited(128 + signal))
        stage.expectRestored()
    }

    @Test(arguments: [("\u{03}", SIGINT), ("\u{1C}", SIGQUIT)])
    func signalsFromTheKeyboard(_ key: String, _ signal: Int32) throws {
        let stage = try Stage()
        stage.terminal.send(key)
        #expect(try stage.terminal.end(milliseconds: 1000) == .exited(128 + signal))
        stage.expectRestored()
    }

    @Test(arguments: [("1", [SIGILL, SIGTRAP]), ("2", [SIGABRT]), ("3", [SIGSEGV]), ("4", [SIGSEGV])])
    func crashes(_ key: String, _ signals: [Int32]) throws {
        // Swift's backtracer would otherwise write to the screen and wait for a key.
        // Without it, only our own stack is available to handlers.
        for backtracer in ["enable=yes,interactive=yes,color=no", "enable=no"] {
            let stage = try Stage(environment: ["SWIFT_BACKTRACE": backtracer])
            stage.terminal.send(key)
            let ending = try stage.terminal.end(milliseconds: 5000)
            #expect(signals.contains { ending == .signalled($0) }, "\(ending)")
            stage.expectRestored()
            #expect(!stage.terminal.text.contains("Press space"))
        }
    }

    @Test func whyItCrashedIsToldOnTheShellsScreen() throws {
        let stage = try Stage()
        stage.terminal.send("1")
        _ = try stage.terminal.end(milliseconds: 5000)
        #expect(stage.terminal.text.components(after: Stage.leave).contains("a deliberate trap\r\n"))
        #expect(stage.terminal.text.count(of: "a deliberate trap") == 1)
    }

    @Test func aCrashFromOutside() throws {
        let stage = try Stage()
        stage.terminal.signal(SIGSEGV)
        #expect(try stage.terminal.end() == .signalled(SIGSEGV))
        stage.expectRestored()
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aProgramThatAnswersNothing(_ signal: Int32) throws {
        let stage = try Stage()
        stage.terminal.send("5")
        // Inside the program's loop, only the alarm can react.
        stage.terminal.signal(signal)
        #expect(try stage.terminal.end(milliseconds: 1800) == .exited(128 + signal))
        stage.expectRestored()
    }

    @Test func outputThatNobodyReads() throws {
        let stage = try Stage()
        stage.terminal.send("F")
        // Its output fills the line, and it is blocked in a write.
        try stage.terminal.waitUntilAsleep()
        stage.terminal.signal(SIGTERM)
        #expect(try stage.terminal.end(milliseconds: 1800, reading: false) == .exited(128 + SIGTERM))
        #expect(stage.terminal.modes == stage.terminal.modesBefore)
    }

    @Test func ctrlSIsAKeyAndStopsNothing() throws {
        let stage = try Stage()
        stage.terminal.send("\u{13}\u{1B}[B")
        try stage.terminal.wait(for: "down")
        stage.terminal.send("q")
        #expect(try stage.terminal.end() == .exited(0))
        stage.expectRestored()
    }

    @Test(arguments: ["exec PROGRAM", "trap '' HUP; exec PROGRAM"])
    func theTerminalGoes(_ shell: String) throws {
        let stage = try Stage(shell: shell)
        stage.terminal.hangUp()
        #expect(try stage.terminal.end(milliseconds: 1000) == .exited(128 + SIGHUP))
        #expect(stage.terminal.processor < 300)
    }

    @Test func theTerminalGoesWhileItIsWrittenTo() throws {
        let stage = try Stage(shell: "trap '' HUP; exec PROGRAM")
        stage.terminal.send("F")
        try stage.terminal.waitUntilAsleep()
        stage.terminal.hangUp()
        #expect(try stage.terminal.end(milliseconds: 1500) == .exited(128 + SIGHUP))
    }
}
