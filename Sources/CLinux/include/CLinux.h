// What Swift's Glibc module leaves out of Linux: epoll(7), inotify(7), timerfd_create(2), sched_setattr(2), the
// variadic prctl(2) and syscall(2), landlock(7), and what a filter of system calls is made of.
#ifndef TRIPTYCH_CLINUX_H
#define TRIPTYCH_CLINUX_H

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

// sched_setattr(2), which has no function: gives this process time slices of so many nanoseconds without changing
// its share of the processor, so that it is scheduled sooner after it wakes. Kernels before 6.12 ignore it.
static inline int cl_set_time_slice(uint64_t nanoseconds) {
    struct {
        uint32_t size, policy;
        uint64_t flags;
        int32_t nice;
        uint32_t priority;
        uint64_t runtime, deadline, period;
    } attributes = {
        .size = 48,
        .flags = 1, // SCHED_FLAG_RESET_ON_FORK: not for children
        .nice = getpriority(PRIO_PROCESS, 0),
        .runtime = nanoseconds,
    };
    return (int)syscall(SYS_sched_setattr, 0, &attributes, 0);
}

// The architecture whose system call numbers these are.
#if defined(__x86_64__)
static const unsigned int cl_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
static const unsigned int cl_architecture = AUDIT_ARCH_AARCH64;
#endif

// Turns core dumps off, also those piped to a program, and keeps other processes of the same user from tracing this one.
static inline int cl_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// Keeps setuid programs from giving this process, and whatever it executes, more privileges.
static inline int cl_forbid_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

// Runs every further system call of this process through the filter, until the process ends.
static inline int cl_install_filter(struct sock_filter *instructions, unsigned short count) {
    struct sock_fprog program = {count, instructions};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

// True if the kernel runs filters of system calls: without one it looks for the filter at no address, and says so.
static inline int cl_takes_filters(void) {
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, 0, 0, 0) != 0 && errno == EFAULT;
}

// The version of Landlock; -1 for a kernel that does not have it, or has it switched off. The system calls have these
// numbers on every architecture.
static inline int cl_landlock_version(void) { return (int)syscall(444, 0, 0, 1); }

// Takes these rights to files and to the network, and what is in these scopes, from this process until it ends; 0 on
// success. The kernel must know all of them.
static inline int cl_landlock(uint64_t files, uint64_t network, uint64_t scopes) {
    uint64_t rights[3] = {files, network, scopes};
    long rules = syscall(444, rights, sizeof rights, 0);
    if (rules < 0) return -1;
    long result = syscall(446, rules, 0);
    close((int)rules);
    return (int)result;
}

// A system call by its number.
static inline long cl_call(long number, long a, long b, long c, long d, long e, long f) {
    return syscall(number, a, b, c, d, e, f);
}

#endif
