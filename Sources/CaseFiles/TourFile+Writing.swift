import CaseModel

extension TourFile {
    /// A tour as YAML that `read` and a case's folder take, laid out to be edited; the remarks come before it.
    package static func text(of tour: Tour, remarks: [String]) -> String {
        var lines = remarks.map { "# \($0)" }
        lines += ["tours:", "  - id: \(tour.id.text)"]
        lines += self.lines(of: tour.title, as: "title", indent: "    ")
        if let minutes = tour.minutes { lines.append("    minutes: \(minutes.figure)") }
        lines.append("    steps:")
        for step in tour.steps { lines += self.lines(of: step) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The form of an id that words such as a file's name may have, nil where nothing of them is left.
    package static func id(from words: String) -> ID<Tour>? {
        let letters = words.lowercased().unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
                ? Character(scalar) : "-"
        }
        let id = letters.split(separator: "-").map { String($0) }.joined(separator: "-").prefix(Limits.id)
        return ValueForm.isID(String(id)) ? ID(String(id)) : nil
    }

    private static func lines(of step: Tour.Step) -> [String] {
        var lines: [String] = []
        if let at = step.at { lines.append("at: \(at.text)") }
        lines.append("view: \(step.view.rawValue)")
        lines += self.lines(of: step.headline, as: "headline", indent: "")
        if !step.points.isEmpty {
            lines.append("points:")
            for point in step.points {
                let wordings = self.wordings(of: point)
                lines += wordings.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
            }
        }
        if let notes = step.notes { lines += self.lines(of: notes, as: "notes", indent: "") }
        if let minutes = step.minutes { lines.append("minutes: \(minutes.figure)") }
        return lines.enumerated().map { ($0 == 0 ? "      - " : "        ") + $1 }
    }

    private static func lines(of text: Text, as key: String, indent: String) -> [String] {
        ["\(indent)\(key):"] + wordings(of: text).map { "\(indent)  \($0)" }
    }

    private static func wordings(of text: Text) -> [String] {
        let wordings = [("zh", text.chinese), ("en", text.english)].compactMap { language, wording in
            wording.map { "\(language): \(quoted($0))" }
        }
        return wordings.isEmpty ? ["zh: \"\""] : wordings
    }

    /// A scalar in YAML's double quotes, in which nothing is left that could end it.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            // The reader looks for aliases in the bytes, between quotes as well.
            case "*": quoted += "\\x2A"
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
