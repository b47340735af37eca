import Foundation
import SessionSupport
import Testing

/// A talk on a seminar host, which is this machine: the presenter, an sshd, and followers through it.
///
/// All bytes that the relays receive from the presenter are recorded in files.
final class SSHTalk {
    let server: SSHServer
    let name = "talk-\(UInt32.random(in: .min ... .max))"
    /// The folder of the seminars.
    let seminars: String
    private let heard: String
    let steps: [Step]

    /// The parts of a step that the audience sees, and those that it must not see.
    struct Step: Decodable {
        struct Words: Decodable {
            let zh: String?
            let en: String?
        }
        let headline: Words
        let notes: Words?

        /// The beginning of the headline, short enough for a narrow window.
        func beginning(in language: String) -> String {
            let words = language == "zh" ? headline.zh : headline.en
            return String(words!.prefix(10)).trimmingCharacters(in: .whitespaces)
        }
    }

    private struct Tour: Decodable {
        let id: String
        let steps: [Step]
    }

    static let tour = "five-minutes"

    /// Starts the talk; the server gets settings that may refer to its paths.
    init(settings: (_ name: String, _ seminars: String) throws -> String = { _, _ in "" }) throws {
        let tours = try JSONDecoder().decode(
            [Tour].self, from: Data(Invocation(["tours", "--format", "json"]).output.utf8))
        steps = try #require(tours.first { $0.id == Self.tour }).steps
        let folder = FileManager.default.temporaryDirectory.appending(path: "triptych-\(UUID().uuidString)")
            .path()
        (seminars, heard) = (folder + "/seminars", folder + "/heard")
        for path in [seminars, heard, folder + "/bin"] {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        // sshd finds this program in PATH, which records the output of the real one.
        let script = "#!/bin/sh\n\(Program.built("triptych")) \"$@\" | tee \(heard)/$$\n"
        try script.write(toFile: folder + "/bin/triptych", atomically: true, encoding: .utf8)
        chmod(folder + "/bin/triptych", 0o700)
        server = try SSHServer(programs: folder + "/bin", settings: settings(name, seminars))
    }

    deinit {
        let folder = (seminars as NSString).deletingLastPathComponent
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The presenter at a step.
    func present(step: Int = 1) throws -> PseudoTerminal {
        let presenter = try PseudoTerminal(
            [
                Program.built("triptych"), "present", "--tour", Self.tour, "--step", "\(step)", "--name",
                name,
                "--dir", seminars, "--lang", "zh",
            ])
        try presenter.wait(for: "\(step)/\(steps.count)")
        return presenter
    }

    /// Goes to a step as the presenter.
    func go(to step: Int, with presenter: PseudoTerminal) {
        presenter.send("o\(step)\r")
    }

    /// A follower over ssh with its screen.
    func follow(
        lang: String, columns: Int, rows: Int, port: Int? = nil, _ more: String...
    ) throws -> TmuxSession {
        let words =
            [Program.built("triptych"), "follow", "--dir", seminars, "--lang", lang] + more
            + ["\(SSHServer.host):\(name)", "--"] + server.options(port: port)
        return try TmuxSession(
            "exec " + words.map(TmuxSession.quoted).joined(separator: " "), environment: ["LANG": "C.UTF-8"],
            columns: columns, rows: rows)
    }

    /// The picture once it shows a step in a language, in the whole width of a window.
    @discardableResult
    func wait(
        for step: Int, in lang: String, columns: Int, on seat: TmuxSession,
        milliseconds: Int = Deadline.patience
    ) throws -> String {
        let beginning = steps[step - 1].beginning(in: lang)
        let line = String(repeating: "─", count: columns)
        return try seat.wait(for: "step \(step) in \(lang) at \(columns)", milliseconds: milliseconds) {
            picture in
            let lines = picture.split(separator: "\n").map(String.init)
            return picture.contains(beginning) && lines.contains(line)
                && lines.contains {
                    $0.hasSuffix(" ") == false && $0.contains(" \(step)/\(self.steps.count) ")
                }
        }
    }

    /// Every byte of the relay's output, connection by connection.
    var heardBytes: [Data] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: heard).map {
                try Data(contentsOf: URL(filePath: heard + "/" + $0))
            }
        }
    }

    /// The notes of all steps, whole and in parts that occur in no other text.
    var secrets: [String] {
        let notes = steps.compactMap(\.notes).flatMap { [$0.zh, $0.en].compactMap(\.self) }
        return notes.flatMap { note in
            [note] + note.split { "，。；：,.;:".contains($0) }.map(String.init).filter { $0.utf8.count >= 36 }
        }
    }

    /// Expects that none of the notes occurs in some bytes.
    func expectNoSecret(in bytes: Data, sourceLocation: SourceLocation = #_sourceLocation) {
        for secret in secrets {
            #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)", sourceLocation: sourceLocation)
        }
    }
}
