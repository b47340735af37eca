import CLinux
import Glibc
import System

/// A filter of system calls, a program for seccomp(2) that the kernel runs for each call until an instruction
/// returns: what is on the list is allowed, and everything else is refused.
///
/// A refused call fails with EPERM. Those that Linux has had since 5.1 fail with ENOSYS, as on an older kernel, so that
/// a newer C library falls back on what it used before.
struct SystemCallFilter {
    private(set) var instructions: [sock_filter] = []

    init(allowing calls: [AllowedCall]) {
        refuseOtherMachines()
        for call in calls { allow(call) }
        load(Self.number)
        jump(BPF_JGE, Self.firstUnifiedNumber, otherwise: 1)
        answer(UInt32(SECCOMP_RET_ERRNO) | UInt32(ENOSYS))
        answer(Self.refusal)
    }

    // The offsets in struct seccomp_data; of an argument, the lower half.
    private static let number: UInt32 = 0
    private static let machine: UInt32 = 4
    private static func argument(_ place: Int) -> UInt32 { UInt32(16 + 8 * place) }
    private static let refusal = UInt32(SECCOMP_RET_ERRNO) | UInt32(EPERM)
    /// The number of the first call that has the same number on every architecture, pidfd_send_signal(2) of Linux 5.1.
    private static let firstUnifiedNumber: UInt32 = 424

    /// Ends the process on other architectures, where the numbers of system calls have other meanings.
    private mutating func refuseOtherMachines() {
        load(Self.machine)
        jump(BPF_JEQ, cl_architecture, then: 1)
        answer(UInt32(SECCOMP_RET_KILL_PROCESS))
        #if arch(x86_64)
            // The numbers of the x32 ABI, which lead to the same calls.
            load(Self.number)
            jump(BPF_JGE, 0x4000_0000, otherwise: 1)
            answer(Self.refusal)
        #endif
    }

    /// Allows a call whose arguments fulfil all conditions, or else goes on.
    private mutating func allow(_ call: AllowedCall) {
        load(Self.number)
        var exits = [jump(BPF_JEQ, UInt32(call.number))]
        for condition in call.conditions {
            switch condition {
            case .isOneOf(let place, let values):
                load(Self.argument(place))
                for (left, value) in zip((0..<values.count).reversed(), values) where left > 0 {
                    jump(BPF_JEQ, value, then: UInt8(left))
                }
                exits.append(jump(BPF_JEQ, values.last ?? 0))
            case .isAll(let place, let value):
                load(Self.argument(place) + 4)
                exits.append(jump(BPF_JEQ, UInt32(truncatingIfNeeded: value >> 32)))
                load(Self.argument(place))
                exits.append(jump(BPF_JEQ, UInt32(truncatingIfNeeded: value)))
            case .has(let place, let bits):
                load(Self.argument(place))
                exits.append(jump(BPF_JSET, bits))
            case .hasNone(let place, let bits):
                load(Self.argument(place))
                jump(BPF_JSET, bits, otherwise: 1)
                exits.append(jumpAlways())
            case .isAbove4GiB(let place):
                load(Self.argument(place) + 4)
                jump(BPF_JEQ, 0, otherwise: 1)
                exits.append(jumpAlways())
            }
        }
        answer(UInt32(SECCOMP_RET_ALLOW))
        for exit in exits { leave(from: exit) }
    }
}

// The instructions.
extension SystemCallFilter {
    private mutating func load(_ place: UInt32) {
        append(BPF_LD | BPF_W | BPF_ABS, place)
    }

    /// Compares, and skips a number of instructions depending on the result; returns its own place, for `leave`.
    @discardableResult
    private mutating func jump(
        _ condition: Int32, _ value: UInt32, then: UInt8 = 0, otherwise: UInt8 = 0
    ) -> Int {
        append(BPF_JMP | condition | BPF_K, value, then, otherwise)
        return instructions.count - 1
    }

    private mutating func jumpAlways() -> Int {
        append(BPF_JMP | BPF_JA, 0)
        return instructions.count - 1
    }

    /// Makes a jump lead to the next instruction, from a comparison where it does not hold.
    private mutating func leave(from place: Int) {
        let distance = instructions.count - place - 1
        if instructions[place].code == UInt16(BPF_JMP | BPF_JA) {
            instructions[place].k = UInt32(distance)
        } else {
            instructions[place].jf = UInt8(distance)
        }
    }

    private mutating func answer(_ answer: UInt32) {
        append(BPF_RET | BPF_K, answer)
    }

    private mutating func append(_ code: Int32, _ value: UInt32, _ then: UInt8 = 0, _ otherwise: UInt8 = 0) {
        instructions.append(sock_filter(code: UInt16(code), jt: then, jf: otherwise, k: value))
    }
}
