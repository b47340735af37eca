import ArgumentParser
import Kiosk
import System

/// The option `--kiosk` and related ones.
struct KioskOptions: ParsableArguments {
    @Flag(
        name: .customLong("kiosk"),
        help: ArgumentHelp(
            localized(
                zh: "供陌生人安全使用，作 sshd 的 ForceCommand。", en: "Be safe for strangers, as an sshd ForceCommand."),
            discussion: localized(
                zh: "环境中只看 TERM 和区域设置。不启动程序，不写文件，不挂起，也不能选择别的案例或机器。",
                en: """
                    Of the environment only TERM and the locale count. No program is started, no file is written, \
                    nothing is suspended, and no other case or machine can be chosen.
                    """)))
    var isOn = false
    @Option(
        name: .customLong("idle"),
        help: ArgumentHelp(
            localized(
                zh: "来宾会话中：多少分钟没有按键、讲解也不动便结束（默认 30）。",
                en: "In a kiosk: end after so many minutes without a key or a step of the talk (default: 30)."
            ),
            valueName: "minutes"))
    var idle: Double?

    /// True if a command line asks for a kiosk; words after `--` are for ssh.
    static func areGiven(in arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains("--kiosk")
    }

    /// Checks for options that exclude each other.
    func validate(choosing options: CaseOptions) throws {
        guard isOn else {
            if idle != nil {
                throw ValidationError(localized(zh: "--idle 须与 --kiosk 同用", en: "--idle is for --kiosk"))
            }
            return
        }
        if let idle, !(0.01...1440).contains(idle) {
            throw ValidationError(
                localized(zh: "--idle 取 0.01 到 1440 分钟", en: "--idle takes 0.01 to 1440 minutes"))
        }
        guard options.path == nil else {
            throw ValidationError(
                localized(
                    zh: "来宾会话只显示随附案例和所跟随讲解的案例；请去掉 --case",
                    en: "a kiosk shows the bundled case, and that of the talk it follows; leave --case out"))
        }
    }

    /// The limits of the session, which may connect to one address at most; nil without `--kiosk`.
    func bounds(connectingTo address: SealedAddress? = nil) -> Session.Bounds? {
        guard isOn else { return nil }
        return Session.Bounds(idle: .seconds(60) * (idle ?? 30)) { () throws(KioskError) in
            try Kiosk.lock(connectingTo: address)
        }
    }
}
