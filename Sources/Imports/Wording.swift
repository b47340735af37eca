import CaseModel
import TextLayout

/// A wording under the tag of its language; the one place that decides it.
///
/// A region is left out, since a case has one wording for all of them; a script stays. A wording whose language nobody
/// told reads the same in every language, and one in Chinese characters is Chinese.
func text(_ wording: String, in tag: LanguageTag?) -> Text {
    guard let tag else { return wording.isInChinese ? Text(chinese: wording) : Text(wording) }
    let scripts = tag.text.split(separator: "-").dropFirst().prefix(1).filter {
        $0.count == 4 && $0 != "Hans"
    }
    let slot = LanguageTag(([tag.primary] + scripts).joined(separator: "-"))
    return Text([(tag: slot ?? tag, text: wording)])
}

extension Text {
    /// Words of this program in the languages of a case alone; a case in none of those that the program knows has them
    /// without a language, in English. Without a case they are in both.
    func within(_ languages: [LanguageTag]?) -> Text {
        guard let languages, !languages.isEmpty, chinese != english else { return self }
        let wordings = languages.compactMap { tag in
            let wording = tag.nearest == .chinese ? chinese : tag.primary == "en" ? english : nil
            return wording.map { (tag: tag, text: $0) }
        }
        return wordings.isEmpty ? Text(english ?? chinese ?? "") : Text(wordings)
    }
}

extension Locator {
    /// The place with words of this program in the languages of a case alone.
    func within(_ languages: [LanguageTag]?) -> Locator {
        var place = self
        place.words = words?.within(languages)
        return place
    }
}

extension LanguageTag {
    /// A language as reference managers name it: a tag, `zh_CN`, `eng`, the names of babel and biblatex, or the
    /// name of the language in English or in itself.
    init?(naming name: String) {
        let plain = name.trimmed.replacing("_", with: "-")
        let folded = plain.lowercased()
        let known = Self.names[folded] ?? Self.names[String(folded.prefix { $0 != "-" })]
        switch known {
        case .some(let tag) where folded.contains("-"):
            let rest = plain.drop { $0 != "-" }
            self.init((tag.contains("-") ? tag : tag + rest))
        case .some(let tag): self.init(tag)
        case nil:
            // A tag that no list here has is taken for one only in the length of ISO 639.
            guard (2...3).contains(folded.prefix { $0 != "-" }.utf8.count) else { return nil }
            self.init(plain)
        }
    }

    private static let names: [String: String] = {
        let lines = """
            zh zho chi chinese 中文 汉语 中文（简体） 简体中文 chinois chinesisch pinyin
            zh-Hant 繁体中文 繁體中文
            en eng english 英文 英语
            en-US american usenglish
            en-GB british ukenglish
            en-CA canadian
            en-AU australian
            en-NZ newzealand
            fr fra fre french français francais 法语
            fr-CA canadien
            de deu ger german ngerman deutsch 德语
            de-AT austrian naustrian
            de-CH swissgerman nswissgerman
            es spa spanish español 西班牙语
            pt por portuguese português
            pt-BR brazil brazilian
            it ita italian italiano
            ja jpn japanese 日本語 日语
            ko kor korean 한국어
            ru rus russian русский 俄语
            ne nep nepali नेपाली
            hi hin hindi
            ar ara arabic العربية
            nl nld dut dutch nederlands
            pl pol polish polski
            cs ces cze czech
            sk slk slo slovak
            sl slv slovene slovenian
            hr hrv croatian
            sr srp serbian
            sr-Cyrl serbianc
            hu hun hungarian magyar
            ro ron rum romanian
            bg bul bulgarian
            el ell gre greek polutonikogreek
            tr tur turkish
            uk ukr ukrainian
            sv swe swedish
            da dan danish
            nb nob norsk
            nn nno nynorsk
            no nor norwegian
            fi fin finnish
            is isl icelandic
            la lat latin
            ca cat catalan
            eu eus baq basque
            ga gle irish
            cy cym welsh
            he heb hebrew
            fa fas per persian farsi
            id ind indonesian
            ms msa malay
            vi vie vietnamese
            th tha thai thaicjk
            mn mon mongolian
            bo bod tib tibetan
            eo epo esperanto
            et est estonian
            lv lav latvian
            lt lit lithuanian
            """
        var names: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            for word in words { names[word.lowercased()] = words[0] }
        }
        return names
    }()
}

extension StringProtocol {
    /// Whether it is written in Chinese characters, without the syllabaries of Japanese or Korean.
    var isInChinese: Bool {
        unicodeScalars.contains(where: \.isHan) && !unicodeScalars.contains(where: \.isKanaOrHangul)
    }

    /// The language that its characters tell: of Japanese, Korean and Chinese; nil for a text in other letters.
    var languageOfScript: LanguageTag? {
        if unicodeScalars.contains(where: { $0.isKana }) { return LanguageTag("ja") }
        if unicodeScalars.contains(where: { $0.isHangul }) { return LanguageTag("ko") }
        return isInChinese ? .chinese : nil
    }

    /// Whether every letter of it is a Chinese character.
    var isAllChinese: Bool {
        isInChinese && unicodeScalars.allSatisfy { $0.isHan || $0 == "·" || $0 == "・" || $0 == " " }
    }

    /// Whether every letter of it is a Chinese character, a kana or a Hangul syllable.
    var isAllEastAsian: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy {
                $0.isHan || $0.isKanaOrHangul || $0 == "·" || $0 == "・" || $0 == "々"
            }
    }

    /// As a text of one line that the case may have; never empty.
    var titleLine: String {
        let line = withoutUnsafe.onOneLine.prefix(ImportLimits.line)
        return line.isEmpty ? "?" : String(line)
    }

    /// Without the characters that no text of a case may have, such as control characters.
    var withoutUnsafe: String {
        guard firstUnsafeScalar != nil || contains("\t") || contains("\r") || contains("\r\n") else {
            return String(self)
        }
        var check = SafetyCheck()
        var result = String.UnicodeScalarView()
        for scalar in String(self).replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\t": result.append(" ")
            case "\r", "\u{2028}", "\u{2029}": result.append("\n")
            case _: if !check.refuses(scalar) { result.append(scalar) }
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// A Chinese character.
    var isHan: Bool {
        switch value {
        case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
        case _: false
        }
    }

    var isKanaOrHangul: Bool { isKana || isHangul }

    var isKana: Bool { (0x3041...0x30FA).contains(value) || (0x30FC...0x30FF).contains(value) }

    var isHangul: Bool { (0xAC00...0xD7A3).contains(value) }
}
