import CaseModel
import Screen

/// The raised hands and open questions of the audience, to answer them off.
struct HandList: Listing {
    static let keys = [
        KeyTable.chooseRow(
            in: .hands, "答毕所选提问，放下手", "answer the selected question off, lower the hand",
            hint: .init(1, "答毕", "answered"))
    ]

    var name: ListName { .hands }
    /// A question is read before it is answered off.
    var showsWholeText: Bool { true }
    func title(in language: LanguageChoice) -> String { language.localized(Strings.handsTitle) }

    func entries(_ query: String, in state: State) -> Picker.Entries {
        let hands = state.hands ?? []
        var entries = hands.map { hand in
            Picker.Entry(
                label: SpeakerBoard.Clock(minute: hand.minute).text,
                text: [Span(state.titles.line(of: hand))],
                action: .perform { _ in [.order(.answer(hand: hand.number))] },
                whole: state.titles.line(of: hand))
        }
        if hands.count(where: \.isUp) > 1 {
            entries.append(
                Picker.Entry(
                    label: "", text: [Span(state.language.localized(Strings.lowerHands), style: Theme.faint)],
                    action: .perform { _ in [.order(.lowerHands)] }))
        }
        return Picker.Entries(entries.filter { $0.contains(query) })
    }

    func remark(_ query: String, in state: State) -> (text: Text, isMistake: Bool)? {
        state.hands?.isEmpty == false ? (Strings.nothingFound, false) : (Strings.noHands, false)
    }
}

extension Titles {
    /// A hand in a line, without its time: `✋ 问题 · 渝贵铁路`; `？` for a question whose hand is down.
    func line(of hand: Attendance.Hand) -> String {
        let sign = hand.isUp ? "✋" : "？"
        let words = [hand.question, hand.at.map(title(ofAttended:))].compactMap(\.self).joined(
            separator: " · ")
        return words.isEmpty ? sign : sign + " " + words
    }
}
