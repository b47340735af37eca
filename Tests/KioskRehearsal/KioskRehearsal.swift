// A process that locks itself in as a kiosk does and then makes one system call after the other, for the tests.
//
// Its arguments are the path of the socket to which it may connect, that of another, a file and a process that are not
// its own. With the names of calls behind them it makes these only, and stays outside of the sandbox. It writes one
// line for each call, with the name of the error, and then does what a kiosk does.

import CLinux
import Glibc
import Kiosk
import System

@main
struct KioskRehearsal {
    let own: String
    let other: String
    let file: String
    let process: Int
    /// The calls to make outside of the sandbox; empty for all of them in it.
    let chosen: Set<String>

    static func main() throws {
        let words = CommandLine.arguments
        guard words.count >= 5, let process = Int(words[4]) else { exit(64) }
        let rehearsal = KioskRehearsal(
            own: words[1], other: words[2], file: words[3], process: process,
            chosen: Set(words.dropFirst(5)))
        let address = try SealedAddress(of: rehearsal.own)
        if rehearsal.chosen.isEmpty {
            Kiosk.begin()
            try Kiosk.lock(connectingTo: address)
        }
        rehearsal.tryAll(Int(address.place))
        rehearsal.doWhatIsAllowed(address)
    }

    private func tell(_ name: String, _ result: Int) {
        let code = errno
        let error =
            switch (result, code) {
            case (0..., _): "done"
            case (_, EPERM): "EPERM"
            case (_, ENOSYS): "ENOSYS"
            case (_, EACCES): "EACCES"
            case _: "error \(code)"
            }
        try? FileDescriptor.standardOutput.write("\(name) \(error)\n")
    }

    private func attempt(
        _ name: String, _ number: Int, _ first: Int = 0, _ second: Int = 0, _ third: Int = 0,
        _ fourth: Int = 0, _ fifth: Int = 0, _ sixth: Int = 0
    ) {
        guard chosen.isEmpty || chosen.contains(name) else { return }
        tell(name, cl_call(number, first, second, third, fourth, fifth, sixth))
    }

    private func tryAll(_ sealed: Int) {
        file.withCString { path in tryFiles(Int(bitPattern: path)) }
        tryProcesses()
        tryObjects()
        tryMemory(sealed)
        tryNetwork()
    }

    private func tryFiles(_ path: Int) {
        let here = Int(AT_FDCWD)
        let text = "x".utf8.map { Int8($0) } + [0]
        text.withUnsafeBufferPointer { text in
            let name = Int(bitPattern: text.baseAddress)
            attempt("openat", Int(SYS_openat), here, path, Int(O_RDONLY))
            attempt("openat to write", Int(SYS_openat), here, path, Int(O_WRONLY))
            attempt("openat2", 437, here, path, name, 24)
            attempt("newfstatat", Int(SYS_newfstatat), here, path, name, 0)
            attempt("statx", Int(SYS_statx), here, path, 0, 0, name)
            attempt("faccessat", Int(SYS_faccessat), here, path, 0)
            attempt("readlinkat", Int(SYS_readlinkat), here, path, name, 1)
            attempt("fchmodat", Int(SYS_fchmodat), here, path, 0o600)
            attempt("fchmodat2", 452, here, path, 0o600, 0)
            attempt("setxattr", Int(SYS_setxattr), path, name, name, 1, 0)
            attempt("setxattrat", 463, here, path, 0, name, name, 16)
            attempt("file_setattr", 469, here, path, name, 24, 0)
            attempt("unlinkat", Int(SYS_unlinkat), here, path, 0)
            attempt("mkdirat", Int(SYS_mkdirat), here, path, 0o700)
            attempt("renameat2", Int(SYS_renameat2), here, path, here, path, 0)
            attempt("truncate", Int(SYS_truncate), path, 0)
            attempt("chdir", Int(SYS_chdir), path)
            attempt("inotify_init1", Int(SYS_inotify_init1), 0)
            attempt("execve", Int(SYS_execve), path, 0, 0)
            attempt("execveat", Int(SYS_execveat), here, path, 0, 0, 0)
            attempt("mount", Int(SYS_mount), path, path, name, 0, 0)
            // An arbitrary character, as if typed.
            attempt("ioctl TIOCSTI", Int(SYS_ioctl), 0, Int(TIOCSTI), name)
            attempt("ioctl FIONBIO", Int(SYS_ioctl), 0, Int(FIONBIO), name)
        }
        #if arch(x86_64)
            attempt("open", Int(SYS_open), path, Int(O_RDONLY), 0)
            attempt("stat", Int(SYS_stat), path, 0, 0)
            attempt("fork", Int(SYS_fork))
        #endif
    }

    private func tryProcesses() {
        var limits = rlimit(rlim_cur: 4096, rlim_max: 1 << 20)
        withUnsafeMutableBytes(of: &limits) { limits in
            let room = Int(bitPattern: limits.baseAddress)
            attempt("prlimit64 of another", Int(SYS_prlimit64), process, Int(RLIMIT_CPU.rawValue), 0, room)
            attempt("prlimit64 to change", Int(SYS_prlimit64), 0, Int(RLIMIT_CPU.rawValue), room, 0)
            attempt("sched_setaffinity", Int(SYS_sched_setaffinity), process, 8, room)
            attempt("sched_setattr", Int(SYS_sched_setattr), process, room, 0)
        }
        attempt("setpriority", Int(SYS_setpriority), 0, process, 19)
        attempt("ioprio_set", Int(SYS_ioprio_set), 1, process, 0)
        attempt("kill", Int(SYS_kill), process, 0)
        attempt("tgkill of another", Int(SYS_tgkill), process, process, 0)
        attempt("rt_sigqueueinfo", Int(SYS_rt_sigqueueinfo), process, 0, 0)
        attempt("ptrace", Int(SYS_ptrace), 0x4206, process, 0, 0)  // PTRACE_SEIZE
        attempt("process_vm_readv", Int(SYS_process_vm_readv), process, 0, 0, 0, 0, 0)
        attempt("pidfd_open", 434, process, 0)
        attempt("process_madvise", 440, process, 0, 0, 0, 0)
        attempt("clone", Int(SYS_clone), Int(SIGCHLD), 0, 0, 0, 0)
        attempt("clone3", 435, 0, 0)
        attempt("setuid", Int(SYS_setuid), 0)
        attempt("unshare", Int(SYS_unshare), 0)
        attempt("prctl", Int(SYS_prctl), 15, 0)
        attempt("kcmp", Int(SYS_kcmp), process, process, 2, 0, 0)
    }

    private func tryObjects() {
        attempt("shmget", Int(SYS_shmget), 0, 4096, 0o1600)
        attempt("msgget", Int(SYS_msgget), 0, 0o1600)
        attempt("semget", Int(SYS_semget), 0, 1, 0o1600)
        "triptych-kiosk-rehearsal".withCString {
            attempt("mq_open", Int(SYS_mq_open), Int(bitPattern: $0), Int(O_CREAT | O_RDWR), 0o600, 0)
            attempt("memfd_create", Int(SYS_memfd_create), Int(bitPattern: $0), 0)
            attempt("add_key", Int(SYS_add_key), Int(bitPattern: $0), Int(bitPattern: $0), 0, 0, -2)
        }
        attempt("io_uring_setup", 425, 1, 0)
        attempt("bpf", Int(SYS_bpf), 0, 0, 0)
        attempt("perf_event_open", Int(SYS_perf_event_open), 0, 0, -1, -1, 0)
        attempt("userfaultfd", Int(SYS_userfaultfd), 0)
        attempt("timer_create", Int(SYS_timer_create), 0, 0, 0)
        attempt("a call of the future", 700)
    }

    private func tryMemory(_ sealed: Int) {
        let page = Int(getpagesize())
        let (writable, executable) = (Int(PROT_READ | PROT_WRITE), Int(PROT_READ | PROT_EXEC))
        let anonymous = Int(MAP_PRIVATE | MAP_ANONYMOUS)
        attempt("mmap to execute", Int(SYS_mmap), 0, page, executable, anonymous, -1, 0)
        attempt("mmap of a file", Int(SYS_mmap), 0, page, Int(PROT_READ), Int(MAP_PRIVATE), 0, 0)
        attempt("mprotect", Int(SYS_mprotect), sealed, page, writable)
        attempt("munmap of the address", Int(SYS_munmap), sealed, page)
        attempt("munmap around the address", Int(SYS_munmap), 1 << 16, 1 << 32)
        attempt("mremap of the address", Int(SYS_mremap), sealed, page, page, 1)
        attempt(
            "mmap over the address", Int(SYS_mmap), sealed, page, writable, anonymous | Int(MAP_FIXED), -1, 0)
        attempt("madvise of the address", Int(SYS_madvise), sealed, page, Int(MADV_DONTNEED))
        attempt("remap_file_pages", Int(SYS_remap_file_pages), sealed, page, 0, 0, 0)
    }

    private func tryNetwork() {
        let stream = Int(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        attempt("socket inet", Int(SYS_socket), Int(AF_INET), stream, 0)
        attempt("socket netlink", Int(SYS_socket), 16, 3, 0)
        attempt("socket of datagrams", Int(SYS_socket), Int(AF_UNIX), Int(SOCK_DGRAM.rawValue), 0)
        attempt("socketpair", Int(SYS_socketpair), Int(AF_UNIX), stream, 0, 0)
        let socket = cl_call(Int(SYS_socket), Int(AF_UNIX), stream, 0, 0, 0, 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: other.utf8) }
        withUnsafeBytes(of: address) { address in
            let place = Int(bitPattern: address.baseAddress)
            attempt("connect to another", Int(SYS_connect), socket, place, address.count)
            attempt("sendto another", Int(SYS_sendto), socket, place, 1, 0, place, address.count)
            attempt("sendmsg", Int(SYS_sendmsg), socket, place, 0)
            attempt("bind", Int(SYS_bind), socket, place, address.count)
        }
        attempt("listen", Int(SYS_listen), socket, 1)
        Glibc.close(Int32(socket))
    }

    /// What a kiosk needs, and dies of if it is refused.
    private func doWhatIsAllowed(_ address: SealedAddress) {
        let memory = (0..<64).map { [UInt8](repeating: UInt8($0), count: 1 << ($0 / 4)) }
        let large = [UInt8](repeating: 1, count: 8 << 20)
        try? FileDescriptor.standardOutput.write("memory \(memory.count + large.count)\n")
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        tell("connect", Int(address.connect(descriptor)))
        let stream = ByteStream(descriptor)
        tell("send", (try? stream.write([1, 2, 3])) ?? -1)
        Poll.pause(milliseconds: 1)
        tell("raise", Int(raise(SIGURG)))
        tell("limits", Int(getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limits)))
        stream.close()
    }
}

nonisolated(unsafe) private var limits = rlimit()
