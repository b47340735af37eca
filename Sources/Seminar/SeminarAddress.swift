/// The address of a seminar.
package enum SeminarAddress: Equatable, Sendable {
    /// A socket on this machine.
    case local(SeminarName, SeminarFolder)
    /// A relay on another machine, by ssh.
    case remote(RemoteSeminar)

    /// Parses `NAME` or `HOST:NAME`; `options` are arguments for ssh, and `directory` is the folder of the seminars
    /// on that machine.
    package init(
        _ address: String, directory: String? = nil, sshOptions options: [String] = []
    ) throws(SeminarError) {
        guard let colon = address.lastIndex(of: ":") else {
            self = .local(try SeminarName(address), SeminarFolder(shared: directory))
            return
        }
        self = .remote(
            try RemoteSeminar(
                host: String(address[..<colon]),
                name: SeminarName(String(address[address.index(after: colon)...])), directory: directory,
                options: options))
    }

    /// The seminar's name.
    package var name: SeminarName {
        switch self {
        case .local(let name, _): name
        case .remote(let remote): remote.name
        }
    }
}

/// A seminar on another machine, and the ssh command for it.
package struct RemoteSeminar: Equatable, Sendable {
    /// The host, as ssh takes it.
    package let host: String
    /// The seminar's name there.
    package let name: SeminarName
    private let directory: String?
    private let options: [String]
    /// The program to start, for tests without another machine.
    var program = "ssh"

    /// Parses a host such as `host`, `user@host`, `[::1]` or `ssh://host:2222`.
    package init(
        host: String, name: SeminarName, directory: String? = nil, options: [String] = []
    ) throws(SeminarError) {
        var bare = host
        if bare.hasPrefix("["), bare.hasSuffix("]") { bare = String(bare.dropFirst().dropLast()) }
        // ssh takes a leading - for an option, both before the host and after the user's name; other characters of
        // a host could reach a shell through the user's ProxyCommand.
        let machine = bare.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        guard !bare.hasPrefix("-"), !machine.isEmpty, !machine.hasPrefix("-"),
            bare.utf8.allSatisfy(Self.isAllowed)
        else { throw .badHost(host) }
        (self.host, self.name, self.directory, self.options) = (bare, name, directory, options)
    }

    /// The ssh command. Of an option given twice ssh uses the first, which is the user's.
    ///
    /// During a reconnection the screen shows the explorer, so that ssh must not ask questions.
    func command(asSpeaker: Bool, mayAsk: Bool) -> [String] {
        var words = [program, "-T"] + options
        // A dead connection is noticed within a minute.
        for option in ["ConnectTimeout=20", "ServerAliveInterval=15", "ServerAliveCountMax=3"] {
            words += ["-o", option]
        }
        if !mayAsk { words += ["-o", "BatchMode=yes"] }
        return words + ["--", host, remoteLine(asSpeaker: asSpeaker)]
    }

    /// The command for the remote shell: one line without anything for the shell to interpret.
    private func remoteLine(asSpeaker: Bool) -> String {
        var words = ["triptych", "relay"]
        if asSpeaker { words.append("--speaker") }
        if let directory { words += ["--dir", Self.quoted(directory)] }
        // In another locale a byte of a Chinese character may count as a blank.
        return (words + [name.isASCII ? name.text : Self.quoted(name.text)]).joined(separator: " ")
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case _: "._-:@/%+".utf8.contains(byte)
        }
    }
}
