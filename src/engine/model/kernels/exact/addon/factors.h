// Factors of a matrix factorisation: steps of conjugate gradients on (gram + sum of w y y' + ridge I) x = sum of w y, for a block of rows at a time,
// so that the product with the Gram matrix is a product of matrices.
#pragma once

#include "tile.h"

namespace {

/** Rows of the other side that are added to the Gram matrix at a time: they stay in the second-level cache. */
constexpr int64_t kGramTerms = 128;
/** Entries of a row whose scores are summed side by side. */
constexpr int kEntries = 4;

void factorGram(const float* others, int64_t width, int64_t from, int64_t to, float* gram) {
  for (int64_t at = 0; at < width * width; at++) gram[at] = 0.0f;
  for (int64_t first = from; first < to; first += kGramTerms) {
    const int64_t terms = to - first < kGramTerms ? to - first : kGramTerms;
    const float* block = others + first * width;
    for (int64_t column = 0; column < width; column += kTileColumns) {
      const int64_t columns = width - column < kTileColumns ? width - column : kTileColumns;
      // Computed below the diagonal, with the excess of a tile; the rest is mirrored.
      anyTile(width - column, columns, terms, Left{block + column, 1, width}, Right{block + column, width},
              gram + column * width + column, width);
    }
  }
  for (int64_t row = 0; row < width; row++)
    for (int64_t column = row + 1; column < width; column++) gram[row * width + column] = gram[column * width + row];
}

inline float innerProduct(const float* left, const float* right, int64_t width) {
  Lanes sums[kParts];
  for (int lane = 0; lane < kParts; lane++) sums[lane] = all(0.0f);
  for (int64_t at = 0; at < width; at += kWidestVector)
    for (int lane = 0; lane < kParts; lane++)
      sums[lane] = multiplyAdd(load(left + at + lane * kLanes), load(right + at + lane * kLanes), sums[lane]);
  return sumOf(sums);
}

/** image += w (y . vector) y for `Count` entries from `entry` on. */
template <int Count>
inline void addEntries(const FactorTask& task, int64_t entry, const float* vector, float* image) {
  const int64_t width = task.width;
  const float* others[Count];
  Lanes sums[Count][kParts];
#pragma GCC unroll 4
  for (int at = 0; at < Count; at++) {
    others[at] = task.others + task.rows.columns[entry + at] * width;
    for (int lane = 0; lane < kParts; lane++) sums[at][lane] = all(0.0f);
  }
  for (int64_t unit = 0; unit < width; unit += kWidestVector)
#pragma GCC unroll 2
    for (int lane = 0; lane < kParts; lane++) {
      const int64_t from = unit + lane * kLanes;
      const Lanes factor = load(vector + from);
#pragma GCC unroll 4
      for (int at = 0; at < Count; at++) sums[at][lane] = multiplyAdd(load(others[at] + from), factor, sums[at][lane]);
    }
  Lanes scores[Count];
#pragma GCC unroll 4
  for (int at = 0; at < Count; at++) scores[at] = all(task.rows.values[entry + at] * sumOf(sums[at]));
  for (int64_t unit = 0; unit < width; unit += kLanes) {
    Lanes sum = load(image + unit);
#pragma GCC unroll 4
    for (int at = 0; at < Count; at++) sum = multiplyAdd(scores[at], load(others[at] + unit), sum);
    store(image + unit, sum);
  }
}

inline void fetch(const FactorTask& task, int64_t entry, int64_t end) {
  for (int64_t next = entry; next < end; next++) {
    const float* other = task.others + task.rows.columns[next] * task.width;
    for (int64_t unit = 0; unit < task.width; unit += kWidestVector) __builtin_prefetch(other + unit);
  }
}

inline void addRow(const FactorTask& task, int64_t row, const float* vector, float* image) {
  int64_t entry = task.rows.offsets[row];
  const int64_t end = task.rows.offsets[row + 1];
  for (; entry + kEntries <= end; entry += kEntries) {
    fetch(task, entry + kEntries, entry + 2 * kEntries < end ? entry + 2 * kEntries : end);
    addEntries<kEntries>(task, entry, vector, image);
  }
  for (; entry < end; entry++) addEntries<1>(task, entry, vector, image);
}

/** The matrix of each row times its vector: rows x width into rows x width. */
inline void imagesOf(const FactorTask& task, int64_t from, int64_t rows, const float* vectors, float* images) {
  const int64_t width = task.width;
  for (int64_t row = 0; row < rows; row++) {
    const Lanes ridge = all(task.ridges[task.places[from + row]]);
    for (int64_t unit = row * width; unit < (row + 1) * width; unit += kLanes)
      store(images + unit, multiply(ridge, load(vectors + unit)));
  }
  for (int64_t column = 0; column < width; column += kTileColumns)
    anyTile(rows, width - column < kTileColumns ? width - column : kTileColumns, width, Left{vectors, width, 1},
            Right{task.gram + column, width}, images + column, width);
  for (int64_t row = 0; row < rows; row++) addRow(task, task.places[from + row], vectors + row * width, images + row * width);
}

/** to += rate from */
inline void addTimes(float rate, const float* from, float* to, int64_t width) {
  const Lanes factor = all(rate);
  for (int64_t unit = 0; unit < width; unit += kLanes) store(to + unit, multiplyAdd(factor, load(from + unit), load(to + unit)));
}

void improveFactors(const FactorTask& task, int64_t from, int64_t to, float* room) {
  const int64_t width = task.width;
  const int64_t rows = to - from;
  float* residuals = room;
  float* directions = residuals + kFactorRows * width;
  float* images = directions + kFactorRows * width;
  float lengths[kFactorRows];
  for (int64_t row = 0; row < rows; row++) {
    const float* own = task.own + task.places[from + row] * width;
    for (int64_t unit = 0; unit < width; unit += kLanes) store(directions + row * width + unit, load(own + unit));
  }
  imagesOf(task, from, rows, directions, images);
  for (int64_t row = 0; row < rows; row++) {
    const int64_t place = task.places[from + row];
    float* residual = residuals + row * width;
    float* direction = directions + row * width;
    const float* image = images + row * width;
    for (int64_t unit = 0; unit < width; unit += kLanes) store(residual + unit, subtract(all(0.0f), load(image + unit)));
    for (int64_t entry = task.rows.offsets[place]; entry < task.rows.offsets[place + 1]; entry++)
      addTimes(task.rows.values[entry], task.others + task.rows.columns[entry] * width, residual, width);
    for (int64_t unit = 0; unit < width; unit += kLanes) store(direction + unit, load(residual + unit));
    lengths[row] = innerProduct(residual, residual, width);
  }
  for (int32_t step = 0; step < task.steps; step++) {
    imagesOf(task, from, rows, directions, images);
    for (int64_t row = 0; row < rows; row++) {
      float* residual = residuals + row * width;
      float* direction = directions + row * width;
      const float* image = images + row * width;
      const float curve = innerProduct(direction, image, width);
      // Converged, as far as single precision can tell.
      if (!(lengths[row] > 0.0f) || !(curve > 0.0f)) continue;
      const float rate = lengths[row] / curve;
      addTimes(rate, direction, task.own + task.places[from + row] * width, width);
      addTimes(-rate, image, residual, width);
      const float next = innerProduct(residual, residual, width);
      const Lanes share = all(next / lengths[row]);
      for (int64_t unit = 0; unit < width; unit += kLanes)
        store(direction + unit, multiplyAdd(share, load(direction + unit), load(residual + unit)));
      lengths[row] = next;
    }
  }
}

}  // namespace
