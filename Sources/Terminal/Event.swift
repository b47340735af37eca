import Screen

extension Terminal {
    /// An event for the program's loop.
    package enum Event: Equatable, Sendable {
        /// A key was pressed.
        case key(Key)
        /// The mouse did something; only while it is in use.
        case mouse(MouseEvent)
        /// A text was pasted: its lines end with newlines, and it contains no other control characters.
        case pasted(String)
        /// The terminal has a new size; the next frame is painted in full.
        case resized(Size)
        /// The program continues after a stop; the next frame is painted in full.
        case resumed
        /// Ctrl-C, or SIGINT from another process: a program that exits because of it exits with 130.
        case interrupted
        /// SIGTERM or SIGQUIT: the program has one second to exit with 128 + this number before the terminal is
        /// restored and the process is killed.
        case terminated(signal: Int32)
        /// The terminal is gone or SIGHUP came: the program has one second to exit with 129. Reported once.
        case hungUp
        /// A descriptor of the caller can be read, is at its end, or has failed.
        case readable(Int32)
        /// A descriptor of the caller can be written, or has failed.
        case writable(Int32)
    }
}
