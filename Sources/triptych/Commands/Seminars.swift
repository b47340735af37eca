import CaseFiles
import ArgumentParser
import CaseModel
import Explorer
import Exports
import Seminar
import System

/// `triptych seminars`: the open seminars on this machine.
struct Seminars: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.seminars.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "列出本机正在进行的研讨课：名称、讲解者、跟随人数、案例。",
            en: "List the seminars that are open here: name, presenter, followers, case."),
        discussion: localized(
            zh: "一个也没有时以 1 结束。\n\n示例：triptych seminars --format json",
            en: "Ends with 1 where there is none.\n\nExample: triptych seminars --format json"))

    @OptionGroup var options: SeminarOptions
    @Option(
        name: .customLong("lang"),
        help: ArgumentHelp(
            localized(
                zh: "语言：zh、en 或 both（默认：按区域设置）。", en: "The language: zh, en or both (default: the locale's)."),
            valueName: "language"))
    var language: LanguageChoice.Wish?
    @Option(help: ArgumentHelp(localized(zh: "text 或 json。", en: "text or json."))) var format: OutputFormat =
        .text

    /// The time for a presenter's answer in milliseconds; a few are usually enough.
    private static let timeout = 1000

    func run() throws {
        try reporting {
            let seminars = try ask()
            switch format {
            case .json:
                StandardStream.output.write(JSONValue.array(seminars.map(\.json)).rendered())
            case .text: StandardStream.output.write(TextReport.aligned(seminars.map(row)))
            }
            if seminars.isEmpty { throw Failure(Self.nothing, .nothingFound) }
        }
    }

    private func ask() throws -> [SeminarListing.Entry] {
        var listing = try SeminarListing(in: options.folder)
        defer { listing.close() }
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(Self.timeout)
        while !listing.readers.isEmpty, clock.now < end {
            let left = (end - clock.now) / .milliseconds(1)
            Poll.wait(readers: listing.readers, milliseconds: Int(left.rounded(.up)))
            listing.receive()
        }
        return listing.entries
    }

    private func row(_ seminar: SeminarListing.Entry) -> [String] {
        let language = LanguageChoice(language ?? .usual, of: [.chinese, .english])
        // The user vouches for the name that was announced.
        let names = [
            seminar.announcedName,
            seminar.userName.map { user in
                seminar.announcedName == nil ? user : "(\(user))"
            },
        ].compactMap(\.self)
        let presenter = names.isEmpty ? "-" : names.joined(separator: " ")
        guard let followers = seminar.followers, let title = seminar.title else {
            return [seminar.name.text, presenter, language.line(Self.silent), ""]
        }
        return [seminar.name.text, presenter, language.line(Self.follow(followers)), language.line(title)]
    }

    private static let nothing = localized(zh: "本机没有正在进行的研讨课", en: "no seminar is open here")
    private static let silent = Text(chinese: "没有应答", english: "no answer")

    private static func follow(_ count: Int) -> Text {
        Text(chinese: "\(count) 人跟随", english: count == 1 ? "1 follower" : "\(count) followers")
    }
}

extension SeminarListing.Entry {
    /// The JSON record of the seminar.
    fileprivate var json: JSONValue {
        .object([
            ("name", .string(name.text)), ("case", .text(title)),
            ("presenter", JSONValue(announcedName ?? userName)), ("user", JSONValue(userName)),
            ("followers", followers.map { .count($0) } ?? .null),
        ])
    }

    /// The presenter as title steps name them (`--presenter`); nil if they are not named.
    fileprivate var announcedName: String? { welcome?.occasion.presenter }

    /// The presenter's user name, or their number without one.
    fileprivate var userName: String? {
        presenter.map { UserDirectory.name(of: $0) ?? "\($0)" }
    }

    /// The title of the presented case.
    fileprivate var title: Text? {
        welcome?.title
    }
}
