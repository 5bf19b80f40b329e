// Eight lanes in a register of AVX2, with FMA.
#pragma once

#include <immintrin.h>

#include <cstdint>

namespace {

constexpr int kLanes = 8;
using Lanes = __m256;

inline __m256i firstLanes(int count) {
  return _mm256_cmpgt_epi32(_mm256_set1_epi32(count), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
inline Lanes load(const float* from) { return _mm256_loadu_ps(from); }
inline Lanes loadFirst(const float* from, int count) { return _mm256_maskload_ps(from, firstLanes(count)); }
inline void store(float* to, Lanes x) { _mm256_storeu_ps(to, x); }
inline void storeFirst(float* to, Lanes x, int count) { _mm256_maskstore_ps(to, firstLanes(count), x); }
inline Lanes all(float value) { return _mm256_set1_ps(value); }
inline Lanes add(Lanes a, Lanes b) { return _mm256_add_ps(a, b); }
inline Lanes subtract(Lanes a, Lanes b) { return _mm256_sub_ps(a, b); }
inline Lanes multiply(Lanes a, Lanes b) { return _mm256_mul_ps(a, b); }
inline Lanes divide(Lanes a, Lanes b) { return _mm256_div_ps(a, b); }
inline Lanes squareRoot(Lanes a) { return _mm256_sqrt_ps(a); }
inline Lanes multiplyAdd(Lanes a, Lanes b, Lanes c) { return _mm256_fmadd_ps(a, b, c); }
inline Lanes greater(Lanes a, Lanes b) { return _mm256_max_ps(a, b); }
inline Lanes rounded(Lanes a) { return _mm256_round_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
inline Lanes powerOfTwo(Lanes whole) {
  return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_add_epi32(_mm256_cvtps_epi32(whole), _mm256_set1_epi32(127)), 23));
}
inline unsigned isGreater(Lanes a, Lanes b) {
  return static_cast<unsigned>(_mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_GT_OQ)));
}
inline unsigned isBroken(Lanes a) {
  return static_cast<unsigned>(
      _mm256_movemask_ps(_mm256_cmp_ps(_mm256_sub_ps(a, a), _mm256_setzero_ps(), _CMP_NEQ_UQ)));
}
inline Lanes choose(unsigned mask, Lanes yes, Lanes no) {
  const __m256i bits = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
  const __m256i chosen =
      _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32(static_cast<int>(mask)), bits), bits);
  return _mm256_blendv_ps(no, yes, _mm256_castsi256_ps(chosen));
}
inline Lanes loadHalves(const uint16_t* from) {
  const __m128i halves = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
  return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(halves), 16));
}
inline __m256 foldedToEight(const Lanes* sixteen) { return _mm256_add_ps(sixteen[0], sixteen[1]); }

inline __m256i lowerHalves(const uint16_t* from) {
  return _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}
inline Lanes joined(__m256i lower, __m256i upper) {
  return _mm256_castsi256_ps(_mm256_or_si256(lower, _mm256_slli_epi32(upper, 16)));
}
inline __m256i lowered(Lanes x) {
  const __m256i bits = _mm256_castps_si256(x);
  const __m256i exponent = _mm256_and_si256(bits, _mm256_set1_epi32(0x7f800000));
  const __m256i odd = _mm256_and_si256(_mm256_srli_epi32(bits, 16), _mm256_set1_epi32(1));
  const __m256i isTiny = _mm256_cmpeq_epi32(exponent, _mm256_setzero_si256());
  const __m256i isNone = _mm256_castps_si256(_mm256_cmp_ps(x, x, _CMP_UNORD_Q));
  __m256i result = _mm256_add_epi32(bits, _mm256_add_epi32(odd, _mm256_set1_epi32(0x7fff)));
  result = _mm256_blendv_epi8(result, _mm256_and_si256(bits, _mm256_set1_epi32(INT32_MIN)), isTiny);
  result = _mm256_blendv_epi8(result, _mm256_or_si256(bits, _mm256_set1_epi32(0x400000)), isNone);
  return _mm256_srli_epi32(result, 16);
}
inline void storeLowered(uint16_t* to, Lanes x) {
  const __m256i halves = lowered(x);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(to),
                   _mm_packus_epi32(_mm256_castsi256_si128(halves), _mm256_extracti128_si256(halves, 1)));
}
inline Lanes addPairs(Lanes a, Lanes b, Lanes c) {
  const auto upper = [](Lanes x) {
    return _mm256_castsi256_ps(_mm256_and_si256(_mm256_castps_si256(x), _mm256_set1_epi32(static_cast<int>(0xffff0000))));
  };
  const auto lower = [](Lanes x) { return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_castps_si256(x), 16)); };
  return multiplyAdd(lower(a), lower(b), multiplyAdd(upper(a), upper(b), c));
}

}  // namespace
