import CaseFiles
import CaseModel
import System
import TextLayout

/// Standard output or standard error, written completely.
enum StandardStream: Int32 {
    case output = 1
    case error = 2

    private var descriptor: FileDescriptor { FileDescriptor(rawValue) }

    /// True if it is a terminal.
    var isTerminal: Bool { descriptor.isTerminal }

    /// The columns of the terminal, 80 where it is none or does not tell.
    var columns: Int { descriptor.columns ?? 80 }

    /// The rows of the terminal; nil where it is none or does not tell.
    var rows: Int? { descriptor.rows }

    /// True if addresses in a text can be links (OSC 8): only on a terminal that supports them.
    var takesLinks: Bool {
        isTerminal && CurrentProcess.variable("TERM")?.isEmpty == false
            && OperatingSystemCommand.isSkippedOrDone()
    }

    /// Writes the text, with a visible sign for each character that a terminal would obey or that deceives readers:
    /// file names, arguments and variables of the environment are nobody's to trust. Sentences for a terminal are broken
    /// between words. If the reader has gone (`triptych list | head -1`), the program ends quietly; any other failure
    /// ends it with a sentence and `Failure.Status.inputOutput`.
    func write(_ text: String) {
        let text = text.linesSafeToShow
        write(verbatim: self == .error && isTerminal ? Self.wrapped(text, columns: columns) : text)
    }

    /// Writes a sentence of the program's own to standard error, behind its name.
    static func remark(_ sentence: String) { error.write("triptych: \(sentence)\n") }

    /// Writes diagnostics, on a terminal within its columns.
    func write(_ diagnostics: [Diagnostic], in language: Language) {
        let columns = isTerminal ? columns : nil
        write(diagnostics.map { $0.rendered(in: language, columns: columns) + "\n" }.joined())
    }

    /// The text in lines of at most so many columns, with what it quotes in one piece, since that is to be copied:
    /// commands, names and queries.
    static func wrapped(_ text: String, columns: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { Wrapping.lines(of: unbroken(String($0)), columns: columns) }
            .joined(separator: "\n").replacing("\u{A0}", with: " ")
    }

    /// The text with no break inside single quotation marks, nor after the program's name. An apostrophe opens nothing.
    private static func unbroken(_ text: String) -> String {
        var isQuoted = false
        var last: Character = " "
        let characters = text.map { character in
            defer { last = character }
            if character == "'" { isQuoted = !isQuoted && !last.isLetter }
            return isQuoted && character == " " ? "\u{A0}" : character
        }
        return String(characters).replacing("\(Triptych.name) ", with: "\(Triptych.name)\u{A0}")
    }

    /// Writes the text as it is, because it holds sequences of the program's own or is a document for other programs.
    /// What it takes from a case was checked when that was read; it holds no file name, argument or variable.
    func write(verbatim text: String) {
        finish { () throws(SystemError) in try descriptor.write(text) }
    }

    /// Writes bytes that are no text.
    func write(_ bytes: [UInt8]) {
        finish { () throws(SystemError) in try descriptor.write(bytes) }
    }

    private func finish(_ writing: () throws(SystemError) -> Void) {
        do {
            try writing()
        } catch {
            if !error.isBrokenPipe, self == .output { _ = Failure(error).report() }
            CurrentProcess.exit(error.isBrokenPipe ? 0 : Failure.Status.inputOutput.rawValue)
        }
    }
}
