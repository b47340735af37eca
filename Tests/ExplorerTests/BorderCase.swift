import CaseModel

/// A made-up case of cooperation: two sides, actors above them, arrangements of two, three and five actors.
enum BorderCase {
    static let graph = CaseGraph(make())

    private static func make() -> Case {
        var made = Case(
            manifest: Manifest(id: "border", title: Text(chinese: "边界案例", english: "Border case")))
        made.manifest.sides = [Side(id: "east", title: east), Side(id: "west", title: west)]
        made.panes = [
            Pane(id: "consensus", title: Text(chinese: "共识", english: "Consensus")),
            Pane(id: "organization", title: Text(chinese: "组织", english: "Organization")),
            Pane(id: "action", title: Text(chinese: "行动", english: "Action")),
        ]
        made.kinds = [
            kind("driver", "consensus", "政策驱动", "Policy drivers", .driver),
            kind("arrangement", "organization", "协作安排", "Arrangements", .arrangement),
            kind("project", "action", "项目", "Projects", .project),
        ]
        made.actors = [
            actor("act-east", "东省人民政府", "Government of East", .provincial, east),
            actor("act-west", "西省人民政府", "Government of West", .provincial, west),
            actor("act-north", "北省人民政府", "Government of North", .provincial, north),
            actor("act-east-drc", "东省发展和改革委员会", "East Development and Reform Commission", .provincial, east),
            actor("act-west-drc", "西省发展和改革委员会", "West Development and Reform Commission", .provincial, west),
            actor("act-west-city", "西市人民政府", "City of West", .city, west),
            actor("act-east-county", "东县人民政府", "County of East", .county, east),
            actor("act-west-county", "西县人民政府", "County of West", .county, west),
            actor("act-east-court", "东县人民法院", "Court of East", .county, east),
            actor("act-rail", "铁路公司", "Railway company", .market, nil),
            actor("act-west-farm", "西县农场", "Farm in West", .market, west),
            actor("act-village", "界上村", "Border Village", .public, east),
            actor("act-ministry", "国家部委", "The ministry", .central, nil),
        ]
        made.items = [
            item("drv-plan", "driver", "国家规划", "National plan", []),
            item("arr-pact", "arrangement", "合作框架协议", "Framework pact", ["act-east", "act-west"]),
            item(
                "arr-conference", "arrangement", "五方联席会议", "Conference of five",
                ["act-ministry", "act-east", "act-west", "act-north", "act-rail"]),
            item("arr-plan", "arrangement", "实施方案", "Joint plan", ["act-east-drc", "act-west-drc"]),
            item(
                "arr-counties", "arrangement", "两县一市协议", "Counties' agreement",
                ["act-east-county", "act-west-county", "act-west-city"]),
            item("arr-court", "arrangement", "法庭办法", "Rules of the court", ["act-east-court"]),
            item("arr-cluster", "arrangement", "自组织组团", "Self-organized cluster", []),
            item("prj-rail", "project", "铁路", "Railway", ["act-rail", "act-east", "act-west-county"]),
            item("prj-market", "project", "集市", "Market", ["act-village", "act-west-farm"]),
        ]
        return made
    }

    private static let east = Text(chinese: "东省", english: "East")
    private static let west = Text(chinese: "西省", english: "West")
    private static let north = Text(chinese: "北省", english: "North")

    private static func kind(
        _ id: ID<Kind>, _ pane: ID<Pane>, _ chinese: String, _ english: String, _ role: Kind.Role
    ) -> Kind {
        let title = Text(chinese: chinese, english: english)
        return Kind(id: id, pane: pane, title: title, plural: title, role: role)
    }

    private static func actor(
        _ id: ID<Actor>, _ chinese: String, _ english: String, _ level: ID<Level>, _ side: Text?
    ) -> Actor {
        var actor = Actor(id: id, title: Text(chinese: chinese, english: english), level: level)
        actor.side = side
        return actor
    }

    private static func item(
        _ id: ID<Item>, _ kind: ID<Kind>, _ chinese: String, _ english: String, _ actors: [ID<Actor>]
    ) -> Item {
        var item = Item(id: id, kind: kind, title: Text(chinese: chinese, english: english))
        item.actors = actors
        return item
    }
}
