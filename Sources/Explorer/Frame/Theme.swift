import CaseModel
import Screen
import TextLayout

/// The styles and glyphs of the explorer.
///
/// Every distinction has a glyph or an attribute of its own; colour is never the only sign.
enum Theme {
    private static let palette = Preferences.current.palette

    static let heading = palette[.heading]
    static let title = palette[.title]
    static let selected = palette[.selected]
    static let faint = palette[.faint]
    static let frame = palette[.frame]
    static let focusedTitle = palette[.focusedTitle]
    static let mark = palette[.mark]
    static let pin = palette[.pin]
    static let sourced = palette[.sourced]
    static let interpretation = palette[.interpretation]
    static let found = palette[.found]
    static let notice = palette[.notice]
    static let mistake = palette[.mistake]
    static let alarm = palette[.mistake].adding(.reverse)
    static let badge = palette[.badge]
    static let key = palette[.key]
    static let claim = palette[.claim]
    static let headline = palette[.headline]
    static let span = palette[.span]
    static let outline = palette[.outline]
    static let notebook = palette[.notebook]
    static let tie = palette[.tie]

    static let near: Character = "●"
    static let backwards = "↶"
    static let pinned: Character = "◆"
    static let bar: Character = "▌"
    static let marked: Character = "★"
    static let noted: Character = "☆"
    static let bookmark = "»"
    static let removed = "×"
    static let filterMark = "▽"
    static let wayBack = "↩"
    static let home = "⌂"
    static let deeper = " › "
    static let more = "↓"
    static let rule: Character = "─"
    /// Each dot is one column wide, so that a tie of the network can cross the rule in any column.
    static var lightRule: Character { AmbiguousWidth.current == .wide ? "." : "·" }

    /// A colour of the data, such as that of a field on the map, which a theme without colours leaves out.
    static func colour(_ colour: Colour?) -> Colour? { palette.isColoured ? colour : nil }
}

/// A style of the explorer by what it is for; configuration files call it by its name.
package enum StyleName: String, CaseIterable, Sendable {
    case heading, title, selected, faint, frame
    case focusedTitle = "focused-title"
    case mark, pin, sourced, interpretation, found, notice, mistake, badge, key, claim, headline, span
    case outline, notebook, tie

    /// What is drawn in the style.
    package var purpose: Text {
        switch self {
        case .heading: Text(chinese: "小标题", english: "headings")
        case .title: Text(chinese: "标题、案例名", english: "titles, the name of the case")
        case .selected: Text(chinese: "所选的一行", english: "the selected row")
        case .faint: Text(chinese: "次要的文字", english: "what matters less")
        case .frame: Text(chinese: "边框", english: "frames")
        case .focusedTitle: Text(chinese: "当前一栏的标题", english: "the title of the pane with the focus")
        case .mark: Text(chinese: "● ◐ ○", english: "the signs ● ◐ ○")
        case .pin: Text(chinese: "◆", english: "the sign ◆")
        case .sourced: Text(chinese: "有来源的链接", english: "links with a source")
        case .interpretation: Text(chinese: "解读性的链接", english: "links of interpretation")
        case .found: Text(chinese: "查找到的文字", english: "what a search has found")
        case .notice: Text(chinese: "末行的提示", english: "notices on the last line")
        case .mistake: Text(chinese: "错误", english: "errors")
        case .badge: Text(chinese: "筛选、范围等标识", english: "badges of filter, range and the like")
        case .key: Text(chinese: "按键", english: "keys")
        case .claim: Text(chinese: "论断", english: "claims")
        case .headline: Text(chinese: "讲解的标题", english: "the headline of a step")
        case .span: Text(chinese: "时间线上的条", english: "the bars of the timeline")
        case .outline: Text(chinese: "地图上的轮廓", english: "outlines on the map")
        case .notebook: Text(chinese: "★ ☆ »", english: "the signs ★ ☆ »")
        case .tie: Text(chinese: "合作的连线", english: "ties between actors")
        }
    }
}

/// A named choice of styles.
package enum ThemeName: String, CaseIterable, Sendable {
    /// The terminal's colours, sparingly.
    case standard = "default"
    /// No colour and nothing dim: bold, underlined and reversed on the terminal's own colours, whose contrast the
    /// reader has chosen.
    case contrast
    /// The default without colours.
    case mono
}

/// The styles of a theme, with the user's own in place of some.
package struct Palette: Equatable, Sendable {
    private var styles: [StyleName: Style] = [:]
    /// False if colours of the data are left out.
    package private(set) var isColoured: Bool

    package static let standard = Palette(.standard)

    package init(_ theme: ThemeName) {
        isColoured = theme == .standard
        for name in StyleName.allCases {
            let style = Self.standardStyle(of: name)
            styles[name] =
                switch theme {
                case .standard: style
                case .mono: Style(style.attributes)
                case .contrast: Self.contrastStyle(of: name) ?? Style(style.attributes.subtracting(.dim))
                }
        }
    }

    package subscript(name: StyleName) -> Style {
        get { styles[name] ?? .plain }
        set { styles[name] = newValue }
    }

    private static func standardStyle(of name: StyleName) -> Style {
        switch name {
        case .heading: Style(.bold, colour: .cyan)
        case .title, .pin, .key, .claim, .tie: Style(.bold)
        case .selected: Style(.reverse)
        case .faint, .frame: Style(.dim)
        case .focusedTitle, .headline: Style([.bold, .reverse])
        case .mark: .plain
        case .sourced: Style(colour: .green)
        case .interpretation: Style(.underline)
        case .found: Style([.bold, .underline])
        case .notice, .notebook: Style(.bold, colour: .yellow)
        case .mistake: Style([.bold, .underline], colour: .red)
        case .badge: Style(.bold, colour: .magenta)
        case .span: Style(colour: .cyan)
        case .outline: Style(colour: .blue)
        }
    }

    /// The styles that stand out more than without their colours.
    private static func contrastStyle(of name: StyleName) -> Style? {
        switch name {
        case .heading: Style([.bold, .underline])
        case .selected, .notice, .mistake: Style([.bold, .reverse])
        case .mark, .sourced, .badge, .span: Style(.bold)
        case .title, .faint, .frame, .focusedTitle, .pin, .interpretation, .found, .key, .claim, .headline,
            .outline, .notebook, .tie:
            nil
        }
    }
}

extension Style {
    /// The attributes by name.
    package static let attributeNames: KeyValuePairs<String, Attributes> = [
        "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
    ]

    /// A style in words: attributes and at most one colour, such as `bold bright-blue`, or `plain`; nil for any other
    /// text.
    package init?(words text: String) {
        self.init()
        let words = text.split(separator: " ").map(String.init)
        guard !words.isEmpty else { return nil }
        if words == ["plain"] { return }
        for word in words {
            if let attribute = Self.attributeNames.first(where: { $0.key == word }) {
                attributes.insert(attribute.value)
            } else if let named = Colour.allCases.first(where: { $0.name == word }), colour == nil {
                colour = named
            } else {
                return nil
            }
        }
    }

    /// The style in words, as `init(words:)` reads them.
    package var words: String {
        let words =
            Self.attributeNames.filter { attributes.contains($0.value) }.map(\.key)
            + [colour?.name].compactMap(\.self)
        return words.isEmpty ? "plain" : words.joined(separator: " ")
    }
}

extension Colour {
    /// The name in configuration files, such as `bright-blue`.
    package var name: String {
        let word = String(describing: self)
        return word.hasPrefix("bright") ? "bright-" + word.dropFirst(6).lowercased() : word
    }
}
