import CaseModel
import System
import Synchronization

/// The bytes of a pack, in memory or in a file. The content is compared with the checksums of its blocks when they are
/// first looked at; blocks of a file that were looked at last are kept.
final class PackBytes: Sendable {
    private enum Origin: Sendable {
        case memory([UInt8])
        case file(RandomAccessFile)
        /// The content alone, in the program itself, which was proved while building.
        case trusted(Trusted)
    }

    /// Bytes that are never written and outlive everything.
    private struct Trusted: @unchecked Sendable {
        let bytes: UnsafeRawBufferPointer
    }

    private struct Block {
        let number: Int
        let bytes: [UInt8]
    }

    private struct State {
        /// Where the content begins.
        var start = 0
        var directory: PackDirectory?
        /// For bytes in memory, which blocks have been compared.
        var isCompared: [Bool] = []
        /// For a file, the blocks that are kept, in the slot of their number modulo the count of slots.
        var kept: [Block?] = []
    }

    private let origin: Origin
    private let state = Mutex(State())
    let count: Int

    /// True for the bytes in the program itself, which are compared and checked no more.
    var areTrusted: Bool {
        if case .trusted = origin { true } else { false }
    }

    /// The blocks of a file that are kept: 64 MiB at most. A screen shows some dozen, but a search looks at all records
    /// and at the sources, places and actors that each names, which may stand far apart.
    private static let slots = 4096

    init(_ bytes: [UInt8]) {
        origin = .memory(bytes)
        count = bytes.count
    }

    init(_ file: RandomAccessFile) {
        origin = .file(file)
        count = file.size
    }

    init(trusted content: UnsafeRawBufferPointer) {
        origin = .trusted(Trusted(bytes: content))
        count = content.count
    }

    /// Bytes that are compared with no checksum, by their offsets in the pack.
    func directly(_ range: Range<Int>) throws(PackError) -> [UInt8] {
        switch origin {
        case .memory(let bytes): return Array(bytes[range])
        case .trusted(let trusted): return Array(trusted.bytes[range])
        case .file(let file):
            let bytes: [UInt8]
            do { bytes = try file.read(range) } catch { throw .unreadable(reason: error.reasonText) }
            guard bytes.count == range.count else { throw .damaged }
            return bytes
        }
    }

    /// Says where the content begins, and what its checksums are.
    func setContent(from start: Int, checksums directory: PackDirectory) {
        state.withLock {
            $0.start = start
            $0.directory = directory
            switch origin {
            case .memory: $0.isCompared = [Bool](repeating: false, count: directory.blockCount)
            case .file:
                $0.kept = [Block?](repeating: nil, count: min(Self.slots, directory.blockCount))
            case .trusted: break
            }
        }
    }

    /// Calls a function with a range of the content, which has to lie within it.
    func withContent<Result>(
        _ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws(PackError) -> Result
    ) throws(PackError) -> Result {
        switch origin {
        case .trusted(let trusted):
            return try body(UnsafeRawBufferPointer(rebasing: trusted.bytes[range]))
        case .memory(let bytes):
            let start = try compared(range, in: bytes)
            return try withBytes(of: bytes[start + range.lowerBound..<start + range.upperBound], body)
        case .file(let file):
            let blocks = PackDirectory.blocks(of: range)
            if blocks.count == 1, let first = blocks.first {
                let block = try block(first, of: file)
                let base = first * PackDirectory.blockSize
                return try withBytes(of: block[range.lowerBound - base..<range.upperBound - base], body)
            }
            var joined: [UInt8] = []
            joined.reserveCapacity(range.count)
            for number in blocks {
                let base = number * PackDirectory.blockSize
                let block = try block(number, of: file)
                let part = range.clamped(to: base..<base + block.count)
                joined += block[part.lowerBound - base..<part.upperBound - base]
            }
            return try withBytes(of: joined[...], body)
        }
    }

    /// `withUnsafeBytes` cannot rethrow a typed error.
    private func withBytes<Result>(
        of bytes: ArraySlice<UInt8>, _ body: (UnsafeRawBufferPointer) throws(PackError) -> Result
    ) throws(PackError) -> Result {
        let outcome: Swift.Result<Result, PackError> = bytes.withUnsafeBytes { buffer in
            do throws(PackError) { return .success(try body(buffer)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    /// Compares the blocks of a range of bytes in memory with their checksums; returns where the content begins.
    private func compared(_ range: Range<Int>, in bytes: [UInt8]) throws(PackError) -> Int {
        let (start, isSound) = state.withLock { state in
            guard let directory = state.directory else { return (0, false) }
            for number in PackDirectory.blocks(of: range) where !state.isCompared[number] {
                let block = directory.rangeOfBlock(number)
                let part = bytes[state.start + block.lowerBound..<state.start + block.upperBound]
                guard part.withUnsafeBytes({ Checksum.of($0) }) == directory.checksum(ofBlock: number) else {
                    return (0, false)
                }
                state.isCompared[number] = true
            }
            return (state.start, true)
        }
        guard isSound else { throw .damaged }
        return start
    }

    /// A block of a file.
    private func block(_ number: Int, of file: RandomAccessFile) throws(PackError) -> [UInt8] {
        let (kept, start, directory) = state.withLock { state in
            (state.kept.isEmpty ? nil : state.kept[number % state.kept.count], state.start, state.directory)
        }
        if let kept, kept.number == number { return kept.bytes }
        guard let directory else { throw .damaged }
        let range = directory.rangeOfBlock(number)
        let bytes = try directly(start + range.lowerBound..<start + range.upperBound)
        guard bytes.withUnsafeBytes({ Checksum.of($0) }) == directory.checksum(ofBlock: number) else {
            throw .damaged
        }
        state.withLock { $0.kept[number % $0.kept.count] = Block(number: number, bytes: bytes) }
        return bytes
    }
}
