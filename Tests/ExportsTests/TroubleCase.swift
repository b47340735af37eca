import CaseModel

/// A small case with everything that is difficult for a format: quotes, commas, line breaks, formula characters,
/// markup of TeX, Markdown, XML and DOT, missing languages and dates, authors of both scripts.
enum TroubleCase {
    static var graph: CaseGraph { CaseGraph(whole) }

    static var whole: Case {
        var result = Case(
            manifest: Manifest(id: "trouble", title: Text(chinese: "麻烦“案例”", english: "The \"trouble\" case"))
        )
        result.manifest.authors = [Text("A. Writer")]
        result.manifest.about = [Text(english: "Made up.")]
        result.panes = [
            Pane(id: "why", title: Text("Why")), Pane(id: "who", title: Text("Who")),
            Pane(id: "what", title: Text(chinese: "做什么", english: "What"), question: Text("What is done?")),
        ]
        result.kinds = [
            Kind(id: "driver", pane: "why", title: Text("Driver"), plural: Text("Drivers"), role: .driver),
            Kind(id: "body", pane: "who", title: Text("Body"), plural: Text("Bodies"), role: .arrangement),
            Kind(
                id: "project", pane: "what", title: Text("Project"), plural: Text("Projects"), role: .project),
        ]
        result.relations = [
            Relation(id: "leads", title: Text("leads \"to\""), inverse: Text("led by"), flow: .forward),
            Relation(id: "answers", title: Text("answers"), inverse: Text("answered by"), flow: .backward),
        ]
        result.statuses = [Status(id: "running", title: Text("running"), stage: .inForce)]
        result.matrix = Matrix(rows: "driver", columns: "body", cells: "project")
        result.sources = Records(sources)
        result.items = Records(items)
        var place = Place(id: "plc-a", title: Text("A"))
        (place.latitude, place.longitude) = (-1.5, 106)
        place.borders = [Border(place: "plc-b", source: "src-news"), Border(place: "plc-b2")]
        result.places = [
            place, Place(id: "plc-b", title: Text("B")), Place(id: "plc-b2", title: Text("B2")),
        ]
        var actor = CaseModel.Actor(id: "act-a", title: Text("Office, A"), level: .county)
        actor.evidence = [Evidence(claim: Text(chinese: "有人。"), source: "src-web", strength: .reported)]
        result.actors = [actor]
        result.tours = [tour]
        return result
    }

    private static var items: [Item] {
        var driver = Item(
            id: "drv-a", kind: "driver", title: Text(chinese: "=1+1，“引号”", english: "=SUM(A1), \"quoted\""))
        driver.summary = Text(chinese: "第一行\n第二行", english: "a | b \\ c `d` <e> & *f*\n- not a list")
        driver.evidence = [
            Evidence(
                claim: Text(english: "+1 \"more\"\nthan, before"), source: "src-paper", strength: .analytic),
            Evidence(claim: Text(chinese: "-1"), source: "src-news", strength: .reported),
        ]
        driver.evidence[0].locator = Locator(Text("p. 3"))
        driver.evidence[0].date = PartialDate("2018-01")
        driver.evidence[1].quote = "@here"
        driver.links = [Link(to: "arr-b", relation: "leads")]
        driver.links[0].because = Text(english: "it \"says\" so & <more>\nback\\slash")
        driver.links[0].source = "src-plan"
        var body = Item(id: "arr-b", kind: "body", title: Text(chinese: "只有中文"))
        body.links = [Link(to: "drv-a", relation: "answers")]
        body.aka = ["＝全角", "-minus"]
        var child = Item(id: "arr-c", kind: "body", title: Text(english: "Only English"))
        child.parent = "arr-b"
        var project = Item(id: "prj-d", kind: "project", title: Text("@project"))
        project.period = Period(start: PartialDate("2010-12"))
        project.status = DatedStatus(value: "running", asOf: PartialDate("2019-05-04"), source: "src-news")
        project.places = ["plc-a", "plc-b"]
        project.actors = ["act-a"]
        project.metrics = [Metric(name: Text("length"), value: Text("-3.50"), unit: Text("km"))]
        project.metrics[0].source = "src-news"
        project.metrics[0].bound = .over
        project.note = Text("A note; with a semicolon")
        return [driver, body, child, project]
    }

    private static var sources: [Source] {
        var paper = Source(
            id: "src-paper",
            title: Text(chinese: "论“省际”协作", english: "50% of {R&D} in A_1: what does $5 buy?"),
            form: .paper)
        paper.authors = [
            .init(family: "Zhao", given: "Ying", chinese: "赵映"),
            .init(family: "de la Cruz", given: "Jean-Paul Luis"), .init(family: "Plato", given: ""),
            .init(family: "Zhang", given: "Peng", chinese: "张鹏"),
        ]
        paper.date = PartialDate("2026-05-27")
        paper.doi = "10.1000/a_b.{c}%d"
        paper.url = "https://doi.org/10.1000/a_b"
        paper.container = .init(title: Text(chinese: "大学学报", english: "Journal of A & B"))
        paper.container?.volume = "32"
        paper.container?.issue = "2"
        paper.container?.pages = "27–41"
        var news = Source(id: "src-news", title: Text(chinese: "=新闻"), form: .news)
        news.issuer = Text(chinese: "日报", english: "Daily, The")
        news.url = "https://example.org/a_b?c=%20&d={e}|f"
        news.accessed = PartialDate("2026-11-23")
        var plan = Source(
            id: "src-plan", title: Text(chinese: "规划", english: "Plan \\ of ~ and ^"), form: .plan)
        plan.issuer = Text(chinese: "国务院", english: "State Council")
        plan.documentNumber = "国发〔2022〕2号"
        plan.date = PartialDate("2022-01")
        var web = Source(id: "src-web", title: Text(english: "A page, is it?"), form: .web)
        web.url = "https://example.org/page"
        web.date = PartialDate("2020")
        web.note = Text("Seen once, \"quickly\"")
        let bare = Source(id: "src-bare", title: Text("Bare"), form: .law)
        return [paper, news, plan, web, bare]
    }

    private static var tour: Tour {
        var tour = Tour(id: "seminar", title: Text(chinese: "讲座", english: "Seminar"))
        tour.minutes = 20
        var first = Tour.Step(headline: Text(chinese: "开头 *星*", english: "Start *star*"))
        first.at = "drv-a"
        first.points = [Text("One | two"), Text(chinese: "只有中文")].map { Tour.Step.Point($0) }
        first.notes = Text("Say #1 slowly")
        first.minutes = 1.5
        tour.steps = [first, Tour.Step(headline: Text("End"), view: .title)]
        return tour
    }
}
