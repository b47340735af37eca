import CaseModel

/// A made-up case, small enough to list every connected set by hand.
///
/// ```
/// consensus        organization        action
/// drv-law ──────► con-need ──► org-plan ──► arr-pact ──► prj-rail   (under fld-roads)
/// drv-map ───────────────────────────────► arr-talks ─► prj-river  (under fld-water)
///                                                        prj-lone   (under fld-water, linked to nothing)
/// prj-rail ┈┈ mode-equals (kinship, no flow)
/// ```
enum SmallCase {
    static let graph = CaseGraph(make())

    static func make() -> Case {
        var manifest = Manifest(id: "small", title: Text(chinese: "小案例", english: "Small case"))
        manifest.cites = "src-paper"
        var made = Case(manifest: manifest)
        made.panes = [
            Pane(
                id: "consensus", title: Text(chinese: "共识", english: "Consensus"),
                question: Text(chinese: "为什么协作？", english: "Why cooperate?")),
            Pane(id: "organization", title: Text(chinese: "组织", english: "Organization")),
            Pane(id: "action", title: Text(chinese: "行动", english: "Action")),
        ]
        made.kinds = [
            kind("driver", "consensus", "政策驱动", "Policy drivers", .driver),
            kind("need", "consensus", "共识要素", "Elements of consensus", .element),
            kind("element", "organization", "组织要素", "Elements of organization", .element),
            kind("arrangement", "organization", "协作安排", "Arrangements", .arrangement),
            kind("mode", "action", "治理方式", "Governance modes", .mode),
            kind("field", "action", "行动领域", "Action fields", .field),
            kind("project", "action", "项目", "Projects", .project),
        ]
        made.relations = [
            Relation(
                id: "implements", title: Text(chinese: "落实", english: "implements"),
                inverse: Text(chinese: "由其落实", english: "is implemented by"), flow: .backward),
            Relation(
                id: "gives-rise-to", title: Text(chinese: "促成", english: "gives rise to"),
                inverse: Text(chinese: "源于", english: "arises from"), flow: .forward),
            Relation(
                id: "works-by", title: Text(chinese: "采用", english: "works by"),
                inverse: Text(chinese: "用于", english: "is the mode of"), flow: .none),
        ]
        made.statuses = [
            Status(id: "operating", title: Text(chinese: "运营", english: "operating"), stage: .inForce)
        ]
        var paper = Source(
            id: "src-paper", title: Text(chinese: "一篇论文", english: "A paper"), form: .paper)
        paper.issuer = Text(chinese: "学报", english: "Journal")
        paper.date = PartialDate("2026-05")
        paper.url = "https://example.org/paper"
        var news = Source(
            id: "src-news", title: Text(chinese: "一则报道", english: "A report"), form: .news)
        news.date = PartialDate("2018-01-25")
        made.sources = [paper, news]
        made.places = [Place(id: "plc-qijiang", title: Text(chinese: "綦江区", english: "Qijiang District"))]
        made.actors = [
            Actor(id: "act-drc", title: Text(chinese: "发展改革委", english: "DRC"), level: .provincial)
        ]
        made.items = Records(items())
        return made
    }

    private static func items() -> [Item] {
        var rail = item("prj-rail", "project", "渝贵铁路", "Chongqing–Guiyang railway", under: "fld-roads")
        rail.summary = Text(
            chinese: "重庆西至贵阳北的快速铁路，2018年1月25日开通。", english: "A fast railway, opened on 25 January 2018.")
        rail.period = Period(start: PartialDate("2013-05"), end: PartialDate("2018-01-25"))
        rail.status = DatedStatus(value: "operating", asOf: PartialDate("2022-01"), source: "src-news")
        rail.places = ["plc-qijiang"]
        rail.actors = ["act-drc"]
        var length = Metric(
            name: Text(chinese: "全长", english: "length"), value: Text("347"), unit: Text("km"))
        length.source = "src-news"
        length.bound = .about
        rail.metrics = [length]
        var opened = Evidence(
            claim: Text(chinese: "2018年1月25日开通运营。", english: "Opened on 25 January 2018."),
            source: "src-news", strength: .reported)
        opened.date = PartialDate("2018-01-25")
        opened.quote = "开通运营"
        rail.evidence = [
            opened,
            Evidence(
                claim: Text(chinese: "论文以它为例。", english: "The paper uses it as an example."),
                source: "src-paper", strength: .analytic),
        ]
        rail.links = [
            link("arr-pact", "implements", because: "协议写明了它", "the pact names it", source: "src-news"),
            link("mode-equals", "works-by", because: "双方共建", "both sides build it"),
        ]
        rail.note = Text(
            chinese: "里程另有367公里一说。", english: "Another source gives the length as 367 km.")

        var river = item("prj-river", "project", "河流治理", "River agreement", under: "fld-water")
        river.links = [link("arr-talks", "implements", because: "会谈商定", "agreed in the talks")]

        var law = item("drv-law", "driver", "支持闯新路", "A new path")
        law.aka = ["国发〔2022〕2号", "Guofa 2022 No. 2"]
        law.links = [
            link("con-need", "gives-rise-to", because: "提出要求", "it asks for it", source: "src-paper")
        ]
        var map = item("drv-map", "driver", "经济圈规划", "Plan of the circle")
        map.links = [link("arr-talks", "gives-rise-to", because: "规划点名", "the plan names them")]
        var need = item("con-need", "need", "协作需要", "Need to cooperate")
        need.links = [link("org-plan", "gives-rise-to", because: "需要衔接", "it needs alignment")]
        var plan = item("org-plan", "element", "规划衔接", "Alignment of plans")
        plan.links = [link("arr-pact", "gives-rise-to", because: "写成协议", "it became a pact")]
        return [
            law, map, need, plan,
            item("arr-pact", "arrangement", "合作协议", "Cooperation pact"),
            item("arr-talks", "arrangement", "联席会谈", "Joint talks"),
            item("mode-equals", "mode", "平等协调", "Coordination among equals"),
            item("fld-roads", "field", "基础设施", "Infrastructure"),
            item("fld-water", "field", "生态", "Ecology"),
            rail, river,
            item("prj-lone", "project", "孤立项目", "Lone project", under: "fld-water"),
        ]
    }

    private static func kind(
        _ id: ID<Kind>, _ pane: ID<Pane>, _ chinese: String, _ english: String, _ role: Kind.Role
    ) -> Kind {
        let title = Text(chinese: chinese, english: english)
        return Kind(id: id, pane: pane, title: title, plural: title, role: role)
    }

    private static func item(
        _ id: ID<Item>, _ kind: ID<Kind>, _ chinese: String, _ english: String, under parent: ID<Item>? = nil
    ) -> Item {
        var item = Item(id: id, kind: kind, title: Text(chinese: chinese, english: english))
        item.parent = parent
        return item
    }

    private static func link(
        _ to: ID<Item>, _ relation: ID<Relation>, because chinese: String, _ english: String,
        source: ID<Source>? = nil
    ) -> Link {
        var link = Link(to: to, relation: relation)
        link.because = Text(chinese: chinese, english: english)
        link.source = source
        return link
    }
}
