// Looks for bytes many at a time: Swift 6.3 has no comparison of byte lanes that is not many times slower than one by one.
#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stddef.h>
#include <stdint.h>

/// How a processor looks at many bytes at once, from the least to the most.
enum { CBYTESCAN_ONE_BY_ONE, CBYTESCAN_SSE2, CBYTESCAN_AVX2, CBYTESCAN_AVX512 };

/// The most that this processor can do.
int cbytescan_level(void);

/// Writes the place of every quote, backslash and LF of `count` bytes, in their order, and gives how many these are.
///
/// - Precondition: `places` has room for `count` and 8 more; `count` fits 32 bits; the processor can do what `level` says.
size_t cbytescan_marks(int level, const uint8_t *bytes, size_t count, uint32_t *places);

/// What of 64 bytes is a space or below, and what is a question mark: a bit each, the first byte's the lowest.
typedef struct {
    uint64_t spaces, questions;
} cbytescan_target;

static inline cbytescan_target cbytescan_target_plain(const uint8_t *bytes) {
    cbytescan_target found = {0, 0};
    for (int place = 0; place < 64; place++) {
        found.spaces |= (uint64_t)(bytes[place] <= ' ') << place;
        found.questions |= (uint64_t)(bytes[place] == '?') << place;
    }
    return found;
}

#ifdef __SSE2__
#include <emmintrin.h>

static inline cbytescan_target cbytescan_target_64(const uint8_t *bytes) {
    cbytescan_target found = {0, 0};
    for (int part = 0; part < 4; part++) {
        __m128i lanes = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        __m128i spaces = _mm_cmpeq_epi8(_mm_min_epu8(lanes, _mm_set1_epi8(' ')), lanes);
        __m128i questions = _mm_cmpeq_epi8(lanes, _mm_set1_epi8('?'));
        found.spaces |= (uint64_t)(unsigned)_mm_movemask_epi8(spaces) << 16 * part;
        found.questions |= (uint64_t)(unsigned)_mm_movemask_epi8(questions) << 16 * part;
    }
    return found;
}
#else
#define cbytescan_target_64 cbytescan_target_plain
#endif

#endif
