import Foundation

/// The manual page, generated from the commands' help and the page on the command line.
struct Manual {
    /// The output of `--experimental-dump-help` of ArgumentParser for a command.
    struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable {
                let kind: String
                let name: String
            }

            let kind: String
            let names: [Name]?
            let valueName: String
            let abstract: String?
            let discussion: String?
            let isOptional: Bool
            let isRepeating: Bool
            let shouldDisplay: Bool

            /// The argument as typed: `-o, --output file`.
            var form: String {
                guard kind != "positional" else {
                    let value = "\\fI\(Manual.escaped(valueName))\\fR" + (isRepeating ? " …" : "")
                    return isOptional ? "[\(value)]" : value
                }
                let flags = (names ?? []).map { "\\fB\($0.kind == "short" ? "\\-" : "\\-\\-")\($0.name)\\fR" }
                let value = kind == "option" ? " \\fI\(Manual.escaped(valueName))\\fR" : ""
                return flags.joined(separator: ", ") + value
            }
        }

        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
    }

    private struct Dump: Decodable { let command: Command }

    private let root: Command
    private let version: String
    private let exitCodes: [(code: String, meaning: String)]

    /// Options described once for all commands.
    private static let shared: Set<String> = ["case", "lang", "version", "help"]

    init(dump: String, version: String, commandLine: Page) throws {
        root = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
        self.version = version
        let table = commandLine.text.components(separatedBy: "## Exit codes\n").last ?? ""
        exitCodes = table.matches(of: /\n\| ([0-9, ]+) \| ([^\n]+) \|/).map { (String($0.1), String($0.2)) }
    }

    /// The page in the macros of man(7).
    var text: String {
        let commands = (root.subcommands ?? []).filter { $0.commandName != "help" }
        let shared = commands.flatMap { $0.arguments ?? [] }
        var lines = [
            ".\\\" Generated: RECORD=1 swift test --disable-xctest --filter ReadmeTests",
            ".TH TRIPTYCH 1 \"\" \"triptych \(version)\"",
            ".SH NAME", "triptych \\- explore case studies in the terminal",
            ".SH SYNOPSIS", ".B triptych", "[\\fIcommand\\fR] [\\fIoptions\\fR]",
            ".SH DESCRIPTION",
        ]
        lines += paragraphs([root.abstract, root.discussion])
        lines += [
            ".PP", "In the explorer, \\fB?\\fR lists the keys of the view that is open.", ".SH OPTIONS",
        ]
        for name in Self.shared.sorted() {
            if let option = shared.first(where: { $0.names?.last?.name == name }) { lines += entry(option) }
        }
        lines.append(".SH COMMANDS")
        for command in commands {
            lines += [".SS \(command.commandName)"] + paragraphs([command.abstract, command.discussion])
            for argument in command.arguments ?? []
            where argument.shouldDisplay && !Self.shared.contains(argument.names?.last?.name ?? "") {
                lines += entry(argument)
            }
        }
        lines.append(".SH EXIT STATUS")
        for (code, meaning) in exitCodes {
            lines += [".TP", ".B \(code)", Self.escaped(meaning.replacing("`", with: ""))]
        }
        lines += [
            ".SH ENVIRONMENT", ".TP", ".B TRIPTYCH_CASE", "The case to open without \\-\\-case.",
            ".TP", ".B NO_COLOR", "No colours.",
            ".SH FILES", ".TP", ".I $XDG_STATE_HOME/triptych",
            "Your own marks, notes and bookmarks, a file a case.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private func entry(_ argument: Command.Argument) -> [String] {
        let texts = [argument.abstract, argument.discussion].compactMap(\.self).map(Self.escaped)
        return [".TP", argument.form] + texts.flatMap { $0.split(separator: "\n").map(String.init) }
    }

    private func paragraphs(_ texts: [String?]) -> [String] {
        let parts = texts.compactMap(\.self).flatMap { $0.components(separatedBy: "\n\n") }
        return parts.enumerated().flatMap { number, part in
            // Lines of a list, such as formats, stay separate lines.
            let lines = part.split(separator: "\n").map { Self.escaped(String($0)) }
            return (number > 0 ? [".PP"] : []) + Array(lines.map { [$0] }.joined(separator: [".br"]))
        }
    }

    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
