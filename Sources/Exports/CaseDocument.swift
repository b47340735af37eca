import CaseModel

/// The whole case as a Markdown document: description, items by pane and kind with their claims and links, places and
/// actors with theirs, and the sources as GB/T 7714—2015 references with their ids.
package struct CaseDocument: CaseFormat {
    private let languages: [LanguageTag]

    package init(languages: [LanguageTag]) {
        self.languages = languages
    }

    package func text(of graph: CaseGraph) -> String {
        let manifest = graph.case.manifest
        var parts = ["# " + line(manifest.title)]
        parts += manifest.subtitle.map { [line($0)] } ?? []
        parts += manifest.about.flatMap(wordings)
        for (number, pane) in graph.case.panes.enumerated() {
            parts.append("## " + line(pane.title))
            parts += pane.question.map { [line($0)] } ?? []
            for kind in graph.case.kinds where kind.pane == pane.id {
                let items = graph.case.items.indices.filter {
                    graph.panes[$0] == number && graph.item($0).kind == kind.id
                }
                parts += items.flatMap { section($0, kind: kind, of: graph) }
            }
        }
        parts += places(of: graph) + actors(of: graph)
        parts.append("## " + line(Text(chinese: "来源", english: "Sources")))
        parts.append(
            graph.case.sources.map { reference(to: $0, in: manifest.referenceStyle) }.joined(separator: "\n"))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func section(_ position: Int, kind: Kind, of graph: CaseGraph) -> [String] {
        let item = graph.item(position)
        let evidence = claims(item.evidence, in: graph)
        let links = graph.outgoing[position].map { edge in
            let link = graph.link(edge)
            let relation = graph.relation(link.relation).map { line($0.title) } ?? link.relation.text
            let because = link.because.map { ": " + line($0) } ?? ""
            let source = link.source.map { "`\($0)`" }
            let standing = [source, link.isReading ? link.standing.rawValue : nil].compactMap { $0 }
                .joined(separator: ", ")
            return "- → \(relation) \(line(graph.item(edge.to).title)) (`\(link.to)`)\(because) [\(standing)]"
        }
        return ["### " + line(item.title), "`\(item.id)` · " + line(kind.title)]
            + (item.summary.map(wordings) ?? [])
            + [facts(of: item, in: graph), evidence, links].filter { !$0.isEmpty }.map {
                $0.joined(separator: "\n")
            }
            + (item.note.map(wordings)?.map { "> " + $0 } ?? [])
    }

    private func claims(_ evidence: Records<Evidence>, in graph: CaseGraph) -> [String] {
        evidence.map { claim in
            let quote = claim.quoted.map { " " + Markdown.escaped($0) } ?? ""
            let locator = claim.locator.map { ", " + line($0.text) } ?? ""
            let standing = graph.case.standing(of: claim).map(line).joined(separator: "; ")
            return "- \(line(claim.claim))\(quote) [`\(claim.source)`\(locator); \(standing)]"
        }
    }

    // MARK: Places and actors

    private func places(of graph: CaseGraph) -> [String] {
        guard !graph.case.places.isEmpty else { return [] }
        let items = graph.itemsOfPlaces
        return ["## " + line(Text(chinese: "地点", english: "Places"))]
            + graph.case.places.enumerated().flatMap { number, place in
                let point = place.coordinates.map { Text("\($0.latitude), \($0.longitude)") }
                return surroundings(
                    place.id.text, place.title, [place.kind, place.province, point], place.summary,
                    place.evidence, place.note, items: items[number], of: graph)
            }
    }

    private func actors(of graph: CaseGraph) -> [String] {
        guard !graph.case.actors.isEmpty else { return [] }
        let items = graph.itemsOfActors
        return ["## " + line(Text(chinese: "参与者", english: "Actors"))]
            + graph.case.actors.enumerated().flatMap { number, actor in
                surroundings(
                    actor.id.text, actor.title, graph.standing(ofActor: number), actor.summary,
                    actor.evidence, actor.note, items: items[number], of: graph)
            }
    }

    private func surroundings(
        _ id: String, _ title: Text, _ facts: [Text?], _ summary: Text?, _ evidence: Records<Evidence>,
        _ note: Text?, items: [Int], of graph: CaseGraph
    ) -> [String] {
        let items = items.map { "- \(line(graph.item($0).title)) (`\(graph.item($0).id)`)" }
        return [
            "### " + line(title), (["`\(id)`"] + facts.compactMap { $0.map(line) }).joined(separator: " · "),
        ]
            + (summary.map(wordings) ?? [])
            + [claims(evidence, in: graph), items].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            + (note.map(wordings)?.map { "> " + $0 } ?? [])
    }

    /// Period, status and figures, each with its source.
    private func facts(of item: Item, in graph: CaseGraph) -> [String] {
        var facts: [String] = []
        if let entry = graph.position(of: item.id).flatMap(graph.entry) { facts.append(line(entry.label)) }
        if let status = item.status {
            let date = status.asOf.map { " (\(line($0.label)))" } ?? ""
            facts.append(line(graph.case.title(of: status.value)) + date + mark(status.source))
        }
        facts += item.metrics.map { metric in
            line(metric.name) + ": " + line(metric.figure) + mark(metric.source, metric.locator)
        }
        return facts.map { "- " + $0 }
    }

    private func mark(_ source: ID<Source>?, _ locator: Locator? = nil) -> String {
        let place = locator.map { ", " + line($0.text) } ?? ""
        return source.map { " [`\($0)`\(place)]" } ?? ""
    }

    private func reference(to source: Source, in style: any ReferenceStyle) -> String {
        let references = languages.markdownReferences(to: source, in: style)
        return "- `\(source.id)` " + references.joined(separator: " / ")
    }

    private func wordings(_ text: Text) -> [String] {
        languages.wordings(text).map { Markdown.escaped($0) }
    }

    private func line(_ text: Text) -> String { wordings(text).joined(separator: " / ") }
}

extension CaseGraph {
    /// The tier of an actor and the side on which it stands.
    func standing(ofActor number: Int) -> [Text?] {
        [`case`.title(of: `case`.actors[number].level), sides.titlesOfActors[number]]
    }
}

extension Case {
    /// How far a claim carries: its strength, the date of what is claimed, and whether it speaks against what it stands
    /// under.
    func standing(of claim: Evidence) -> [Text] {
        let against = Text(chinese: "反证", english: "against")
        return [title(of: claim.strength)] + (claim.date.map { [$0.label] } ?? [])
            + (claim.support == .contradicts ? [against] : [])
    }
}
