/// What C has and Swift does not show: with `CByteScan` the only C of this project.
#ifndef CGLIBC_H
#define CGLIBC_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <malloc.h>
#include <stdio.h>

/// Swaps two directory entries in one step, so that a reader sees the one or the other and never neither.
/// Returns 0, or -1 with `errno` set (EINVAL: the file system cannot).
static inline int cglibc_exchange(const char *first, const char *second) {
    return renameat2(-100 /* AT_FDCWD */, first, -100 /* AT_FDCWD */, second, 2 /* RENAME_EXCHANGE */);
}

/// Has the device begin with what was written to a file, without waiting; `fsync` tells whether it has all.
///
/// Where it cannot be done, nothing is lost but time.
void cglibc_begin_writing(int file);

/// How many arguments the process was started with, its own name included.
///
/// Swift reads them from /proc/self/cmdline, and finds none where there is no /proc: in a bare chroot.
int cglibc_argument_count(void);

/// One of them; NULL where there is none of this number.
const char *cglibc_argument(int number);

/// Asks for the cache line of an address that will be read soon. No address does harm.
static inline void cglibc_prefetch(const void *address) {
    __builtin_prefetch(address);
}

/// Lets the threads that are still to come share so many stocks of memory. What one of them has let go of, others of its stock can
/// have.
static inline void cglibc_limit_stocks(int most) {
    mallopt(M_ARENA_MAX, most);
}

#endif
