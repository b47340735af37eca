import CaseModel
import System

/// Records for a list within a record that stands in a case: claims, links or figures of an item, say.
package struct CaseAddition: Equatable, Sendable {
    /// The list in which the record stands, such as `items`.
    package let section: String
    /// The id of the record.
    package let id: String
    /// The list within it, such as `evidence`.
    package let list: String
    /// What is added behind what stands there.
    package var records: [JSONValue]

    package init(section: String, id: String, list: String, records: [JSONValue]) {
        (self.section, self.id, self.list, self.records) = (section, id, list, records)
    }
}

/// Why a record cannot be added to in its file.
package struct AdditionError: Error {
    /// What a reader is told, with the file.
    package let sentence: Text
}

/// A file of a case with additions; everything else in it, comments and blanks included, stands as it stood.
package struct EditedFile: Sendable {
    /// The path, which is also the name in diagnostics.
    package let path: String
    /// The text as it was read.
    let former: String
    /// The text with the additions.
    package let text: String
    /// The additions that are made here.
    package let additions: [CaseAddition]

    /// The files of a folder in which the records of some additions stand, each with these additions.
    package static func files(
        in folder: String, adding additions: [CaseAddition]
    ) throws(AdditionError) -> [EditedFile] {
        var files: [EditedFile] = []
        var rest = additions
        for path in CaseFolder.paths(under: CaseFolder.name(of: folder)) where !rest.isEmpty {
            guard let text = text(of: path), rest.contains(where: { text.contains($0.id) }) else { continue }
            let file = SourceText(name: path, text: text)
            guard let root = OutlinedNode.root(of: file) else { continue }
            var edits: [Insertion] = []
            var made: [CaseAddition] = []
            for addition in rest {
                guard let record = root.record(addition.id, of: addition.section) else { continue }
                edits.append(try edit(of: file, record, addition))
                made.append(addition)
            }
            if made.isEmpty { continue }
            rest.removeAll { addition in
                made.contains { $0.id == addition.id && $0.section == addition.section }
            }
            let isMarked = text.unicodeScalars.first == "\u{FEFF}"
            files.append(
                EditedFile(
                    path: path, former: text, text: (isMarked ? "\u{FEFF}" : "") + file.applying(edits),
                    additions: made))
        }
        if let lost = rest.first {
            throw AdditionError(
                sentence: Text(
                    chinese: "在案例的文件里找不到“\(lost.id)”的写处；请手工增补",
                    english:
                        "the place of '\(lost.id)' in the files of the case is not found; add to it by hand"))
        }
        return files
    }

    /// Writes the file, unless someone else has changed it since it was read.
    package func write() throws(AdditionError) {
        guard Self.text(of: path) == former else {
            throw AdditionError(
                sentence: Text(
                    chinese: "\(path) 刚刚有人改过，没有写入；请再导入一次",
                    english: "\(path) has just been changed, and is not written; import once more"))
        }
        do { try WholeFile.write(text, to: path) } catch {
            throw AdditionError(
                sentence: Text(
                    chinese: "\(path) 无法写入：\(error.chineseReason)",
                    english: "\(path) cannot be written: \(error.reason)"))
        }
    }

    private static func text(of path: String) -> String? {
        guard let bytes = try? WholeFile.read(path, limit: Limits.fileBytes) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// What is inserted for an addition, and where.
    private static func edit(
        of file: SourceText, _ record: OutlinedNode, _ addition: CaseAddition
    ) throws(AdditionError) -> Insertion {
        let list = record.value(of: addition.list)
        let isJSON = file.name.lowercased().hasSuffix(".json")
        let written = addition.records.map { isJSON ? $0.line : YAMLWriter.line($0) }
        switch (list, record.style(in: file), list?.style(in: file)) {
        case (nil, .block, _):
            let lines = YAMLWriter.lines(
                of: addition.list, addition.records, indent: Int(record.start.column) - 1)
            return Insertion(place: file.end(of: record), text: lines, isNewKey: true)
        case (nil, .braces, _):
            let key = isJSON ? "\"\(addition.list)\"" : addition.list
            let before = file.separator(before: record.end) + key + ": ["
            let text = file.flow(written, behind: before, at: record.end)
            return Insertion(place: file.place(record.end), text: text + "]", isNewKey: true)
        case (let list?, _, .block?) where list.elements != nil:
            let lines = YAMLWriter.entries(addition.records, indent: Int(list.start.column) - 1)
            return Insertion(place: file.end(of: list), text: lines, isNewKey: false)
        case (let list?, _, .braces?) where list.elements != nil:
            let text = file.flow(written, behind: file.separator(before: list.end), at: list.end)
            return Insertion(place: file.place(list.end), text: text, isNewKey: false)
        case _:
            throw AdditionError(
                sentence: Text(
                    chinese:
                        "\(file.name):\(record.start.line)：“\(addition.id)”的写法不便增补；请手工写入它的“\(addition.list)”",
                    english:
                        "\(file.name):\(record.start.line): '\(addition.id)' is written in a way that nothing can be added to; write it under its '\(addition.list)' by hand"
                ))
        }
    }
}

/// A text that is inserted in a file.
private struct Insertion {
    let place: String.Index
    let text: String
    /// Whether it is a list with its key, which goes behind entries of the list before it.
    let isNewKey: Bool
}

extension SourceText {
    /// The place of a mark.
    fileprivate func place(_ mark: Node.Mark) -> String.Index {
        guard let line = line(Int(mark.line)) else { return text.endIndex }
        let scalars = line.unicodeScalars
        return scalars.index(scalars.startIndex, offsetBy: Int(mark.column) - 1, limitedBy: scalars.endIndex)
            ?? scalars.endIndex
    }

    /// What divides an entry from what stands before a closing bracket.
    fileprivate func separator(before mark: Node.Mark) -> String {
        let before = text.unicodeScalars[..<place(mark)].reversed().first { !$0.properties.isWhitespace }
        switch before {
        case "[", "{": return ""
        case ",": return " "
        case _: return ", "
        }
    }

    /// Entries of a list within braces or brackets, behind what stands before them: in the line of the bracket that
    /// closes the list where this stays readable, else each in a line of its own, further in than that line.
    fileprivate func flow(_ entries: [String], behind before: String, at mark: Node.Mark) -> String {
        let inLine = before + entries.joined(separator: ", ")
        if Int(mark.column) + inLine.count <= Self.readableColumns { return inLine }
        let blanks = (line(Int(mark.line)) ?? "").unicodeScalars.prefix { $0 == " " }.count
        let indent = "\n" + String(repeating: " ", count: blanks + 4)
        return (before.hasSuffix(" ") ? String(before.dropLast()) : before) + indent
            + entries.joined(separator: "," + indent)
    }

    /// The characters up to which a line of a file stays one.
    private static var readableColumns: Int { 120 }

    /// The end of the last line of a value in a block. Blank lines behind it, and comments that stand as far out as it
    /// does, belong to what follows.
    fileprivate func end(of node: OutlinedNode) -> String.Index {
        let indent = Int(node.start.column) - 1
        var last = min(Int(node.end.line) - 1, lineCount)
        while last > Int(node.start.line), let line = line(last) {
            let rest = line.unicodeScalars.drop { $0 == " " || $0 == "\t" }
            let depth = line.unicodeScalars.count - rest.count
            if !rest.isEmpty, rest.first != "#" || depth > indent { break }
            last -= 1
        }
        return line(last)?.endIndex ?? text.endIndex
    }

    /// The text with insertions, their lines ending as its own do.
    fileprivate func applying(_ insertions: [Insertion]) -> String {
        let newline = text.unicodeScalars.contains("\r") ? "\r\n" : "\n"
        // Those at one place keep their order, but for new keys.
        let ordered = insertions.enumerated().sorted { first, second in
            let (one, other) = (first.element, second.element)
            guard one.place == other.place else { return one.place < other.place }
            return one.isNewKey == other.isNewKey ? first.offset < second.offset : other.isNewKey
        }
        var (result, start) = ("", text.startIndex)
        for (_, insertion) in ordered {
            result += text[start..<insertion.place]
            result += insertion.text.replacing("\n", with: newline)
            start = insertion.place
        }
        return result + text[start...]
    }
}

extension Case {
    /// True for a case that has everything of a former one, unchanged but for additions behind the records of lists.
    package func extends(_ former: Case, by additions: [CaseAddition]) -> Bool {
        let now = Dictionary(jsonMembers.map { ($0.key, $0.value) }) { first, _ in first }
        return former.jsonMembers.allSatisfy { key, value in
            guard let records = value.elements, RecordSection(topLevel: key) != nil,
                let others = now[key]?.elements
            else { return now[key] == value }
            let byID = Dictionary(others.compactMap { other in other["id"]?.word.map { ($0, other) } }) {
                first, _ in
                first
            }
            return records.allSatisfy { record in
                guard let id = record["id"]?.word, let other = byID[id] else {
                    return others.contains(record)
                }
                let touched = additions.filter { $0.section == key && $0.id == id }
                return record.extended(by: touched) { other[$0] }
                    && other.without(touched) == record.without(touched)
            }
        }
    }
}

extension JSONValue {
    /// True where each list that is added to has its former entries first, and as many more as were added.
    fileprivate func extended(by additions: [CaseAddition], now: (String) -> JSONValue?) -> Bool {
        Set(additions.map(\.list)).allSatisfy { list in
            guard let elements = now(list)?.elements else { return false }
            let former = self[list]?.elements ?? []
            let added = additions.filter { $0.list == list }.reduce(0) { $0 + $1.records.count }
            return elements.count == former.count + added && Array(elements.prefix(former.count)) == former
        }
    }

    /// The record without the lists that are added to.
    fileprivate func without(_ additions: [CaseAddition]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { member in !additions.contains { $0.list == member.key } })
    }
}
