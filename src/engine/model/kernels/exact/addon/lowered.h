// Loss and gradients with products in bfloat16 and sums in single precision. A term is two products, of the numbers at an even index and the next
// odd one, as vdpbf16ps adds them; processors without it take its two steps one after the other, so the bits are the same.
#pragma once

#include "arithmetic.h"
#include "tile.h"

namespace {

/** Pairs of the decoder's units that are lowered at a time, for the items of a tile. */
constexpr int64_t kUnitPairs = 256;
inline void lowerRow(const float* values, int64_t count, uint16_t* to) {
  int64_t at = 0;
  for (; at + kLanes <= count; at += kLanes) storeLowered(to + at, load(values + at));
  if (at == count) return;
  alignas(64) uint16_t last[kLanes];
  storeLowered(last, loadFirst(values + at, static_cast<int>(count - at)));
  // One beyond the last: the other half of its pair, if their number is odd.
  const int64_t left = count - at;
  for (int64_t place = 0; place < left + left % 2; place++) to[at + place] = last[place];
}

/** rows x columns, the rows `step` apart, to pairs of rows: (rows + 1) / 2 x columns. */
void pairRows(const float* values, int64_t rows, int64_t columns, int64_t step, float* to) {
  for (int64_t row = 0; row < rows; row += 2, to += columns) {
    const float* first = values + row * step;
    const bool isAlone = row + 1 == rows;
    int64_t column = 0;
    for (; column + kLanes <= columns; column += kLanes)
      store(to + column, pairs(load(first + column), isAlone ? all(0.0f) : load(first + step + column)));
    if (column == columns) continue;
    const int last = static_cast<int>(columns - column);
    storeFirst(to + column, pairs(loadFirst(first + column, last), isAlone ? all(0.0f) : loadFirst(first + step + column, last)), last);
  }
}

/** pairRows for rows that are already lowered; reads, and writes pairs, up to the end of a vector. */
inline void pairLoweredRows(const uint16_t* values, int64_t rows, int64_t columns, int64_t step, float* result, int64_t resultStep) {
  for (int64_t row = 0; row < rows; row += 2, result += resultStep) {
    const uint16_t* first = values + row * step;
    const bool isAlone = row + 1 == rows;
    for (int64_t column = 0; column < columns; column += kLanes) {
      const auto lower = lowerHalves(first + column);
      store(result + column, joined(lower, isAlone ? lowered(all(0.0f)) : lowerHalves(first + step + column)));
    }
  }
}

/** Scores of up to kTileRows items for all rows (whole vectors), `step` apart. The code is in pairs of units. */
inline void loweredScores(const ScoreTask& task, int64_t item, int64_t items, int64_t rows, float* result, int64_t step) {
  alignas(64) uint16_t units[kTileRows * 2 * kUnitPairs];
  for (int64_t at = 0; at < items; at++)
    for (int64_t row = 0; row < rows; row += kLanes) store(result + at * step + row, all(task.bias[item + at]));
  for (int64_t unit = 0; unit < task.width; unit += 2 * kUnitPairs) {
    const int64_t count = least(2 * kUnitPairs, task.width - unit);
    for (int64_t at = 0; at < items; at++)
      lowerRow(task.decoder + (item + at) * task.width + unit, count, units + at * 2 * kUnitPairs);
    const Left left{reinterpret_cast<const float*>(units), kUnitPairs, 1};
    for (int64_t row = 0; row < rows; row += kTileColumns)
      anyTile<PairProducts>(items, least(kTileColumns, rows - row), (count + 1) / 2, left,
                            Right{task.code + unit / 2 * task.stride + row, task.stride}, result + row, step);
  }
}

void loweredExponentials(const ScoreTask& task, const float* shifts, const ItemTargets& targets, int64_t from, int64_t to,
                         uint16_t* result, float* sums, float* room) {
  const int64_t rows = wholeVectors(task.rows);
  for (int64_t row = 0; row < rows; row += kLanes) store(sums + row, all(0.0f));
  for (int64_t item = from; item < to; item += kTileRows) {
    const int64_t items = least(kTileRows, to - item);
    loweredScores(task, item, items, rows, room, task.stride);
    const int32_t first = targets.starts[item];
    const int32_t end = targets.starts[item + items];
    for (int64_t at = 0; at < items; at++)
      for (int32_t target = targets.starts[item + at]; target < targets.starts[item + at + 1]; target++)
        targets.picked[target] = room[at * task.stride + targets.rows[target]];
    for (int64_t row = 0; row < rows; row += kLanes) {
      const Lanes shift = load(shifts + row);
      Lanes sum = load(sums + row);
      for (int64_t at = 0; at < items; at++) {
        float* score = room + at * task.stride + row;
        const Lanes value = exponential(subtract(load(score), shift));
        store(score, value);
        storeLowered(result + (item + at) * task.stride + row, value);
        sum = add(sum, value);
      }
      store(sums + row, sum);
    }
    if (first == end && rows == task.rows) continue;
    for (int64_t at = 0; at < items; at++) {
      for (int32_t target = targets.starts[item + at]; target < targets.starts[item + at + 1]; target++)
        targets.pickedExponentials[target] = room[at * task.stride + targets.rows[target]];
      // Terms beyond the last row count nothing, whatever the bias made of them.
      for (int64_t row = task.rows; row < rows; row++) result[(item + at) * task.stride + row] = 0;
    }
  }
}

void loweredMaxima(const ScoreTask& task, int64_t from, int64_t to, float* result, float* room) {
  const int64_t rows = wholeVectors(task.rows);
  for (int64_t row = 0; row < rows; row += kLanes) store(result + row, all(-__builtin_inff()));
  for (int64_t item = from; item < to; item += kTileRows) {
    const int64_t items = least(kTileRows, to - item);
    loweredScores(task, item, items, rows, room, task.stride);
    for (int64_t at = 0; at < items; at++)
      for (int64_t row = 0; row < rows; row += kLanes)
        store(result + row, greater(load(room + at * task.stride + row), load(result + row)));
  }
}

/** Sum over the rows of bracket times factor, as in `product`; both are zero after the last row. */
inline float loweredProduct(const uint16_t* bracket, const float* factors, int64_t count) {
  Lanes sums[kParts];
  for (int part = 0; part < kParts; part++) sums[part] = all(0.0f);
  for (int64_t at = 0; at < count; at += kWidestVector)
    for (int part = 0; part < kParts; part++)
      sums[part] = multiplyAdd(loadHalves(bracket + at + part * kLanes), load(factors + at + part * kLanes), sums[part]);
  return sumOf(sums);
}

/** Adds the contribution of items from..to to the code's gradient, still without the factors of its rows. */
inline void addToCode(const LoweredGradientTask& task, int64_t from, int64_t to, float* code, float* room) {
  const int64_t width = task.width;
  const int64_t step = task.stride + kWidestVector;
  float* decoder = room;
  float* bracket = room + kLoweredItems / 2 * width;
  pairRows(task.decoder + from * width, to - from, width, width, decoder);
  pairLoweredRows(task.bracket + from * task.stride, to - from, task.rows, task.stride, bracket, step);
  for (int64_t column = 0; column < width; column += kTileColumns)
    for (int64_t row = 0; row < task.rows; row += kTileRows)
      anyTile<PairProducts>(least(kTileRows, task.rows - row), least(kTileColumns, width - column), (to - from + 1) / 2,
                            Left{bracket + row, 1, step}, Right{decoder + column, width}, code + row * width + column, width);
}

/** Gradients of up to kTileRows items: of the decoder into `gradient`, and of the bias into the task's output. */
inline void loweredGradientOfTile(const LoweredGradientTask& task, int64_t item, int64_t items, float* gradient) {
  const int64_t width = task.width;
  const uint16_t* bracket = task.bracket + item * task.stride;
  for (int64_t at = 0; at < items * width; at++) gradient[at] = 0.0f;
  const Left left{reinterpret_cast<const float*>(bracket), task.stride / 2, 1};
  for (int64_t column = 0; column < width; column += kTileColumns)
    anyTile<PairProducts>(items, least(kTileColumns, width - column), (task.rows + 1) / 2, left,
                          Right{task.scaledCode + column, width}, gradient + column, width);
  for (int64_t at = 0; at < items; at++)
    task.biasGradient[item + at] = loweredProduct(bracket + at * task.stride, task.factors, task.rows);
}

/** Calls `takeTile(item, items)` for all items of the part, once the decoder's numbers for them are no longer needed. */
template <typename TakeTile>
inline void loweredGradient(const LoweredGradientTask& task, int64_t from, int64_t to, float* code, float* room, TakeTile takeTile) {
  for (int64_t at = 0; at < task.rows * task.width; at++) code[at] = 0.0f;
  for (int64_t first = from; first < to; first += kLoweredItems) {
    const int64_t end = least(to, first + kLoweredItems);
    addToCode(task, first, end, code, room);
    for (int64_t item = first; item < end; item += kTileRows) takeTile(item, least(kTileRows, end - item));
  }
}

void loweredGradientOfItems(const LoweredGradientTask& task, int64_t from, int64_t to, float* code, float* room) {
  loweredGradient(task, from, to, code, room, [&](int64_t item, int64_t items) {
    loweredGradientOfTile(task, item, items, task.decoderGradient + item * task.width);
  });
}

}  // namespace
