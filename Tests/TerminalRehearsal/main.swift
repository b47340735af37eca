// A minimal program in a terminal, for tests of faults.
//
// It shows its size, a list with Chinese text whose selection ↑ and ↓ move, and the last key. `q` ends it, `F`
// makes it draw without a pause, `~` ends it with an error, and digits crash it in the available ways. `c` sends a
// text to the clipboard and `C` one that is too long.

import Glibc
import Screen
import Terminal
import TextLayout

struct Refusal: Error {}

enum CurrentEnvironment {
    /// The width of ambiguous characters, from a variable of the tests.
    static let ambiguous = getenv("REHEARSAL_AMBIGUOUS").flatMap {
        AmbiguousWidth(rawValue: String(cString: $0))
    }
}

struct Rehearsal {
    var row = 0
    var keys = 0
    var last = "none"
    var resumptions = 0
    var floods = 0
    var isFlooding = false
    var isMouseUsed = false
    let notice: String
    /// True for a further line, in which characters of ambiguous width stand before a number that changes.
    let isMeasuring = CurrentEnvironment.ambiguous != nil

    static let lines = [
        "支持贵州闯新路", "成渝双城经济圈 हिन्दी क्षि กำ", "渝贵铁路 Chongqing–Guiyang Railway", "café e\u{301} 👩‍👩‍👧 🇫🇷 ❤️ 🫨 \u{301} ok",
        "藻渡水库",
    ]

    func picture(_ size: Size) -> Grid {
        var grid = Grid(size: size)
        func write(_ text: String, _ row: Int, _ style: Style = .plain) {
            grid.write(text, in: Rect(row: row, column: 0, columns: size.columns, rows: 1), style: style)
        }
        write("size \(size.columns)x\(size.rows) \(notice)", 0, Style(.bold))
        for (index, line) in Self.lines.enumerated() {
            let style = Style(index == row ? .reverse : .dim, colour: Colour(rawValue: UInt8(index + 2)))
            write(line, index + 1, style)
        }
        write("key \(last) count \(keys) resumed \(resumptions) end", Self.lines.count + 1)
        write("┌─┐ bright", Self.lines.count + 2, Style(colour: .brightGreen))
        if isMeasuring { write("①“渝”… é count \(keys) end", Self.lines.count + 3) }
        if isFlooding {
            for row in 0..<size.rows { write("\(floods &* 2_654_435_761 &+ row * 40503)", row) }
        }
        grid.cursor = Point(row: row + 1, column: 0)
        return grid
    }

    /// Handles an event; returns the exit status after the last one.
    mutating func answer(_ event: Terminal.Event, on terminal: Terminal) throws -> Int32? {
        switch event {
        case .key(.control("z")):
            terminal.suspend()
            resumptions += 1
        case .key(let key):
            keys += 1
            last = "\(key)"
            switch key {
            case .up: row = max(0, row - 1)
            case .down: row = min(Self.lines.count - 1, row + 1)
            case .character("q"): return 0
            case .character("m"):
                isMouseUsed.toggle()
                terminal.useMouse(isMouseUsed)
            case .character("F"): isFlooding = true
            case .character("c"):
                _ = terminal.offerToClipboard("渝贵铁路\u{1B}]0;title\u{07}\u{1B}\\ 开通")
            case .character("C"):
                let longest = Terminal.clipboardCapacity
                last = "\(terminal.offerToClipboard(String(repeating: "渝", count: longest / 3 + 1)))"
            case .character("~"): throw Refusal()
            #if DEBUG
                case .character("1"): Terminal.crash(by: .trap)
                case .character("2"): Terminal.crash(by: .abort)
                case .character("3"): Terminal.crash(by: .fault)
                case .character("4"): Terminal.crash(by: .stackOverflow)
                case .character("5"): Terminal.crash(by: .hang)
            #endif
            default: break
            }
        case .mouse(let event):
            keys += 1
            last = "mouse \(event.action) \(event.point.row),\(event.point.column)"
        case .pasted(let text):
            keys += 1
            last = "pasted \(text.debugDescription)"
        case .resized: break
        case .resumed: resumptions += 1
        case .interrupted: return 128 + SIGINT
        case .terminated(let signal): return 128 + signal
        case .hungUp: return 128 + SIGHUP
        case .readable, .writable: break
        }
        return nil
    }
}

do {
    AmbiguousWidth.current = CurrentEnvironment.ambiguous ?? .narrow
    let status: Int32 = try Terminal.run { terminal in
        let locale = terminal.localeFallback.map { "fell back: \($0)" } ?? "locale kept"
        var rehearsal = Rehearsal(
            notice: locale + (terminal.unknownType == nil ? "" : " as \(terminal.typeName)"))
        while true {
            terminal.present(rehearsal.picture(terminal.size))
            rehearsal.floods += 1
            for event in terminal.next(timeout: rehearsal.isFlooding ? 0 : nil) {
                if let status = try rehearsal.answer(event, on: terminal) { return status }
            }
        }
    }
    exit(status)
} catch let error as TerminalError {
    let sentence = Array("rehearsal: \(error)\n".utf8)
    _ = write(STDERR_FILENO, sentence, sentence.count)
    exit(69)
} catch {
    exit(70)
}
