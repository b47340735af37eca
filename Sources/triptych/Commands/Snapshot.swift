import ArgumentParser
import CaseModel
import Explorer
import Screen
import System

/// `triptych snapshot`: a frame of the explorer as a picture.
struct Snapshot: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.snapshot.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "把浏览界面会画出的那一屏打印成图片，供论文和幻灯片使用。",
            en: "Print the frame that the explorer would draw, as a picture for papers and slides."),
        discussion: localized(
            zh: """
                视图有 \(ViewName.allCases.map(\.rawValue).joined(separator: "、"))。SVG 和 HTML 各为一个文件，随读者系统的明暗。

                示例：triptych snapshot --view matrix --size 120x40 --format svg --lang zh -o matrix.svg
                """,
            en: """
                The views are \(ViewName.allCases.map(\.rawValue).joined(separator: ", ")). SVG and HTML are one \
                file each, light or dark as the reader's system is.

                Example: triptych snapshot --view matrix --size 120x40 --format svg --lang en -o matrix.svg
                """))

    @OptionGroup var options: CaseOptions
    @OptionGroup var screen: ScreenOptions
    @Option(help: ArgumentHelp(localized(zh: "要画的视图。", en: "The view to draw."))) var view: ViewName
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "画在哪个条目；reader 也可用来源、地点或参与者。",
                en: "The item to draw it at; 'reader' also takes a source, a place or an actor."),
            valueName: "id"),
        completion: .entities)
    var at: String?
    @Option(
        help: ArgumentHelp(
            localized(zh: "先固定的条目；可重复。", en: "An item to pin first; may be repeated."), valueName: "id"),
        completion: .items)
    var pin: [String] = []
    @Option(
        help: ArgumentHelp(
            localized(zh: "列数和行数，各为 1 至 1000。", en: "Columns and rows, each from 1 to 1000."),
            valueName: "100x30"),
        transform: Size.init(argument:))
    var size = Size(columns: 100, rows: 30)
    @Option(help: ArgumentHelp(localized(zh: "text（文字）、ansi、svg 或 html。", en: "text, ansi, svg or html.")))
    var format: PictureFormat = .text
    @OptionGroup var file: FileOptions

    func validate() throws {
        guard !view.isAboutOneItem || at != nil else {
            throw ValidationError(
                localized(
                    zh: "--view \(view.rawValue) 需要一个条目的编号：--at 编号",
                    en: "--view \(view.rawValue) needs the id of an item: --at ID"))
        }
    }

    func run() throws {
        try reporting {
            let state = try requestedState()
            let grid = styled(Explorer.view(state))
            let picture =
                switch format {
                case .text: grid.description + "\n"
                case .ansi: grid.ansi
                case .svg: grid.svg(caption(of: state))
                case .html: grid.html(caption(of: state))
                }
            try file.write(picture)
        }
    }

    /// The explorer in the state that the options describe.
    private func requestedState() throws -> State {
        let graph = try options.open()
        screen.look.choose()
        var state = State(graph, language: try options.languageChoice(of: graph), size: size)
        state.today = .today
        let pins = try pin.map { try graph.position(named: $0) }
        guard let at else {
            state.begin(at: nil, pinning: pins, in: view)
            return state
        }
        // The panes and traces are of items alone.
        let isOfItems = view == .browse || view == .trace
        let entity = try isOfItems ? .item(graph.position(named: at)) : graph.entity(called: at)
        state.begin(at: entity, pinning: pins, in: view)
        guard !pins.isEmpty, state.viewpoint.pins.isEmpty else { return state }
        throw Failure(
            localized(zh: "“\(at)”与已固定的各项并不都相连", en: "'\(at)' is not connected with all that is pinned"),
            .missing)
    }

    /// The frame in the chosen colours and characters.
    private func styled(_ frame: Grid) -> Grid {
        var grid = frame.drawn(in: screen.look.repertoire)
        let isColoured =
            switch screen.colour {
            case .always: true
            case .never: false
            // NO_COLOR concerns output to terminals only.
            case .auto: format != .ansi || CurrentProcess.variable("NO_COLOR")?.isEmpty ?? true
            }
        if !isColoured { grid.restyle(Rect(size)) { Style($0.attributes) } }
        return grid
    }

    private func caption(of state: State) -> Caption {
        let language = state.language
        let parts = [
            state.graph.case.manifest.title, view.title,
            at.flatMap { state.graph.entity(named: $0) }.map { state.graph.title(of: $0) },
        ]
        return Caption(
            title: parts.compactMap { $0 }.map(language.localized).joined(separator: " · "),
            description: language.localized(Notices.picture(size)),
            language: language.languages[0].webName)
    }
}

/// The file format of a picture.
enum PictureFormat: String, CaseIterable, ExpressibleByArgument {
    case text, ansi, svg, html
}

extension Size {
    /// A size such as `100x30` or `100×30`.
    fileprivate init(argument: String) throws {
        let measures = argument.split(omittingEmptySubsequences: false) { "xX×".contains($0) }.map { Int($0) }
        guard measures.count == 2, let columns = measures[0], let rows = measures[1],
            (1...1000).contains(columns), (1...1000).contains(rows)
        else {
            throw ValidationError(
                localized(
                    zh: "写作 列数x行数，各为 1 至 1000，如 100x30",
                    en: "columns x rows, each from 1 to 1000, such as 100x30"))
        }
        self.init(columns: columns, rows: rows)
    }
}

/// The texts of a picture.
private enum Notices {
    static func picture(_ size: Size) -> Text {
        Text(
            chinese: "终端案例浏览工具 triptych 的一屏，\(size.columns) 列 × \(size.rows) 行",
            english:
                "A screen of the terminal explorer triptych, \(size.columns) columns by \(size.rows) rows")
    }
}
