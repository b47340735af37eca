import ArgumentParser
import CaseModel
import Explorer
import Exports
import Screen
import System
import TextLayout

/// The options of a tour's handout.
struct HandoutChoices: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            localized(zh: "只导出这条讲解路线（默认：全部）。", en: "Write this tour only (default: all)."),
            valueName: "id"), completion: .tours)
    var tour: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "导出此文件中的讲解路线，例如录下的一次。",
                en: "Write the tours of this file, such as a walk that was recorded."), valueName: "file"),
        completion: .file())
    var tourFile: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "写上怎样加入，如 'ssh seminar@host'。",
                en: "Say how to join, such as 'ssh seminar@host'."), valueName: "command"))
    var join: String?
    @Option(
        help: ArgumentHelp(
            localized(
                zh: "附上此文件中的提问，即 present --questions 所写。",
                en: "Add the questions of this file, which 'present --questions' writes."),
            valueName: "file"), completion: .file())
    var questions: String?
    @Flag(help: ArgumentHelp(localized(zh: "连同讲解路线的讲稿提示。", en: "Include the speaker's notes of a tour.")))
    var notes = false
    @Flag(
        help: ArgumentHelp(localized(zh: "HTML 中不放视图的图。", en: "Leave out the pictures of the views in HTML."))
    )
    var noPictures = false

    /// True if any of them is given.
    var areGiven: Bool {
        tour != nil || tourFile != nil || join != nil || questions != nil || notes || noPictures
    }

    /// The handout's options.
    func handout(
        of graph: CaseGraph, in language: LanguageChoice, selection: CaseSelection?, isIllustrated: Bool
    ) throws -> HandoutOptions {
        var handout = HandoutOptions()
        handout.selection = selection
        let wanted = try tour.map { [graph.case.tours[try graph.tour(named: $0)]] }
        handout.tours = wanted?.map(\.id)
        (handout.notes, handout.join) = (notes, join)
        if isIllustrated, !noPictures {
            handout.joinPicture = join.flatMap { QRPicture.svg(of: $0) }
            for tour in wanted ?? graph.case.tours {
                handout.pictures[tour.id] = tour.steps.map { step in
                    let isLeftOut = selection.map { !graph.leads(step, to: $0) } ?? false
                    return isLeftOut || step.view == .title
                        ? nil : Self.picture(of: step, in: graph, language)
                }
            }
        }
        if let questions {
            handout.questions = try Self.questions(in: questions)
            if handout.questions.isEmpty {
                let name = questions.safeToShow
                StandardStream.remark(
                    localized(
                        zh: "\(name) 里没有 present --questions 所写的提问，讲义因此也没有",
                        en:
                            "\(name) has no questions as 'present --questions' writes them, nor has the handout"
                    ))
            }
        }
        return handout
    }

    private static let size = Size(columns: 100, rows: 28)

    /// The view of a step as the explorer draws it, with the first claim that is spoken of in sight.
    private static func picture(
        of step: Tour.Step, in graph: CaseGraph, _ language: LanguageChoice
    ) -> String {
        var step = step
        step.evidence = step.evidence ?? step.points.lazy.compactMap(\.evidence).first
        var state = State(graph, language: language, size: size)
        state.stand(at: step)
        let title = step.view.name?.title ?? Text()
        return Explorer.view(state).svg(
            Caption(
                title: language.localized(step.headline), description: language.localized(title),
                language: language.languages[0].webName))
    }

    /// The entries of a Markdown list, without the boxes of what is done and the escapes of its marks.
    static func questions(in file: String) throws -> [String] {
        let bytes = try WholeFile.read(file) { _ in 4 << 20 }
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
            guard line.hasPrefix("- ") else { return nil }
            var text = line.dropFirst(2)
            for box in ["[ ] ", "[x] "] where text.hasPrefix(box) { text = text.dropFirst(box.count) }
            var plain = ""
            var isEscaped = false
            for character in text {
                isEscaped = character == "\\" && !isEscaped
                if !isEscaped { plain.append(character) }
            }
            return plain
        }
    }
}
