import CaseModel
import Explorer
import Seminar
import System

/// The questions of a seminar as a Markdown list, rewritten whenever one is asked or answered, so that nothing is
/// lost.
struct QuestionFile {
    let path: String
    /// What the file held before, for a talk that goes on.
    private let before: String

    /// A new file; one that is there already is continued if a talk goes on.
    init(_ path: String, continuing: Bool) throws(Failure) {
        self.path = path
        guard FileSystem.exists(path) else {
            before = ""
            do { try FileSystem.checkWritable(newFile: path) } catch { throw Failure(error) }
            return
        }
        guard continuing else {
            throw Failure(
                localized(
                    zh: "\(path) 已经存在；请换一个文件名，或把它移走",
                    en: "\(path) is there already; name another file, or move it away"), .wrongUsage)
        }
        do {
            before =
                String(decoding: try WholeFile.read(path, filesOnly: true) { _ in 4 << 20 }, as: UTF8.self)
        } catch {
            throw Failure(error)
        }
    }

    /// Writes all questions; returns a notice if that fails.
    func write(_ questions: [SeminarQuestion], of seminar: String, in state: State) -> Text? {
        let (before, new) = merged(questions)
        let isContinued = before.contains { !$0.isWhitespace }
        var text = before
        if !new.isEmpty || !isContinued {
            text += (isContinued ? "\n" : "") + Self.text(of: new, of: seminar, in: state)
        }
        do {
            try WholeFile.write(text, to: path)
            return nil
        } catch {
            return Text(chinese: "提问没有存下：\(error)", english: "the questions are not kept: \(error)")
        }
    }

    /// What the file held before, with what has been answered since, and the questions that it did not hold. What a
    /// follower asks again, since the talk broke off, stands there with the time at which it was asked.
    private func merged(_ questions: [SeminarQuestion]) -> (before: String, new: [SeminarQuestion]) {
        var lines = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var (new, known): ([SeminarQuestion], Set<Int>) = ([], [])
        for question in questions {
            let place = lines.indices.first {
                !known.contains($0) && Self.isOpen(question.text.escapedForMarkdown, on: lines[$0])
            }
            guard let place else {
                new.append(question)
                continue
            }
            known.insert(place)
            if question.isAnswered {
                lines[place] = Self.box(true) + lines[place].dropFirst(Self.box(false).count)
            }
        }
        return (lines.joined(separator: "\n"), new)
    }

    /// Whether a line is that of an open question.
    private static func isOpen(_ question: String, on line: String) -> Bool {
        guard line.hasPrefix(box(false)), let time = line.dropFirst(box(false).count).firstIndex(of: " ")
        else {
            return false
        }
        let asked = line[line.index(after: time)...]
        return asked == question || asked.hasPrefix(question + " (")
    }

    private static func box(_ isTicked: Bool) -> String { isTicked ? "- [x] " : "- [ ] " }

    /// `- [ ] 14:05 Why here? (step 7: …)`; a question that was answered is ticked.
    static func text(of questions: [SeminarQuestion], of seminar: String, in state: State) -> String {
        let language = state.language
        let title = language.localized(
            Text(chinese: "提问：\(seminar)", english: "Questions: \(seminar)"))
        let date = state.today.map { " · \($0)" } ?? ""
        var text = "# \(title)\(date)\n\n"
        for question in questions {
            let place = state.namesPlace(of: question.at, step: question.step)
            text += box(question.isAnswered) + SpeakerBoard.Clock(minute: question.minute).text + " "
            text +=
                question.text.escapedForMarkdown + (place.map { " (\($0.escapedForMarkdown))" } ?? "") + "\n"
        }
        return text
    }
}

extension String {
    /// The text with the characters that Markdown reads as marks escaped.
    fileprivate var escapedForMarkdown: String {
        String(flatMap { "\\`*_[]<>#|".contains($0) ? ["\\", $0] : [$0] })
    }
}
