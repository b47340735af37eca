import CaseModel

/// An irrigation commons from before our era to this day, with a date of every doubt and every kind of end.
enum HistoryCase {
    static let graph = CaseGraph(make())

    static func make() -> Case {
        var made = Case(manifest: Manifest(id: "history", title: Text(chinese: "都江堰", english: "Dujiangyan")))
        made.panes = [
            Pane(id: "resource", title: Text(chinese: "资源", english: "Resource")),
            Pane(id: "rules", title: Text(chinese: "规则", english: "Rules")),
            Pane(id: "practice", title: Text(chinese: "实践", english: "Practice")),
        ]
        made.kinds = [
            Kind(
                id: "event", pane: "resource", title: Text(chinese: "事件", english: "event"),
                plural: Text(chinese: "事件", english: "Events"), role: .driver),
            Kind(
                id: "rule", pane: "rules", title: Text(chinese: "规则", english: "rule"),
                plural: Text(chinese: "规则", english: "Rules in use"), role: .arrangement),
            Kind(
                id: "work", pane: "practice", title: Text(chinese: "工程", english: "work"),
                plural: Text(chinese: "工程", english: "Works"), role: .project),
        ]
        made.sources = [
            source("src-shiji", "史记", "Shiji", "-0090~"), source("src-song", "宋史", "History of Song", "1345"),
        ]
        made.items = [
            item("evt-flood", "event", "洪水", "Flood", "/-0298?"),
            item("evt-fishing", "event", "岷江渔业", "Fishing on the Min", "../1958"),
            item("rul-three", "rule", "三字经治水法", "The six-character rule", "-0255~/.."),
            item("rul-annual", "rule", "岁修制度", "Annual maintenance", "0972/"),
            item("rul-office", "rule", "堰官", "Weir office", "0227%/1368~"),
            item("wrk-weir", "work", "鱼嘴分水堤", "Fish-mouth levee", "-0255~/-0250"),
            item("wrk-iron", "work", "铁龟", "Iron turtles", "1335-21/1336"),
            item("wrk-gate", "work", "外江闸", "Outer river gate", "1973-04/1974-04-15"),
            item("wrk-dam", "work", "紫坪铺水库", "Zipingpu dam", "2001-03-29/2006"),
            item("wrk-repair", "work", "震后修复", "Repair after the earthquake", "200X/201X"),
        ]
        made.items[0].evidence = [
            Evidence(claim: Text("The river rose."), source: "src-shiji", strength: .primary)
        ]
        made.items[0].evidence[0].date = PartialDate("-0298?")
        return made
    }

    private static func item(
        _ id: String, _ kind: String, _ chinese: String, _ english: String, _ period: String
    ) -> Item {
        var item = Item(id: ID(id), kind: ID(kind), title: Text(chinese: chinese, english: english))
        item.period = Period(period)
        return item
    }

    private static func source(_ id: String, _ chinese: String, _ english: String, _ date: String) -> Source {
        var source = Source(id: ID(id), title: Text(chinese: chinese, english: english), form: .paper)
        source.date = PartialDate(date)
        return source
    }
}
