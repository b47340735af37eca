import CaseModel
import TextLayout

/// The messages about case files: each is a lower-case sentence without a full stop that says what to do.
package struct DiagnosticMessage {
    let severity: Diagnostic.Severity
    let message: String
    var notes: [String] = []

    private static func error(_ message: String) -> DiagnosticMessage {
        DiagnosticMessage(severity: .error, message: message)
    }
    private static func warning(_ message: String) -> DiagnosticMessage {
        DiagnosticMessage(severity: .warning, message: message)
    }

    /// What is wrong, without what to do about it.
    var problem: String { message.split(separator: ";", maxSplits: 1).first.map { String($0) } ?? message }

    /// The message with one more hint.
    func noting(_ note: String?) -> DiagnosticMessage {
        var message = self
        if let note { message.notes.append(note) }
        return message
    }

    /// A word of the file between quotes, shortened where it is long, with every character visible.
    static func quoted(_ text: String) -> String {
        let cut = text.count > 60 ? text.prefix(59) + "…" : text[...]
        return "'" + cut.spelledOut + "'"
    }

    private static func listed(_ words: some Sequence<String>) -> String {
        words.joined(separator: ", ")
    }
}

// Files and folders.
extension DiagnosticMessage {
    static let noFiles = error("there is no .yaml or .yml file here; a case is a folder of them")
    static let tooManyFiles = error("the case has more than \(Limits.files) files; join some of them")
    static let folderTooDeep = error(
        "the folders are nested more than \(Limits.folderDepth) deep; move the files up")
    static let symbolicLink = error(
        "this is a symbolic link and may lead out of the case; put the file itself here")
    static let notAFile = error("this is neither a file nor a folder; put an ordinary file here")
    static let notUTF8 = error("the text is not UTF-8 from here on; save the file as UTF-8")
    static let caseTooLarge = error(
        "the files of the case are larger than \(Limits.caseBytes >> 20) MiB together; leave some of them out"
    )

    static func fileTooLarge(limit: Int) -> DiagnosticMessage {
        error("the file is larger than \(limit >> 20) MiB; split it")
    }

    static func unreadableFile(_ reason: String) -> DiagnosticMessage {
        error("the file cannot be read (\(reason)); check its permissions")
    }

    static func unreadableFolder(_ reason: String) -> DiagnosticMessage {
        error("the folder cannot be read (\(reason)); check its permissions")
    }

    static func damagedPack(_ damage: PackError) -> DiagnosticMessage { error(damage.description) }
}

// YAML itself.
extension DiagnosticMessage {
    static let tooDeep = error(
        "lists and maps are nested more than \(Limits.nesting) deep here; flatten them")
    static let tooManyAliases = error(
        "the file has more than \(Limits.aliases) aliases; write the values themselves")
    static let aliasInKey = error("this may be a key that holds an alias; write out the aliases of the file")
    static let aliasesTooLarge = error(
        "the aliases of the file stand for more than \(Limits.aliasedValues) values; write the values themselves"
    )
    static let secondDocument = error("a second document begins here; put it into a file of its own")
    static let keyNotText = error("a key must be a word; write 'key: value'")

    static func more(_ severity: Diagnostic.Severity) -> DiagnosticMessage {
        DiagnosticMessage(
            severity: severity,
            message:
                "there are more than \(Limits.diagnostics) \(severity.rawValue)s; mend the first ones and check again"
        )
    }

    static func syntax(_ problem: String, context: String?) -> DiagnosticMessage {
        let context = context.map { " \($0)" } ?? ""
        return error("this is not valid YAML: \(problem)\(context); check indentation, colons and quotes")
    }

    static func duplicateKey(_ key: String) -> DiagnosticMessage {
        error("key \(quoted(key)) stands twice in the same map; join the two or delete one")
    }

    static func unsafeCharacter(_ scalar: Unicode.Scalar) -> DiagnosticMessage {
        error("the text holds \(scalar.codePoint), a character that is not safe to show; delete it")
    }
}

// Keys and the shape of values.
extension DiagnosticMessage {
    static func unknownKey(_ key: String, in subject: String) -> DiagnosticMessage {
        error("\(subject) has no key \(quoted(key)); delete it or correct its name")
    }

    static func missingKey(_ key: String, in subject: String) -> DiagnosticMessage {
        error("\(subject) needs the key '\(key)'; add it")
    }

    static func wrongShape(_ what: String, expected: String, found: String) -> DiagnosticMessage {
        error("\(what) must be \(expected), not \(found)")
    }

    static func tooManyEntries(_ what: String) -> DiagnosticMessage {
        error("\(what) has more than \(Limits.entries) entries; leave some of them out")
    }

    static func noWording(_ what: String) -> DiagnosticMessage {
        error("\(what) has no wording; give it 'zh', 'en' or both")
    }

    static func tooLong(_ what: String, count: Int, limit: Int) -> DiagnosticMessage {
        error("\(what) has \(count) characters; shorten it to \(limit)")
    }

    static func severalLines(_ what: String) -> DiagnosticMessage {
        error("\(what) must stand on one line; take the line break out")
    }

    static func badDate(_ text: String) -> DiagnosticMessage {
        error(
            "\(quoted(text)) is not a date; write 2018, 2018-01 or 2018-01-25, also 960, -0255 (256 BCE), "
                + "2018~ (about), 2018? (uncertain), 201X (some year of ten) or 2018-21 (spring)")
    }

    static func badPeriod(_ text: String) -> DiagnosticMessage {
        error(
            "\(quoted(text)) is not a period; write 2018/2020, 2018/.. (goes on), 2018/ (end unknown) or ../2018, "
                + "or a map of 'start' and 'end'")
    }

    static var undatedPeriod: DiagnosticMessage {
        error("the period has no date; give it a start or an end")
    }

    static func badID(_ text: String) -> DiagnosticMessage {
        error("\(quoted(text)) is not an id; use lower-case ASCII letters and digits joined by hyphens")
    }

    static func badLanguage(_ text: String) -> DiagnosticMessage {
        error("\(quoted(text)) is not a language tag; write one of BCP 47, such as zh, en or pt-BR")
    }

    static func badNumber(_ text: String) -> DiagnosticMessage {
        error("\(quoted(text)) is not a number; write digits with a decimal point, such as 1234.5")
    }

    static func outOfRange(_ what: String, _ text: String, _ range: ClosedRange<Double>) -> DiagnosticMessage
    {
        let (least, most) = (Int(range.lowerBound), Int(range.upperBound))
        return error("\(what) \(quoted(text)) is out of range; give a number from \(least) to \(most)")
    }

    static func badChoice(_ what: String, _ text: String, allowed: [String]) -> DiagnosticMessage {
        error("\(what) cannot be \(quoted(text)); choose one of \(listed(allowed))")
    }

    static func badAddress(_ text: String) -> DiagnosticMessage {
        error("\(quoted(text)) is not an address; begin with https:// or http:// and use no spaces")
    }

    static func badDOI(_ text: String) -> DiagnosticMessage {
        error("\(quoted(text)) is not a doi; write it without a resolver's address, such as 10.1000/182")
    }

    static func listedTwice(_ what: String, _ text: String) -> DiagnosticMessage {
        error("\(what) \(quoted(text)) is listed twice; delete one")
    }

    static func shortTooWide(_ columns: Int) -> DiagnosticMessage {
        error("'short' takes \(columns) columns; shorten it to \(Item.shortColumns)")
    }

    static let classifiedWithoutSource = error("a classified link needs a source for its fact; add 'source'")
    static let periodBackwards = error("the period ends before it starts; exchange the dates")
    static let halfACoordinate = error("'lat' and 'lon' belong together; give both or neither")
}

// The rules that hold between the parts of a case.
extension DiagnosticMessage {
    static let noManifest = error("the case has no manifest; add the top-level key 'case' to one file")
    static let noFormat = error("the manifest's file does not name its format; add 'format: 1' at its top")
    static let misplacedFormat = error("'format' belongs in the file that has the key 'case'; move it there")

    static func newerFormat(_ text: String) -> DiagnosticMessage {
        error(
            "the case is written in format \(quoted(text)), this program knows format 1; use a newer triptych"
        )
    }

    static func badFormat(_ text: String) -> DiagnosticMessage {
        error("\(quoted(text)) is not a format of case files; write 'format: 1'")
    }

    static func secondOfOne(_ key: String) -> DiagnosticMessage {
        error("a case has '\(key)' only once; join the two or delete one")
    }

    static func notThreePanes(_ count: Int) -> DiagnosticMessage {
        error("a case has exactly three panes, this one has \(count); list three under 'panes'")
    }

    static func duplicateID(_ kind: EntityKind, _ id: String) -> DiagnosticMessage {
        error("\(kind.rawValue) \(quoted(id)) is defined twice; rename or delete one")
    }

    static func dangling(_ phrase: String, _ id: String, _ kind: EntityKind) -> DiagnosticMessage {
        error("\(phrase) \(quoted(id)), which is not \(kind.indefinite) of this case")
    }

    static func danglingStep(_ id: String) -> DiagnosticMessage {
        warning("the step no longer fits: \(quoted(id)) is not an item of this case")
    }

    static func parentInAnotherPane(_ parent: String, pane: String, own: String) -> DiagnosticMessage {
        error(
            "parent \(quoted(parent)) stands in pane \(quoted(pane)), not in \(quoted(own)); choose one of the same pane"
        )
    }

    static func ownAncestor(_ chain: [String]) -> DiagnosticMessage {
        let shown = chain.count > 6 ? chain.prefix(5) + ["…", chain[chain.count - 1]] : chain[...]
        return error(
            "an item cannot stand under itself: \(shown.joined(separator: " → ")); take one parent out")
    }

    static func linkToItself(_ id: String) -> DiagnosticMessage {
        error("item \(quoted(id)) links to itself; name another item or delete the link")
    }

    static func linkTwice(_ relation: String, _ to: String) -> DiagnosticMessage {
        error("the link \(quoted(relation)) to \(quoted(to)) is stated twice; join the two or delete one")
    }

    static func bordersItself(_ id: String) -> DiagnosticMessage {
        error("place \(quoted(id)) cannot border itself; name another place")
    }
}

// Warnings.
extension DiagnosticMessage {
    static func unevidenced(_ id: String) -> DiagnosticMessage {
        warning("item \(quoted(id)) has no evidence; add a claim with its source")
    }

    static func uncited(_ id: String) -> DiagnosticMessage {
        warning("nothing cites source \(quoted(id)); cite it or delete it")
    }

    static func untranslated(_ what: String, language: String) -> DiagnosticMessage {
        warning("\(what) has no wording in '\(language)'; add it or take the language out of the manifest")
    }

    static let unsourcedMetric = warning("the metric names no source; add 'source'")
    static let undatedStatus = warning("the status has no date for which it is known; add 'as_of'")
    static let unexplainedLink = warning("the link does not say why it holds; add 'because'")
}

// Hints beside the caret.
extension DiagnosticMessage {
    static func meant(_ word: String, at address: Address? = nil) -> String {
        "did you mean '\(word)'?" + (address.map { " (\($0.described))" } ?? "")
    }

    static func begun(at address: Address) -> String { "what is being read began at \(address.described)" }

    /// The usual cause of an error that libyaml reports.
    static func hint(onSyntax problem: String) -> String? {
        switch problem {
        case "mapping values are not allowed in this context":
            "a text that holds a colon and a blank needs quotes around it"
        case "found character that cannot start any token":
            "a text that begins with a sign such as @, ` or % needs quotes around it"
        case _: nil
        }
    }

    static let unquotedComma = "a text that holds a comma needs quotes around it"
    static func first(at address: Address) -> String { "it is first defined at \(address.described)" }
    static func alsoStated(at address: Address) -> String { "it is first stated at \(address.described)" }
    static func aKey(ofLine line: Int) -> String { "the first one stands in line \(line)" }
}
