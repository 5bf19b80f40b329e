// Eight lanes as an array, for processors without AVX2 and FMA: slower, with the same bits.
#pragma once

#include <cstdint>

#include "bits.h"

namespace {

constexpr int kLanes = 8;
struct Lanes {
  float at[kLanes];
};
/** The same lanes as whole numbers of 32 bits. */
struct Whole {
  uint32_t at[kLanes];
};

/** A lane from those of one, two or three vectors. */
template <typename Result = Lanes, typename Lane>
inline Result laneByLane(Lane lane) {
  Result result;
  for (int place = 0; place < kLanes; place++) result.at[place] = lane(place);
  return result;
}

/**
 * a b + c in one rounding. The product of two numbers in single precision is exact in double precision. A sum that is not exact is rounded to the
 * neighbour with an odd last bit, so that the second rounding, to single precision, goes where a single one would (Boldo and Melquiond 2008).
 */
inline float multiplyAddOnce(float a, float b, float c) {
  const double product = static_cast<double>(a) * static_cast<double>(b);
  const double other = static_cast<double>(c);
  const double sum = product + other;
  const double back = sum - product;
  const double lost = (product - (sum - back)) + (other - back);
  uint64_t bits;
  __builtin_memcpy(&bits, &sum, sizeof bits);
  // Not for what is infinite or no number: nothing is lost there that could be told.
  if (lost != 0 && (bits & 1) == 0 && (bits >> 52 & 0x7ff) != 0x7ff) bits += (lost > 0) == (sum > 0) ? 1 : -1;
  double odd;
  __builtin_memcpy(&odd, &bits, sizeof odd);
  return static_cast<float>(odd);
}

inline Lanes load(const float* from) {
  Lanes result;
  __builtin_memcpy(&result, from, sizeof result);
  return result;
}
inline Lanes loadFirst(const float* from, int count) {
  return laneByLane([&](int lane) { return lane < count ? from[lane] : 0.0f; });
}
inline void store(float* to, Lanes x) { __builtin_memcpy(to, &x, sizeof x); }
inline void storeFirst(float* to, Lanes x, int count) {
  for (int lane = 0; lane < count; lane++) to[lane] = x.at[lane];
}
inline Lanes all(float value) {
  return laneByLane([&](int) { return value; });
}
inline Lanes add(Lanes a, Lanes b) {
  return laneByLane([&](int lane) { return a.at[lane] + b.at[lane]; });
}
inline Lanes subtract(Lanes a, Lanes b) {
  return laneByLane([&](int lane) { return a.at[lane] - b.at[lane]; });
}
inline Lanes multiply(Lanes a, Lanes b) {
  return laneByLane([&](int lane) { return a.at[lane] * b.at[lane]; });
}
inline Lanes divide(Lanes a, Lanes b) {
  return laneByLane([&](int lane) { return a.at[lane] / b.at[lane]; });
}
inline Lanes squareRoot(Lanes a) {
  return laneByLane([&](int lane) { return __builtin_sqrtf(a.at[lane]); });
}
inline Lanes multiplyAdd(Lanes a, Lanes b, Lanes c) {
  return laneByLane([&](int lane) { return multiplyAddOnce(a.at[lane], b.at[lane], c.at[lane]); });
}
/** The second if either is NaN. */
inline Lanes greater(Lanes a, Lanes b) {
  return laneByLane([&](int lane) { return a.at[lane] > b.at[lane] ? a.at[lane] : b.at[lane]; });
}
inline Lanes rounded(Lanes a) {
  return laneByLane([&](int lane) { return __builtin_rintf(a.at[lane]); });
}
inline Lanes powerOfTwo(Lanes whole) {
  return laneByLane([&](int lane) { return numberOf(static_cast<uint32_t>(static_cast<int32_t>(whole.at[lane]) + 127) << 23); });
}

/** A bit per lane. */
template <typename Condition>
inline unsigned lanesWhere(Condition condition) {
  unsigned mask = 0;
  for (int lane = 0; lane < kLanes; lane++) mask |= condition(lane) ? 1u << lane : 0u;
  return mask;
}
inline unsigned isGreater(Lanes a, Lanes b) {
  return lanesWhere([&](int lane) { return a.at[lane] > b.at[lane]; });
}
inline unsigned isBroken(Lanes a) {
  return lanesWhere([&](int lane) { return !(a.at[lane] - a.at[lane] == 0); });
}
inline Lanes choose(unsigned mask, Lanes yes, Lanes no) {
  return laneByLane([&](int lane) { return mask >> lane & 1 ? yes.at[lane] : no.at[lane]; });
}

inline Whole lowerHalves(const uint16_t* from) {
  return laneByLane<Whole>([&](int lane) { return static_cast<uint32_t>(from[lane]); });
}
inline Lanes joined(Whole lower, Whole upper) {
  return laneByLane([&](int lane) { return numberOf(lower.at[lane] | upper.at[lane] << 16); });
}
inline Lanes loadHalves(const uint16_t* from) {
  return laneByLane([&](int lane) { return numberOf(static_cast<uint32_t>(from[lane]) << 16); });
}
inline uint32_t roundedHalf(uint32_t bits) { return bits + (bits >> 16 & 1) + 0x7fff; }
inline Whole lowered(Lanes x) {
  return laneByLane<Whole>([&](int lane) {
    const uint32_t bits = bitsOf(x.at[lane]);
    if (x.at[lane] != x.at[lane]) return (bits | 0x400000) >> 16;
    return ((bits & 0x7f800000) == 0 ? bits & 0x80000000 : roundedHalf(bits)) >> 16;
  });
}
inline void storeLowered(uint16_t* to, Lanes x) {
  const Whole halves = lowered(x);
  for (int lane = 0; lane < kLanes; lane++) to[lane] = static_cast<uint16_t>(halves.at[lane]);
}
inline Lanes addPairs(Lanes a, Lanes b, Lanes c) {
  return laneByLane([&](int lane) {
    const uint32_t left = bitsOf(a.at[lane]);
    const uint32_t right = bitsOf(b.at[lane]);
    const float upper = multiplyAddOnce(numberOf(left & 0xffff0000), numberOf(right & 0xffff0000), c.at[lane]);
    return multiplyAddOnce(numberOf(left << 16), numberOf(right << 16), upper);
  });
}

/** As under the other instruction sets: each with the one eight further, then four, two and one. */
inline float sumOf(const Lanes* sixteen) {
  float sums[kLanes];
  for (int lane = 0; lane < kLanes; lane++) sums[lane] = sixteen[0].at[lane] + sixteen[1].at[lane];
  for (int count = kLanes / 2; count > 0; count /= 2)
    for (int lane = 0; lane < count; lane++) sums[lane] += sums[lane + count];
  return sums[0];
}

inline Lanes inRegister(Lanes value) { return value; }

}  // namespace
