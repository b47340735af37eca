import ArgumentParser
import CaseModel
import CaseSearch
import Explorer
import Exports
import Seminar

/// Something that a shell can complete a word to, with its title where the shell shows one.
struct CompletionCandidate: Equatable {
    let value: String
    var title = ""

    /// The line by which a script takes it: the title, if there is one, stands behind a tab.
    var line: String {
        let title = title.filter { !$0.isNewline && $0 != "\t" }
        return title.isEmpty ? value : value + "\t" + title
    }
}

extension CompletionCandidate {
    /// The candidate of a line.
    init(line: some StringProtocol) {
        let parts = line.split(separator: "\t", maxSplits: 1).map { String($0) }
        self.init(value: parts.first ?? "", title: parts.count > 1 ? parts[1] : "")
    }
}

/// What shells complete after a command, from the case that the command line names.
extension CompletionKind {
    /// The ids of items.
    static var items: CompletionKind {
        candidates { graph, language in ids(graph.case.items, language) }
    }
    /// The ids of items, sources, places and actors.
    static var entities: CompletionKind {
        candidates { graph, language in
            ids(graph.case.items, language) + ids(graph.case.sources, language)
                + ids(graph.case.places, language) + ids(graph.case.actors, language)
        }
    }
    /// The ids of actors and items.
    static var actorsAndItems: CompletionKind {
        candidates { graph, language in ids(graph.case.actors, language) + ids(graph.case.items, language) }
    }
    /// The ids of kinds.
    static var kinds: CompletionKind {
        candidates { graph, language in ids(graph.case.kinds, language) }
    }
    /// The ids of strengths of evidence.
    static var strengths: CompletionKind {
        candidates { graph, language in ids(graph.case.manifest.strengths, language) }
    }
    /// The languages of the case, those of the interface, and all at once.
    static var languages: CompletionKind {
        custom { words, _, typed in
            let known = opened(words)?.case.manifest.languages.map(\.text) ?? []
            let others = ["zh", "en", "both"].filter { !known.contains($0) }
            return lines((known + others).map { CompletionCandidate(value: $0) }, from: typed)
        }
    }
    /// The ids of tours.
    static var tours: CompletionKind {
        candidates { graph, language in ids(graph.case.tours, language) }
    }
    /// The names of axes.
    static var axes: CompletionKind {
        candidates { graph, language in
            graph.axes.map {
                CompletionCandidate(value: $0.name, title: language.localized(graph.title(of: $0)))
            }
        }
    }
    /// A query: facets, and after a facet's colon its values.
    static var query: CompletionKind {
        custom { words, _, typed in
            guard let graph = opened(words) else { return [] }
            var completer = FilterCompleter(graph)
            var candidates = queries(from: typed, by: &completer)
            if candidates.count == 1, candidates[0].insertion.hasSuffix(":") {
                // A shell would end the word behind the only facet.
                candidates = queries(from: candidates[0].insertion, by: &completer)
            }
            let language = language(of: words, graph)
            return candidates.map {
                CompletionCandidate(value: $0.insertion, title: language.localized($0.title)).line
            }
        }
    }

    /// The queries that go on from what is typed. A value can be written by a name that begins so and is nothing else's;
    /// the only value that fits is offered by its id even if that begins otherwise.
    private static func queries(
        from typed: String, by completer: inout FilterCompleter
    ) -> [(insertion: String, title: Text)] {
        let completion = completer.completion(of: typed, at: typed.count)
        let before = String(typed.prefix(completion.range.lowerBound))
        let offered = completion.candidates.map { (insertion: before + $0.insertion, title: $0.title) }
        let continued = offered.filter { $0.insertion.hasPrefix(typed) }
        guard continued.isEmpty, completion.facet != nil else { return continued }
        let named = completion.candidates.compactMap { candidate -> (insertion: String, title: Text)? in
            let tail = candidate.insertion.split(separator: "-", maxSplits: 1).dropFirst().map(
                String.init)
            for name in tail + candidate.title.wordings {
                let query = before + name
                guard query.hasPrefix(typed), !name.contains(where: \.isWhitespace),
                    completer.completion(of: query, at: query.count).candidates.map(\.insertion)
                        == [candidate.insertion]
                else { continue }
                return (query, candidate.title)
            }
            return nil
        }
        return named.isEmpty && offered.count == 1 ? offered : named
    }

    /// The names of the seminars on this machine, in the folder that the command line names.
    static var seminars: CompletionKind {
        custom { words, _, typed in
            let names = (try? SeminarFolder(shared: value(of: "--dir", in: words)).names()) ?? []
            return lines(names.map { CompletionCandidate(value: $0.text) }, from: typed)
        }
    }
    /// The formats of the subject that is exported.
    static var exportFormats: CompletionKind {
        custom { words, _, typed in
            let subject = words.lazy.compactMap(ExportSubject.init(rawValue:)).first
            return lines(
                (subject?.formats ?? ExportFormat.allCases).map { CompletionCandidate(value: $0.rawValue) },
                from: typed)
        }
    }

    /// What a case has, as far as it begins with what is typed. A case that does not open has nothing: its errors are
    /// told when the command is run.
    private static func candidates(
        _ candidates: @Sendable @escaping (CaseGraph, LanguageChoice) -> [CompletionCandidate]
    ) -> CompletionKind {
        .custom { words, _, typed in
            guard let graph = opened(words) else { return [] }
            return lines(candidates(graph, language(of: words, graph)), from: typed)
        }
    }

    /// The case that a command line names, also as the one that records are added to.
    private static func opened(_ words: [String]) -> CaseGraph? {
        let path = value(of: "--case", in: words) ?? value(of: "--into", in: words)
        return try? CaseChoice(path: path, isQuiet: true).open()
    }

    private static func language(of words: [String], _ graph: CaseGraph) -> LanguageChoice {
        let wish = value(of: "--lang", in: words).flatMap(LanguageChoice.Wish.init(argument:)) ?? .usual
        return LanguageChoice(wish, of: graph.case.manifest.languages)
    }

    /// The word after an option.
    private static func value(of option: String, in words: [String]) -> String? {
        guard let place = words.firstIndex(of: option), words.indices.contains(place + 1) else {
            return nil
        }
        return words[place + 1]
    }

    private static func lines(_ candidates: [CompletionCandidate], from typed: String) -> [String] {
        candidates.filter { $0.value.hasPrefix(typed) }.map(\.line)
    }

    private static func ids(
        _ records: some Sequence<some Titled>, _ language: LanguageChoice
    ) -> [CompletionCandidate] {
        records.map { CompletionCandidate(value: $0.idText, title: language.localized($0.title)) }
    }
}

/// What has an id and a title.
private protocol Titled {
    var idText: String { get }
    var title: Text { get }
}

extension Item: Titled { fileprivate var idText: String { id.text } }
extension Source: Titled { fileprivate var idText: String { id.text } }
extension Place: Titled { fileprivate var idText: String { id.text } }
extension Actor: Titled { fileprivate var idText: String { id.text } }
extension Kind: Titled { fileprivate var idText: String { id.text } }
extension Strength: Titled { fileprivate var idText: String { id.text } }
extension Tour: Titled { fileprivate var idText: String { id.text } }
