import Foundation
import FoundationXML
import Testing

/// A document as parsed by a strict parser.
struct ParsedXML {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// The attributes of the enclosing element.
        let parent: [String: String]?
        /// All text, including that of nested elements.
        fileprivate(set) var text = ""
    }

    /// In the order of their beginnings.
    let elements: [Element]

    init(_ text: String) throws {
        let reader = Reader()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        let isWellFormed = parser.parse()
        try #require(
            isWellFormed,
            "\(parser.parserError.map { "\($0)" } ?? "not well-formed") in line \(parser.lineNumber)")
        elements = reader.elements
    }

    func attributes(of name: String) -> [[String: String]] {
        elements.filter { $0.name == name }.map(\.attributes)
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            elements.append(
                Element(
                    name: name, attributes: attributes, parent: open.last.map { elements[$0].attributes }))
            open.append(elements.count - 1)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            open.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            for number in open { elements[number].text += string }
        }
    }
}
