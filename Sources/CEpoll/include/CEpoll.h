// What Swift's Glibc module leaves out of Linux: epoll(7), timerfd_create(2), and how a process takes its turns.
#ifndef TRIPTYCH_CEPOLL_H
#define TRIPTYCH_CEPOLL_H

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

// sched_setattr(2), which has no function: this process keeps its share of the processor and takes it in turns of
// so many nanoseconds, and is let in the sooner for it. Kernels before 6.12 take no notice.
static inline int ce_take_turns(uint64_t nanoseconds) {
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

#endif
