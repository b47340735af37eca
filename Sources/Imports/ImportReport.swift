import CaseModel
import TextLayout

/// What became of every field of a file: nothing is dropped without being named.
package struct ImportReport: Equatable, Sendable {
    /// The fields, in the order of the file.
    package var fields: [ImportedField] = []
    /// The records that are not imported at all, in the order of the file; each of their fields is lost.
    package var leftOut: [LeftOutRecord] = []
    /// What the case says of records though the file does not, in the order of the file.
    package var guesses: [ImportGuess] = []

    /// A report on nothing yet.
    package init() {}

    /// How many fields arrived, in a field of their own or in the note.
    package var carried: Int { fields.count { $0.outcome.isCarried } }

    /// The fields that did not arrive, or not whole.
    package var lost: [ImportedField] { fields.filter { !$0.outcome.isCarried } }

    /// The fields that are kept in the note, since the format has none for them.
    var inNotes: [ImportedField] { fields.filter { $0.outcome == .inNote } }

    /// Whether the case has some of it already.
    package var hasKnown: Bool { fields.contains { $0.outcome == .known } }

    /// `41 of 45 fields carried, 2 of them in notes; 1 record is not imported`.
    package var summary: Text {
        let (all, noted) = (fields.count, inNotes.count)
        let known = fields.count { $0.outcome == .known }
        return Text(
            chinese: "\(all) 个字段中 \(carried) 个已导入" + (noted > 0 ? "，其中 \(noted) 个在说明里" : "")
                + (known > 0 ? "，其中 \(known) 个案例中已有" : "")
                + (leftOut.isEmpty ? "" : "；\(leftOut.count) 条记录未导入"),
            english: "\(carried) of \(all) fields carried" + (noted > 0 ? ", \(noted) of them in notes" : "")
                + (known > 0 ? ", \(known) of them in the case already" : "")
                + (leftOut.isEmpty
                    ? ""
                    : leftOut.count == 1
                        ? "; 1 record is not imported" : "; \(leftOut.count) records are not imported")
        )
    }

    /// The summary, and one line for each record that is not imported, for each other field that was lost and for each
    /// guess, safe to show.
    package func lines(in language: LanguageTag) -> [String] {
        [summary.localized(in: language)] + leftOut.map { $0.described(in: language) }
            + lost.filter { $0.outcome != .withRecord }.map { $0.described(in: language) }
            + guesses.map { $0.described(in: language) }
    }
}

/// A record that is not imported, since the case could not be opened with it.
package struct LeftOutRecord: Equatable, Sendable {
    /// The record as the file names it.
    package var record: Text
    /// Where the record begins, or its cell that is to be mended.
    package var address: FileAddress
    /// What is wrong with it, and what to do.
    package var reason: Text

    /// `coding.csv:3:1: row 3 is not imported: 'wier' is in no table of --items and not in the case`.
    package func described(in language: LanguageTag) -> String {
        let word = Text(chinese: " 未导入：", english: " is not imported: ").localized(in: language)
        return "\(address): \(record.localized(in: language))\(word)\(reason.localized(in: language))"
            .safeToShow
    }
}

/// Something that the case says of a record and the file does not: what the format needs, or what is most likely.
package struct ImportGuess: Equatable, Sendable {
    /// The record as the file names it.
    package var record: Text
    /// Where the record begins.
    package var address: FileAddress
    /// What was guessed, and for want of what.
    package var guess: Text

    /// `zotero.bib:12:1: field-notes: a guess: type paper, since misc says none`.
    package func described(in language: LanguageTag) -> String {
        let word = Text(chinese: "猜测：", english: "a guess: ").localized(in: language)
        return "\(address): \(record.localized(in: language)): \(word)\(guess.localized(in: language))"
            .safeToShow
    }
}

/// One field of a foreign record and what became of it.
package struct ImportedField: Equatable, Sendable {
    /// The record as the file names it, such as a citation key.
    package var record: Text
    /// The field as the file names it, such as `KW`.
    package var name: String
    /// Its value, as text.
    package var value: String
    /// Where it stands.
    package var address: FileAddress
    /// What became of it.
    package var outcome: Outcome

    /// What can become of a field.
    package enum Outcome: Hashable, Sendable {
        /// It stands in the case.
        case carried
        /// It stands in the note, in words.
        case inNote
        /// The case format has no place for it.
        case noPlace
        /// A part of it arrived, which is reported.
        case inPart(String)
        /// The record says this a second time, and differently.
        case again
        /// It is not in the form that such a field has.
        case malformed
        /// It names a record that the file does not have.
        case dangling
        /// It is of a kind that this reader does not know.
        case unknown
        /// Of a document the passages that codes point at.
        case passages
        /// Another source of the case has this key.
        case keyTaken
        /// The case has the same already.
        case known
        /// A case has one of it, and the case that gets the records has its own.
        case caseHasOwn
        /// The case format cannot read it, or it contradicts the rest of the record.
        case unreadable(Text)
        /// Its record is not imported, for a reason that is told of the record.
        case withRecord

        /// Whether nothing of it was lost.
        var isCarried: Bool { self == .carried || self == .inNote || self == .known }

        /// Why it was lost, or how it arrived.
        package var reason: Text {
            switch self {
            case .carried: Text(chinese: "已导入", english: "carried")
            case .inNote: Text(chinese: "在说明里", english: "carried in the note")
            case .noPlace: Text(chinese: "案例格式没有它的位置", english: "the case format has no place for it")
            case .inPart(let part): Text(chinese: "只导入了“\(part)”", english: "only “\(part)” is carried")
            case .again:
                Text(chinese: "此记录已另有此项", english: "the record says this twice; the first one is carried")
            case .malformed: Text(chinese: "写法不合规定", english: "it is not in the form of such a field")
            case .dangling: Text(chinese: "文件里没有它所指的记录", english: "the file has no such record")
            case .unknown: Text(chinese: "不认识此字段", english: "a field of this name is not known")
            case .passages: Text(chinese: "只导入了编码的片段", english: "only the coded passages are carried")
            case .keyTaken:
                Text(chinese: "案例中另有来源用此键", english: "another source of the case has this key")
            case .known: Text(chinese: "案例中已有", english: "the case has this already")
            case .caseHasOwn: Text(chinese: "案例有自己的", english: "the case has its own")
            case .unreadable(let reason): reason
            case .withRecord: Text(chinese: "此记录未导入", english: "its record is not imported")
            }
        }
    }

    /// `zotero.bib:12:3: ostrom: keywords "commons": the case format has no place for it`.
    package func described(in language: LanguageTag) -> String {
        let shown = value.count > 200 ? value.prefix(199) + "…" : value[...]
        let told = "\(record.localized(in: language)): \(name) “\(shown)”"
        return "\(address): \(told): \(outcome.reason.localized(in: language))".safeToShow
    }
}

/// What came of a file of references.
package struct ImportResult: Equatable, Sendable {
    /// The sources, in the order of the file.
    package var sources: [ImportedSource] = []
    /// What became of every field.
    package var report = ImportReport()
}

/// A source with the record that it was made of.
package struct ImportedSource: Equatable, Sendable {
    /// The source, with an id that no other has.
    package var source: Source
    /// The record as the file names it.
    package var record: String
    /// Where the record begins.
    package var address: FileAddress
}
