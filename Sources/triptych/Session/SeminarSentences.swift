import CaseModel
import Seminar

// What the last line says of the connection to a presenter, in the languages of the interface. The first clause says
// what is the case; what follows a semicolon is left out on a narrow screen.

extension Follower.Status {
    /// The remark that stays on the last line while the status lasts; nil where the talk speaks for itself.
    func remark(for role: Follower.Role) -> Text? {
        switch self {
        case .connecting: Text(chinese: "正在连接讲解者……", english: "connecting to the presenter …")
        case .fetchingCase(let received, let size):
            Text(
                chinese: "正在取讲解者的案例 \(Self.percent(received, of: size))%",
                english: "fetching the presenter's case \(Self.percent(received, of: size)) %")
        case .away(let reason, _): reason.remark(for: role)
        case .following, .caseDiffers, .caseFetched, .refused: nil
        }
    }

    private static func percent(_ received: Int, of size: Int) -> Int {
        size > 0 ? Int(Double(received) / Double(size) * 100) : 0
    }
}

extension DisconnectReason {
    fileprivate func remark(for role: Follower.Role) -> Text {
        switch role {
        case .audience, .mirror:
            sentence.followed(by: Text(chinese: "可继续浏览，一有讲解就接上", english: "browse on, it is tried again"))
        // The speaker's screen has nothing to browse.
        case .speaker: sentence.followed(by: Text(chinese: "正在重试", english: "it is tried again"))
        }
    }

    /// The situation in a sentence without a full stop.
    var sentence: Text {
        let chinese: String
        switch self {
        case .notThere: chinese = "没有人以此名讲解"
        case .denied: chinese = "没有权限跟随这场讲解"
        case .ended: chinese = "讲解者已结束讲解"
        case .mirrorEnded: chinese = "转播已结束"
        case .lost: chinese = "与讲解者的连接断了"
        case .full: chinese = "跟随的人已满"
        case .foreign: chinese = "对方应答的不是讲解，或许是登录时的提示文字"
        case .unreachable(let sentence): chinese = "连接不上：\(sentence.localized(in: .chinese))"
        }
        return Text(chinese: chinese, english: description)
    }

    /// The last words to somebody who cannot wait for a place.
    static let fullForNow = Text(
        chinese: "跟随的人已满，等有人离开后再来",
        english: "\(DisconnectReason.full); come back when somebody has left")
}

extension RejectReason {
    /// The last words to a guest, who cannot choose a case or another program.
    var sentenceForGuests: Text {
        switch self {
        case .caseTooLarge(let size):
            Text(
                chinese: "讲解者的案例有 \(size >> 20) MiB，超出传送的上限；请告诉讲解者",
                english:
                    "the presenter's case has \(size >> 20) MiB, too large to be sent; tell the presenter")
        case .caseWithheld, .caseDamaged:
            Text(
                chinese: "讲解者的案例取不到这里来，请告诉讲解者",
                english: "the presenter's case cannot be had here; tell the presenter")
        case .full, .notTheSpeaker, .tooBusy, .otherVersion: sentence
        }
    }

    /// The last words to a follower who is refused, in the languages of the interface.
    var sentence: Text {
        let chinese: String
        switch self {
        case .full: chinese = "跟随的人已满"
        case .notTheSpeaker: chinese = "讲解者副屏只给讲解者本人用；请去掉 --speaker"
        case .tooBusy: chinese = "发送过多，讲解者已断开连接"
        case .otherVersion(let version):
            let theirs = version.map { "第 \($0) 版" } ?? "另一版"
            let advice = version.map { $0 > RejectReason.version ? "请更新这里的" : "请讲解者更新" } ?? "两边请用同一版"
            chinese = "讲解者的 triptych 用\(theirs)协议，这里用第 \(RejectReason.version) 版；\(advice) triptych"
        case .caseTooLarge(let size):
            chinese = "讲解者的案例有 \(size >> 20) MiB，超出传送的上限；请复制一份，用 --case 指定"
        case .caseWithheld: chinese = "讲解者讲的是另一个案例，且不外传；请用 --case 指定同一个案例"
        case .caseDamaged: chinese = "讲解者送来的案例与所讲的不一致；请用 --case 指定同一个案例"
        }
        return Text(chinese: chinese, english: description)
    }
}
