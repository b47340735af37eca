/// Reads the XML of a project or of a code book.
struct CodedProjectReader {
    private var reader: XMLReader
    private(set) var project: CodedProject

    /// Reads a whole file.
    init(_ file: SourceFile) throws(ImportError) {
        reader = XMLReader(file)
        project = CodedProject(address: file.address(of: 0))
        while let event = try reader.step() {
            guard case .start(let element) = event else { continue }
            project.address = file.address(of: element.offset)
            switch element.name {
            case "Project":
                project.name = element["name"] ?? ""
                try children { (self, child) throws(ImportError) in try self.projectChild(child) }
            case "CodeBook": try children { (self, child) throws(ImportError) in try self.codeBook(child) }
            case let name: throw file.error(ImportMessage.wrongRoot(name), at: element.offset)
            }
        }
    }

    /// Reads the elements within the one that has just begun, through to its end.
    private mutating func children(
        _ read: (inout CodedProjectReader, XMLElement) throws(ImportError) -> Void
    ) throws(ImportError) {
        while let event = try reader.step() {
            switch event {
            case .start(let element): try read(&self, element)
            case .text: continue
            case .end: return
            }
        }
    }

    private func address(_ element: XMLElement) -> FileAddress { reader.file.address(of: element.offset) }

    private func required(_ name: String, of element: XMLElement) throws(ImportError) -> String {
        guard let value = element[name] else {
            throw reader.file.error(ImportMessage.noAttribute(name, of: element.name), at: element.offset)
        }
        return value
    }

    private func guid(_ element: XMLElement, _ name: String = "guid") throws(ImportError) -> String {
        try required(name, of: element).lowercased().filter { $0 != "{" && $0 != "}" }
    }

    private func number(_ name: String, of element: XMLElement) throws(ImportError) -> Int {
        let text = try required(name, of: element)
        guard let number = Int(text.trimmed), (0...Int(Int32.max)).contains(number) else {
            throw reader.file.error(ImportMessage.noAttribute(name, of: element.name), at: element.offset)
        }
        return number
    }

    private func checkCount(_ count: Int, at element: XMLElement) throws(ImportError) {
        guard count < ImportLimits.records else {
            throw reader.file.error(ImportMessage.tooManyRecords, at: element.offset)
        }
    }

    private mutating func projectChild(_ element: XMLElement) throws(ImportError) {
        switch element.name {
        case "Users":
            try children { (self, user) throws(ImportError) in
                if let guid = user["guid"] {
                    self.project.users[guid.lowercased()] = user["name"] ?? user["id"] ?? ""
                }
                try self.reader.skipElement()
            }
        case "CodeBook": try children { (self, child) throws(ImportError) in try self.codeBook(child) }
        case "Sources": try children { (self, child) throws(ImportError) in try self.document(child) }
        case "Notes": try children { (self, child) throws(ImportError) in try self.memo(child) }
        case "Description": project.description = try reader.wholeText()
        case "NoteRef": project.notes.append(try reference(element))
        case "Cases", "Variables", "Sets", "Graphs", "Links":
            try children { (self, child) throws(ImportError) in try self.remainder(child) }
        case _: try remainder(element)
        }
    }

    private mutating func remainder(_ element: XMLElement) throws(ImportError) {
        try checkCount(project.remainders.count, at: element)
        project.remainders.append(
            .init(
                element: element.name, name: element["name"] ?? element["guid"] ?? "",
                address: address(element)))
        try reader.skipElement()
    }

    /// The GUID that a reference names.
    private mutating func reference(_ element: XMLElement) throws(ImportError) -> String {
        let target = try guid(element, "targetGUID")
        try reader.skipElement()
        return target
    }

    private mutating func codeBook(_ element: XMLElement) throws(ImportError) {
        guard element.name == "Codes" else {
            // The sets of a code book.
            return try children { (self, child) throws(ImportError) in try self.remainder(child) }
        }
        try children { (self, child) throws(ImportError) in try self.code(child, in: nil) }
    }

    private mutating func code(_ element: XMLElement, in parent: String?) throws(ImportError) {
        guard element.name == "Code" else { return try remainder(element) }
        try checkCount(project.codes.count, at: element)
        let code = CodedProject.Code(
            guid: try guid(element), name: try required("name", of: element), parent: parent,
            color: element["color"], address: address(element))
        let place = project.codes.count
        project.codes.append(code)
        try children { (self, child) throws(ImportError) in
            switch child.name {
            case "Description": self.project.codes[place].description = try self.reader.wholeText()
            case "NoteRef": self.project.codes[place].notes.append(try self.reference(child))
            case _: try self.code(child, in: code.guid)
            }
        }
    }

    private mutating func document(_ element: XMLElement) throws(ImportError) {
        try checkCount(project.documents.count, at: element)
        var document = CodedProject.Document(
            guid: try guid(element), name: element["name"] ?? "", element: element.name,
            address: address(element))
        for attribute in ["plainTextPath", "richTextPath", "path", "currentPath"] {
            if let value = element[attribute] { document.paths.append((attribute, value)) }
        }
        let place = project.documents.count
        project.documents.append(document)
        try children { (self, child) throws(ImportError) in
            try self.part(child, of: place)
        }
    }

    /// A child of a document, or of the text that stands for it.
    private mutating func part(_ element: XMLElement, of place: Int) throws(ImportError) {
        switch element.name {
        case "Description":
            let text = try reader.wholeText()
            if project.documents[place].description == nil { project.documents[place].description = text }
        case "PlainTextContent": project.documents[place].text = try reader.wholeText()
        case "NoteRef": project.documents[place].notes.append(try reference(element))
        case "VariableValue":
            let text = try value(element)
            project.documents[place].variables.append((text, address(element)))
        case "Representation", "TextDescription", "Transcript":
            // The text of a document has a path of its own, and segments of its own.
            for attribute in ["plainTextPath", "richTextPath"] {
                if let value = element[attribute] {
                    project.documents[place].paths.append((attribute, value))
                }
            }
            try children { (self, child) throws(ImportError) in try self.part(child, of: place) }
        case "SyncPoint": try reader.skipElement()
        case "Coding":
            var segment = try segment(element, of: place, range: .whole)
            try coding(element, of: &segment)
            project.segments.append(segment)
        case "PlainTextSelection":
            let range = CodedProject.Segment.Range.characters(
                try number("startPosition", of: element), try number("endPosition", of: element))
            try selection(element, of: place, range: range)
        case "PDFSelection":
            try selection(element, of: place, range: .page(try number("page", of: element)))
        case "PictureSelection":
            try selection(
                element, of: place,
                range: .region(
                    try number("firstX", of: element), try number("firstY", of: element),
                    try number("secondX", of: element), try number("secondY", of: element)))
        case "AudioSelection", "VideoSelection":
            let range = CodedProject.Segment.Range.time(
                try number("begin", of: element), try number("end", of: element))
            try selection(element, of: place, range: range)
        case "TranscriptSelection": try selection(element, of: place, range: .whole)
        case _: try remainder(element)
        }
    }

    /// What a variable says: the text of whatever element holds it.
    private mutating func value(_ element: XMLElement) throws(ImportError) -> String {
        var value = ""
        try children { (self, child) throws(ImportError) in
            let text = try self.reader.wholeText()
            if child.name != "VariableRef" { value += text }
        }
        return value
    }

    private func segment(
        _ element: XMLElement, of place: Int, range: CodedProject.Segment.Range
    ) throws(ImportError) -> CodedProject.Segment {
        try checkCount(project.segments.count, at: element)
        var segment = CodedProject.Segment(
            document: project.documents[place].guid, name: element["name"], range: range,
            address: address(element))
        segment.makers = makers(of: element)
        return segment
    }

    private func makers(of element: XMLElement) -> [(attribute: String, value: String)] {
        ["creatingUser", "creationDateTime", "modifyingUser", "modifiedDateTime"].compactMap { name in
            element[name].map { (name, $0) }
        }
    }

    private mutating func selection(
        _ element: XMLElement, of place: Int, range: CodedProject.Segment.Range
    ) throws(ImportError) {
        var segment = try segment(element, of: place, range: range)
        try children { (self, child) throws(ImportError) in
            switch child.name {
            case "Description": segment.memo = try self.reader.wholeText()
            case "NoteRef": segment.notes.append(try self.reference(child))
            case "Coding":
                segment.makers += self.makers(of: child)
                try self.coding(child, of: &segment)
            case "Representation":
                // A passage of a PDF with the text that it has.
                try self.children { (self, inner) throws(ImportError) in
                    let text = try self.reader.wholeText()
                    if inner.name == "PlainTextContent", segment.name == nil { segment.name = text }
                }
            case _: try self.remainder(child)
            }
        }
        project.segments.append(segment)
    }

    private mutating func coding(
        _ element: XMLElement, of segment: inout CodedProject.Segment
    ) throws(ImportError) {
        var (codes, notes): ([String], [String]) = ([], [])
        try children { (self, child) throws(ImportError) in
            switch child.name {
            case "CodeRef": codes.append(try self.reference(child))
            case "NoteRef": notes.append(try self.reference(child))
            case _: try self.remainder(child)
            }
        }
        segment.codes += codes
        segment.notes += notes
    }

    private mutating func memo(_ element: XMLElement) throws(ImportError) {
        try checkCount(project.memos.count, at: element)
        var memo = CodedProject.Memo(
            guid: try guid(element), name: element["name"] ?? "", path: element["plainTextPath"],
            address: address(element))
        try children { (self, child) throws(ImportError) in
            switch child.name {
            case "PlainTextContent": memo.text = try self.reader.wholeText()
            case "Description":
                let text = try self.reader.wholeText()
                if memo.text == nil { memo.text = text }
            case _: try self.remainder(child)
            }
        }
        project.memos.append(memo)
    }
}
