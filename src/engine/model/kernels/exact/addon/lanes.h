// A vector register as an array of numbers, for each instruction set that the kernels are compiled for. Every operation is one
// rounding of IEEE 754 single precision, so a lane holds the same bits however many lanes there are.
#pragma once

#if defined(__AVX512F__)
#include "lanes-avx512.h"
#include "lanes-x86.h"
#elif defined(__AVX2__)
#include "lanes-avx2.h"
#include "lanes-x86.h"
#elif defined(__aarch64__)
#include "lanes-neon.h"
#else
#include "lanes-plain.h"
#endif

namespace {

/** Two numbers in bfloat16 per lane: the first in the lower half. */
inline Lanes pairs(Lanes first, Lanes second) { return joined(lowered(first), lowered(second)); }

/** Numbers in the widest vector: under every instruction set, sums across vectors have this many parts. */
constexpr int kWidestVector = 16;
/** Vectors that hold them. */
constexpr int kParts = kWidestVector / kLanes;

/**
 * The exponential function, within two units in the last place (polynomial of Cephes' expf, Moshier 1989). 0 below -87, infinite above 88, NaN for
 * NaN.
 */
inline Lanes exponential(Lanes x) {
  const Lanes lowest = all(-87.0f);
  const Lanes highest = all(88.0f);
  const unsigned isTooLow = isGreater(lowest, x);
  const unsigned isTooHigh = isGreater(x, highest);
  // Set to 0, within the range of the integers below; these lanes are replaced at the end.
  const Lanes bounded = choose(isTooLow | isTooHigh, all(0.0f), x);
  const Lanes whole = rounded(multiply(bounded, all(1.44269504088896341f)));
  Lanes rest = multiplyAdd(whole, all(-0.693359375f), bounded);
  rest = multiplyAdd(whole, all(2.12194440e-4f), rest);
  Lanes sum = all(1.9875691500e-4f);
  sum = multiplyAdd(sum, rest, all(1.3981999507e-3f));
  sum = multiplyAdd(sum, rest, all(8.3334519073e-3f));
  sum = multiplyAdd(sum, rest, all(4.1665795894e-2f));
  sum = multiplyAdd(sum, rest, all(1.6666665459e-1f));
  sum = multiplyAdd(sum, rest, all(5.0000001201e-1f));
  sum = multiplyAdd(sum, multiply(rest, rest), add(rest, all(1.0f)));
  const Lanes result = multiply(sum, powerOfTwo(whole));
  return choose(isTooHigh, all(__builtin_inff()), choose(isTooLow, all(0.0f), result));
}

}  // namespace
