import Testing

@testable import Imports

struct ArchiveTests {
    /// Data packed by zlib, with the length and checksum of what it stands for.
    private struct Packed {
        var bytes: ArraySlice<UInt8>
        var length: Int
        var checksum: UInt32
    }

    private func recorded() throws -> [Packed] {
        let bytes = try Fixture.bytes("deflate.bin")
        func number(_ place: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) } }
        var (packed, place) = ([Packed](), 0)
        while place < bytes.count {
            let end = place + 12 + number(place)
            packed.append(
                Packed(
                    bytes: bytes[(place + 12)..<end], length: number(place + 4),
                    checksum: UInt32(number(place + 8))))
            place = end
        }
        return packed
    }

    @Test("what zlib packs in every way is unpacked to the same bytes")
    func inflate() throws {
        let packed = try recorded()
        #expect(packed.count > 40)
        for one in packed {
            let bytes = try Inflate.bytes(one.bytes, limit: one.length)
            #expect(bytes.count == one.length)
            #expect(CRC32.of(bytes) == one.checksum)
        }
    }

    @Test("no more is unpacked than may be")
    func limit() throws {
        for one in try recorded() where one.length > 0 {
            #expect(throws: Inflate.Failure.tooLong) { try Inflate.bytes(one.bytes, limit: one.length - 1) }
        }
    }

    @Test("data that breaks off or is changed ends in an error or in other bytes, never in a trap")
    func damage() throws {
        for one in try recorded() where one.bytes.count < 3000 {
            let bytes = Array(one.bytes)
            #expect(throws: Inflate.Failure.damaged) {
                try Inflate.bytes(bytes[..<(bytes.count - 1)], limit: 1 << 20)
            }
            for place in stride(from: 0, to: bytes.count, by: 31) {
                var changed = bytes
                changed[place] ^= 0x55
                _ = try? Inflate.bytes(changed[...], limit: one.length)
            }
        }
        #expect(throws: Inflate.Failure.damaged) { try Inflate.bytes([7], limit: 9) }
        #expect(throws: Inflate.Failure.damaged) { try Inflate.bytes([], limit: 9) }
    }

    @Test("the checksum is the known one")
    func checksum() {
        #expect(CRC32.of("123456789".utf8) == 0xCBF4_3926)
        #expect(CRC32.of([]) == 0)
    }

    @Test("entries that are stored and deflated are read by their names")
    func entries() throws {
        var archive = try ZipArchive(try Fixture.bytes("interviews.qdpx"), file: "x.qdpx")
        #expect(archive.names == ["project.qde", "sources/Maya.txt", "sources/tenzin.txt"])
        let text = try #require(try archive.contents(of: "sources/Maya.txt"))
        #expect(String(decoding: text, as: UTF8.self).hasPrefix("Maya: 水是大家的。"))
        #expect(try archive.contents(of: "sources/tenzin.txt")?.isEmpty == false)
        #expect(try archive.contents(of: "sources/none.txt") == nil)
    }

    @Test("a changed entry is damaged, an encrypted one is not read, and no bytes trap")
    func damagedEntries() throws {
        let bytes = try Fixture.bytes("interviews.qdpx")
        func error(_ bytes: [UInt8]) -> String? {
            do {
                var archive = try ZipArchive(bytes, file: "x.qdpx")
                for name in archive.names { _ = try archive.contents(of: name) }
                return nil
            } catch { return error.description }
        }
        #expect(error(bytes) == nil)
        #expect(error([]) == "x.qdpx:1:1: this is no zip archive, or not a whole one")
        #expect(error(Array(bytes.dropLast())) == "x.qdpx:1:1: this is no zip archive, or not a whole one")
        var changed = bytes
        changed[60] ^= 1
        #expect(
            error(changed) == "x.qdpx:1:1: 'project.qde' in the archive is damaged; export the project again")
        let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        var encrypted = bytes
        encrypted[directory + 8] |= 1
        #expect(
            error(encrypted)
                == "x.qdpx:1:1: 'project.qde' in the archive is encrypted or packed in a way other than deflate; pack it anew"
        )
        // A size that promises more than it holds is damage, not memory.
        var huge = bytes
        for place in 0..<4 { huge[directory + 24 + place] = 0xFF }
        #expect(error(huge) == "x.qdpx:1:1: unpacked, the archive is larger than 256 MiB")
        for place in stride(from: 0, to: bytes.count, by: 17) {
            var changed = bytes
            changed[place] = 0xFF
            _ = error(changed)
        }
    }
}
