import Testing

@testable import Kiosk

/// The environment variables that a kiosk accepts.
@Suite struct KeptVariablesTests {
    private func kept(_ environment: [String: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: KeptVariables.of { environment[$0] }.map { ($0.name, $0.value) })
    }

    @Test func `terminal and language are kept unchanged`() {
        let environment = [
            "TERM": "xterm-256color", "LANG": "zh_CN.UTF-8", "LC_ALL": "sr_RS@latin", "LC_CTYPE": "C.UTF-8",
            "LC_MESSAGES": "en_US",
        ]
        #expect(kept(environment) == environment)
        #expect(kept(["TERM": "screen.xterm+256"]) == ["TERM": "screen.xterm+256"])
    }

    @Test func `all other variables are removed`() {
        let environment = [
            "TERMINFO": "/tmp", "TERMINFO_DIRS": "/tmp", "TERMCAP": "x:", "HOME": "/tmp", "PATH": "/tmp",
            "LD_PRELOAD": "/tmp/x.so", "LOCPATH": "/tmp", "NLSPATH": "/tmp/%N", "TMUX": "/tmp/t,1,0",
            "SSH_ORIGINAL_COMMAND": "sh", "TRIPTYCH_CASE": "/etc", "ESCDELAY": "9999", "EDITOR": "vi",
            "NCURSES_TRACE": "1", "XDG_RUNTIME_DIR": "/tmp", "LC_TIME": "zh_CN", "TZ": ":/etc/passwd",
            "SWIFT_BACKTRACE": "enable=yes,swift-backtrace=/tmp/x", "COLUMNS": "1", "LINES": "1",
        ]
        #expect(kept(environment).isEmpty)
    }

    @Test(arguments: [
        "", ".", "..", "../x", "/tmp/x", "x/y", "xterm\u{1B}[31m", "x y", "x;y", "$(id)", "`id`", "-x", "渝",
        "x\n", "x%n", "~root", String(repeating: "x", count: 65),
    ])
    func `a value that is no name is removed`(value: String) {
        for name in ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES"] {
            #expect(kept([name: value]).isEmpty)
        }
    }
}
