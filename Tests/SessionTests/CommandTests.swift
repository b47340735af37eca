import Foundation
import SessionSupport
import Testing

/// The commands, their outputs and their exit statuses, on the bundled case and on small ones.
@Suite struct CommandTests {
    private func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Invocation {
        try Invocation(arguments, environment: environment)
    }

    private func json(_ text: String) throws -> [[String: Any]] { try Invocation.records(of: text) }

    @Test func `without a terminal the explorer says so`() throws {
        let outcome = try run()
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("triptych: there is no terminal"))
        #expect(outcome.output.isEmpty)
    }

    @Test(arguments: [
        ["list", "project"], ["export", "items", "--format", "json"], ["--help"], ["--version"],
        ["list", "--help"], ["help", "show"],
    ])
    func `a full device is reported with status 74`(words: [String]) throws {
        let line = ([Program.built("triptych")] + words).joined(separator: " ") + " > /dev/full"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.environment = Program.environment()
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
        #expect(text == "triptych: standard output cannot be written: no space left on device\n")
    }

    @Test func `a full device and an empty file name are told in the reader's language`() throws {
        let full = try Invocation(inShell: "$PROGRAM list --lang zh > /dev/full")
        #expect(full.status == 74 && full.errors == "triptych: 标准输出无法写入：磁盘已满\n")
        let unnamed = try run("export", "items", "--format", "json", "-o", "")
        #expect(unnamed.status == 64 && unnamed.output.isEmpty)
        #expect(unnamed.errors.contains("-o names no file"))
    }

    @Test func `list prints one item a line, and the same items as JSON`() throws {
        let text = try run("list", "project", "--lang", "zh")
        let records = try json(try run("list", "project", "--format", "json").output)
        #expect(text.status == 0)
        #expect(text.output.split(separator: "\n").count == records.count)
        #expect(records.count >= 40)
        let keys: Set = [
            "id", "kind", "pane", "parent", "title", "status", "period", "places", "actors", "modes",
            "evidence_count", "source_count", "short",
        ]
        let required: Set = ["id", "kind", "pane", "title", "modes", "evidence_count", "source_count"]
        for record in records {
            #expect(keys.isSuperset(of: record.keys))
            #expect(required.isSubset(of: record.keys))
            #expect(text.output.contains("\(try #require(record["id"] as? String))  "))
            #expect(record["pane"] as? String == "action")
        }
    }

    @Test func `every action field has its projects`() throws {
        let records = try json(try run("list", "project", "--format", "json").output)
        let fields = Set(records.compactMap { $0["parent"] as? String })
        #expect(
            fields == [
                "fld-open-cooperation", "fld-ecology", "fld-infrastructure", "fld-public-services",
                "fld-industry",
                "fld-poverty-prevention", "fld-urban-rural",
            ])
    }

    @Test func `show prints the reader's pages, and whole items as JSON`() throws {
        let id = "prj-chongqing-guiyang-railway"
        let text = try run("show", id, "--lang", "en")
        #expect(text.output.hasPrefix("Chongqing–Guiyang railway\n渝贵铁路\n"))
        let record = try #require(try json(try run("show", id, "--format", "json").output).first)
        for key in [
            "id", "pane", "evidence", "links", "incoming", "metrics", "note", "status", "summary", "modes",
            "evidence_count", "source_count",
        ] {
            #expect(record[key] != nil, "\(key)")
        }
        let title = try #require(record["title"] as? [String: String])
        #expect(title == ["zh": "渝贵铁路", "en": "Chongqing–Guiyang railway"])
        let evidence = try #require(record["evidence"] as? [[String: Any]])
        #expect(evidence.allSatisfy { $0["source"] is String && $0["strength"] is String })
        for line in try run("show", id, "--lang", "zh", "--width", "40").output.split(separator: "\n") {
            #expect(line.count <= 40)
        }
    }

    @Test func `an unknown id or kind is answered with the most similar one`() throws {
        let item = try run("show", "prj-chongqing-guiyang-railwy")
        #expect(item.status == 66)
        #expect(item.errors.contains("did you mean 'prj-chongqing-guiyang-railway'?"))
        let kind = try run("list", "projcet")
        #expect(kind.status == 66)
        #expect(kind.errors.contains("did you mean 'project'? It has driver, consensus-element"))
    }

    @Test(arguments: [("overveiw", "overview"), ("lst", "list"), ("version", "--version")])
    func `a mistyped command is answered with the most similar one`(word: String, meant: String) throws {
        for options in [[], ["--lang", "zh"], ["--format", "json"]] {
            let outcome = try Invocation([word] + options)
            #expect(outcome.status == 64)
            let answer =
                options.contains("zh")
                ? "triptych: 没有命令“\(word)”；是不是“triptych \(meant)”？\n"
                : "triptych: there is no command '\(word)'; did you mean 'triptych \(meant)'?\n"
            #expect(outcome.errors == answer)
        }
        #expect(try run("prj-chongqing-guiyang-railwy").status == 66)
    }

    @Test func `open begins in a view as the explorer without its name does`() throws {
        let words = ["prj-zaodu-reservoir", "--view", "trace", "--plain", "--lang", "en"]
        let opened = try Invocation(["open"] + words)
        #expect(opened.status == 0 && opened.output.contains("Trace"))
        #expect(opened.output == (try Invocation(words).output))
    }

    @Test func `help speaks the language asked for, and knows what it has nothing on`() throws {
        let chinese = try run("help", "show", "--lang", "zh")
        #expect(chinese.status == 0 && chinese.output.contains("用法：triptych show"))
        #expect(try run("--lang", "zh", "help", "show").output == chinese.output)
        let keys = try ["zh", "en"].map { try run("help", "keys", "--lang", $0).output }
        #expect(keys[0].contains("帮助") && keys[1].contains("help"))
        for page in keys {
            #expect(!page.contains("<!--") && !page.contains(".md)"), "what is printed is for users")
        }
        let mistyped = try run("help", "shwo")
        #expect(mistyped.status == 64 && mistyped.output.isEmpty)
        #expect(mistyped.errors == "triptych: there is no command 'shwo'; did you mean 'show'?\n")
        let unknown = try run("help", "zzzzzz", "--lang", "zh")
        #expect(unknown.status == 64 && unknown.errors == "triptych: 没有命令“zzzzzz”；命令见 triptych help\n")
    }

    @Test func `a command's name behind two hyphens is an id, which is told`() throws {
        for arguments in [["--", "list"], ["--", "list", "driver"], ["browse", "list"]] {
            let outcome = try Invocation(["--lang", "en"] + arguments)
            #expect(outcome.status == 64)
            #expect(
                outcome.errors
                    == "triptych: 'list' stands where an id belongs; the command is 'triptych list', without a word before its name\n",
                "\(arguments)")
        }
        let item = try Invocation(["--lang", "en", "--", "prj-chongqing-guiyang-railway"])
        #expect(!item.errors.contains("stands where an id belongs"), "it needs a terminal, and nothing else")
    }

    @Test(arguments: [["--format", "json"], ["--filter", "place:qijiang"], ["--width", "40"]])
    func `options of listings may precede the command too`(option: [String]) throws {
        let behind = try Invocation(["list", "project"] + option)
        #expect(behind.status == 0)
        let before = try Invocation(option + ["list", "project"])
        #expect(before.status == 0 && before.output == behind.output && before.errors == behind.errors)
    }

    @Test func `common options may precede the command`() throws {
        let overview = try run("overview", "--lang", "en").output
        #expect(try run("--lang", "en", "overview").output == overview)
        #expect(try run("--lang=en", "overview").output == overview)
        #expect(overview != (try run("overview", "--lang", "zh").output))
        let missing = try run("--case", "/nowhere", "list", "project")
        #expect(missing.status == 66)
        #expect(missing.errors.contains("/nowhere"))
        #expect(try run("--case").status == 64)
    }

    @Test func `a case with an error is refused with its address, a missing one by its path`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("format: 1\ncase: {id: Bad Id}\n".utf8).write(to: folder.appending(path: "case.yaml"))
        for command in ["list", "check"] {
            let outcome = try run(command, "--case", folder.path, "--lang", "en")
            #expect(outcome.status == 65)
            #expect((outcome.output + outcome.errors).contains("case.yaml:2:12: error: "))
        }
        let found = try json(try run("check", folder.path, "--format", "json").output)
        #expect(found.contains { $0["line"] as? Int == 2 && $0["column"] as? Int == 12 })
        #expect(try run("check", folder.path + "-gone").status == 66)
        #expect(try run("list", environment: ["TRIPTYCH_CASE": folder.path]).status == 65)
    }

    @Test(arguments: ["trial", "./trial", "trial/", "../{here}/trial", "trial/deep/items.yaml"])
    func `an address can be opened from where one stands`(given: String) throws {
        try inFolder { folder in
            let deep = folder.appending(path: "trial/deep")
            try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
            try Data("items: [{id: Bad Id}]\n".utf8).write(to: deep.appending(path: "items.yaml"))
            let path = given.replacing("{here}", with: folder.lastPathComponent)
            let environment = ["HERE": folder.path, "GIVEN": path]
            let text = try Invocation(inShell: "cd $HERE; $PROGRAM check $GIVEN", environment).output
            let address = try #require(text.split(separator: ":").first)
            #expect(address.hasPrefix(path.hasSuffix("/") ? path.dropLast() : path[...]))
            #expect(FileManager.default.fileExists(atPath: folder.path + "/" + address))
            let json = try Invocation(inShell: "cd $HERE; $PROGRAM check $GIVEN --format json", environment)
                .output
            #expect(try self.json(json).first?["file"] as? String == String(address))
        }
    }

    @Test func `what is wrong with a case is told in the language asked for`() throws {
        try inFolder { folder in
            try Data("format: 1\ncase: {id: Bad Id}\n".utf8).write(to: folder.appending(path: "case.yaml"))
            try Data().write(to: folder.appending(path: "notes.txt"))
            let check = { try self.run("check", folder.path, "--lang", $0).output }
            #expect(try check("en").contains("case.yaml:2:12: error: 'Bad Id' is not an id"))
            #expect(try check("en").hasSuffix(" errors, 0 warnings, 1 remark\n"))
            #expect(try check("zh").contains("case.yaml:2:12: 错误：“Bad Id”不能作编号"))
            #expect(try check("zh").hasSuffix(" 个错误，0 个警告，1 个说明\n"))
            let list = try run("list", "--case", folder.path, "--lang", "zh")
            #expect(list.errors.hasSuffix("triptych: \(folder.path) 有错误，改正后才能打开\n"))
            #expect(!list.errors.contains("notes.txt"))
            let found = try json(try run("check", folder.path, "--format", "json", "--lang", "zh").output)
            #expect(found.contains { ($0["message"] as? String)?.hasPrefix("“Bad Id”不能作编号") == true })
        }
    }

    @Test func `an invalid command line has a status of its own, 64`() throws {
        #expect(try run("lits", "--nonsense").status == 64)
        #expect(try run("show").status == 64)
        #expect(try run("list", "--lang", "fr").status == 64)
        #expect(try run("browse", "--view", "reader").status == 64)
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test func `a reader that goes away ends the program quietly`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let program = TmuxSession.quoted(Program.built("triptych"))
        process.arguments = [
            "-c", "{ \(program) show $(\(program) list | cut -d' ' -f1); echo $? >&2; } | head -1",
        ]
        process.environment = Program.environment()
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(told == "0\n")
    }

    @Test func `a hyphen is standard input`() throws {
        let text = "format: 1\ncase: {id: x, title: X}\npanes: [{id: a, title: A}]\n"
        for command in ["check -", "check --case -", "list --case -"] {
            let outcome = try Invocation(
                inShell: "printf '%s' \"$TEXT\" | \"$PROGRAM\" \(command) --lang en", ["TEXT": text])
            #expect(
                (outcome.output + outcome.errors).hasPrefix(
                    "/dev/stdin:3:1: error: a case has exactly three panes"), "\(outcome)")
        }
    }
}
