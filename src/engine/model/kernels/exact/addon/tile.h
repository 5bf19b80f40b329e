// The inner loop of every matrix product: a tile of the result stays in registers while the sum runs, term after term.
#pragma once

#ifdef __x86_64__
#include <xmmintrin.h>
#endif

#include "lanes.h"

namespace {

#ifdef __AVX512F__
constexpr int kTileRows = 8;
#else
constexpr int kTileRows = 4;
#endif
/** Vectors side by side in a tile. */
constexpr int kTileVectors = 3;
constexpr int kTileColumns = kTileVectors * kLanes;

inline int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
inline int64_t wholeVectors(int64_t count) { return (count + kWidestVector - 1) / kWidestVector * kWidestVector; }

/** left(row, term) = values[row * rowStep + term * termStep] */
struct Left {
  const float* values;
  int64_t rowStep;
  int64_t termStep;
};

/** Row `term` begins at values + term * step. */
struct Right {
  const float* values;
  int64_t step;
};

/** Numbers as they are. */
struct AllNumbers {};

#if defined(__x86_64__) && !defined(__AVX512BF16__)
/** While this exists, denormal numbers are zero as inputs and as results, as for vdpbf16ps, which ignores the control register. */
class WithoutDenormals {
 public:
  WithoutDenormals() : before_(_mm_getcsr()) { _mm_setcsr(before_ | 0x8040); }
  ~WithoutDenormals() { _mm_setcsr(before_); }

 private:
  unsigned before_;
};
#else
using WithoutDenormals = AllNumbers;
#endif

/** The contribution of a term to a sum: one product, or two of numbers in bfloat16, the upper before the lower, each with one rounding. */
struct Products {
  using Numbers = AllNumbers;
  static Lanes add(Lanes a, Lanes b, Lanes c) { return multiplyAdd(a, b, c); }
};
struct PairProducts {
  using Numbers = WithoutDenormals;
  static Lanes add(Lanes a, Lanes b, Lanes c) { return addPairs(a, b, c); }
};

/**
 * result += left . right, Rows x (Vectors - 1 full vectors and one of `last` lanes), over `terms` terms in order. Each number is one chain of terms
 * that starts from the number in `result`.
 */
template <typename Terms, int Rows, int Vectors, bool IsWhole>
inline __attribute__((always_inline)) void tile(int64_t terms, Left left, Right right, float* result, int64_t resultStep, int last) {
  const auto get = [&](const float* from, int vector) {
    return IsWhole || vector < Vectors - 1 ? load(from + vector * kLanes) : loadFirst(from + vector * kLanes, last);
  };
  [[maybe_unused]] const typename Terms::Numbers numbers;
  Lanes sums[Rows][Vectors];
#pragma GCC unroll 8
  for (int row = 0; row < Rows; row++)
#pragma GCC unroll 3
    for (int vector = 0; vector < Vectors; vector++) sums[row][vector] = get(result + row * resultStep, vector);
  for (int64_t term = 0; term < terms; term++) {
    Lanes factors[Vectors];
#pragma GCC unroll 3
    for (int vector = 0; vector < Vectors; vector++) factors[vector] = get(right.values + term * right.step, vector);
#pragma GCC unroll 8
    for (int row = 0; row < Rows; row++) {
      const Lanes factor = inRegister(all(left.values[row * left.rowStep + term * left.termStep]));
#pragma GCC unroll 3
      for (int vector = 0; vector < Vectors; vector++)
        sums[row][vector] = Terms::add(factor, factors[vector], sums[row][vector]);
    }
  }
#pragma GCC unroll 8
  for (int row = 0; row < Rows; row++)
#pragma GCC unroll 3
    for (int vector = 0; vector < Vectors; vector++) {
      float* to = result + row * resultStep + vector * kLanes;
      if (IsWhole || vector < Vectors - 1)
        store(to, sums[row][vector]);
      else
        storeFirst(to, sums[row][vector], last);
    }
}

template <typename Terms, int Rows, int Vectors>
inline void tileWith(int64_t terms, Left left, Right right, float* result, int64_t resultStep, int last) {
  if (last == kLanes)
    tile<Terms, Rows, Vectors, true>(terms, left, right, result, resultStep, last);
  else
    tile<Terms, Rows, Vectors, false>(terms, left, right, result, resultStep, last);
}

template <typename Terms, int Rows>
inline void tileOf(int vectors, int64_t terms, Left left, Right right, float* result, int64_t resultStep, int last) {
  switch (vectors) {
    case 1:
      return tileWith<Terms, Rows, 1>(terms, left, right, result, resultStep, last);
    case 2:
      return tileWith<Terms, Rows, 2>(terms, left, right, result, resultStep, last);
    default:
      return tileWith<Terms, Rows, 3>(terms, left, right, result, resultStep, last);
  }
}

/** `tile` for any number of rows up to kTileRows and of columns up to kTileColumns. */
template <typename Terms = Products>
inline void anyTile(int64_t rows, int64_t columns, int64_t terms, Left left, Right right, float* result, int64_t resultStep) {
  const int vectors = static_cast<int>((columns + kLanes - 1) / kLanes);
  const int last = static_cast<int>(columns - (vectors - 1) * kLanes);
  while (rows > 0) {
    int64_t done;
    if (rows >= kTileRows) {
      tileOf<Terms, kTileRows>(vectors, terms, left, right, result, resultStep, last);
      done = kTileRows;
    } else if (rows >= 2) {
      tileOf<Terms, 2>(vectors, terms, left, right, result, resultStep, last);
      done = 2;
    } else {
      tileOf<Terms, 1>(vectors, terms, left, right, result, resultStep, last);
      done = 1;
    }
    rows -= done;
    left.values += done * left.rowStep;
    result += done * resultStep;
  }
}

}  // namespace
