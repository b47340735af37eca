import CaseFiles
import CaseModel
import Explorer
import System

/// A recorder of a session as a tour: the whole file is written after each step, so that nothing is lost.
struct Recorder {
    /// The file; nil before the first step if none was given.
    private(set) var path: String?
    private var steps: [Tour.Step] = []
    /// The languages of the case, in which its readers expect every title.
    private var languages: [LanguageTag] = []
    /// The times at which the steps were recorded.
    private var times: [ContinuousClock.Instant] = []

    /// Records into a file of the working folder, named at the first step.
    init() {}

    /// Records into a new file.
    init(into path: String) throws(Failure) {
        self.path = path
        guard !FileSystem.exists(path) else {
            throw Failure(
                localized(
                    zh: "\(path) 已经存在；请另取文件名，或把它移走",
                    en: "\(path) is there already; name another file, or move it away"), .wrongUsage)
        }
        do { try FileSystem.checkWritable(newFile: path) } catch { throw Failure(error) }
    }

    /// Writes the steps recorded so far, after one was added or removed; returns a notice.
    mutating func take(
        _ steps: [Tour.Step], at now: ContinuousClock.Instant, in languages: [LanguageTag]
    ) -> Text {
        let isNew = steps.count > self.steps.count
        self.languages = languages
        self.steps = steps.map { step in
            var step = step
            step.headline = Self.phrase(step.headline, in: languages)
            return step
        }
        if isNew { times.append(now) }
        times.removeLast(times.count - steps.count)
        let path = path ?? Self.freeName()
        self.path = path
        do {
            if steps.isEmpty { try FileSystem.remove(path) } else { try write(until: nil) }
        } catch {
            return Text(chinese: "没有录下：\(error)", english: "not recorded: \(error)")
        }
        let shown = FileSystem.shown(path)
        return isNew ? Strings.recorded(steps.count, in: shown) : Strings.takenBack(steps.count, in: shown)
    }

    /// Adds the duration of the last step; returns a message that names the file, if there is one.
    func finish(at now: ContinuousClock.Instant) throws -> Text? {
        guard let path, !steps.isEmpty else { return nil }
        try write(until: now)
        return Strings.finished(steps.count, in: FileSystem.shown(path), as: path)
    }

    private func write(until end: ContinuousClock.Instant?) throws {
        guard let path else { return }
        let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
        var tour = Tour(
            id: TourFile.id(from: name) ?? "recorded-walk",
            title: Self.phrase(Text(chinese: "录下的讲解", english: "Recorded walk"), in: languages))
        tour.steps = steps
        for number in steps.indices {
            let next = times.indices.contains(number + 1) ? times[number + 1] : end
            tour.steps[number].minutes = next.map { Self.minutes($0 - times[number]) }
        }
        try WholeFile.write(TourFile.text(of: tour, remarks: Strings.remarks), to: path)
    }

    /// A phrase of the interface in the languages of the case, as far as the interface speaks them; in others, its
    /// nearer one, to be translated. What the case has in languages of its own stays as it is.
    private static func phrase(_ text: Text, in languages: [LanguageTag]) -> Text {
        guard text.isPair, !text.isSame, !languages.isEmpty else { return text }
        return Text(languages.map { (tag: $0, text: text.localized(in: $0.nearest.tag)) })
    }

    /// Tenths of a minute, at least one, at most a day.
    private static func minutes(_ duration: Duration) -> Double {
        min(1440, max(0.1, (duration / .seconds(6)).rounded() / 10))
    }

    private static func freeName() -> String {
        let date = PartialDate.today.map { "-\($0)" } ?? ""
        let names = (1...999).lazy.map { "tour\(date)\($0 == 1 ? "" : "-\($0)").yaml" }
        return names.first { !FileSystem.exists($0) } ?? "tour\(date)-\(CurrentProcess.identifier).yaml"
    }
}

extension FileSystem {
    /// A file with its folder, as people write it: `~/talks/tour-2026-11-30.yaml`.
    fileprivate static func shown(_ path: String) -> String {
        var whole = path
        if !path.hasPrefix("/"), let folder = CurrentProcess.folder {
            whole = (folder == "/" ? "" : folder) + "/" + path
        }
        guard let home = CurrentProcess.variable("HOME"), home.hasPrefix("/"), home.count > 1,
            whole.hasPrefix(home + "/")
        else { return whole }
        return "~" + whole.dropFirst(home.count)
    }
}

/// The recorder's messages.
private enum Strings {
    static let remarks = [
        "录下的讲解路线：标题、要点都是草稿，可随意改写、增删、调换步骤，再用 present --tour-file 重放。",
        "放进案例文件夹，它就是案例的一条讲解路线。",
        "A recorded walk. Headlines and points are drafts: edit them, take steps out, change their order, and",
        "replay it with present --tour-file. In a case's folder it is one of the case's tours.",
    ]

    static func recorded(_ count: Int, in path: String) -> Text {
        Text(
            chinese: "第 \(count) 步已录入 \(path)；再按一次取回",
            english: "step \(count) is in \(path); once more takes it back")
    }

    static func takenBack(_ count: Int, in path: String) -> Text {
        Text(chinese: "已取回；\(path) 里有 \(count) 步", english: "taken back; \(path) has \(count) steps")
    }

    static func finished(_ count: Int, in shown: String, as path: String) -> Text {
        Text(
            chinese: "录下 \(count) 步，在 \(shown)；重放：triptych present --tour-file \(path.shellWord)",
            english:
                "\(count) steps are in \(shown); to replay them: triptych present --tour-file \(path.shellWord)"
        )
    }
}
