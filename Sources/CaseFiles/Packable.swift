import CaseModel

/// A part of a case that can be packed. Writing and reading a type are side by side and in the same order: a change
/// of the one needs a change of the other and of `Pack.version`.
protocol Packable {
    init(from reader: inout PackReader) throws(PackError)
    func pack(into writer: inout PackWriter)
}

extension Case: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(manifest: try Manifest(from: &reader))
        panes = try reader.list()
        kinds = try reader.list()
        relations = try reader.list()
        statuses = try reader.list()
        matrix = try reader.optional(Matrix.init(from:))
        sources = try reader.list()
        items = try reader.list()
        places = try reader.list()
        actors = try reader.list()
        tours = try reader.list()
    }

    func pack(into writer: inout PackWriter) {
        manifest.pack(into: &writer)
        writer.list(panes)
        writer.list(kinds)
        writer.list(relations)
        writer.list(statuses)
        writer.optional(matrix) { $1.pack(into: &$0) }
        writer.list(sources)
        writer.list(items)
        writer.list(places)
        writer.list(actors)
        writer.list(tours)
    }
}

extension Manifest: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(id: ID(try reader.string(ValueForm.isID, "an id")), title: try reader.text())
        subtitle = try reader.optionalText()
        authors = try reader.strings()
        licence = try reader.optionalString()
        about = try reader.texts()
        cites = try reader.optionalReference()
        languages = try reader.list { (reader: inout PackReader) throws(PackError) in try reader.choice() }
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.optionalText(subtitle)
        writer.strings(authors)
        writer.optionalString(licence)
        writer.texts(about)
        writer.optionalID(cites)
        writer.list(languages) { $0.choice($1) }
    }
}

extension Pane: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(
            id: try reader.ownID(), title: try reader.text(), question: try reader.optionalText())
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.optionalText(question)
    }
}

extension Kind: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        let kind = try reader.kind()
        self.init(
            id: kind.id, pane: kind.pane, title: try reader.text(), plural: try reader.text(),
            role: try reader.choice())
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.id(pane)
        writer.text(title)
        writer.text(plural)
        writer.choice(role)
    }
}

extension Relation: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(
            id: try reader.ownID(), title: try reader.text(), inverse: try reader.text(),
            flow: try reader.choice())
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.text(inverse)
        writer.choice(flow)
    }
}

extension Status: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(id: try reader.ownID(), title: try reader.text(), stage: try reader.choice())
    }

    func pack(into writer: inout PackWriter) {
        writer.id(id)
        writer.text(title)
        writer.choice(stage)
    }
}

extension Matrix: Packable {
    init(from reader: inout PackReader) throws(PackError) {
        self.init(
            rows: try reader.reference(), columns: try reader.reference(), cells: try reader.reference())
    }

    func pack(into writer: inout PackWriter) {
        writer.id(rows)
        writer.id(columns)
        writer.id(cells)
    }
}
