import ArgumentParser
import System

/// The options of plain mode.
struct PlainOptions: ParsableArguments {
    @Flag(
        name: .customLong("plain"),
        help: ArgumentHelp(
            localized(
                zh: "逐行模式：供读屏软件、慢速线路和脚本使用，不画屏幕。",
                en: "Line by line, for screen readers, slow lines and scripts; nothing is drawn."),
            discussion: localized(
                zh: "TERM=dumb 或 ACCESSIBLE=1 时自动采用。输入和输出可以是管道。",
                en: "Also taken for TERM=dumb and ACCESSIBLE=1. Input and output may be pipes.")))
    var isOn = false
    @Option(
        name: .customLong("lines"),
        help: ArgumentHelp(
            localized(
                zh: "逐行模式每次写出的行数，0 为全部（默认：终端的高度，管道为 20）。",
                en:
                    "In plain mode: how many lines at a time, 0 for all (default: as the terminal, 20 in a pipe)."
            ),
            valueName: "n"))
    var lines: Int?
    @OptionGroup var text: TextOptions

    func validate() throws {
        guard let lines else { return }
        guard (0...10_000).contains(lines) else {
            throw ValidationError(localized(zh: "--lines 可取 0 到 10000", en: "--lines takes 0 to 10000"))
        }
    }

    /// True if plain mode was asked for, here or in the environment.
    var isWanted: Bool { isOn || Self.isWantedByEnvironment }

    /// True for a terminal that cannot move its cursor, and for a reader who asks every program for plain text.
    static var isWantedByEnvironment: Bool {
        let accessible = CurrentProcess.variable("ACCESSIBLE") ?? ""
        return CurrentProcess.variable("TERM") == "dumb" || !["", "0"].contains(accessible)
    }

    var columns: Int { text.width }

    /// The number of lines written at a time: a screen, less what is asked below it.
    var linesAtATime: Int { lines ?? max(5, (StandardStream.output.rows ?? 23) - 3) }
}
