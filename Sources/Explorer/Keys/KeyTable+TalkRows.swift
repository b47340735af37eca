import CaseModel
import Screen

// The rows of a presentation: of its path, of the speaker's screen, and of the views while it runs.
extension KeyTable {
    static let talkRows = [
        KeyRow(
            .talk(.next), [" ", .right, .pageDown, "n", .enter], in: [.presenting, .speaker], .talk,
            "下一要点或下一步",
            "next point or step", hint: .init(0, "下一步", "next"), unless: { $0.reasonNotToSteer }),
        KeyRow(
            .talk(.previous), [.left, .pageUp, "p", .backspace], in: [.presenting, .speaker], .talk,
            "上一要点或上一步",
            "previous point or step", hint: .init(1, "上一步", "previous"), unless: { $0.reasonNotToSteer }),
        KeyRow(
            .talk(.firstStep), [.home], in: [.presenting, .speaker], .talk, "第一步", "first step",
            unless: { $0.reasonNotToSteer }),
        KeyRow(
            .talk(.lastStep), [.end], in: [.presenting, .speaker], .talk, "最后一步", "last step",
            unless: { $0.reasonNotToSteer }),
        KeyRow(
            .talk(.steps), ["o", "G"], in: [.presenting, .speaker], .talk, "全部步骤，可前往", "all steps, go to one",
            hint: .init(2, "步骤", "steps"),
            unless: { $0.stepCount == 0 ? Strings.noSteps : $0.reasonNotToSteer }),
        KeyRow(
            .talk(.blank), ["b", "."], in: [.presenting, .speaker], .talk, "黑屏", "blank screen",
            hint: .init(5, "黑屏", "blank"), unless: { $0.reasonNotToSteer }),
        KeyRow(
            .talk(.scrollDown), [.down, "j"], in: [.presenting, .speaker], .move, "要点下滚",
            "scroll the points down", hint: .init(7, "滚动", "scroll")),
        KeyRow(
            .talk(.scrollUp), [.up, "k"], in: [.presenting, .speaker], .move, "要点上滚", "scroll the points up",
            hint: .init(7, "滚动", "scroll")),
        KeyRow(
            .talk(.viewDown), ["J"], in: [.presenting, .following], .move, "所示视图下滚", "scroll the view down",
            hint: .init(7, "视图", "view")),
        KeyRow(
            .talk(.viewUp), ["K"], in: [.presenting, .following], .move, "所示视图上滚", "scroll the view up",
            hint: .init(7, "视图", "view")),
        KeyRow(.talk(.aimNext), [.tab], in: [.presenting], .move, "指向下一处", "point at the next thing"),
        KeyRow(
            .talk(.aimPrevious), [.backTab], in: [.presenting], .move, "指向上一处", "point at the previous thing"),
        KeyRow(
            .talk(.explore), ["e", .escape], in: [.presenting, .following], .talk, "离开路线，自由浏览",
            "leave the path, explore", hint: .init(2, "自由浏览", "explore")),
        KeyRow(
            .talk(.explore), ["e"], in: views, .talk, "回到讲解路线", "return to the talk's path",
            hint: .init(2, "回到讲解", "return to the talk"),
            unless: { $0.talk == nil ? Strings.noTalk(isPlain: $0.isPlain) : nil }),
        KeyRow(
            .talk(.tours), ["O"], in: views.subtracting(tableViews), .talk, "讲解路线：选一条开始",
            "tours: choose one to begin",
            unless: { $0.reasonNotToBeginTour }),
        KeyRow(
            .talk(.resume), ["r"], in: [.presenting], .talk, "从上次中断处续讲", "go on where the talk broke off",
            hint: .init(-1, "续讲", "resume"), unless: { $0.resumption == nil ? Strings.nothingBrokenOff : nil }
        ),
        KeyRow(
            .talk(.clock), ["c"], in: [.speaker], .talk, "开始、暂停计时", "start the clock, pause it",
            hint: .init(3, "计时", "clock"), unless: { $0.reasonNotToSteer }),
        KeyRow(
            .talk(.resetClock), ["C"], in: [.speaker], .talk, "计时归零", "reset the clock",
            unless: { $0.reasonNotToSteer }),
        KeyRow(
            .talk(.hand), ["h", "H"], in: [.presenting, .speaker], .talk, "举手与提问：选一个答毕",
            "hands and questions: choose one to answer it off", hint: .init(6, "提问", "questions"),
            unless: { $0.reasonNotToListHands }),
        KeyRow(
            .talk(.hand), ["h", "H"], in: [.following], .talk, "举手（可附一句提问）、放下",
            "raise a hand, with a question if you like; lower it",
            hint: .init(2, "举手", "hand")),
        KeyRow(
            .talk(.hand), ["H"], in: views, .talk, "举手、放下；讲解者看名单",
            "hand up or down; presenter: list", hint: .init(2, "举手", "hand"),
            unless: { $0.talk?.part == .audience ? nil : $0.reasonNotToListHands }),
        KeyRow(
            .talk(.record), ["R"], in: views.union([.presenting]), .talk, "此处录为一步、取回",
            "record a step, or undo it", unless: { $0.isForGuest ? Strings.noRecording : nil }),
    ]
}
