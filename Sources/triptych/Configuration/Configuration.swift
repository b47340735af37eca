import CaseFiles
import CaseModel
import Explorer
import Screen
import System

/// What the user has written into `$XDG_CONFIG_HOME/triptych/config.yaml`, else `~/.config/triptych/config.yaml`. The
/// command line and the environment precede it.
struct Configuration: Sendable {
    /// A value of the file with its line.
    struct Entry<Value: Sendable>: Sendable {
        let value: Value
        let line: Int
    }

    /// How wide characters of ambiguous width are (UAX #11).
    enum AmbiguousWidth: String, CaseIterable, Sendable {
        case narrow, wide, auto
    }

    /// The file; nil if the environment names no folder, and for a kiosk.
    private(set) var path: String?
    private(set) var diagnostics: [Diagnostic] = []

    var language: Entry<LanguageChoice.Wish>?
    var theme: Entry<(name: String, palette: Palette)>?
    var ambiguous: Entry<AmbiguousWidth>?
    var mouse: Entry<Bool>?
    var ascii: Entry<Bool>?
    var `case`: Entry<String>?
    var focusedPane: Entry<Int>?
    var details: Entry<Int>?
    /// The keys of commands, in the order of the file.
    var keys: [Entry<(command: Command, keys: [Key])>] = []
    var remaps = KeyRemaps()

    /// Nothing but defaults.
    init() {}

    /// The configuration in a file; a mistake is reported and costs its own setting only. A missing file is none.
    init(path: String) {
        self.path = path
        // The parser of YAML is only set up where there is something to parse.
        guard let file = SettingsFile(path: path) else { return }
        if var settings = file.settings {
            for declaration in Self.declarations {
                if let setting = settings.setting(declaration.key) { declaration.read(setting, &self) }
            }
            settings.finish()
        }
        diagnostics = file.diagnostics
    }

    /// The user's configuration, read at its first use; a kiosk has none.
    static let current: Configuration =
        KioskOptions.areGiven(in: CommandLine.arguments)
        ? Configuration() : path().map { Configuration(path: $0) } ?? Configuration()

    /// The path of the file; nil if the environment names no folder.
    static func path(environment: (String) -> String? = CurrentProcess.variable) -> String? {
        BaseFolder.path("XDG_CONFIG_HOME", inHome: ".config", environment: environment)
            .map { $0 + "/triptych/config.yaml" }
    }

    /// Where a value of the file comes from.
    func origin(line: Int) -> Origin { .file(path: path ?? "", line: line) }

    /// What views read: styles, keys and shares of the screen.
    func preferences(palette: Palette) -> Preferences {
        var preferences = Preferences()
        preferences.palette = palette
        preferences.keys = remaps
        preferences.layout = LayoutShares(focusedPane: focusedPane?.value, details: details?.value)
        return preferences
    }

    /// The diagnostics that are errors.
    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// Prints on stderr what is wrong with the file.
    static func tell(_ diagnostics: [Diagnostic]) {
        StandardStream.error.write(diagnostics, in: CommandLanguage.current)
    }

    /// A remark on errors in the file, for the last line; nil if there are none.
    var remark: Text? {
        let count = errors.count
        guard count > 0 else { return nil }
        return Text(
            chinese: "配置文件有 \(count) 处错误，可用 triptych config 查看",
            english: "errors in the configuration: \(count); 'triptych config' tells them")
    }
}

extension LanguageChoice.Wish {
    /// The language where none is asked for: that of the configuration, else the locale's.
    static var usual: LanguageChoice.Wish { Configuration.current.language?.value ?? .ofLocale }
}
