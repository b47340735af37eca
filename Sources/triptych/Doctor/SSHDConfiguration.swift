import System

/// What the configuration of sshd says of accounts whose sessions are triptych's.
struct SSHDConfiguration: Equatable {
    /// A Match block, or the part before the first, that forces triptych.
    struct Account: Equatable {
        /// `Match User seminar`.
        let name: String
        /// The values of its keywords, in lower case; the first of each holds, as in sshd_config(5).
        var settings: [String: String] = [:]

        /// The missing lines that make it safe for anonymous users.
        var missing: [String] {
            let isRelay = settings["forcecommand"]?.contains(" relay") == true
            let wanted = [
                ("DisableForwarding", "yes"), ("PermitUserRC", "no"), ("PermitTunnel", "no"),
                ("MaxSessions", "1"),
                ("AuthenticationMethods", "publickey"), ("PermitTTY", isRelay ? "no" : "yes"),
            ]
            // A terminal is allowed unless it is forbidden.
            return wanted.filter { name, value in
                let found = settings[name.lowercased()]
                return name == "PermitTTY" && value == "yes" ? found == "no" : found != value
            }.map { "\($0) \($1)" }
        }
    }

    private(set) var accounts: [Account] = []

    /// Reads a configuration; `include` has the texts of the files of a pattern.
    init(_ text: String, include: (String) -> [String] = { _ in [] }) {
        var blocks = [Account(name: "sshd_config")]
        Self.read(text, into: &blocks, include: include)
        let general = blocks[0].settings
        accounts = blocks.filter { $0.settings["forcecommand"]?.contains("triptych") == true }.map { block in
            Account(name: block.name, settings: block.settings.merging(general) { own, _ in own })
        }
    }

    private static func read(_ text: String, into blocks: inout [Account], include: (String) -> [String]) {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "=" }.map(String.init)
            guard let keyword = words.first?.lowercased(), !keyword.hasPrefix("#"), words.count > 1 else {
                continue
            }
            let value = words.dropFirst().joined(separator: " ")
            switch keyword {
            case "include":
                // A Match of an included file ends with the file.
                let open = blocks.count - 1
                for text in include(value) { read(text, into: &blocks, include: { _ in [] }) }
                if blocks.count - 1 > open {
                    blocks.append(Account(name: blocks[open].name, settings: blocks[open].settings))
                }
            case "match": blocks.append(Account(name: "Match " + value))
            case _:
                let plain = keyword == "forcecommand" ? value : value.lowercased()
                if blocks[blocks.count - 1].settings[keyword] == nil {
                    blocks[blocks.count - 1].settings[keyword] = plain
                }
            }
        }
    }

    /// The configuration of this host, as far as it can be read.
    static func ofHost(_ path: String = "/etc/ssh/sshd_config") -> SSHDConfiguration? {
        func text(_ path: String) -> String? {
            (try? WholeFile.read(path, filesOnly: true, limit: { _ in 1 << 20 })).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        guard let whole = text(path) else { return nil }
        return SSHDConfiguration(whole) { pattern in
            guard pattern.hasSuffix("/*.conf") else { return [text(pattern)].compactMap(\.self) }
            let folder = String(pattern.dropLast("/*.conf".count))
            let names = (try? FileSystem.names(in: folder)) ?? []
            return names.filter { $0.hasSuffix(".conf") && !$0.hasPrefix(".") }.compactMap {
                text("\(folder)/\($0)")
            }
        }
    }
}
