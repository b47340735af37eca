import CaseModel
import SeededRandom
import Testing

@testable import CaseSearch

/// A search index that is stored with a case, and what becomes of one that is damaged or forged.
@Suite struct StoredIndexTests {
    private static let queries = ["zq", "ra 重", "chong", "铁路", "x", "rali", "sheng", "2018"]

    /// What is found of each query.
    private func found(_ graph: CaseGraph, stored bytes: [UInt8]?) -> [[Match]] {
        let index = SearchIndex(graph, stored: bytes.map { IndexBytes($0) })
        return Self.queries.map { Array(index.search($0)) }
    }

    @Test(arguments: [(1, 40), (2, 40), (3, 1400)]) func `a search reads what was stored, and finds the same`(
        seed: Int, items: Int
    ) throws {
        var random = Seeded(seed: UInt64(seed))
        let graph = AwkwardCase.make(&random, items: items)
        let bytes = SearchIndex.bytes(of: graph)
        let made = SearchIndex(graph, stored: nil)
        let stored = try #require(StoredIndex(IndexBytes(bytes), blocks: made.blockCount))
        _ = try #require(stored.names(of: graph.case.items.count))
        #expect(found(graph, stored: bytes) == found(graph, stored: nil))
        // Written again, it is the same.
        var read = SearchIndex(graph, stored: IndexBytes(bytes))
        var writer = IndexWriter()
        read.names.write(to: &writer)
        var parts = [writer.bytes]
        for number in 0..<read.blockCount {
            var writer = IndexWriter()
            let first = number * TextBlock.size
            _ = try #require(
                stored.block(number, of: first..<min(first + TextBlock.size, read.entities.count)))
            read.buildBlock(of: first).write(to: &writer)
            parts.append(writer.bytes)
        }
        #expect(StoredIndex.bytes(of: parts) == bytes)
    }

    @Test func `what is stored is what is searched`() {
        func graph(_ title: String) -> CaseGraph {
            var made = Case(manifest: Manifest(id: "small", title: Text("Small")))
            made.panes = [Pane(id: "a", title: Text("A"))]
            made.kinds = [
                Kind(id: "thing", pane: "a", title: Text("thing"), plural: Text("things"), role: .project)
            ]
            made.items = [Item(id: "one", kind: "thing", title: Text(english: title))]
            return CaseGraph(made)
        }
        let index = SearchIndex(graph("Road"), stored: IndexBytes(SearchIndex.bytes(of: graph("Bridge"))))
        // Forged: it is found by a name that it does not have, and nothing worse.
        #expect(index.search("bridge").map(\.entity) == [.item(0)])
        #expect(index.search("bridge").map(\.text) == [""])
        #expect(index.search("road").isEmpty)
    }

    @Test func `what is damaged is made again`() {
        var random = Seeded(seed: 4)
        let graph = AwkwardCase.make(&random, items: 12)
        let bytes = SearchIndex.bytes(of: graph)
        let expected = found(graph, stored: nil)
        for place in Array(0..<64) + (0..<200).map({ _ in Int.random(in: 64..<bytes.count, using: &random) })
        {
            var damaged = bytes
            damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(found(graph, stored: damaged) == expected, "byte \(place)")
        }
        for count in [0, 1, 7, 8, 40, bytes.count / 2, bytes.count - 1] {
            #expect(found(graph, stored: Array(bytes.prefix(count))) == expected, "\(count) bytes")
        }
    }

    @Test func `an index of other tables, or of a case with other numbers of entities, is not used`() throws {
        var random = Seeded(seed: 6)
        let (graph, other) = (AwkwardCase.make(&random, items: 12), AwkwardCase.make(&random, items: 13))
        #expect(found(graph, stored: SearchIndex.bytes(of: other)) == found(graph, stored: nil))
        var bytes = SearchIndex.bytes(of: graph)
        #expect(StoredIndex(IndexBytes(bytes), blocks: 1) != nil)
        #expect(StoredIndex(IndexBytes(bytes), blocks: 2) == nil)
        bytes[0] ^= 1
        let header = 8 * 5
        let checksum = Array(bytes[..<header]).withUnsafeBytes { Checksum.of($0) }
        withUnsafeBytes(of: checksum.littleEndian) { bytes.replaceSubrange(header..<header + 8, with: $0) }
        #expect(StoredIndex(IndexBytes(bytes), blocks: 1) == nil)
    }

    @Test func `a forged index misleads a search at worst`() {
        var random = Seeded(seed: 5)
        let graph = AwkwardCase.make(&random, items: 12)
        let index = SearchIndex(graph, stored: nil)
        func bytes(_ write: (inout IndexWriter) -> Void) -> [UInt8] {
            var writer = IndexWriter()
            write(&writer)
            return writer.bytes
        }
        let parts = [bytes { index.names.write(to: &$0) }, bytes { index.madeBlock(0).write(to: &$0) }]
        var read = 0
        for _ in 0..<300 {
            var forged = parts
            let part = Int.random(in: 0..<2, using: &random)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                // The numbers at the beginning are where most can go wrong.
                let end = Bool.random(using: &random) ? min(400, forged[part].count) : forged[part].count
                forged[part][Int.random(in: 0..<end, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let bytes = StoredIndex.bytes(of: forged)
            if let stored = StoredIndex(IndexBytes(bytes), blocks: 1), stored.names(of: 12) != nil,
                stored.block(0, of: 0..<index.entities.count) != nil
            {
                read += 1
            }
            _ = found(graph, stored: bytes)
        }
        #expect(read > 20, "hardly anything that is forged gets through to the search")
    }
}
