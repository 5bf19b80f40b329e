// Sparse rows times a dense matrix.
#pragma once

#include "scoring.h"

namespace {

/** Units of one row that are summed side by side. */
template <int Vectors>
inline void sumEntries(const SparseRows& rows, int64_t row, const float* dense, int64_t width, float* result, int last) {
  Lanes sums[Vectors];
#pragma GCC unroll 8
  for (int vector = 0; vector < Vectors; vector++) sums[vector] = all(0.0f);
  for (int32_t entry = rows.offsets[row]; entry < rows.offsets[row + 1]; entry++) {
    const Lanes value = all(rows.values[entry]);
    const float* from = dense + rows.columns[entry] * width;
#pragma GCC unroll 8
    for (int vector = 0; vector < Vectors; vector++)
      sums[vector] = multiplyAdd(
          value, vector < Vectors - 1 || last == kLanes ? load(from + vector * kLanes) : loadFirst(from + vector * kLanes, last),
          sums[vector]);
  }
#pragma GCC unroll 8
  for (int vector = 0; vector < Vectors; vector++)
    if (vector < Vectors - 1 || last == kLanes)
      store(result + vector * kLanes, sums[vector]);
    else
      storeFirst(result + vector * kLanes, sums[vector], last);
}

void sparseProduct(const SparseRows& rows, const float* dense, int64_t width, int64_t from, int64_t to, float* result) {
  constexpr int kVectors = 8;
  for (int64_t row = from; row < to; row++) {
    int64_t unit = 0;
    for (; unit + kVectors * kLanes <= width; unit += kVectors * kLanes)
      sumEntries<kVectors>(rows, row, dense + unit, width, result + row * width + unit, kLanes);
    for (; unit < width; unit += kLanes)
      sumEntries<1>(rows, row, dense + unit, width, result + row * width + unit,
                    static_cast<int>(least(kLanes, width - unit)));
  }
}

}  // namespace
