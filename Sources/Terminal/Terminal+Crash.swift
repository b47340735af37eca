#if DEBUG
    import Glibc

    extension Terminal {
        /// Deliberate failures, for testing the restoration of the terminal.
        package enum Crash: String, CaseIterable, Sendable {
            /// A trap of Swift, such as for an index out of range.
            case trap
            /// A call of abort(3), as in C libraries.
            case abort
            /// A write to an invalid address.
            case fault
            /// Endless recursion.
            case stackOverflow
            /// A loop that handles no events.
            case hang
        }

        /// Fails; only in debug builds.
        package static func crash(by crash: Crash) -> Never {
            switch crash {
            case .trap: fatalError("a deliberate trap")
            case .abort: Glibc.abort()
            case .fault: UnsafeMutablePointer<Int>(bitPattern: 8)!.pointee = recurse(0)
            case .stackOverflow: print(recurse(Int.max))
            case .hang: break
            }
            while true {}
        }

        @inline(never)
        private static func recurse(_ depth: Int) -> Int {
            depth == 0 ? 0 : recurse(depth - 1) &+ recurse(depth - 2)
        }
    }
#endif
