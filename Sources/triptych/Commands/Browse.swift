import ArgumentParser
import CaseModel
import Explorer
import Screen
import System
import Terminal
import TextLayout

/// The options of the screen's appearance.
struct ScreenOptions: ParsableArguments {
    enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(
        name: .customLong("color"),
        help: ArgumentHelp(
            localized(
                zh: "颜色：auto（自动）、always（总是）或 never（从不）；遵从 NO_COLOR。",
                en: "Colours: auto, always or never. NO_COLOR is obeyed.")))
    var colour: ColourChoice = .auto

    @OptionGroup var characters: CharacterOptions

    @Option(
        help: ArgumentHelp(
            localized(
                zh: "主题：default（默认）、contrast（强对比）或 mono（单色）。",
                en: "The styles: default, contrast or mono."), valueName: "name"))
    var theme: ThemeName?

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            localized(
                zh: "一开始就启用鼠标（--no-mouse：不启用）；M 开关。",
                en: "Use the mouse from the start (--no-mouse: do not); M turns it off and on.")))
    var mouse: Bool?

    /// The options for a session.
    var look: Session.DisplayOptions {
        let wanted: Bool?
        switch colour {
        case .auto: wanted = nil
        case .always: wanted = true
        case .never: wanted = false
        }
        var look = Session.DisplayOptions()
        look.colour = wanted
        if let ascii = characters.ascii { look.isASCII = ascii }
        if let theme { look.palette = Palette(theme) }
        if let ambiguous = characters.ambiguous { look.ambiguous = ambiguous }
        if let mouse { look.usesMouse = mouse }
        return look
    }
}

extension ThemeName: ExpressibleByArgument {}

extension Configuration.AmbiguousWidth: ExpressibleByArgument {
    /// The width to lay text out with.
    var width: TextLayout.AmbiguousWidth {
        switch self {
        case .narrow, .auto: .narrow
        case .wide: .wide
        }
    }
}

/// `triptych browse`, and plain `triptych`: the explorer.
struct Browse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.browse.rawValue, _superCommandName: Triptych.name,
        abstract: localized(zh: "打开浏览界面（默认的命令）。", en: "Open the explorer (the default)."),
        discussion: localized(
            zh: "示例：triptych browse --lang both", en: "Example: triptych browse --lang both"))

    @OptionGroup var options: CaseOptions
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var kiosk: KioskOptions
    @OptionGroup var plain: PlainOptions
    @Argument(
        help: ArgumentHelp(
            localized(
                zh: "开始处条目、来源、地点或参与者的编号。", en: "The id of an item, source, place or actor to start from.")),
        completion: .entities)
    var id: String?
    @Option(help: ArgumentHelp(localized(zh: "开始的视图。", en: "The view to start in."))) var view: ViewName =
        .browse
    #if DEBUG
        @Flag(help: .hidden) var crash = false
    #endif

    func validate() throws {
        guard !view.isAboutOneItem || id != nil else {
            throw ValidationError(
                localized(
                    zh: "--view \(view.rawValue) 需要一个条目的编号",
                    en: "--view \(view.rawValue) needs the id of an item"))
        }
        try kiosk.validate(choosing: options)
    }

    func run() throws {
        try reporting {
            let files = !kiosk.isOn ? CaseRereader(options.choice) : nil
            let graph = try options.open()
            let entity = try id.map { id in
                // The parser takes a mistyped command as an id.
                if graph.entity(named: id) == nil, let failure = Failure(mistypedCommand: id) {
                    throw failure
                }
                return try graph.entity(called: id)
            }
            try Self.explore(
                graph, try options.languageChoice(of: graph), at: entity, in: view, rereading: files,
                look: screen.look, plain: plain.isWanted ? plain : nil, within: kiosk.bounds()
            ) { session in
                #if DEBUG
                    session.crashesOnFirstKey = crash
                #endif
            }
        }
    }

    /// The explorer with default options, for plain `triptych`.
    static func explore(_ choice: CaseChoice) throws {
        let files = CaseRereader(choice)
        let graph = try choice.open()
        try explore(
            graph, LanguageChoice(.usual, of: graph.case.manifest.languages), rereading: files,
            look: Session.DisplayOptions(),
            plain: PlainOptions.isWantedByEnvironment ? try PlainOptions.parse([]) : nil)
    }

    /// Runs the explorer, line by line if there are options for that; `prepare` is given a session on the screen.
    fileprivate static func explore(
        _ graph: CaseGraph, _ language: LanguageChoice, at entity: Entity? = nil,
        in view: ViewName = .browse, rereading files: CaseRereader?, look: Session.DisplayOptions,
        plain: PlainOptions?, within bounds: Session.Bounds? = nil,
        prepare: (inout Session) -> Void = { _ in }
    ) throws {
        if let plain {
            var console = PlainConsole(
                State(graph, language: language, at: entity, in: view), options: plain, rereading: files,
                within: bounds)
            return try console.run()
        }
        var session = Session(graph, language: language, look: look, within: bounds)
        session.reread(files)
        prepare(&session)
        try session.run(startingAt: entity, in: view)
    }
}

extension ViewName: ExpressibleByArgument {}

extension State {
    /// The explorer in a view, at an item if one is given, for a console without a screen.
    init(
        _ graph: CaseGraph, language: LanguageChoice, at entity: Entity? = nil, in view: ViewName = .browse
    ) {
        // The keys of the configuration name commands here too.
        Session.DisplayOptions().choose()
        self.init(graph, language: language, size: Size(columns: 80, rows: 24))
        begin(at: entity, in: view)
    }
}

/// `triptych open ID`: the explorer at an item.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.open.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "从某个条目、来源、地点或参与者打开浏览界面。", en: "Open the explorer at an item, source, place or actor."),
        discussion: localized(
            zh: "示例：triptych open drv-guizhou-new-path", en: "Example: triptych open drv-guizhou-new-path"))

    @OptionGroup var options: CaseOptions
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var plain: PlainOptions
    @Argument(
        help: ArgumentHelp(
            localized(zh: "条目、来源、地点或参与者的编号。", en: "The id of an item, source, place or actor.")),
        completion: .entities)
    var id: String
    @Option(help: ArgumentHelp(localized(zh: "开始的视图。", en: "The view to start in."))) var view: ViewName =
        .browse

    func run() throws {
        try reporting {
            let files = CaseRereader(options.choice)
            let graph = try options.open()
            try Browse.explore(
                graph, try options.languageChoice(of: graph), at: try graph.entity(called: id), in: view,
                rereading: files, look: screen.look, plain: plain.isWanted ? plain : nil)
        }
    }
}
