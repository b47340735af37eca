import ArgumentParser

/// What the script of a shell asks for when Tab is pressed: how the word that is being typed can go on.
///
/// The shells know where the cursor is and what their quotes mean; which word may stand there is decided here for all of
/// them, from the declarations of the commands. Options may stand before the command, as on a command line that is run.
struct CompletionRequest {
    /// The first argument of a program that is asked, by which the scripts call it.
    static let marker = "---complete"

    /// The words between the program's name and the word that is typed.
    let words: [String]
    /// The word as far as it is typed, without quotes.
    let typed: String

    /// How a word can go on.
    enum Answer: Equatable {
        case files
        case folders
        case words([CompletionCandidate])
    }

    /// What fits at the cursor.
    var answer: Answer {
        let place = CommandWords.placeOfName(in: words)
        guard place < words.count else { return answer(of: .browse, words, isNamed: false) }
        let others = Array(words[..<place] + words[(place + 1)...])
        if words[place] == "help" { return .words(fitting(others.isEmpty ? Self.topics : [])) }
        guard let name = CommandName(rawValue: words[place]) else {
            return answer(of: .browse, words, isNamed: true)
        }
        return answer(of: name, others, isNamed: true)
    }

    /// What fits after the arguments of a command; where none is named yet, also the commands themselves.
    private func answer(of name: CommandName, _ arguments: [String], isNamed: Bool) -> Answer {
        var declarations = ArgumentDeclaration.all(of: name)
        if !isNamed {
            declarations += ArgumentDeclaration.all(of: .list).filter { shared in
                shared.names.contains(where: CommandWords.options.contains)
                    && !declarations.contains { $0.names == shared.names }
            }
        }
        let (positionals, given, pending) = Self.given(by: arguments, of: declarations)
        if let pending { return values(of: pending, typed) }
        if typed.hasPrefix("--"), let sign = typed.firstIndex(of: "=") {
            return values(behind: sign, of: declarations)
        }
        if typed.hasPrefix("-") {
            return .words(
                fitting(
                    declarations.filter { $0.isRepeating || given.isDisjoint(with: $0.names) }.flatMap {
                        option in
                        option.names.map { CompletionCandidate(value: $0, title: option.title) }
                    }))
        }
        let places = declarations.filter(\.names.isEmpty)
        let wanted =
            places.dropFirst(positionals).first ?? places.last.flatMap { $0.isRepeating ? $0 : nil }
        guard isNamed || positionals > 0 else {
            // An item's id opens the explorer there; all of them would hide the commands.
            let ids = typed.isEmpty ? .words([]) : wanted.map { values(of: $0, typed) }
            guard case .words(let candidates)? = ids else { return .words(fitting(Self.commands)) }
            return .words(fitting(Self.commands) + candidates)
        }
        return wanted.map { values(of: $0, typed) } ?? .words([])
    }

    /// How many arguments stand at their places before the cursor, the names of the options that are there, and the one
    /// that waits for its value.
    private static func given(
        by arguments: [String], of declarations: [ArgumentDeclaration]
    ) -> (positionals: Int, names: Set<String>, pending: ArgumentDeclaration?) {
        var (positionals, names): (Int, Set<String>) = (0, [])
        var pending: ArgumentDeclaration?
        for word in arguments {
            if pending != nil {
                pending = nil
            } else if word.hasPrefix("-"), word.count > 1 {
                let option = declarations.first { $0.names.contains(String(word.prefix { $0 != "=" })) }
                names.formUnion(option?.names ?? [])
                pending = option?.takesValue == true && !word.contains("=") ? option : nil
            } else {
                positionals += 1
            }
        }
        return (positionals, names, pending)
    }

    /// The words that go on from an option with its value behind a sign: `--lang=z`.
    private func values(behind sign: String.Index, of declarations: [ArgumentDeclaration]) -> Answer {
        guard let option = declarations.first(where: { $0.names.contains(String(typed[..<sign])) }) else {
            return .words([])
        }
        let answer = values(of: option, String(typed[typed.index(after: sign)...]))
        guard case .words(let candidates) = answer else { return answer }
        return .words(
            candidates.map { CompletionCandidate(value: typed[...sign] + $0.value, title: $0.title) })
    }

    /// The values of an argument that go on from what is typed of them.
    private func values(of argument: ArgumentDeclaration, _ typed: String) -> Answer {
        switch argument.completion {
        case .none: return .words([])
        case .files: return .files
        case .folders: return .folders
        case .list(let values):
            return .words(
                values.filter { $0.hasPrefix(typed) }.map { CompletionCandidate(value: $0) })
        case .asked(let label):
            let line = ["triptych"] + words + [typed]
            let request =
                ["---completion", "--", label, String(line.count - 1), String(typed.count)] + line
            do {
                _ = try argument.command.command.parseAsRoot(request)
                return .words([])
            } catch {
                // The parser ends with what it was asked for, or with an error of its own.
                let command = argument.command.command
                guard command.exitCode(for: error) == .success else { return .words([]) }
                return .words(
                    command.fullMessage(for: error).split(separator: "\n")
                        .map { CompletionCandidate(line: $0) })
            }
        }
    }

    private func fitting(_ candidates: [CompletionCandidate]) -> [CompletionCandidate] {
        candidates.filter { $0.value.hasPrefix(typed) }
    }

    private static let commands =
        CommandName.allCases.map {
            CompletionCandidate(value: $0.rawValue, title: $0.command.configuration.abstract)
        } + [CompletionCandidate(value: "help")]

    private static let topics: [CompletionCandidate] =
        Array(commands.dropLast())
        + CommandWords.topics.keys.sorted().map { CompletionCandidate(value: $0) }
}

extension CompletionRequest {
    /// Answers the arguments of a script, from the marker on; nil for any other command line.
    static func answer(to arguments: [String]) -> String? {
        guard arguments.first == marker, arguments.count > 2 else { return nil }
        let (shell, words) = (arguments[1], Array(arguments[2...]))
        guard shell != "bash" || words.count == 2 else { return nil }
        let line = shell == "bash" ? ShellLine(words[1], replacing: words[0]) : nil
        let request = CompletionRequest(
            words: line?.words ?? words.dropLast(), typed: line?.typed ?? words[words.count - 1])
        switch request.answer {
        case .files: return "files\n"
        case .folders: return "folders\n"
        case .words(let candidates):
            let lines = line.map { line in candidates.compactMap { line.insertion(of: $0.value) } }
            return (["words"] + (lines ?? candidates.map(\.line))).joined(separator: "\n") + "\n"
        }
    }
}
