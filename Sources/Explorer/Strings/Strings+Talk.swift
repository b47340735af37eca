import CaseModel

/// Phrases of presenting and following.
extension Strings {
    static let noTalk = Text(
        chinese: "没有在讲解；triptych present 开始讲解",
        english: "no presentation is running; start one with triptych present")
    static let noSteps = Text(chinese: "这场讲解没有步骤", english: "this talk has no steps")
    static let firstStep = Text(chinese: "已是第一步", english: "this is the first step")
    static let lastStep = Text(chinese: "已是最后一步", english: "this is the last step")
    static let stepsTitle = Text(chinese: "讲解步骤（序号或标题）", english: "Steps (number or headline)")
    static let onlyAudienceRaisesHands = Text(
        chinese: "跟随讲解时才能举手", english: "hands are raised by those who follow a talk")
    static let handRaised = Text(
        chinese: "已举手；再按一次放下", english: "your hand is raised; the same key lowers it")
    static let handLowered = Text(chinese: "已放下手", english: "your hand is lowered")
    static let elapsed = Text(chinese: "已用", english: "elapsed")
    static let notes = Text(chinese: "讲稿提示", english: "notes")
    static let next = Text(chinese: "下一步", english: "next")

    static func attendance(_ followers: Int, wanderers: Int) -> Text {
        Text(
            chinese: "\(followers) 人跟随" + (wanderers > 0 ? "，\(wanderers) 人离开路线" : ""),
            english: (followers == 1 ? "1 follows" : "\(followers) follow")
                + (wanderers > 0 ? ", \(wanderers) off the path" : ""))
    }

    static func behind(minutes: Int) -> Text {
        Text(chinese: "晚了 \(minutes) 分钟", english: "\(minutes) min behind")
    }

    static func left(minutes: Int) -> Text {
        Text(chinese: "本步还有 \(minutes) 分钟", english: "\(minutes) min left for this step")
    }

    static let noRecording = Text(chinese: "此处不能录制", english: "nothing is recorded here")
    static let presenterExplores = Text(
        chinese: "讲解者在自由浏览", english: "the presenter explores")
    static let paused = Text(chinese: "讲解暂停", english: "The talk is paused")
    static let recorded = Text(chinese: "已录", english: "rec")
    static let offPath = Text(chinese: "已离开讲解路线", english: "off the path")
}
