// Weights from title to title in EASE's format (kernels/linear/links.ts): a link is the distance from the previous title, and its value in bfloat16.
#pragma once

#include <cstdint>
#include <cstring>

/** Number of different sizes of a number in bfloat16. */
constexpr uint32_t kSizes = 0x8000;
/** The longest distance of a link; before a longer one, a link of value 0 stands in between. */
constexpr int64_t kFarthest = 0xffff;

/** The number in bfloat16, rounded to nearest, ties to even. */
inline uint32_t halfOf(float value) {
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return (bits + 0x7fff + (bits >> 16 & 1)) >> 16 & 0xffff;
}

inline uint32_t sizeOf(uint32_t half) { return half & (kSizes - 1); }

inline float valueOf(uint32_t link) {
  const uint32_t bits = link << 16;
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}
