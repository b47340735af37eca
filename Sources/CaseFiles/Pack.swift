import CaseModel

/// Why a packed case was not opened.
package enum PackError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The bytes do not begin as those of a pack.
    case notAPack
    /// A later program wrote it.
    case newer(version: UInt64)
    /// An earlier program wrote it.
    case older(version: UInt64)
    /// Bytes are missing, added or changed.
    case damaged
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
        case .unsound(let why):
            Text(
                chinese: "打包的案例自相矛盾（\(why.zh)）；请打开它的 YAML 文件",
                english: "the packed case contradicts itself: \(why.en); open its YAML files")
        }
    }

    package var description: String { sentence.en }
}

/// The packed form of a case: one run of bytes that opens in a fraction of the time that YAML takes.
///
/// ```
/// magic      8  0x89 t r i p CR LF 0x1A: a text-mode copy breaks it visibly, as with PNG
/// version    8  little-endian, like the two below
/// length     8  of the payload
/// checksum   8  of the payload
/// payload       strings, each once and in the order of their bytes: count, lengths, then all bytes;
///               then the case, its strings as indices into that table, numbers as LEB128
/// ```
///
/// A case that `open` returns obeys the same rules as one that the YAML reader returns (`Soundness.swift`): every id
/// that is referred to is defined, once; parents are in the pane of their child and in no circle; every text is
/// safe to show.
package enum Pack {
    /// The version that this program writes, and the only one that it reads.
    package static let version: UInt64 = 5
    static let magic: [UInt8] = [0x89, 0x74, 0x72, 0x69, 0x70, 0x0D, 0x0A, 0x1A]
    static let headerSize = 32

    /// The case as bytes; equal cases give equal bytes.
    package static func bytes(of content: Case) -> [UInt8] {
        let payload = PackWriter.payload(of: content)
        var bytes = magic
        bytes.reserveCapacity(headerSize + payload.count)
        let checksum = payload.withUnsafeBytes { Checksum.of($0) }
        for word in [version, UInt64(payload.count), checksum] {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        bytes += payload
        return bytes
    }

    /// The case that was packed into these bytes.
    package static func open(_ bytes: UnsafeRawBufferPointer) throws(PackError) -> Case {
        guard isPack(bytes) else { throw .notAPack }
        guard bytes.count >= headerSize else { throw .damaged }
        func word(at offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        switch word(at: 8) {
        case version: break
        case 1..<version: throw .older(version: word(at: 8))
        case let later where later > version: throw .newer(version: later)
        case _: throw .damaged
        }
        let payload = UnsafeRawBufferPointer(rebasing: bytes[headerSize...])
        guard word(at: 16) == UInt64(payload.count), word(at: 24) == Checksum.of(payload) else {
            throw .damaged
        }
        var reader = try PackReader(payload)
        let content = try reader.record(Case.self)
        try reader.finish()
        if let contradiction = content.contradiction { throw .unsound(contradiction) }
        return content
    }

    /// The two halves of a pack in a program: its strings one after the other, and all else.
    package static func halves(of content: Case) -> (strings: [UInt8], rest: [UInt8]) {
        PackWriter.halves(of: content)
    }

    /// The case of these halves, which have to be as `halves` wrote them: nothing is checked, since they are as old as
    /// the program. The strings have to outlive it.
    package static func open(trusted strings: UnsafeRawBufferPointer, _ rest: [UInt8]) throws(PackError)
        -> Case
    {
        // `withUnsafeBytes` cannot rethrow a typed error.
        var outcome: Result<Case, PackError> = .failure(.damaged)
        rest.withUnsafeBytes { rest in
            do throws(PackError) {
                var reader = try PackReader(trusted: strings, rest)
                outcome = .success(try reader.record(Case.self))
            } catch {
                outcome = .failure(error)
            }
        }
        return try outcome.get()
    }

    /// The case that was packed into these bytes.
    package static func open(_ bytes: [UInt8]) throws(PackError) -> Case {
        // `withUnsafeBytes` cannot rethrow a typed error.
        var outcome: Result<Case, PackError> = .failure(.damaged)
        bytes.withUnsafeBytes { buffer in
            do throws(PackError) { outcome = .success(try open(buffer)) } catch { outcome = .failure(error) }
        }
        return try outcome.get()
    }

    /// Sixteen hexadecimal digits that identify a case and its edition.
    package static func digest(of content: Case) -> String {
        let payload = PackWriter.payload(of: content)
        let digits = String(payload.withUnsafeBytes { Checksum.of($0) }, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// True if the bytes begin as a pack does, sound or not.
    static func isPack(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.starts(with: magic)
    }

    /// True if the bytes begin as a pack does, sound or not.
    package static func isPack(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: magic)
    }
}

/// FNV-1a, eight bytes at a time: each step is a bijection, so that a change of a single word is always noticed.
/// It guards against accidents only; a forged pack is for `PackReader` to refuse.
enum Checksum {
    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var offset = 0
        while offset + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            hash = mixed(hash ^ word)
            offset += 8
        }
        while offset < bytes.count {
            hash = mixed(hash ^ UInt64(bytes[offset]))
            offset += 1
        }
        return hash ^ (hash >> 32)
    }

    /// The multiplication carries only upwards; the shift mixes the upper half into the lower.
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let product = hash &* 0x0000_0100_0000_01b3
        return product ^ (product >> 29)
    }
}
