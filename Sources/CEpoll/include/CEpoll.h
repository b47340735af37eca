// epoll(7), which Swift's Glibc module leaves out.
#ifndef TRIPTYCH_CEPOLL_H
#define TRIPTYCH_CEPOLL_H

#include <sys/epoll.h>

#endif
