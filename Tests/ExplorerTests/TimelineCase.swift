import CaseModel

/// The small case with a date of every shape.
///
/// ```
/// drv-law     2022-01 – ?              prj-rail    2013-05 – 2018-01-25
/// drv-map     2016 – 2018              prj-river   ? – 2021-12-24
/// arr-pact    2018-04-12 – 2018-04-13  prj-ferry   2018 –, known until 2022-03
/// arr-talks   1988-03 –                prj-visit   2020-07-22
///                                      prj-lone    no date
/// ```
enum TimelineCase {
    static let graph = CaseGraph(make())

    static func make() -> Case {
        var made = SmallCase.make()
        func date(_ id: ID<Item>, _ start: String?, _ end: String?) {
            guard let position = made.items.firstIndex(where: { $0.id == id }) else { return }
            made.items[position].period = Period(
                start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) })
        }
        for (id, chinese, english) in [("prj-ferry", "轮渡", "Ferry"), ("prj-visit", "考察", "Study visit")] {
            var item = Item(
                id: ID(id), kind: "project", title: Text(chinese: chinese, english: english))
            item.parent = "fld-roads"
            made.items.append(item)
        }
        date("drv-law", "2022-01", nil)
        date("drv-map", "2016", "2018")
        date("arr-pact", "2018-04-12", "2018-04-13")
        date("arr-talks", "1988-03", nil)
        date("prj-river", nil, "2021-12-24")
        date("prj-ferry", "2018", nil)
        date("prj-visit", "2020-07-22", "2020-07-22")
        for (id, asOf) in [("arr-talks", nil), ("prj-ferry", "2022-03")] {
            guard let position = made.items.firstIndex(where: { $0.id == ID(id) }) else { continue }
            made.items[position].status = DatedStatus(
                value: "operating", asOf: asOf.flatMap { PartialDate($0) }, source: "src-news")
        }
        return made
    }
}
