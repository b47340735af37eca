import CaseModel

/// A step through an XML document.
enum XMLEvent {
    /// An element begins; an empty one ends in the next event.
    case start(XMLElement)
    /// An element ends.
    case end(String)
    /// Text of an element, with its entities resolved.
    case text(String)
}

/// The beginning of an element.
struct XMLElement {
    /// The name without its prefix.
    var name: String
    /// The attributes by their names without prefixes; declarations of namespaces are none.
    var attributes: [String: String]
    var offset: Int

    subscript(name: String) -> String? { attributes[name] }
}

/// Reads an XML document step by step: elements, attributes, text, CDATA and comments.
///
/// There is no document type and so no entity of a document's own, which is what makes other readers expand a line
/// into gigabytes or open other files. Prefixes of namespaces are cut off: REFI-QDA has one namespace.
struct XMLReader {
    let file: SourceFile
    private var place = 0
    private var open: [String] = []
    private var pendingEnd: String?
    private var hasRoot = false

    init(_ file: SourceFile) { self.file = file }

    private var next: UInt8? { place < file.bytes.count ? file.bytes[place] : nil }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { file.bytes[place...].starts(with: $0) }
    }

    /// The next step, or nil when the root element is closed and nothing follows.
    mutating func step() throws(ImportError) -> XMLEvent? {
        if let name = pendingEnd {
            pendingEnd = nil
            open.removeLast()
            return .end(name)
        }
        while next != nil {
            if next != UInt8(ascii: "<") {
                if let text = try text() { return .text(text) }
                continue
            }
            if starts(with: "<!--") {
                try skip(past: "-->")
            } else if starts(with: "<?") {
                try skip(past: "?>")
            } else if starts(with: "<![CDATA[") {
                return .text(try characterData())
            } else if starts(with: "<!") {
                throw file.error(
                    starts(with: "<!DOCTYPE") ? ImportMessage.doctype : ImportMessage.badMarkup, at: place)
            } else if starts(with: "</") {
                return try endTag()
            } else {
                return .start(try startTag())
            }
        }
        guard open.isEmpty else { throw file.error(ImportMessage.endsEarly, at: file.bytes.count) }
        guard hasRoot else { throw file.error(ImportMessage.notXML, at: 0) }
        return nil
    }

    /// The text of an element that has just begun, through to its end; what elements within it say is passed over.
    mutating func wholeText() throws(ImportError) -> String {
        var (text, depth) = ("", 0)
        while let event = try step() {
            switch event {
            case .start: depth += 1
            case .text(let part): if depth == 0 { text += part }
            case .end:
                if depth == 0 { return text }
                depth -= 1
            }
        }
        return text
    }

    /// Passes over an element that has just begun.
    mutating func skipElement() throws(ImportError) { _ = try wholeText() }

    private mutating func skip(past end: StaticString) throws(ImportError) {
        let start = place
        place += 2
        while place < file.bytes.count {
            if starts(with: end) {
                place += end.utf8CodeUnitCount
                return
            }
            place += 1
        }
        throw file.error(ImportMessage.endsEarly, at: start)
    }

    private mutating func characterData() throws(ImportError) -> String {
        guard !open.isEmpty else { throw file.error(ImportMessage.textOutside, at: place) }
        let start = place + 9
        try skip(past: "]]>")
        return try checked(start..<(place - 3))
    }

    /// Text up to the next markup; nil for blanks outside of the root element.
    private mutating func text() throws(ImportError) -> String? {
        let start = place
        while let byte = next, byte != UInt8(ascii: "<") {
            guard open.isEmpty == false || byte.isBlank else {
                throw file.error(hasRoot ? ImportMessage.textOutside : ImportMessage.notXML, at: place)
            }
            place += 1
        }
        return open.isEmpty ? nil : try resolved(start..<place)
    }

    private mutating func name() throws(ImportError) -> String {
        let start = place
        while let byte = next,
            byte.isASCIILetter || byte.isDigit || byte >= 0x80 || "_:-.".utf8.contains(byte)
        {
            place += 1
        }
        guard place > start, !file.bytes[start].isDigit, file.bytes[start] != UInt8(ascii: "-") else {
            throw file.error(ImportMessage.badMarkup, at: start)
        }
        return file.text(start..<place)
    }

    private mutating func skipBlanks() {
        while let byte = next, byte.isBlank { place += 1 }
    }

    private mutating func startTag() throws(ImportError) -> XMLElement {
        let start = place
        place += 1
        let name = try name()
        guard open.count < ImportLimits.nesting else {
            throw file.error(ImportMessage.nestedTooDeep, at: start)
        }
        guard !open.isEmpty || !hasRoot else { throw file.error(ImportMessage.textOutside, at: start) }
        hasRoot = true
        var element = XMLElement(name: name.local, attributes: [:], offset: start)
        while true {
            let before = place
            skipBlanks()
            switch next {
            case UInt8(ascii: ">"):
                place += 1
                open.append(name)
                return element
            case UInt8(ascii: "/"):
                place += 1
                guard next == UInt8(ascii: ">") else { throw file.error(ImportMessage.badMarkup, at: place) }
                place += 1
                open.append(name)
                pendingEnd = name.local
                return element
            case nil: throw file.error(ImportMessage.endsEarly, at: start)
            case _:
                guard place > before else { throw file.error(ImportMessage.badMarkup, at: place) }
                try attribute(of: &element)
            }
        }
    }

    private mutating func attribute(of element: inout XMLElement) throws(ImportError) {
        let start = place
        let name = try name()
        skipBlanks()
        guard next == UInt8(ascii: "=") else { throw file.error(ImportMessage.expected("="), at: place) }
        place += 1
        skipBlanks()
        guard let quote = next, quote == .quote || quote == UInt8(ascii: "'") else {
            throw file.error(ImportMessage.expected("\""), at: place)
        }
        place += 1
        let from = place
        while let byte = next, byte != quote, byte != UInt8(ascii: "<") { place += 1 }
        guard next == quote else { throw file.error(ImportMessage.unclosed, at: from - 1) }
        let value = try resolved(from..<place)
        place += 1
        if name == "xmlns" || name.hasPrefix("xmlns:") { return }
        guard element.attributes.count < ImportLimits.attributes else {
            throw file.error(ImportMessage.tooManyAttributes, at: start)
        }
        guard element.attributes.updateValue(value, forKey: name.local) == nil else {
            throw file.error(ImportMessage.attributeTwice, at: start)
        }
    }

    private mutating func endTag() throws(ImportError) -> XMLEvent {
        let start = place
        place += 2
        let name = try name()
        skipBlanks()
        guard next == UInt8(ascii: ">") else { throw file.error(ImportMessage.expected(">"), at: place) }
        place += 1
        guard open.last == name else {
            throw file.error(ImportMessage.wrongEnd(name, of: open.last ?? "…"), at: start)
        }
        open.removeLast()
        return .end(name.local)
    }

    /// Text with its entities resolved and its lines ended by a line feed.
    private func resolved(_ range: Range<Int>) throws(ImportError) -> String {
        guard file.bytes[range].contains(UInt8(ascii: "&")) else { return try checked(range) }
        var text = ""
        var from = range.lowerBound
        while let sign = file.bytes[from..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
            text += try checked(from..<sign)
            guard
                let end = file.bytes[sign..<min(sign + 12, range.upperBound)].firstIndex(
                    of: UInt8(ascii: ";"))
            else { throw file.error(ImportMessage.unknownEntity("…"), at: sign) }
            text.unicodeScalars.append(try entity(sign..<end))
            from = end + 1
        }
        return text + (try checked(from..<range.upperBound))
    }

    private func entity(_ range: Range<Int>) throws(ImportError) -> Unicode.Scalar {
        let name = file.text((range.lowerBound + 1)..<range.upperBound)
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        case _:
            let isHexadecimal = name.hasPrefix("#x")
            let digits = name.dropFirst(isHexadecimal ? 2 : 1)
            guard name.hasPrefix("#"), !digits.isEmpty,
                digits.utf8.allSatisfy({ isHexadecimal ? $0.isHexadecimal : $0.isDigit })
            else { throw file.error(ImportMessage.unknownEntity(name), at: range.lowerBound) }
            guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
                let scalar = Unicode.Scalar(number), scalar.isXML
            else { throw file.error(ImportMessage.numberOfNoCharacter(name), at: range.lowerBound) }
            return scalar
        }
    }

    private func checked(_ range: Range<Int>) throws(ImportError) -> String {
        if let place = file.bytes[range].firstIndex(where: { $0 < 0x20 && !$0.isBlank }) {
            throw file.error(ImportMessage.badCharacter, at: place)
        }
        guard file.bytes[range].contains(.carriageReturn) else { return file.text(range) }
        return file.text(range).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }
}

extension String {
    /// A name without the prefix of its namespace.
    fileprivate var local: String { split(separator: ":").last.map(String.init) ?? self }
}

extension Unicode.Scalar {
    /// Whether XML may hold it (XML 1.0, production 2).
    fileprivate var isXML: Bool {
        switch value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        case _: false
        }
    }
}
