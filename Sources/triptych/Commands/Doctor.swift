import ArgumentParser
import CaseModel
import CaseFiles
import Kiosk
import Seminar
import System
import Terminal

/// `triptych doctor`: what the terminal and the host have for triptych, and what to do about the rest.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.doctor.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "检查终端、剪贴板、文件夹和主机，并说明怎样改正。",
            en: "Examine terminal, clipboard, folders and host, and say what to mend."),
        discussion: localized(
            zh: """
                在终端上还会询问一次宽度不定的字符占几列，并把回答记下来。有“问题”时以 1 结束，“留意”不算。

                示例：triptych doctor --format json
                """,
            en: """
                On a terminal it also asks once how wide characters of ambiguous width are, and remembers the answer. \
                Ends with 1 where there is a problem; remarks are none.

                Example: triptych doctor --format json
                """))

    @OptionGroup var language: LanguageOption
    @OptionGroup var seminar: SeminarOptions
    @Option(help: ArgumentHelp(localized(zh: "text（文字）或 json。", en: "text or json.")))
    var format: OutputFormat = .text

    /// The time for the answer of a terminal, also over a slow line, and for tmux'.
    private static let timeout = 1000

    func run() throws {
        try reporting {
            let findings = findings()
            switch format {
            case .text:
                let columns = min(max(60, StandardStream.output.columns), 100)
                let spoken = language.language
                StandardStream.output.write(findings.map { $0.lines(in: spoken, columns: columns) }.joined())
            case .json:
                StandardStream.output.write(JSONValue.array(findings.map(\.json)).rendered())
            }
            if findings.contains(where: { $0.grade == .problem }) { throw ExitCode(1) }
        }
    }

    private func findings() -> [Finding] {
        let environment = { CurrentProcess.variable($0) }
        let name = environment("TERM") ?? ""
        let description = TerminalSurvey.description(of: name)
        let ways = Clipboard.ways(mayRunPrograms: true, environment: environment)
        var findings = [
            Finding.locale(TerminalSurvey.encoding()), .terminal(description),
            .colours(description, environment: environment), widths(of: name, description),
        ].compactMap(\.self)
        findings += Finding.tmux(tmux(environment))
        findings.append(.clipboard(ways, terminal: name))
        findings += [
            Finding.case(CaseChoice().path), .configuration(.current), .state(StateFolder()),
            .runtime(seminar.folder),
        ].compactMap(\.self)
        findings += SSHDConfiguration.ofHost().map(Finding.sshd) ?? []
        let kernel = Kiosk.support
        return findings + [
            .seccomp(isThere: kernel.filtersCalls), .landlock(version: kernel.landlockVersion),
        ]
    }

    /// Asks the terminal for the widths, and keeps an answer.
    private func widths(of terminal: String, _ description: TerminalSurvey.Description) -> Finding? {
        guard description.colours != nil else { return nil }
        guard StandardStream.output.isTerminal, FileDescriptor.standardInput.isTerminal else {
            return .widths(nil, rememberedIn: nil)
        }
        let columns = TerminalSurvey.columns(of: Finding.ambiguousCharacters, milliseconds: Self.timeout)
        var file: String?
        if let first = columns?.first, columns?.allSatisfy({ $0 == first }) == true, (1...2).contains(first),
            let folder = StateFolder(), folder.canKeep, (try? folder.prepare()) != nil
        {
            let memory = WidthMemory(in: folder)
            if (try? memory.remember(first == 1 ? .narrow : .wide, of: terminal)) != nil {
                file = memory.path
            }
        }
        return .widths(.some(columns), rememberedIn: file)
    }

    /// The settings of the tmux that this runs in, as far as it answers; nil outside of tmux.
    private func tmux(_ environment: Finding.Environment) -> [String: String]? {
        guard environment("TMUX")?.isEmpty == false else { return nil }
        var settings: [String: String] = [:]
        for (flags, name) in [
            ("-sv", "set-clipboard"), ("-wAv", "allow-passthrough"), ("-gv", "default-terminal"),
        ] {
            let words = ["tmux", "show-options", flags, name]
            if let value = ChildProcess.output(of: words, milliseconds: Self.timeout), !value.isEmpty {
                settings[name] = value
            }
        }
        return settings
    }
}
