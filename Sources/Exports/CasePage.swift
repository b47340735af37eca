import CaseModel

/// The whole case as one HTML page: three columns on a wide screen and one on a phone, each text in all languages of
/// the case with a switch between them that needs no script, every claim with its source, every entity under its id
/// as an anchor.
package struct CasePage: CaseFormat {
    private let first: LanguageTag

    /// The page, which shows this language at first.
    package init(language: LanguageTag) {
        first = language
    }

    package func text(of graph: CaseGraph) -> String {
        let languages = graph.case.manifest.languages
        let shown = first.closest(among: languages) ?? languages.first ?? first
        return CasePageWriter(graph, shown: shown).page.text
    }
}

/// Makes the page of a case.
private struct CasePageWriter {
    private let graph: CaseGraph
    private let languages: [LanguageTag]
    private let shown: LanguageTag

    init(_ graph: CaseGraph, shown: LanguageTag) {
        self.graph = graph
        self.shown = shown
        languages = graph.case.manifest.languages.isEmpty ? [shown] : graph.case.manifest.languages
    }

    var page: WebPage {
        let manifest = graph.case.manifest
        return WebPage(
            language: shown, title: manifest.title.localized(in: shown), style: style,
            body: languageSwitch + ["<main>"] + head + contents + panes + places + actors + sources + [
                "</main>"
            ])
    }

    // MARK: Languages

    /// A text in each language of the case, or once where it reads the same in all.
    private func told(_ text: Text) -> String { told(text, addresses: []) }

    /// The same, with these addresses as links.
    private func told(_ text: Text, addresses: [String]) -> String {
        let wordings = languages.map { ($0, text.localized(in: $0)) }
        guard let only = wordings.first?.1, wordings.contains(where: { $0.1 != only }) else {
            return (wordings.first?.1 ?? "").linkedMarkup(with: addresses)
        }
        return wordings.map { tag, wording in
            "<span lang=\"\(tag.webName)\">\(wording.linkedMarkup(with: addresses))</span>"
        }.joined()
    }

    /// Words of the page itself, in the nearer language of the interface for each language of the case.
    private func word(_ chinese: String, _ english: String) -> String {
        told(Text(languages.map { ($0, $0.nearest == .chinese ? chinese : english) }))
    }

    private var colon: String { word("：", ": ") }

    /// A choice for each language before the page; what is chosen hides the others by the style sheet alone.
    private var languageSwitch: [String] {
        guard languages.count > 1 else { return [] }
        return languages.enumerated().map { number, language in
            let checked = language == shown ? " checked" : ""
            return "<input type=\"radio\" name=\"language\" id=\"language-\(number)\"\(checked)>"
                + "<label for=\"language-\(number)\" lang=\"\(language.webName)\">\(name(of: language))</label>"
        }
    }

    private func name(of language: LanguageTag) -> String {
        switch language {
        case .chinese: "中文"
        case .english: "English"
        case _: language.text.markup
        }
    }

    private var style: String {
        let hidden = languages.indices.flatMap { number in
            languages.enumerated().filter { $0.offset != number }.map {
                "#language-\(number):checked~main span[lang=\"\($0.element.webName)\"]{display:none}"
            }
        }
        return """
            body{max-width:96em}
            input[name=language]{margin-left:1em}
            main>section{margin-top:3em}
            .panes{display:grid;gap:0 2.5em}
            .panes>section{min-width:0}
            article{margin:1.5em 0;padding-top:.5em;border-top:1px solid}
            article h4{margin:.2em 0}
            article ul{padding-left:1.2em}
            .facts,.mark,nav{font-size:.9em}
            .note{border-left:3px solid;padding-left:.8em;opacity:.85}
            :target{outline:2px solid;outline-offset:.4em}
            a{overflow-wrap:anywhere}
            \(hidden.joined(separator: "\n"))
            @media(min-width:72em){.panes{grid-template-columns:repeat(3,1fr)}}
            @page{margin:16mm}
            @media print{
            :root{color-scheme:light}
            body{margin:0;padding:0;max-width:none;font-size:10pt;line-height:1.45}
            input,label,nav{display:none}
            .panes{display:block}
            h2,h3,h4{break-after:avoid}
            li,.note{break-inside:avoid}
            a{color:inherit;text-decoration:none}
            details::details-content{content-visibility:visible;height:auto}
            }
            """
    }

    // MARK: Head

    private var head: [String] {
        let manifest = graph.case.manifest
        return ["<h1>\(told(manifest.title))</h1>"]
            + (manifest.subtitle.map { ["<p>\(told($0))</p>"] } ?? [])
            + (manifest.about.isEmpty
                ? []
                : ["<details><summary>\(word("方法与局限", "Method and limits"))</summary>"]
                    + manifest.about.map { "<p>\(told($0))</p>" } + ["</details>"])
            + [
                "<p class=\"facts\">\(citation(of: manifest.source))"
                    + (manifest.licence.map { " " + $0.markup } ?? "") + "</p>"
            ]
    }

    private func citation(of source: Source) -> String {
        let style = graph.case.manifest.referenceStyle
        let references = Text(languages.map { ($0, style.reference(to: source, in: $0)) })
        return told(references, addresses: source.addresses)
    }

    /// Links to the parts of the page.
    private var contents: [String] {
        let parts =
            graph.case.panes.map { ("pane-\($0.id)", told($0.title)) }
            + [
                ("places", word("地点", "Places")), ("actors", word("参与者", "Actors")),
                ("sources", word("来源", "Sources")),
            ]
        return [
            "<nav>" + parts.map { "<a href=\"#\($0.0.markup)\">\($0.1)</a>" }.joined(separator: " · ")
                + "</nav>"
        ]
    }

    // MARK: Items

    private var panes: [String] {
        var lines = ["<div class=\"panes\">"]
        for (number, pane) in graph.case.panes.enumerated() {
            lines += ["<section id=\"pane-\(pane.id.text.markup)\">", "<h2>\(told(pane.title))</h2>"]
            if let question = pane.question { lines.append("<p>\(told(question))</p>") }
            for kind in graph.case.kinds where kind.pane == pane.id {
                let items = graph.case.items.indices.filter {
                    graph.panes[$0] == number && graph.item($0).kind == kind.id
                }
                if !items.isEmpty { lines.append("<h3>\(told(kind.plural))</h3>") }
                lines += items.flatMap(article)
            }
            lines.append("</section>")
        }
        return lines + ["</div>"]
    }

    private func article(_ position: Int) -> [String] {
        let item = graph.item(position)
        var lines = opening(item.id.text, item.title, level: 4)
        let period = graph.entry(of: position).map { told($0.label) }
        let status = item.status.map { status in
            told(graph.case.title(of: status.value)) + (status.asOf.map { " (\(told($0.label)))" } ?? "")
                + mark(status.source)
        }
        let facts = [period, status].compactMap { $0 }.joined(separator: " · ")
        if !facts.isEmpty { lines.append("<p class=\"facts\">\(facts)</p>") }
        lines += item.summary.map { ["<p>\(told($0))</p>"] } ?? []
        let parent = item.parent.flatMap { graph.position(of: $0) }.map {
            link(graph.item($0).id.text, graph.item($0).title)
        }
        lines += parent.map { ["<p class=\"facts\">↑ \($0)</p>"] } ?? []
        lines += named(
            item.places.compactMap { graph.number(of: $0) }.map { graph.case.places[$0] }.map {
                link($0.id.text, $0.title)
            })
        lines += named(
            item.actors.compactMap { graph.number(of: $0) }.map { graph.case.actors[$0] }.map {
                link($0.id.text, $0.title)
            })
        lines += list(
            item.metrics.map { told($0.name) + colon + told($0.figure) + mark($0.source, $0.locator) })
        lines += list(item.evidence.map(claim))
        lines += list(links(of: position))
        lines += item.note.map { ["<p class=\"note\">\(told($0))</p>"] } ?? []
        return lines + ["</article>"]
    }

    private func opening(_ id: String, _ title: Text, level: Int) -> [String] {
        let id = id.markup
        return [
            "<article id=\"\(id)\">",
            "<h\(level)>\(told(title)) <a href=\"#\(id)\"><code>\(id)</code></a></h\(level)>",
        ]
    }

    private func links(of position: Int) -> [String] {
        let edges =
            graph.outgoing[position].map { ($0, $0.to, true) }
            + graph.incoming[position].map { ($0, $0.from, false) }
        return edges.map { edge, other, isOwn in
            let stated = graph.link(edge)
            let relation = graph.relation(stated.relation)
            let title = (isOwn ? relation?.title : relation?.inverse) ?? Text(stated.relation.text)
            let standing =
                switch stated.standing {
                case .sourced: mark(stated.source)
                case .classified: mark(stated.source) + word("（归类）", " (classified)")
                case .interpretation: word("（解读）", " (interpretation)")
                }
            let item = graph.item(other)
            return (isOwn ? "→ " : "← ") + told(title) + " " + link(item.id.text, item.title)
                + (stated.because.map { colon + told($0) } ?? "") + standing
        }
    }

    // MARK: Claims

    private func claim(_ evidence: Evidence) -> String {
        let standing = graph.case.standing(of: evidence).map(told).joined(separator: ", ")
        return told(evidence.claim) + (evidence.quoted.map { " " + $0.markup } ?? "")
            + " <span class=\"mark\">(\(standing))</span>" + mark(evidence.source, evidence.locator)
    }

    /// The number of a source as a link to it, with the place in it.
    private func mark(_ id: ID<Source>?, _ locator: Locator? = nil) -> String {
        guard let id, let number = graph.number(of: id) else { return "" }
        let place = locator.map { ", " + told($0.text) } ?? ""
        return " <span class=\"mark\">[<a href=\"#\(id.text.markup)\">\(number + 1)</a>\(place)]</span>"
    }

    private func link(_ id: String, _ title: Text) -> String {
        "<a href=\"#\(id.markup)\">\(told(title))</a>"
    }

    private func list(_ entries: [String]) -> [String] {
        entries.isEmpty ? [] : ["<ul>"] + entries.map { "<li>\($0)</li>" } + ["</ul>"]
    }

    private func named(_ links: [String]) -> [String] {
        links.isEmpty ? [] : ["<p class=\"facts\">" + links.joined(separator: " · ") + "</p>"]
    }

    // MARK: Places, actors, sources

    private var places: [String] {
        let items = graph.itemsOfPlaces
        return section("places", word("地点", "Places")) {
            graph.case.places.enumerated().flatMap { number, place in
                surroundings(
                    place.id.text, place.title, [place.kind, place.province], place.summary, place.evidence,
                    place.note, items: items[number])
            }
        }
    }

    private var actors: [String] {
        let items = graph.itemsOfActors
        return section("actors", word("参与者", "Actors")) {
            graph.case.actors.enumerated().flatMap { number, actor in
                surroundings(
                    actor.id.text, actor.title, graph.standing(ofActor: number), actor.summary,
                    actor.evidence,
                    actor.note, items: items[number])
            }
        }
    }

    private func section(_ id: String, _ title: String, _ lines: () -> [String]) -> [String] {
        ["<section id=\"\(id)\">", "<h2>\(title)</h2>"] + lines() + ["</section>"]
    }

    private func surroundings(
        _ id: String, _ title: Text, _ facts: [Text?], _ summary: Text?, _ evidence: Records<Evidence>,
        _ note: Text?, items: [Int]
    ) -> [String] {
        opening(id, title, level: 3) + named(facts.compactMap { $0.map(told) })
            + (summary.map { ["<p>\(told($0))</p>"] } ?? [])
            + list(evidence.map(claim))
            + named(items.map { link(graph.item($0).id.text, graph.item($0).title) })
            + (note.map { ["<p class=\"note\">\(told($0))</p>"] } ?? []) + ["</article>"]
    }

    private var sources: [String] {
        ["<section id=\"sources\" class=\"sources\">", "<h2>\(word("来源", "Sources"))</h2>", "<ol>"]
            + graph.case.sources.map { source in
                "<li id=\"\(source.id.text.markup)\">\(citation(of: source))"
                    + (source.note.map { "<br>" + told($0) } ?? "") + "</li>"
            } + ["</ol>", "</section>"]
    }
}
