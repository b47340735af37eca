import CaseModel

/// What a sentence about a case file is about. Most values are sound and never spoken of, so that the words are put
/// together only when they are.
package enum Subject: Sendable {
    /// The value of a key: `'title'`.
    case key(String)
    /// An entry of a list: `an entry of 'links'`.
    indirect case entry(of: Subject)
    /// An entity with its id: `item 'prj-x'`.
    case entity(EntityKind, String)
    /// Anything else: `the evidence`.
    case noun(Text)

    /// A whole file.
    static let file = Subject.noun(Text(chinese: "文件", english: "the file"))
    /// The top level of a case's files.
    static let wholeCase = Subject.noun(Text(chinese: "案例", english: "a case"))
    /// The top level of a file that holds nothing but tours.
    static let tourFile = Subject.noun(Text(chinese: "讲解路线文件", english: "a file of tours"))

    /// True for the title of a record.
    var isTitle: Bool { if case .key("title") = self { true } else { false } }

    /// The Chinese words, which may begin a sentence.
    var zh: String {
        switch self {
        case .key(let key): "“\(DiagnosticMessage.shown(key))”"
        case .entry(let list): "\(list.zh)中的一项"
        case .entity(let kind, let id): "\(kind.title.zh)“\(DiagnosticMessage.shown(id))”"
        case .noun(let noun): noun.zh
        }
    }

    /// The English words.
    var en: String {
        switch self {
        case .key(let key): "'\(DiagnosticMessage.shown(key))'"
        case .entry(let list): "an entry of \(list.en)"
        case .entity(let kind, let id): "\(kind.title.en) '\(DiagnosticMessage.shown(id))'"
        case .noun(let noun): noun.en
        }
    }
}

/// How an id that is defined elsewhere comes to be used: the beginning of the sentence about one that is not.
package enum Mention: Sendable {
    /// As the value of a key.
    case key(String)
    /// As the end of a link.
    case link(relation: String)

    /// The Chinese words, which the id follows.
    var zh: String {
        switch self {
        case .key(let key): "“\(key)”写的是"
        case .link(let relation): "链接“\(DiagnosticMessage.shown(relation))”指向"
        }
    }

    /// The English words.
    var en: String {
        switch self {
        case .key(let key): "'\(key)' names"
        case .link(let relation): "link '\(DiagnosticMessage.shown(relation))' points to"
        }
    }
}

extension Text {
    /// The Chinese wording of a phrase of the program, which has both.
    var zh: String { chinese ?? english ?? "" }
    /// The English wording of a phrase of the program.
    var en: String { english ?? chinese ?? "" }
}
