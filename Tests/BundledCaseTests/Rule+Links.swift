import CaseModel

extension Rule {
    static let links: [Rule] = [
        Rule(
            "every link says why it holds",
            violations: { the in
                the.items.flatMap { item in
                    item.links.filter { ($0.because?.chinese ?? "").count < 4 }.map {
                        "\(item.id) → \($0.to)"
                    }
                }
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.links[0].because = nil } }),

        Rule(
            "every project is reached from a driver, or says that it is kept as context",
            violations: { the in
                let graph = CaseGraph(the)
                return the.items(.project).filter { project in
                    let isContext = (project.note?.chinese ?? "").hasPrefix("只作背景")
                    guard let position = graph.position(of: project.id) else { return true }
                    return graph.chains(to: position).isEmpty != isContext
                }.map(\.id.text)
            },
            mistakes: { $0.change("prj-yangjiao-border-market") { $0.note = nil } },
            { $0.change("prj-qijiang-service-area") { $0.links = [] } },
            { the in
                for driver in the.items(.driver) { the.change(driver.id) { $0.links = [] } }
                for project in the.items(.project) { the.change(project.id) { $0.links = [] } }
            }),

        Rule(
            "the chains that the case is known for lead on step by step, each step with its source",
            violations: { the in
                let graph = CaseGraph(the)
                return knownChains.flatMap { chain -> [String] in
                    zip(chain, chain.dropFirst()).filter { from, to in
                        guard let from = graph.position(of: from), let to = graph.position(of: to) else {
                            return true
                        }
                        var chains = graph.chains(from: from, to: to)
                        guard let first = chains.next() else { return true }
                        return first.length != 1 || !graph.isSourced(first)
                    }.map { "\($0) does not lead to \($1)" }
                }
            },
            mistakes: { $0.change("prj-qijiang-service-area") { $0.links = [] } },
            { $0.change("arr-yuqian-water-emergency-mechanism") { $0.links[0].source = nil } }),

        Rule(
            "every mode has projects at work between the two sides, and one of them a source for it",
            violations: { the in
                let provinces = Dictionary(
                    the.places.map { ($0.id, $0.province?.english) }, uniquingKeysWith: { first, _ in first })
                let sides = Dictionary(
                    the.actors.map { ($0.id, $0.side?.english) }, uniquingKeysWith: { first, _ in first })
                return the.items(.mode).filter { mode in
                    let shared = the.items(.project).filter { project in
                        let names = Set(
                            project.places.compactMap { provinces[$0] ?? nil }
                                + project.actors.compactMap { sides[$0] ?? nil })
                        return names.isSuperset(of: ["Chongqing", "Guizhou"])
                    }
                    let links = shared.flatMap {
                        $0.links.filter { $0.to == mode.id && $0.relation == "works-by" }
                    }
                    return links.count < 3 || !links.contains { $0.standing != .interpretation }
                }.map(\.id.text)
            },
            mistakes: { the in
                for project in the.items(.project) {
                    the.change(project.id) { $0.links.removeAll { $0.to == "mode-vertical" } }
                }
            },
            { the in
                for project in the.items(.project) {
                    the.change(project.id) {
                        for number in $0.links.indices where $0.links[number].to == "mode-network" {
                            $0.links[number].source = nil
                        }
                    }
                }
            }),

        Rule(
            "that something counts as a class of the framework is never the word of its source",
            violations: { the in
                let classes: Set<ID<Relation>> = ["works-by", "instance-of", "exemplifies"]
                let fields = Set(the.items(.field).map(\.id))
                return the.items.flatMap { item in
                    item.links.filter { link in
                        let isClass =
                            classes.contains(link.relation) || fields.contains(link.to)
                            || link.relation == "responds-to" && link.to.text.hasPrefix("con-")
                        return isClass && link.standing == .sourced
                    }.map { "\(item.id) → \($0.to)" }
                }
            },
            mistakes: { the in
                the.change("prj-zaodu-reservoir") {
                    for number in $0.links.indices { $0.links[number].isClassified = false }
                }
            },
            { the in
                the.change("arr-pilot-zone-plan-2018") {
                    for number in $0.links.indices { $0.links[number].isClassified = false }
                }
            },
            { the in
                the.change("prj-zunyi-chili-chongqing") {
                    for number in $0.links.indices { $0.links[number].isClassified = false }
                }
            }),

        Rule(
            "no two drivers are well connected to practically the same projects",
            violations: { the in
                let graph = CaseGraph(the)
                let projects = Set(the.items(.project).map(\.id))
                let reached = the.items(.driver).map { driver -> (ID<Item>, Set<Int>) in
                    guard let position = graph.position(of: driver.id) else { return (driver.id, []) }
                    let grades = graph.connections(of: position).grades
                    return (
                        driver.id,
                        Set(
                            grades.filter {
                                $0.value != .farFetched && projects.contains(the.items[$0.key].id)
                            }.keys)
                    )
                }
                return reached.indices.flatMap { number in
                    reached[(number + 1)...].compactMap { other -> String? in
                        let (here, both) = (reached[number], reached[number].1.intersection(other.1).count)
                        return both * 100 > 60 * here.1.union(other.1).count
                            ? "\(here.0), \(other.0): \(both) of \(here.1.union(other.1).count)" : nil
                    }
                }
            },
            mistakes: { the in
                // What an example of a class has in common with the others would reach it from every driver.
                for number in the.relations.indices where the.relations[number].id == "exemplifies" {
                    the.relations[number].flow = .backward
                }
            }),

        Rule(
            "an example of linking policy with plans has a document of its own above it",
            violations: { the in
                let upstream: Set<ID<Relation>> = [
                    "responds-to", "implements", "follows-from", "belongs-to", "complements",
                ]
                return the.items.filter { item in
                    item.links.contains { $0.relation == "exemplifies" }
                        && !(item.note?.chinese ?? "").hasPrefix("只作背景")
                        && !item.links.contains { upstream.contains($0.relation) }
                        && !the.items(.driver).contains { $0.links.contains { $0.to == item.id } }
                }.map(\.id.text)
            },
            mistakes: { $0.change("arr-corridor-plans-2020") { $0.links.removeFirst() } }),

        Rule(
            "no item links to itself, or twice to another by the same relation",
            violations: { the in
                the.items.filter { item in
                    let ends = item.links.map { "\($0.relation) \($0.to)" }
                    return Set(ends).count < ends.count || item.links.contains { $0.to == item.id }
                }.map(\.id.text)
            },
            mistakes: { $0.change("prj-zaodu-reservoir") { $0.links.append($0.links[0]) } },
            { $0.change("prj-zaodu-reservoir") { $0.links[0].to = "prj-zaodu-reservoir" } }),

        Rule(
            "a link from a driver to an element of consensus names the paper only where the paper names it",
            violations: { the in
                let named: Set<ID<Item>> = [
                    "drv-unified-market", "drv-western-development", "drv-chengdu-chongqing",
                    "drv-guizhou-new-path",
                ]
                return the.items(.driver).filter { driver in
                    !named.contains(driver.id) && driver.links.contains { $0.source == "src-paper-2026" }
                }.map(\.id.text)
            },
            mistakes: { $0.change("drv-yangtze-belt") { $0.links[0].source = "src-paper-2026" } }),
    ]
    /// Ways from a national document by an arrangement to a project.
    private static let knownChains: [[ID<Item>]] = [
        ["drv-chengdu-chongqing", "arr-qijiang-145-plan", "prj-qijiang-service-area"],
        ["drv-land-sea-corridor", "arr-qijiang-145-plan", "prj-qijiang-service-area"],
        [
            "drv-water-emergency-2020", "arr-yuqian-water-emergency-mechanism",
            "prj-yuqian-emergency-drill-2021",
        ],
        [
            "drv-water-emergency-2020", "arr-yuqian-water-emergency-mechanism",
            "prj-cross-province-water-emergency",
        ],
        [
            "drv-cross-province-services-2020", "arr-sw-cross-province-services",
            "prj-sw-cross-province-services",
        ],
        ["drv-outpatient-settlement", "arr-sw-outpatient-pilot", "prj-sw-chronic-outpatient-settlement"],
        ["drv-yangtze-belt", "arr-upper-yangtze-hazwaste-agreement-2020", "prj-hazardous-waste-whitelist"],
        ["drv-western-development", "drv-guizhou-new-path", "prj-rail-container-corridor"],
        [
            "drv-regional-coordination", "arr-zunyi-subcentre-2024", "arr-zunyi-pivot-plan-2024",
            "prj-rail-container-corridor",
        ],
        ["drv-guofa-2009-3", "arr-wuling-cooperation", "prj-wuling-economic-area"],
    ]
}
