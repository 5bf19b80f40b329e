// Sixteen lanes in a register of AVX-512.
#pragma once

#include <immintrin.h>

#include <cstdint>

namespace {

constexpr int kLanes = 16;
using Lanes = __m512;

inline Lanes load(const float* from) { return _mm512_loadu_ps(from); }
inline Lanes loadFirst(const float* from, int count) {
  return _mm512_maskz_loadu_ps(static_cast<__mmask16>((1u << count) - 1), from);
}
inline void store(float* to, Lanes x) { _mm512_storeu_ps(to, x); }
inline void storeFirst(float* to, Lanes x, int count) {
  _mm512_mask_storeu_ps(to, static_cast<__mmask16>((1u << count) - 1), x);
}
inline Lanes all(float value) { return _mm512_set1_ps(value); }
inline Lanes add(Lanes a, Lanes b) { return _mm512_add_ps(a, b); }
inline Lanes subtract(Lanes a, Lanes b) { return _mm512_sub_ps(a, b); }
inline Lanes multiply(Lanes a, Lanes b) { return _mm512_mul_ps(a, b); }
inline Lanes divide(Lanes a, Lanes b) { return _mm512_div_ps(a, b); }
inline Lanes squareRoot(Lanes a) { return _mm512_sqrt_ps(a); }
/** a b + c in one rounding. */
inline Lanes multiplyAdd(Lanes a, Lanes b, Lanes c) { return _mm512_fmadd_ps(a, b, c); }
/** The greater; the second if either is NaN. */
inline Lanes greater(Lanes a, Lanes b) { return _mm512_max_ps(a, b); }
inline Lanes rounded(Lanes a) { return _mm512_roundscale_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC); }
/** Two to the power of an integer from -126 to 127. */
inline Lanes powerOfTwo(Lanes whole) {
  return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_add_epi32(_mm512_cvtps_epi32(whole), _mm512_set1_epi32(127)), 23));
}
/** A bit per lane: a > b. Nothing is greater than NaN. */
inline unsigned isGreater(Lanes a, Lanes b) { return _mm512_cmp_ps_mask(a, b, _CMP_GT_OQ); }
/** A bit per lane: a is infinite or NaN. */
inline unsigned isBroken(Lanes a) {
  return _mm512_cmp_ps_mask(_mm512_sub_ps(a, a), _mm512_setzero_ps(), _CMP_NEQ_UQ);
}
/** `yes` in the lanes of the mask, `no` in the others. */
inline Lanes choose(unsigned mask, Lanes yes, Lanes no) {
  return _mm512_mask_blend_ps(static_cast<__mmask16>(mask), no, yes);
}
/** From bfloat16, which is the upper half of a number in single precision. */
inline Lanes loadHalves(const uint16_t* from) {
  const __m256i halves = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(halves), 16));
}
inline __m256 foldedToEight(const Lanes* sixteen) {
  return _mm256_add_ps(_mm512_castps512_ps256(sixteen[0]), _mm512_extractf32x8_ps(sixteen[0], 1));
}

/** Sixteen numbers of 16 bits, each in the lower half of a lane. */
inline __m512i lowerHalves(const uint16_t* from) {
  return _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)));
}
inline Lanes joined(__m512i lower, __m512i upper) {
  return _mm512_castsi512_ps(_mm512_or_si512(lower, _mm512_slli_epi32(upper, 16)));
}

#ifdef __AVX512BF16__

/** In bfloat16, in the lower half of a lane. */
inline __m512i lowered(Lanes x) {
  return _mm512_cvtepu16_epi32(reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(x)));
}
inline void storeLowered(uint16_t* to, Lanes x) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(x)));
}
inline Lanes addPairs(Lanes a, Lanes b, Lanes c) {
  return _mm512_dpbf16_ps(c, reinterpret_cast<__m512bh>(a), reinterpret_cast<__m512bh>(b));
}

#else

// Emulates the instructions for bfloat16: denormals become zero of their sign, and NaN stays NaN.
inline __m512i lowered(Lanes x) {
  const __m512i bits = _mm512_castps_si512(x);
  const __m512i exponent = _mm512_and_si512(bits, _mm512_set1_epi32(0x7f800000));
  const __m512i odd = _mm512_and_si512(_mm512_srli_epi32(bits, 16), _mm512_set1_epi32(1));
  __m512i result = _mm512_add_epi32(bits, _mm512_add_epi32(odd, _mm512_set1_epi32(0x7fff)));
  result = _mm512_mask_and_epi32(result, _mm512_testn_epi32_mask(exponent, exponent), bits, _mm512_set1_epi32(INT32_MIN));
  result = _mm512_mask_or_epi32(result, _mm512_cmp_ps_mask(x, x, _CMP_UNORD_Q), bits, _mm512_set1_epi32(0x400000));
  return _mm512_srli_epi32(result, 16);
}
inline void storeLowered(uint16_t* to, Lanes x) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), _mm512_cvtepi32_epi16(lowered(x)));
}
inline Lanes addPairs(Lanes a, Lanes b, Lanes c) {
  const auto upper = [](Lanes x) {
    return _mm512_castsi512_ps(_mm512_and_si512(_mm512_castps_si512(x), _mm512_set1_epi32(static_cast<int>(0xffff0000))));
  };
  const auto lower = [](Lanes x) { return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_castps_si512(x), 16)); };
  return multiplyAdd(lower(a), lower(b), multiplyAdd(upper(a), upper(b), c));
}

#endif

}  // namespace
