import CaseModel

extension LanguageTag {
    /// What its speakers call the language; the tag where that is not known here, or where script or region tell it
    /// from another of the same name.
    var ownName: String { Self.ownNames[text] ?? text }

    private static let ownNames = [
        "ca": "català", "cs": "čeština", "cy": "Cymraeg", "da": "dansk", "de": "Deutsch", "el": "ελληνικά",
        "en": "English", "es": "español", "et": "eesti", "eu": "euskara", "fi": "suomi", "fr": "français",
        "ga": "Gaeilge", "gl": "galego", "hr": "hrvatski", "hu": "magyar", "id": "Bahasa Indonesia",
        "it": "italiano", "ja": "日本語", "ko": "한국어", "lt": "lietuvių", "lv": "latviešu", "nl": "Nederlands",
        "no": "norsk", "pl": "polski", "pt": "português", "qu": "Runasimi", "ro": "română", "ru": "русский",
        "sk": "slovenčina", "sl": "slovenščina", "sv": "svenska", "sw": "Kiswahili", "tr": "Türkçe",
        "uk": "українська", "vi": "Tiếng Việt", "zh": "中文", "zh-Hans": "简体中文", "zh-Hant": "繁體中文",
    ]
}
