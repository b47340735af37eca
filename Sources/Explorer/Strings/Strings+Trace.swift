import CaseModel

/// Phrases of the trace.
extension Strings {
    static let answersBefore = Text(
        chinese: "（早于所应，后来纳入）", english: "(began before what it answers; taken up later)")
    static let trace = Text(chinese: "溯源", english: "Trace")
    static let sourcedThroughout = Text(chinese: "每一步都有来源", english: "sourced throughout")
    static let partlyInterpretation = Text(chinese: "含解读", english: "partly interpretation")
    static let moreChains = Text(chinese: "还有别的链", english: "there are more chains")
    static let lastChain = Text(chinese: "没有别的链了", english: "the last chain")
    static let isFirstChain = Text(chinese: "这是最好的一条链", english: "this is the best chain")
    static let isLastChain = Text(chinese: "没有更多的链", english: "there are no more chains")
    /// The reason why a trace is empty, given what the case calls the beginnings of chains.
    static func noChain(from drivers: String) -> Text {
        drivers.isEmpty
            ? Text(chinese: "没有到这里的链。", english: "No chain leads here.")
            : Text(chinese: "没有从\(drivers)到这里的链。", english: "No chain leads here from any \(drivers).")
    }
    static let onward = Text(chinese: "由此而来", english: "onward from here")

    static func chain(_ number: Int, steps: Int) -> Text {
        Text(
            chinese: "第 \(number) 条链，\(steps) 步",
            english: "chain \(number), \(steps) step\(steps == 1 ? "" : "s")")
    }
}
