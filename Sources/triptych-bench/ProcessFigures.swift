import System

/// The kernel's figures on a process, from proc(5).
struct ProcessFigures {
    private let status: String
    /// Seconds on a processor, which the kernel adds up whenever the process goes to sleep.
    let processorSeconds: Double

    init(_ process: Int32) {
        status = Self.text(of: "/proc/\(process)/status")
        // A process has the figure of its first thread only.
        let threads = (try? FileSystem.names(in: "/proc/\(process)/task")) ?? []
        processorSeconds = threads.reduce(0) { sum, thread in
            let text = Self.text(of: "/proc/\(process)/task/\(thread)/schedstat")
            return sum + (Double(text.prefix { $0 != " " }) ?? 0) / 1e9
        }
    }

    /// Resident memory including libraries, in MiB.
    var residentMiB: Double { field("VmRSS") / 1024 }
    /// Anonymous resident memory, in MiB.
    var ownMiB: Double { field("RssAnon") / 1024 }
    /// Context switches; for an idle process, its wake-ups.
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
