import BundledCase
import CaseModel
import Testing

@testable import Explorer

/// The explorer of a kiosk's guest, who has no notebook, no files and no shell.
@Suite struct GuestTests {
    private static let own: [Command] = [
        .note(.mark), .note(.note), .note(.bookmark), .note(.notebook), .talk(.record), .talk(.resume),
        .talk(.hand), .talk(.explore), .program(.reread),
        .program(.mistakes), .program(.suspend),
    ]

    @Test(arguments: ViewName.allCases)
    func `help offers a guest what there is, and everybody else all of it`(view: ViewName) throws {
        let rows = KeyTable.rows(in: .view(view))
        for isForGuest in [false, true] {
            var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()))
            rehearsal.isForGuest = isForGuest
            if let opening = KeyTable.row(of: .view(view), in: .view(.browse)) {
                rehearsal.press(opening.keys[0])
            }
            rehearsal.press("?")
            let picker = try #require(rehearsal.state.picker)
            let listed = picker.list.entries("", in: rehearsal.state)
            let labels = Set((0..<listed.count).map { listed[$0].label })
            for row in rows {
                let isOwn = Self.own.contains(row.command)
                #expect(labels.contains(row.label) == !(isForGuest && isOwn), "\(row.label)")
            }
        }
    }

    @Test func `a guest who walks a tour alone is offered no hands and nothing to resume`() throws {
        for (isForGuest, isOffered) in [(false, true), (true, false)] {
            var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: .english)
            rehearsal.isForGuest = isForGuest
            rehearsal.press("O", "1", .enter)
            #expect(rehearsal.state.mode == .presenting)
            rehearsal.press("?")
            let picker = try #require(rehearsal.state.picker)
            let listed = picker.list.entries("", in: rehearsal.state)
            let labels = Set((0..<listed.count).map { listed[$0].label })
            for label in ["r", "h H"] { #expect(labels.contains(label) == isOffered, "\(label)") }
        }
    }

    @Test func `nor does the command line offer it`() throws {
        for (isForGuest, sign) in [(false, true), (true, false)] {
            var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()))
            rehearsal.isForGuest = isForGuest
            rehearsal.press(":")
            rehearsal.type("bookmark")
            #expect(rehearsal.picture.contains("给此处加书签") == sign)
        }
    }
}
