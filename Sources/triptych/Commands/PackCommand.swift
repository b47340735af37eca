import ArgumentParser
import CaseFiles
import CaseSearch
import System

/// `triptych pack`: a case as one file that opens in milliseconds.
struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.pack.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "把案例写成一个带校验的文件，几毫秒即可打开。",
            en: "Write a case as one checksummed file that opens in milliseconds."),
        discussion: localized(
            zh: """
                每个命令都可用 --case 打开这个文件。有错误的案例不打包。

                示例：triptych pack my-case -o my-case.pack
                """,
            en: """
                Every command takes the file as --case. A case with errors is not packed.

                Example: triptych pack my-case -o my-case.pack
                """))

    @OptionGroup var argument: CaseArgument
    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            localized(zh: "要写的文件；- 为标准输出。", en: "The file to write; - is stdout."), valueName: "file"),
        completion: .file())
    var output: String
    @Flag(help: ArgumentHelp(localized(zh: "覆盖不是打包案例的文件。", en: "Overwrite a file that is no pack.")))
    var force =
        false

    func validate() throws {
        guard !output.isEmpty else {
            throw ValidationError(
                localized(zh: "-o 的文件名是空的；请写一个文件名", en: "-o names no file; give it a name"))
        }
    }

    func run() throws {
        try reporting {
            let choice = argument.choice
            let graph = try choice.open()
            let bytes = Pack.bytes(of: graph.case, index: SearchIndex.bytes(of: graph))
            // A damaged pack is not packed again with gaps.
            if let failure = OpenedCase.failure { throw failure }
            guard output != "-" else {
                guard !StandardStream.output.isTerminal else {
                    throw Failure(
                        choice.say(
                            zh: "打包的案例不是文字，不写到终端；请用 -o 指定文件",
                            en: "a packed case is no text for a terminal; name a file with -o"), .wrongUsage)
                }
                return StandardStream.output.write(bytes)
            }
            // What is no file cannot be overwritten, with --force or without.
            if !force, (try? FileSystem.status(of: output))?.kind == .file, !Self.isPack(output) {
                throw Failure(
                    choice.say(
                        zh: "\(output) 已存在，而且不是打包的案例；请换一个文件名，或加 --force",
                        en:
                            "\(output) is there already and is no packed case; name another file, or add --force"
                    ),
                    .wrongUsage)
            }
            try WholeFile.write(bytes, to: output)
        }
    }

    /// True for a file that begins as a pack does.
    private static func isPack(_ path: String) -> Bool {
        var isPack = false
        // The beginning is enough: with a limit of nothing the rest is not read.
        _ = try? WholeFile.read(path, filesOnly: true) { beginning in
            isPack = Pack.isPack(beginning)
            return 0
        }
        return isPack
    }
}
