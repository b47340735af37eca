import Explorer
import Screen
import System
import TextLayout

extension Session {
    /// The appearance of the screen, by default that of the configuration.
    struct DisplayOptions {
        /// Whether colours are wanted; nil uses NO_COLOR and the terminal's description.
        var colour: Bool?
        /// True if lines and signs are drawn with ASCII; other text too where the locale has no other.
        var isASCII = Configuration.current.ascii?.value ?? false
        /// The styles.
        var palette = Configuration.current.theme?.value.palette ?? .standard
        /// The width of ambiguous characters on the terminal.
        var ambiguous = Configuration.current.ambiguous?.value ?? .auto
        /// True if the mouse is in use from the start.
        var usesMouse = Configuration.current.mouse?.value ?? false

        /// The characters that can be drawn.
        var repertoire: Grid.Repertoire {
            if isASCII { return LocaleVariables.asciiRepertoire }
            return ambiguous.width == .wide ? .narrowDrawing : .full
        }

        /// The same with the width that `doctor` measured on this type of terminal, where none is chosen.
        var asMeasured: DisplayOptions {
            guard ambiguous == .auto, let folder = StateFolder(),
                let terminal = CurrentProcess.variable("TERM")
            else { return self }
            var look = self
            look.ambiguous = WidthMemory(in: folder).width(of: terminal) ?? .auto
            return look
        }

        /// Chooses what views read, before the first one is laid out.
        func choose() {
            AmbiguousWidth.current = ambiguous.width
            Preferences.choose(Configuration.current.preferences(palette: palette))
        }
    }
}
