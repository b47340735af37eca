import CaseModel
import Explorer

/// Where the value of a setting comes from.
enum Origin: Equatable {
    case usual
    /// What `doctor` remembers of the terminal.
    case measured
    case file(path: String, line: Int)
    case environment(String)
    case option(String)

    /// In words.
    func words(in language: Language) -> String {
        switch self {
        case .usual: Text(chinese: "默认", english: "default").phrase(in: language)
        case .measured: Text(chinese: "doctor 量得", english: "as doctor measured").phrase(in: language)
        case .file(let path, let line): "\(path):\(line)"
        case .environment(let name): "$" + name
        case .option(let name): name
        }
    }
}

/// A setting as it holds.
struct Holding: Equatable {
    let name: String
    let value: String
    let origin: Origin

    init(_ name: String, _ value: String, _ origin: Origin) {
        (self.name, self.value, self.origin) = (name, value, origin)
    }
}

/// What the command line says of settings, beside the configuration.
struct SettingContext {
    let configuration: Configuration
    var language: LanguageChoice.Wish?
    var path: String?
    var theme: ThemeName?
    var ascii: Bool?
    var ambiguous: Configuration.AmbiguousWidth?
    var mouse: Bool?
    /// What keeps colours from being drawn; nil if nothing does.
    var colourless: Origin?
    /// The width that this type of terminal has, as `doctor` measured it.
    var measured: Configuration.AmbiguousWidth?

    /// A value of the configuration file.
    func fromFile(_ name: String, _ value: String, _ line: Int) -> Holding {
        Holding(name, value, configuration.origin(line: line))
    }

    /// A value of the configuration file, or what is usual where that has none.
    func fromFile(
        _ name: String, _ entry: Configuration.Entry<some LosslessStringConvertible & Sendable>?,
        otherwise usual: String
    ) -> Holding {
        entry.map { fromFile(name, String($0.value), $0.line) } ?? Holding(name, usual, .usual)
    }

    /// A flag that the command line sets, or else the file.
    func flag(_ name: String, _ option: Bool?, _ entry: Configuration.Entry<Bool>?) -> Holding {
        guard let option else { return fromFile(name, entry, otherwise: "false") }
        return Holding(name, String(option), .option(option ? "--\(name)" : "--no-\(name)"))
    }

    /// Every setting as it holds.
    var holdings: [Holding] { Configuration.declarations.flatMap { $0.holding(self) } }
}
