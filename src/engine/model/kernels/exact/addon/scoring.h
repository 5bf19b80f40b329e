// Scores items, a tile at a time: all of them, their exponentials and maxima, some of a row, and the best of a row.
#pragma once

#include "heap.h"
#include "tile.h"

namespace {

/** Items whose part of the decoder is multiplied at a time. */
constexpr int64_t kItemsAtATime = 64;

/** Scores of up to kTileRows items for the rows from `row` on, `columns` of them (whole vectors). */
inline void scoreTile(const ScoreTask& task, int64_t item, int64_t items, int64_t row, int64_t columns, float* result, int64_t step) {
  for (int64_t at = 0; at < items; at++)
    for (int64_t column = 0; column < columns; column += kLanes)
      store(result + at * step + column, all(task.bias[item + at]));
  anyTile(items, columns, task.width, Left{task.decoder + item * task.width, task.width, 1},
          Right{task.code + row, task.stride}, result, step);
}

inline void scoreItems(const ScoreTask& task, int64_t item, int64_t items, int64_t rows, float* result, int64_t step) {
  for (int64_t row = 0; row < rows; row += kTileColumns)
    scoreTile(task, item, items, row, least(kTileColumns, rows - row), result + row, step);
}

void exponentials(const ScoreTask& task, const float* shifts, const ItemTargets& targets, int64_t from, int64_t to,
                  float* result, float* sums) {
  const int64_t rows = wholeVectors(task.rows);
  for (int64_t row = 0; row < rows; row += kLanes) store(sums + row, all(0.0f));
  for (int64_t item = from; item < to; item += kTileRows) {
    const int64_t items = least(kTileRows, to - item);
    float* scores = result + item * task.stride;
    scoreItems(task, item, items, rows, scores, task.stride);
    for (int64_t at = 0; at < items; at++)
      for (int32_t target = targets.starts[item + at]; target < targets.starts[item + at + 1]; target++)
        targets.picked[target] = scores[at * task.stride + targets.rows[target]];
    for (int64_t row = 0; row < rows; row += kLanes) {
      const Lanes shift = load(shifts + row);
      Lanes sum = load(sums + row);
      for (int64_t at = 0; at < items; at++) {
        float* score = scores + at * task.stride + row;
        const Lanes value = exponential(subtract(load(score), shift));
        store(score, value);
        sum = add(sum, value);
      }
      store(sums + row, sum);
    }
  }
}

void maxima(const ScoreTask& task, int64_t from, int64_t to, float* result) {
  const int64_t rows = wholeVectors(task.rows);
  alignas(64) float scores[kTileRows * kTileColumns];
  for (int64_t row = 0; row < rows; row += kLanes) store(result + row, all(-__builtin_inff()));
  for (int64_t item = from; item < to; item += kTileRows)
    for (int64_t row = 0; row < rows; row += kTileColumns) {
      const int64_t items = least(kTileRows, to - item);
      const int64_t columns = least(kTileColumns, rows - row);
      scoreTile(task, item, items, row, columns, scores, kTileColumns);
      for (int64_t at = 0; at < items; at++)
        for (int64_t column = 0; column < columns; column += kLanes)
          store(result + row + column,
                greater(load(scores + at * kTileColumns + column), load(result + row + column)));
    }
}

void scores(const ScoreTask& task, int64_t items, int64_t from, int64_t to, float* result) {
  alignas(64) float part[kTileRows * kTileColumns];
  for (int64_t row = 0; row < task.rows; row += kTileColumns)
    for (int64_t item = from; item < to; item += kTileRows) {
      const int64_t count = least(kTileRows, to - item);
      const int64_t columns = least(kTileColumns, wholeVectors(task.rows - row));
      scoreTile(task, item, count, row, columns, part, kTileColumns);
      for (int64_t column = 0; column < least(columns, task.rows - row); column++)
        for (int64_t at = 0; at < count; at++)
          result[(row + column) * items + item + at] = part[at * kTileColumns + column];
    }
}

/** Scores that are summed side by side, as each sum waits for its last addition. */
constexpr int kScoresAtATime = 8;

void scoresOfItems(const ScoreTask& task, const float* code, const int32_t* items, int64_t count, int64_t from, int64_t to, float* result) {
  for (int64_t row = from; row < to; row++) {
    const float* own = code + row * task.width;
    for (int64_t first = row * count; first < (row + 1) * count; first += kScoresAtATime) {
      const int64_t together = least(kScoresAtATime, (row + 1) * count - first);
      const float* decoder[kScoresAtATime];
      float sums[kScoresAtATime];
      for (int64_t sum = 0; sum < kScoresAtATime; sum++) {
        const int32_t item = sum < together ? items[first + sum] : -1;
        decoder[sum] = task.decoder + (item < 0 ? 0 : item) * task.width;
        sums[sum] = task.bias[item < 0 ? 0 : item];
      }
      for (int64_t unit = 0; unit < task.width; unit++) {
        const float value = own[unit];
#pragma GCC unroll 8
        for (int sum = 0; sum < kScoresAtATime; sum++) sums[sum] = multiplyAddOnce(decoder[sum][unit], value, sums[sum]);
      }
      for (int64_t sum = 0; sum < together; sum++) result[first + sum] = items[first + sum] < 0 ? 0.0f : sums[sum];
    }
  }
}

/** The rows of one call of `best`, with the state of their heaps. */
struct BestRows {
  const BestTask& task;
  int64_t from;
  int64_t count;
  int64_t sizes[kMostBestRows];
  /** The scores to exceed. */
  alignas(64) float thresholds[kMostBestRows];

  void offer(int64_t at, int32_t item, float score) {
    const int64_t row = from + at;
    if (isWatched(task, row, item)) return;
    const Heap heap{task.bestScores + row * task.count, task.bestItems + row * task.count, sizes[at]};
    offerToHeap(heap, task.count, score, item, &sizes[at]);
    if (sizes[at] == task.count) thresholds[at] = heap.scores[0];
  }

  void offerVector(int64_t at, int32_t item, const float* scores) {
    const Lanes values = load(scores);
    const int64_t there = least(kLanes, count - at);
    const unsigned mask = there == kLanes ? ~0u : (1u << there) - 1;
    for (unsigned broken = isBroken(values) & mask; broken != 0; broken &= broken - 1) {
      int32_t& first = task.broken[from + at + __builtin_ctz(broken)];
      if (first < 0) first = item;
    }
    for (unsigned better = isGreater(values, load(thresholds + at)) & mask; better != 0; better &= better - 1) {
      const int lane = __builtin_ctz(better);
      offer(at + lane, item, scores[lane]);
    }
  }
};

void best(const BestTask& task, int64_t from, int64_t to) {
  for (int64_t first = from; first < to; first += kMostBestRows) {
    BestRows rows{task, first, least(kMostBestRows, to - first), {}, {}};
    for (int64_t at = 0; at < kMostBestRows; at++) rows.thresholds[at] = -__builtin_inff();
    for (int64_t at = 0; at < rows.count; at++) task.broken[first + at] = -1;
    alignas(64) float scores[kTileRows * kTileColumns];
    for (int64_t block = 0; block < task.items; block += kItemsAtATime)
      for (int64_t at = 0; at < rows.count; at += kTileColumns) {
        const int64_t columns = least(kTileColumns, wholeVectors(rows.count - at));
        for (int64_t item = block; item < least(block + kItemsAtATime, task.items); item += kTileRows) {
          const int64_t items = least(kTileRows, task.items - item);
          scoreTile(task.scores, item, items, first + at, columns, scores, kTileColumns);
          for (int64_t tileItem = 0; tileItem < items; tileItem++)
            for (int64_t column = 0; column < columns && at + column < rows.count; column += kLanes)
              rows.offerVector(at + column, static_cast<int32_t>(item + tileItem),
                               scores + tileItem * kTileColumns + column);
        }
      }
    for (int64_t at = 0; at < rows.count; at++)
      unheap(Heap{task.bestScores + (first + at) * task.count, task.bestItems + (first + at) * task.count, rows.sizes[at]},
             task.count);
  }
}

}  // namespace
