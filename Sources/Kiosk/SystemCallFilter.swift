import CLinux
import Glibc

/// The filter of refused system calls, a program for seccomp(2) that the kernel runs for each call until an
/// instruction returns.
///
/// A kiosk reads keys, writes to its terminal, connects to the seminar's socket and waits. Refused are calls that
/// start a program, change a file or a file system, open the network, or affect another process.
struct SystemCallFilter {
    private(set) var instructions: [sock_filter] = []

    /// The filter of a kiosk; `process` is its own number, the only one to which it may send signals.
    static func kiosk(process: pid_t) -> SystemCallFilter {
        var filter = SystemCallFilter()
        filter.refuseOtherMachines()
        for call in refused { filter.refuse(call) }
        let writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND
        filter.refuse(SYS_openat, whereArgument: 2, hasAnyOf: UInt32(writing))
        #if arch(x86_64)
            filter.refuse(SYS_open, whereArgument: 1, hasAnyOf: UInt32(writing))
        #endif
        filter.refuse(SYS_socket, whereArgument: 0, isNot: UInt32(AF_UNIX))
        filter.refuse(SYS_tgkill, whereArgument: 0, isNot: UInt32(process))
        filter.answer(SECCOMP_RET_ALLOW)
        return filter
    }

    private static let refused: [Int32] = {
        var calls: [Int32] = [
            // Programs and processes.
            SYS_execve, SYS_execveat, SYS_clone, SYS_clone3, SYS_unshare, SYS_setns, SYS_ptrace,
            SYS_process_vm_readv, SYS_process_vm_writev, SYS_pidfd_open, SYS_pidfd_getfd,
            SYS_pidfd_send_signal, SYS_kill, SYS_tkill, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo,
            // Files and folders.
            SYS_openat2, SYS_truncate, SYS_ftruncate, SYS_fallocate, SYS_unlinkat, SYS_renameat2,
            SYS_mkdirat, SYS_mknodat, SYS_linkat, SYS_symlinkat, SYS_fchmod, SYS_fchmodat, SYS_fchown,
            SYS_fchownat, SYS_utimensat, SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr,
            SYS_lremovexattr, SYS_fremovexattr, SYS_name_to_handle_at, SYS_open_by_handle_at,
            SYS_memfd_create,
            // File systems and the machine.
            SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_swapon, SYS_reboot, SYS_bpf,
            SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup, SYS_add_key, SYS_request_key,
            SYS_keyctl, SYS_init_module, SYS_finit_module, SYS_kexec_load, SYS_personality,
            // Listening for connections.
            SYS_bind, SYS_listen,
        ]
        #if arch(x86_64)
            calls += [
                SYS_fork, SYS_vfork, SYS_creat, SYS_unlink, SYS_rmdir, SYS_rename, SYS_renameat, SYS_mkdir,
                SYS_mknod, SYS_link, SYS_symlink, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes,
                SYS_futimesat,
            ]
        #endif
        return calls
    }()

    // The offsets in struct seccomp_data; of an argument, the lower half.
    private static let number: UInt32 = 0
    private static let machine: UInt32 = 4
    private static func argument(_ place: Int) -> UInt32 { UInt32(16 + 8 * place) }
    private static let refusal = UInt32(SECCOMP_RET_ERRNO) | UInt32(EPERM)

    /// Refuses other architectures, on which the numbers of system calls have other meanings.
    private mutating func refuseOtherMachines() {
        load(Self.machine)
        jump(BPF_JEQ, cl_architecture, then: 1)
        answer(UInt32(SECCOMP_RET_KILL_PROCESS))
        load(Self.number)
        #if arch(x86_64)
            // The numbers of the x32 ABI, which lead to the same calls.
            jump(BPF_JGE, 0x4000_0000, otherwise: 1)
            answer(Self.refusal)
        #endif
    }

    private mutating func refuse(_ call: Int32) {
        jump(BPF_JEQ, UInt32(call), otherwise: 1)
        answer(Self.refusal)
    }

    private mutating func refuse(_ call: Int32, whereArgument place: Int, hasAnyOf bits: UInt32) {
        jump(BPF_JEQ, UInt32(call), otherwise: 4)
        load(Self.argument(place))
        jump(BPF_JSET, bits, otherwise: 1)
        answer(Self.refusal)
        load(Self.number)
    }

    private mutating func refuse(_ call: Int32, whereArgument place: Int, isNot value: UInt32) {
        jump(BPF_JEQ, UInt32(call), otherwise: 4)
        load(Self.argument(place))
        jump(BPF_JEQ, value, then: 1)
        answer(Self.refusal)
        load(Self.number)
    }

    private mutating func load(_ place: UInt32) {
        append(BPF_LD | BPF_W | BPF_ABS, place)
    }

    /// Compares, and skips a number of instructions depending on the result.
    private mutating func jump(_ condition: Int32, _ value: UInt32, then: UInt8 = 0, otherwise: UInt8 = 0) {
        append(BPF_JMP | condition | BPF_K, value, then, otherwise)
    }

    private mutating func answer(_ answer: UInt32) {
        append(BPF_RET | BPF_K, answer)
    }

    private mutating func append(_ code: Int32, _ value: UInt32, _ then: UInt8 = 0, _ otherwise: UInt8 = 0) {
        instructions.append(sock_filter(code: UInt16(code), jt: then, jf: otherwise, k: value))
    }
}
