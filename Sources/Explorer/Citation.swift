import CaseModel

/// The full reference of a source in one language, to be copied into a paper.
///
/// The parts and their order are those of GB/T 7714—2015, also in English. The mark of the type stands only in
/// the Chinese form, which is the one that the standard is for: `[J]` for an article of a journal, `[N]` for one of
/// a newspaper.
struct Citation {
    let source: Source
    let language: Language

    /// The references in the languages shown; one alone where both read the same.
    static func all(of source: Source, in choice: LanguageChoice) -> [String] {
        var seen: Set<String> = []
        return choice.languages.map { Citation(source: source, language: $0).text }
            .filter { seen.insert($0).inserted }
    }

    /// One line that tells a source from all others, in the languages shown.
    static func brief(of source: Source, in choice: LanguageChoice) -> String {
        let citation = Citation(source: source, language: choice.languages[0])
        let who = source.authors.isEmpty ? source.issuer.map(choice.line) : citation.who
        let date = source.date?.description ?? choice.interface(Phrases.dateUnknown)
        return [who, choice.line(source.title), source.documentNumber, date].compactMap { $0 }
            .joined(separator: ". ")
    }

    /// The reference, ending in a full stop.
    var text: String {
        let identifier = source.doi.map { "DOI: " + $0 } ?? source.url
        let parts = [who, title, source.documentNumber, whereAndWhen, identifier].compactMap { $0 }
        return parts.filter { !$0.isEmpty }.joined(separator: ". ") + "."
    }

    private var who: String? {
        guard !source.authors.isEmpty else { return source.issuer?.reading(in: language) }
        return source.authors.map { author in
            let latin = [author.family, author.given].filter { !$0.isEmpty }.joined(separator: " ")
            return language == .chinese ? author.chinese ?? latin : latin
        }.joined(separator: ", ")
    }

    private var title: String {
        source.title.reading(in: language) + (language == .chinese ? mark : "")
    }

    private var mark: String {
        guard source.container != nil else { return "" }
        switch source.form {
        case .paper: return "[J]"
        case .news: return "[N]"
        case .law, .opinion, .plan, .agreement, .regulation, .notice, .statistics, .web: return ""
        }
    }

    /// `重庆大学学报（社会科学版）, 2026, 32(2): 27–41`: a volume says more than the day of its date.
    private var whereAndWhen: String? {
        guard let container = source.container else { return source.date?.description }
        let issue = (container.volume ?? "") + (container.issue.map { "(\($0))" } ?? "")
        let date = source.date.map { issue.isEmpty ? $0.description : String($0.year) }
        let name = container.title.reading(in: language)
        let text = [name, date ?? "", issue].filter { !$0.isEmpty }.joined(separator: ", ")
        return text + (container.pages.map { ": " + $0 } ?? "")
    }
}
