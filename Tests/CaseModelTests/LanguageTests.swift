import CaseModel
import Testing

/// Names of languages, and texts with wordings in them.
struct LanguageTests {
    @Test(arguments: [
        ("EN", "en"), ("pt-br", "pt-BR"), ("zh-hant-tw", "zh-Hant-TW"), ("sr-LATN-rs", "sr-Latn-RS"),
        ("es-419", "es-419"), ("qu", "qu"), ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("de-CH-1901", "de-CH-1901"),
        ("zh-yue-HK", "zh-yue-HK"), ("ar-u-NU-Latn", "ar-u-nu-latn"), ("x-ANDES", "x-andes"),
        ("en-x-US", "en-x-us"),
    ])
    func `a tag is written in the customary case of letters`(written: String, tag: String) {
        #expect(LanguageTag(written)?.text == tag)
    }

    @Test(arguments: [
        "", "e", "-", "en-", "-en", "en--GB", "pt_BR", "español", "en GB", "123", "en-u", "x", "en-GB-GB",
        "toolonglanguage", "note", "roads", "en-x", "en-" + String(repeating: "abcdefgh-", count: 5) + "x-a",
    ])
    func `what has not the form of a tag is none`(written: String) {
        #expect(LanguageTag(written) == nil)
    }

    @Test func `the interface is Chinese for Chinese of any sort and else English`() throws {
        for chinese in ["zh", "zh-Hant", "zh-Hans-CN"] {
            #expect(try #require(LanguageTag(chinese)).nearest == .chinese)
        }
        for other in ["en", "en-GB", "es", "qu", "zha", "und"] {
            #expect(try #require(LanguageTag(other)).nearest == .english)
        }
    }

    @Test func `a text holds a wording for each tag`() throws {
        let (es, qu) = (try tag("es"), try tag("qu"))
        var text = Text([(qu, "yaku"), (.english, "water"), (es, "agua")])
        #expect(text[es] == "agua")
        #expect(text[qu] == "yaku")
        #expect(text[.english] == "water")
        #expect(text[.chinese] == nil)
        #expect(text == Text([(es, "agua"), (qu, "yaku"), (.english, "water")]))
        #expect(text.wordings == ["water", "agua", "yaku"])
        #expect(!text.isUniform && !text.isPair && !text.isSame)
        text[qu] = nil
        text[es] = nil
        #expect(text == Text(english: "water"))
    }

    @Test func `a text that is the same in every language is so in languages it never heard of`() throws {
        let number = Text("国发〔2022〕2号")
        #expect(number[try tag("qu")] == "国发〔2022〕2号")
        #expect(number.isSame)
        #expect(number.isUniform)
        #expect(!Text(english: "water").isSame)
    }

    @Test func `what is missing is stood in for by the nearest wording`() throws {
        let (es, qu, hant) = (try tag("es"), try tag("qu"), try tag("zh-Hant"))
        #expect(Text([(hant, "水利"), (.english, "water")]).localized(in: .chinese) == "水利")
        #expect(Text(chinese: "水利", english: "water").localized(in: hant) == "水利")
        #expect(Text([(try tag("es-PE"), "agua"), (.english, "water")]).localized(in: es) == "agua")
        let partial = Text([(es, "agua"), (.english, "water")])
        #expect(partial.localized(in: qu, else: es) == "agua")
        #expect(partial.localized(in: qu) == "water")
        #expect(partial.tag(preferring: qu, else: es) == es)
        #expect(Text([(es, "agua")]).localized(in: .chinese) == "agua")
        #expect(Text(english: "water").localized(in: .chinese) == "water")
        #expect(Text().localized(in: es) == "")
    }

    private func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }
}
