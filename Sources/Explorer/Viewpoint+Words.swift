import CaseModel

// A viewpoint in words: `view=trace&at=prj-rail&chain=1&pins=drv-law,org-plan&selected=drv-law,org-plan,prj-rail&focus=2`.
// Ids stand for positions, so that it can be read where the same case is laid out anew, and anything that is not
// known there is passed over.
extension Viewpoint {
    /// The viewpoint as one line of ASCII.
    package func words(in graph: CaseGraph) -> String {
        let id: (Int) -> String = { graph.item($0).id.text }
        var fields: [(String, String)] = []
        switch subject {
        case nil: fields.append(("view", ViewName.browse.rawValue))
        case .entity(.item(let position))?:
            fields += [("view", ViewName.reader.rawValue), ("at", id(position))]
        case .trace(let position, let chain)?:
            fields += [("view", ViewName.trace.rawValue), ("at", id(position)), ("chain", String(chain))]
        case .entity(let entity)?:
            let reference = graph.reference(to: entity)
            fields.append((reference.kind.rawValue, reference.id))
        case .about?: fields.append(("view", ViewName.overview.rawValue))
        case .chart(let chart)?:
            fields.append(("view", chart.name.rawValue))
            if let landmark = chart.drawing.landmark(in: graph) { fields.append(("landmark", landmark)) }
        }
        if !pins.isEmpty { fields.append(("pins", pins.map(id).joined(separator: ","))) }
        fields.append(("selected", selections.map { $0.map(id) ?? "" }.joined(separator: ",")))
        fields.append(("focus", String(focus)))
        if let filter { fields.append(("filter", filter)) }
        return fields.map { "\($0.0)=\(Percent.encoded($0.1))" }.joined(separator: "&")
    }

    /// Reads a viewpoint for an explorer; nil where the words are none.
    init?(words: String, in state: State) {
        var fields: [String: String] = [:]
        for field in words.split(separator: "&") {
            let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let value = Percent.decoded(parts[1]) else { return nil }
            fields[String(parts[0])] = value
        }
        guard fields["selected"] != nil || fields["view"] != nil else { return nil }
        let graph = state.graph
        func ids(_ field: String) -> [Int?] {
            (fields[field] ?? "").split(separator: ",", omittingEmptySubsequences: false)
                .map { graph.position(of: ID(String($0))) }
        }
        pins = ids("pins").compactMap(\.self)
        filter = fields["filter"]
        let paneCount = graph.case.panes.count
        focus = min(max(0, fields["focus"].flatMap { Int($0) } ?? 0), paneCount - 1)
        var selections = [Int?](repeating: nil, count: paneCount)
        for position in ids("selected").compactMap(\.self) { selections[graph.panes[position]] = position }
        self.selections = selections
        subject = Self.subject(of: fields, in: state)
    }

    private static func subject(of fields: [String: String], in state: State) -> Subject? {
        let graph = state.graph
        for kind in [EntityRef.Kind.source, .place, .actor] {
            if let id = fields[kind.rawValue] {
                return graph.entity(EntityRef(kind, id: id)).map(Subject.entity)
            }
        }
        guard let view = fields["view"].flatMap({ ViewName(rawValue: $0) }) else { return nil }
        let position = fields["at"].flatMap { graph.position(of: ID($0)) }
        switch view {
        case .browse: return nil
        case .reader: return position.map(Subject.item)
        case .trace:
            let chain = fields["chain"].flatMap { Int($0) } ?? 0
            // The chains before it have to be found first: whoever names one far off must not hold everybody up.
            return position.map { .trace($0, chain: min(max(0, chain), TracedChains.farthest)) }
        case .overview: return .about
        case .matrix, .timeline, .map, .network, .sources:
            guard case .chart(var chart)? = state.subject(of: view) else { return nil }
            if let landmark = fields["landmark"] {
                chart.drawing.stand(at: landmark, in: state.chartContext)
            }
            return .chart(chart)
        }
    }
}

/// Bytes that a field of words may not hold as they are, written `%E6%B8%9D`.
enum Percent {
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            case _:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }

    /// Nil for what no encoding makes.
    static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
