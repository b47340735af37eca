import CaseModel

/// What is said of what a reader takes along.
extension Strings {
    static let copyTitle = Text(chinese: "复制", english: "Copy")
    static let linksTitle = Text(chinese: "链接（数字直接选择）", english: "Links (digits choose)")
    static let permalink = Text(chinese: "永久链接", english: "permalink")
    static let quotation = Text(chinese: "引文", english: "quote")
    static let link = Text(chinese: "链接", english: "link")
    static let id = Text(chinese: "编号", english: "id")
    static let interpretedLink = Text(
        chinese: "解读：没有来源直接这样说", english: "interpretation: no source says so itself")
    static let nothingToCopy = Text(chinese: "这里没有可复制的内容", english: "there is nothing to copy here")
    static let noLinks = Text(chinese: "这里没有链接", english: "there are no links here")
    static let copyHint = Text(
        chinese: "Enter 复制并留下全文  Esc 返回", english: "Enter copies and leaves the text  Esc goes back")
    static let pagerHint = Text(chinese: "↑↓ 滚动，其他键返回", english: "↑↓ scroll, any other key goes back")
}
