import CaseModel
import Testing

/// What a reference looks like where the source has more or less than usual.
@Suite struct CitationTests {
    private func article() -> Source {
        var source = Source(id: "src-a", title: Text(chinese: "题名", english: "Title"), form: .paper)
        source.authors = [.init(family: "Zhao", given: "Ying", chinese: "赵映")]
        source.date = PartialDate("2018-03-01")
        source.container = .init(title: Text(chinese: "学报", english: "Journal"))
        source.container?.pages = "1–9"
        return source
    }

    @Test func `an issue without a volume stands after the year`() {
        var source = article()
        source.container?.issue = "1"
        #expect(GBT7714().reference(to: source, in: .chinese) == "赵映. 题名[J]. 学报, 2018(1): 1–9.")
        source.container?.volume = "32"
        #expect(GBT7714().reference(to: source, in: .chinese) == "赵映. 题名[J]. 学报, 2018, 32(1): 1–9.")
        #expect(
            GBT7714().reference(to: source, in: .english) == "ZHAO Ying. Title[J]. Journal, 2018, 32(1): 1–9."
        )
    }

    @Test func `a newspaper has its day, and the web its last visit`() {
        var source = Source(id: "src-n", title: Text("题名"), form: .news)
        source.date = PartialDate("2018-01-25")
        source.container = .init(title: Text("日报"))
        #expect(GBT7714().reference(to: source, in: .chinese) == "题名[N]. 日报, 2018-01-25.")
        source.url = "https://example.org"
        source.accessed = PartialDate("2026-11-23")
        #expect(
            GBT7714().reference(to: source, in: .chinese)
                == "题名[N/OL]. 日报, 2018-01-25[2026-11-23]. https://example.org.")
        source.container = nil
        #expect(
            GBT7714().reference(to: source, in: .chinese)
                == "题名[EB/OL]. (2018-01-25)[2026-11-23]. https://example.org.")
    }

    @Test func `APA names twenty authors, of more the first nineteen and the last`() {
        var source = article()
        let author = Source.Author(family: "A", given: "B")
        source.authors = Array(repeating: author, count: 20)
        let twenty = APA().reference(to: source, in: .english)
        #expect(twenty.hasPrefix(String(repeating: "A, B., ", count: 19) + "& A, B. (2018). Title."))
        source.authors.append(.init(family: "Last", given: "One"))
        let more = APA().reference(to: source, in: .english)
        #expect(more.hasPrefix(String(repeating: "A, B., ", count: 19) + ". . . Last, O. (2018)."))
    }
}
