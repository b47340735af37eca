import Screen
import GoldenSupport
import Testing

@testable import Explorer

@Suite struct KeyTableTests {
    @Test func `no key asks for two things in one mode`() {
        for mode in Mode.allCases {
            let keys = KeyTable.bindings.filter { $0.modes.contains(mode) }.flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(mode)")
        }
    }

    @Test func `every command is bound or listed as unbound`() {
        let bound = Set(KeyTable.bindings.map(\.command))
        #expect(bound.union(KeyTable.unbound) == Set(Command.allCases))
        #expect(bound.isDisjoint(with: KeyTable.unbound))
    }

    @Test func `every command of a view can be reached without a letter`() {
        // A Chinese input method swallows letters; the help, from F1, runs whatever has no other key.
        for mode in [Mode.browse, .reader, .chart] {
            #expect(KeyTable.command(for: .function(1), in: mode) == .program(.help))
            #expect(KeyTable.commands(in: mode).contains(.program(.quit)))
        }
    }

    @Test func `keys that type are commands nowhere in a list`() {
        let keys = KeyTable.bindings.filter { $0.modes.contains(.picker) }.flatMap(\.keys)
        #expect(!keys.contains { if case .character = $0 { true } else { false } })
    }

    @Test func `the whole table`() throws {
        try expect(KeyTable.markdown(.english), matchesFile: "key-table", in: "Pictures")
    }
}
