// What lanes of AVX2 and of AVX-512 do alike.
#pragma once

#include <immintrin.h>

namespace {

inline float multiplyAddOnce(float a, float b, float c) { return __builtin_fmaf(a, b, c); }

/** Sixteen numbers added up in pairs: each with the one eight further, then four, two and one. */
inline float sumOf(const Lanes* sixteen) {
  const __m256 eight = foldedToEight(sixteen);
  const __m128 four = _mm_add_ps(_mm256_castps256_ps128(eight), _mm256_extractf128_ps(eight, 1));
  const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
  return _mm_cvtss_f32(_mm_add_ss(two, _mm_shuffle_ps(two, two, 1)));
}

/** Keeps a factor in a register: the compiler would load it again for each vector beside it, and loads are what the loop waits for. */
inline Lanes inRegister(Lanes value) {
  asm("" : "+v"(value));
  return value;
}

}  // namespace
