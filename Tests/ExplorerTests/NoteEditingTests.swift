import BundledCase
import CaseModel
import Screen
import Testing

@testable import Explorer

/// Notes that two sessions write at a time, and the titles of bookmarks.
@Suite struct NoteEditingTests {
    private static let law = EntityRef.item("drv-law")

    private static func rehearsal() -> Rehearsal {
        var rehearsal = Rehearsal(language: .english)
        rehearsal.keep()
        return rehearsal
    }

    /// The present note of the first item.
    private func note(_ rehearsal: Rehearsal) -> String? { rehearsal.state.notebook.notes[Self.law]?.text }

    @Test func `a note opens as another session has left it`() {
        var rehearsal = Self.rehearsal()
        rehearsal.keepElsewhere(.note(Self.law, "alpha", replacing: nil))
        rehearsal.press("i")
        #expect(rehearsal.state.editor?.field.text == "alpha")
        rehearsal.type(" and beta")
        rehearsal.press(.enter)
        #expect(note(rehearsal) == "alpha and beta")
        #expect(rehearsal.lastLine.contains("☆ note kept"))
    }

    @Test func `a note that another session has changed meanwhile is not said to be removed`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press("i")
        rehearsal.type("alpha")
        rehearsal.press(.enter, "i", .control("u"))
        rehearsal.keepElsewhere(.note(Self.law, "alpha and beta", replacing: "alpha"))
        rehearsal.press(.enter)
        #expect(note(rehearsal) == "alpha and beta")
        #expect(rehearsal.lastLine.contains("the note is kept: another session has changed it meanwhile"))
        #expect(rehearsal.picture.contains("☆│"))
    }

    @Test func `two notes written at a time are both kept, and that is said`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press("i")
        rehearsal.type("mine")
        rehearsal.keepElsewhere(.note(Self.law, "theirs", replacing: nil))
        rehearsal.press(.enter)
        #expect(note(rehearsal)?.split(separator: "\n").sorted() == ["mine", "theirs"])
        #expect(rehearsal.lastLine.contains("☆ both notes are kept"))
    }

    @Test(arguments: [("6", .place), ("8", .source)] as [(Key, EntityRef.Kind)])
    func `the suggested title of a bookmark names what is selected in the chart`(
        view: Key, kind: EntityRef.Kind
    )
        throws
    {
        var rehearsal = Self.rehearsal()
        rehearsal.show(try #require(SmallCase.graph.position(of: "prj-rail")))
        rehearsal.press(view, "b")
        let title = try #require(rehearsal.state.editor?.field.text)
        let entity = try #require(rehearsal.state.currentEntity)
        #expect(entity.kind == kind)
        #expect(title.hasSuffix(" › " + rehearsal.state.titles.title(of: entity)), "\(title)")
        rehearsal.press(.enter)
        #expect(rehearsal.state.notebook.bookmarks.values.map(\.title) == [title])
    }

    @Test func `the suggested title of a bookmark names the actor of the network`() throws {
        var rehearsal = Rehearsal(CaseGraph(try BundledCase.open()), language: .english)
        rehearsal.keep()
        rehearsal.press("7", .down, "b")
        let entity = try #require(rehearsal.state.currentEntity)
        #expect(entity.kind == .actor)
        let title = try #require(rehearsal.state.editor?.field.text)
        #expect(title.hasSuffix(rehearsal.state.titles.title(of: entity)), "\(title)")
    }

    @Test func `where the last session ended is called after what was selected there`() throws {
        var first = Self.rehearsal()
        first.show(try #require(SmallCase.graph.position(of: "prj-rail")))
        first.press("6")
        var kept = Notebook()
        kept.lastPlace = first.state.viewpoint.encoded(in: SmallCase.graph)
        var second = Rehearsal(language: .english)
        second.keep(kept)
        second.press("'")
        #expect(second.picture.contains(" › Qijiang District"))
    }

    @Test func `a bookmark without a title is refused in words`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press("b", .control("u"), .enter)
        #expect(rehearsal.state.notebook.bookmarks.isEmpty)
        #expect(rehearsal.lastLine.contains("not bookmarked: the title is empty"))
    }

    @Test func `in the list of the notebook every row has its signs`() {
        var rehearsal = Self.rehearsal()
        rehearsal.press(" ", .down, " ", .down, " ", "'")
        #expect(rehearsal.picture.split(separator: "\n").count { $0.hasPrefix("│ ★  ") } == 3)
    }
}
