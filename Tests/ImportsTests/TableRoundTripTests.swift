import BundledCase
import CaseFiles
import CaseModel
import Exports
import Testing

@testable import Imports

/// Tables that the program writes come back as the same fields.
struct TableRoundTripTests {
    private let graph: CaseGraph

    init() throws {
        graph = CaseGraph(try BundledCase.open())
    }

    private func records(_ subject: RecordTable) throws -> [TableRecord] {
        let text = DelimitedText(.records(subject), delimiter: .comma, byteOrderMark: true).text(of: graph)
        let result = try TableMapping(subject).rows(of: DelimitedTable.read(Array(text.utf8), file: "x.csv"))
        #expect(result.report.lost.isEmpty, "\(result.report.lines(in: .english).prefix(5))")
        return result.records
    }

    @Test func items() throws {
        let records = try records(.items)
        #expect(records.map { $0.values["id"] } == graph.case.items.map(\.id.text))
        for (record, item) in zip(records, graph.case.items) {
            #expect(record.values["kind"] == item.kind.text)
            #expect(record.values["parent"] == item.parent?.text)
            #expect(record.wordings(of: "title") == wordings(item.title))
            #expect(record.wordings(of: "summary") == wordings(item.summary))
            #expect(record.words(of: "aka") == item.aka)
            #expect(record.words(of: "places") == item.places.map(\.text))
            #expect(record.words(of: "actors") == item.actors.map(\.text))
            #expect(record.values["period_start"] == item.period?.start?.description)
            #expect(record.values["status"] == item.status?.value.text)
            #expect(record.wordings(of: "note") == wordings(item.note))
        }
    }

    @Test func evidence() throws {
        let records = try records(.evidence)
        let claims = graph.case.items.flatMap(\.evidence)
        #expect(records.count >= claims.count)
        for (record, claim) in zip(records, claims) {
            #expect(record.wordings(of: "claim") == wordings(claim.claim))
            #expect(record.wordings(of: "locator") == wordings(claim.locator?.text))
            #expect(record.values["source"] == claim.source.text)
            #expect(record.values["strength"] == claim.strength.text)
            #expect(record.values["quote"] == claim.quote)
        }
    }

    @Test func links() throws {
        let records = try records(.links)
        #expect(records.count == graph.outgoing.entries.count)
        for (record, edge) in zip(records, graph.outgoing.entries) {
            #expect(record.values["from"] == graph.item(edge.from).id.text)
            #expect(record.values["to"] == graph.item(edge.to).id.text)
            #expect(record.values["relation"] == graph.link(edge).relation.text)
            #expect(record.wordings(of: "because") == wordings(graph.link(edge).because))
            #expect(record.values["source"] == graph.link(edge).source?.text)
        }
    }

    @Test func sources() throws {
        let records = try records(.sources)
        #expect(records.map { $0.values["id"] } == graph.case.sources.map(\.id.text))
        for (record, source) in zip(records, graph.case.sources) {
            #expect(record.values["type"] == source.form.rawValue)
            #expect(record.words(of: "authors") == source.authors.map(\.inverted))
            #expect(record.wordings(of: "container") == wordings(source.container?.title))
            #expect(record.values["container_pages"] == source.container?.pages)
            #expect(record.values["accessed"] == source.accessed?.description)
        }
    }

    private func wordings(_ text: Text?) -> [String: String] {
        var wordings: [String: String] = [:]
        wordings["zh"] = text?.chinese
        wordings["en"] = text?.english
        return wordings
    }
}

extension TableRecord {
    /// The wordings of a text by language, with an empty tag for one that reads the same in every language.
    func wordings(of field: String) -> [String: String] {
        var wordings: [String: String] = [:]
        for (name, value) in values {
            if name == field { wordings[""] = value }
            if name.hasPrefix(field + "_"),
                let tag = LanguageTag(String(name.dropFirst(field.utf8.count + 1)))
            {
                wordings[tag.description] = value
            }
        }
        return wordings
    }

    /// The words of a list.
    func words(of field: String) -> [String] {
        DelimitedLines.words(of: values[field] ?? "").filter { !$0.isEmpty }
    }
}
