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

    /// The line by which a shell's script takes it: zsh has the title behind a colon, fish behind a tab, and bash none.
    func line(for shell: CompletionShell?) -> String {
        let title = title.filter { !$0.isNewline && $0 != "\t" }
        switch shell {
        case CompletionShell.zsh?:
            let escaped = value.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
            return title.isEmpty ? escaped : escaped + ":" + title
        case CompletionShell.fish? where !title.isEmpty: return value + "\t" + title
        case _: return value
        }
    }
}

/// What shells complete after a command, from the case that the command line names.
extension CompletionKind {
    /// The ids of items.
    static var items: CompletionKind { candidates { graph, language in ids(graph.case.items, language) } }
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
        candidates { graph, language in
            graph.case.kinds.map {
                CompletionCandidate(value: $0.id.text, title: language.localized($0.title))
            }
        }
    }
    /// The ids of tours.
    static var tours: CompletionKind {
        candidates { graph, language in
            graph.case.tours.map {
                CompletionCandidate(value: $0.id.text, title: language.localized($0.title))
            }
        }
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
            let language = language(of: words, graph)
            var completer = FilterCompleter(graph)
            let completion = completer.completion(of: typed, at: typed.count)
            let before = typed.prefix(completion.range.lowerBound)
            return lines(
                completion.candidates.map {
                    CompletionCandidate(value: before + $0.insertion, title: language.localized($0.title))
                }, from: typed)
        }
    }
    /// The names of the seminars on this machine, in the folder that the command line names.
    static var seminars: CompletionKind {
        custom { words, _, typed in
            let names = (try? SeminarFolder(shared: value(of: "--dir", in: words)).names()) ?? []
            return lines(names.map { CompletionCandidate(value: $0.text) }, from: typed)
        }
    }
    /// The formats of exports.
    static var exportFormats: CompletionKind { .list(ExportFormat.allCases.map(\.rawValue)) }

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

    private static func opened(_ words: [String]) -> CaseGraph? {
        try? CaseChoice(path: value(of: "--case", in: words), isQuiet: true).open()
    }

    private static func language(of words: [String], _ graph: CaseGraph) -> LanguageChoice {
        let wish = value(of: "--lang", in: words).flatMap(LanguageChoice.Wish.init(argument:)) ?? .usual
        return LanguageChoice(wish, of: graph.case.manifest.languages)
    }

    /// The word after an option.
    private static func value(of option: String, in words: [String]) -> String? {
        guard let place = words.firstIndex(of: option), words.indices.contains(place + 1) else { return nil }
        return words[place + 1]
    }

    private static func lines(_ candidates: [CompletionCandidate], from typed: String) -> [String] {
        candidates.filter { $0.value.hasPrefix(typed) }.map { $0.line(for: CompletionShell.requesting) }
    }

    private static func ids<Entity: TitledEntity>(
        _ entities: [Entity], _ language: LanguageChoice
    ) -> [CompletionCandidate] {
        entities.map { CompletionCandidate(value: $0.idText, title: language.localized($0.title)) }
    }
}

/// What has an id and a title.
private protocol TitledEntity {
    var idText: String { get }
    var title: Text { get }
}

extension Item: TitledEntity { fileprivate var idText: String { id.text } }
extension Source: TitledEntity { fileprivate var idText: String { id.text } }
extension Place: TitledEntity { fileprivate var idText: String { id.text } }
extension Actor: TitledEntity { fileprivate var idText: String { id.text } }

/// The scripts that shells load.
enum CompletionScript {
    /// The script of ArgumentParser, made to fit the queries of filters.
    ///
    /// bash takes a colon for the end of a word and so would offer nothing behind `place:`. The words that it has cut are
    /// put together before the script looks at them, and of what it offers only the part behind the colon is left.
    static func fitted(_ script: String) -> String {
        let registration = "complete -o filenames -F _triptych triptych"
        guard script.hasPrefix("#!/bin/bash"), script.contains(registration) else { return script }
        return script.replacing(
            registration, with: joining + "\ncomplete -o filenames -F __triptych_joined triptych")
    }

    private static let joining = #"""
        __triptych_joined() {
            local -a joined=()
            local rest="${COMP_LINE}" word trimmed
            local -i index cword=0
            for index in "${!COMP_WORDS[@]}"; do
                word="${COMP_WORDS[index]}"
                trimmed="${rest#"${rest%%[![:space:]]*}"}"
                if [[ ${index} -gt 0 && "${trimmed}" == "${rest}" && ( "${word}" == :* || "${joined[${#joined[@]} - 1]}" == *: ) ]]; then
                    joined[${#joined[@]} - 1]+="${word}"
                else
                    joined+=("${word}")
                fi
                rest="${trimmed#"${word}"}"
                [[ ${index} -eq ${COMP_CWORD} ]] && cword=${#joined[@]}-1
            done
            local -a COMP_WORDS=("${joined[@]}")
            local -i COMP_CWORD=${cword}
            local -r whole="${COMP_WORDS[COMP_CWORD]}"
            _triptych "${1}" "${whole}" "${COMP_WORDS[COMP_CWORD - 1]}"
            local -r head="${whole%"${whole##*:}"}"
            COMPREPLY=("${COMPREPLY[@]#"${head}"}")
            # A facet or a value may follow the colon at once.
            [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == *: ]] && compopt -o nospace
            return 0
        }
        """#
}
