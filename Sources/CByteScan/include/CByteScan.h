// Looks for bytes many at a time: Swift 6.3 has no comparison of byte lanes that is not many times slower than one by one.
#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stddef.h>
#include <stdint.h>

/// How a processor looks at many bytes at once, from the least to the most.
enum { CBYTESCAN_ONE_BY_ONE, CBYTESCAN_SSE2, CBYTESCAN_AVX2, CBYTESCAN_AVX512 };

/// The most that this processor can do.
int cbytescan_level(void);

/// What of 64 bytes is a space or below, and what is a question mark: a bit each, the first byte's the lowest.
typedef struct {
    uint64_t spaces, questions;
} cbytescan_breaks;

/// Writes the place of every quote, backslash and LF of `count` bytes, in their order, and gives how many these are; and of each
/// 64 bytes the breaks, zeros behind the end.
///
/// - Precondition: `places` has room for `count` and 8 more, `breaks` for `count / 64` and 2 more; `count` fits 32 bits; the
///   processor can do what `level` says.
size_t cbytescan_marks(int level, const uint8_t *bytes, size_t count, uint32_t *places, cbytescan_breaks *breaks);

#endif
