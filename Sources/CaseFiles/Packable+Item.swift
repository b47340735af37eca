import CaseModel

extension Item: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        let head = try reader.item()
        self.init(id: head.id, kind: head.kind, title: try reader.text())
        parent = head.parent
        aka = try reader.strings()
        summary = try reader.optionalText()
        period = try reader.optional(Period.init(from:))
        status = try reader.optional(DatedStatus.init(from:))
        places = try reader.references()
        actors = try reader.references()
        metrics = try reader.list()
        evidence = try reader.list()
        links = try reader.list()
        if links.contains(where: { $0.to == id }) { throw .unsound("an item links to itself") }
        note = try reader.optionalText()
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.id(kind)
        writer.optionalID(parent)
        writer.text(title)
        writer.strings(aka)
        writer.optionalText(summary)
        writer.optional(period) { $1.pack(into: &$0) }
        writer.optional(status) { $1.pack(into: &$0) }
        writer.list(places) { $0.id($1) }
        writer.list(actors) { $0.id($1) }
        writer.list(metrics)
        writer.list(evidence)
        writer.list(links)
        writer.optionalText(note)
    }
}

extension Period: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(start: try reader.date(), end: try reader.date())
        if isBackwards { throw .unsound("a period ends before it starts") }
    }

    func pack(into writer: inout PackWriter) {
        writer.date(start)
        writer.date(end)
    }
}

extension DatedStatus: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(
            value: try reader.reference(), asOf: try reader.date(), source: try reader.optionalReference())
    }

    func pack(into writer: inout PackWriter) {
        writer.id(value)
        writer.date(asOf)
        writer.optionalID(source)
    }
}

extension Metric: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(
            name: try reader.text(), value: try reader.string(ValueForm.isDecimal, "a number"),
            unit: try reader.optionalText())
        display = try reader.optionalText()
        bound = try reader.optionalChoice()
        source = try reader.optionalReference()
        locator = try reader.optionalText()
    }

    func pack(into writer: inout PackWriter) {
        writer.text(name)
        writer.string(value)
        writer.optionalText(unit)
        writer.optionalText(display)
        writer.optional(bound) { $0.choice($1) }
        writer.optionalID(source)
        writer.optionalText(locator)
    }
}

extension Evidence: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(
            claim: try reader.text(), source: try reader.reference(), strength: try reader.choice())
        locator = try reader.optionalText()
        date = try reader.date()
        quote = try reader.optionalString()
    }

    func pack(into writer: inout PackWriter) {
        writer.text(claim)
        writer.id(source)
        writer.choice(strength)
        writer.optionalText(locator)
        writer.date(date)
        writer.optionalString(quote)
    }
}

extension Link: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(to: try reader.reference(), relation: try reader.reference())
        because = try reader.optionalText()
        source = try reader.optionalReference()
    }

    func pack(into writer: inout PackWriter) {
        writer.id(to)
        writer.id(relation)
        writer.optionalText(because)
        writer.optionalID(source)
    }
}
