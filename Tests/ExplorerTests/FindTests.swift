import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// Finding in an open page, and what is marked in it.
@Suite struct FindTests {
    private func reading(_ query: String, columns: Int = 80, rows: Int = 24) -> Rehearsal {
        var rehearsal = Rehearsal(columns: columns, rows: rows)
        rehearsal.show(9)
        rehearsal.press("r", "/")
        rehearsal.type(query)
        return rehearsal
    }

    @Test func `what is typed is marked at once, with its position among the places`() {
        var rehearsal = reading("2018")
        let count = rehearsal.state.layout.page?.hits?.count ?? 0
        #expect(count > 3)
        #expect(rehearsal.lastLine.hasPrefix(" / 2018"))
        #expect(rehearsal.lastLine.contains("1/\(count)"))
        #expect(rehearsal.lastLine.contains("Enter"))
        #expect(Set(rehearsal.marked) == ["2018"])
        rehearsal.press(.enter)
        #expect(rehearsal.state.mode == .view(.reader))
        #expect(rehearsal.lastLine.hasPrefix(" 1/\(count) “2018”  n 下一处  N 上一处  Esc 结束"))
        for number in 2...count {
            rehearsal.press("n")
            #expect(rehearsal.lastLine.hasPrefix(" \(number)/\(count) "))
            let hit = rehearsal.state.layout.page?.hits?.line(of: number - 1) ?? -1
            let window = rehearsal.state.layout.page?.window(from: rehearsal.state.reader?.top ?? 0)
            #expect(window?.contains(hit) == true)
        }
        rehearsal.press("n")
        #expect(rehearsal.lastLine.contains("1/\(count)：已过末尾，回到开头"))
        rehearsal.press("N")
        #expect(rehearsal.lastLine.contains("\(count)/\(count)：已过开头，回到末尾"))
        rehearsal.press(.escape)
        #expect(rehearsal.marked.isEmpty && rehearsal.state.openView == .reader)
        rehearsal.press(.escape)
        #expect(rehearsal.state.openView == .browse)
    }

    @Test func `every occurrence in the text is counted, however its lines are wrapped`() throws {
        let graph = CaseGraph(try BundledCase.open())
        for columns in [20, 34, 80] {
            for query in ["重庆", "2022", "railway", "贵州"] {
                var rehearsal = Rehearsal(graph, columns: columns, rows: 500)
                rehearsal.show(graph.case.items.count / 2)
                rehearsal.press("r", "/")
                rehearsal.type(query)
                let page = try #require(rehearsal.state.layout.page)
                let text = page.document.paragraphs.map { $0.spans.map(\.text).joined() }
                let expected = text.reduce(0) { $0 + $1.lowercased().ranges(of: query).count }
                #expect(page.hits?.count == expected, "\(query) at \(columns)")
                let marks = page.lines.indices.flatMap { page.hits?.marks(on: $0) ?? [] }
                let marked = marks.map { mark in
                    Array(page.lines[mark.line].spans.map(\.text).joined())[mark.characters]
                }
                #expect(marked.joined().count == expected * query.count, "\(query) at \(columns)")
            }
        }
    }

    @Test func `Esc restores the page as it was`() {
        var rehearsal = Rehearsal(rows: 12)
        rehearsal.show(9)
        rehearsal.press("r", .pageDown)
        let before = rehearsal.picture
        rehearsal.press("/")
        rehearsal.type("渝贵")
        #expect(rehearsal.picture != before)
        rehearsal.press(.escape)
        #expect(rehearsal.picture == before)
    }

    @Test func `what is not on the page is told, and what is similar is told to be similar`() {
        var rehearsal = reading("zzzz")
        #expect(rehearsal.lastLine.contains("0/0"))
        rehearsal.press(.enter)
        #expect(rehearsal.lastLine.contains("本页没有“zzzz”"))
        rehearsal = reading("railwya")
        rehearsal.press(.enter)
        #expect(rehearsal.lastLine.contains("没有完全相符的，这是近似者"))
        #expect(rehearsal.marked.contains("railway"))
        rehearsal = reading("tielu")
        #expect(rehearsal.marked.contains("铁路"))
        // Two initials are no word of a text.
        rehearsal = reading("tl")
        #expect(rehearsal.marked.isEmpty)
    }

    @Test func `Tab searches all of the case for the same words`() {
        var rehearsal = reading("协")
        rehearsal.press(.tab)
        #expect(rehearsal.state.mode == .list(.search))
        #expect(rehearsal.state.picker?.query == "协")
        #expect((rehearsal.results?.count ?? 0) > 1)
    }

    @Test func `a result is on the screen and marked, wherever in the text it is`() throws {
        let graph = CaseGraph(try BundledCase.open())
        for query in ["同饮", "sthj", "compensation", "2018年1月25日"] {
            var rehearsal = Rehearsal(graph)
            rehearsal.press("/")
            rehearsal.type(query)
            let count = try #require(rehearsal.results?.count)
            rehearsal.press(.enter)
            for number in 1...min(count, 12) {
                let hits = try #require(rehearsal.state.layout.page?.hits)
                if hits.count == 0 {
                    #expect(rehearsal.lastLine.contains("\(number)/\(count)：相符的文字未以此语言显示"))
                } else {
                    #expect(!rehearsal.marked.isEmpty, "\(query) \(number)")
                    #expect(rehearsal.lastLine.hasPrefix(" \(number)/\(count) "), "\(query) \(number)")
                }
                rehearsal.press("n")
            }
        }
    }

    @Test func `a find ends with its page`() {
        var rehearsal = reading("一篇论文")
        rehearsal.press(.enter, .enter)
        #expect(rehearsal.state.reader?.subject == .source(0))
        #expect(rehearsal.state.reader?.find == nil)
        rehearsal.press("[")
        #expect(rehearsal.state.reader?.find?.query == "一篇论文")
    }
}
