import Screen

extension Terminal {
    /// Something the one loop has to answer.
    package enum Event: Equatable, Sendable {
        /// A key was pressed.
        case key(Key)
        /// A text was pasted: its lines end with newlines, and it has no other control characters.
        case pasted(String)
        /// The terminal has this size now; the next frame is painted afresh.
        case resized(Size)
        /// The program was stopped and goes on; the next frame is painted afresh.
        case resumed
        /// Ctrl-C, or SIGINT from elsewhere: a program that ends for it exits with 130.
        case interrupted
        /// SIGTERM or SIGQUIT asks the program to end with 128 + this number. It has one second: after that
        /// the terminal is put back and the process ended where it stands.
        case terminated(signal: Int32)
        /// The terminal is gone or SIGHUP came: end within a second, exiting with 129. Told once.
        case hungUp
        /// A descriptor of the caller's has something to read, has ended or has failed.
        case readable(Int32)
        /// A descriptor of the caller's takes more bytes, or has failed.
        case writable(Int32)
    }
}
