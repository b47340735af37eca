import CaseModel
import Screen
import TextLayout

/// The lines of a map, drawn beneath markers and labels.
///
/// A border is a short stroke across the way between two places that have one in common, as it may run there: a line
/// from one to the other would be taken for a road.
struct MapLines {
    /// The outlines of places; only those have long unbroken lines.
    private(set) var outlines: BrailleCanvas
    /// The strokes of the selected place, and of all others.
    private(set) var own, others: BrailleCanvas
    /// The meridians and parallels, dotted, where nothing else shows what part of the earth it is.
    private(set) var graticule: BrailleCanvas
    /// The degrees of meridians and parallels with the first cell of each.
    private(set) var degrees: [(text: String, start: Point)] = []

    /// The share of the way between two places that a stroke takes, and its least and most dots to either side.
    private static let share = 0.12
    private static let shortest = 1.5
    private static let longest = 4.0

    init(_ plan: MapPlan, in window: MapWindow, selected: Int?) {
        outlines = BrailleCanvas(size: window.size)
        (own, others, graticule) = (outlines, outlines, outlines)
        for line in plan.outlines {
            for (start, end) in zip(line, line.dropFirst()) {
                outlines.line(from: window.dot(of: start), to: window.dot(of: end))
            }
        }
        for border in plan.borders {
            guard let (start, end) = Self.stroke(of: border, in: plan, window) else { continue }
            if border.one == selected || border.other == selected {
                own.line(from: start, to: end)
            } else {
                others.line(from: start, to: end)
            }
        }
        if plan.outlines.isEmpty { drawGraticule(of: plan, in: window) }
    }

    /// The ends of the stroke for a border.
    private static func stroke(
        of border: MapPlan.Border, in plan: MapPlan, _ window: MapWindow
    ) -> (BrailleCanvas.Dot, BrailleCanvas.Dot)? {
        guard let one = plan.points[border.one], let other = plan.points[border.other] else { return nil }
        let (start, end) = (window.dot(of: one), window.dot(of: other))
        let (east, south) = (Double(end.x - start.x), Double(end.y - start.y))
        let length = (east * east + south * south).squareRoot()
        guard length >= 2 else { return nil }
        let half = min(longest, max(shortest, length * share)) / length
        let (middleX, middleY) = (Double(start.x + end.x) / 2, Double(start.y + end.y) / 2)
        func dot(_ side: Double) -> BrailleCanvas.Dot {
            BrailleCanvas.Dot(
                x: Int((middleX - side * south * half).rounded()),
                y: Int((middleY + side * east * half).rounded()))
        }
        return (dot(-1), dot(1))
    }

    /// Degrees between meridians, from a street to the whole earth.
    private static let steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 45]
    /// The least number of dots between two meridians, for a label and a gap.
    private static let apart = 26.0

    private mutating func drawGraticule(of plan: MapPlan, in window: MapWindow) {
        let (width, height) = (2 * window.size.columns, 4 * window.size.rows)
        guard width > 0, height > 0, !plan.points.allSatisfy({ $0 == nil }) else { return }
        let corner = plan.projection.degrees(at: window.point(x: 0, y: height))
        let other = plan.projection.degrees(at: window.point(x: width, y: 0))
        let (tall, wide) = (other.latitude - corner.latitude, other.longitude - corner.longitude)
        let dots = Double(width) / wide
        guard dots.isFinite, dots > 0, let step = Self.steps.first(where: { $0 * dots >= Self.apart }) else {
            return
        }
        func lines(from first: Double, over span: Double) -> [Double] {
            let number = Int((first / step).rounded(.up))
            return (0...Int(span / step)).map { Double(number + $0) * step }.filter { $0 <= first + span }
        }
        for longitude in lines(from: corner.longitude, over: wide) {
            let x = Int(((longitude - corner.longitude) * dots).rounded())
            graticule.line(from: .init(x: x, y: 0), to: .init(x: x, y: height - 1), every: 4)
            let text = Self.label(longitude: longitude)
            let column = min(max(0, x / 2 - text.columns / 2), window.size.columns - text.columns)
            if column >= 0 { degrees.append((text, Point(row: window.size.rows - 1, column: column))) }
        }
        for latitude in lines(from: corner.latitude, over: tall) where abs(latitude) <= 90 {
            let y = Int(((other.latitude - latitude) * Double(height) / tall).rounded())
            graticule.line(from: .init(x: 0, y: y), to: .init(x: width - 1, y: y), every: 4)
            let row = min(max(0, y / 4), window.size.rows - 1)
            if row < window.size.rows - 1 {
                degrees.append((Self.label(latitude: latitude), Point(row: row, column: 0)))
            }
        }
    }

    /// `107°E`; beyond the 180th meridian it goes on in the west.
    private static func label(longitude: Double) -> String {
        let turned = longitude - 360 * (longitude / 360).rounded()
        return figure(turned) + (turned > 0 && turned < 180 ? "E" : turned < 0 && turned > -180 ? "W" : "")
    }

    private static func label(latitude: Double) -> String {
        figure(latitude) + (latitude > 0 ? "N" : latitude < 0 ? "S" : "")
    }

    /// Degrees to a tenth.
    private static func figure(_ degrees: Double) -> String {
        let tenths = Int((abs(degrees) * 10).rounded())
        return (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)") + "°"
    }

    /// All strokes and outlines, which labels keep off whatever is selected.
    var all: BrailleCanvas {
        var all = outlines
        all.formUnion(own)
        all.formUnion(others)
        return all
    }
}

extension MapWindow {
    /// The point of a dot.
    func point(x: Int, y: Int) -> PlanePoint {
        PlanePoint(
            east: middle.east + (Double(x) - Double(2 * size.columns - 1) / 2) / scale,
            north: middle.north - (Double(y) - Double(4 * size.rows - 1) / 2) / scale)
    }
}
