import CaseModel

/// A claim in JSON, as the case format has it.
struct EvidenceRecord: Encodable {
    private let evidence: Evidence

    init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    private enum Key: CodingKey { case claim, source, locator, date, strength, quote }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(TextRecord(evidence.claim), forKey: .claim)
        try container.encode(evidence.source.text, forKey: .source)
        try container.encode(evidence.locator.map(TextRecord.init), forKey: .locator)
        try container.encode(evidence.date?.description, forKey: .date)
        try container.encode(evidence.strength.rawValue, forKey: .strength)
        try container.encode(evidence.quote, forKey: .quote)
    }
}
