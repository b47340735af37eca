import CaseModel

/// Phrases of the trace.
extension Strings {
    static let answersBefore = Text(
        chinese: "（早于所应，后来纳入）", english: "(began before what it answers; taken up later)")
    static let trace = Text(chinese: "溯源", english: "Trace")
    static let sourcedThroughout = Text(chinese: "每一步都有来源", english: "sourced throughout")
    static let firstStepOfChain = Text(chinese: "首步", english: "first step")
    static let lastStepOfChain = Text(chinese: "末步", english: "last step")
    static let isFirstChain = Text(chinese: "这是最好的一条链", english: "this is the best chain")
    static let isLastChain = Text(chinese: "没有更多的链", english: "there are no more chains")
    /// The reason why the trace of a driver is empty.
    static let chainsBeginHere = Text(chinese: "链条从这里开始。", english: "Chains begin here.")
    /// The reason why a trace is empty, given what the case calls the beginnings of chains.
    static func noChain(from drivers: String) -> Text {
        drivers.isEmpty
            ? Text(chinese: "没有到这里的链。", english: "No chain leads here.")
            : Text(chinese: "没有从\(drivers)到这里的链。", english: "No chain leads here from any \(drivers).")
    }
    /// What stands above a chain that turns round on the way.
    static let onlyRelated = Text(
        chinese: "二者不相连，没有一条链一路向上或向下；只是这样相关：",
        english: "These are not connected: no chain leads all the way down or up. They are related like this:"
    )
    static let onward = Text(chinese: "由此而来", english: "onward from here")

    /// Which chain of how many.
    static func rank(_ number: Int, among count: Chains.Count) -> Text {
        count.isComplete
            ? Text(chinese: "第 \(number) 条，共 \(count.number) 条", english: "\(number) of \(count.number)")
            : Text(
                chinese: "第 \(number) 条，共 \(count.number) 条以上",
                english: "\(number) of more than \(count.number)")
    }

    static func steps(_ count: Int) -> Text {
        Text(chinese: "\(count) 步", english: "\(count) step\(count == 1 ? "" : "s")")
    }
}
