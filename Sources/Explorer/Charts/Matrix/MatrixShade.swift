import CaseModel
import Screen

/// How dark a cell is by how much is claimed of what is in it: three shades, the darkest for the most.
///
/// ```
/// ░ 1–20  ▒ 21–40  ▓ 41–56   ┄ a gap
/// ```
struct MatrixShade: Equatable, Sendable {
    static let glyphs: [Character] = ["░", "▒", "▓"]
    static let gap: Character = "┄"
    /// Faint, plain and bold, so that the shades differ where the glyphs do not.
    static let styles = [
        Style(.dim, colour: .cyan), Style(colour: .cyan), Style(.bold, colour: .cyan),
    ]

    /// The most that is claimed of any cell.
    let most: Int
    private let step: Int

    init(most: Int) {
        self.most = most
        step = max(1, (most + Self.glyphs.count - 1) / Self.glyphs.count)
    }

    /// The number of a shade from 0, the lightest; nil where nothing is claimed.
    func level(of evidence: Int) -> Int? {
        evidence > 0 ? min((evidence - 1) / step, Self.glyphs.count - 1) : nil
    }

    /// The shades and how many claims each stands for, the lightest first; those beyond the most are left out.
    var legend: [(glyph: Character, style: Style, range: String)] {
        Self.glyphs.indices.filter { $0 * step < most }.map {
            let (from, to) = ($0 * step + 1, min(($0 + 1) * step, most))
            return (Self.glyphs[$0], Self.styles[$0], from == to ? "\(from)" : "\(from)–\(to)")
        }
    }
}
