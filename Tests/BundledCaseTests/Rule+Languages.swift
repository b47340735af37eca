import CaseModel
import Foundation

extension Rule {
    static let languages: [Rule] = [
        Rule(
            "both languages carry the same numbers",
            violations: { the in
                the.bilingual.flatMap { place, text in
                    Figures.missing(in: text.english ?? "", of: text.chinese ?? "").map { "\(place): \($0)" }
                }
            },
            mistakes: {
                $0.change("prj-zaodu-reservoir") { $0.evidence[7].claim.english = "From 20 to 60 years." }
            },
            { $0.change("prj-zaodu-reservoir") { $0.metrics[0].value.english = "1.0123" } },
            {
                $0.change("prj-qijiang-service-area") {
                    $0.evidence[1].claim.english = "A meeting in May 2023."
                }
            },
            { the in
                the.change("prj-zaodu-reservoir") {
                    $0.evidence[0].locator = Locator(
                        Text(chinese: "第3段", english: "paragraph 4"))
                }
            }),

        Rule(
            "units are those of each language: 万 and 亿 in Chinese, million and billion in English",
            violations: { the in
                the.items.flatMap { item in
                    item.metrics.filter { metric in
                        let texts = [metric.unit, metric.display].compactMap(\.self)
                        // What is counted by 万 or 亿 is told in English in words of English.
                        return texts.contains { text in
                            text.chinese?.contains(/十亿|百万元|百万立方米/) == true
                                || text.english?.contains("×") == true
                        }
                    }.map { "\(item.id): \($0.name.chinese ?? "")" }
                }
            },
            mistakes: {
                $0.change("prj-zaodu-reservoir") { $0.metrics[2].unit?.chinese = "百万立方米" }
            },
            { $0.change("prj-zaodu-reservoir") { $0.metrics[2].unit?.english = "× 100 million m³" } },
            {
                $0.change("prj-zaodu-reservoir") {
                    $0.metrics[0].display = Text(chinese: "101.23亿元", english: "101.23 × 100 million yuan")
                }
            }),
    ]
}

extension Case {
    /// The texts that tell figures, each with where it stands.
    fileprivate var bilingual: [(place: String, text: Text)] {
        var result: [(place: String, text: Text)] = []
        for item in items {
            result.append(("\(item.id)", item.title))
            if let summary = item.summary { result.append(("\(item.id), summary", summary)) }
            result += item.evidence.map { ("\(item.id), evidence", $0.claim) }
            result += (item.evidence.map(\.locator) + item.metrics.map(\.locator)).compactMap { locator in
                locator.map { ("\(item.id), locator", $0.text) }
            }
            result += item.metrics.flatMap { [$0.name, $0.figure] }.map {
                ("\(item.id), metric", $0)
            }
            result += item.links.compactMap { link in link.because.map { ("\(item.id) → \(link.to)", $0) } }
        }
        for place in places { result += place.evidence.map { ("\(place.id)", $0.claim) } }
        for actor in actors { result += actor.evidence.map { ("\(actor.id)", $0.claim) } }
        for tour in tours {
            result += tour.steps.flatMap(\.points).map { ("\(tour.id)", $0.text) }
        }
        return result
    }
}

/// Figures of a Chinese text, looked for in the English one: as written, in words, by 万 and 亿, as a month.
private enum Figures {
    private static let words = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]
    private static let ordinals = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
        "eighteenth",
        "nineteenth", "twentieth",
    ]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november",
        "december",
    ]

    static func missing(in english: String, of chinese: String) -> [String] {
        let told = english.replacing(",", with: "").lowercased()
        return chinese.matches(of: /([0-9]+(?:\.[0-9]+)?)余?(万亿|万千瓦|万|亿|月)?/).filter { match in
            !forms(of: String(match.1), unit: match.2.map(String.init) ?? "").contains {
                isTold($0, in: told)
            }
        }.map { String($0.0) }
    }

    private static func forms(of digits: String, unit: String) -> Set<String> {
        guard let number = Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")) else {
            return [digits]
        }
        var forms: Set<String> = [digits, plain(number)]
        let scales: [String: Decimal] = [
            "万": 10_000, "万千瓦": 10_000, "亿": 100_000_000, "万亿": 1_000_000_000_000,
        ]
        let value = number * (scales[unit] ?? 1)
        forms.insert(plain(value))
        for (word, scale) in [
            ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000),
        ] {
            forms.insert("\(plain(value / Decimal(scale))) \(word)")
        }
        if unit == "万千瓦" {
            forms.insert("\(plain(number * 10)) mw")
            forms.insert("\(plain(number / 100)) gw")
        }
        if let small = Int(plain(value)), words.indices.contains(small) {
            forms.insert(words[small])
            forms.insert(ordinals[small])
            if small == 1 { forms.insert("once") }
            if small == 2 { forms.insert("twice") }
        }
        if unit == "月", let month = Int(digits), (1...12).contains(month) { forms.insert(months[month - 1]) }
        return forms
    }

    private static func plain(_ number: Decimal) -> String { "\(number)" }

    /// True where a form stands in a text and is not a part of a longer figure.
    private static func isTold(_ form: String, in text: String) -> Bool {
        text.ranges(of: form).contains { range in
            let before = text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            let isPart = { (character: Character?) in character.map { $0.isASCII && $0.isNumber } ?? false }
            return !isPart(before) && before != "." && !isPart(after)
        }
    }
}
