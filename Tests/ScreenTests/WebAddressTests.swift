import Screen
import Testing
import TextLayout

/// The addresses of links, none of which can end the enclosing sequence or attribute.
@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://www.gov.cn/zhengce/2022-01/26/content_5670527.htm", nil),
        ("http://a.cn/?q=1&r=(2);x#y", nil), ("HTTPS://A.cn/", "https://A.cn/"),
        ("https://a.cn/渝 黔", "https://a.cn/%E6%B8%9D%20%E9%BB%94"),
        ("https://a.cn/%E6%B8%9D", nil), ("http://a.cn/\"><script>", "http://a.cn/%22%3E%3Cscript%3E"),
        ("http://a.cn/\\`{|}^", "http://a.cn/%5C%60%7B%7C%7D%5E"),
        ("http://a.cn/\u{202E}\u{2028}\u{FEFF}", "http://a.cn/%E2%80%AE%E2%80%A8%EF%BB%BF"),
    ])
    func `an address is printable ASCII`(address: String, text: String?) throws {
        #expect(try #require(WebAddress(address)).text == text ?? address)
    }

    @Test(arguments: [
        "", "http", "http://", "https://", "ftp://a.cn/", "javascript:alert(1)", "file:///etc/passwd",
        "www.a.cn",
        " https://a.cn/", "http:/a.cn", "http://a.cn/\u{1B}\\", "http://a.cn/\u{1B}]0;x\u{7}",
        "http://a.cn/\u{7}",
        "http://a.cn/\u{9C}x", "http://a.cn/\n", "http://a.cn/\r\nx", "http://a.cn/\u{0}",
        "http://a.cn/\u{7F}",
        "http://a.cn/" + String(repeating: "渝", count: 700),
    ])
    func `text that could end a sequence, or another scheme, is refused`(address: String) {
        #expect(WebAddress(address) == nil)
        #expect(
            Span.linking(address).allSatisfy { $0.link?.text.contains { !$0.isASCII || $0 < " " } != true })
    }

    @Test func `a link is these bytes, and without links none`() throws {
        let address = try #require(WebAddress("https://a.cn/渝"))
        let span = Span("网址", link: address)
        #expect(
            Array(span.text(isLinked: true).utf8)
                == Array("\u{1B}]8;id=1;https://a.cn/%E6%B8%9D\u{1B}\\网址\u{1B}]8;;\u{1B}\\".utf8))
        #expect(span.text(isLinked: false) == "网址")
        #expect(Span("网址").text(isLinked: true) == "网址")
    }

    @Test(arguments: [
        ("见 https://a.cn/b。", ["https://a.cn/b"]), ("(https://a.cn/b).", ["https://a.cn/b"]),
        ("https://a.cn/b_(c), then http://d.cn", ["https://a.cn/b_(c)", "http://d.cn"]),
        ("  url = {https://a.cn/b},", ["https://a.cn/b"]), ("网址https://a.cn/渝", ["https://a.cn/"]),
        (
            "https://doi.org/10.11835/j.issn.1008-5831.jg.2024.04.003.",
            [
                "https://doi.org/10.11835/j.issn.1008-5831.jg.2024.04.003"
            ]
        ),
        ("no http here, nor https:// there", []), ("hhttp://a.cn", ["http://a.cn"]), ("", []),
    ])
    func `addresses are found in a sentence, and the text is unchanged`(text: String, addresses: [String]) {
        let spans = Span.linking(text, style: Style(.bold))
        #expect(spans.map(\.text).joined() == text)
        #expect(spans.compactMap(\.link).map(\.text) == addresses)
        #expect(spans.allSatisfy { $0.style == Style(.bold) })
    }

    @Test func `a link continues after a line break`() throws {
        let address = try #require(WebAddress("https://a.cn/one/two/three"))
        let lines = Wrapping.lines(of: Span.linking("见 https://a.cn/one/two/three 止"), columns: 14)
        #expect(lines.count > 2)
        let parts = lines.joined().filter { $0.link == address }
        #expect(parts.map(\.text).joined() == address.text)
    }
}
