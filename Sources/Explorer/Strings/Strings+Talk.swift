import CaseModel

/// Phrases of presenting and following.
extension Strings {
    /// The notice where a key is about a talk and there is none, and the way to begin one: a key, or in plain mode the
    /// word.
    static func noTalk(isPlain: Bool) -> Text {
        isPlain
            ? Text(
                chinese: "没有在讲解；“路线”列出讲解路线，选一条开始", english: "no talk is running; 'tours' lists those to begin"
            )
            : Text(
                chinese: "没有在讲解；\(key(.talk(.tours))) 列出讲解路线，选一条开始",
                english: "no talk is running; \(key(.talk(.tours))) lists the tours, to begin one")
    }
    static let noSteps = Text(chinese: "这场讲解没有步骤", english: "this talk has no steps")
    static let firstStep = Text(chinese: "已是第一步", english: "this is the first step")
    static let lastStep = Text(chinese: "已是最后一步", english: "this is the last step")
    static let stepsTitle = Text(chinese: "讲解步骤（序号或标题）", english: "Steps (number or headline)")
    static let nobodyCanFollow = Text(
        chinese: "这里没有开讲；present --name 让人跟随、举手",
        english: "no seminar is open here; 'present --name' lets others follow and raise hands")
    /// What has become of a hand or a question, and the key, or in plain mode the word, that undoes it.
    static func handRaised(isPlain: Bool) -> Text {
        isPlain
            ? Text(chinese: "已举手；再输入“举手”放下", english: "your hand is raised; hand again lowers it")
            : Text(chinese: "已举手；再按一次放下", english: "your hand is raised; the same key lowers it")
    }
    static func questionAsked(isPlain: Bool) -> Text {
        isPlain
            ? Text(chinese: "提问已送出；再输入“举手”收回", english: "your question is sent; hand again takes it back")
            : Text(
                chinese: "提问已送出；再按一次收回", english: "your question is sent; the same key takes it back")
    }
    static func handWaits(isPlain: Bool) -> Text {
        Text(
            chinese: isPlain ? "手已举起，一接上讲解就送到；再输入“举手”收回" : "手已举起，一接上讲解就送到；再按一次收回",
            english: "not sent yet; it is sent when the presenter is there")
    }
    static let handWasLowered = Text(chinese: "手已放下", english: "your hand has been lowered")
    static let handIsUp = Text(chinese: "已举手", english: "hand up")
    static let yourQuestion = Text(chinese: "提问（可不写）", english: "Your question, if you like")
    static let handsTitle = Text(chinese: "举手与提问（Enter：答毕）", english: "Hands and questions (Enter: answered)")
    static let lowerHands = Text(chinese: "放下所有的手", english: "lower all hands")
    static let steeredElsewhere = Text(
        chinese: "这里是转播：讲解由讲解者推进，此处只答问、放下手",
        english: "this is a mirror: the presenter moves the talk; here hands are answered and lowered")
    static let noHands = Text(chinese: "没有人举手，也没有提问", english: "no hand is up, and no question is open")
    static let attendedElsewhere = Text(chinese: "别处", english: "elsewhere")
    static let nothingBrokenOff = Text(chinese: "没有中断的讲解", english: "no talk has broken off")
    /// In each interface the word of the other one, for somebody who cannot read this one.
    static let languageForStrangers = Text(chinese: "Language", english: "语言")
    static let handLowered = Text(chinese: "已放下手", english: "your hand is lowered")
    static let elapsed = Text(chinese: "已用", english: "elapsed")
    static let clockPaused = Text(chinese: "停表", english: "clock stopped")
    static let timeIsUp = Text(chinese: "时间到", english: "TIME IS UP")
    static let thisStep = Text(chinese: "本步", english: "step")
    static let onTime = Text(chinese: "准时", english: "on time")
    static let notes = Text(chinese: "讲稿提示", english: "notes")
    static let next = Text(chinese: "下一步", english: "next")

    static func attendance(_ followers: Int, wanderers: Int) -> Text {
        Text(
            chinese: "\(followers) 人跟随" + (wanderers > 0 ? "，\(wanderers) 人离开路线" : ""),
            english: (followers == 1 ? "1 follows" : "\(followers) follow")
                + (wanderers > 0 ? ", \(wanderers) off the path" : ""))
    }

    static func behind(_ seconds: Int) -> Text {
        Text(chinese: "晚了 \(duration(seconds))", english: "\(duration(seconds)) behind")
    }

    static func ahead(_ seconds: Int) -> Text {
        Text(chinese: "早了 \(duration(seconds))", english: "\(duration(seconds)) ahead")
    }

    /// Minutes and seconds: `12:05`.
    static func duration(_ seconds: Int) -> String {
        "\(seconds / 60):" + SpeakerBoard.Clock.twoDigits(seconds % 60)
    }

    /// The seminar on the presenter's own last line, with its name where there is room.
    static func seminar(_ name: String?, followers: Int, hands: Text) -> Text {
        let name = name.map { $0 + " " } ?? ""
        return Text(
            chinese: "\(name)\(followers) 人跟随\(hands.localized(in: .chinese))",
            english: "\(name)\(followers == 1 ? "1 follows" : "\(followers) follow")"
                + hands.localized(in: .english))
    }

    /// ` ✋2 ？16`: the hands that are up, and the open questions whose hands are down.
    static func hands(_ raised: Int, questions: Int) -> Text {
        let raised = raised > 0 ? " ✋\(raised)" : ""
        return Text(
            chinese: raised + (questions > 0 ? " \(questionSign.localized(in: .chinese))\(questions)" : ""),
            english: raised + (questions > 0 ? " \(questionSign.localized(in: .english))\(questions)" : ""))
    }

    /// The sign before the number of open questions whose hands are down.
    static let questionSign = Text(chinese: "？", english: "?")

    /// The last of some lines, where more do not fit.
    static func more(_ count: Int) -> Text {
        Text(chinese: "… 还有 \(count) 项", english: "… \(count) more")
    }

    static func goneOn(from step: Int, of steps: Int) -> Text {
        Text(chinese: "从第 \(step)/\(steps) 步续讲", english: "going on at step \(step) of \(steps)")
    }

    static func brokenOff(at step: Int, of steps: Int, _ key: String) -> Text {
        Text(
            chinese: "\(key) 从第 \(step)/\(steps) 步续讲；上次讲到那里中断",
            english: "\(key) goes on at step \(step) of \(steps); the last talk broke off there")
    }

    static func joining(by command: String) -> Text {
        Text(chinese: "加入：\(command)", english: "join: \(command)")
    }

    static let noRecording = Text(chinese: "此处不能录制", english: "nothing is recorded here")
    static let presenterExplores = Text(
        chinese: "讲解者在自由浏览", english: "the presenter explores")
    static let paused = Text(chinese: "讲解暂停", english: "The talk is paused")
    static let recorded = Text(chinese: "已录", english: "rec")
    static let offPath = Text(chinese: "已离开讲解路线", english: "off the path")
}
