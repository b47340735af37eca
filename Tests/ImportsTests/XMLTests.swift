import Testing

@testable import Imports

struct XMLTests {
    /// The steps of a document, one a word.
    private func steps(_ text: String) throws -> [String] {
        var reader = XMLReader(try SourceFile(Array(text.utf8), name: "x.qde"))
        var steps: [String] = []
        while let event = try reader.step() {
            switch event {
            case .start(let element):
                let attributes = element.attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                steps.append("<" + ([element.name] + attributes).joined(separator: " "))
            case .end(let name): steps.append("/" + name)
            case .text(let text): steps.append("'\(text)'")
            }
        }
        return steps
    }

    @Test("elements, attributes, text, CDATA, comments and processing instructions")
    func reading() throws {
        let text = """
            \u{FEFF}<?xml version="1.0"?><!-- <no> -->
            <q:a xmlns:q="urn:x" xmlns='y' b = "1 &lt; 2" 水='"'>x &amp; y&#x6C34;&#27700;<![CDATA[<b>&amp;]]><c/>
            <d></d ></q:a>
            <!-- end -->
            """
        #expect(
            try steps(text) == [
                "<a b=1 < 2 水=\"", "'x & y水水'", "'<b>&amp;'", "<c", "/c", "'\n'", "<d", "/d", "/a",
            ])
        #expect(try steps("<a>1\r\n2\r3</a>") == ["<a", "'1\n2\n3'", "/a"])
    }

    @Test(
        "what is not well-formed is told at its place",
        arguments: [
            ("", "1:1: this does not look like an XML file"),
            ("PK", "1:1: this does not look like an XML file"),
            ("<a>\n <b></a>", "2:5: </a> does not close <b>; mend one of them"),
            ("<a></a></b>", "1:8: </b> does not close <…>; mend one of them"),
            ("<a>", "1:4: the file ends before its elements are closed; export it again"),
            ("<a", "1:1: the file ends before its elements are closed; export it again"),
            ("<a/>x", "1:5: there is text outside of the root element; take it out"),
            ("<a/><b/>", "1:5: there is text outside of the root element; take it out"),
            (
                "<a>&nbsp;</a>",
                "1:4: the entity '&nbsp;' is not known; only amp, lt, gt, quot, apos and numbers are"
            ),
            (
                "<a>&#0;</a>",
                "1:4: '&#0;' is the number of no character that XML may hold; delete it"
            ),
            (
                "<a>&#xD800;</a>",
                "1:4: '&#xD800;' is the number of no character that XML may hold; delete it"
            ),
            (
                "<a>a & b</a>",
                "1:6: the entity '&…;' is not known; only amp, lt, gt, quot, apos and numbers are"
            ),
            (
                "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                "1:1: a document type declaration is not accepted; take it out"
            ),
            ("<a b=\"1\" b='2'/>", "1:10: the attribute is given twice; take one out"),
            ("<a b=1/>", "1:6: '\"' should stand here; add it"),
            ("<a b/>", "1:5: '=' should stand here; add it"),
            ("<a b=\"1\"c=\"2\"/>", "1:9: the markup is not well-formed here; mend it"),
            ("<a b=\"<\"/>", "1:6: the brace or quotation mark opened here is not closed; close it"),
            ("<1a/>", "1:2: the markup is not well-formed here; mend it"),
            ("<a>\u{1}</a>", "1:4: XML may not hold this character; take it out"),
            ("<a><!-- x </a>", "1:4: the file ends before its elements are closed; export it again"),
            (String(repeating: "<a>", count: 9999), "1:193: this is nested more than 64 deep; simplify it"),
        ])
    func errors(_ text: String, _ message: String) throws {
        let error = #expect(throws: ImportError.self) { try steps(text) }
        #expect(error?.description == "x.qde:" + message)
    }

    @Test("a hostile document of any bytes ends in steps or an error")
    func anything() throws {
        let valid = Array("<?xml?><a b='c'>&lt;<![CDATA[x]]><!-- y --><b/></a>".utf8)
        for place in valid.indices {
            for byte in [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0, UInt8(ascii: "\"")] {
                var bytes = valid
                bytes[place] = byte
                _ = try? steps(String(decoding: bytes, as: UTF8.self))
                _ = try? steps(String(decoding: bytes[..<place], as: UTF8.self))
            }
        }
    }
}
