/// A line, block or braille pattern as shapes in its cell.
///
/// In a font such glyphs meet only at one line height, and in a fallback font not at all; a picture therefore draws
/// them itself, as terminals do. The shape of a glyph follows from its name in Unicode, which never changes: "BOX
/// DRAWINGS DOWN LIGHT AND RIGHT HEAVY". Double lines are left to the font.
struct CellDrawing: Equatable {
    /// A cell's units from left to right and from top to bottom: pixels.
    static let (width, height) = (10, 20)

    /// An outline within the cell.
    enum Shape: Equatable {
        case box(x: Int, y: Int, width: Int, height: Int)
        /// A polygon of corners.
        case polygon([Corner])
        /// A quarter turn: from the middle of the cell's left or right edge to that of its top or bottom edge.
        case turn(right: Bool, down: Bool)
    }

    /// A place in the cell, its edges included.
    struct Corner: Equatable {
        let x: Int
        let y: Int
    }

    /// The outlines to fill.
    let shapes: [Shape]
    /// The opacity in quarters; below 4 for shades only.
    private(set) var quarters = 4

    /// The drawing of a glyph; nil if the font draws it.
    init?(_ character: Character) {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return nil
        }
        switch scalar.value {
        case 0x2500...0x257F:
            guard let shapes = Self.line(named: scalar.properties.name ?? "") else { return nil }
            self.shapes = shapes
        case 0x2591...0x2593:
            shapes = [Self.part(0, 0, 8, 8)]
            quarters = Int(scalar.value - 0x2590)
        case 0x2580...0x259F:
            shapes = Self.block(scalar)
        case 0x2800...0x28FF:
            shapes = Self.dots(scalar.value - 0x2800)
        default: return nil
        }
    }
}

// MARK: Lines

extension CellDrawing {
    private static let middle = Corner(x: width / 2, y: height / 2)

    private static func line(named name: String) -> [Shape]? {
        let words = name.split(separator: " ").dropFirst(2)
        if words.contains("ARC") {
            return [.turn(right: words.contains("RIGHT"), down: words.contains("DOWN"))]
        }
        if words.contains("DIAGONAL") { return diagonals(words) }
        let dashes = ["DOUBLE", "TRIPLE", "QUADRUPLE"].firstIndex { name.contains($0 + " DASH") }
        let isHeavy = words.first == "HEAVY"
        if let dashes {
            return Self.dashes(dashes + 2, isHorizontal: words.contains("HORIZONTAL"), isHeavy: isHeavy)
        }
        return words.contains("DOUBLE") ? nil : arms(words)
    }

    /// "LIGHT DOWN AND RIGHT", "DOWN LIGHT AND RIGHT HEAVY": each part has directions, and a weight or else
    /// that of the part before.
    private static func arms(_ words: ArraySlice<Substring>) -> [Shape] {
        var isHeavy = false
        return words.split(separator: "AND").flatMap { part in
            if let weight = part.first(where: { ["LIGHT", "HEAVY"].contains($0) }) {
                isHeavy = weight == "HEAVY"
            }
            return part.compactMap { arm(String($0), thickness: thickness(isHeavy)) }
        }
    }

    // An arm reaches over the middle by half its thickness, so that corners are closed.
    private static func arm(_ direction: String, thickness: Int) -> Shape? {
        let (left, top) = (middle.x - thickness / 2, middle.y - thickness / 2)
        return switch direction {
        case "LEFT": .box(x: 0, y: top, width: left + thickness, height: thickness)
        case "RIGHT": .box(x: left, y: top, width: width - left, height: thickness)
        case "UP": .box(x: left, y: 0, width: thickness, height: top + thickness)
        case "DOWN": .box(x: left, y: top, width: thickness, height: height - top)
        case "HORIZONTAL": .box(x: 0, y: top, width: width, height: thickness)
        case "VERTICAL": .box(x: left, y: 0, width: thickness, height: height)
        default: nil
        }
    }

    private static func thickness(_ isHeavy: Bool) -> Int { isHeavy ? 4 : 2 }

    private static func dashes(_ count: Int, isHorizontal: Bool, isHeavy: Bool) -> [Shape] {
        let thickness = thickness(isHeavy)
        return (0..<count).map { number in
            let length = isHorizontal ? width : height
            let (start, end) = (number * length / count, (number + 1) * length / count)
            let gap = max(1, length / count / 4)
            return isHorizontal
                ? .box(x: start, y: middle.y - thickness / 2, width: end - start - gap, height: thickness)
                : .box(x: middle.x - thickness / 2, y: start, width: thickness, height: end - start - gap)
        }
    }

    private static func diagonals(_ words: ArraySlice<Substring>) -> [Shape] {
        let rising = [(0, height - 1), (width - 1, 0), (width, 0), (width, 1), (1, height), (0, height)]
        let falling = rising.map { (width - $0.0, $0.1) }
        let both = words.contains("CROSS")
        let isRising = words.starts(with: ["LIGHT", "DIAGONAL", "UPPER", "RIGHT"])
        return (both ? [rising, falling] : isRising ? [rising] : [falling]).map { corners in
            .polygon(corners.map { Corner(x: $0.0, y: $0.1) })
        }
    }
}

// MARK: Blocks and dots

extension CellDrawing {
    private static func block(_ scalar: Unicode.Scalar) -> [Shape] {
        let value = Int(scalar.value)
        switch value {
        case 0x2580: return [part(0, 0, 8, 4)]
        case 0x2581...0x2588: return [part(0, 0x2588 - value, 8, 8)]
        case 0x2589...0x258F: return [part(0, 0, 0x2590 - value, 8)]
        case 0x2590: return [part(4, 0, 8, 8)]
        case 0x2594: return [part(0, 0, 8, 1)]
        case 0x2595: return [part(7, 0, 8, 8)]
        default:
            let name = scalar.properties.name ?? ""
            return [("UPPER LEFT", 0, 0), ("UPPER RIGHT", 4, 0), ("LOWER LEFT", 0, 4), ("LOWER RIGHT", 4, 4)]
                .filter { name.contains($0.0) }.map { part($0.1, $0.2, $0.1 + 4, $0.2 + 4) }
        }
    }

    // A part of the cell from one corner to another, in eighths of it.
    private static func part(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> Shape {
        func pixels(_ eighths: Int, of length: Int) -> Int { (eighths * length + 4) / 8 }
        let (x, y) = (pixels(left, of: width), pixels(top, of: height))
        return .box(
            x: x, y: y, width: pixels(right, of: width) - x, height: pixels(bottom, of: height) - y)
    }

    // The bits of a pattern are the dots 1 to 8: three down the left, three down the right, then the lowest two.
    private static func dots(_ pattern: UInt32) -> [Shape] {
        let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        return places.enumerated().compactMap { bit, place in
            guard pattern & 1 << UInt32(bit) != 0 else { return nil }
            return .box(
                x: place.0 * width / 2 + 1, y: place.1 * height / 4 + 1, width: width / 2 - 2,
                height: height / 4 - 2)
        }
    }
}
