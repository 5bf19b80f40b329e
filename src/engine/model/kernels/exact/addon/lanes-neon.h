// Eight lanes in two registers of NEON, which every ARM processor of 64 bits has.
#pragma once

#include <arm_neon.h>

#include <cstdint>

namespace {

constexpr int kLanes = 8;
struct Lanes {
  float32x4_t first, second;
};
/** The same lanes as whole numbers of 32 bits. */
struct Whole {
  uint32x4_t first, second;
};

inline float multiplyAddOnce(float a, float b, float c) { return __builtin_fmaf(a, b, c); }

inline Lanes load(const float* from) { return {vld1q_f32(from), vld1q_f32(from + 4)}; }
inline Lanes loadFirst(const float* from, int count) {
  float room[kLanes] = {};
  for (int lane = 0; lane < count; lane++) room[lane] = from[lane];
  return load(room);
}
inline void store(float* to, Lanes x) {
  vst1q_f32(to, x.first);
  vst1q_f32(to + 4, x.second);
}
inline void storeFirst(float* to, Lanes x, int count) {
  float room[kLanes];
  store(room, x);
  for (int lane = 0; lane < count; lane++) to[lane] = room[lane];
}
inline Lanes all(float value) { return {vdupq_n_f32(value), vdupq_n_f32(value)}; }
inline Lanes add(Lanes a, Lanes b) { return {vaddq_f32(a.first, b.first), vaddq_f32(a.second, b.second)}; }
inline Lanes subtract(Lanes a, Lanes b) { return {vsubq_f32(a.first, b.first), vsubq_f32(a.second, b.second)}; }
inline Lanes multiply(Lanes a, Lanes b) { return {vmulq_f32(a.first, b.first), vmulq_f32(a.second, b.second)}; }
inline Lanes divide(Lanes a, Lanes b) { return {vdivq_f32(a.first, b.first), vdivq_f32(a.second, b.second)}; }
inline Lanes squareRoot(Lanes a) { return {vsqrtq_f32(a.first), vsqrtq_f32(a.second)}; }
inline Lanes multiplyAdd(Lanes a, Lanes b, Lanes c) {
  return {vfmaq_f32(c.first, a.first, b.first), vfmaq_f32(c.second, a.second, b.second)};
}
/** The second if either is NaN, as on x86. ARM's own maximum would be NaN. */
inline float32x4_t greater(float32x4_t a, float32x4_t b) { return vbslq_f32(vcgtq_f32(a, b), a, b); }
inline Lanes greater(Lanes a, Lanes b) { return {greater(a.first, b.first), greater(a.second, b.second)}; }
inline Lanes rounded(Lanes a) { return {vrndnq_f32(a.first), vrndnq_f32(a.second)}; }
inline float32x4_t powerOfTwo(float32x4_t whole) {
  return vreinterpretq_f32_s32(vshlq_n_s32(vaddq_s32(vcvtnq_s32_f32(whole), vdupq_n_s32(127)), 23));
}
inline Lanes powerOfTwo(Lanes whole) { return {powerOfTwo(whole.first), powerOfTwo(whole.second)}; }

/** A bit per lane, from lanes whose bits are all set or all clear. */
inline unsigned maskOf(Whole lanes) {
  const uint32_t weights[] = {1, 2, 4, 8};
  const uint32x4_t bits = vld1q_u32(weights);
  return vaddvq_u32(vandq_u32(lanes.first, bits)) | vaddvq_u32(vandq_u32(lanes.second, bits)) << 4;
}
inline unsigned isGreater(Lanes a, Lanes b) {
  return maskOf({vcgtq_f32(a.first, b.first), vcgtq_f32(a.second, b.second)});
}
inline unsigned isBroken(Lanes a) {
  const Lanes nothing = subtract(a, a);
  return ~maskOf({vceqzq_f32(nothing.first), vceqzq_f32(nothing.second)}) & 0xff;
}
inline Lanes choose(unsigned mask, Lanes yes, Lanes no) {
  const uint32_t weights[] = {1, 2, 4, 8};
  const uint32x4_t bits = vld1q_u32(weights);
  return {vbslq_f32(vtstq_u32(vdupq_n_u32(mask), bits), yes.first, no.first),
          vbslq_f32(vtstq_u32(vdupq_n_u32(mask >> 4), bits), yes.second, no.second)};
}

inline Whole wholeOf(Lanes x) { return {vreinterpretq_u32_f32(x.first), vreinterpretq_u32_f32(x.second)}; }
inline Lanes lanesOf(Whole x) { return {vreinterpretq_f32_u32(x.first), vreinterpretq_f32_u32(x.second)}; }
inline Whole lowerHalves(const uint16_t* from) {
  const uint16x8_t halves = vld1q_u16(from);
  return {vmovl_u16(vget_low_u16(halves)), vmovl_u16(vget_high_u16(halves))};
}
inline Whole upperHalves(Whole lower) { return {vshlq_n_u32(lower.first, 16), vshlq_n_u32(lower.second, 16)}; }
inline Lanes joined(Whole lower, Whole upper) {
  const Whole shifted = upperHalves(upper);
  return lanesOf({vorrq_u32(lower.first, shifted.first), vorrq_u32(lower.second, shifted.second)});
}
inline Lanes loadHalves(const uint16_t* from) { return lanesOf(upperHalves(lowerHalves(from))); }
inline uint32x4_t roundedHalf(uint32x4_t bits) {
  const uint32x4_t odd = vandq_u32(vshrq_n_u32(bits, 16), vdupq_n_u32(1));
  return vaddq_u32(bits, vaddq_u32(odd, vdupq_n_u32(0x7fff)));
}
inline void storeLower(uint16_t* to, Whole x) { vst1q_u16(to, vcombine_u16(vmovn_u32(x.first), vmovn_u32(x.second))); }
inline uint32x4_t lowered(float32x4_t x) {
  const uint32x4_t bits = vreinterpretq_u32_f32(x);
  const uint32x4_t isTiny = vceqzq_u32(vandq_u32(bits, vdupq_n_u32(0x7f800000)));
  uint32x4_t result = vbslq_u32(isTiny, vandq_u32(bits, vdupq_n_u32(0x80000000)), roundedHalf(bits));
  result = vbslq_u32(vceqq_f32(x, x), result, vorrq_u32(bits, vdupq_n_u32(0x400000)));
  return vshrq_n_u32(result, 16);
}
inline Whole lowered(Lanes x) { return {lowered(x.first), lowered(x.second)}; }
inline void storeLowered(uint16_t* to, Lanes x) { storeLower(to, lowered(x)); }
/** Zero of the same sign for a denormal number. */
inline float32x4_t withoutDenormals(float32x4_t x) {
  const uint32x4_t isDenormal = vcltq_f32(vabsq_f32(x), vdupq_n_f32(0x1p-126f));
  return vbslq_f32(isDenormal, vreinterpretq_f32_u32(vandq_u32(vreinterpretq_u32_f32(x), vdupq_n_u32(0x80000000))), x);
}
/**
 * a b + c as x86 adds where denormal numbers are zero: a result counts as denormal by what it would round to if exponents had no limit. Of the numbers
 * that round to the least normal one here, some do not there; what they round to without the limit is told by the same sum of larger numbers.
 */
inline float32x4_t multiplyAddNormal(float32x4_t a, float32x4_t b, float32x4_t c) {
  const float32x4_t addend = withoutDenormals(c);
  const float32x4_t sum = vfmaq_f32(addend, a, b);
  const uint32x4_t isLeast = vceqq_f32(vabsq_f32(sum), vdupq_n_f32(0x1p-126f));
  if (vmaxvq_u32(isLeast) == 0) return withoutDenormals(sum);
  const float32x4_t scaled = vfmaq_f32(vmulq_n_f32(addend, 0x1p24f), a, vmulq_n_f32(b, 0x1p24f));
  const uint32x4_t isBelow = vandq_u32(isLeast, vcltq_f32(vabsq_f32(scaled), vdupq_n_f32(0x1p-102f)));
  const float32x4_t zero = vreinterpretq_f32_u32(vandq_u32(vreinterpretq_u32_f32(sum), vdupq_n_u32(0x80000000)));
  return vbslq_f32(isBelow, zero, withoutDenormals(sum));
}
inline Lanes addPairs(Lanes a, Lanes b, Lanes c) {
  const auto upper = [](Lanes x) {
    const Whole bits = wholeOf(x);
    const uint32x4_t mask = vdupq_n_u32(0xffff0000);
    return lanesOf({vandq_u32(bits.first, mask), vandq_u32(bits.second, mask)});
  };
  const auto lower = [](Lanes x) { return lanesOf(upperHalves(wholeOf(x))); };
  const auto sum = [](Lanes left, Lanes right, Lanes addend) {
    return Lanes{multiplyAddNormal(left.first, right.first, addend.first), multiplyAddNormal(left.second, right.second, addend.second)};
  };
  return sum(lower(a), lower(b), sum(upper(a), upper(b), c));
}

/** Sixteen numbers added up in pairs: each with the one eight further, then four, two and one. */
inline float sumOf(const Lanes* sixteen) {
  const Lanes eight = add(sixteen[0], sixteen[1]);
  const float32x4_t four = vaddq_f32(eight.first, eight.second);
  const float32x2_t two = vadd_f32(vget_low_f32(four), vget_high_f32(four));
  return vget_lane_f32(two, 0) + vget_lane_f32(two, 1);
}

/** Keeps a factor in registers: the compiler would load it again for each vector beside it. */
inline Lanes inRegister(Lanes value) {
  asm("" : "+w"(value.first), "+w"(value.second));
  return value;
}

}  // namespace
