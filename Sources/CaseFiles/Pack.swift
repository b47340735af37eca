import CaseModel
import System

/// The packed form of a case: one file of which only what is looked at is read.
///
/// ```
/// header      magic      8  0x89 t r i p CR LF 0x1A: a text-mode copy breaks it visibly, as with PNG
///             version    8  little-endian, like all numbers of the header and the directory
///             length     8  of directory and content
///             length     8  of the index
///             checksum   8  of the directory
///             checksum   8  of the index
/// directory   where the records stand, in the order of their ids as well; how the items hang together; checksums of
///             the content's blocks (`PackDirectory`)
/// content     the frame: the manifest, the vocabulary and the tours; then the ids of all sources, items, places and
///             actors; then each of them by itself (`PackReader`)
/// index       what a search would have to make of all records first (`SearchIndex`); may be left out
/// ```
///
/// Opening a pack reads header, directory and frame; a record is decoded and a block of the content compared with its
/// checksum when it is first looked at. What was changed since it was packed, by accident or on purpose, is found then:
/// an empty record stands in, and `Case.failure` says why. A forger can break a rule of the format in a record that
/// nobody has looked at; `verified` looks at all of them.
package enum Pack {
    /// The version that this program writes, and the only one that it reads.
    package static let version: UInt64 = 6
    static let magic: [UInt8] = [0x89, 0x74, 0x72, 0x69, 0x70, 0x0D, 0x0A, 0x1A]
    static let headerSize = 48

    /// The case as bytes, with what was prepared for searching it; equal cases give equal bytes.
    package static func bytes(of content: Case, index: [UInt8] = []) -> [UInt8] {
        let (content, directory) = PackWriter.parts(of: content)
        return header(of: directory, count: directory.count + content.count, index) + directory + content
            + index
    }

    private static func header(of directory: [UInt8], count: Int, _ index: [UInt8] = []) -> [UInt8] {
        var bytes = magic
        let checksums = [directory, index].map { part in part.withUnsafeBytes { Checksum.of($0) } }
        for word in [version, UInt64(count), UInt64(index.count)] + checksums {
            withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// The case that was packed into these bytes. Its records are decoded when they are looked at.
    package static func open(_ bytes: [UInt8]) throws(PackError) -> Case {
        try open(PackBytes(bytes))
    }

    /// The case that was packed into this file, which stays open. Its records are read when they are looked at.
    package static func open(_ file: RandomAccessFile) throws(PackError) -> Case {
        try open(PackBytes(file))
    }

    /// The case that was packed into these bytes, of which all records have been looked at: it obeys the same rules
    /// as one that the YAML reader returns (`Soundness.swift`), and packed again gives the same bytes.
    package static func verified(_ bytes: [UInt8]) throws(PackError) -> Case {
        let content = try open(bytes)
        try content.verify()
        guard Pack.bytes(of: content) == bytes else {
            throw .unsound(zh: "并非 triptych 所写的样子", en: "it is not as triptych writes it")
        }
        return content
    }

    private static func open(_ bytes: PackBytes) throws(PackError) -> Case {
        let header = try bytes.directly(0..<min(headerSize, bytes.count))
        guard isPack(header) else { throw .notAPack }
        guard header.count == headerSize, header.starts(with: magic) else { throw .damaged }
        func word(at offset: Int) -> UInt64 { Self.word(at: offset, of: header) }
        switch word(at: 8) {
        case version: break
        case 1..<version: throw .older(version: word(at: 8))
        case let later where later > version: throw .newer(version: later)
        case _: throw .damaged
        }
        let rest = bytes.count - headerSize
        guard let length = Int(exactly: word(at: 16)), length <= rest, word(at: 24) == UInt64(rest - length)
        else { throw .damaged }
        let end = headerSize + length
        let start = headerSize + PackDirectory.leastSize
        guard start <= end else { throw .damaged }
        let beginning = try bytes.directly(headerSize..<start)
        let size = try PackDirectory.size(beginning: beginning)
        guard size <= length else { throw .damaged }
        let words = try bytes.directly(headerSize..<headerSize + size)
        guard word(at: 32) == words.withUnsafeBytes({ Checksum.of($0) }) else { throw .damaged }
        let directory = try PackDirectory(words)
        guard headerSize + size + directory.contentSize == end else { throw .damaged }
        bytes.setContent(from: headerSize + size, checksums: directory)
        return try PackedCase.open(
            bytes, directory, PackIndex(in: bytes, from: end, checksum: word(at: 40)))
    }

    /// The two parts of a pack in a program: its content, which is a text, and its directory.
    package static func halves(of content: Case) -> (content: [UInt8], directory: [UInt8]) {
        PackWriter.parts(of: content)
    }

    /// The case of these parts, which have to be as `halves` wrote them: nothing is checked, since they are as old as
    /// the program. The content has to outlive it.
    package static func open(
        trusted content: UnsafeRawBufferPointer, directory: [UInt8]
    ) throws(PackError) -> Case {
        try PackedCase.open(PackBytes(trusted: content), PackDirectory(directory))
    }

    /// Sixteen hexadecimal digits that identify a case and its edition.
    package static func digest(of content: Case) -> String {
        digest(ofDirectory: PackWriter.parts(of: content).directory.withUnsafeBytes { Checksum.of($0) })
    }

    /// The same digits for the case that was packed into these bytes.
    package static func digest(of bytes: [UInt8]) -> String { digest(ofDirectory: word(at: 32, of: bytes)) }

    /// The directory has the checksums of all content.
    private static func digest(ofDirectory checksum: UInt64) -> String {
        let digits = String(checksum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A number of the header.
    private static func word(at offset: Int, of header: [UInt8]) -> UInt64 {
        header.withUnsafeBytes {
            UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
    }

    /// True if the bytes begin as a pack does, sound or not, or are the very beginning of one. What follows its name is
    /// there to be broken by whoever takes it for a text.
    package static func isPack(_ bytes: [UInt8]) -> Bool {
        let name = magic.prefix(5)
        return !bytes.isEmpty && name.starts(with: bytes.prefix(name.count))
    }

    /// The bytes with checksums that fit, as a forger would leave them, for tests.
    package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > headerSize + PackDirectory.leastSize else { return bytes }
        let rest = Array(bytes[headerSize...])
        guard let size = try? PackDirectory.size(beginning: rest), size <= rest.count else {
            return header(of: rest, count: rest.count) + rest
        }
        let content = Array(rest[size...])
        let directory = PackDirectory.withChecksums(Array(rest[..<size]), of: content)
        return header(of: directory, count: rest.count) + directory + content
    }
}
