/// The part of a source that is cited, as one of the styles has to word it: pages by their numbers, all else
/// (`摘要`, `part 2`) as the case puts it.
enum Locator: Equatable {
    /// One page, or several: digits, hyphens and commas.
    case pages(String, isOne: Bool)
    /// A part that has a name.
    case part(String)

    /// A locator in a language; `p. 3`, `pp. 3–5`, `第3页` and a bare `3` are pages.
    init?(_ text: Text?, in language: Language) {
        guard let wording = text?.localized(in: language), !wording.isEmpty else { return nil }
        var numbers = wording.filter { $0 != " " }.lowercased()[...]
        for sign in ["pages", "page", "pp.", "p.", "第"] where numbers.hasPrefix(sign) {
            numbers = numbers.dropFirst(sign.count)
            break
        }
        if numbers.hasSuffix("页") { numbers.removeLast() }
        let pages = numbers.hyphenated
        let isNumbers = pages.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ",") }
        let isOne = !pages.contains("-") && !pages.contains(",")
        self =
            isNumbers && pages.first?.isNumber == true ? .pages(pages, isOne: isOne) : .part(wording)
    }

    /// The locator as it stands in a text: `p. 28`, `pp. 28–30`, `第28页`, `摘要`.
    func worded(in language: Language) -> String {
        switch (self, language) {
        case (.part(let part), _): part
        case (.pages(let pages, _), .chinese): "第\(pages.replacing("-", with: "–"))页"
        case (.pages(let pages, let isOne), .english):
            (isOne ? "p. " : "pp. ") + pages.replacing("-", with: "–")
        }
    }
}

extension StringProtocol {
    /// Page ranges with a hyphen, whatever dash they were printed with.
    var hyphenated: String { String(map { $0 == "–" || $0 == "—" ? "-" : $0 }) }
}
