import CLinux
import Glibc
import System
import Testing

@testable import Kiosk

/// The filter itself, evaluated as the kernel does.
@Suite struct SystemCallFilterTests {
    private static let process: pid_t = 4711
    private let address: SealedAddress
    private let filter: SystemCallFilter

    init() throws {
        address = try SealedAddress(of: "/tmp/x.sock")
        filter = SystemCallFilter(
            allowing: AllowedCall.kiosk(process: Self.process, connectingTo: address))
    }

    /// The answer to a call.
    private func answer(
        _ number: Int32, _ arguments: [UInt64] = [], machine: UInt32 = cl_architecture,
        _ filter: SystemCallFilter? = nil
    ) throws -> UInt32 {
        let instructions = (filter ?? self.filter).instructions
        // struct seccomp_data: number, machine, the place of the instruction, six arguments.
        var words = [UInt32(bitPattern: number), machine, 0, 0]
        for place in 0..<6 {
            let value = arguments.indices.contains(place) ? arguments[place] : 0
            words += [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)]
        }
        var accumulator: UInt32 = 0
        var place = 0
        while true {
            let instruction = try #require(instructions.indices.contains(place) ? instructions[place] : nil)
            place += 1
            func branch(_ holds: Bool) { place += Int(holds ? instruction.jt : instruction.jf) }
            switch Int32(instruction.code) {
            case BPF_LD | BPF_W | BPF_ABS: accumulator = words[Int(instruction.k) / 4]
            case BPF_JMP | BPF_JA: place += Int(instruction.k)
            case BPF_JMP | BPF_JEQ | BPF_K: branch(accumulator == instruction.k)
            case BPF_JMP | BPF_JGE | BPF_K: branch(accumulator >= instruction.k)
            case BPF_JMP | BPF_JSET | BPF_K: branch(accumulator & instruction.k != 0)
            case BPF_RET | BPF_K: return instruction.k
            case let code:
                Issue.record("instruction \(code)")
                return 0
            }
        }
    }

    private static let allowed = UInt32(SECCOMP_RET_ALLOW)
    private static let refused = UInt32(SECCOMP_RET_ERRNO) | UInt32(EPERM)
    private static let unknown = UInt32(SECCOMP_RET_ERRNO) | UInt32(ENOSYS)

    @Test func `without arguments these calls are allowed, and no others`() throws {
        var expected: Set<Int32> = [
            SYS_read, SYS_pread64, SYS_write, SYS_writev, SYS_close, SYS_dup3, SYS_fstat, SYS_sendto,
            SYS_ppoll,
            SYS_restart_syscall,
            SYS_clock_gettime, SYS_gettimeofday, SYS_nanosleep, SYS_clock_nanosleep, SYS_setitimer, SYS_exit,
            SYS_exit_group, SYS_brk, SYS_getrandom, SYS_prlimit64, SYS_rt_sigaction, SYS_rt_sigprocmask,
            SYS_rt_sigreturn, SYS_sigaltstack, SYS_getpid, SYS_gettid,
        ]
        #if arch(x86_64)
            expected.formUnion([SYS_dup2, SYS_poll, SYS_alarm, SYS_time])
        #endif
        let found = try Set((Int32(0)..<1024).filter { try answer($0) == Self.allowed })
        #expect(found == expected)
        for number in 0..<Int32(1024) where !expected.contains(number) {
            #expect(try answer(number) == (number < 424 ? Self.refused : Self.unknown), "\(number)")
        }
    }

    @Test func `no other machine's calls and none of another numbering are looked at`() throws {
        #expect(try answer(SYS_read, machine: 0x4000_0003) == UInt32(SECCOMP_RET_KILL_PROCESS))
        #if arch(x86_64)
            #expect(try answer(0x4000_0000 | SYS_read) == Self.refused)
        #endif
    }

    @Test func `arguments decide`() throws {
        let (place, size) = (UInt64(address.place), UInt64(address.size))
        let high: UInt64 = 0x7F00_0000_0000
        let kind = UInt64(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let anonymous = UInt64(MAP_PRIVATE | MAP_ANONYMOUS)
        let allowed: [(Int32, [UInt64])] = [
            (SYS_ioctl, [1, UInt64(TIOCGWINSZ)]), (SYS_ioctl, [0, 0x5402]),
            (SYS_ioctl, [0, 0xFFFF_FFFF_802C_542A]), (SYS_fcntl, [3, UInt64(F_SETFL), 1]),
            (SYS_fcntl, [3, UInt64(F_DUPFD_CLOEXEC), 1]), (SYS_sendto, [3, high, 9, 1 << 14, 0, 0]),
            (SYS_futex, [high, 128]), (SYS_futex, [high, 137 | 256]), (SYS_mmap, [0, 1, 3, anonymous]),
            (SYS_munmap, [high, 4096]), (SYS_mremap, [high, 1, 2, 1]),
            (SYS_tgkill, [UInt64(Self.process), 1, 6]), (SYS_socket, [1, kind, 0]),
            (SYS_connect, [3, place, size]), (SYS_prlimit64, [0, 3, 0, high]),
        ]
        for (number, arguments) in allowed { #expect(try answer(number, arguments) == Self.allowed) }
        let refused: [(Int32, [UInt64])] = [
            (SYS_ioctl, [0, UInt64(TIOCSTI)]), (SYS_ioctl, [0, 0x5414]),
            (SYS_fcntl, [3, UInt64(F_SETOWN), 1]),
            (SYS_fcntl, [3, 1024, 1]), (SYS_sendto, [3, high, 9, 0, high, 110]),
            (SYS_sendto, [3, high, 9, 0, 1 << 32, 110]), (SYS_futex, [high, 0]), (SYS_futex, [high, 134]),
            (SYS_mmap, [0, 1, 7, anonymous]), (SYS_mmap, [0, 1, 1, 2]),
            (SYS_mmap, [place, 1, 3, anonymous | UInt64(MAP_FIXED)]), (SYS_munmap, [place, 4096]),
            (SYS_munmap, [0x1_0000, 1 << 40]), (SYS_mremap, [place, 1, 2, 1]),
            (SYS_mremap, [high, 1, 2, 3, place]), (SYS_mprotect, [place, 4096, 3]),
            (SYS_madvise, [place, 4096, 4]), (SYS_tgkill, [1, 1, 9]), (SYS_tgkill, [0, 1, 9]),
            (SYS_socket, [2, kind, 0]), (SYS_socket, [1, 2, 0]), (SYS_socket, [16, kind, 0]),
            (SYS_connect, [3, place + 1, size]), (SYS_connect, [3, place | 1 << 32, size]),
            (SYS_connect, [3, place, size - 1]), (SYS_connect, [3, high, size]),
            (SYS_prlimit64, [1, 3, 0, high]), (SYS_prlimit64, [0, 3, high, 0]),
        ]
        for (number, arguments) in refused {
            #expect(try answer(number, arguments) == Self.refused, "\(number) \(arguments)")
        }
    }

    @Test func `a kiosk that follows nobody connects to nothing`() throws {
        let alone = SystemCallFilter(
            allowing: AllowedCall.kiosk(process: Self.process, connectingTo: nil))
        let kind = UInt64(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let connect = [3, UInt64(address.place), UInt64(address.size)]
        #expect(try answer(SYS_socket, [1, kind, 0], alone) == Self.refused)
        #expect(try answer(SYS_connect, connect, alone) == Self.refused)
        #expect(try answer(SYS_read, [], alone) == Self.allowed)
    }

    @Test func `each version of Landlock has the rights of the one before`() {
        var before = Landlock.rights(of: 1)
        #expect(before == (0x1FFF, 0, 0))
        for version in 2...9 {
            let rights = Landlock.rights(of: version)
            #expect(rights.files & before.files == before.files)
            #expect(rights.network & before.network == before.network)
            #expect(rights.scopes & before.scopes == before.scopes)
            before = rights
        }
        #expect(before == (0xFFFF, 3, 3))
    }
}
