// Decoder and code as 8-bit integers, with bounds on the lost precision (AVX-512 with VNNI).
#pragma once

#include "tile.h"

namespace {

/** Groups of four bytes that one instruction multiplies. */
inline int64_t groupsOf(int64_t width) { return (width + 3) / 4; }

/** Bound on the rounding error of a sum of `width` products in single precision, with room to spare, relative to the product of the norms. */
inline float roundingShare(int64_t width) { return static_cast<float>(width + 16) * 2.4e-7f; }
/** Room for the rounding of the norms themselves, and for squares that underflow in single precision. */
constexpr float kRoom = 1.002f;
constexpr float kLeastNorm = 1e-17f;
constexpr float kLeastError = 1e-29f;
/** A smaller vector counts as entirely lost: 1 / 127 of it would be denormal. */
constexpr float kLeastScaled = 1e-30f;

inline float absolute(float x) { return x < 0 ? -x : x; }

inline Lanes absolute(Lanes x) { return _mm512_abs_ps(x); }

/** The greatest absolute value of each unit among items from..to. */
void unitMaxima(const ScoreTask& task, int64_t from, int64_t to, float* maxima) {
  for (int64_t unit = 0; unit < task.width; unit += kLanes) {
    const int there = static_cast<int>(least(kLanes, task.width - unit));
    Lanes most = all(0.0f);
    for (int64_t item = from; item < to; item++)
      most = greater(absolute(loadFirst(task.decoder + item * task.width + unit, there)), most);
    storeFirst(maxima + unit, most, there);
  }
}

inline float sumOfLanes(Lanes x) { return _mm512_reduce_add_ps(x); }

/** An item's vector, unit by unit times its scale. */
inline Lanes scaledUnits(const ScoreTask& task, const float* unitScales, int64_t item, int64_t unit) {
  const int there = static_cast<int>(least(kLanes, task.width - unit));
  return multiply(loadFirst(task.decoder + item * task.width + unit, there), loadFirst(unitScales + unit, there));
}

/** 1 / 127 of the greatest absolute value; NaN if any value is NaN, which a maximum ignores. */
inline float scaleFrom(float most, float squares) {
  if (!(squares < __builtin_inff())) return squares;
  return most < kLeastScaled ? 1.0f : most / 127.0f;
}

void lowerItems(const ScoreTask& task, const float* unitScales, const LoweredItems& lowered, int64_t from, int64_t to) {
  const int64_t padded = groupsOf(task.width) * 4;
  for (int64_t item = from; item < to; item++) {
    Lanes most = all(0.0f);
    Lanes squares = all(0.0f);
    for (int64_t unit = 0; unit < task.width; unit += kLanes) {
      const Lanes values = scaledUnits(task, unitScales, item, unit);
      most = greater(absolute(values), most);
      squares = multiplyAdd(values, values, squares);
    }
    const float scale = scaleFrom(_mm512_reduce_max_ps(most), sumOfLanes(squares));
    Lanes lostSquares = all(0.0f);
    __m512i total = _mm512_setzero_si512();
    for (int64_t unit = 0; unit < task.width; unit += kLanes) {
      const Lanes values = scaledUnits(task, unitScales, item, unit);
      const Lanes whole = rounded(divide(values, all(scale)));
      const Lanes lost = subtract(values, multiply(whole, all(scale)));
      lostSquares = multiplyAdd(lost, lost, lostSquares);
      const __m512i integers = _mm512_cvtps_epi32(whole);
      total = _mm512_add_epi32(total, integers);
      // Lanes beyond the width are zero, as the padding to groups of four has to be.
      const auto there = static_cast<__mmask16>((1u << least(kLanes, padded - unit)) - 1);
      _mm512_mask_cvtepi32_storeu_epi8(lowered.values + item * padded + unit, there, integers);
    }
    lowered.scales[item] = scale;
    lowered.offsets[item] = 128 * _mm512_reduce_add_epi32(total);
    lowered.norms[item] = __builtin_sqrtf(sumOfLanes(squares)) * kRoom + kLeastNorm;
    lowered.lost[item] = __builtin_sqrtf(sumOfLanes(lostSquares)) * kRoom + kLeastNorm;
    lowered.errorsOfBias[item] = absolute(task.bias[item]) * roundingShare(task.width) + kLeastError;
  }
}

/** Rows from..to, a vector of rows at a time: `from` is a multiple of the widest vector. */
void lowerRows(const ScoreTask& task, const float* unitScales, const LoweredRows& lowered, int64_t from, int64_t to) {
  const int64_t padded = groupsOf(task.width) * 4;
  for (int64_t row = from; row < to; row += kLanes) {
    const auto valuesOf = [&](int64_t unit) {
      return divide(load(task.code + unit * task.stride + row), all(unitScales[unit]));
    };
    Lanes most = all(0.0f);
    Lanes squares = all(0.0f);
    for (int64_t unit = 0; unit < task.width; unit++) {
      const Lanes values = valuesOf(unit);
      most = greater(absolute(values), most);
      squares = multiplyAdd(values, values, squares);
    }
    alignas(64) float scaleValues[kLanes];
    alignas(64) float squareValues[kLanes];
    store(scaleValues, most);
    store(squareValues, squares);
    for (int lane = 0; lane < kLanes; lane++) scaleValues[lane] = scaleFrom(scaleValues[lane], squareValues[lane]);
    const Lanes scale = load(scaleValues);
    Lanes lostSquares = all(0.0f);
    Lanes wholeSquares = all(0.0f);
    for (int64_t unit = 0; unit < padded; unit++) {
      const Lanes values = unit < task.width ? valuesOf(unit) : all(0.0f);
      const Lanes whole = rounded(divide(values, scale));
      const Lanes lost = subtract(values, multiply(whole, scale));
      lostSquares = multiplyAdd(lost, lost, lostSquares);
      wholeSquares = multiplyAdd(whole, whole, wholeSquares);
      alignas(64) int32_t integers[kLanes];
      _mm512_store_si512(integers, _mm512_cvtps_epi32(whole));
      uint8_t* to8 = lowered.values + (unit / 4 * task.stride + row) * 4 + unit % 4;
      for (int lane = 0; lane < kLanes; lane++) to8[lane * 4] = static_cast<uint8_t>(integers[lane] + 128);
    }
    store(lowered.scales + row, scale);
    store(lowered.norms + row, add(multiply(multiply(scale, squareRoot(wholeSquares)), all(kRoom)), all(kLeastNorm)));
    const Lanes rounding = multiply(all(roundingShare(task.width)), squareRoot(squares));
    store(lowered.lost + row, add(multiply(add(squareRoot(lostSquares), rounding), all(kRoom)), all(kLeastNorm)));
  }
}

}  // namespace
