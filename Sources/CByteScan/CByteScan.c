#include "CByteScan.h"

// What is to be found in up to 64 bytes, a bit for each byte.
typedef struct {
    uint64_t marks;
    cbytescan_breaks breaks;
} found;

static found look_one_by_one(const uint8_t *bytes, size_t count) {
    found all = {0, {0, 0}};
    for (size_t place = 0; place < count; place++) {
        uint8_t byte = bytes[place];
        all.marks |= (uint64_t)(byte == '"' || byte == '\\' || byte == '\n') << place;
        all.breaks.spaces |= (uint64_t)(byte <= ' ') << place;
        all.breaks.questions |= (uint64_t)(byte == '?') << place;
    }
    return all;
}

static inline uint32_t *write_places(uint64_t marks, size_t start, uint32_t *next) {
    for (; marks != 0; marks &= marks - 1) *next++ = (uint32_t)start + (uint32_t)__builtin_ctzll(marks);
    return next;
}

// The last bytes, which fill no 64, and what stands behind them.
static size_t write_rest(
    const uint8_t *bytes, size_t start, size_t count, uint32_t *places, uint32_t *next, cbytescan_breaks *breaks) {
    found rest = look_one_by_one(bytes + start, count - start);
    breaks[start / 64] = rest.breaks;
    breaks[start / 64 + 1] = (cbytescan_breaks){0, 0};
    return (size_t)(write_places(rest.marks, start, next) - places);
}

static size_t marks_one_by_one(const uint8_t *bytes, size_t count, uint32_t *places, cbytescan_breaks *breaks) {
    uint32_t *next = places;
    size_t start = 0;
    for (; start + 64 <= count; start += 64) {
        found all = look_one_by_one(bytes + start, 64);
        breaks[start / 64] = all.breaks;
        next = write_places(all.marks, start, next);
    }
    return write_rest(bytes, start, count, places, next, breaks);
}

#ifdef __x86_64__
#include <immintrin.h>

// Four places whether there are so many or not, so that most 64 bytes need no branch.
static inline __attribute__((always_inline, target("bmi,popcnt"))) uint32_t *write_places_ahead(
    uint64_t marks, size_t start, uint32_t *next) {
    int count = __builtin_popcountll(marks);
    for (int index = 0; index < 4; index++) {
        next[index] = (uint32_t)start + (uint32_t)_tzcnt_u64(marks);
        marks &= marks - 1;
    }
    for (int index = 4; index < count; index++) {
        next[index] = (uint32_t)start + (uint32_t)_tzcnt_u64(marks);
        marks &= marks - 1;
    }
    return next + count;
}

__attribute__((target("avx512bw,bmi,popcnt"))) static size_t marks_avx512(
    const uint8_t *bytes, size_t count, uint32_t *places, cbytescan_breaks *breaks) {
    const __m512i quote = _mm512_set1_epi8('"'), backslash = _mm512_set1_epi8('\\'), feed = _mm512_set1_epi8('\n'),
                  space = _mm512_set1_epi8(' '), question = _mm512_set1_epi8('?');
    uint32_t *next = places;
    size_t start = 0;
    for (; start + 64 <= count; start += 64) {
        __m512i lanes = _mm512_loadu_si512(bytes + start);
        breaks[start / 64].spaces = _mm512_cmple_epu8_mask(lanes, space);
        breaks[start / 64].questions = _mm512_cmpeq_epi8_mask(lanes, question);
        uint64_t marks = _mm512_cmpeq_epi8_mask(lanes, quote) | _mm512_cmpeq_epi8_mask(lanes, backslash) |
                         _mm512_cmpeq_epi8_mask(lanes, feed);
        next = write_places_ahead(marks, start, next);
    }
    return write_rest(bytes, start, count, places, next, breaks);
}

__attribute__((target("avx2"))) static inline __attribute__((always_inline)) uint64_t bits_avx2(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

__attribute__((target("avx2,bmi,popcnt"))) static size_t marks_avx2(
    const uint8_t *bytes, size_t count, uint32_t *places, cbytescan_breaks *breaks) {
    const __m256i quote = _mm256_set1_epi8('"'), backslash = _mm256_set1_epi8('\\'), feed = _mm256_set1_epi8('\n'),
                  space = _mm256_set1_epi8(' '), question = _mm256_set1_epi8('?');
    uint32_t *next = places;
    size_t start = 0;
    for (; start + 64 <= count; start += 64) {
        __m256i marks[2], spaces[2], questions[2];
        for (int part = 0; part < 2; part++) {
            __m256i lanes = _mm256_loadu_si256((const __m256i *)(bytes + start + 32 * part));
            marks[part] = _mm256_or_si256(
                _mm256_or_si256(_mm256_cmpeq_epi8(lanes, quote), _mm256_cmpeq_epi8(lanes, backslash)),
                _mm256_cmpeq_epi8(lanes, feed));
            spaces[part] = _mm256_cmpeq_epi8(_mm256_min_epu8(lanes, space), lanes);
            questions[part] = _mm256_cmpeq_epi8(lanes, question);
        }
        breaks[start / 64].spaces = bits_avx2(spaces[0], spaces[1]);
        breaks[start / 64].questions = bits_avx2(questions[0], questions[1]);
        next = write_places_ahead(bits_avx2(marks[0], marks[1]), start, next);
    }
    return write_rest(bytes, start, count, places, next, breaks);
}

// Every x86-64 has it.
static size_t marks_sse2(const uint8_t *bytes, size_t count, uint32_t *places, cbytescan_breaks *breaks) {
    const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), feed = _mm_set1_epi8('\n'),
                  space = _mm_set1_epi8(' '), question = _mm_set1_epi8('?');
    uint32_t *next = places;
    size_t start = 0;
    for (; start + 64 <= count; start += 64) {
        found all = {0, {0, 0}};
        for (int part = 0; part < 4; part++) {
            __m128i lanes = _mm_loadu_si128((const __m128i *)(bytes + start + 16 * part));
            __m128i marks = _mm_or_si128(
                _mm_or_si128(_mm_cmpeq_epi8(lanes, quote), _mm_cmpeq_epi8(lanes, backslash)),
                _mm_cmpeq_epi8(lanes, feed));
            __m128i spaces = _mm_cmpeq_epi8(_mm_min_epu8(lanes, space), lanes);
            all.marks |= (uint64_t)(unsigned)_mm_movemask_epi8(marks) << 16 * part;
            all.breaks.spaces |= (uint64_t)(unsigned)_mm_movemask_epi8(spaces) << 16 * part;
            all.breaks.questions |= (uint64_t)(unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(lanes, question)) << 16 * part;
        }
        breaks[start / 64] = all.breaks;
        next = write_places(all.marks, start, next);
    }
    return write_rest(bytes, start, count, places, next, breaks);
}

int cbytescan_level(void) {
    if (__builtin_cpu_supports("avx512bw")) return CBYTESCAN_AVX512;
    return __builtin_cpu_supports("avx2") ? CBYTESCAN_AVX2 : CBYTESCAN_SSE2;
}

size_t cbytescan_marks(int level, const uint8_t *bytes, size_t count, uint32_t *places, cbytescan_breaks *breaks) {
    switch (level) {
    case CBYTESCAN_AVX512: return marks_avx512(bytes, count, places, breaks);
    case CBYTESCAN_AVX2: return marks_avx2(bytes, count, places, breaks);
    case CBYTESCAN_SSE2: return marks_sse2(bytes, count, places, breaks);
    default: return marks_one_by_one(bytes, count, places, breaks);
    }
}
#else
int cbytescan_level(void) { return CBYTESCAN_ONE_BY_ONE; }

size_t cbytescan_marks(int level, const uint8_t *bytes, size_t count, uint32_t *places, cbytescan_breaks *breaks) {
    (void)level;
    return marks_one_by_one(bytes, count, places, breaks);
}
#endif
