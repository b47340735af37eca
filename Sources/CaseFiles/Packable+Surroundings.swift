import CaseModel

// Sources, places, actors and tours.

extension Source: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(id: try reader.ownID(), title: try reader.text(), form: try reader.choice())
        issuer = try reader.optionalText()
        authors = try reader.list()
        date = try reader.date()
        documentNumber = try reader.optionalString()
        url = try reader.optionalString(ValueForm.isWebAddress, "an address")
        doi = try reader.optionalString(ValueForm.isDOI, "a doi")
        container = try reader.optional(Container.init(from:))
        accessed = try reader.date()
        checked = try reader.optionalChoice()
        note = try reader.optionalText()
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.choice(form)
        writer.optionalText(issuer)
        writer.list(authors)
        writer.date(date)
        writer.optionalString(documentNumber)
        writer.optionalString(url)
        writer.optionalString(doi)
        writer.optional(container) { $1.pack(into: &$0) }
        writer.date(accessed)
        writer.optional(checked) { $0.choice($1) }
        writer.optionalText(note)
    }
}

extension Source.Author: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(
            family: try reader.string(), given: try reader.string(), chinese: try reader.optionalString())
    }

    func pack(into writer: inout PackWriter) {
        writer.string(family)
        writer.string(given)
        writer.optionalString(chinese)
    }
}

extension Source.Container: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(title: try reader.text())
        volume = try reader.optionalString()
        issue = try reader.optionalString()
        pages = try reader.optionalString()
    }

    func pack(into writer: inout PackWriter) {
        writer.text(title)
        writer.optionalString(volume)
        writer.optionalString(issue)
        writer.optionalString(pages)
    }
}

extension Place: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(id: try reader.ownID(), title: try reader.text())
        province = try reader.optionalText()
        latitude = try reader.optionalDouble(in: Limits.latitude)
        longitude = try reader.optionalDouble(in: Limits.longitude)
        if hasHalfACoordinate { throw .unsound("a place has half a coordinate") }
        coordinatesSource = try reader.optionalString()
        borders = try reader.list()
        if bordersItself { throw .unsound("a place borders itself") }
        summary = try reader.optionalText()
        evidence = try reader.list()
        note = try reader.optionalText()
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.optionalText(province)
        writer.optional(latitude) { $0.double($1) }
        writer.optional(longitude) { $0.double($1) }
        writer.optionalString(coordinatesSource)
        writer.list(borders)
        writer.optionalText(summary)
        writer.list(evidence)
        writer.optionalText(note)
    }
}

extension Border: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(place: try reader.reference(), source: try reader.optionalReference())
    }

    func pack(into writer: inout PackWriter) {
        writer.id(place)
        writer.optionalID(source)
    }
}

extension CaseModel.Actor: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(id: try reader.ownID(), title: try reader.text(), level: try reader.choice())
        side = try reader.optionalText()
        summary = try reader.optionalText()
        evidence = try reader.list()
        note = try reader.optionalText()
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.choice(level)
        writer.optionalText(side)
        writer.optionalText(summary)
        writer.list(evidence)
        writer.optionalText(note)
    }
}

extension Tour: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(id: try reader.ownID(), title: try reader.text())
        minutes = try reader.optionalDouble(in: Limits.minutes)
        steps = try reader.list()
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.optional(minutes) { $0.double($1) }
        writer.list(steps)
    }
}

extension Tour.Step: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        let at: ID<Item>? = try reader.optionalReference()
        let view: Tour.View = try reader.choice()
        self.init(headline: try reader.text(), view: view)
        self.at = at
        points = try reader.texts()
        notes = try reader.optionalText()
        minutes = try reader.optionalDouble(in: Limits.minutes)
    }

    func pack(into writer: inout PackWriter) {
        writer.optionalID(at)
        writer.choice(view)
        writer.text(headline)
        writer.texts(points)
        writer.optionalText(notes)
        writer.optional(minutes) { $0.double($1) }
    }
}
