import CaseModel

extension Strings {
    static let notReread = Text(
        chinese: "这里的案例不能重新读取", english: "the case cannot be read again here")
    static let noMistakes = Text(
        chinese: "上次读取案例时没有错误，也没有警告",
        english: "there was no error and no warning when the case was last read")
    static let errors = Text(chinese: "错误", english: "errors")

    /// The notice after the case was read again: the ids that are gone, whether the filter no longer fits, and what the
    /// files are warned of.
    static func reread(
        without ids: [String], isFilterLost: Bool, _ warnings: Rereading.Mistakes? = nil
    ) -> Text {
        var text = Text(chinese: "已重新读取案例", english: "the case was read again")
        func add(_ chinese: String, _ english: String) {
            text = Text(
                chinese: text.localized(in: .chinese) + chinese,
                english: text.localized(in: .english) + english)
        }
        if !ids.isEmpty {
            add("；其中不再有 \(ids.joined(separator: "、"))", "; it no longer has \(ids.joined(separator: ", "))")
        }
        if isFilterLost { add("；筛选不再适用，已取消", "; the filter no longer fits and was taken off") }
        if let warnings {
            let key = KeyTable.key(.program(.mistakes), in: .view(.browse))
            let count = warnings.count
            add(
                "；\(count) 个警告，\(key) 列出", "; \(count) warning\(count == 1 ? "" : "s"), \(key) lists them")
        }
        return text
    }

    /// The notice on files with mistakes.
    static func mistakes(_ mistakes: Rereading.Mistakes) -> Text {
        let key = KeyTable.key(.program(.mistakes), in: .view(.browse))
        let count = mistakes.count
        return Text(
            chinese: "\(count) 个错误，\(key) 列出：\(mistakes.first.localized(in: .chinese))",
            english: "\(count) error\(count == 1 ? "" : "s"), \(key) lists them: "
                + mistakes.first.localized(in: .english))
    }
}
