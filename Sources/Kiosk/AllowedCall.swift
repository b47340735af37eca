import CLinux
import Glibc
import System

/// A system call that a kiosk may make, with what its arguments must be. Several entries of one call are
/// alternatives.
struct AllowedCall {
    /// A condition on the argument at a place, from 0.
    enum Condition {
        /// The lower half, which is all that the kernel reads of an `int`, is one of these.
        case isOneOf(Int, [UInt32])
        /// Both halves together are this.
        case isAll(Int, UInt64)
        /// The lower half has at least one of these bits.
        case has(Int, UInt32)
        /// The lower half has none of these bits.
        case hasNone(Int, UInt32)
        /// It is an address above 4 GiB, where no `SealedAddress` is.
        case isAbove4GiB(Int)
    }

    let number: Int32
    let conditions: [Condition]

    init(_ number: Int32, where conditions: Condition...) {
        (self.number, self.conditions) = (number, conditions)
    }
}

extension AllowedCall {
    /// What a kiosk needs: it reads keys, writes to its terminal, waits, and asks for memory. No file is opened any
    /// more.
    ///
    /// `process` is its own number, the only one to which it may send signals; `address` is that of the seminar which
    /// it follows, the only one to which it may connect, nil without one.
    static func kiosk(process: pid_t, connectingTo address: SealedAddress?) -> [AllowedCall] {
        streams + waiting + memory + signals(to: process) + (address.map(connecting) ?? [])
    }

    private static let streams: [AllowedCall] = {
        // The modes and the size of the terminal, in both forms; TIOCSTI, which types into it, is not among them.
        let terminal: [UInt32] = [
            0x5401, 0x5402, 0x5403, 0x5404,  // TCGETS, TCSETS, TCSETSW, TCSETSF
            0x802C_542A, 0x402C_542B, 0x402C_542C, 0x402C_542D,  // the same with a 2
            0x5413,  // TIOCGWINSZ
        ]
        let duplicate = UInt32(F_DUPFD_CLOEXEC)
        var calls = [
            AllowedCall(SYS_read), AllowedCall(SYS_write), AllowedCall(SYS_writev), AllowedCall(SYS_close),
            // The records of a packed case, whose file is open.
            AllowedCall(SYS_pread64),
            AllowedCall(SYS_dup3), AllowedCall(SYS_fstat),
            AllowedCall(SYS_ioctl, where: .isOneOf(1, terminal)),
            AllowedCall(
                SYS_fcntl,
                where: .isOneOf(1, [F_GETFL, F_SETFL, F_GETFD, F_SETFD].map { UInt32($0) } + [duplicate])),
            // To the socket's own peer, not to an address.
            AllowedCall(SYS_sendto, where: .isAll(4, 0)),
        ]
        #if arch(x86_64)
            calls.append(AllowedCall(SYS_dup2))
        #endif
        return calls
    }()

    private static let waiting: [AllowedCall] = {
        var calls = [
            AllowedCall(SYS_ppoll), AllowedCall(SYS_restart_syscall), AllowedCall(SYS_clock_gettime),
            AllowedCall(SYS_gettimeofday), AllowedCall(SYS_nanosleep), AllowedCall(SYS_clock_nanosleep),
            AllowedCall(SYS_setitimer), AllowedCall(SYS_exit), AllowedCall(SYS_exit_group),
            // Locks within the process: FUTEX_WAIT and FUTEX_WAKE, with and without bits.
            AllowedCall(SYS_futex, where: .isOneOf(1, [128, 129, 137, 138, 137 | 256])),
        ]
        #if arch(x86_64)
            calls += [AllowedCall(SYS_poll), AllowedCall(SYS_alarm), AllowedCall(SYS_time)]
        #endif
        return calls
    }()

    private static let memory: [AllowedCall] = [
        AllowedCall(SYS_brk), AllowedCall(SYS_getrandom),
        // Memory, not files, never executable, and not in place of other memory.
        AllowedCall(
            SYS_mmap, where: .hasNone(2, UInt32(PROT_EXEC)), .has(3, UInt32(MAP_ANONYMOUS)),
            .hasNone(3, UInt32(MAP_FIXED))),
        AllowedCall(SYS_munmap, where: .isAbove4GiB(0)),
        AllowedCall(SYS_mremap, where: .isAbove4GiB(0), .isAll(3, 1)),  // MREMAP_MAYMOVE
        // The limits of the process itself, to be read.
        AllowedCall(SYS_prlimit64, where: .isOneOf(0, [0]), .isAll(2, 0)),
    ]

    private static func signals(to process: pid_t) -> [AllowedCall] {
        [
            AllowedCall(SYS_rt_sigaction), AllowedCall(SYS_rt_sigprocmask), AllowedCall(SYS_rt_sigreturn),
            AllowedCall(SYS_sigaltstack), AllowedCall(SYS_getpid), AllowedCall(SYS_gettid),
            AllowedCall(SYS_tgkill, where: .isOneOf(0, [UInt32(process)])),
        ]
    }

    private static func connecting(to address: SealedAddress) -> [AllowedCall] {
        let kind = UInt32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        return [
            AllowedCall(
                SYS_socket, where: .isOneOf(0, [UInt32(AF_UNIX)]), .isOneOf(1, [kind]), .isOneOf(2, [0])),
            AllowedCall(
                SYS_connect, where: .isAll(1, UInt64(address.place)), .isOneOf(2, [address.size])),
        ]
    }
}
