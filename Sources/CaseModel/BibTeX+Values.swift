// The values of fields, in which TeX finds no command that is not meant.

extension BibTeX {
    /// Numbers, addresses and the language.
    static func identifiers(of work: CitedWork) -> [Field] {
        let source = work.source
        return [
            ("isbn", source.isbn.map(braced)),
            ("issn", source.issn.map(braced)),
            ("doi", source.doi.map { "{" + verbatim($0) + "}" }),
            ("url", source.url.map { "{" + verbatim($0) + "}" }),
            ("urldate", source.accessed.map { "{\($0)}" }),
            ("library", holder(of: work)),
            ("langid", work.language.babelName.map { "{\($0)}" }),
            // How polyglossia tells the characters; the name of the language does not.
            ("langidopts", work.language.isTraditionalChinese ? "{variant=traditional}" : nil),
        ]
    }

    private static func holder(of work: CitedWork) -> String? {
        let holder = [work.original(work.source.archive), work.source.archiveLocation].compactMap { $0 }
        return holder.isEmpty ? nil : kept(holder.joined(separator: "; "))
    }

    /// What is to be known of the copy that was read.
    static func remarks(on work: CitedWork) -> String? {
        let archived = work.source.archived.map {
            CitedWork.archivedPrefix(in: work.language) + "\\url{\(verbatim($0))}"
        }
        let remarks = [work.copyRemark(in: work.language), archived].compactMap { $0 }
        return remarks.isEmpty ? nil : "{" + remarks.joined(separator: " ") + "}"
    }

    /// What the case notes on the source, in a field that styles print only in annotated bibliographies.
    static func note(on work: CitedWork) -> String? {
        let note = work.source.note?.localized(in: work.reader) ?? ""
        return note.isEmpty ? nil : braced(note)
    }

    static func year(of date: PartialDate, in language: LanguageTag) -> String {
        guard !date.isPlain else { return String(date.year) }
        return date.qualified(date.yearInWords).localized(in: language)
    }

    static func names(of work: CitedWork) -> String? {
        names(work.source.authors, in: work.language) ?? work.original(work.organisation).map(kept)
    }

    static func names(_ people: [Source.Author], in language: LanguageTag) -> String? {
        guard !people.isEmpty else { return nil }
        let names = people.map { person in
            switch person.personName(in: language) {
            case .whole(let name): braced(name)
            case .parts(let family, _, _):
                [family, person.suffix, person.givenNames].compactMap { $0.map(nameInParts) }
                    .joined(separator: ", ")
            }
        }
        return "{" + names.joined(separator: " and ") + "}"
    }

    /// A part of a name, in braces where it holds what divides names or their parts.
    private static func nameInParts(_ text: String) -> String {
        let isDivided = text.contains(",") || text.contains(" and ")
        return isDivided ? braced(text) : escaped(text)
    }

    /// A text whose capitals and words no style changes.
    static func kept(_ text: String) -> String { "{" + braced(text) + "}" }

    static func braced(_ text: String) -> String { "{" + escaped(text) + "}" }

    /// Text without any TeX command.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%", "&", "_", "#", "$": result += "\\" + String(scalar)
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "\\": result += "\\textbackslash{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "\n", "\r", "\t": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An address, which styles set verbatim; only characters that would end the field are percent-encoded.
    private static func verbatim(_ text: String) -> String {
        let encoded: [Unicode.Scalar: String] = ["{": "%7B", "}": "%7D", "\\": "%5C"]
        return text.unicodeScalars.map { encoded[$0] ?? String($0) }.joined()
    }

    static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}

extension LanguageTag {
    /// What the `babel` package of LaTeX calls the language; nil where it has no name that is sure.
    fileprivate var babelName: String? { Self.babelNames[text] ?? Self.babelNames[String(primary)] }

    /// True for Chinese in traditional characters.
    fileprivate var isTraditionalChinese: Bool {
        primary == LanguageTag.chinese.text
            && text.split(separator: "-").contains { ["Hant", "TW", "HK", "MO"].contains($0) }
    }

    private static let babelNames = [
        "de-AT": "naustrian", "de-CH": "nswissgerman", "en-AU": "australian", "en-CA": "canadian",
        "en-GB": "british", "en-NZ": "newzealand", "en-US": "american", "fr-CA": "canadien",
        "pt-BR": "brazilian",
        "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
        "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "he": "hebrew", "hi": "hindi",
        "hu": "hungarian", "id": "indonesian", "it": "italian", "ja": "japanese", "ko": "korean",
        "nl": "dutch", "no": "norsk", "pl": "polish", "pt": "portuguese", "ru": "russian", "sv": "swedish",
        "th": "thai", "tr": "turkish", "uk": "ukrainian", "vi": "vietnamese", "zh": "chinese",
    ]
}
