import Testing

/// Keys, shapes of values and single words: each fault alone, reported at its mark.
@Suite struct ShapeTests {
    @Test(arguments: [
        Fault(
            "«itemz: []", "a case has no key 'itemz'; delete it or correct its name",
            notes: ["did you mean 'items'?"]),
        Fault(
            "items:\n  - id: prj-x\n    kind: project\n    title: 事\n    «sumary: 事",
            "item 'prj-x' has no key 'sumary'; delete it or correct its name",
            notes: ["did you mean 'summary'?"]),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: 事, «titel: 事}",
            "item 'prj-x' has no key 'titel'; delete it or correct its name", notes: []),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: {zh: 事, «en_GB: work}}",
            "'en_GB' is not a language of the case; write its BCP 47 tag, such as zh, en or pt-BR",
            notes: ["did you mean 'en-GB'?"]),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: {zh: 事, en: work, «français: œuvre}}",
            "'français' is not a language of the case; write its BCP 47 tag, such as zh, en or pt-BR",
            notes: []),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: {zh: 事, en: work, «EN: opus}}",
            "language 'en' is listed twice; delete one"),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: {zh: 事, en: paint, «art}}",
            "'art' is not a language of the case; write its BCP 47 tag, such as zh, en or pt-BR",
            notes: ["a text that holds a comma needs quotes around it"]),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: {zh: 事, en: bridges, «roads}}",
            "'roads' is not a language of the case; write its BCP 47 tag, such as zh, en or pt-BR",
            notes: ["a text that holds a comma needs quotes around it"]),
        Fault(
            "items:\n  - id: prj-x\n    kind: project\n    title: 事\n    ? «[a, b]\n    : c",
            "a key must be a word; write 'key: value'"),
        Fault("items:\n  - «id: prj-x\n    kind: project", "item 'prj-x' needs the key 'title'; add it"),
        Fault("items:\n  - «kind: project\n    title: 事", "the item needs the key 'id'; add it"),
        Fault(
            "items:\n  - «id: prj-x\n    kind: project\n    title: ~",
            "item 'prj-x' needs the key 'title'; add it"),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: 事, evidence: [«{claim: 有。, source: src-base}]}",
            "the evidence needs the key 'strength'; add it"),
        Fault("items:\n  «prj-x:\n    kind: project", "'items' must be a list, not a map"),
        Fault("items: «none yet", "'items' must be a list, not a text"),
        Fault("items:\n  - «prj-x", "an entry of 'items' must be a map of keys and values, not a text"),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: 事, period: «2018}",
            "'2018' is not a period; write 2018/2020, 2018/.. (goes on), 2018/ (end unknown) or ../2018, "
                + "or a map of 'start' and 'end'"),
        Fault(
            "items:\n  - {id: prj-x, kind: project, title: «[事]}",
            "'title' must be a text or a map of languages, such as 'zh' and 'en', not a list"),
        Fault(
            "items:\n  - {id: prj-x, kind: «{a: b}, title: 事}", "'kind' must be a text, not a map"),
        Fault("«- format: 1", "the file must be a map of keys and values, not a list"),
        Fault("«no case at all", "the file must be a map of keys and values, not a text"),
    ])
    func shape(_ fault: Fault) throws {
        try Marked(fault.yaml).expect(.error, fault.messages, notes: fault.notes)
    }

    @Test(arguments: [
        Fault("{period: {start: «2018/1}", DateSentence.bad("2018/1")),
        Fault(
            "{period: {start: «2018-02-30}", "'2018-02-30' names no day; February 2018 has 28 days"),
        Fault(
            "{period: {start: 2018, end: «2018-06-31}", "'2018-06-31' names no day; June 2018 has 30 days"),
        Fault(
            "{period: «2018-06-31/2019", "'2018-06-31/2019' names no day; June 2018 has 30 days"),
        Fault("{period: {start: «2018-13-31}", DateSentence.bad("2018-13-31")),
        Fault("{period: {start: 2018, end: «...}", DateSentence.bad("...")),
        Fault("{period: «{start: .., end: ..}", "the period has no date; give it a start or an end"),
        Fault("{period: «2018/1500", "the period ends before it starts; exchange the dates"),
        Fault("{period: {start: 1, end: «-1}", "the period ends before it starts; exchange the dates"),
        Fault("{period: «[2018, 2019]", "'period' must be a map of keys and values, not a list"),
        Fault(
            "{period: {start: 2018-03, end: «2018-02-28}",
            "the period ends before it starts; exchange the dates"),
        Fault(
            "{evidence: [{claim: 有。, source: src-base, strength: «official}]",
            "'strength' cannot be 'official'; choose one of primary, reported, analytic", notes: []),
        Fault(
            "{evidence: [{claim: 有。, source: src-base, strength: «primry}]",
            "'strength' cannot be 'primry'; choose one of primary, reported, analytic",
            notes: ["did you mean 'primary'?"]),
        Fault(
            "{metrics: [{name: 长, value: «about 20, source: src-base}]",
            "'about 20' is not a number; write digits with a decimal point, such as 1234.5"),
        Fault(
            "{metrics: [{name: 长, value: «'1,234', source: src-base}]",
            "'1,234' is not a number; write digits with a decimal point, such as 1234.5"),
        Fault(
            "{metrics: [{name: 长, value: «.5, source: src-base}]",
            "'.5' is not a number; write digits with a decimal point, such as 1234.5"),
        Fault(
            "{metrics: [{name: 长, value: «\(String(repeating: "1", count: 33)), source: src-base}]",
            "'value' has 33 digits and signs; a number takes at most 30, shorten it"),
        Fault(
            "{aka: «・一", "'aka' must be a list, not a text",
            notes: ["'・' means nothing in YAML; write an ASCII '-'"]),
        Fault(
            "{metrics: [{name: 长, value: 5, bound: «ca, source: src-base}]",
            "'bound' cannot be 'ca'; choose one of about, over, nearly, at-least, up-to"),
        Fault("{aka: [一, «~, 二]", "an entry of 'aka' must be a text, not empty"),
        Fault("{places: [«'']", "an entry of 'places' must be a text, not empty"),
        Fault("{links: [«null]", "an entry of 'links' must be a map of keys and values, not empty"),
        Fault("{places: [plc-base, «plc-base]", "place 'plc-base' is listed twice; delete one"),
        Fault("{title: «{zh: '', en: ~}", "'title' has no wording; give it 'zh', 'en' or both"),
    ])
    func value(_ fault: Fault) throws {
        let has = fault.yaml.dropFirst()
        let title = has.hasPrefix("title") ? "" : "title: 事, "
        try Marked("items:\n  - {id: prj-x, kind: project, \(title)\(has)}")
            .expect(.error, fault.messages, notes: fault.notes)
    }

    @Test(arguments: ["Prj-X", "prj_x", "-prj", "prj-", "prj--x", "项目", "prj x"])
    func id(_ id: String) throws {
        try Marked("items:\n  - {id: «\(id), kind: project, title: 事}").expect(
            .error, ["'\(id)' is not an id; use lower-case ASCII letters and digits joined by hyphens"])
    }

    @Test func `a letter that only looks like one of an id is named`() throws {
        try Marked("items:\n  - {id: «prj-\u{43E}k, kind: project, title: 事}").expect(
            .error,
            ["'prj-\u{43E}k' is not an id; use lower-case ASCII letters and digits joined by hyphens"],
            notes: ["'\u{43E}' is U+043E and no ASCII letter; type it anew"])
    }

    @Test func `a number that has to be a whole one`() throws {
        let tour = "tours: [{id: tour-x, title: 游, steps: [{at: drv-base, evidence: 1.5}]}]"
        let found = try Marked(tour).load().diagnostics.map(\.english)
        #expect(
            found.contains { $0.hasPrefix("'evidence' '1.5' is not a whole number; give one from 1 to ") })
    }

    @Test func `marks heaped on one letter are not one character`() throws {
        func title(_ marks: Int) -> String { "a" + String(repeating: "\u{301}", count: marks) }
        try Marked("items:\n  - {id: prj-x, kind: project, title: «\(title(32))}").expect(
            .error, ["'title' has a character of more than 32 code points; take marks off it"])
        try Marked("items:\n  - {id: prj-x, kind: project, title: \(title(8)) 👨🏻‍❤️‍💋‍👨🏻}").expect(.error, [])
    }

    @Test func longID() throws {
        let id = String(repeating: "a", count: 81)
        try Marked("items:\n  - {id: «\(id), kind: project, title: 事}").expect(
            .error, ["'id' has 81 characters; shorten it to 80"])
    }

    @Test(arguments: [
        Fault("{title: 地, lat: «90.5, lon: 1}", "'lat' '90.5' is out of range; give a number from -90 to 90"),
        Fault(
            "{title: 地, lat: «106.6, lon: 29}",
            "'lat' '106.6' is out of range; give a number from -90 to 90",
            notes: ["did you exchange 'lat' and 'lon'?"]),
        Fault(
            "{title: 地, lat: «190, lon: 29}", "'lat' '190' is out of range; give a number from -90 to 90",
            notes: []),
        Fault(
            "{title: 地, lat: 1, lon: «-180.01}",
            "'lon' '-180.01' is out of range; give a number from -180 to 180"),
        Fault("{title: 地, lat: «29.03}", "'lat' and 'lon' belong together; give both or neither"),
        Fault("{title: 地, borders: [«plc-x]}", "place 'plc-x' cannot border itself; name another place"),
        Fault(
            "{title: 地, lat: «north, lon: 1}",
            "'north' is not a number; write digits with a decimal point, such as 1234.5"),
    ])
    func place(_ fault: Fault) throws {
        try Marked("places:\n  - {id: plc-x, \(fault.yaml.dropFirst())")
            .expect(.error, fault.messages, notes: fault.notes)
    }

    @Test(arguments: [
        Fault(
            "{url: «www.example.org}",
            "'www.example.org' is not an address; begin with https:// or http:// and use no spaces"),
        Fault(
            "{url: «'javascript:alert(1)'}",
            "'javascript:alert(1)' is not an address; begin with https:// or http:// and use no spaces"),
        Fault(
            "{doi: «https://doi.org/10.1000/182}",
            "'https://doi.org/10.1000/182' is not a doi; write it without a resolver's address, such as 10.1000/182"
        ),
        Fault("{checked: «thrice}", "'checked' cannot be 'thrice'; choose one of once, twice"),
        Fault("{container: «{volume: 3}}", "the container needs the key 'title'; add it"),
        Fault("{authors: [«{given: Ann}]}", "the author needs the key 'family'; add it"),
    ])
    func source(_ fault: Fault) throws {
        try Marked("sources:\n  - {id: src-x, title: 源, type: web, \(fault.yaml.dropFirst())")
            .expect(.error, fault.messages)
    }

    @Test(arguments: [
        Fault(
            "actors: [{id: act-x, title: 人, level: «village}]",
            "'level' cannot be 'village'; choose one of central, provincial, city, county, township, market, public"
        ),
        Fault(
            "kinds: [{id: odd, pane: left, title: 怪, plural: 怪, role: «hero}]",
            "'role' cannot be 'hero'; choose one of driver, element, arrangement, mode, field, project"),
        Fault(
            "relations: [{id: odd, title: 怪, inverse: 怪, flow: «sideways}]",
            "'flow' cannot be 'sideways'; choose one of forward, backward, none"),
        Fault(
            "statuses: [{id: odd, title: 怪, stage: «begun}]",
            "'stage' cannot be 'begun'; choose one of planned, agreed, under-way, in-force, done, stopped"),
        Fault(
            "sources: [{id: src-x, title: 源, type: «gold}]",
            "'type' cannot be 'gold'; choose one of law, opinion, plan, agreement, regulation, notice, news, statistics, paper, web, book, chapter, thesis, report, interview, archive, dataset, standard, film"
        ),
        Fault(
            "tours: [{id: talk, title: 讲, steps: [{headline: 起, view: «globe}]}]",
            "'view' cannot be 'globe'; choose one of browse, reader, trace, matrix, timeline, map, sources, title, network, overview, claims"
        ),
        Fault(
            "tours: [{id: talk, title: 讲, minutes: «-5}]",
            "'minutes' '-5' is out of range; give a number from 0 to 1440"),
    ])
    func choice(_ fault: Fault) throws {
        try Marked(fault.yaml).expect(.error, fault.messages)
    }
}
