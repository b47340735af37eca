import ArgumentParser
import Seminar

/// The option for the folder of seminars.
struct SeminarOptions: ParsableArguments {
    @Option(
        name: .customLong("dir"),
        help: ArgumentHelp(
            localized(zh: "研讨课的文件夹（默认：自己的）。", en: "The folder of the seminars (default: your own)."),
            discussion: localized(
                zh: "在研讨课主机上，是各用户共用的一个，须已存在。",
                en: "On a seminar host, one that its users share; it must be there."), valueName: "path"),
        completion: .directory)
    var directory: String?

    var folder: SeminarFolder { SeminarFolder(shared: directory) }
}

/// The arguments of commands that follow a seminar, here or over ssh.
struct SeminarArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            localized(
                zh: "研讨课的名称；在别处的，前面写主机和冒号。",
                en: "The seminar's name, behind a host and a colon if it is elsewhere."),
            valueName: "[host:]name"),
        completion: .seminars)
    var name: String
    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp(localized(zh: "给 ssh 的选项。", en: "Options for ssh."), valueName: "ssh options"))
    var sshOptions: [String] = []

    /// True for a seminar of this machine.
    var isLocal: Bool { !name.contains(":") && sshOptions.isEmpty }

    /// The address, with the folder of the seminars on that machine.
    func address(in directory: String?) throws(SeminarError) -> SeminarAddress {
        try SeminarAddress(name, directory: directory, sshOptions: sshOptions)
    }
}

/// The option for how many may follow.
struct AudienceLimit: ParsableArguments {
    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            localized(
                zh: "最多让多少人跟随（默认，也是上限：\(SeminarHub.largestCapacity)）。",
                en: "Let at most so many follow (default and most: \(SeminarHub.largestCapacity))."),
            valueName: "n"))
    var most: Int?

    var capacity: Int { most ?? SeminarHub.largestCapacity }

    /// Checks the number; a command that has more to say of the option says it first.
    func check() throws {
        guard let most, !(1...SeminarHub.largestCapacity).contains(most) else { return }
        throw ValidationError(
            localized(
                zh: "--limit 取 1 到 \(SeminarHub.largestCapacity)",
                en: "--limit takes 1 to \(SeminarHub.largestCapacity)"))
    }
}
