import CaseModel
import Foundation

/// JSON as scripts may rely on it: keys of the case format in snake case and sorted, absent values `null`,
/// texts in both languages whatever language is shown, arrays in the case's order.
package enum JSONText {
    /// Encodes a record, ending in a newline.
    package static func encode(_ record: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        // Records hold texts, numbers and lists of them: nothing that JSON could not say.
        let data = (try? encoder.encode(record)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

/// A text in JSON: `{"zh": …, "en": …}`, with `null` for a missing language.
package struct TextRecord: Encodable {
    let zh: String?
    let en: String?

    /// Takes both wordings, whatever language is shown.
    package init(_ text: Text) {
        zh = text.chinese
        en = text.english
    }

    private enum Key: CodingKey { case zh, en }

    /// Writes both keys, a missing wording as `null`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(zh, forKey: .zh)
        try container.encode(en, forKey: .en)
    }
}
