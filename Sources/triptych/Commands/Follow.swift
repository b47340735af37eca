import ArgumentParser
import CaseModel
import Explorer
import Seminar
import System

/// `triptych follow [HOST:]NAME`: the audience, and the speaker's own second screen.
struct Follow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.follow.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "以自己的语言和窗口大小跟随研讨课，在本机或经 ssh。",
            en: "Follow a seminar, here or over ssh, in your own language and window size."),
        discussion: localized(
            zh: """
                屏幕上是讲到之处。任何移动的键都会离开讲解路线，自己浏览；e 返回。h 举手。经 ssh 跟随时，那台主机上须有 triptych；-- 之后的词交给 ssh。

                示例：triptych follow seminar-host:yuqian --lang zh -- -p 2222
                """,
            en: """
                You see where the talk is. Any key that moves takes you off its path to look around; e returns. \
                h raises your hand. Over ssh, HOST must have triptych; words after -- are handed to ssh.

                Example: triptych follow seminar-host:yuqian --lang en -- -p 2222
                """))

    @OptionGroup var options: CaseOptions
    @OptionGroup var screen: ScreenOptions
    @OptionGroup var seminar: SeminarOptions
    @OptionGroup var kiosk: KioskOptions
    @OptionGroup var plain: PlainOptions
    @Flag(
        help: ArgumentHelp(
            localized(
                zh: "作讲解者的第二块屏幕：讲稿提示、计时、谁在跟随。只给讲解者本人的用户。",
                en: "Be the speaker's second screen: notes, clock, who follows. For the presenter's own user."
            )))
    var speaker = false
    @Flag(
        help: ArgumentHelp(
            localized(
                zh: "讲解时间一到就响铃一次；须与 --speaker 同用。",
                en: "Ring the terminal's bell once when the time is up; for --speaker.")))
    var bell = false
    @OptionGroup var followed: SeminarArguments

    func validate() throws {
        try kiosk.validate(choosing: options)
        guard !bell || speaker else {
            throw ValidationError(
                localized(
                    zh: "--bell 须与 --speaker 同用：只有讲解者的屏幕计时",
                    en: "--bell is for --speaker: only that screen has the clock"))
        }
        guard !speaker || !plain.isOn else {
            throw ValidationError(
                localized(
                    zh: "讲解者的屏幕没有逐行模式；请去掉 --speaker 或 --plain",
                    en: "the speaker's screen has no plain form; leave --speaker or --plain out"))
        }
        guard kiosk.isOn else { return }
        guard !speaker else {
            throw ValidationError(
                localized(
                    zh: "来宾会话是给听众的；请去掉 --speaker", en: "a kiosk is for the audience; leave --speaker out"))
        }
        guard followed.isLocal else {
            throw ValidationError(
                localized(
                    zh: "来宾会话只在本机跟随；请去掉主机和给 ssh 的选项",
                    en: "a kiosk follows on its own machine; leave host and options for ssh out"))
        }
    }

    func run() throws {
        try reporting {
            let address = try followed.address(in: seminar.directory)
            if case .local = address { CurrentProcess.yieldToOthers() }
            let graph = try options.open()
            let language = options.nearestLanguage(of: graph)
            let client = SeminarClient(
                at: address, as: speaker ? .speaker : .audience, holding: graph.case,
                waitingForPlace: !kiosk.isOn, now: .now)
            let bounds = kiosk.bounds(connectingTo: kiosk.isOn ? try client.sealAddress() : nil)
            if plain.isWanted, !speaker {
                var state = State(graph, language: language)
                state.beginFollowing()
                var console = PlainConsole(state, options: plain, following: client, within: bounds)
                return try console.run()
            }
            var session = Session(graph, language: language, look: screen.look, within: bounds)
            session.follow(client)
            session.ringsWhenOver = bell
            try session.run()
        }
    }
}
