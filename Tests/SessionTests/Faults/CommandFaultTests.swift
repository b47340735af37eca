import Foundation
import SessionSupport
import Testing

/// Every call of the system that a command makes fails once: the command says so and ends, a file is the old one or the
/// new one, and where nothing is said all has been done.
@Suite struct CommandFaultTests {
    /// A command in a folder of its own, which `FOLDER` stands for.
    struct Scenario: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The lines of a shell that make the folder's contents.
        var preparation = ":"
        let arguments: [String]
        /// The file that is written.
        var target: String?
        /// The exit status without faults.
        var status: Int32 = 0
    }

    static let fixtures = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    private static let rivers = "\"$PROGRAM\" new FOLDER/rivers --lang en >FOLDER/made"
    static let scenarios = [
        Scenario(
            testDescription: "export to a file", preparation: "echo old >FOLDER/out.csv",
            arguments: ["export", "items", "--format", "csv", "-o", "FOLDER/out.csv"], target: "out.csv"),
        Scenario(
            testDescription: "export to stdout", arguments: ["export", "sources", "--format", "bibtex"]),
        Scenario(
            testDescription: "pack",
            preparation: rivers + "; echo old >FOLDER/case.pack; chmod 600 FOLDER/case.pack",
            arguments: ["pack", "FOLDER/rivers", "-o", "FOLDER/case.pack", "--force"], target: "case.pack"),
        Scenario(
            testDescription: "import into a case",
            preparation: rivers + "; cp '\(fixtures)/ImportsTests/Fixtures/zotero.bib' FOLDER/zotero.bib",
            arguments: ["import", "bibtex", "FOLDER/zotero.bib", "--into", "FOLDER/rivers", "--lang", "en"],
            target: "rivers/sources-zotero.yaml"),
        Scenario(
            testDescription: "import where a file is",
            preparation: rivers
                + "; cp '\(fixtures)/ImportsTests/Fixtures/zotero.bib' FOLDER/zotero.bib"
                + "; echo 'sources: []' >FOLDER/rivers/sources-zotero.yaml",
            arguments: ["import", "bibtex", "FOLDER/zotero.bib", "--into", "FOLDER/rivers", "--lang", "en"],
            target: "rivers/sources-zotero-2.yaml"),
        Scenario(
            testDescription: "new", arguments: ["new", "FOLDER/rivers", "--lang", "en"],
            target: "rivers/items.yaml"),
        Scenario(
            testDescription: "list a folder",
            preparation: rivers
                + "; mkdir FOLDER/rivers/deep; mv FOLDER/rivers/sources.yaml FOLDER/rivers/deep/sources.yaml",
            arguments: ["list", "--case", "FOLDER/rivers", "--format", "json"]),
        Scenario(
            testDescription: "list a pack",
            preparation: rivers + "; \"$PROGRAM\" pack FOLDER/rivers -o FOLDER/rivers.pack >FOLDER/made",
            arguments: ["list", "--case", "FOLDER/rivers.pack", "--format", "json"]),
        Scenario(
            testDescription: "check", preparation: rivers,
            arguments: ["check", "FOLDER/rivers", "--lang", "en"]),
        Scenario(
            testDescription: "config",
            preparation: "mkdir FOLDER/triptych; echo 'theme: mono' >FOLDER/triptych/config.yaml",
            arguments: ["config", "--lang", "en"]),
        Scenario(
            testDescription: "export notes",
            preparation: """
                mkdir FOLDER/triptych; printf '%s' '{"triptych-notebook": 1, "marks": [{"on": "item", "id": "prj-chongqing-guiyang-railway", "at": "2026-11-23T18:15:00Z"}]}' \
                >FOLDER/triptych/yuqian.json
                """,
            arguments: ["export", "notebook", "--format", "json"]),
    ]

    /// What a run has left.
    private struct Outcome {
        let run: Invocation
        let target: Data?
        let permissions: Int?
        let names: Set<String>
    }

    private static func outcome(
        of scenario: Scenario, _ faults: [Fault], countingIn file: String? = nil, runs: Bool = true
    ) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func named(_ text: String) -> String { text.replacing("FOLDER", with: folder) }
        let prepared = try Invocation(inShell: named(scenario.preparation))
        try #require(prepared.status == 0, "\(prepared.errors)")
        let words = (["$PROGRAM"] + scenario.arguments.map(named)).map { "\"\($0)\"" }.joined(separator: " ")
        let settings = Fault.environment(faults, countingIn: file)
            .map { "\($0.key)=\(TmuxSession.quoted($0.value))" }.joined(separator: " ")
        // The timeout counts as a crash does.
        let run = try Invocation(
            inShell: runs ? "exec timeout 60 env \(settings) \(words)" : ":",
            ["XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder])
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let target = scenario.target.map { folder + "/" + $0 }
        let attributes = target.flatMap { try? FileManager.default.attributesOfItem(atPath: $0) }
        return Outcome(
            run: run, target: target.flatMap(FileManager.default.contents),
            permissions: attributes?[.posixPermissions] as? Int, names: Set(names))
    }

    @Test(arguments: scenarios) func `a call that fails is told, and costs no file`(scenario: Scenario) throws
    {
        let (new, counts) = try Fault.counting {
            try Self.outcome(of: scenario, [], countingIn: $0)
        }
        try #require(new.run.status == scenario.status && counts.count > 1, "\(new.run.errors)")
        let old = try Self.outcome(of: scenario, [], runs: false)
        for fault in Fault.sample(of: counts, seed: 18) {
            let seen = try Self.outcome(of: scenario, [fault])
            let said = "\(fault): status \(seen.run.status)\n\(seen.run.errors)"
            #expect([0, 1, 64, 65, 66, 69, 74].contains(seen.run.status), "\(said)")
            #expect([old.target, new.target].contains(seen.target), "half written, \(said)")
            let isDone = seen.run.output.count == new.run.output.count && seen.target == new.target
            let isTold = seen.run.status != 0 || Self.words(seen.run.errors) != Self.words(new.run.errors)
            #expect(isDone || isTold, "nothing is said, \(said)")
            let isSaid = seen.run.errors != "" || Self.words(seen.run.output) != Self.words(new.run.output)
            #expect(seen.run.status == 0 || isSaid || fault.call == "write", "\(said)")
            #expect(seen.permissions == old.permissions || old.target == nil, "\(said)")
            // What cannot be removed stays.
            if fault.call != "unlink" {
                #expect(seen.names.subtracting(new.names).subtracting(old.names).isEmpty, "\(said)")
            }
        }
    }

    @Test(arguments: scenarios) func `memory that runs out leaves the old file or the new one`(
        scenario: Scenario
    ) throws {
        let (new, counts) = try Fault.counting {
            try Self.outcome(of: scenario, [], countingIn: $0)
        }
        let old = try Self.outcome(of: scenario, [], runs: false)
        for fault in Fault.ofMemory(counts, seed: 19, each: 2) {
            let seen = try Self.outcome(of: scenario, [fault])
            let said = "\(fault): status \(seen.run.status)\n\(seen.run.errors)"
            #expect([old.target, new.target].contains(seen.target), "half written, \(said)")
            // That of the timeout.
            #expect(seen.run.status != 124, "\(said)")
            #expect(seen.run.status != 0 || seen.run.output.count == new.run.output.count, "\(said)")
        }
    }

    /// Paths differ from one folder to the next, but not in their number of words.
    private static func words(_ text: String) -> Int { text.split(separator: " ").count }

    @Test(arguments: scenarios) func `calls that signals interrupt again and again are made again`(
        scenario: Scenario
    ) throws {
        let (new, counts) = try Fault.counting {
            try Self.outcome(of: scenario, [], countingIn: $0)
        }
        let storm = Fault.interruptible.filter { counts[$0] != nil }.map {
            Fault(call: $0, first: 1, error: EINTR, count: 20)
        }
        let seen = try Self.outcome(of: scenario, storm)
        #expect(seen.run.status == scenario.status, "\(seen.run.errors)")
        #expect(seen.run.output.count == new.run.output.count && seen.target == new.target)
    }

    @Test(arguments: [ENOSPC, EDQUOT, EIO]) func `a disk that stays full is told, and the old file stays`(
        error: Int32
    ) throws {
        for scenario in Self.scenarios where scenario.target != nil && scenario.status == 0 {
            let old = try Self.outcome(of: scenario, [], runs: false)
            let seen = try Self.outcome(
                of: scenario, [Fault(call: "write-file", first: 1, error: error, count: 1_000_000)])
            #expect(seen.run.status == 74, "\(scenario.testDescription): \(seen.run.errors)")
            #expect(seen.run.errors.contains(String(cString: strerror(error)).lowercased()))
            #expect(seen.target == old.target)
        }
    }
}
