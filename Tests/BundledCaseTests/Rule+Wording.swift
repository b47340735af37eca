import CaseModel
import TextLayout

extension Rule {
    static let wording: [Rule] = [
        Rule(
            "everything is told in Chinese and in English",
            violations: { the in
                the.told.filter { ($0.text.chinese ?? "").isEmpty || ($0.text.english ?? "").isEmpty }
                    .map(\.talkPosition)
            },
            mistakes: { $0.items[9].title.english = nil }, { $0.items[9].evidence[0].claim.chinese = nil },
            { $0.tours[0].steps[1].points[0].text.english = nil }, { $0.actors[0].summary?.chinese = nil },
            { $0.change("prj-zaodu-reservoir") { $0.links[0].because?.english = nil } }),

        Rule(
            "English is English, and Chinese is Chinese",
            violations: { the in
                let cjk = /[\u{3400}-\u{9fff}，。；：、！？（）]/
                return the.told.filter { told in
                    (told.text.english?.replacing("牛鼻子", with: "").contains(cjk) ?? false)
                        || told.text.chinese?.contains(/[\u{3400}-\u{9fff}]|^[–—\-0-9.,% ]*$/) == false
                            && !told.isName
                }.map(\.talkPosition)
            },
            mistakes: { $0.items[9].summary?.english = "Joint 协作 of two." },
            { $0.items[9].summary?.chinese = "Not translated yet." }),

        Rule(
            "no text is too long for its place",
            violations: { the in
                the.told.filter { told in
                    let (chinese, english) = told.role.limits
                    return (told.text.chinese?.count ?? 0) > chinese
                        || (told.text.english?.count ?? 0) > english
                }.map { "\($0.talkPosition): \($0.text.english ?? "")" }
            },
            mistakes: { $0.items[9].title.english = String(repeating: "long ", count: 20) },
            { $0.items[9].evidence[0].claim.chinese = String(repeating: "长", count: 100) }),

        Rule(
            "the first ten characters or twenty-one letters of a title tell the items of a pane apart",
            violations: { the in
                let graph = CaseGraph(the)
                let heads = the.items.indices.flatMap { position -> [String] in
                    let title = the.items[position].title
                    return [
                        "\(graph.panes[position]) \((title.chinese ?? "").prefix(10))",
                        "\(graph.panes[position]) \((title.english ?? "").prefix(21))",
                    ]
                }
                return Dictionary(grouping: heads, by: \.self).filter { $0.value.count > 1 }.map(\.key)
            },
            mistakes: { the in
                the.change("prj-baima-navigation-hub") {
                    $0.title.english = "Land-Sea Trade Corridor: company"
                }
                the.change("prj-zaodu-reservoir") { $0.title.english = "Land-Sea Trade Corridor: centre" }
            }),

        Rule(
            "titles over twenty-eight columns have a short one, which no other item of the pane is called",
            violations: { the in
                let graph = CaseGraph(the)
                let wide = the.items.filter { item in
                    let columns = item.title.wordings.map(\.columns).max() ?? 0
                    return columns > 28 && (item.short?.chinese ?? "").isEmpty
                        || columns > 28 && (item.short?.english ?? "").isEmpty
                        || (item.short?.wordings ?? []).contains { $0.columns > Item.shortColumns }
                }.map(\.id.text)
                let names = the.items.indices.flatMap { position -> [String] in
                    let name = the.items[position].short ?? the.items[position].title
                    return name.wordings.map { "\(graph.panes[position]) \($0)" }
                }
                return wide + Dictionary(grouping: names, by: \.self).filter { $0.value.count > 1 }.map(\.key)
            },
            mistakes: { $0.change("prj-zhengda-gas-pipeline") { $0.short = nil } },
            { $0.change("prj-zhengda-gas-pipeline") { $0.short?.english = nil } },
            { $0.change("prj-zhengda-gas-pipeline") { $0.short?.chinese = "正大线天然气管道：渝气入黔" } },
            { $0.change("prj-zhengda-gas-pipeline") { $0.short?.english = "Zhongwei–Guiyang gas" } }),

        Rule(
            "titles begin with a capital, a figure or a quotation mark, and end without a full stop",
            violations: { the in
                the.items.filter { item in
                    [item.title, item.short].compactMap(\.self).contains { title in
                        let english = title.english ?? ""
                        return english.first?.isLowercase != false || english.hasSuffix(".")
                            || (title.chinese ?? "").hasSuffix("。")
                    }
                }.map(\.id.text)
            },
            mistakes: { $0.items[9].title.english = "joint meeting" },
            { $0.items[9].title.chinese = "联席会议。" },
            { $0.items[9].short?.english = "joint meeting" }),

        Rule(
            "quotation marks are Chinese in Chinese, curly in English, and come in pairs",
            violations: { the in
                the.told.filter { told in
                    let chinese = told.text.chinese ?? ""
                    let english = told.text.english ?? ""
                    let isPaired = { (text: String) in
                        text.count { $0 == "“" } == text.count { $0 == "”" }
                            && text.count { $0 == "（" } == text.count { $0 == "）" }
                            && text.count { $0 == "《" } == text.count { $0 == "》" }
                    }
                    return chinese.contains(/["']/) || english.contains("\"") || !isPaired(chinese)
                        || !isPaired(english)
                }.map(\.talkPosition)
            },
            mistakes: { $0.items[9].summary?.chinese = "所谓\"先手棋\"。" },
            { $0.items[9].summary?.chinese = "所谓“先手棋。" },
            { $0.items[9].summary?.english = "An \"opening move\"." }),

        Rule(
            "Chinese has Chinese punctuation, and no text has stray spaces",
            violations: { the in
                the.told.filter { told in
                    let chinese = told.text.chinese ?? ""
                    let english = told.text.english ?? ""
                    return chinese.contains(/[\u{4e00}-\u{9fff}][,;:!?()]|[,;:!?()][\u{4e00}-\u{9fff}]/)
                        || [chinese, english].contains { $0.contains(#/[ ]{2}|\s$|^\s|\n/#) }
                }.map(\.talkPosition)
            },
            mistakes: { $0.items[9].summary?.chinese = "协商,签约。" },
            { $0.items[9].summary?.english = "Consult  and sign." },
            { $0.items[9].summary?.english = "Sign. " }),

        Rule(
            "sentences end",
            violations: { the in
                the.told.filter { $0.role == .sentence }.filter { told in
                    told.text.chinese?.contains(/[。？！”）]$/) != true
                        || told.text.english?.contains(/[.?!”)]$/) != true
                }.map(\.talkPosition)
            },
            mistakes: { $0.items[9].summary?.chinese = "协商签约" },
            { $0.items[9].evidence[0].claim.english = "They sign" }),

        Rule(
            "dashes are rare",
            violations: { the in
                the.told.filter { told in
                    let english = (told.text.english ?? "").replacing(
                        "onsensus – organization – action", with: "")
                    return english.contains("—") || english.matches(of: #/[ ]–[ ]/#).count > 1
                        || !told.isSourceTitle && (told.text.chinese ?? "").matches(of: /——/).count > 0
                }.map(\.talkPosition)
            },
            mistakes: { $0.items[9].summary?.english = "Equals – as they say – sign." },
            { $0.items[9].summary?.english = "Equals—sign." }, { $0.items[9].summary?.chinese = "平等——签约。" }),

        Rule(
            "each thing has one English name",
            violations: { the in
                let others = [
                    /Chengdu–Chongqing [Ee]conomic/, /[Tt]win-city/, /decentralis/, /[Ss]elf-organis/,
                    /joint control/, /open provincial governance/, /\bTibet(?! Online)/,
                    /[Dd]emonstration pilot/,
                    /Yuqian/, /[Ll]and–[Ss]ea/, /Chongqing-Guizhou/, /institutionalised/, /River Wu\b/,
                    /white-list/, /one-axis/, /[Hh]orizontal compensation/,
                ]
                return the.told.filter { told in
                    !told.isSourceTitle && !(told.text.english ?? "").contains("earlier name")
                        && others.contains { (told.text.english ?? "").contains($0) }
                }.map { "\($0.talkPosition): \($0.text.english ?? "")" }
            },
            mistakes: { $0.items[9].summary?.english = "The Chengdu–Chongqing economic circle." },
            { $0.items[9].summary?.english = "Joint control of rivers: joint control." }),

        Rule(
            "parties named together are provinces and municipalities, and called provinces only where they are",
            violations: { the in
                let chinese = /(两|四|五|六|八|九)省(?![份区市（一、十])/
                let english =
                    /\b([Tt]wo|[Ff]our|[Ff]ive|[Ss]ix|[Ee]ight|[Nn]ine) provinces\b(?! and Chongqing)/
                return the.told.filter { told in
                    // Names and quotations keep their own words.
                    !told.isSourceTitle
                        && ((told.text.chinese ?? "").replacing(/“[^”]*”/, with: "").contains(chinese)
                            || (told.text.english ?? "").replacing(/“[^”]*”/, with: "").contains(english))
                }.map { "\($0.talkPosition): \($0.text.chinese ?? "")" }
            },
            mistakes: { $0.items[9].summary?.chinese = "渝川黔滇藏五省签约。" },
            { $0.items[9].summary?.english = "Signed by the two provinces." }),

        Rule(
            "no words of the workshop are left",
            violations: { the in
                let left = /\b(sheet|sheets|as_of|url|null|TODO|FIXME|XXX|yaml|json|case-facts|seen:)\b|待补|占位/
                return the.told.filter {
                    ($0.text.english ?? "").contains(left) || ($0.text.chinese ?? "").contains(left)
                }.map(\.talkPosition)
            },
            mistakes: { $0.items[9].note = Text(chinese: "故 as_of 留空。", english: "So it is left empty.") },
            { $0.items[9].note = Text(chinese: "见表。", english: "As the sheet has it.") }),
    ]
}

/// A text of the case, with where it stands and what it is for.
struct Told {
    enum Role {
        case title, name, sentence, prose, unit

        /// Characters that fit, in Chinese and in English.
        var limits: (Int, Int) {
            switch self {
            case .title: (24, 74)
            case .name: (70, 170)
            case .sentence: (80, 240)
            case .prose: (260, 900)
            case .unit: (40, 80)
            }
        }
    }

    var talkPosition: String
    var text: Text
    var role: Role
    /// Whether it may be a name that reads the same in both languages.
    var isName = false
    /// Whether it is the title of a source, which is printed as its publisher has it.
    var isSourceTitle = false
}

extension Case {
    /// Every text that a reader of the case meets.
    var told: [Told] {
        var result: [Told] = []
        func add(_ talkPosition: String, _ text: Text?, _ role: Told.Role, isName: Bool = false) {
            if let text {
                result.append(Told(talkPosition: talkPosition, text: text, role: role, isName: isName))
            }
        }
        add("title", manifest.title, .name)
        add("subtitle", manifest.subtitle, .name)
        for text in manifest.about { add("about", text, .prose) }
        for pane in panes {
            add("\(pane.id)", pane.title, .title)
            add("\(pane.id), question", pane.question, .sentence)
        }
        for kind in kinds {
            add("\(kind.id)", kind.title, .title)
            add("\(kind.id), plural", kind.plural, .title)
        }
        for relation in relations {
            add("\(relation.id)", relation.title, .title)
            add("\(relation.id), inverse", relation.inverse, .title)
        }
        for status in statuses { add("\(status.id)", status.title, .title) }
        for item in items {
            add("\(item.id)", item.title, .title)
            add("\(item.id), short", item.short, .title)
            add("\(item.id), summary", item.summary, .sentence)
            add("\(item.id), note", item.note, .prose)
            for metric in item.metrics {
                add("\(item.id), metric", metric.name, .unit)
                add("\(item.id), metric", metric.unit, .unit, isName: true)
                add("\(item.id), metric", metric.figure, .unit, isName: true)
                add("\(item.id), metric", metric.locator?.text, .unit)
            }
            for evidence in item.evidence {
                add("\(item.id), evidence", evidence.claim, .sentence)
                add("\(item.id), evidence", evidence.locator?.text, .unit)
            }
            for link in item.links { add("\(item.id), link to \(link.to)", link.because, .sentence) }
        }
        for place in places {
            add("\(place.id)", place.title, .title)
            add("\(place.id), kind", place.kind, .title)
            add("\(place.id), no coordinates", place.reasonForNoCoordinates, .name)
            add("\(place.id), summary", place.summary, .sentence)
            add("\(place.id), note", place.note, .prose)
            for evidence in place.evidence { add("\(place.id), evidence", evidence.claim, .sentence) }
        }
        for actor in actors {
            add("\(actor.id)", actor.title, .name)
            add("\(actor.id), summary", actor.summary, .sentence)
            add("\(actor.id), note", actor.note, .prose)
            for evidence in actor.evidence { add("\(actor.id), evidence", evidence.claim, .sentence) }
        }
        for tour in tours {
            add("\(tour.id)", tour.title, .title)
            for (number, step) in tour.steps.enumerated() {
                add("\(tour.id), step \(number + 1)", step.headline, .title)
                add("\(tour.id), step \(number + 1), notes", step.notes, .prose)
                for point in step.points {
                    add("\(tour.id), step \(number + 1), point", point.text, .sentence)
                }
            }
        }
        for source in sources {
            result.append(
                Told(
                    talkPosition: "\(source.id)", text: source.title, role: .name, isName: true,
                    isSourceTitle: true))
            add("\(source.id), issuer", source.issuer, .name, isName: true)
            add("\(source.id), outlet", source.outlet, .name, isName: true)
            add("\(source.id), note", source.note, .prose)
        }
        return result
    }
}
