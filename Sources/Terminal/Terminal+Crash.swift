#if DEBUG
    import Glibc

    extension Terminal {
        /// Ways to fail on purpose, so that it can be tried what becomes of the terminal.
        package enum Crash: String, CaseIterable, Sendable {
            /// A trap of Swift's, as an index out of range is.
            case trap
            /// abort(3), as C libraries do.
            case abort
            /// A write to no memory.
            case fault
            /// Endless recursion.
            case stackOverflow
            /// A loop that answers nothing any more.
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
