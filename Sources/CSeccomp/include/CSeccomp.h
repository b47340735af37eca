// prctl(2), which Swift does not import because it is variadic, and what a filter of system calls is made of.
#ifndef TRIPTYCH_CSECCOMP_H
#define TRIPTYCH_CSECCOMP_H

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

// The machine whose numbers of system calls these are.
#if defined(__x86_64__)
static const unsigned int sc_machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
static const unsigned int sc_machine = AUDIT_ARCH_AARCH64;
#endif

// No core dump, not even into a program's pipe, and no other process of the same user looks in.
static inline int sc_forbid_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

// No setuid program gives this process, or what it might become, more than it has.
static inline int sc_forbid_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

// From now on, until the process ends, each system call is asked of this filter.
static inline int sc_filter(struct sock_filter *instructions, unsigned short count) {
    struct sock_fprog program = {count, instructions};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#endif
