import System

/// What Linux tells of a process under /proc: see proc(5).
struct ProcessFigures {
    private let status: String
    /// Seconds on a processor; the kernel counts them whenever the process goes to sleep.
    let processorSeconds: Double

    init(_ process: Int32) {
        status = Self.text(of: "/proc/\(process)/status")
        let nanoseconds = Self.text(of: "/proc/\(process)/schedstat").prefix { $0 != " " }
        processorSeconds = (Double(nanoseconds) ?? 0) / 1e9
    }

    /// All resident memory, libraries included, in MiB.
    var residentMiB: Double { field("VmRSS") / 1024 }
    /// The resident memory that is the process's own, in MiB.
    var ownMiB: Double { field("RssAnon") / 1024 }
    /// How often it has been put to sleep; while nothing happens, how often it woke.
    var switches: Double { field("voluntary_ctxt_switches") + field("nonvoluntary_ctxt_switches") }

    private func field(_ name: String) -> Double {
        let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        let number = line?.dropFirst(name.count + 1).drop { !$0.isNumber }.prefix(while: \.isNumber)
        return number.flatMap { Double($0) } ?? 0
    }

    private static func text(of path: String) -> String {
        String(decoding: (try? WholeFile.read(path, limit: 1 << 16)) ?? [], as: UTF8.self)
    }
}
