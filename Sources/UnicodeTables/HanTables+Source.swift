extension HanTables {
    /// The generated Swift file.
    package var source: String {
        var sets: [String] = [""]
        var numbers = ["": 0]
        var index = ""
        for scalar in Self.block {
            let set = (readings[scalar] ?? []).joined(separator: ",")
            let number = numbers[set] ?? sets.count
            if number == sets.count {
                numbers[set] = number
                sets.append(set)
            }
            index.append(WidthTable.digit(number >> 6))
            index.append(WidthTable.digit(number & 63))
        }
        let pairs = folds.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        return """
            // swift-format-ignore-file
            // Generated from Unicode \(unicodeVersion) by unicode-tables; do not edit. To make it anew:
            //   \(Self.command)

            /// How Han characters are read and what is folded onto what, packed as UnicodeTables describes it.
            enum HanTables {
                /// The first character that has a number in `index`.
                static let start: UInt32 = 0x\(String(Self.block.lowerBound, radix: 16))

                /// The first character after those that have one.
                static let end: UInt32 = 0x\(String(Self.block.upperBound, radix: 16))

                /// The version of the Unicode data files they were made from.
                static let unicodeVersion = "\(unicodeVersion)"

                /// For each character the number of its set of readings, in two digits of six bits from `0`.
                static let index: StaticString = #\"""
            \(WidthTable.lines(index))
                    \"""#

                /// The sets of readings; the readings of a set are parted by commas, each set ends in a bar.
                static let sets: StaticString = #\"""
            \(WidthTable.lines(sets.map { $0 + "|" }.joined()))
                    \"""#

                /// Pairs of a character and the one that it is folded onto.
                static let folds: StaticString = #\"""
            \(WidthTable.lines(Self.text(pairs)))
                    \"""#
            }

            """
    }

    private static func text(_ scalars: [Int]) -> String {
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars.compactMap { Unicode.Scalar(UInt32($0)) })
        return String(result)
    }
}
