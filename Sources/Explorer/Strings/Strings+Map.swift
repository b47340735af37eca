import CaseModel

/// Phrases of the map.
extension Strings {
    static let onMap = Text(chinese: "图上", english: "on the map")
    static let notOnMap = Text(chinese: "不在图上", english: "not on the map")
    static let elsewhere = Text(chinese: "其余，不在图上", english: "others, not on the map")
    static let outline = Text(chinese: "轮廓", english: "outline")
    /// A border is drawn as a stroke between two places.
    static let sketchedBorder = Text(chinese: "接壤（示意）", english: "common border")
    /// The same in short.
    static let border = Text(chinese: "接壤", english: "border")
    static let within = Text(chinese: "位于", english: "lies in")
    static let otherProvinces = Text(chinese: "其他", english: "other")
    static let noCoordinates = Text(chinese: "没有坐标", english: "no coordinates")
    static let kilometres = Text(chinese: "公里", english: "km")
    static let noPlace = Text(chinese: "本案例没有写明任何地点", english: "the case names no place")
    static let noPlaceOnMap = Text(
        chinese: "没有一处写明坐标，地点都列在图外。", english: "No place has coordinates; all are listed beside the map.")
    static let allPlaces = Text(chinese: "已显示全部地点", english: "all places are in view")
    static let noPlaceFurther = Text(chinese: "那边没有更多地点", english: "there is nothing further that way")

    static func name(of point: CoordinatesSource.Point) -> Text {
        switch point {
        case .seat: Text(chinese: "驻地", english: "seat")
        case .town: Text(chinese: "城区", english: "town")
        case .centroid: Text(chinese: "中心点", english: "centroid")
        case .site: Text(chinese: "所在点", english: "site")
        }
    }

    static func lies(in place: String) -> Text { Text(chinese: "位于\(place)", english: "in \(place)") }

    static func underOthers(_ count: Int) -> Text {
        Text(chinese: "\(count) 处被遮住", english: "\(count) hidden")
    }

    static func magnified(_ times: String) -> Text {
        Text(chinese: "放大 \(times) 倍", english: "enlarged \(times)×")
    }

    /// The name of an order; `word` is what the case calls the divisions that places belong to.
    static func name(of order: MapRanking.Order, by word: Text) -> Text {
        switch order {
        case .items: Text(chinese: "按条目多少", english: "by items")
        case .province:
            word.inPhrase { language, word in
                switch language {
                case .chinese: "按" + word
                case .english: "by " + word
                }
            }
        case .listed: name(of: SourcesChart.Order.listed)
        }
    }
}
