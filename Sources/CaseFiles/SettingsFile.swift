import CaseModel
import System

/// A YAML file of settings, whose keys and values the caller knows.
///
/// A mistake costs its own setting only: it is reported with its place, and everything else can still be asked for.
package final class SettingsFile {
    private let context = LoadContext()
    /// The top level; nil if nothing in the file can be read.
    package private(set) var settings: SettingsMap?

    /// Bytes of a file; what a person writes has a few hundred.
    private static let limit = 1 << 20

    /// Reads a file; nil if there is none.
    package init?(path: String) {
        let whole = Address(ofWhole: path)
        let bytes: [UInt8]
        do {
            bytes = try WholeFile.read(path, filesOnly: true, limit: { _ in Self.limit })
        } catch {
            // A path through what is no folder has no file either.
            if error.isMissing { return nil }
            if case .tooLarge = error.cause {
                context.report(
                    .error(
                        zh: "文件超过 \(Self.limit >> 20) MiB，配置不会这么大；请看看它是不是别的文件",
                        en:
                            "the file is larger than \(Self.limit >> 20) MiB, as no configuration is; see whether it is another file"
                    ), at: whole)
            } else {
                context.report(.unreadableFile(error.reasonText), at: whole)
            }
            return
        }
        for text in CaseFolder(file: bytes, name: path, context: context).texts {
            guard let root = text.composed(reportingTo: context, keepingFirstKeys: true) else { continue }
            let value = Value(node: root, file: text, context: context, name: .configuration)
            if value.isAbsent { continue }
            settings = value.fields(called: .configuration).map(SettingsMap.init)
        }
    }

    /// What is wrong with the file, in its order.
    package var diagnostics: [Diagnostic] { context.diagnostics.inReadingOrder() }
}

/// Keys and values of a file of settings.
package struct SettingsMap {
    private var fields: Fields

    fileprivate init(_ fields: Fields) { self.fields = fields }

    /// The value of a key; nil if it is missing, or empty, which is warned of.
    package mutating func setting(_ key: StaticString) -> Setting? {
        guard let value = fields.given(key) else { return nil }
        guard value.isAbsent else { return Setting(value: value) }
        if value.isScalar {
            value.report(
                .warning(
                    zh: "\(value.name.zh)没有值，等于没写；请写上值，或删去这个键",
                    en: "\(value.name.en) has no value and counts as left out; write one, or delete the key"))
        }
        return nil
    }

    /// Reports the keys that have not been asked for.
    package mutating func finish() { fields.finish() }
}

/// A value of a file of settings, with its place. Each reading answers nil after reporting why the value is not one.
package struct Setting {
    let value: Value

    /// The line of the file, from 1.
    package var line: Int { value.address.line }

    /// True if it has keys of its own.
    package var isMap: Bool { value.node.mapping != nil }

    package func text() -> String? { value.string() }
    package func flag() -> Bool? { value.flag() }
    package func choice<Choice: RawRepresentable<String> & CaseIterable>(_: Choice.Type) -> Choice? {
        value.choice(Choice.self)
    }

    /// True if it is a list.
    package var isList: Bool { value.isList }

    /// A whole number within limits.
    package func count(in range: ClosedRange<Int>) -> Int? {
        guard let text = value.string() else { return nil }
        guard Int(text) == nil else { return CountForm(range: range).read(value) }
        report(
            zh: "\(value.name.zh)不能是“\(text)”；请写 \(range.lowerBound) 到 \(range.upperBound) 的整数",
            en:
                "\(value.name.en) cannot be '\(text)'; write a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
        return nil
    }

    /// The entries of a list; a text alone is a list of one.
    package func entries() -> [Setting] {
        // An empty list is one that can be asked for: no keys.
        if case .sequence(let sequence) = value.node, sequence.isEmpty { return [] }
        return value.isList ? value.elements().map { Setting(value: $0) } : [self]
    }

    /// A map whose keys are known.
    package func map(called zh: String, _ en: String) -> SettingsMap? {
        value.fields(called: .noun(Text(chinese: zh, english: en))).map(SettingsMap.init)
    }

    /// The keys of a map that can have any, each with its value.
    package func pairs() -> [(key: Setting, value: Setting)] {
        guard case .mapping(let mapping) = value.node else {
            value.reportShape(expected: .keysAndValues)
            return []
        }
        return mapping.map { key, entry in
            func setting(_ node: Node) -> Setting {
                Setting(
                    value: Value(
                        node: node, file: value.file, context: value.context, key: key.scalar?.string ?? "",
                        owner: ""))
            }
            return (setting(key), setting(entry))
        }
    }

    /// Reports a mistake at the place of the value, with the word that was probably meant.
    package func report(zh: String, en: String, meant: String? = nil) {
        value.report(.error(zh: zh, en: en).noting(meant.map { DiagnosticMessage.meant($0) }))
    }

    /// Reports what is worth knowing at the place of the value.
    package func warn(zh: String, en: String) { value.report(.warning(zh: zh, en: en)) }
}

extension Subject {
    /// The top level of a configuration file.
    fileprivate static let configuration = Subject.noun(Text(chinese: "配置", english: "the configuration"))
}
