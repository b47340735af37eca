import ArgumentParser
import BundledCase
import CaseFiles
import CaseModel
import Explorer
import Seminar
import System

/// `triptych mirror [HOST:]NAME`: a seminar that repeats another one, for followers of this machine.
struct MirrorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.mirror.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "在本机转播一个研讨课，供本机的人跟随。",
            en: "Repeat a seminar on this machine, for followers of its own."),
        discussion: localized(
            zh: """
                像 triptych follow 那样跟随研讨课（经 ssh 或在本机），并开出同样的一个。讲解者失联时告诉这里的跟随者，之后自行恢复。举手、提问和人数都报给讲解者；这里的用 triptych follow --speaker 名称 查看。Ctrl-C 结束。-- 之后的词交给 ssh。

                示例：triptych mirror seminar-host:yuqian --dir /srv/seminar
                """,
            en: """
                It follows the seminar as 'triptych follow' does, over ssh or on this machine, and opens one that \
                shows the same. When the presenter is lost, its followers are told, and it comes back by itself. \
                Hands, questions and numbers reach the presenter; 'triptych follow --speaker NAME' shows those of \
                this room. Ctrl-C ends it. Words after -- are handed to ssh.

                Example: triptych mirror seminar-host:yuqian --dir /srv/seminar
                """))

    @OptionGroup var seminar: SeminarOptions
    @OptionGroup var language: LanguageOption
    @Option(
        help: ArgumentHelp(
            localized(zh: "研讨课在这里的名称（默认：同名）。", en: "The name of the seminar here (default: the same).")))
    var name: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "那边研讨课的文件夹（默认：那边用户的）。",
                en: "The folder of the seminars over there (default: that of the user there)."),
            valueName: "path"))
    var fromDir: String?
    @OptionGroup var limit: AudienceLimit
    @OptionGroup var original: SeminarArguments

    func validate() throws { try limit.check() }

    func run() throws {
        try reporting {
            let address = try original.address(in: fromDir)
            let own = try name.map { try SeminarName($0) } ?? address.name
            if case .local(own, let folder) = address, folder.path == seminar.folder.path {
                throw Failure(
                    localized(
                        zh: "同一文件夹里的转播须另有名称；请用 --name 取名",
                        en: "a mirror in the same folder needs a name of its own; give it one with --name"),
                    .wrongUsage)
            }
            let mirror = Mirror(
                of: address, as: own, in: seminar.folder, holding: try Self.bundled(),
                capacity: limit.capacity, places: Self.places(of:), at: .now)
            defer { mirror.close() }
            CurrentProcess.takeShortTimeSlices()
            let signals = try EndSignals.watched()
            var told: Text?
            while true {
                mirror.minute = SpeakerBoard.Clock.now.minutes
                do {
                    try mirror.answer(at: .now)
                } catch let reason as RejectReason {
                    throw Failure("\(reason)", .unavailable)
                }
                let state = Self.state(of: mirror, as: own)
                if let state, state != told {
                    told = state
                    StandardStream.remark(state.phrase(in: CommandLanguage.current))
                }
                let ready = Poll.wait(
                    readers: [signals.number] + mirror.readers, writers: mirror.writers,
                    milliseconds: mirror.due.map(Poll.milliseconds(until:)))
                if ready.readers.first == signals.number, let number = EndSignals.number(from: signals) {
                    mirror.close()
                    throw ExitCode(ExitStatus.ended(by: number))
                }
            }
        }
    }

    /// The bundled case without notes, which need not be fetched.
    private static func bundled() throws -> SeminarHub.SharedCase {
        SeminarHub.SharedCase(of: try BundledCase.open())
    }

    /// The places of a fetched case; none for one that cannot be opened, which its followers will find out.
    private static func places(of bytes: [UInt8]) -> Set<String> {
        (try? Pack.open(bytes))?.placesOfAttendance ?? []
    }

    /// What is to be told of the mirror; nil for what passes.
    private static func state(of mirror: Mirror, as name: SeminarName) -> Text? {
        switch mirror.status {
        case .following:
            guard mirror.hub != nil else { return nil }
            return Text(
                chinese: "正在转播；此处跟随：triptych follow \(name)（同一个 --dir）；Ctrl-C 结束",
                english:
                    "repeating; follow it here with 'triptych follow \(name)' and the same --dir; Ctrl-C ends it"
            )
        case .away(let reason, _):
            return Text(
                chinese: "收不到讲解：\(reason.sentence.localized(in: .chinese))；会再试",
                english: "nothing to repeat: \(reason); it is tried again")
        case .connecting, .caseDiffers, .fetchingCase, .caseFetched, .refused: return nil
        }
    }
}
