// Inverts a symmetric positive definite matrix in place: a sweep over blocks of its columns (Gauss-Jordan; Goodnight 1979).
#pragma once

#include "tile.h"

namespace {

static_assert(kSweepRows % kTileColumns == 0 && kSweepColumns % kTileColumns == 0, "panels must not cross parts and blocks");

/** The block's columns of the rows from `row` on, read from their mirror image above the diagonal. */
struct BlockColumns {
  float* values;
  int64_t rowStep;
  int64_t termStep;
};

inline BlockColumns blockColumns(const SweepTask& task, int64_t row) {
  return row < task.from ? BlockColumns{task.matrix + task.from * task.stride + row, 1, task.stride}
                         : BlockColumns{task.matrix + row * task.stride + task.from, task.stride, 1};
}

void subtractTimes(double* values, const double* others, double factor, int64_t count) {
  for (int64_t at = 0; at < count; at++) values[at] -= factor * others[at];
}

/** First the panels: each has the terms of kTileColumns rows side by side. Then the rows times the negative inverse of the block. */
void sweepFactors(const SweepTask& task, int64_t from, int64_t to) {
  const int64_t width = task.to - task.from;
  const BlockColumns columns = blockColumns(task, from);
  for (int64_t row = from; row < to; row += kTileColumns) {
    const int64_t rows = least(kTileColumns, to - row);
    float* panel = task.panels + row * width;
    for (int64_t term = 0; term < width; term++)
      for (int64_t at = 0; at < kTileColumns; at++)
        panel[term * kTileColumns + at] =
            at < rows ? columns.values[(row - from + at) * columns.rowStep + term * columns.termStep] : 0.0f;
  }
  float* factors = task.factors + from * width;
  for (int64_t at = 0; at < (to - from) * width; at++) factors[at] = 0.0f;
  for (int64_t column = 0; column < width; column += kTileColumns)
    anyTile(to - from, least(kTileColumns, width - column), width,
            Left{columns.values, columns.rowStep, columns.termStep}, Right{task.negative + column, width},
            factors + column, width);
}

/** Rows from..to, up to the diagonal: adds the product of factors and panels, and replaces the block's columns by the factors, positive. */
void sweepRows(const SweepTask& task, int64_t from, int64_t to) {
  const int64_t width = task.to - task.from;
  const float* factors = task.factors + from * width;
  float* rows = task.matrix + from * task.stride;
  for (int64_t column = 0; column < to; column += kTileColumns) {
    if (column >= task.from && column < task.to) continue;
    anyTile(to - from, least(kTileColumns, task.stride - column), width, Left{factors, width, 1},
            Right{task.panels + column * width, kTileColumns}, rows + column, task.stride);
  }
  const BlockColumns columns = blockColumns(task, from);
  for (int64_t row = 0; row < to - from; row++)
    for (int64_t term = 0; term < width; term++)
      columns.values[row * columns.rowStep + term * columns.termStep] = -factors[row * width + term];
}

}  // namespace
