import CaseModel

extension Rule {
    static let tours: [Rule] = [
        Rule(
            "the three tours are there, and the seminar has 12 to 16 steps in 20 minutes",
            violations: { the in
                let found = Dictionary(the.tours.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                let missing = ["five-minutes", "seminar", "ecology"].filter { found[ID($0)] == nil }
                let seminar = found["seminar"]
                let isSeminar = (12...16).contains(seminar?.steps.count ?? 0) && seminar?.minutes == 20
                return missing + (isSeminar ? [] : ["the seminar has another length"])
            },
            mistakes: { $0.tours.removeLast() },
            { the in
                the.tours = the.tours.map {
                    var tour = $0; tour.steps = Array(tour.steps.prefix(11)); return tour
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
                let items = Dictionary(the.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
                return the.tours.flatMap { tour in
                    tour.steps.flatMap { step -> [String] in
                        guard let item = step.at.flatMap({ items[$0] }) else { return [] }
                        let told = item.tellings.joined(separator: " ")
                        return step.points.flatMap { point in
                            (point.chinese ?? "").matches(of: /[0-9]+(?:[.][0-9]+)?/).map {
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
                the.tours[0].steps[step].points[0] = Text(chinese: "全长350公里。", english: "350 km.")
            }),
    ]
}

extension Item {
    /// All that is told of the item in Chinese.
    fileprivate var tellings: [String] {
        let texts =
            [title, summary, note] + evidence.map(\.claim) + metrics.map(\.display) + metrics.map(\.name)
            + links.map(\.because)
        return texts.compactMap { $0?.chinese }
    }
}
