extension Source.Author {
    /// The name as catalogues sort it: `Zhao, Ying`.
    package var inverted: String {
        [family, given].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// The name in a language: in Chinese characters where the case has them.
    package func name(in language: Language) -> String {
        switch language {
        case .chinese: chinese ?? [family, given].filter { !$0.isEmpty }.joined(separator: " ")
        case .english: [family, given].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// The first letters of the given names, hyphens kept: `["J.-P.", "L."]`.
    var initials: [String] {
        given.split(separator: " ").map { name in
            name.split(separator: "-").compactMap(\.first).map { $0.uppercased() + "." }
                .joined(separator: "-")
        }
    }
}

/// Joins sentences of a reference; one that ends in a mark of its own takes no full stop.
func sentences(_ parts: [String?]) -> String {
    let marks: Set<Character> = [".", "?", "!", "？", "！", "。"]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.map { part in
        part.last.map(marks.contains) == true ? part : part + "."
    }.joined(separator: " ")
}
