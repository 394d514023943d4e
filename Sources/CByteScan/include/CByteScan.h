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

/// What of up to 64 bytes of a path is a slash, a dot, and none of the bytes that a path may hold as they are (RFC 3986, section 3.3, and
/// no escapes): a bit each, the first byte's the lowest. Of more than 64 bytes nothing may be asked.
typedef struct {
    uint64_t slashes, dots, others;
} cbytescan_path;

static inline int cbytescan_is_path_byte(uint8_t byte) {
    return (uint8_t)((byte | 0x20) - 'a') < 26 || ((uint8_t)(byte - '$') <= ';' - '$' && byte != '%') || byte == '=' ||
           byte == '@' || byte == '_' || byte == '~' || byte == '!';
}

static inline cbytescan_path cbytescan_path_plain(const uint8_t *bytes, size_t count) {
    cbytescan_path found = {0, 0, 0};
    for (size_t place = 0; place < count; place++) {
        found.slashes |= (uint64_t)(bytes[place] == '/') << place;
        found.dots |= (uint64_t)(bytes[place] == '.') << place;
        found.others |= (uint64_t)!cbytescan_is_path_byte(bytes[place]) << place;
    }
    return found;
}

#ifdef __SSE2__
#include <emmintrin.h>

// Which of 16 bytes less `least` are `width` at most.
static inline __m128i cbytescan_within(__m128i lanes, char least, char width) {
    __m128i above = _mm_sub_epi8(lanes, _mm_set1_epi8(least));
    return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(width)), above);
}

// Adds what 16 bytes are, of which the first is that at `place`.
static inline void cbytescan_path_16(__m128i lanes, size_t place, cbytescan_path *found) {
    __m128i letters = cbytescan_within(_mm_or_si128(lanes, _mm_set1_epi8(0x20)), 'a', 'z' - 'a');
    __m128i middle =
        _mm_andnot_si128(_mm_cmpeq_epi8(lanes, _mm_set1_epi8('%')), cbytescan_within(lanes, '$', ';' - '$'));
    __m128i single = _mm_cmpeq_epi8(lanes, _mm_set1_epi8('='));
    single = _mm_or_si128(single, _mm_cmpeq_epi8(lanes, _mm_set1_epi8('@')));
    single = _mm_or_si128(single, _mm_cmpeq_epi8(lanes, _mm_set1_epi8('_')));
    single = _mm_or_si128(single, _mm_cmpeq_epi8(lanes, _mm_set1_epi8('~')));
    single = _mm_or_si128(single, _mm_cmpeq_epi8(lanes, _mm_set1_epi8('!')));
    unsigned usual = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(letters, middle), single));
    unsigned slashes = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(lanes, _mm_set1_epi8('/')));
    unsigned dots = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(lanes, _mm_set1_epi8('.')));
    found->slashes |= (uint64_t)slashes << place;
    found->dots |= (uint64_t)dots << place;
    found->others |= (uint64_t)(~usual & 0xFFFF) << place;
}

// Reads no byte behind the last: what fills no sixteen bytes is read together with some before it.
static inline cbytescan_path cbytescan_path_64(const uint8_t *bytes, size_t count) {
    cbytescan_path found = {0, 0, 0};
    if (count < 16) return cbytescan_path_plain(bytes, count);
    size_t place = 0;
    for (; place + 16 <= count; place += 16)
        cbytescan_path_16(_mm_loadu_si128((const __m128i *)(bytes + place)), place, &found);
    if (place < count)
        cbytescan_path_16(_mm_loadu_si128((const __m128i *)(bytes + count - 16)), count - 16, &found);
    return found;
}
#else
#define cbytescan_path_64 cbytescan_path_plain
#endif

#endif
