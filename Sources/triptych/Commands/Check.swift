import ArgumentParser
import CaseFiles
import Exports

/// `triptych check`: the errors and warnings of a case.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Report every error and warning in a case, each with its address.",
        discussion: """
            Exits with 65 if there is an error, and with --strict with 1 if there is a warning.

            Example: triptych check my-case --strict
            """)

    @OptionGroup var options: CaseOptions
    @Argument(help: "The case: a folder or a file (default: that of --case).") var path: String?
    @Flag(help: "Warnings count as well.") var strict = false
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        try reporting {
            guard let path = path ?? options.choice.path else {
                // The files of the bundled case were checked when the program was built.
                _ = try options.open()
                let sound = format == .json ? "[]\n" : "the bundled case was found sound when it was packed\n"
                return StandardStream.output.write(sound)
            }
            let diagnostics = try CaseChoice.read(path).diagnostics
            switch format {
            case .json: StandardStream.output.write(Self.json(diagnostics))
            case .text:
                for diagnostic in diagnostics { StandardStream.output.write(diagnostic.rendered() + "\n") }
                print(total: diagnostics)
            }
            if diagnostics.contains(where: { $0.severity == .error }) {
                throw ExitCode(Failure.Status.badData.rawValue)
            }
            if strict && !diagnostics.isEmpty { throw ExitCode(Failure.Status.nothingFound.rawValue) }
        }
    }

    private func print(total diagnostics: [Diagnostic]) {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        StandardStream.output.write(
            "\(errors) error\(errors == 1 ? "" : "s"), \(warnings) warning\(warnings == 1 ? "" : "s")\n")
    }

    private static func json(_ diagnostics: [Diagnostic]) -> String {
        let records = diagnostics.map {
            JSONValue.object([
                ("severity", .string($0.severity.rawValue)), ("file", .string($0.file)),
                ("line", .count($0.line)), ("column", .count($0.column)), ("message", .string($0.message)),
                ("notes", .strings($0.notes)),
            ])
        }
        return JSONValue.array(records).rendered()
    }
}
