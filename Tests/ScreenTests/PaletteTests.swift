import Foundation
import Testing

@testable import Screen

@Suite struct PaletteTests {
    // WCAG 2.2: contrast ratio and relative luminance.
    private func luminance(_ colour: String) throws -> Double {
        let value = try #require(UInt32(colour, radix: 16))
        #expect(colour.count == 6)
        let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)] as [(UInt32, Double)]
        return weights.reduce(0) { sum, part in
            let channel = Double(value >> part.0 & 0xFF) / 255
            return sum + part.1 * (channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4))
        }
    }

    @Test(arguments: [true, false])
    func `every colour is readable on its background`(isLight: Bool) throws {
        let palette = isLight ? Palette.light : .dark
        let paper = try luminance(palette.paper)
        for colour in [palette.ink] + Colour.allCases.map({ palette[$0] }) {
            let ink = try luminance(colour)
            #expect((max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= 4.5, "\(colour)")
        }
    }
}
