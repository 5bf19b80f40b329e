// Finds the best items through a short list: scores from 8-bit numbers, with error bounds, leave a few items whose exact scores are needed. The
// lists have the very same bits, in less time (AVX-512 with VNNI).
#pragma once

#include "eight-bits.h"
#include "heap.h"
#include "tile.h"

namespace {

/** Exact scores that are summed side by side, as each sum waits for its last addition. */
constexpr int kSumsAtATime = 8;

/** Integer products of kTileRows items with kTileVectors vectors of rows: as in `tile`, four terms at a time. */
template <int Items, int Vectors>
inline __attribute__((always_inline)) void wholeTile(int64_t groups, const int8_t* items, const uint8_t* rows, int64_t rowStep, __m512i* result) {
  __m512i sums[Items][Vectors];
#pragma GCC unroll 8
  for (int item = 0; item < Items; item++)
#pragma GCC unroll 3
    for (int vector = 0; vector < Vectors; vector++) sums[item][vector] = _mm512_setzero_si512();
  for (int64_t group = 0; group < groups; group++) {
    __m512i factors[Vectors];
#pragma GCC unroll 3
    for (int vector = 0; vector < Vectors; vector++)
      factors[vector] = _mm512_loadu_si512(rows + group * rowStep + vector * 64);
#pragma GCC unroll 8
    for (int item = 0; item < Items; item++) {
      int32_t four;
      __builtin_memcpy(&four, items + (item * groups + group) * 4, sizeof four);
      __m512i factor = _mm512_set1_epi32(four);
      asm("" : "+v"(factor));
#pragma GCC unroll 3
      for (int vector = 0; vector < Vectors; vector++)
        sums[item][vector] = _mm512_dpbusd_epi32(sums[item][vector], factors[vector], factor);
    }
  }
#pragma GCC unroll 8
  for (int item = 0; item < Items; item++)
#pragma GCC unroll 3
    for (int vector = 0; vector < Vectors; vector++) result[item * kTileVectors + vector] = sums[item][vector];
}

template <int Items>
inline void wholeTileOf(int64_t vectors, int64_t groups, const int8_t* items, const uint8_t* rows, int64_t rowStep, __m512i* result) {
  switch (vectors) {
    case 1:
      return wholeTile<Items, 1>(groups, items, rows, rowStep, result);
    case 2:
      return wholeTile<Items, 2>(groups, items, rows, rowStep, result);
    default:
      return wholeTile<Items, 3>(groups, items, rows, rowStep, result);
  }
}

/** The state of one row: candidates with upper bounds on their scores, and the best of the lower bounds. */
struct CandidateRow {
  int64_t candidates = 0;
  int64_t size = 0;
};

struct Candidates {
  const BestTask& task;
  int64_t from;
  int64_t count;
  CandidateRow rows[kMostBestRows];
  /** Lower bound on the score of the last item of a full list: items that cannot reach it are dropped. */
  alignas(64) float thresholds[kMostBestRows];
  int32_t* items;
  float* bounds;
  /** width: the code of the row that is being finished. */
  float* code;
  /** Set if a row has more candidates than it can hold: a short list does not help then. */
  bool hasTooMany = false;

  Heap heapOf(int64_t at) {
    const int64_t row = from + at;
    return {task.bestScores + row * task.count, task.bestItems + row * task.count, rows[at].size};
  }

  /** Watched items stay candidates until the end: checking each takes longer than keeping it. */
  void offer(int64_t at, int32_t item, float lower, float upper) {
    CandidateRow& row = rows[at];
    int32_t* ownItems = items + at * kCandidateStep;
    float* ownBounds = bounds + at * kCandidateStep;
    if (row.candidates == kMostCandidates) {
      row.candidates = withoutHopeless(ownItems, ownBounds, row.candidates, thresholds[at]);
      // Still more than half full: it would soon be full again, as the bounds separate few items.
      hasTooMany = hasTooMany || row.candidates > kMostCandidates / 2;
      if (hasTooMany) return;
    }
    ownItems[row.candidates] = item;
    ownBounds[row.candidates++] = upper;
    if ((row.size == task.count && lower <= thresholds[at]) || isWatched(task, from + at, item)) return;
    offerToHeap(heapOf(at), task.count, lower, item, &row.size);
    if (row.size == task.count) thresholds[at] = heapOf(at).scores[0];
  }

  static int64_t withoutHopeless(int32_t* items, float* bounds, int64_t count, float threshold) {
    int64_t kept = 0;
    for (int64_t at = 0; at < count; at++)
      if (!(threshold > bounds[at])) {
        items[kept] = items[at];
        bounds[kept++] = bounds[at];
      }
    return kept;
  }

  void offerTile(const LoweredItems& loweredItems, const LoweredRows& loweredRows, int64_t item, int64_t itemCount,
                 int64_t at, int64_t vectors, const __m512i* sums) {
    alignas(64) float lower[kLanes];
    alignas(64) float upper[kLanes];
    for (int64_t vector = 0; vector < vectors; vector++) {
      const int64_t first = at + vector * kLanes;
      const int64_t there = least(kLanes, count - first);
      if (there <= 0) break;
      const unsigned mask = there == kLanes ? ~0u : (1u << there) - 1;
      const Lanes scales = load(loweredRows.scales + from + first);
      const Lanes norms = load(loweredRows.norms + from + first);
      const Lanes lost = load(loweredRows.lost + from + first);
      for (int64_t tileItem = 0; tileItem < itemCount; tileItem++) {
        const int64_t own = item + tileItem;
        const __m512i whole =
            _mm512_sub_epi32(sums[tileItem * kTileVectors + vector], _mm512_set1_epi32(loweredItems.offsets[own]));
        const Lanes score = multiplyAdd(_mm512_cvtepi32_ps(whole), multiply(scales, all(loweredItems.scales[own])),
                                        all(task.scores.bias[own]));
        // By Cauchy and Schwarz: |c.d - c'.d'| <= |c - c'| |d| + |c'| |d - d'|
        const Lanes error = multiplyAdd(lost, all(loweredItems.norms[own]),
                                        multiplyAdd(norms, all(loweredItems.lost[own]), all(loweredItems.errorsOfBias[own])));
        const Lanes most = add(score, error);
        unsigned better = isGreater(most, load(thresholds + first)) & mask;
        if (better == 0) continue;
        store(upper, most);
        store(lower, subtract(score, error));
        for (; better != 0; better &= better - 1) {
          const int lane = __builtin_ctz(better);
          offer(first + lane, static_cast<int32_t>(own), lower[lane], upper[lane]);
        }
      }
    }
  }

  /** Turns candidates into the list, by their exact scores: the chains of operations of a tile. */
  void finish(int64_t at) {
    CandidateRow& row = rows[at];
    const ScoreTask& scores = task.scores;
    int32_t* ownItems = items + at * kCandidateStep;
    const int64_t likely =
        withoutHopeless(ownItems, bounds + at * kCandidateStep, row.candidates, thresholds[at]);
    int64_t candidates = 0;
    for (int64_t place = 0; place < likely; place++)
      if (!isWatched(task, from + at, ownItems[place])) ownItems[candidates++] = ownItems[place];
    for (int64_t unit = 0; unit < scores.width; unit++) code[unit] = scores.code[unit * scores.stride + from + at];
    row.size = 0;
    for (int64_t first = 0; first < candidates; first += kSumsAtATime) {
      const int64_t together = least(kSumsAtATime, candidates - first);
      const float* decoder[kSumsAtATime];
      float sums[kSumsAtATime];
      for (int sum = 0; sum < kSumsAtATime; sum++) {
        const int32_t item = ownItems[first + (sum < together ? sum : 0)];
        decoder[sum] = scores.decoder + item * scores.width;
        sums[sum] = scores.bias[item];
      }
      // Items lie far apart in memory: the next ones are prefetched while these are summed.
      for (int64_t next = first + kSumsAtATime; next < least(candidates, first + 2 * kSumsAtATime); next++)
        for (int64_t unit = 0; unit < scores.width; unit += kLanes)
          __builtin_prefetch(scores.decoder + ownItems[next] * scores.width + unit);
      for (int64_t unit = 0; unit < scores.width; unit++) {
        const float value = code[unit];
#pragma GCC unroll 8
        for (int sum = 0; sum < kSumsAtATime; sum++) sums[sum] = multiplyAddOnce(decoder[sum][unit], value, sums[sum]);
      }
      for (int64_t sum = 0; sum < together; sum++)
        offerToHeap(heapOf(at), task.count, sums[sum], ownItems[first + sum], &row.size);
    }
    unheap(heapOf(at), task.count);
  }
};

/** `best` for finite numbers; `room` holds kCandidateStep numbers per row for each of up to kMostBestRows rows, twice, and `width` more. */
void bestByShortlist(const BestTask& task, const LoweredItems& loweredItems, const LoweredRows& loweredRows, int64_t from,
                     int64_t to, void* room) {
  const int64_t groups = groupsOf(task.scores.width);
  const int64_t rowStep = task.scores.stride * 4;
  auto* const items = static_cast<int32_t*>(room);
  auto* const bounds = reinterpret_cast<float*>(items + kMostBestRows * kCandidateStep);
  Candidates list{task, from, to - from, {}, {}, items, bounds, bounds + kMostBestRows * kCandidateStep};
  for (float& threshold : list.thresholds) threshold = -__builtin_inff();
  alignas(64) __m512i sums[kTileRows * kTileVectors];
  for (int64_t block = 0; block < task.items; block += kItemsAtATime)
    for (int64_t at = 0; at < list.count; at += kTileColumns) {
      const int64_t left = list.count - at;
      const int64_t vectors = left >= kTileColumns ? kTileVectors : (left + kLanes - 1) / kLanes;
      const int64_t end = block + kItemsAtATime < task.items ? block + kItemsAtATime : task.items;
      const uint8_t* rows = loweredRows.values + (from + at) * 4;
      int64_t item = block;
      for (; item + kTileRows <= end; item += kTileRows) {
        wholeTileOf<kTileRows>(vectors, groups, loweredItems.values + item * groups * 4, rows, rowStep, sums);
        list.offerTile(loweredItems, loweredRows, item, kTileRows, at, vectors, sums);
      }
      for (; item < end; item++) {
        wholeTileOf<1>(vectors, groups, loweredItems.values + item * groups * 4, rows, rowStep, sums);
        list.offerTile(loweredItems, loweredRows, item, 1, at, vectors, sums);
      }
      if (list.hasTooMany) return best(task, from, to);
    }
  for (int64_t at = 0; at < list.count; at++) {
    task.broken[from + at] = -1;
    list.finish(at);
  }
}

}  // namespace
