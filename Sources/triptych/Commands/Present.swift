import ArgumentParser
import CaseFiles
import CaseModel
import Explorer
import Seminar
import TextLayout

/// `triptych present`: a tour, step by step.
struct Present: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: CommandName.present.rawValue, _superCommandName: Triptych.name,
        abstract: localized(
            zh: "按讲解路线逐步讲解，每一步所讲的视图就在其后。",
            en: "Walk a tour step by step, the view that each step is about live behind it."),
        discussion: localized(
            zh: """
                空格、→、PgDn 或 n 揭示下一个要点，然后到下一步；←、PgUp 或 p 后退。e 离开路线去浏览，再按返回；o 列出各步；b 黑屏。

                R 把屏幕上的位置记为自己路线的一步，写进可以编辑、可以再走的文件。

                示例：triptych present --tour seminar --name yuqian
                """,
            en: """
                Space, →, PgDn or n reveals the next point and then goes on; ←, PgUp or p goes back. e leaves the path \
                to explore, and returns to it; o lists the steps; b blanks the screen.

                R makes a place a step of a tour of your own, in a file that can be edited and walked.

                Example: triptych present --tour seminar --name yuqian
                """))

    @OptionGroup var options: CaseOptions
    @OptionGroup var screen: ScreenOptions
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "讲解路线的编号（默认：唯一的一条；有几条时在程序里选）。",
                en: "The id of the tour (default: the only one, or else the one chosen in the program)."),
            valueName: "id"),
        completion: .tours)
    var tour: String?
    @Option(
        help: ArgumentHelp(
            localized(zh: "从第几步开始（默认：1）。", en: "The number of the step to begin with (default: 1)."),
            valueName: "n"))
    var step: Int?
    @Flag(
        help: ArgumentHelp(
            localized(
                zh: "从上一次在这条路线上中断之处继续。", en: "Go on at the step where the last talk on this tour broke off.")
        ))
    var resume = false
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "走此文件中的路线，例如录下的一次；案例不变。",
                en: "Walk a tour of this file, against the case; a walk that was recorded, for instance."),
            valueName: "file"),
        completion: .file())
    var tourFile: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "把走过的路线录进此文件：R 把当前位置记为一步。",
                en: "Record a walk into this file: R makes the present place a step."),
            discussion: localized(
                zh: "没有 --tour 或 --tour-file 时，从浏览开始录。",
                en: "Without --tour or --tour-file the walk begins in the explorer."), valueName: "file"),
        completion: .file())
    var record: String?
    @OptionGroup var seminar: SeminarOptions
    @OptionGroup var plain: PlainOptions
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "让别人以此名称用 triptych follow 跟随。",
                en: "Let others follow under this name, with 'triptych follow'."),
            discussion: localized(
                zh: "自己的第二块屏幕，带讲稿提示：triptych follow --speaker。",
                en: "Your own second screen, with the notes: 'triptych follow --speaker'.")))
    var name: String?
    @OptionGroup var limit: AudienceLimit

    @Option(
        help: ArgumentHelp(
            localized(zh: "讲解者的姓名，写在标题页上。", en: "The presenter's name, for title steps."), valueName: "name"))
    var presenter: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "怎样加入，写在标题页上，如 ssh seminar@host；同时画成二维码。",
                en:
                    "How to join, for title steps: 'ssh seminar@host', for instance. It is also drawn as a QR code."
            ),
            valueName: "command"))
    var join: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "把听众的提问记进此文件（Markdown）。",
                en: "Keep the questions of the audience in this file (Markdown)."), valueName: "file"),
        completion: .file())
    var questions: String?

    func validate() throws {
        guard !plain.isOn || (name == nil && record == nil) else {
            throw ValidationError(
                localized(
                    zh: "逐行模式中路线只能独自走；请去掉 --name 和 --record",
                    en: "in plain mode a tour is walked alone; leave --name and --record out"))
        }
        if resume, step != nil {
            throw ValidationError(
                localized(
                    zh: "--resume 和 --step 都指定从哪里开始；请去掉一个",
                    en: "--resume and --step both say where to begin; leave one out"))
        }
        if resume, isExploring {
            throw ValidationError(
                localized(
                    zh: "--resume 是接着讲一条路线；请用 --tour 指明",
                    en: "--resume goes on with a tour; name it with --tour"))
        }
        if questions != nil, name == nil {
            throw ValidationError(
                localized(
                    zh: "--questions 须与 --name 同用：提问来自跟随的人",
                    en: "--questions is for --name: they are asked by those who follow"))
        }
        guard limit.most == nil || name != nil else {
            throw ValidationError(
                localized(
                    zh: "--limit 须与 --name 同用：它是可以跟随的人数",
                    en: "--limit is for --name: it is how many may follow"))
        }
        try limit.check()
    }

    func run() throws {
        try reporting {
            let files = CaseRereader(options.choice, tourFile: tourFile)
            let (graph, tours) = try options.open(withToursOf: tourFile)
            let isChoosing = try isChoosing(in: graph)
            let path = isExploring || isChoosing ? nil : try number(in: graph, among: tours)
            if let path, let step { try check(step, of: graph.case.tours[path]) }
            if path != nil || isChoosing, plain.isWanted, name == nil {
                return try presentLineByLine(graph, path, rereading: files)
            }
            let recorder = try self.record.map { try Recorder(into: $0) }
            func talkRecord(of tour: Int) -> TalkRecord? {
                TalkRecord(of: graph.case.tours[tour].id, in: graph.case.manifest.id, seminar: name)
            }
            let ownRecord = path.flatMap(talkRecord)
            if resume, ownRecord?.brokenOff == nil {
                throw Failure(
                    localized(
                        zh: "这条路线没有中断的讲解；去掉 --resume 从头讲",
                        en:
                            "no talk on this tour has broken off; leave --resume out to begin at its first step"
                    ),
                    .missing)
            }
            let occasion = Occasion(
                presenter: presenter?.safeToShow, date: isToldOf ? .today : nil, join: join?.safeToShow)
            // Where a talk broke off its questions are in the file already.
            let goesOn = resume || ownRecord?.brokenOff != nil
            let file = try questions.map { try QuestionFile($0, continuing: goesOn) }
            let audience = try name.map {
                try SeminarHost(
                    named: $0, in: seminar.folder, capacity: limit.capacity, on: graph.case,
                    occasion: occasion,
                    questions: file)
            }
            var session = Session(
                graph, language: try options.languageChoice(of: graph), look: screen.look)
            session.tell(occasion)
            if let recorder { session.record(with: recorder) }
            if let path {
                session.present(
                    tour: path, step: step.map { $0 - 1 }, to: audience, record: ownRecord, resuming: resume)
            } else {
                session.explore(before: audience, choosingTour: isChoosing, record: talkRecord)
            }
            session.reread(files)
            try session.run()
        }
    }

    /// Presents a tour in plain mode; nil for one that is chosen there.
    private func presentLineByLine(_ graph: CaseGraph, _ tour: Int?, rereading files: CaseRereader?) throws {
        var state = State(graph, language: try options.languageChoice(of: graph))
        if let tour {
            state.present(tour: tour, step: step.map { $0 - 1 } ?? 0)
        } else {
            state.chooseTour()
        }
        var console = PlainConsole(state, options: plain, rereading: files)
        try console.run()
    }

    /// True if title steps say more than their own text.
    private var isToldOf: Bool { name != nil || presenter != nil || join != nil }

    /// True for a recording without a tour, which begins in the explorer.
    private var isExploring: Bool { record != nil && tour == nil && tourFile == nil }

    /// True if there are several tours to choose from. Where a talk begins cannot be said of any of them.
    private func isChoosing(in graph: CaseGraph) throws -> Bool {
        let tours = graph.case.tours.filter { !$0.steps.isEmpty }
        guard tour == nil, tourFile == nil, !isExploring, tours.count > 1 else { return false }
        guard step == nil, !resume else {
            let ids = tours.map(\.id.text)
            throw Failure(
                localized(
                    zh: "案例有几条讲解路线；请用 --tour 指明：\(ids.joined(separator: "、"))",
                    en: "the case has several tours; name one with --tour: \(ids.joined(separator: ", "))"),
                .wrongUsage)
        }
        return true
    }

    private func check(_ step: Int, of tour: Tour) throws {
        guard !(1...tour.steps.count).contains(step) else { return }
        throw Failure(
            localized(
                zh: "路线 \(tour.id) 有 \(tour.steps.count) 步，没有第 \(step) 步",
                en: "the tour \(tour.id) has \(tour.steps.count) steps and no step \(step)"), .wrongUsage)
    }

    /// The number of the tour to present, of the first so many.
    private func number(in graph: CaseGraph, among count: Int) throws -> Int {
        let tours = graph.case.tours
        guard let wanted = tour else {
            // Tours of the file come first; one without steps is an error.
            let own = tourFile == nil ? tours.indices : tours.indices.prefix(1)
            guard let first = own.first(where: { !tours[$0].steps.isEmpty }) else {
                throw Failure(
                    localized(
                        zh: "没有可讲的路线；请在案例的 tours 下写一条，或用 --record 文件 从浏览开始，边走边记成一条",
                        en:
                            "there is no tour with steps to present; write one under 'tours' in the case, or begin in the explorer with --record FILE, which keeps your steps as one"
                    ), .missing)
            }
            return first
        }
        let own = tours.prefix(count).map(\.id.text)
        if let tourFile, !own.contains(wanted) {
            let name = tourFile.safeToShow
            throw Failure(
                localized(
                    zh: "\(name) 里没有路线“\(wanted)”；它有 \(own.joined(separator: "、"))",
                    en: "\(name) has no tour '\(wanted)'; it has \(own.joined(separator: ", "))"), .missing)
        }
        let number = try graph.tour(named: wanted)
        guard !tours[number].steps.isEmpty else {
            throw Failure(localized(zh: "路线 \(wanted) 没有步骤", en: "the tour \(wanted) has no steps"), .missing)
        }
        return number
    }
}
