// Compiled four times: for AVX2 with FMA, for AVX-512, for it with VNNI, and for it with VNNI and bfloat16. Nothing of the standard library may come in here: the linker would keep one copy of an
// inline function for all, and a processor without AVX-512 would stumble over it.
#include "arithmetic.h"

#include "factors.h"
#include "half.h"
#include "heap.h"
#include "inverse.h"
#include "lowered.h"
#include "mixed-rows.h"
#include "mixing.h"
#include "tile.h"

namespace {

/** Items whose part of the decoder is multiplied before the next: alike. */
constexpr int64_t kItemsAtATime = 64;
/** Items whose gradients are added to the code's before the next: their part of decoder and bracket stays in the second cache. */
constexpr int64_t kTermsAtATime = 192;

static_assert(kTileRows <= kMostTileRows, "the room of stepOfItems is too small");

inline int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
inline int64_t wholeVectors(int64_t count) { return (count + kWidestVector - 1) / kWidestVector * kWidestVector; }

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

/** Scores that are summed side by side: each sum waits for its last addition. */
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
        for (int sum = 0; sum < kScoresAtATime; sum++) sums[sum] = __builtin_fmaf(decoder[sum][unit], value, sums[sum]);
      }
      for (int64_t sum = 0; sum < together; sum++) result[first + sum] = items[first + sum] < 0 ? 0.0f : sums[sum];
    }
  }
}

/** The rows of one call of `best`, and how their heaps stand. */
struct BestRows {
  const BestTask& task;
  int64_t from;
  int64_t count;
  int64_t sizes[kMostBestRows];
  /** What a score has to exceed. */
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

#ifdef __AVX512VNNI__
#include "shortlist.h"
#endif

namespace {

void gradientOfCode(const GradientTask& task, int64_t from, int64_t to) {
  const int64_t width = task.width;
  for (int64_t at = from * width; at < to * width; at++) task.codeGradient[at] = 0.0f;
  for (int64_t item = 0; item < task.items; item += kTermsAtATime)
    for (int64_t row = from; row < to; row += kTileRows)
      for (int64_t column = 0; column < width; column += kTileColumns)
        anyTile(least(kTileRows, to - row), least(kTileColumns, width - column), least(kTermsAtATime, task.items - item),
                Left{task.bracket + item * task.stride + row, 1, task.stride},
                Right{task.decoder + item * width + column, width}, task.codeGradient + row * width + column, width);
  for (int64_t row = from; row < to; row++)
    for (int64_t at = row * width; at < (row + 1) * width; at++) task.codeGradient[at] *= task.factors[row];
}

/** left . right over `count` terms: sixteen sums, each over every sixteenth term, added up in pairs. */
inline float product(const float* left, const float* right, int64_t count) {
  Lanes sums[kParts];
  for (int part = 0; part < kParts; part++) sums[part] = all(0.0f);
  for (int64_t at = 0; at < count; at += kWidestVector)
    for (int part = 0; part < kParts; part++) {
      const int64_t begin = at + part * kLanes;
      const int64_t left_ = count - begin;
      if (left_ >= kLanes)
        sums[part] = multiplyAdd(load(left + begin), load(right + begin), sums[part]);
      else if (left_ > 0)
        sums[part] = multiplyAdd(loadFirst(left + begin, static_cast<int>(left_)),
                                 loadFirst(right + begin, static_cast<int>(left_)), sums[part]);
    }
  return sumOf(sums);
}

/** Gradients of up to kTileRows items: of the decoder into `gradient`, of the bias where the task says. */
inline void gradientOfTile(const GradientTask& task, int64_t item, int64_t items, float* gradient) {
  const int64_t width = task.width;
  const float* bracket = task.bracket + item * task.stride;
  for (int64_t at = 0; at < items * width; at++) gradient[at] = 0.0f;
  for (int64_t column = 0; column < width; column += kTileColumns)
    anyTile(items, least(kTileColumns, width - column), task.rows, Left{bracket, task.stride, 1},
            Right{task.scaledCode + column, width}, gradient + column, width);
  for (int64_t at = 0; at < items; at++)
    task.biasGradient[item + at] = product(bracket + at * task.stride, task.factors, task.rows);
}

void gradientOfItems(const GradientTask& task, int64_t from, int64_t to) {
  for (int64_t item = from; item < to; item += kTileRows)
    gradientOfTile(task, item, least(kTileRows, to - item), task.decoderGradient + item * task.width);
}

inline void adamStep(const AdamTask& task, int64_t at, int count) {
  const bool isWhole = count == kLanes;
  const auto get = [&](const float* from) { return isWhole ? load(from + at) : loadFirst(from + at, count); };
  const auto put = [&](float* to, Lanes x) {
    if (isWhole)
      store(to + at, x);
    else
      storeFirst(to + at, x, count);
  };
  const Lanes gradient = get(task.gradient);
  const Lanes oldFirst = get(task.firstMoment);
  const Lanes oldSecond = get(task.secondMoment);
  const Lanes first = multiplyAdd(subtract(gradient, oldFirst), all(task.firstShare), oldFirst);
  const Lanes second =
      multiplyAdd(subtract(multiply(gradient, gradient), oldSecond), all(task.secondShare), oldSecond);
  const Lanes change = divide(multiply(first, all(task.rate)), add(squareRoot(second), all(task.epsilon)));
  put(task.firstMoment, first);
  put(task.secondMoment, second);
  put(task.values, subtract(multiply(get(task.values), all(task.shrink)), change));
}

void adam(const AdamTask& task, int64_t from, int64_t to) {
  int64_t at = from;
  for (; at + kLanes <= to; at += kLanes) adamStep(task, at, kLanes);
  if (at < to) adamStep(task, at, static_cast<int>(to - at));
}

/** Up to kTileRows items step by the gradient in `gradient`. */
inline void stepTile(const AdamTask& step, int64_t width, int64_t item, int64_t items, const float* gradient) {
  AdamTask part = step;
  part.values += item * width;
  part.firstMoment += item * width;
  part.secondMoment += item * width;
  part.gradient = gradient;
  adam(part, 0, items * width);
}

void stepOfItems(const GradientTask& task, const AdamTask& step, int64_t from, int64_t to, float* room) {
  for (int64_t item = from; item < to; item += kTileRows) {
    const int64_t items = least(kTileRows, to - item);
    gradientOfTile(task, item, items, room);
    stepTile(step, task.width, item, items, room);
  }
}

void loweredStepOfItems(const LoweredGradientTask& task, const AdamTask& step, int64_t from, int64_t to, float* code, float* room, float* tile) {
  loweredGradient(task, from, to, code, room, [&](int64_t item, int64_t items) {
    loweredGradientOfTile(task, item, items, tile);
    stepTile(step, task.width, item, items, tile);
  });
}

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

#if defined(__AVX512BF16__)
extern const Arithmetic kAvx512Bfloat16 = {"avx512-bf16",
#elif defined(__AVX512VNNI__)
extern const Arithmetic kAvx512Vnni = {"avx512-vnni",
#elif defined(__AVX512F__)
extern const Arithmetic kAvx512 = {"avx512",
#else
extern const Arithmetic kAvx2 = {"avx2",
#endif
                                 exponentials,
                                 maxima,
                                 scores,
                                 best,
                                 scoresOfItems,
                                 gradientOfCode,
                                 gradientOfItems,
                                 stepOfItems,
                                 pairRows,
                                 loweredExponentials,
                                 loweredMaxima,
                                 loweredGradientOfItems,
                                 loweredStepOfItems,
                                 adam,
                                 sparseProduct,
                                 halfLoss,
                                 halfBiasGradient,
                                 factorGram,
                                 improveFactors,
                                 sweepFactors,
                                 sweepRows,
                                 subtractTimes,
                                 momentsOf,
                                 standardise,
                                 mixRow,
                                 placesFrom,
                                 mixRows,
                                 bestOfRow,
#ifdef __AVX512VNNI__
                                 unitMaxima,
                                 lowerItems,
                                 lowerRows,
                                 bestByShortlist
#else
                                 nullptr,
                                 nullptr,
                                 nullptr,
                                 nullptr
#endif
};
