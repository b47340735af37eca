import CaseModel

/// Phrases of the timeline.
extension Strings {
    static let today = Text(chinese: "今天", english: "today")

    static let timelineLegend = Text(
        chinese: "● 日  ┣━┫ 时段  ── 运行或有效  ░ 在此期间某日  ┄→ 仍在持续  ┄? 不详",
        english: "● day  ┣━┫ period  ── in use or force  ░ within  ┄→ goes on  ┄? unknown")
    /// The same where dates are doubtful or a beginning is open.
    static let timelineLegendOfDoubt = Text(
        chinese: "● 日  ┣━┫ 时段  ── 有效  ░ 某日  ≈ 约  ○ 存疑  ←┄→ 无始无终  ┄? 不详",
        english: "● day  ┣━┫ period  ── in use  ░ in  ≈ about  ○ doubt  ←┄→ open  ┄? unknown")
    static let nothingInTime = Text(
        chinese: "时间线上没有条目：没有带日期的条目。", english: "Nothing is on the timeline: nothing has a date.")
    static let closest = Text(chinese: "已是最大的比例", english: "this is as close as it goes")
    static let allDays = Text(chinese: "已显示全部年份", english: "all years are in view")
    static let firstDays = Text(chinese: "前面没有更早的日期", english: "there is nothing earlier")
    static let lastDays = Text(chinese: "后面没有更晚的日期", english: "there is nothing later")

    /// How many items of a lane have a date, and how many have none, and whether the filter matches any of them: the
    /// others are there since they are connected with a match, or pinned.
    static func inLane(dated: Int, undated: Int, isMatched: Bool) -> Text {
        let others =
            undated > 0 ? (zh: "，另有 \(undated) 项日期不详", en: ", and \(undated) undated") : (zh: "", en: "")
        let none = isMatched ? (zh: "", en: "") : (zh: "（均不符合筛选）", en: " (none matches the filter)")
        return Text(chinese: "\(dated)\(others.zh)\(none.zh)", english: "\(dated)\(others.en)\(none.en)")
    }

    static func notInTime(_ title: String) -> Text {
        let keys = key(.move(.up), in: .view(.timeline)) + " " + key(.move(.down), in: .view(.timeline))
        return Text(
            chinese: "“\(title)”不在时间线上；\(keys) 另选一项",
            english: "“\(title)” is not on the timeline; \(keys) choose another item")
    }

    /// A year on the axis; one before our era by the count of historians.
    static func tick(year: Int) -> Text {
        year > 0 ? Text(String(year)) : Text(chinese: "前\(1 - year)年", english: "\(1 - year) BCE")
    }

    /// A month on the axis other than January.
    static func tick(month: Int) -> Text {
        Text(chinese: "\(month)月", english: String(PartialDate.english(month: month).prefix(3)))
    }

    static func period(from start: String, to end: String) -> Text {
        Text(chinese: "\(start)至\(end)", english: "\(start) to \(end)")
    }

    static func period(to end: String) -> Text {
        Text(chinese: "起始不详，至\(end)", english: "start unknown, to \(end)")
    }

    static func beginningless(to end: String) -> Text {
        Text(chinese: "无始期，至\(end)", english: "no beginning, to \(end)")
    }

    static func lasting(from start: String) -> Text {
        Text(chinese: "\(start)起，尚无终期", english: "from \(start), no end yet")
    }

    static func unended(from start: String) -> Text {
        Text(chinese: "\(start)起，终期不详", english: "from \(start), end unknown")
    }
}
