#define _GNU_SOURCE
#include "FaultInjection.h"
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define RECORDS 64
#define PLANS 128
#define DESCRIPTORS 4096

struct record { char name[24]; uint64_t count; };
struct plan { char name[24]; uint64_t first, count; int error; };
struct leap { uint64_t after, looks; int64_t seconds; };

static struct record own_records[RECORDS];
static struct record *records = own_records;
static struct plan plans[PLANS];
static int plan_count;
static struct leap clock_leap, pause_leap;
// The descriptors that were opened by the name of a file.
static unsigned char is_file[DESCRIPTORS];

static struct leap leap_of(const char *name) {
    struct leap leap = {0, 0, 0};
    const char *text = getenv(name);
    unsigned long long after;
    long long seconds;
    if (text && sscanf(text, "%llu:%lld", &after, &seconds) == 2) leap = (struct leap){after, 0, seconds};
    return leap;
}

__attribute__((constructor)) static void prepare(void) {
    const char *counts = getenv("FAULT_COUNTS");
    int file = counts ? open(counts, O_RDWR | O_CLOEXEC) : -1;
    if (file >= 0) {
        void *place = mmap(NULL, sizeof own_records, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        close(file);
        if (place != MAP_FAILED) records = place;
    }
    clock_leap = leap_of("FAULT_CLOCK");
    pause_leap = leap_of("FAULT_PAUSE");
    // What came before is not the program's own.
    memset(records, 0, sizeof own_records);
    const char *text = getenv("FAULT_PLAN");
    while (text && *text && plan_count < PLANS) {
        struct plan plan;
        unsigned long long first, count;
        if (sscanf(text, "%23[^:]:%llu:%d:%llu", plan.name, &first, &plan.error, &count) != 4) abort();
        plan.first = first;
        plan.count = count;
        plans[plan_count++] = plan;
        text = strchr(text, ',');
        if (text) text++;
    }
    // Not for children.
    unsetenv("LD_PRELOAD");
}

// The error with which this call fails; -1 if it does not.
static int fault(const char *name) {
    struct record *record = records;
    while (record->name[0] && strncmp(record->name, name, sizeof record->name)) {
        if (++record == records + RECORDS) abort();
    }
    if (!record->name[0]) strncpy(record->name, name, sizeof record->name - 1);
    uint64_t number = ++record->count;
    for (int i = 0; i < plan_count; i++) {
        if (!strcmp(plans[i].name, name) && number >= plans[i].first
            && number - plans[i].first < plans[i].count) {
            if (plans[i].error >= 0) return plans[i].error;
            raise(-plans[i].error);
        }
    }
    return -1;
}


// A call whose failure is a value and errno.
#define CALL(type, name, parameters, arguments, failed) \
    type name parameters { \
        static type (*next) parameters; \
        if (!next) next = (type (*) parameters)dlsym(RTLD_NEXT, #name); \
        int error = fault(#name); \
        if (error > 0) { errno = error; return failed; } \
        return next arguments; \
    }

static int mark(int descriptor, int isFile) {
    if (descriptor >= 0 && descriptor < DESCRIPTORS) is_file[descriptor] = isFile;
    return descriptor;
}

static int knows(int descriptor) {
    return descriptor >= 0 && descriptor < DESCRIPTORS && is_file[descriptor];
}

static int open_named(const char *path, int flags, mode_t mode) {
    static int (*next)(const char *, int, ...);
    if (!next) next = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
    int isDevice = !strncmp(path, "/dev/", 5) || !strncmp(path, "/proc/", 6);
    int error = fault((flags & O_ACCMODE) != O_RDONLY && !isDevice ? "create" : "open");
    if (error > 0) { errno = error; return -1; }
    return mark(next(path, flags, mode), !isDevice);
}

int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_named(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return open_named(path, flags, mode);
}

int mkstemp(char *name) {
    static int (*next)(char *);
    if (!next) next = (int (*)(char *))dlsym(RTLD_NEXT, "mkstemp");
    int error = fault("create");
    if (error > 0) { errno = error; return -1; }
    return mark(next(name), 1);
}

// A file is closed all the same, as by Linux.
int close(int descriptor) {
    static int (*next)(int);
    if (!next) next = (int (*)(int))dlsym(RTLD_NEXT, "close");
    int error = fault(knows(descriptor) ? "close-file" : "close");
    mark(descriptor, 0);
    int result = next(descriptor);
    if (error > 0) { errno = error; return -1; }
    return result;
}

ssize_t read(int descriptor, void *bytes, size_t count) {
    static ssize_t (*next)(int, void *, size_t);
    if (!next) next = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    int error = fault(knows(descriptor) ? "read-file" : "read");
    if (error > 0) { errno = error; return -1; }
    return next(descriptor, bytes, error == 0 && count > 1 ? count / 2 : count);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    static ssize_t (*next)(int, const void *, size_t);
    if (!next) next = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    int error = fault(knows(descriptor) ? "write-file" : "write");
    if (error > 0) { errno = error; return -1; }
    return next(descriptor, bytes, error == 0 && count > 1 ? count / 2 : count);
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
    static ssize_t (*next)(int, void *, size_t, off_t);
    if (!next) next = (ssize_t (*)(int, void *, size_t, off_t))dlsym(RTLD_NEXT, "pread");
    int error = fault("pread");
    if (error > 0) { errno = error; return -1; }
    return next(descriptor, bytes, error == 0 && count > 1 ? count / 2 : count, offset);
}

int fcntl(int descriptor, int request, ...) {
    static int (*next)(int, int, ...);
    if (!next) next = (int (*)(int, int, ...))dlsym(RTLD_NEXT, "fcntl");
    va_list rest;
    va_start(rest, request);
    long argument = va_arg(rest, long);
    va_end(rest);
    // Only a copy needs a descriptor; the other requests do not fail.
    int error = request == F_DUPFD || request == F_DUPFD_CLOEXEC ? fault("fcntl") : -1;
    if (error > 0) { errno = error; return -1; }
    return next(descriptor, request, argument);
}

int ioctl(int descriptor, unsigned long request, ...) {
    static int (*next)(int, unsigned long, ...);
    if (!next) next = (int (*)(int, unsigned long, ...))dlsym(RTLD_NEXT, "ioctl");
    va_list rest;
    va_start(rest, request);
    void *argument = va_arg(rest, void *);
    va_end(rest);
    int error = fault("ioctl");
    if (error > 0) { errno = error; return -1; }
    return next(descriptor, request, argument);
}

int prctl(int option, ...) {
    static int (*next)(int, ...);
    if (!next) next = (int (*)(int, ...))dlsym(RTLD_NEXT, "prctl");
    va_list rest;
    va_start(rest, option);
    unsigned long a = va_arg(rest, unsigned long), b = va_arg(rest, unsigned long);
    unsigned long c = va_arg(rest, unsigned long), d = va_arg(rest, unsigned long);
    va_end(rest);
    int error = fault("prctl");
    if (error > 0) { errno = error; return -1; }
    return next(option, a, b, c, d);
}

CALL(int, fsync, (int descriptor), (descriptor), -1)
CALL(int, rename, (const char *path, const char *other), (path, other), -1)
CALL(int, unlink, (const char *path), (path), -1)
CALL(int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
CALL(int, access, (const char *path, int mode), (path, mode), -1)
CALL(int, stat, (const char *restrict path, struct stat *restrict found), (path, found), -1)
CALL(int, lstat, (const char *restrict path, struct stat *restrict found), (path, found), -1)
CALL(int, fstat, (int descriptor, struct stat *found), (descriptor, found), -1)
CALL(int, flock, (int descriptor, int operation), (descriptor, operation), -1)
CALL(int, chmod, (const char *path, mode_t mode), (path, mode), -1)
CALL(DIR *, opendir, (const char *path), (path), NULL)
CALL(struct dirent *, readdir, (DIR *stream), (stream), NULL)
CALL(char *, realpath, (const char *restrict path, char *restrict found), (path, found), NULL)
CALL(FILE *, fopen, (const char *restrict path, const char *restrict mode), (path, mode), NULL)
CALL(size_t, fread, (void *restrict bytes, size_t size, size_t count, FILE *restrict stream),
     (bytes, size, count, stream), 0)
CALL(void *, mmap, (void *place, size_t size, int protection, int flags, int descriptor, off_t offset),
     (place, size, protection, flags, descriptor, offset), MAP_FAILED)
CALL(int, mprotect, (void *place, size_t size, int protection), (place, size, protection), -1)
CALL(int, poll, (struct pollfd *watched, nfds_t count, int patience), (watched, count, patience), -1)
CALL(int, pipe, (int ends[2]), (ends), -1)
CALL(int, dup2, (int descriptor, int other), (descriptor, other), -1)
CALL(int, socket, (int domain, int type, int protocol), (domain, type, protocol), -1)
CALL(int, socketpair, (int domain, int type, int protocol, int ends[2]), (domain, type, protocol, ends), -1)
CALL(int, bind, (int descriptor, const struct sockaddr *address, socklen_t size), (descriptor, address, size), -1)
CALL(int, listen, (int descriptor, int queue), (descriptor, queue), -1)
CALL(int, accept, (int descriptor, struct sockaddr *restrict address, socklen_t *restrict size),
     (descriptor, address, size), -1)
CALL(int, connect, (int descriptor, const struct sockaddr *address, socklen_t size),
     (descriptor, address, size), -1)
CALL(ssize_t, send, (int descriptor, const void *bytes, size_t count, int flags),
     (descriptor, bytes, count, flags), -1)
CALL(int, getsockopt, (int descriptor, int level, int option, void *restrict value, socklen_t *restrict size),
     (descriptor, level, option, value, size), -1)
CALL(int, setsockopt, (int descriptor, int level, int option, const void *value, socklen_t size),
     (descriptor, level, option, value, size), -1)
CALL(int, epoll_create1, (int flags), (flags), -1)
CALL(int, epoll_ctl, (int descriptor, int operation, int other, struct epoll_event *event),
     (descriptor, operation, other, event), -1)
CALL(int, epoll_wait, (int descriptor, struct epoll_event *events, int most, int patience),
     (descriptor, events, most, patience), -1)
CALL(int, timerfd_create, (int clock, int flags), (clock, flags), -1)
CALL(int, inotify_init1, (int flags), (flags), -1)
CALL(int, inotify_add_watch, (int descriptor, const char *path, uint32_t events), (descriptor, path, events), -1)
CALL(int, isatty, (int descriptor), (descriptor), 0)
CALL(int, tcgetattr, (int descriptor, struct termios *modes), (descriptor, modes), -1)
CALL(int, tcsetattr, (int descriptor, int when, const struct termios *modes), (descriptor, when, modes), -1)
CALL(struct passwd *, getpwuid, (uid_t user), (user), NULL)
CALL(pid_t, waitpid, (pid_t process, int *status, int options), (process, status, options), -1)

int posix_spawnp(pid_t *restrict process, const char *restrict file,
                 const posix_spawn_file_actions_t *restrict actions, const posix_spawnattr_t *restrict attributes,
                 char *const arguments[restrict], char *const environment[restrict]) {
    static int (*next)(pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *,
                       char *const[], char *const[]);
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, "posix_spawnp");
    int error = fault("posix_spawnp");
    return error > 0 ? error : next(process, file, actions, attributes, arguments, environment);
}

// By the names that the library itself has for them: looking one up may allocate.
extern void *__libc_malloc(size_t), *__libc_realloc(void *, size_t);

void *malloc(size_t size) {
    int error = fault("malloc");
    if (error > 0) { errno = error; return NULL; }
    return __libc_malloc(size);
}

void *realloc(void *place, size_t size) {
    int error = fault("realloc");
    if (error > 0) { errno = error; return NULL; }
    return __libc_realloc(place, size);
}

static int64_t leapt(struct leap *leap) { return leap->looks++ >= leap->after ? leap->seconds : 0; }

int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*next)(clockid_t, struct timespec *);
    if (!next) next = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = next(clock, time);
    if (result == 0) time->tv_sec += leapt(clock == CLOCK_REALTIME ? &clock_leap : &pause_leap);
    return result;
}

time_t time(time_t *place) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}
