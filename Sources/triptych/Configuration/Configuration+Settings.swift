import CaseFiles
import CaseModel
import Explorer
import Screen
import System
import TextLayout

extension Configuration {
    /// A setting of the file, declared once: reading, the documentation and `triptych config` follow.
    struct Declaration: Sendable {
        let key: StaticString
        /// What can be written.
        let form: Text
        let purpose: Text
        /// Reads the value, or reports what is wrong with it.
        let read: @Sendable (Setting, inout Configuration) -> Void
        /// What holds, and where it comes from.
        let holding: @Sendable (SettingContext) -> [Holding]
    }

    /// Every setting, in the order of the documentation.
    static let declarations: [Declaration] = [
        language, theme, ambiguous, mouse, ascii, `case`, layout, keys,
    ]

    private static let language = Declaration(
        key: "language",
        form: Text(chinese: "`zh`、`en`、其他语言标签，或 `both`", english: "`zh`, `en`, another tag, or `both`"),
        purpose: Text(
            chinese: "语言；先于区域设置。", english: "The language; it precedes the locale's.")
    ) { setting, configuration in
        guard let text = setting.text() else { return }
        guard let wish = LanguageChoice.Wish(argument: text) else {
            return setting.report(
                zh: "“\(text)”不是语言；请写 zh、en 或 both", en: "'\(text)' is no language; write zh, en or both")
        }
        configuration.language = Entry(value: wish, line: setting.line)
    } holding: { context in
        let file = context.configuration.language
        if let wish = context.language { return [Holding("language", wish.name, .option("--lang"))] }
        if let file { return [context.fromFile("language", file.value.name, file.line)] }
        let variable = LocaleSetting(of: .messages)?.variable
        return [
            Holding("language", LanguageChoice.Wish.ofLocale.name, variable.map(Origin.environment) ?? .usual)
        ]
    }

    private static let theme = Declaration(
        key: "theme",
        form: Text(
            chinese: "`default`、`contrast`、`mono`，或样式名与颜色的映射，其中 `base` 是所依据的主题",
            english:
                "`default`, `contrast`, `mono`, or a map of styles, in which `base` names the theme to begin with"
        ),
        purpose: Text(
            chinese:
                "颜色：`contrast` 只用粗体、下划线和反显，`mono` 是不带颜色的默认主题。样式写作属性（`bold dim underline reverse plain`）与至多一种颜色，如 `bold bright-blue`。",
            english:
                "Colours: `contrast` has bold, underlined and reversed text only, `mono` is the default without colours. A style is attributes (`bold dim underline reverse plain`) and at most one colour, such as `bold bright-blue`."
        )
    ) { setting, configuration in
        if setting.isList {
            return setting.report(
                zh: "“theme”应是主题名，或样式的映射，而不是列表",
                en: "'theme' must be the name of a theme or a map of styles, not a list")
        }
        if !setting.isMap {
            guard let name = setting.choice(ThemeName.self) else { return }
            configuration.theme = Entry(value: (name.rawValue, Palette(name)), line: setting.line)
            return
        }
        let pairs = setting.pairs()
        let base = pairs.first { $0.key.text() == "base" }?.value.choice(ThemeName.self) ?? .standard
        var palette = Palette(base)
        var own = 0
        for (key, value) in pairs {
            guard let name = key.text(), name != "base" else { continue }
            guard let style = StyleName(rawValue: name) else {
                let names = StyleName.allCases.map(\.rawValue)
                key.report(
                    zh: "没有样式“\(name)”；有 \(names.joined(separator: "、"))",
                    en: "there is no style '\(name)'; there are \(names.joined(separator: ", "))",
                    meant: Suggestion.nearest(to: name, among: names))
                continue
            }
            guard let words = value.text() else { continue }
            if let wanted = Style(words: words) {
                palette[style] = wanted
                own += 1
            } else {
                value.report(
                    zh: "“\(words)”不是样式；请写 plain，或属性 bold、dim、underline、reverse 与至多一种颜色，如 bold bright-blue",
                    en:
                        "'\(words)' is no style; write plain, or some of bold, dim, underline, reverse and at most one colour, such as bold bright-blue",
                    meant: Self.nearestStyle(to: words))
            }
        }
        let name = own == 0 ? base.rawValue : "\(base.rawValue) + \(own)"
        configuration.theme = Entry(value: (name, palette), line: setting.line)
    } holding: { context in
        let file = context.configuration.theme.map { context.fromFile("theme", $0.value.name, $0.line) }
        let theme =
            context.theme.map { Holding("theme", $0.rawValue, .option("--theme")) } ?? file
            ?? Holding("theme", ThemeName.standard.rawValue, .usual)
        // Whatever the theme, its colours are not drawn then.
        return [theme] + (context.colourless.map { [Holding("theme.colours", "never", $0)] } ?? [])
    }

    private static let ambiguous = Declaration(
        key: "ambiguous",
        form: Text(chinese: "`narrow`、`wide` 或 `auto`", english: "`narrow`, `wide` or `auto`"),
        purpose: Text(
            chinese: "宽度不定的字符（│ ● “ ①）占一列还是两列。",
            english: "Whether characters of ambiguous width (│ ● “ ①) take one column or two.")
    ) { setting, configuration in
        configuration.ambiguous = setting.choice(AmbiguousWidth.self).map {
            Entry(value: $0, line: setting.line)
        }
    } holding: { context in
        if let ambiguous = context.ambiguous, ambiguous != .auto {
            return [Holding("ambiguous", ambiguous.rawValue, .option("--ambiguous"))]
        }
        if context.ambiguous == nil, let file = context.configuration.ambiguous, file.value != .auto {
            return [context.fromFile("ambiguous", file.value.rawValue, file.line)]
        }
        if let measured = context.measured { return [Holding("ambiguous", measured.rawValue, .measured)] }
        if context.ambiguous != nil { return [Holding("ambiguous", "auto", .option("--ambiguous"))] }
        let file = context.configuration.ambiguous
        return [
            file.map { context.fromFile("ambiguous", $0.value.rawValue, $0.line) }
                ?? Holding("ambiguous", "auto", .usual)
        ]
    }

    private static let mouse = Declaration(
        key: "mouse", form: Text(chinese: "`true` 或 `false`", english: "`true` or `false`"),
        purpose: Text(chinese: "鼠标。", english: "The mouse.")
    ) { setting, configuration in
        configuration.mouse = setting.flag().map { Entry(value: $0, line: setting.line) }
    } holding: { context in
        [context.flag("mouse", context.mouse, context.configuration.mouse)]
    }

    private static let ascii = Declaration(
        key: "ascii", form: Text(chinese: "`true` 或 `false`", english: "`true` or `false`"),
        purpose: Text(
            chinese: "只用 ASCII 字符绘制，同 `--ascii`。", english: "Draw with ASCII only, as `--ascii` does.")
    ) { setting, configuration in
        configuration.ascii = setting.flag().map { Entry(value: $0, line: setting.line) }
    } holding: { context in
        [context.flag("ascii", context.ascii, context.configuration.ascii)]
    }

    private static let `case` = Declaration(
        key: "case", form: Text(chinese: "路径", english: "a path"),
        purpose: Text(
            chinese: "不指定时打开的案例；可写 `~/`，相对路径从配置文件所在的文件夹算起。",
            english:
                "The case that is opened where none is named; `~/` is understood, and a relative path begins in the folder of the file."
        )
    ) { setting, configuration in
        guard let text = setting.text() else { return }
        var path = text
        if text == "~" || text.hasPrefix("~/"), let home = CurrentProcess.variable("HOME") {
            path = home + text.dropFirst()
        } else if !text.hasPrefix("/"), let file = configuration.path, let slash = file.lastIndex(of: "/") {
            path = file[...slash] + text
        }
        configuration.case = Entry(value: path, line: setting.line)
    } holding: { context in
        if let path = context.path { return [Holding("case", path, .option("--case"))] }
        let usual = CaseChoice.usual(in: context.configuration)
        return [Holding("case", usual?.path ?? "yuqian", usual?.origin ?? .usual)]
    }

    private static let layout = Declaration(
        key: "layout",
        form: Text(
            chinese:
                "`focused_pane`：\(LayoutShares.focusedPanes.lowerBound) 至 \(LayoutShares.focusedPanes.upperBound)；`details`：\(LayoutShares.detailShares.lowerBound) 至 \(LayoutShares.detailShares.upperBound)",
            english:
                "`focused_pane`: \(LayoutShares.focusedPanes.lowerBound) to \(LayoutShares.focusedPanes.upperBound); `details`: \(LayoutShares.detailShares.lowerBound) to \(LayoutShares.detailShares.upperBound)"
        ),
        purpose: Text(
            chinese: "当前一栏占三栏宽度、详情条占屏幕高度的百分之几。",
            english:
                "How much of the width the pane with the focus takes, and of the height the detail bar, in per cent."
        )
    ) { setting, configuration in
        guard var map = setting.map(called: "“layout”", "'layout'") else { return }
        if let share = map.setting("focused_pane") {
            configuration.focusedPane = share.count(in: LayoutShares.focusedPanes).map {
                Entry(value: $0, line: share.line)
            }
        }
        if let share = map.setting("details") {
            configuration.details = share.count(in: LayoutShares.detailShares).map {
                Entry(value: $0, line: share.line)
            }
        }
        map.finish()
    } holding: { context in
        let configuration = context.configuration
        return [
            context.fromFile("layout.focused_pane", configuration.focusedPane, otherwise: "auto"),
            context.fromFile("layout.details", configuration.details, otherwise: "auto"),
        ]
    }

    private static let keys = Declaration(
        key: "keys",
        form: Text(
            chinese: "命令名与按键的映射；一个按键，或一列", english: "a map of commands and keys; one key, or a list of them"),
        purpose: Text(
            chinese: "给命令换按键；换下的按键不再属于它，换上的按键从别的命令那里拿走。命令名见[按键](keys.zh.md)。",
            english:
                "Other keys for commands, in place of theirs; a key that is given to one is taken from any other. The names of commands are in [keys](keys.md)."
        )
    ) { setting, configuration in
        let pairs = setting.pairs()
        for (name, value) in pairs { configuration.giveKeys(value, to: name) }
        for loss in configuration.remaps.bereft {
            let line = configuration.keys.first { $0.value.command == loss.taker }?.line ?? setting.line
            let (chinese, english) = (
                loss.modes.map { "“\($0.title.phrase(in: .chinese))”" }.joined(separator: "、"),
                loss.modes.map { $0.title.phrase(in: .english) }.joined(separator: ", ")
            )
            let taker = pairs.first { $0.key.line == line }?.key ?? setting
            taker.warn(
                zh:
                    "第 \(line) 行把 \(loss.key.label) 给了 \(loss.taker.name)，\(loss.command.name) 因此在\(chinese)里没有按键；请也给它一个",
                en:
                    "line \(line) gives \(loss.key.label) to \(loss.taker.name), which leaves \(loss.command.name) without a key in \(english); give it another"
            )
        }
    } holding: { context in
        context.configuration.keys.map { entry in
            context.fromFile(
                "keys." + entry.value.command.name, entry.value.keys.map(\.label).joined(separator: " "),
                entry.line)
        }
    }

    /// Reads the keys of a command.
    private mutating func giveKeys(_ value: Setting, to name: Setting) {
        guard let word = name.text() else { return }
        guard let command = Command(name: word) else {
            return name.report(
                zh: "没有命令“\(word)”；命令名见 triptych help keys",
                en: "there is no command '\(word)'; 'triptych help keys' lists them",
                meant: Command.name(ofOneCalled: word) ?? Suggestion.nearest(to: word, among: Command.names))
        }
        var wanted: [(key: Key, setting: Setting)] = []
        for entry in value.entries() {
            guard let label = entry.text() else { continue }
            if let key = Key(label: label) {
                wanted.append((key, entry))
            } else {
                entry.report(
                    zh: "“\(label)”不是按键；请写一个字符，或 F5、Ctrl-R、Space、Enter、PgDn 这样的名称",
                    en:
                        "'\(label)' is no key; write a character, or a name such as F5, Ctrl-R, Space, Enter or PgDn"
                )
            }
        }
        // Keys that were all mistyped leave the command its own.
        guard !wanted.isEmpty || value.entries().isEmpty else { return }
        let clashes = remaps.give(wanted.map(\.key), to: command)
        for (key, clash) in clashes {
            let place = wanted.first { $0.key == key }?.setting ?? value
            switch clash {
            case .taken(let other, let mode):
                let line = keys.first { $0.value.command == other }?.line ?? 0
                place.report(
                    zh:
                        "第 \(line) 行已把 \(key.label) 给了 \(other.name)，两者都在“\(mode.title.phrase(in: .chinese))”里；请换一个键",
                    en:
                        "line \(line) gives \(key.label) to \(other.name), and both are there in \(mode.title.phrase(in: .english)); choose another key"
                )
            case .types:
                place.report(
                    zh: "在 \(command.name) 起作用的地方，\(key.label) 是要输入的字符；请用 F5、Ctrl-R 这样的键",
                    en:
                        "where \(command.name) is, \(key.label) types a character; use a key such as F5 or Ctrl-R"
                )
            }
        }
        let given = wanted.map(\.key).filter { key in !clashes.contains { $0.key == key } }
        if !given.isEmpty || wanted.isEmpty { keys.append(Entry(value: (command, given), line: name.line)) }
    }

    /// The words with the one that is unknown replaced by what was probably meant.
    private static func nearestStyle(to words: String) -> String? {
        let known = Style.attributeNames.map(\.key) + Colour.allCases.map(\.name) + ["plain"]
        let parts = words.split(separator: " ").map(String.init)
        let mended = parts.map { part in
            known.contains(part) ? part : Suggestion.nearest(to: part, among: known)
        }
        let all = mended.compactMap(\.self)
        return all.count == parts.count && all != parts ? all.joined(separator: " ") : nil
    }
}

extension LanguageChoice.Wish {
    /// As the command line and the file write it.
    var name: String {
        switch self {
        case .only(let tag), .locale(let tag?): tag.text
        case .all: "both"
        case .locale(nil): "en"
        }
    }
}
