import CLinux

/// Landlock, which the kernel may have: it takes rights from a process for the rest of its life.
///
/// The filter of system calls already refuses what needs these rights; this is a second wall, of other stones.
enum Landlock {
    /// The version of the kernel's Landlock; nil without it.
    static var version: Int? {
        let version = cl_landlock_version()
        return version > 0 ? Int(version) : nil
    }

    /// Takes away all files, and as far as the version goes the network, abstract sockets and signals to others; true
    /// on success.
    static func enclose(version: Int) -> Bool {
        let rights = rights(of: version)
        return cl_landlock(rights.files, rights.network, rights.scopes) == 0
    }

    /// All rights that a version can take away, as bits.
    static func rights(of version: Int) -> (files: UInt64, network: UInt64, scopes: UInt64) {
        // Thirteen rights at first; then renaming between folders, truncation, and devices' own requests.
        var files: UInt64 = (1 << 13) - 1
        if version >= 2 { files |= 1 << 13 }
        if version >= 3 { files |= 1 << 14 }
        if version >= 5 { files |= 1 << 15 }
        return (files, version >= 4 ? 0b11 : 0, version >= 6 ? 0b11 : 0)
    }
}
