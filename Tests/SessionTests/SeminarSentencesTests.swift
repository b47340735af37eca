import BundledCase
import CaseModel
import Explorer
import Glibc
import Screen
import System
import Testing

@testable import Seminar
@testable import triptych

/// What the last line of a follower's screen says of the talk without any key.
@Suite struct SeminarSentencesTests {
    private static let graph = Result { CaseGraph(try BundledCase.open()) }
    private static let sentences: [(status: Follower.Status, chinese: String, english: String)] = [
        (.connecting, "正在连接讲解者", "connecting to the presenter"),
        (.away(.notThere, attempts: 3), "没有人以此名讲解", "nobody presents under this name"),
        (.away(.denied, attempts: 1), "没有权限跟随这场讲解", "permission denied"),
        (.away(.full, attempts: 1), "跟随的人已满", "the seminar is full"),
        (
            .away(.unreachable(Text("the relay said so")), attempts: 1), "the relay said so",
            "the relay said so"
        ),
        (
            .away(
                .unreachable(SeminarError.failed(SystemError(.started, "ssh", .code(EAGAIN))).sentence),
                attempts: 1),
            "连接不上：ssh 无法启动：资源", "ssh cannot be started: resource temporarily"
        ),
        (.away(.foreign, attempts: 1), "对方应答的不是讲解", "what answers is not a seminar"),
        (.away(.lost, attempts: 1), "与讲解者的连接断了", "the connection to the presenter broke off"),
        (.away(.ended, attempts: 1), "讲解者已结束讲解", "the presenter has ended the seminar"),
        (.away(.mirrorEnded, attempts: 1), "转播已结束", "the mirror has ended"),
        (.fetchingCase(received: 1, size: 4), "正在取讲解者的案例 25%", "fetching the presenter's case 25 %"),
    ]

    private func lastLine(
        _ status: Follower.Status, _ language: LanguageChoice, columns: Int, aside: Text? = nil
    ) throws -> String {
        var state = State(try Self.graph.get(), language: language, size: Size(columns: columns, rows: 24))
        state.beginFollowing()
        state.aside = aside
        state.remark = status.remark(for: .audience)
        return Self.lastLine(of: state)
    }

    private static func lastLine(of state: State) -> String {
        view(state).description.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init)
            ?? ""
    }

    @Test(arguments: sentences.indices)
    func `each situation of a follower has its sentence`(number: Int) throws {
        let (status, chinese, english) = Self.sentences[number]
        for columns in [80, 40] {
            let beginning = { (words: String) in words.prefix(columns == 80 ? 60 : 30) }
            #expect(try lastLine(status, .chinese, columns: columns).contains(beginning(chinese)))
            #expect(try lastLine(status, .english, columns: columns).contains(beginning(english)))
        }
        // The keys that lead on are named beside it.
        for language in [LanguageChoice.chinese, .english] {
            #expect(try lastLine(status, language, columns: 80).contains(" ? "), "\(status)")
        }
    }

    @Test func `plain mode says an absence once, however often a connection is tried`() throws {
        var state = State(try Self.graph.get(), language: .english, size: Size(columns: 80, rows: 24))
        state.beginFollowing()
        var session = PlainSession(state, columns: 80, lines: 0)
        _ = session.begin()
        func said(_ status: Follower.Status) -> String {
            let before = session.state.remark
            session.state.remark = status.remark(for: .audience)
            session.keepSaying(before)
            return session.announcement()
        }
        #expect(said(.connecting).hasPrefix("Connecting to the presenter"))
        #expect(said(.away(.notThere, attempts: 1)).hasPrefix("Nobody presents"))
        for attempt in 2...4 {
            #expect(said(.connecting) == "")
            #expect(said(.away(.notThere, attempts: attempt)) == "")
        }
        #expect(said(.connecting) == "")
        #expect(said(.away(.denied, attempts: 5)) != "")
        #expect(said(.following) == "")
        #expect(said(.away(.lost, attempts: 1)).contains("broke off"))
    }

    @Test func `a remark on the locale gives way to what is said of the talk`() throws {
        let aside = Text(chinese: "区域设置", english: "the locale")
        #expect(
            try lastLine(.away(.notThere, attempts: 1), .chinese, columns: 80, aside: aside).contains(
                "没有人以此名讲解"))
        var state = State(try Self.graph.get(), language: .english, size: Size(columns: 80, rows: 24))
        state.beginFollowing()
        state.aside = aside
        state.follow(TalkPosition(place: "view=browse"))
        #expect(Self.lastLine(of: state).contains("the presenter explores"))
        state.follow(TalkPosition(place: "view=matrix"))
        #expect(state.aside == nil)
    }

    @Test func `the speaker's screen does not offer to browse`() throws {
        let remark = try #require(Follower.Status.away(.lost, attempts: 1).remark(for: .speaker))
        #expect(!remark.localized(in: .english).contains("browse"))
        #expect(!remark.localized(in: .chinese).contains("浏览"))
    }

    @Test func `every refusal has its sentence in both languages`() {
        let refusals: [RejectReason] = [
            .full, .notTheSpeaker, .tooBusy, .otherVersion(9), .otherVersion(1), .otherVersion(nil),
            .caseTooLarge(64 << 20),
            .caseWithheld, .caseDamaged,
        ]
        var seen: Set<String> = []
        for refusal in refusals {
            let sentence = refusal.sentence
            #expect(sentence.chinese?.isEmpty == false)
            #expect(sentence.english == refusal.description)
            seen.insert(sentence.localized(in: .chinese))
        }
        #expect(seen.count == refusals.count)
    }

    @Test func `a guest is told how large the case is, and no option that a guest cannot give`() {
        let sentence = RejectReason.caseTooLarge(33 << 20).sentenceForGuests
        for language in [LanguageTag.chinese, .english] {
            let words = sentence.localized(in: language)
            #expect(words.contains("33 MiB"))
            #expect(!words.contains("--case"))
        }
    }
}
