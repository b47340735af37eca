/// What a news report appeared in.
package enum NewsMedium: Sendable {
    /// A paper, which is known by its day.
    case newspaper
    /// A periodical with numbers.
    case magazine
    /// An agency, a station, a site, or what the case does not name.
    case other
}

extension CitedWork {
    /// What a news report appeared in: as the case has it, in numbers, in a container or only an outlet, and as it is
    /// named. Styles and formats alike ask here, so that they agree.
    package var newsMedium: NewsMedium {
        let names = containerTitle?.wordings.map(\.inSimplifiedCharacters) ?? []
        if names.contains(where: \.isNameOfNewspaper) { return .newspaper }
        if isNumbered || names.contains(where: \.isNameOfMagazine)
            || genre == .magazineArticle
        {
            return .magazine
        }
        if source.container != nil { return .newspaper }
        // Chinese newspapers are called so; elsewhere it is agencies, stations and sites that are.
        let isChinese = names.contains { $0.unicodeScalars.contains(where: \.isHan) }
        let isCalledOther = names.isEmpty || isChinese || names.contains(where: \.isNameOfAgencyOrStation)
        return isCalledOther ? .other : .newspaper
    }

    /// True for a report in a magazine that is known by its volume or number.
    package var isInNumberedMagazine: Bool { newsMedium == .magazine && isNumbered }

    private var isNumbered: Bool { source.container?.volume != nil || source.container?.issue != nil }
}

extension String {
    fileprivate var isNameOfNewspaper: Bool {
        ["报", "报海外版", "每日电讯", "周末"].contains(where: hasSuffix)
    }

    fileprivate var isNameOfMagazine: Bool { ["周刊", "月刊", "旬刊", "杂志"].contains(where: hasSuffix) }

    /// True for a name that has one of the words by which agencies, stations and sites are known, or is an address.
    fileprivate var isNameOfAgencyOrStation: Bool {
        let words = lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." }
        if words.contains(where: { $0.dropFirst().dropLast().contains(".") && $0.last != "." }) {
            return true
        }
        let name = words.joined(separator: " ")
        return words.contains { Self.wordsOfAgencies.contains(String($0)) }
            || ["al jazeera", "associated press", "deutsche welle", "france 24", "news service", "sky news"]
                .contains(where: name.contains)
    }

    private static let wordsOfAgencies: Set<String> = [
        "agence", "agencia", "agency", "agencja", "agentur", "agenzia", "agência", "blog", "broadcasting",
        "channel", "network", "online", "podcast", "radio", "rundfunk", "rádio", "televisión", "television",
        "televisione", "televisão", "télévision", "tv", "website", "afp", "ansa", "ard", "bbc", "bloomberg",
        "cbs", "cctv", "cgtn", "cnn", "dpa", "efe", "euronews", "facebook", "interfax", "nbc", "nhk", "npr",
        "pbs", "reuters", "rfi", "rthk", "tass", "upi", "xinhua", "xinhuanet", "yonhap", "youtube", "zdf",
    ]

    /// The name with those characters simplified by which newspapers and magazines are known.
    fileprivate var inSimplifiedCharacters: String {
        String(map { Self.simplifiedCharacters[$0] ?? $0 })
    }

    private static let simplifiedCharacters: [Character: Character] = [
        "報": "报", "週": "周", "訊": "讯", "電": "电", "誌": "志", "雜": "杂",
    ]
}
