import CaseModel

/// The entries of a BibTeX or biblatex database, with values as TeX has them.
struct BibTeXEntries {
    /// An entry.
    struct Entry {
        /// The type in small letters.
        var type: String
        var key: String
        var fields: [Field]
        /// Where it begins.
        var offset: Int
    }

    /// A field, its parts joined and its abbreviations spelled out.
    struct Field {
        /// The name in small letters.
        var name: String
        var value: String
        var offset: Int
    }

    private let file: SourceFile
    private var place = 0
    /// What `@string` defines; months and undefined names stand for themselves.
    private var abbreviations: [String: String] = [:]
    private(set) var entries: [Entry] = []
    /// Whether anything begins as an entry does.
    private var hasBegun = false

    /// Reads a whole database; what stands between entries is a comment.
    init(_ file: SourceFile) throws(ImportError) {
        self.file = file
        while let sign = file.bytes[place...].firstIndex(of: UInt8(ascii: "@")) {
            place = sign + 1
            try entry(at: sign)
        }
        if !hasBegun, let start = file.bytes.firstIndex(where: { !$0.isBlank }) {
            throw file.error(ImportMessage.noEntry, at: start)
        }
    }

    private var next: UInt8? { place < file.bytes.count ? file.bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = next {
            if byte == UInt8(ascii: "%") {
                // Biber and JabRef write comments inside entries.
                while next != nil, next != .lineFeed { place += 1 }
            } else if byte.isBlank {
                place += 1
            } else {
                return
            }
        }
    }

    /// A name of a type, field or abbreviation.
    private mutating func word() -> String {
        let start = place
        while let byte = next, !byte.isBlank, !"{}()=,#\"%@\\".utf8.contains(byte) { place += 1 }
        return file.text(start..<place)
    }

    private mutating func entry(at sign: Int) throws(ImportError) {
        let type = word().lowercased()
        while let byte = next, byte.isBlank { place += 1 }
        guard !type.isEmpty, let open = next, open == .openBrace || open == UInt8(ascii: "(") else { return }
        hasBegun = true
        let close = open == .openBrace ? UInt8.closeBrace : UInt8(ascii: ")")
        switch type {
        case "comment", "preamble":
            place += 1
            _ = try enclosed(until: close, from: sign)
        case "string":
            place += 1
            for field in try fields(until: close, from: sign) { abbreviations[field.name] = field.value }
        case _:
            place += 1
            try record(type, until: close, from: sign)
        }
    }

    private mutating func record(_ type: String, until close: UInt8, from sign: Int) throws(ImportError) {
        skipBlanks()
        let start = place
        while let byte = next, byte != UInt8(ascii: ","), byte != close, byte != .lineFeed,
            byte != UInt8(ascii: "=")
        {
            place += 1
        }
        var key = file.text(start..<place).trimmed
        if next == UInt8(ascii: "=") {
            // An entry without a key begins with its first field.
            place = start
            key = ""
        } else if next == .lineFeed {
            skipBlanks()
        }
        if next == UInt8(ascii: ",") { place += 1 }
        guard entries.count < ImportLimits.records else {
            throw file.error(ImportMessage.tooManyRecords, at: sign)
        }
        entries.append(
            Entry(type: type, key: key, fields: try fields(until: close, from: sign), offset: sign))
    }

    /// The fields of an entry, with the sign that closes it.
    private mutating func fields(until close: UInt8, from sign: Int) throws(ImportError) -> [Field] {
        var fields: [Field] = []
        while true {
            skipBlanks()
            guard let byte = next else { throw file.error(ImportMessage.unclosedEntry, at: sign) }
            if byte == close {
                place += 1
                return fields
            }
            if byte == UInt8(ascii: ",") {
                place += 1
                continue
            }
            let start = place
            let name = word().lowercased()
            skipBlanks()
            guard !name.isEmpty, next == UInt8(ascii: "=") else {
                throw file.error(ImportMessage.noEqualsSign(after: name), at: name.isEmpty ? place : start)
            }
            place += 1
            fields.append(Field(name: name, value: try value(of: name), offset: start))
        }
    }

    /// Parts in braces, in quotes, as numbers or abbreviations, joined by `#`.
    private mutating func value(of name: String) throws(ImportError) -> String {
        var value = ""
        while true {
            skipBlanks()
            let start = place
            switch next {
            case UInt8.openBrace:
                place += 1
                value += try enclosed(until: .closeBrace, from: start)
            case UInt8.quote:
                place += 1
                value += try enclosed(until: .quote, from: start)
            case _:
                let word = word()
                guard !word.isEmpty else { throw file.error(ImportMessage.noValue(of: name), at: start) }
                value += abbreviations[word.lowercased()] ?? word
            }
            guard value.utf8.count <= ImportLimits.fieldBytes else {
                throw file.error(ImportMessage.fieldTooLong(name), at: start)
            }
            skipBlanks()
            guard next == UInt8(ascii: "#") else { return value }
            place += 1
        }
    }

    /// What stands between braces or quotes; a sign in inner braces closes nothing.
    private mutating func enclosed(until close: UInt8, from open: Int) throws(ImportError) -> String {
        let start = place
        var depth = 0
        while let byte = next {
            if byte == close, depth == 0 {
                place += 1
                return file.text(start..<(place - 1))
            }
            switch byte {
            case .openBrace: depth += 1
            case .closeBrace: depth -= 1
            case .backslash
            where place + 1 < file.bytes.count && file.bytes[place + 1] != .openBrace
                && file.bytes[place + 1] != .closeBrace:
                place += 1
            case _: break
            }
            // A brace is counted whether escaped or not, as BibTeX counts it.
            guard depth >= 0, depth <= ImportLimits.nesting else {
                throw file.error(
                    depth < 0 ? ImportMessage.braceTooMany : ImportMessage.nestedTooDeep, at: place)
            }
            place += 1
        }
        throw file.error(ImportMessage.unclosed, at: open)
    }
}
