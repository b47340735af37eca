import Testing

@testable import CaseSearch

struct SpellingTests {
    @Test("a Chinese character is spelled as it is read first, and no other is")
    func spelling() {
        #expect("王建国农村水利".map(\.spelling) == ["wang", "jian", "guo", "nong", "cun", "shui", "li"])
        #expect("aé1。あ🏔".allSatisfy { $0.spelling == nil })
    }
}
