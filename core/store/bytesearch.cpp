// SPDX-License-Identifier: MIT
#include "core/store/bytesearch.h"

#include <bit>
#include <cstddef>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace roster {

const char *findBytes(const char *from, const char *end, std::string_view needle)
{
    const size_t size = needle.size();
    if (static_cast<size_t>(end - from) < size)
        return end;
    if (size == 1) {
        const void *found = std::memchr(from, needle[0], static_cast<size_t>(end - from));
        return found ? static_cast<const char *>(found) : end;
    }
    // Every place where the needle may begin lies before this.
    const char *const last = end - size + 1;
#ifdef __SSE2__
    const __m128i head = _mm_set1_epi8(needle.front());
    const __m128i tail = _mm_set1_epi8(needle.back());
    for (; from + 16 <= last; from += 16) {
        const auto *heads = reinterpret_cast<const __m128i *>(from);
        const auto *tails = reinterpret_cast<const __m128i *>(from + size - 1);
        const __m128i both = _mm_and_si128(_mm_cmpeq_epi8(_mm_loadu_si128(heads), head),
                                           _mm_cmpeq_epi8(_mm_loadu_si128(tails), tail));
        for (auto hits = static_cast<unsigned>(_mm_movemask_epi8(both)); hits != 0;
             hits &= hits - 1) {
            const char *const at = from + std::countr_zero(hits);
            if (std::memcmp(at + 1, needle.data() + 1, size - 1) == 0)
                return at;
        }
    }
#endif
    for (; from < last; ++from) {
        if (*from == needle[0] && std::memcmp(from, needle.data(), size) == 0)
            return from;
    }
    return end;
}

} // namespace roster
