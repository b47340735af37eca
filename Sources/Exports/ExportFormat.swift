import CaseFiles
import CaseModel

/// A format for exporting a part of a case: a pure function of the case.
package protocol CaseFormat: Sendable {
    /// The whole file, ending in a newline if the format has lines.
    func text(of graph: CaseGraph) -> String
}

/// The part of a case to export.
package enum ExportSubject: String, CaseIterable, Sendable {
    case items, evidence, links, metrics, sources, places, actors, graph, tour
    case `case`
    /// The reader's own marks, notes and bookmarks.
    case notebook

    /// The formats available for it.
    package var formats: [ExportFormat] {
        ExportFormat.allCases.filter { $0.writer(of: self, options: ExportOptions()) != nil }
    }

    fileprivate func table(_ options: ExportOptions) -> TableSubject? {
        let whole: TableSubject? =
            switch self {
            case .items: .records(.items)
            case .evidence: .records(.evidence)
            case .links: .records(.links)
            case .metrics: .records(.metrics)
            case .sources: .records(.sources)
            case .places: .records(.places)
            case .actors: .records(.actors)
            case .notebook: .notebook(options.notebook)
            case .graph, .tour, .case: nil
            }
        return options.selection.map { selection in whole.map { .selected($0, selection) } } ?? whole
    }
}

/// The options of formats.
package struct ExportOptions: Equatable, Sendable {
    /// The languages of titles and references; formats that hold one language take the first.
    package var languages: [LanguageTag] = [.chinese]
    /// True for a byte order mark at the beginning of a spreadsheet.
    package var byteOrderMark = false
    /// What a handout has beside the case.
    package var handout = HandoutOptions()
    /// The reader's notebook.
    package var notebook = Notebook()
    /// The part of the case to which tables are narrowed; nil for all of it.
    package var selection: CaseSelection?

    /// Chinese, without byte order mark and notebook.
    package init() {}

    fileprivate var language: LanguageTag { languages.first ?? .chinese }
}

/// The formats by their names on the command line.
package enum ExportFormat: String, CaseIterable, Sendable {
    case csv, tsv, json, yaml, markdown, bibtex, biblatex, ris
    case cslJSON = "csl-json"
    case gbt7714, apa, cff, graphml, dot, html

    /// The writer of a subject in this format; nil for an unsupported combination.
    package func writer(of subject: ExportSubject, options: ExportOptions) -> (any CaseFormat)? {
        switch self {
        case .csv: delimited(subject, .comma, options)
        case .tsv: delimited(subject, .tab, options)
        case .json: json(subject, options)
        case .yaml: subject == .case ? CaseYAML() : nil
        case .markdown: markdown(subject, options)
        case .bibtex: subject == .sources ? ReferenceList(BibTeX(), languages: [options.language]) : nil
        case .biblatex:
            subject == .sources ? ReferenceList(BibTeX(.biblatex), languages: [options.language]) : nil
        case .cff: subject == .case ? CitationFile(language: options.language) : nil
        case .ris: subject == .sources ? RIS(language: options.language) : nil
        case .cslJSON: subject == .sources ? CSLJSON(language: options.language) : nil
        case .gbt7714: subject == .sources ? ReferenceList(GBT7714(), languages: options.languages) : nil
        case .apa: subject == .sources ? ReferenceList(APA(), languages: options.languages) : nil
        case .graphml: subject == .graph ? GraphML(language: options.language) : nil
        case .dot: subject == .graph ? DOT(languages: options.languages) : nil
        case .html: html(subject, options)
        }
    }

    private func delimited(
        _ subject: ExportSubject, _ delimiter: DelimitedText.Delimiter, _ options: ExportOptions
    ) -> (any CaseFormat)? {
        subject.table(options).map {
            DelimitedText($0, delimiter: delimiter, byteOrderMark: options.byteOrderMark)
        }
    }

    private func json(_ subject: ExportSubject, _ options: ExportOptions) -> (any CaseFormat)? {
        switch subject {
        case .items, .evidence, .links, .metrics, .sources, .places, .actors, .notebook:
            subject.table(options).map { TableJSON($0) }
        case .graph: NodeLinkJSON()
        case .case: CaseJSON()
        case .tour: nil
        }
    }

    private func html(_ subject: ExportSubject, _ options: ExportOptions) -> (any CaseFormat)? {
        switch subject {
        case .tour: TourHandout(.html, languages: options.languages, options: options.handout)
        case .case: CasePage(language: options.language)
        case .items, .evidence, .links, .metrics, .places, .actors, .sources, .graph, .notebook: nil
        }
    }

    private func markdown(_ subject: ExportSubject, _ options: ExportOptions) -> (any CaseFormat)? {
        switch subject {
        case .items, .evidence, .links, .metrics, .sources, .places, .actors, .notebook:
            subject.table(options).map { MarkdownTable($0) }
        case .tour: TourHandout(.markdown, languages: options.languages, options: options.handout)
        case .case: CaseDocument(languages: options.languages)
        case .graph: nil
        }
    }
}
