import CaseModel
import Testing

@testable import Explorer

/// Notes that two sessions write at a time.
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
        #expect(rehearsal.picture.contains("☆○"))
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
}
