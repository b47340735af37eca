import CaseModel

extension Rule {
    static let tours: [Rule] = [
        Rule(
            "the three tours are there, and the seminar has 12 to 18 steps in 30 minutes, ten of them for discussion",
            violations: { the in
                let found = Dictionary(the.tours.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                let missing = ["five-minutes", "seminar", "ecology"].filter { found[ID($0)] == nil }
                let seminar = found["seminar"]
                let isSeminar =
                    (12...18).contains(seminar?.steps.count ?? 0) && seminar?.minutes == 30
                    && seminar?.steps.last?.minutes == 10
                return missing + (isSeminar ? [] : ["the seminar has another length"])
            },
            mistakes: { $0.tours.removeLast() },
            { the in
                the.tours = the.tours.map {
                    var tour = $0; tour.steps = Array(tour.steps.prefix(11)); return tour
                }
            }),

        Rule(
            "the tour on ecology has the joint legislation on the Chishui as its contrast",
            violations: { the in
                let steps = the.tours.first { $0.id == "ecology" }?.steps ?? []
                let isTold = steps.contains { step in
                    step.at?.text == "prj-chishui-joint-legislation"
                        && step.headline.chinese?.hasPrefix("对照") == true
                        && step.headline.english?.lowercased().contains("contrast") == true
                }
                return isTold ? [] : ["no contrast"]
            },
            mistakes: { the in
                for number in the.tours.indices {
                    the.tours[number].steps.removeAll { $0.at?.text == "prj-chishui-joint-legislation" }
                }
            }),

        Rule(
            "minutes of steps add up to those of the tour",
            violations: { the in
                the.tours.filter { tour in
                    tour.steps.contains { $0.minutes == nil }
                        || tour.steps.reduce(0) { $0 + ($1.minutes ?? 0) } != tour.minutes
                }.map(\.id.text)
            },
            mistakes: { $0.tours[0].steps[0].minutes = 3 }, { $0.tours[0].steps[0].minutes = nil }),

        Rule(
            "steps stand on items or show the whole, and say something",
            violations: { the in
                let whole: Set<Tour.View> = [
                    .title, .view(.matrix), .view(.timeline), .view(.map), .view(.sources),
                ]
                return the.tours.flatMap { tour in
                    tour.steps.filter { ($0.at == nil && !whole.contains($0.view)) || $0.points.isEmpty }
                        .map { "\(tour.id): \($0.headline.english ?? "")" }
                }
            },
            mistakes: { $0.tours[1].steps[1].at = nil }, { $0.tours[1].steps[1].points = [] }),

        Rule(
            "figures in a point are figures of the item that it stands on",
            violations: { the in
                let items = Dictionary(
                    the.items.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
                return the.tours.flatMap { tour in
                    tour.steps.flatMap { step -> [String] in
                        guard let item = step.at.flatMap({ items[$0.text] }) else { return [] }
                        let told = item.tellings.joined(separator: " ")
                        return step.points.flatMap { point in
                            (point.text.chinese ?? "").matches(of: /[0-9]+(?:[.][0-9]+)?/).map {
                                String($0.output)
                            }
                            .filter { !told.contains($0) }
                            .map { "\(tour.id), \(item.id): \($0)" }
                        }
                    }
                }
            },
            mistakes: { the in
                guard
                    let step = the.tours[0].steps.firstIndex(where: {
                        $0.at == "prj-chongqing-guiyang-railway"
                    })
                else { return }
                the.tours[0].steps[step].points[0].text = Text(chinese: "全长350公里。", english: "350 km.")
            }),

        Rule(
            "a point on a page is about a claim of it, unless it asks, gives a figure or says what was not seen",
            violations: { the in
                let items = Dictionary(
                    the.items.map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
                return the.tours.flatMap { tour in
                    tour.steps.filter { $0.view == .view(.reader) }.flatMap { step -> [String] in
                        guard let item = step.at.flatMap({ items[$0.text] }) else {
                            return ["\(tour.id): a page of no item"]
                        }
                        let figures = item.metrics.compactMap(\.figure.chinese)
                        return step.points.filter { point in
                            let text = point.text.chinese ?? ""
                            if let number = point.evidence {
                                return !item.evidence.indices.contains(number - 1)
                            }
                            return !text.hasSuffix("？") && !text.contains(/没有见到|未见/)
                                && !figures.contains { text.contains($0) }
                        }.map { "\(tour.id), \(item.id): \($0.text.chinese ?? "")" }
                    }
                }
            },
            mistakes: { the in
                for step in the.tours[1].steps.indices {
                    for point in the.tours[1].steps[step].points.indices {
                        the.tours[1].steps[step].points[point].evidence = nil
                    }
                }
            },
            { the in
                guard let step = the.tours[1].steps.firstIndex(where: { $0.at == "prj-zaodu-reservoir" })
                else {
                    return
                }
                the.tours[1].steps[step].points[0].evidence = 99
            },
            { the in
                guard let step = the.tours[1].steps.firstIndex(where: { $0.at == "prj-zaodu-reservoir" })
                else {
                    return
                }
                the.tours[1].steps[step].at = nil
            }),

        Rule(
            "a trace on a slide says from where it leads, and a matrix how it is ordered or which cell it shows",
            violations: { the in
                the.tours.flatMap { tour in
                    tour.steps.filter { step in
                        step.view == .view(.trace) && step.from == nil
                            || step.view == .view(.matrix) && step.order == nil && step.cell == nil
                    }.map { "\(tour.id): \($0.headline.english ?? "")" }
                }
            },
            mistakes: { the in
                for step in the.tours[0].steps.indices { the.tours[0].steps[step].from = nil }
            },
            { the in
                for step in the.tours[2].steps.indices { the.tours[2].steps[step].cell = nil }
            }),

        Rule(
            "the seminar says what the paper says, and each mode has an example of the two sides",
            violations: { the in
                guard let seminar = the.tours.first(where: { $0.id == "seminar" }) else {
                    return ["no seminar"]
                }
                let told = seminar.steps.map { step in
                    ([step.headline] + step.points.map(\.text)).compactMap(\.chinese).joined(separator: " ")
                }.joined(separator: " ")
                let words = [
                    "利益相关主体", "去中心化的协作组织制度", "多向度的系统性治理行动过程", "牛鼻子", "比较优势", "互补功能", "必答题",
                    "先手棋", "讨论",
                ]
                let provinces = Dictionary(
                    the.places.map { ($0.id, $0.province?.english) }, uniquingKeysWith: { first, _ in first })
                let modes = the.items(.mode).map(\.id).filter { mode in
                    !seminar.steps.contains { step in
                        guard step.view == .view(.reader),
                            let item = the.items.first(where: { $0.id.text == step.at?.text })
                        else {
                            return false
                        }
                        let sides = Set(item.places.compactMap { provinces[$0] ?? nil })
                        return item.links.contains { $0.to == mode && $0.relation == "works-by" }
                            && sides.isSuperset(of: ["Chongqing", "Guizhou"])
                    }
                }
                return words.filter { !told.contains($0) } + modes.map { "\($0) has no example" }
            },
            mistakes: { $0.tours[1].steps.removeAll { $0.at == "org-decentralized-layout" } },
            { $0.tours[1].steps.removeAll { $0.at == "prj-zaodu-reservoir" } }),

        Rule(
            "five minutes end with what was found, the other tours with questions",
            violations: { the in
                the.tours.filter { tour in
                    guard let last = tour.steps.last else { return true }
                    let isQuestion = last.points.allSatisfy { ($0.text.chinese ?? "").hasSuffix("？") }
                    let isFinding = (last.headline.chinese ?? "").hasPrefix("所见")
                    return tour.id == "five-minutes" ? !isFinding : !isQuestion
                }.map(\.id.text)
            },
            mistakes: { $0.tours[0].steps.removeLast() }, { $0.tours[2].steps.removeLast() }),

        Rule(
            "what a slide says of the whole holds of the whole",
            violations: { the in
                let links = the.items.flatMap(\.links)
                let readings = links.count { $0.standing == .interpretation } * 100 / links.count
                let classified = links.count { $0.standing == .classified } * 100 / links.count
                var evidence: [ID<Item>: Int] = [:]
                for project in the.items(.project) {
                    evidence[project.parent ?? "", default: 0] += project.evidence.count
                }
                let order = evidence.sorted { $0.value < $1.value }.map(\.key)
                let thin: Set<ID<Item>> = [
                    "fld-public-services", "fld-poverty-prevention", "fld-urban-rural",
                ]
                return
                    ((45...55).contains(readings) && (15...25).contains(classified)
                    ? [] : ["\(readings)% of the links are readings, \(classified)% classified"])
                    + (order.last == "fld-infrastructure" && Set(order.prefix(3)) == thin
                        ? [] : ["other fields are thin"])
            },
            mistakes: { the in
                for item in the.items {
                    the.change(item.id) {
                        for number in $0.links.indices { $0.links[number].source = "src-paper-2026" }
                    }
                }
            },
            { the in
                for project in the.items where project.parent == "fld-urban-rural" {
                    the.change(project.id) { $0.parent = "fld-public-services" }
                }
                for project in the.items where project.parent == "fld-infrastructure" {
                    the.change(project.id) { $0.parent = "fld-urban-rural" }
                }
            }),
    ]
}

extension Item {
    /// All that is told of the item in Chinese.
    fileprivate var tellings: [String] {
        let texts =
            [title, summary, note] + evidence.map(\.claim) + metrics.map(\.figure) + metrics.map(\.name)
            + links.map(\.because)
        return texts.compactMap { $0?.chinese }
    }
}
