import ArgumentParser
import Seminar

/// The option for how many may follow.
struct AudienceLimit: ParsableArguments {
    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            told(
                zh: "最多让多少人跟随（默认，也是上限：\(SeminarHub.largestCapacity)）。",
                en: "Let at most so many follow (default and most: \(SeminarHub.largestCapacity))."),
            valueName: "n"))
    var most: Int?

    var capacity: Int { most ?? SeminarHub.largestCapacity }

    /// Checks the number; a command that has more to say of the option says it first.
    func check() throws {
        guard let most, !(1...SeminarHub.largestCapacity).contains(most) else { return }
        throw ValidationError(
            told(
                zh: "--limit 取 1 到 \(SeminarHub.largestCapacity)",
                en: "--limit takes 1 to \(SeminarHub.largestCapacity)"))
    }
}
