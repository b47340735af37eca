import Screen
import SeededRandom
import Testing
import TextLayout

@Suite struct SpanTests {
    @Test func stylesSurviveAndDoNotMoveBreaks() {
        let bold = Style(.bold)
        let lines = Wrapping.lines(
            of: [
                Span("教育", style: bold), Span("（OE"), Span("CD", style: bold), Span("）研究 end\n\n再"),
                Span("\u{301}x"),
            ],
            columns: 8)
        #expect(
            lines == [
                [Span("教育", style: bold)], [Span("（OE"), Span("CD", style: bold), Span("）")],
                [Span("研究 end")], [],
                [Span("再\u{301}"), Span("x")],
            ])
    }

    @Test func spansBreakAsTheirTextDoes() {
        var random = Seeded(seed: 7)
        let characters = Array(
            "OECD（2019）的 PISA 数据：15 岁学生的 score 提高了 3.5%，“这不是偶然”——https://example.org/cases?lang=zh。e\u{301}lan 👩‍👩‍👧 🇫🇷"
        )
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                characters.randomElement(using: &random)!
            }
            var spans: [Span] = []
            for (number, character) in text.enumerated() {
                if spans.isEmpty || Bool.random(using: &random) {
                    spans.append(Span("", style: number % 2 == 0 ? .plain : Style(.bold)))
                }
                spans[spans.count - 1].text.append(character)
            }
            let columns = Int.random(in: 0...30, using: &random)
            let joined = Wrapping.lines(of: spans, columns: columns).map { $0.map(\.text).joined() }
            let whole = Wrapping.lines(of: String(text), columns: columns)
            #expect(joined == whole)
        }
    }
}
