import ArgumentParser
import Testing

@testable import triptych

/// The options of appearance, which every command takes, so that an alias can give them to all alike.
@Suite struct CommonOptionsTests {
    @Test(arguments: CommandName.allCases)
    func `every command takes them, before its name and behind it`(_ name: CommandName) throws {
        let options = ["--color", "never", "--ascii", "--ambiguous=wide", "--lang", "en"]
        for words in [options + [name.rawValue], [name.rawValue] + options] {
            let line = try #require(CommandWords(words).command)
            #expect(line.name == name)
            do {
                _ = try name.command.parseAsRoot(line.arguments)
            } catch {
                // Some lack an argument.
                let message = name.command.message(for: error)
                #expect(message.hasPrefix("Missing expected argument"), "\(message)")
            }
        }
    }

    @Test func `what is passed over has to be right, and stands before the words for ssh`() throws {
        func arguments(_ words: String...) -> [String]? { CommandWords(words).command?.arguments }
        #expect(arguments("doctor", "--color", "maybe") == ["--color", "maybe"])
        #expect(arguments("doctor", "--ambiguous=maybe", "--color=auto") == ["--ambiguous=maybe"])
        #expect(arguments("mirror", "a", "--ascii", "--", "--ascii") == ["a", "--", "--ascii"])
        #expect(arguments("list", "--ascii", "--color", "always") == ["--ascii"])
    }

    @Test func `reports are printed in ASCII signs, and in wide columns`() throws {
        let chain = ["trace", "prj-chongqing-guiyang-railway", "--lang", "zh"]
        let usual = try Invocation(chain).output
        let plain = try Invocation(["--ascii"] + chain).output
        #expect(usual.contains("↓") && !plain.contains("↓") && plain.contains("\n  v "))
        #expect(plain.contains("渝贵铁路"))
        #expect(plain.split(separator: "\n").count == usual.split(separator: "\n").count)
        let connected = ["list", "--connected-to", "prj-chongqing-guiyang-railway", "--ascii"]
        let list = try Invocation(connected).output
        #expect(!list.isEmpty && !list.contains("●") && !list.contains("◐"))
        #expect(try Invocation(["claims", "--ascii"]).status == 0)
        // Quotation marks take two columns each, so that lines break earlier.
        let page = ["show", "prj-chongqing-guiyang-railway", "--lang", "zh", "--width", "60"]
        #expect(try Invocation(page + ["--ambiguous", "wide"]).output != Invocation(page).output)
    }

    @Test func `a mirror and a relay speak the language asked for`() throws {
        for name in ["mirror", "relay"] {
            let said = try Invocation([name, "no one", "--lang", "zh"])
            #expect(said.errors.contains("不能作研讨课的名称"), "\(said.errors)")
        }
    }
}
