import ArgumentParser
import Screen
import System
import TextLayout

/// The options of the characters that are drawn and printed, and of their widths.
struct CharacterOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            localized(
                zh: "线条和符号只用 ASCII 字符绘制（--no-ascii：用全部字符）；区域设置不是 UTF-8 时，其他字符变成同宽的 ?。",
                en: """
                    Draw lines and signs with ASCII (--no-ascii: with all characters); where the locale is not UTF-8, \
                    other characters become ?.
                    """
            )))
    var ascii: Bool?

    @Option(
        help: ArgumentHelp(
            localized(
                zh: "“ ” … — ① 这类字符在终端上占几列：narrow（一列）、wide（两列）或 auto（doctor 量过的，否则一列）。",
                en:
                    "The columns of characters such as “ ” … — ①: narrow, wide or auto (as doctor measured, else narrow)."
            ),
            valueName: "width"))
    var ambiguous: Configuration.AmbiguousWidth?

    /// True if signs are to be ASCII: as asked for, or on a terminal as configured.
    var isASCII: Bool {
        ascii ?? (StandardStream.output.isTerminal && Configuration.current.ascii?.value ?? false)
    }

    /// Chooses the widths by which a text is laid out: those asked for, or on a terminal those of the explorer there.
    func choose() {
        if let ambiguous, ambiguous != .auto {
            AmbiguousWidth.current = ambiguous.width
        } else if StandardStream.output.isTerminal {
            AmbiguousWidth.current = Session.DisplayOptions().asMeasured.ambiguous.width
        }
    }

    /// A laid out text in the characters asked for.
    func drawn(_ text: String) -> String {
        isASCII ? text.drawn(in: LocaleVariables.asciiRepertoire) : text
    }
}
