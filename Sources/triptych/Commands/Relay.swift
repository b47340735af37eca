import ArgumentParser
import Seminar
import System

/// `triptych relay NAME`: what `follow HOST:NAME` runs on the other machine.
struct RelayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.relay.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "经 ssh 转送研讨课；“triptych follow 主机:名称”在该主机上运行它。",
            en: "Carry a seminar over ssh; 'triptych follow HOST:NAME' runs this on HOST."),
        discussion: localized(
            zh: """
                把研讨课送到输出，从输入取跟随者的回答。可放心作为一把密钥的唯一命令：不加 --speaker，另一头谁也得不到讲稿提示。

                示例：triptych relay yuqian
                """,
            en: """
                It copies the seminar to its output and a follower's answers from its input. Safe as the only \
                command of a key: without --speaker nobody behind it gets the speaker's notes.

                Example: triptych relay yuqian
                """))

    @OptionGroup var options: SeminarOptions
    @OptionGroup var language: LanguageOption
    @Flag(
        help: ArgumentHelp(
            localized(zh: "让讲解者本人的用户得到讲解者的屏幕。", en: "Let the presenter's own user have the speaker's screen.")
        )
    )
    var speaker = false
    @Argument(
        help: ArgumentHelp(localized(zh: "研讨课的名称。", en: "The name of the seminar.")), completion: .seminars)
    var name: String

    func run() throws {
        try reporting {
            guard !FileDescriptor.standardOutput.isTerminal else {
                throw Failure(
                    localized(
                        zh: "转送的内容是给另一个 triptych 的；要跟随请用 triptych follow \(name.shellWord)",
                        en:
                            "what a relay writes is for another triptych; to follow: triptych follow \(name.shellWord)"
                    ),
                    .wrongUsage)
            }
            var relay: Relay
            do throws(SeminarError) {
                relay = try Relay(to: SeminarName(name), in: options.folder, forSpeaker: speaker)
            } catch {
                Relay.tell(of: error)
                throw error
            }
            CurrentProcess.yieldToOthers()
            while relay.answer() == nil { Poll.wait(readers: relay.readers, writers: relay.writers) }
        }
    }
}
