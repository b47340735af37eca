import ArgumentParser
import CaseModel
import Exports
import Explorer
import System

/// `triptych export`: a part of a case, or all of it, for other programs.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.export.rawValue, _superCommandName: Triptych.name,
        abstract:
            localized(
                zh: "把条目、证据、链接、数据、来源、地点、参与者、关系图、讲解路线、案例或自己的笔记导出给其他程序。",
                en: """
                    Write items, evidence, links, metrics, sources, places, actors, the graph, the tours, the case or \
                    your own notebook for other programs.
                    """),
        discussion: localized(
            zh: """
                \(ExportSubject.allCases.map { "\($0.rawValue)：\($0.formatNames)" }.joined(separator: "\n"))

                notebook 是你在案例中做的标记、笔记和书签。加 --filter 只写出符合条件的：证据取完全符合的论断，来源取这些论断的来源，链接取这些条目的链接，关系图和案例取这些条目及其所需，路线取到达它们的各步。

                讲解路线写成讲义：标题与要点及其论断、来源，HTML 格式还有各视图的图和记笔记的空白，供打印。

                示例：triptych export sources --format bibtex --lang zh -o sources.bib
                """,
            en: """
                \(ExportSubject.allCases.map { "\($0.rawValue): \($0.formatNames)" }.joined(separator: "\n"))

                The notebook is what you have marked, noted and bookmarked in the case. With --filter only what the query \
                lets through is written: of evidence the claims that fulfil all of it, of sources theirs, of links those \
                of the items, of the graph and the case the items with what they need, of a tour the steps that lead there.

                A tour is a handout: headlines and points with their claims, sources and, in HTML, pictures of the views \
                and room for notes; it is made for printing.

                Example: triptych export sources --format bibtex --lang en -o sources.bib
                """))

    @OptionGroup var options: CaseOptions
    @Argument(
        help: ArgumentHelp(
            localized(
                zh: "items、evidence、links、metrics、sources、places、actors、graph、tour、case 或 notebook。",
                en: "items, evidence, links, metrics, sources, places, actors, graph, tour, case or notebook."
            )))
    var subject: ExportSubject
    @Option(
        help: ArgumentHelp(localized(zh: "上述格式之一。", en: "One of the formats above.")),
        completion: .exportFormats)
    var format: String
    @OptionGroup var filter: FilterOptions
    @OptionGroup var file: FileOptions
    @Flag(
        help: ArgumentHelp(
            localized(
                zh: "csv 和 tsv 以 Excel 需要的字节序标记开头。",
                en: "Begin csv and tsv with the byte order mark that Excel wants."))) var bom = false
    @OptionGroup(title: localized(zh: "讲解路线的选项", en: "Options of 'tour'")) var handout: HandoutChoices

    func validate() throws {
        guard let writable = ExportFormat(rawValue: format), subject.formats.contains(writable) else {
            throw ValidationError(
                localized(
                    zh: "“\(subject.rawValue)”不能导出为“\(format)”；可用的格式：\(subject.formatNames)",
                    en:
                        "'\(subject.rawValue)' cannot be exported as '\(format)'; it has \(subject.formatNames)"
                ))
        }
        if bom, writable != .csv, writable != .tsv {
            throw ValidationError(
                localized(zh: "--bom 只与 csv 和 tsv 同用", en: "--bom goes with csv and tsv only"))
        }
        if handout.areGiven, subject != .tour {
            throw ValidationError(
                localized(
                    zh: "--tour、--tour-file、--join、--questions、--notes 和 --no-pictures 只与 tour 同用",
                    en:
                        "--tour, --tour-file, --join, --questions, --notes and --no-pictures go with 'tour' only"
                ))
        }
    }

    func run() throws {
        try reporting {
            var choices = ExportOptions()
            var graph = try options.open(withToursOf: handout.tourFile, alone: true).graph
            let language = try options.languageChoice(of: graph)
            choices.languages = subject == .sources ? language.readers : language.languages
            let selection = try filter.selection(in: graph, ofClaims: subject == .evidence)
            if let selection {
                switch subject {
                case .items, .evidence, .links, .metrics, .places, .actors, .notebook:
                    choices.selection = selection
                case .sources:
                    // Citation styles have the sources alone; tables also say what cites them in the selection.
                    choices.selection = selection
                    graph = CaseGraph(graph.case.withSources(of: selection))
                case .graph, .case: graph = CaseGraph(graph.case.narrowed(to: selection))
                case .tour: break
                }
            }
            choices.byteOrderMark = bom
            if subject == .tour {
                choices.handout = try handout.handout(
                    of: graph, in: language, selection: selection,
                    isIllustrated: format == ExportFormat.html.rawValue)
            }
            if subject == .notebook {
                choices.notebook = try StateFolder.notebook(on: graph.case.manifest.id)
            }
            guard let writer = ExportFormat(rawValue: format)?.writer(of: subject, options: choices) else {
                return
            }
            try file.write(writer.text(of: graph))
        }
    }
}

extension ExportSubject: ExpressibleByArgument {
    /// The names of its formats, for messages.
    fileprivate var formatNames: String { formats.map(\.rawValue).joined(separator: ", ") }
}
