// The words of a case for what actors and evidence have in common: levels, sides and strengths.

/// A tier at which actors stand.
package struct Level: Equatable, Sendable {
    /// Its id, such as `county`.
    package var id: ID<Level>
    /// What it is called.
    package var title: Text

    /// A tier.
    package init(id: ID<Level>, title: Text) {
        self.id = id
        self.title = title
    }

    /// The tiers of a case that declares none, the highest first.
    package static let ordinary = [
        Level(id: .central, title: Text(chinese: "中央", english: "central")),
        Level(id: .provincial, title: Text(chinese: "省级", english: "provincial")),
        Level(id: .city, title: Text(chinese: "市级", english: "city")),
        Level(id: .county, title: Text(chinese: "区县级", english: "county")),
        Level(id: .township, title: Text(chinese: "乡镇级", english: "township")),
        Level(id: .market, title: Text(chinese: "市场", english: "market")),
        Level(id: .public, title: Text(chinese: "公众", english: "public")),
    ]
}

extension ID<Level> {
    package static var central: Self { "central" }
    package static var provincial: Self { "provincial" }
    package static var city: Self { "city" }
    package static var county: Self { "county" }
    package static var township: Self { "township" }
    package static var market: Self { "market" }
    package static var `public`: Self { "public" }
}

/// How far a source of some sort carries.
package struct Strength: Equatable, Sendable {
    /// Its id, such as `primary`.
    package var id: ID<Strength>
    /// What it is called.
    package var title: Text
    /// Its place among the strengths, of which 1 carries furthest; several may have the same.
    package var rank: Int

    /// A strength.
    package init(id: ID<Strength>, title: Text, rank: Int) {
        self.id = id
        self.title = title
        self.rank = rank
    }

    /// The strengths of a case that declares none: official texts and statistics, news, scholarship.
    package static let ordinary = [
        Strength(id: .primary, title: Text(chinese: "一手", english: "primary"), rank: 1),
        Strength(id: .reported, title: Text(chinese: "报道", english: "reported"), rank: 2),
        Strength(id: .analytic, title: Text(chinese: "学术", english: "analytic"), rank: 3),
    ]

    /// Other words for it in filters.
    package var otherNames: [String] { Self.ordinary.last == self ? ["分析"] : [] }
}

extension ID<Strength> {
    package static var primary: Self { "primary" }
    package static var reported: Self { "reported" }
    package static var analytic: Self { "analytic" }
}

extension Manifest {
    /// The strengths of evidence, those that carry furthest first.
    package var rankedStrengths: [Strength] {
        strengths.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }
}

extension Case {
    /// What a level is called.
    package func title(of level: ID<Level>) -> Text {
        manifest.levels.first { $0.id == level }?.title ?? Text(level.text)
    }

    /// What a strength of evidence is called.
    package func title(of strength: ID<Strength>) -> Text {
        manifest.strengths.first { $0.id == strength }?.title ?? Text(strength.text)
    }

    /// What a status is called.
    package func title(of status: ID<Status>) -> Text {
        statuses.first { $0.id == status }?.title ?? Text(status.text)
    }

    /// What the division that a place belongs to is called.
    package var placeWord: Text { manifest.placeWord ?? Text(chinese: "省份", english: "province") }
}

/// A side on which actors stand, such as one of the provinces along a border.
package struct Side: Equatable, Sendable {
    /// Its id, such as `east`.
    package var id: ID<Side>
    /// What it is called.
    package var title: Text

    /// A side.
    package init(id: ID<Side>, title: Text) {
        self.id = id
        self.title = title
    }
}

/// The sides of a case: those that it declares, or else all that its actors name, in the order of first mention.
package struct Sides: Equatable, Sendable {
    /// What each side is called, in order.
    package let titles: [Text]
    /// For each actor the number of its side; nil for one on none of them.
    package let numbers: [Int?]
    /// For each actor what its side is called, even one that the case does not declare; nil for one without.
    package let titlesOfActors: [Text?]

    /// The sides of a case. What an actor has for a side stands for a declared one by its id or any of its names.
    package init(of case: Case) {
        let declared = `case`.manifest.sides
        var titles = declared.map(\.title)
        let found: [Int?]
        if declared.isEmpty {
            var numbers: [Text: Int] = [:]
            for side in `case`.actors.compactMap(\.side) where numbers[side] == nil {
                numbers[side] = titles.count
                titles.append(side)
            }
            found = `case`.actors.map { actor in actor.side.flatMap { numbers[$0] } }
        } else {
            let named = declared.enumerated()
            let words =
                named.map { ($1.id.text, $0) }
                + named.flatMap { number, side in
                    side.title.wordings.map { ($0, number) }
                }
            let numbers = Dictionary(words) { first, _ in first }
            found = `case`.actors.map { actor in
                actor.side?.wordings.lazy.compactMap { numbers[$0] }.first
            }
        }
        self.titles = titles
        numbers = found
        titlesOfActors = zip(`case`.actors, found).map { actor, number in
            number.map { titles[$0] } ?? actor.side
        }
    }
}

/// A word of the case format that the program shows under a title.
package protocol TitledWord {
    /// What readers see in its place.
    var title: Text { get }
}

extension Source.Form: TitledWord {
    /// What a document of this sort is called.
    package var title: Text {
        switch self {
        case .law: Text(chinese: "法律", english: "law")
        case .opinion: Text(chinese: "意见", english: "opinion")
        case .plan: Text(chinese: "规划", english: "plan")
        case .agreement: Text(chinese: "协议", english: "agreement")
        case .regulation: Text(chinese: "条例", english: "regulation")
        case .notice: Text(chinese: "通知", english: "notice")
        case .news: Text(chinese: "新闻", english: "news")
        case .statistics: Text(chinese: "统计", english: "statistics")
        case .paper: Text(chinese: "论文", english: "paper")
        case .web: Text(chinese: "网页", english: "web page")
        case .book: Text(chinese: "图书", english: "book")
        case .chapter: Text(chinese: "书中篇章", english: "chapter")
        case .thesis: Text(chinese: "学位论文", english: "thesis")
        case .report: Text(chinese: "报告", english: "report")
        case .interview: Text(chinese: "访谈", english: "interview")
        case .archive: Text(chinese: "档案", english: "archive document")
        case .dataset: Text(chinese: "数据集", english: "data set")
        case .standard: Text(chinese: "标准", english: "standard")
        case .film: Text(chinese: "影片", english: "film")
        }
    }
}
