import CaseModel
import Testing

/// Figures and the words of sources as they are printed everywhere: in the reader, on pages and in documents.
@Suite struct FigureTests {
    @Test(arguments: [
        (
            Text(chinese: "百万元", english: "million yuan"), Metric.Bound.about, "约300百万元",
            "about 300 million yuan"
        ),
        (Text("km"), .atLeast, "至少300 km", "at least 300 km"),
        (Text("km"), nil, "300 km", "300 km"),
        (nil, .upTo, "至多300", "up to 300"),
        (nil, nil, "300", "300"),
    ])
    func `a figure tells how it is rounded`(
        unit: Text?, bound: Metric.Bound?, chinese: String, english: String
    ) {
        var metric = Metric(name: Text("x"), value: Text("300"), unit: unit)
        metric.bound = bound
        #expect(metric.figure == Text(chinese: chinese, english: english))
    }

    @Test func `a figure has the number and the unit of each language`() {
        var metric = Metric(
            name: Text("x"), value: Text(chinese: "101.23", english: "10.123"),
            unit: Text(chinese: "亿元", english: "billion yuan"))
        metric.bound = .about
        #expect(metric.figure == Text(chinese: "约101.23亿元", english: "about 10.123 billion yuan"))

        let spanish = LanguageTag("es")!
        metric.unit?[spanish] = "millones de yuanes"
        metric.value[spanish] = "10123"
        #expect(metric.figure[spanish] == "about 10123 millones de yuanes")
    }

    @Test func `what the case prints says already how it is rounded`() {
        var metric = Metric(name: Text("x"), value: Text("70"), unit: Text("x"))
        metric.bound = .over
        metric.display = Text(chinese: "70余家", english: "over 70 firms")
        #expect(metric.figure == metric.display)
    }

    @Test(arguments: [
        ("opened to traffic", "“opened to traffic”"),
        ("“江津—赤水、习水”", "“‘江津—赤水、习水’”"),
        ("他说：“要有‘共识’。”", "“他说：‘要有“共识”。’”"),
        ("it’s the people’s ‘own’ road", "“it’s the people’s “own” road”"),
        ("the workers’ road", "“the workers’ road”"),
        ("‘ unclosed", "“‘ unclosed”"),
    ])
    func `quotation marks within others are turned`(words: String, quoted: String) {
        var evidence = Evidence(claim: Text("x"), source: "src-x", strength: .reported)
        #expect(evidence.quoted == nil)
        evidence.quote = words
        #expect(evidence.quoted == quoted)
    }
}
