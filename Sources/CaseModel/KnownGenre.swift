/// A genre that formats and styles tell apart where the form of the source does not.
package enum KnownGenre: CaseIterable, Sendable {
    case conferencePaper, magazineArticle, map, patent, software, speech

    /// What the case calls it, in small letters.
    var names: Set<String> {
        switch self {
        case .conferencePaper: ["会议论文", "conference paper"]
        case .magazineArticle: ["杂志文章", "magazine article"]
        case .map: ["地图", "舆图", "map"]
        case .patent: ["专利", "patent"]
        case .software: ["软件", "software"]
        case .speech: ["讲话", "演讲", "演示文稿", "speech", "presentation"]
        }
    }

    /// What a reference calls it, for who reads another language than the one in which the case names it.
    var title: Text {
        switch self {
        case .conferencePaper: Text(chinese: "会议论文", english: "Conference paper")
        case .magazineArticle: Text(chinese: "杂志文章", english: "Magazine article")
        case .map: Text(chinese: "地图", english: "Map")
        case .patent: Text(chinese: "专利", english: "Patent")
        case .software: Text(chinese: "计算机软件", english: "Computer software")
        case .speech: Text(chinese: "讲话", english: "Speech")
        }
    }
}
