// The loss between products in bfloat16, row by row. Its bits may differ between instruction sets, as those of the products do.
#pragma once

#include "arithmetic.h"
#include "bits.h"
#include "lanes.h"

namespace {

inline float fromHalf(uint16_t half) { return numberOf(static_cast<uint32_t>(half) << 16); }

inline uint16_t toHalf(float value) {
  const uint32_t bits = bitsOf(value);
  return static_cast<uint16_t>((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

inline float exponentialOf(float x) {
  alignas(64) float values[kLanes];
  store(values, exponential(all(x)));
  return values[0];
}

inline float sumOf(Lanes x) {
  alignas(64) float values[kLanes];
  store(values, x);
  for (int half = kLanes / 2; half > 0; half /= 2)
    for (int at = 0; at < half; at++) values[at] += values[at + half];
  return values[0];
}

/** Exponentials of a row less `shift`, into the bracket. Returns their sum. */
inline double halfExponentials(const HalfRow& row, float shift) {
  constexpr int kSums = 4;
  Lanes sums[kSums] = {all(0.0f), all(0.0f), all(0.0f), all(0.0f)};
  int64_t item = 0;
  for (; item + kSums * kLanes <= row.items; item += kSums * kLanes)
#pragma GCC unroll 4
    for (int at = 0; at < kSums; at++) {
      const int64_t place = item + at * kLanes;
      const Lanes value = exponential(subtract(add(loadHalves(row.scores + place), load(row.bias + place)), all(shift)));
      storeHalves(row.bracket + place, value);
      sums[at] = add(sums[at], value);
    }
  double total = sumOf(add(add(sums[0], sums[1]), add(sums[2], sums[3])));
  for (; item < row.items; item++) {
    const float value = exponentialOf(fromHalf(row.scores[item]) + row.bias[item] - shift);
    row.bracket[item] = toHalf(value);
    total += value;
  }
  return total;
}

void halfLoss(const HalfRow& row, double (*logarithm)(double)) {
  float shift = 0;
  double total = halfExponentials(row, shift);
  if (!isInRange(total)) {
    shift = fromHalf(row.scores[0]) + row.bias[0];
    for (int64_t item = 1; item < row.items; item++) {
      const float score = fromHalf(row.scores[item]) + row.bias[item];
      if (score > shift) shift = score;
    }
    total = halfExponentials(row, shift);
  }
  double sum = 0;
  double likelihood = 0;
  for (int32_t at = 0; at < row.targetCount; at++) {
    const int32_t item = row.targets[at];
    sum += row.targetValues[at];
    likelihood += static_cast<double>(row.targetValues[at]) * (fromHalf(row.scores[item]) + row.bias[item]);
  }
  if (sum > 0)
    for (int32_t at = 0; at < row.targetCount; at++) {
      const int32_t item = row.targets[at];
      const float value = exponentialOf(fromHalf(row.scores[item]) + row.bias[item] - shift);
      row.bracket[item] = toHalf(value - static_cast<float>(row.targetValues[at] * total / sum));
    }
  *row.loss = static_cast<float>(sum * ((total > 0 ? logarithm(total) : total) + shift) - likelihood);
  *row.factor = static_cast<float>(sum / total);
}

void halfBiasGradient(const uint16_t* bracket, const float* factors, int64_t rows, int64_t items, int64_t from, int64_t to, float* gradient) {
  for (int64_t item = from; item < to; item++) gradient[item] = 0.0f;
  for (int64_t row = 0; row < rows; row++) {
    const uint16_t* own = bracket + row * items;
    int64_t item = from;
    for (; item + kLanes <= to; item += kLanes)
      store(gradient + item, multiplyAdd(all(factors[row]), loadHalves(own + item), load(gradient + item)));
    for (; item < to; item++) gradient[item] += factors[row] * fromHalf(own[item]);
  }
}

}  // namespace
