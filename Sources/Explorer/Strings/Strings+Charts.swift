import CaseModel

/// Phrases that several charts share.
extension Strings {
    static let nothingFurther = Text(chinese: "那边没有更多内容", english: "there is nothing further that way")

    /// What follows the order of a table by a column that the screen is too narrow for.
    static let noRoomForColumn = Text(chinese: "（屏窄未列）", english: " (no room for it)")

    /// The reason why pins leave nothing.
    static var emptiedByPins: Text {
        let (panes, back) = (key(.close, in: .view(.timeline)), key(.back))
        return Text(
            chinese: "固定的条目没有留下可显示的内容；\(panes) 回到三栏，\(back) 取消固定",
            english:
                "the pins leave nothing to show here; \(panes) leads to the panes, where \(back) takes a pin off"
        )
    }

    /// The reason why a filter leaves nothing, together with pins if there are any.
    static func emptied(by query: String, andPins: Bool) -> Text {
        let unfilter = key(.find(.unfilter), in: .view(.timeline))
        return Text(
            chinese: "筛选“\(query)”\(andPins ? "和固定" : "")没有留下可显示的内容；\(unfilter) 取消筛选",
            english:
                "the filter “\(query)”\(andPins ? " and the pins leave" : " leaves") nothing to show here; \(unfilter) takes it off"
        )
    }
}
