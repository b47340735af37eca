import CNcurses
import Glibc
import System

/// What can be found out about the terminal and its surroundings without entering it.
package enum TerminalSurvey {
    /// The encoding of the environment's locale, with the name that the environment gives it.
    package enum Encoding: Equatable, Sendable {
        case unset
        /// This machine does not have the locale.
        case missing(String)
        case other(String, encoding: String)
        case unicode(String)
    }

    /// What terminfo says of the type in TERM.
    package enum Description: Equatable, Sendable {
        case unnamed
        case unknown(String)
        /// The cursor cannot be placed, or the screen not be cleared.
        case incapable(String)
        case known(String, colours: Int)
        /// The type is unknown, and that of a relative is used.
        case replaced(String, by: String, colours: Int)

        /// The colours of a type that can be used; nil for any other.
        package var colours: Int? {
            switch self {
            case .known(_, let colours), .replaced(_, by: _, let colours): colours
            case .unnamed, .unknown, .incapable: nil
            }
        }
    }

    /// The encoding of the locale that the environment names, by the rule of setlocale(3).
    package static func encoding(
        environment: (String) -> String? = CurrentProcess.variable
    ) -> Encoding {
        guard let name = LocaleSetting(of: .characters, environment: environment)?.name else { return .unset }
        guard let locale = newlocale(LC_CTYPE_MASK, name, nil) else { return .missing(name) }
        defer { freelocale(locale) }
        let encoding = nl_langinfo_l(nl_item(CODESET), locale).map { String(cString: $0) } ?? ""
        return encoding.uppercased() == "UTF-8" ? .unicode(name) : .other(name, encoding: encoding)
    }

    /// The description of a type of terminal; nil and an empty name are none.
    package static func description(of name: String?) -> Description {
        guard let name, !name.isEmpty else { return .unnamed }
        do {
            let type = try TerminalType(named: name)
            let colours = max(0, Int(tigetnum("colors")))
            return type.unknownName == nil
                ? .known(name, colours: colours) : .replaced(name, by: type.name, colours: colours)
        } catch .incapable {
            return .incapable(name)
        } catch {
            return name == "dumb" ? .incapable(name) : .unknown(name)
        }
    }

    /// The columns that the terminal gives to each of these characters, which it is asked for by its cursor's position;
    /// nil if there is no terminal, or it does not answer in time.
    ///
    /// The characters are written over the present line, which is cleared again. The terminal must follow ECMA-48.
    package static func columns(of characters: [Character], milliseconds: Int) -> [Int]? {
        var found = termios()
        guard isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &found) == 0 else { return nil }
        var raw = found
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) == 0 else { return nil }
        // What arrives too late is thrown away as far as possible, rather than typed into the shell.
        defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &found) }
        let questions = characters.map { "\r\($0)\u{1B}[6n" }.joined() + "\r\u{1B}[K"
        let (input, output) = (FileDescriptor.standardInput, FileDescriptor.standardOutput)
        guard (try? output.write(questions)) != nil else { return nil }
        var report = CursorReports()
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while report.columns.count < characters.count {
            let left = Int((end - .now) / .milliseconds(1))
            guard left > 0, !Poll.wait(readers: [input.number], milliseconds: left).isEmpty,
                let bytes = try? input.read(atMost: 256), !bytes.isEmpty
            else { return nil }
            report.take(bytes)
        }
        return report.columns.prefix(characters.count).map { $0 - 1 }
    }
}

/// Reads the reports of a cursor's position, `ESC [ row ; column R`, among whatever else is typed.
struct CursorReports {
    private(set) var columns: [Int] = []
    private var sequence: [UInt8] = []

    mutating func take(_ bytes: [UInt8]) {
        for byte in bytes {
            switch byte {
            case 0x1B: sequence = [byte]
            case UInt8(ascii: "R") where !sequence.isEmpty:
                let parts = String(decoding: sequence.dropFirst(2), as: UTF8.self).split(separator: ";")
                if sequence.dropFirst().first == UInt8(ascii: "["), parts.count == 2,
                    let column = Int(parts[1]),
                    Int(parts[0]) != nil
                {
                    columns.append(column)
                }
                sequence = []
            case UInt8(ascii: "["), UInt8(ascii: ";"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                if !sequence.isEmpty, sequence.count < 32 { sequence.append(byte) }
            case _: sequence = []
            }
        }
    }
}
