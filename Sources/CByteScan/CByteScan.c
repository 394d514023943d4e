#include "CByteScan.h"

// The places of quotes, backslashes and LFs, in one way for each kind of processor.

static size_t marks_one_by_one(const uint8_t *bytes, size_t count, uint32_t *places) {
    uint32_t *next = places;
    for (size_t place = 0; place < count; place++)
        if (bytes[place] == '"' || bytes[place] == '\\' || bytes[place] == '\n') *next++ = (uint32_t)place;
    return (size_t)(next - places);
}

#ifdef __x86_64__
#include <immintrin.h>

// Writes the places of the bits of 64 bytes: four whether there are so many or not, so that most need no branch.
static inline __attribute__((always_inline)) uint32_t *write_places(uint64_t found, size_t start, uint32_t *next) {
    int count = __builtin_popcountll(found);
    for (int index = 0; index < 4; index++) {
        next[index] = (uint32_t)start + (uint32_t)_tzcnt_u64(found);
        found &= found - 1;
    }
    for (int index = 4; index < count; index++) {
        next[index] = (uint32_t)start + (uint32_t)_tzcnt_u64(found);
        found &= found - 1;
    }
    return next + count;
}

// What fills no 64 bytes.
static inline uint32_t *write_rest(const uint8_t *bytes, size_t start, size_t count, uint32_t *next) {
    size_t found = marks_one_by_one(bytes + start, count - start, next);
    for (size_t index = 0; index < found; index++) next[index] += (uint32_t)start;
    return next + found;
}

__attribute__((target("avx512bw,bmi,popcnt"))) static size_t marks_avx512(
    const uint8_t *bytes, size_t count, uint32_t *places) {
    const __m512i quote = _mm512_set1_epi8('"'), backslash = _mm512_set1_epi8('\\'), feed = _mm512_set1_epi8('\n');
    uint32_t *next = places;
    size_t start = 0;
    for (; start + 64 <= count; start += 64) {
        __m512i lanes = _mm512_loadu_si512(bytes + start);
        uint64_t found = _mm512_cmpeq_epi8_mask(lanes, quote) | _mm512_cmpeq_epi8_mask(lanes, backslash) |
                         _mm512_cmpeq_epi8_mask(lanes, feed);
        next = write_places(found, start, next);
    }
    return (size_t)(write_rest(bytes, start, count, next) - places);
}

__attribute__((target("avx2,bmi,popcnt"))) static size_t marks_avx2(
    const uint8_t *bytes, size_t count, uint32_t *places) {
    const __m256i quote = _mm256_set1_epi8('"'), backslash = _mm256_set1_epi8('\\'), feed = _mm256_set1_epi8('\n');
    uint32_t *next = places;
    size_t start = 0;
    for (; start + 64 <= count; start += 64) {
        uint64_t found = 0;
        for (int part = 0; part < 2; part++) {
            __m256i lanes = _mm256_loadu_si256((const __m256i *)(bytes + start + 32 * part));
            __m256i equal = _mm256_or_si256(
                _mm256_or_si256(_mm256_cmpeq_epi8(lanes, quote), _mm256_cmpeq_epi8(lanes, backslash)),
                _mm256_cmpeq_epi8(lanes, feed));
            found |= (uint64_t)(uint32_t)_mm256_movemask_epi8(equal) << 32 * part;
        }
        next = write_places(found, start, next);
    }
    return (size_t)(write_rest(bytes, start, count, next) - places);
}

// Every x86-64 has it.
static size_t marks_sse2(const uint8_t *bytes, size_t count, uint32_t *places) {
    const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), feed = _mm_set1_epi8('\n');
    uint32_t *next = places;
    size_t start = 0;
    for (; start + 16 <= count; start += 16) {
        __m128i lanes = _mm_loadu_si128((const __m128i *)(bytes + start));
        __m128i equal = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(lanes, quote), _mm_cmpeq_epi8(lanes, backslash)), _mm_cmpeq_epi8(lanes, feed));
        for (unsigned found = (unsigned)_mm_movemask_epi8(equal); found != 0; found &= found - 1)
            *next++ = (uint32_t)start + (uint32_t)__builtin_ctz(found);
    }
    return (size_t)(write_rest(bytes, start, count, next) - places);
}

int cbytescan_level(void) {
    if (__builtin_cpu_supports("avx512bw")) return CBYTESCAN_AVX512;
    return __builtin_cpu_supports("avx2") ? CBYTESCAN_AVX2 : CBYTESCAN_SSE2;
}

size_t cbytescan_marks(int level, const uint8_t *bytes, size_t count, uint32_t *places) {
    switch (level) {
    case CBYTESCAN_AVX512: return marks_avx512(bytes, count, places);
    case CBYTESCAN_AVX2: return marks_avx2(bytes, count, places);
    case CBYTESCAN_SSE2: return marks_sse2(bytes, count, places);
    default: return marks_one_by_one(bytes, count, places);
    }
}
#else
int cbytescan_level(void) { return CBYTESCAN_ONE_BY_ONE; }

size_t cbytescan_marks(int level, const uint8_t *bytes, size_t count, uint32_t *places) {
    (void)level;
    return marks_one_by_one(bytes, count, places);
}
#endif
