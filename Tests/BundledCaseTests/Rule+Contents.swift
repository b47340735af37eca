import CaseModel

extension Rule {
    static let contents: [Rule] = [
        Rule(
            "the case has all that it is meant to have",
            violations: { the in
                let elements = the.items(.element)
                let counts = [
                    ("drivers", the.items(.driver).count, 12...12),
                    ("elements of consensus", elements.count { $0.id.text.hasPrefix("con-") }, 4...4),
                    ("elements of organization", elements.count { $0.id.text.hasPrefix("org-") }, 4...4),
                    ("modes", the.items(.mode).count, 3...3),
                    ("fields", the.items(.field).count, 7...7),
                    ("arrangements", the.items(.arrangement).count, 38...200),
                    ("projects", the.items(.project).count, 97...500),
                    ("sources", the.sources.count, 330...2000),
                ]
                return counts.filter { !$0.2.contains($0.1) }.map { "\($0.1) \($0.0)" }
            },
            mistakes: { $0.items.removeAll { $0.id == "drv-unified-market" } },
            { $0.items.removeAll { $0.id == "fld-ecology" } },
            { $0.sources.removeLast($0.sources.count - 199) }),

        Rule(
            "every field has projects, and every project a field",
            violations: { the in
                let fields = Set(the.items(.field).map(\.id))
                let parents = the.items(.project).map(\.parent)
                let homeless = the.items(.project).filter { !fields.contains($0.parent ?? "") }
                return fields.filter { !parents.contains($0) }.map { "\($0) has no project" }
                    + homeless.map { "\($0.id) has no field" }
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.parent = nil } },
            { the in
                for project in the.items where project.parent == "fld-public-services" {
                    the.change(project.id) { $0.parent = "fld-ecology" }
                }
            }),

        Rule(
            "where sources disagree, every figure stands in the evidence and in the note",
            violations: { the in
                conflicts.flatMap { id, figures -> [String] in
                    guard let item = the.items.first(where: { $0.id == id }) else { return ["no \(id)"] }
                    let told = (item.evidence.map(\.claim) + item.metrics.map(\.figure)).map {
                        ($0.chinese ?? "", $0.english?.lowercased() ?? "")
                    }
                    let note = (item.note?.chinese ?? "", item.note?.english?.lowercased() ?? "")
                    return figures.flatMap { figure -> [String] in
                        let (chinese, english) = (figure.0, figure.1.lowercased())
                        let isTold = told.contains { $0.0.contains(chinese) && $0.1.contains(english) }
                        let isNoted = note.0.contains(chinese) && note.1.contains(english)
                        return (isTold ? [] : ["\(id): \(english) is not in the evidence"])
                            + (isNoted ? [] : ["\(id): \(english) is not in the note"])
                    }
                }
            },
            mistakes: { $0.change("prj-chongqing-guiyang-railway") { $0.evidence.removeLast(3) } },
            { $0.change("prj-baima-navigation-hub") { $0.note = nil } }),

        Rule(
            "what the case says of its own size holds",
            violations: { the in
                let evidence = the.allEvidence
                let claims = evidence.count
                let located = evidence.count { $0.locator != nil }
                let figures = the.items.reduce(0) { $0 + $1.metrics.count }
                let links = the.items.flatMap(\.links)
                let sourced = links.count { $0.standing == .sourced }
                let classified = links.count { $0.standing == .classified }
                let readings = links.count { $0.standing == .interpretation }
                let unlinked = the.sources.count { $0.url == nil }
                let twice = Set(the.sources.filter { $0.checked == .twice }.map(\.id))
                let proved = evidence.count { twice.contains($0.source) }
                let provedFigures = the.items.flatMap(\.metrics).count { twice.contains($0.source ?? "") }
                let chinese = [
                    "\(the.items.count)个条目", "\(claims)条论断、\(figures)个数字、\(the.sources.count)个来源",
                    "\(unlinked)个没有链接", "\(located)条论断注明在来源的何处，其余\(claims - located)条未记",
                    "\(links.count)条链接", "有来源的\(sourced)条", "归类为解读的\(classified)条",
                    "解读\(readings)条", "\(proved)条论断和\(provedFigures)个数字出自核对过两次的来源",
                ]
                let english = [
                    "\(the.items.count) items, \(claims) claims, \(figures) figures and \(the.sources.count) sources",
                    "\(unlinked) of the sources have no link",
                    "\(located) of the claims say where in the source they stand; for the other \(claims - located)",
                    "Of \(links.count) links \(sourced) are sourced",
                    "\(classified) classified and \(readings) interpretation",
                    "\(proved) of the claims and \(provedFigures) of the figures come from sources that were checked twice",
                ]
                let about = the.manifest.about
                let told = (
                    about.compactMap(\.chinese).joined(), about.compactMap(\.english).joined(separator: " ")
                )
                return chinese.filter { !told.0.contains($0) } + english.filter { !told.1.contains($0) }
                    + (the.manifest.version == nil || the.manifest.date == nil ? ["no version or date"] : [])
            },
            mistakes: { $0.items.removeLast() },
            { $0.change("prj-zaodu-reservoir") { $0.evidence.removeLast() } },
            { $0.change("prj-zaodu-reservoir") { $0.metrics.removeLast() } },
            { $0.change("con-must-answer") { $0.evidence[0].locator = nil } },
            { $0.change("prj-zaodu-reservoir") { $0.links[1].isClassified = false } },
            { $0.changeSource("src-paper-2026") { $0.url = nil } }, { $0.manifest.version = nil },
            { the in
                for number in the.sources.indices where the.sources[number].checked == .twice {
                    the.sources[number].checked = .once
                    break
                }
            }),

        Rule(
            "what the case says of its audit adds up",
            violations: { the in
                let chinese = /个来源的(\d+)条论断、数字、状态和有来源的链接：(\d+)条成立，(\d+)条部分成立，(\d+)条有误，(\d+)条无从核对/
                let english =
                    /the ([\d,]+) claims, [a-z, ]+of \d+ sources were checked source by source: (\d+) held, (\d+) held in part, (\d+) were wrong and (\d+) could/
                let told = (
                    the.manifest.about.compactMap(\.chinese).joined(),
                    the.manifest.about.compactMap(\.english).joined(separator: " ")
                )
                let first = told.0.firstMatch(of: chinese).map { [$0.1, $0.2, $0.3, $0.4, $0.5] } ?? []
                let second = told.1.firstMatch(of: english).map { [$0.1, $0.2, $0.3, $0.4, $0.5] } ?? []
                let figures = [first, second].map { $0.compactMap { Int($0.replacing(",", with: "")) } }
                let isSum = figures[0].count == 5 && figures[0][0] == figures[0].dropFirst().reduce(0, +)
                return isSum && figures[0] == figures[1] ? [] : ["\(figures)"]
            },
            mistakes: { the in
                the.manifest.about = the.manifest.about.map {
                    Text(
                        chinese: $0.chinese?.replacing("978条成立", with: "979条成立"), english: $0.english)
                }
            },
            { the in
                the.manifest.about = the.manifest.about.map {
                    Text(
                        chinese: $0.chinese,
                        english: $0.english?.replacing("87 held in part", with: "86 held in part"))
                }
            }),

        Rule(
            "nothing stands twice under the same name",
            violations: { the in
                var names: [String] = []
                for item in the.items {
                    names += [item.title.chinese, item.title.english].compactMap(\.self)
                }
                for source in the.sources {
                    let title = source.title.chinese ?? ""
                    let issuer = source.issuer?.chinese ?? ""
                    names.append("\(title) \(issuer) \(source.date?.description ?? "")")
                }
                return Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.map(\.key)
            },
            mistakes: { $0.items.append($0.items[0]) }),
    ]

    /// Figures on which the sources disagree, as told in Chinese and in English.
    private static let conflicts: [(ID<Item>, [(String, String)])] = [
        (
            "prj-chongqing-guiyang-railway",
            [
                ("347公里", "347 km"), ("367公里", "367 km"), ("340公里", "340 km"), ("366.7", "366.7"),
                ("345.4公里", "345.4 km"),
                ("2010年10月", "October 2010"), ("2013年5月", "May 2013"), ("10小时", "ten hours"),
                ("9小时", "nine"),
            ]
        ),
        ("drv-chengdu-chongqing", [("2020年11月", "November 2020"), ("2021年10月", "October 2021")]),
        (
            "arr-pilot-zone-plan-2018",
            [("2018年底", "the end of 2018"), ("2019年3月11日", "11 March 2019")]
        ),
        ("drv-western-development", [("2019年", "2019"), ("2020年5月17日", "17 May 2020")]),
        ("prj-chongzun-expansion", [("118公里", "118 km"), ("118.918", "118.918"), ("120.3", "120.3")]),
        ("prj-jiangjin-xishui-expressway", [("70公里", "70"), ("112公里", "112 km"), ("127公里", "127 km")]),
        ("prj-youyang-yanhe-expressway", [("35.94亿元", "3.594 billion"), ("21亿元", "2.1 billion")]),
        ("prj-xiushan-songtao-expressway", [("30.5公里", "30.5"), ("30.6公里", "30.6 km")]),
        (
            "prj-zaodu-reservoir",
            [
                ("343万", "3.43 million"), ("328万", "3.28 million"), ("2028年10月", "October 2028"),
                ("2025年主体完工", "main works done in 2025"), ("12兆瓦", "12 MW"), ("2.8万千瓦", "28 MW"),
            ]
        ),
        (
            "prj-baima-navigation-hub",
            [
                ("103.9亿元", "10.39 billion"), ("110亿元", "11 billion"), ("1000吨", "1,000 t"),
                ("500吨", "500 t"),
                ("52.5万千瓦", "525 MW"), ("48万千瓦", "480 MW"),
            ]
        ),
        ("arr-land-sea-company", [("8个", "eight"), ("11个", "eleven")]),
        ("prj-land-sea-corridor-13-plus-2", [("523个", "523"), ("555个", "555")]),
        ("drv-land-sea-corridor", [("“13+1”", "13+1"), ("“13+2”", "13+2")]),
        ("prj-fuling-liuzhou-railway", [("700公里", "700 km"), ("620公里", "620 km")]),
        ("prj-wujiang-navigation-resumption", [("2016年底", "end of 2016"), ("2021年11月", "November 2021")]),
        ("prj-wuling-economic-area", [("71个", "71")]),
        ("prj-wulingshan-tourism-alliance", [("75个", "75")]),
        ("prj-xiushan-wuling-hub", [("18个", "18"), ("30个", "30"), ("51个", "51")]),
    ]
}
