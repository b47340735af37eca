import Testing

@testable import System

/// Text in encodings other than UTF-8.
@Suite struct TextEncodingTests {
    @Test func `text of any length becomes UTF-8`() throws {
        let water: [UInt8] = [0xCB, 0xAE]
        #expect(try TextEncoding.utf8([], from: "gb18030").isEmpty)
        for count in [1, 40_000, 100_001] {
            let bytes = (0..<count).flatMap { _ in water }
            let text = try TextEncoding.utf8(bytes, from: "gb18030")
            #expect(String(decoding: text, as: UTF8.self) == String(repeating: "水", count: count))
        }
        #expect(try TextEncoding.utf8([0xE9], from: "windows-1252") == Array("é".utf8))
    }

    @Test func `what is no text of the encoding is told with its place`() {
        #expect(throws: TextEncodingError.malformed(offset: 2)) {
            try TextEncoding.utf8([0xCB, 0xAE, 0xFF, 0x41], from: "gb18030")
        }
        // A character that the file cuts off.
        #expect(throws: TextEncodingError.malformed(offset: 2)) {
            try TextEncoding.utf8([0xCB, 0xAE, 0xCB], from: "gb18030")
        }
        for name in ["klingon", "", "utf-8//TRANSLIT", "水"] {
            #expect(throws: TextEncodingError.unknown) { try TextEncoding.utf8([0x41], from: name) }
        }
    }
}
