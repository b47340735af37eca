import CaseModel

/// Why a packed case was not opened, or a record of it not decoded.
package enum PackError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes do not begin as those of a pack.
    case notAPack
    /// A later program wrote it.
    case newer(version: UInt64)
    /// An earlier program wrote it.
    case older(version: UInt64)
    /// Bytes are missing, added or changed.
    case damaged
    /// The system does not give the bytes.
    case unreadable(reason: Text)
    /// The bytes are as they were written, but the case breaks a rule.
    case unsound(Text)

    static func unsound(zh: String, en: String) -> PackError { .unsound(Text(chinese: zh, english: en)) }

    /// One sentence without a full stop that says what to do.
    package var sentence: Text {
        switch self {
        case .notAPack:
            Text(
                chinese: "这不是打包的案例；请打开它的 YAML 文件夹",
                english: "this is not a packed case; open the folder of its YAML files")
        case .newer(let version):
            Text(
                chinese: "案例以第 \(version) 版格式打包，本程序只识第 \(Pack.version) 版；请用新版 triptych",
                english:
                    "the case is packed in form \(version), this program knows form \(Pack.version); use a newer triptych"
            )
        case .older(let version):
            Text(
                chinese: "案例由旧版 triptych 以第 \(version) 版格式打包，本程序只识第 \(Pack.version) 版；请重新打包它的 YAML 文件",
                english:
                    "an older triptych packed the case in form \(version), this program knows form \(Pack.version); pack its YAML files again"
            )
        case .damaged:
            Text(
                chinese: "打包的案例不完整或已被改动；请重新复制，或打开它的 YAML 文件",
                english: "the packed case is cut off or changed; copy it again or open its YAML files")
        case .unreadable(let reason):
            Text(
                chinese: "打包的案例无法读取：\(reason.zh)",
                english: "the packed case cannot be read: \(reason.en)")
        case .unsound(let why):
            Text(
                chinese: "打包的案例自相矛盾（\(why.zh)）；请打开它的 YAML 文件",
                english: "the packed case contradicts itself: \(why.en); open its YAML files")
        }
    }

    package var description: String { sentence.en }
}
