// Products of dense matrices, and exponentials.
#pragma once

#include "tile.h"

namespace {

/** Terms whose rows of the right factor are multiplied at a time: what is read of it again for the next rows stays in the second-level cache. */
constexpr int64_t kDenseTerms = 256;

void denseProduct(const ProductTask& task, int64_t from, int64_t to) {
  for (int64_t at = from * task.columns; at < to * task.columns; at++) task.result[at] = 0.0f;
  for (int64_t column = 0; column < task.columns; column += kTileColumns)
    for (int64_t term = 0; term < task.terms; term += kDenseTerms)
      anyTile(to - from, least(kTileColumns, task.columns - column), least(kDenseTerms, task.terms - term),
              Left{task.left + from * task.rowStep + term * task.termStep, task.rowStep, task.termStep},
              Right{task.right + term * task.columns + column, task.columns}, task.result + from * task.columns + column, task.columns);
}

void exponentialsOf(const float* values, int64_t from, int64_t to, float* result) {
  int64_t at = from;
  for (; at + kLanes <= to; at += kLanes) store(result + at, exponential(load(values + at)));
  if (at == to) return;
  const int last = static_cast<int>(to - at);
  storeFirst(result + at, exponential(loadFirst(values + at, last)), last);
}

}  // namespace
