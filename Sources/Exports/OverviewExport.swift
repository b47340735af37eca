import CaseModel

/// The case in numbers as `triptych overview --format json` prints it.
package enum OverviewExport {
    /// A JSON object of the sums; every kind and every strength is there, also at 0.
    package static func json(of graph: CaseGraph) -> String {
        JSONText.encode(Record(graph))
    }

    private struct Record: Encodable {
        private let items: [String: Int]
        private let evidence: EvidenceCounts
        private let sources: Int
        private let links: LinkCounts
        private let unevidenced: [String]

        init(_ graph: CaseGraph) {
            let overview = graph.overview
            let counts = overview.kinds.map { (graph.case.kinds[$0.kind].id.text, $0.items) }
            items = Dictionary(counts, uniquingKeysWith: +)
            evidence = EvidenceCounts(
                total: overview.evidenceTotal, primary: overview.evidence[.primary] ?? 0,
                reported: overview.evidence[.reported] ?? 0, analytic: overview.evidence[.analytic] ?? 0)
            sources = overview.sources
            links = LinkCounts(sourced: overview.sourcedLinks, interpretation: overview.interpretedLinks)
            unevidenced = overview.unevidenced.map { graph.item($0).id.text }
        }
    }

    private struct EvidenceCounts: Encodable {
        let total: Int
        let primary: Int
        let reported: Int
        let analytic: Int
    }

    private struct LinkCounts: Encodable {
        let sourced: Int
        let interpretation: Int
    }
}
