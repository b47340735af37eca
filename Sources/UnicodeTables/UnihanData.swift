/// The texts of the data files that the Han tables are made from.
package struct UnihanData: Sendable {
    /// Their names below the data folder.
    package static let files = ["Unihan_Readings.txt", "Unihan_Variants.txt", "UnicodeData.txt"]

    private let texts: [String: String]

    /// Reads every file with `read`, which takes a name of `files`.
    package init(read: (String) throws(DataError) -> String) throws(DataError) {
        var texts: [String: String] = [:]
        for file in Self.files { texts[file] = try read(file) }
        self.texts = texts
    }

    /// The version in the head of the readings, such as `15.0.0`.
    package var version: String {
        get throws(DataError) {
            let head = text("Unihan_Readings.txt").split(separator: "\n").prefix { $0.hasPrefix("#") }
            for line in head {
                let words = line.split(separator: " ")
                if let word = words.firstIndex(of: "version:"), word + 1 < words.count {
                    return String(words[word + 1])
                }
            }
            throw DataError(description: "Unihan_Readings.txt: no version in its head")
        }
    }

    /// The values of some properties (UAX #38) by scalar, for scalars of a range.
    func properties(
        _ names: Set<String>, of range: Range<Int>, in file: String
    ) throws(DataError) -> [Int: [String: String]] {
        var result: [Int: [String: String]] = [:]
        var number = 0
        for line in text(file).split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let scalar = Self.scalar(fields[0]) else {
                throw DataError(description: "\(file):\(number): not a character, a property and a value")
            }
            guard range.contains(scalar), names.contains(String(fields[1])) else { continue }
            result[scalar, default: [:]][String(fields[1])] = String(fields[2])
        }
        return result
    }

    /// The decompositions of scalars (UAX #44, 5.7.3), by one step.
    func decompositions() throws(DataError) -> Decompositions {
        var result = Decompositions()
        var number = 0
        for line in text("UnicodeData.txt").split(separator: "\n") {
            number += 1
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            guard fields.count == 15, let scalar = Int(fields[0], radix: 16) else {
                throw DataError(description: "UnicodeData.txt:\(number): not a character with 14 properties")
            }
            var parts = fields[5].split(separator: " ")
            guard !parts.isEmpty else { continue }
            if parts[0].hasPrefix("<") {
                parts.removeFirst()
                result.compatible.insert(scalar)
            }
            result.parts[scalar] = parts.compactMap { Int($0, radix: 16) }
        }
        return result
    }

    /// A scalar in the notation `U+4E00`; the sources after `<` are ignored.
    static func scalar(_ text: some StringProtocol) -> Int? {
        let name = text.prefix { $0 != "<" }
        guard name.hasPrefix("U+") else { return nil }
        return Int(name.dropFirst(2), radix: 16)
    }

    private func text(_ file: String) -> String { texts[file] ?? "" }
}

/// What scalars are decomposed to.
struct Decompositions {
    /// The scalars of one step of a decomposition.
    var parts: [Int: [Int]] = [:]
    /// The scalars whose decomposition loses a difference of form: `①`, `㎡`.
    var compatible: Set<Int> = []

    /// The scalar by which one may stand for: the first of a canonical decomposition, or the only one of another.
    func base(of scalar: Int) -> Int? {
        guard let parts = parts[scalar], parts.count == 1 || !compatible.contains(scalar) else { return nil }
        return parts.first
    }

    /// All steps of a scalar's decomposition.
    func whole(of scalar: Int) -> [Int] { parts[scalar]?.flatMap(whole) ?? [scalar] }
}
