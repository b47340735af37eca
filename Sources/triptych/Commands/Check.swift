import ArgumentParser
import CaseFiles
import CaseModel
import Explorer
import Exports
import System

/// `triptych check`: the errors, warnings and remarks about a case.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.check.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "报告案例里的全部错误和警告，每一处都给出位置。",
            en: "Report every error and warning in a case, each with its address."),
        discussion: localized(
            zh: """
                打包的案例和随附的案例没有文件可指，只给出关于时间先后的说明。有错误时以 65 结束；加 --strict，有警告时以 1 结束。加 --watch 则案例的文件一有变化就再检查；按 Ctrl-C 以最后一次检查的状态结束。

                示例：triptych check my-case --strict
                """,
            en: """
                Of a packed case and the bundled one, which have no files to point into, only the remarks on order in time \
                are given. Exits with 65 if there is an error, and with --strict with 1 if there is a warning. With --watch it checks \
                again whenever a file of the case changes; Ctrl-C ends it with the status of the last check.

                Example: triptych check my-case --strict
                """))

    @OptionGroup var argument: CaseArgument
    @Flag(help: ArgumentHelp(localized(zh: "警告也算。", en: "Warnings count as well."))) var strict = false
    @Flag(help: ArgumentHelp(localized(zh: "文件一有变化就再检查。", en: "Check again when a file changes.")))
    var watch =
        false
    @Option(help: ArgumentHelp(localized(zh: "text（文字）或 json。", en: "text or json."))) var format:
        OutputFormat =
            .text

    func run() throws {
        try reporting {
            let choice = argument.choice
            let status: Failure.Status?
            if let path = choice.path {
                status = try watch ? watched(path, choice) : checked(path, choice)
            } else {
                // The files of the bundled case were checked when the program was built.
                let bundled = try choice.open().case
                status = report(bundled.remarksWithoutPlace(calledBy: bundled.manifest.id.text), choice)
            }
            if let status { throw ExitCode(status.rawValue) }
        }
    }

    /// Checks again after each change until Ctrl-C; returns what the last check ends the program with.
    private func watched(_ path: String, _ choice: CaseChoice) throws -> Failure.Status? {
        Interrupt.hold()
        let isOnScreen = StandardStream.output.isTerminal
        while true {
            // A change while the files are read is seen as one after it.
            let stamp = CaseStamp(path: path)
            // CUP, ED: the cursor to the upper left corner, the screen empty.
            if isOnScreen { StandardStream.output.write(verbatim: "\u{1B}[H\u{1B}[2J") }
            var status: Failure.Status?
            do {
                status = try checked(path, choice)
            } catch let failure as Failure {
                // An editor may take a file away for a moment.
                _ = failure.report()
                status = failure.status
            }
            repeat {
                if Interrupt.wait(milliseconds: 250) { return status }
            } while CaseStamp(path: path) == stamp
        }
    }

    /// Checks once and reports; returns what ends the program, if anything does.
    private func checked(_ path: String, _ choice: CaseChoice) throws -> Failure.Status? {
        let read = { () throws(CaseFileError) in try CaseReader.read(path: path) }
        let outcome = CaseReader.verified(try choice.reading(read), calledBy: path)
        var diagnostics = outcome.diagnostics(adding: Self.remarks(on: outcome))
        if outcome.isPacked { diagnostics += outcome.caseFile?.remarksWithoutPlace(calledBy: path) ?? [] }
        return report(diagnostics.inReadingOrder(), choice)
    }

    /// Prints what was found; returns what ends the program, if anything does.
    private func report(_ diagnostics: [Diagnostic], _ choice: CaseChoice) -> Failure.Status? {
        switch format {
        case .json: StandardStream.output.write(Self.json(diagnostics, in: choice.language))
        case .text:
            StandardStream.output.write(diagnostics, in: choice.language)
            StandardStream.output.write(total(of: diagnostics, choice) + "\n")
        }
        let severities = Set(diagnostics.map(\.severity))
        if severities.contains(.error) { return .badData }
        return strict && severities.contains(.warning) ? .nothingFound : nil
    }

    /// The explorer's remarks on the steps of tours: a filter that it cannot apply, a claim that it does not show.
    private static func remarks(on outcome: LoadOutcome) -> [Diagnostic] {
        guard let content = outcome.caseFile, !outcome.steps.isEmpty else { return [] }
        return CaseGraph(content).stepRemarks.filter { outcome.steps.indices.contains($0.step) }.map {
            outcome.steps[$0.step].remark(on: $0.part, $0.isMistake ? .warning : .remark, $0.sentence)
        }
    }

    /// The last line: how many there are of each kind; remarks only if there are some.
    private func total(of diagnostics: [Diagnostic], _ choice: CaseChoice) -> String {
        let counts = Diagnostic.Severity.allCases.map { severity in
            (severity, count: diagnostics.count { $0.severity == severity })
        }
        let shown = counts.filter { $0.0 != .remark || $0.count > 0 }
        return choice.say(
            zh: shown.map { "\($0.count) 个\($0.0.word.phrase(in: .chinese))" }.joined(separator: "，"),
            en: shown.map { "\($0.count) \($0.0.rawValue)\($0.count == 1 ? "" : "s")" }.joined(
                separator: ", "))
    }

    private static func json(_ diagnostics: [Diagnostic], in language: Language) -> String {
        let records = diagnostics.map { diagnostic in
            let place: [(String, JSONValue)] =
                diagnostic.line > 0
                ? [("line", .count(diagnostic.line)), ("column", .count(diagnostic.column))] : []
            return JSONValue.object(
                [("severity", .string(diagnostic.severity.rawValue)), ("file", .string(diagnostic.file))]
                    + place
                    + [
                        ("message", .string(diagnostic.message.phrase(in: language))),
                        ("notes", .strings(diagnostic.notes.map { $0.phrase(in: language) })),
                    ])
        }
        return JSONValue.array(records).rendered()
    }
}
