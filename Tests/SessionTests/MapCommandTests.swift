import Foundation
import SessionSupport
import Testing

/// The contents of the map compared with commands that list the same.
@Suite struct MapCommandTests {
    /// The list beside the map: the number of items by place name.
    private func counts(_ options: String...) throws -> [String: Int] {
        let arguments = ["snapshot", "--view", "map", "--size", "200x100", "--lang", "zh"] + options
        let run = try Invocation(arguments)
        #expect(run.status == 0)
        var counts: [String: Int] = [:]
        for line in run.output.split(separator: "\n") {
            let words = line.split(separator: "│").dropFirst().last?.split(separator: " ") ?? []
            guard let count = words.last.flatMap({ Int($0) }), words.count >= 3 else { continue }
            // A mark for places on the map, the name, the province, the number.
            counts[String(words[words.count - 3])] = count
        }
        return counts
    }

    @Test func `each place has as many items as a filter by that place lists`() throws {
        let counts = try counts()
        let places = try Invocation.records("places")
        #expect(counts.count == places.count)
        for (number, place) in places.enumerated() where place["lat"] is Double || number % 5 == 0 {
            let id = try #require(place["id"] as? String)
            let name = try #require((place["title"] as? [String: Any])?["zh"] as? String)
            let listed = try Invocation(["list", "--filter", "place:\(id)"]).output.split(separator: "\n")
            #expect(counts[name] == listed.count, "\(id)")
        }
    }

    @Test func `a pin leaves the connected items`() throws {
        let all = try counts()
        let pinned = try counts("--pin", "drv-guizhou-new-path", "--at", "arr-pilot-zone-layout")
        #expect(Set(pinned.keys) == Set(all.keys))
        #expect(pinned.allSatisfy { $0.value <= all[$0.key] ?? 0 })
        #expect(pinned.values.reduce(0, +) < all.values.reduce(0, +))
    }

    @Test func `places lists everything that the map shows of a place`() throws {
        let lines = try Invocation(["places", "--lang", "zh"]).output.split(separator: "\n")
        let records = try Invocation.records("places")
        for (line, record) in zip(lines, records) {
            let items = try #require(record["items"] as? [String])
            #expect(line.contains("条目  \(items.count)") || line.contains("条目   \(items.count)"))
            if let latitude = record["lat"] as? Double {
                #expect(line.contains("\(latitude), "))
                let source = record["coordinates_source"]
                let name = (source as? [String: Any])?["name"] as? String ?? source as? String
                #expect(line.contains("（\(try #require(name))"))
            } else {
                #expect(line.contains(" -  "), "without coordinates, and listed")
            }
        }
        // A border stated by one side only is listed for both.
        let borders = records.flatMap { record in
            (record["borders"] as? [[String: Any]] ?? []).map { (record, $0["place"] as? String) }
        }
        #expect(borders.count > 20)
        for (record, other) in borders {
            let title = try #require((record["title"] as? [String: Any])?["zh"] as? String)
            let line = try #require(lines.first { $0.hasPrefix("\(other ?? "?") ") })
            #expect(line.contains(title), "\(line) is silent on \(title)")
        }
    }
}
