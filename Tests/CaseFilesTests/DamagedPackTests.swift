import CaseModel
import Foundation
import System
import Testing

@testable import CaseFiles

/// Packs of which records cannot be decoded when they are looked at.
@Suite struct DamagedPackTests {
    private let small: Case
    private let bytes: [UInt8]

    init() throws {
        small = try #require(try CaseReader.read(path: SmallCaseTests.folder).caseFile)
        bytes = Pack.bytes(of: small)
    }

    /// The place of a text in the bytes.
    private func place(of text: String) throws -> Int {
        let text = Array(text.utf8)
        return try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    }

    @Test func `what cannot be decoded is empty, and the case says why`() throws {
        var bytes = bytes
        let title = try #require(small.items[1].title.english)
        // An escape sequence in place of a letter, under checksums that fit.
        bytes[try place(of: title)] = 0x1B
        let content = try Pack.open(Pack.sealed(bytes))
        #expect(content.items[0] == small.items[0])
        #expect(content.failure == nil)
        #expect(content.items[1] == .blank)
        #expect(content.items[2] == small.items[2])
        #expect(
            content.failure?.english
                == "the packed case contradicts itself: a text is not UTF-8 or not safe to show; open its YAML files"
        )
        // The graph does not depend on it.
        let graph = CaseGraph(content)
        #expect(graph.parents == CaseGraph(small).parents)
        for edge in graph.outgoing.entries { _ = graph.link(edge) }
    }

    @Test func `a list that cannot be decoded has as many empty records`() throws {
        var bytes = bytes
        let number = try #require(small.items.firstIndex { !$0.evidence.isEmpty })
        let claim = try #require(small.items[number].evidence[0].claim.english)
        bytes[try place(of: claim)] = 0x07
        let content = try Pack.open(Pack.sealed(bytes))
        #expect(content.items[number].title == small.items[number].title)
        #expect(content.items[number].evidence.count == small.items[number].evidence.count)
        #expect(content.failure == nil)
        #expect(content.items[number].evidence[0] == .blank)
        #expect(content.failure != nil)
    }

    @Test func `a directory that says otherwise than the records is refused`() throws {
        let structure = CaseStructure(of: small)
        let links = structure.links.entries.count
        let (content, directory) = Pack.halves(of: small)
        let item = try #require(structure.latest.lastIndex { $0 != CaseStructure.noDay })
        // The last columns: the latest days, where links begin, what they name, their relations.
        let words = structure.latest.count - item + structure.latest.count + 1 + 2 * links
        var bytes = bytes
        #expect(try Pack.verified(Pack.sealed(bytes)) == small)
        // A day later.
        bytes[Pack.headerSize + directory.count - 4 * words] &+= 1
        let forged = Pack.sealed(bytes)
        #expect(bytes.count == Pack.headerSize + directory.count + content.count)
        #expect(try Pack.open(forged) == small)
        #expect(throws: PackError.self) { try Pack.verified(forged) }
    }

    @Test func `a file that is changed or cut off while it is read costs what is changed`() throws {
        var large = small
        // Several blocks, so that the last is not read with the first.
        for number in 0..<2000 {
            large.sources.append(Source(id: ID("src-\(number)"), title: Text("source \(number)"), form: .web))
        }
        try Marked.inFolder { folder in
            let file = folder.appending(path: "large.pack")
            let bytes = Pack.bytes(of: large)
            try Data(bytes).write(to: file)
            for change in [{ $0.removeLast(2 * PackDirectory.blockSize) }, { $0[$0.count - 8000] ^= 1 }]
                as [(inout [UInt8]) -> Void]
            {
                try Data(bytes).write(to: file)
                let content = try Pack.open(RandomAccessFile(file.path()))
                var changed = bytes
                change(&changed)
                let handle = try FileHandle(forWritingTo: file)
                try handle.truncate(atOffset: 0)
                try handle.write(contentsOf: Data(changed))
                try handle.close()
                #expect(content.sources[0] == large.sources[0])
                #expect(content.failure == nil)
                // In a block that opening has not looked at, unlike the last one, where what tours name stands.
                let source = content.sources[content.sources.count - 100]
                #expect(source == .blank)
                #expect(
                    content.failure?.english
                        == "the packed case is cut off or changed; copy it again or open its YAML files")
            }
        }
    }

    @Test func `records are found by their ids, a few times and often`() throws {
        let content = try Pack.open(bytes)
        let graph = CaseGraph(content)
        for _ in 0..<50 {
            for (number, source) in small.sources.enumerated() {
                #expect(graph.number(of: source.id) == number)
            }
            #expect(graph.number(of: ID<Source>("src-none")) == nil)
            #expect(graph.position(of: "") == nil)
        }
        #expect(content.failure == nil)
    }

    @Test func `a record that is changed is changed in a list that is whole`() throws {
        var content = try Pack.open(bytes)
        content.items[2].title = Text("new")
        content.items[2].evidence.append(content.items[0].evidence.first ?? .blank)
        var expected = small
        expected.items[2].title = Text("new")
        expected.items[2].evidence.append(small.items[0].evidence.first ?? .blank)
        #expect(content == expected)
        #expect(content.items.stored == nil)
    }

    @Test func `the structure of a pack is that of its items`() throws {
        let opened = try Pack.open(bytes)
        #expect(CaseStructure(of: opened) == CaseStructure(of: small))
    }
}
