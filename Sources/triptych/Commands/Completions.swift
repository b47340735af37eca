import ArgumentParser
import CaseModel
import Exports
import Seminar

/// What shells complete after a command, from the case that the command line names.
extension CompletionKind {
    /// The ids of items.
    static var items: CompletionKind { names { $0.items.map(\.id.text) } }
    /// The ids of items, sources, places and actors.
    static var entities: CompletionKind {
        names { made in
            made.items.map(\.id.text) + made.sources.map(\.id.text) + made.places.map(\.id.text)
                + made.actors.map(\.id.text)
        }
    }
    /// The ids of actors and items.
    static var actorsAndItems: CompletionKind {
        names { made in made.actors.map(\.id.text) + made.items.map(\.id.text) }
    }
    /// The ids of kinds.
    static var kinds: CompletionKind { names { $0.kinds.map(\.id.text) } }
    /// The ids of tours.
    static var tours: CompletionKind { names { $0.tours.map(\.id.text) } }
    /// The names of axes.
    static var axes: CompletionKind { names { CaseGraph($0).axes.map(\.name) } }
    /// The formats of exports.
    static var exportFormats: CompletionKind { .list(ExportFormat.allCases.map(\.rawValue)) }

    /// The names that a case has, as far as they begin with what is typed. A case that does not open has none: its
    /// errors are told when the command is run.
    private static func names(_ names: @Sendable @escaping (Case) -> [String]) -> CompletionKind {
        .custom { words, _, typed in
            let path = words.firstIndex(of: "--case").flatMap { place in
                words.indices.contains(place + 1) ? words[place + 1] : nil
            }
            guard let graph = try? CaseChoice(path: path, isQuiet: true).open() else { return [] }
            return names(graph.case).filter { $0.hasPrefix(typed) }
        }
    }
}
