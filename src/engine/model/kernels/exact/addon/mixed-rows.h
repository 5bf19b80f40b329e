// Mixes rows of scores as for lists, and finds the best of a row, as in src/engine/model/dae/mixed-scores.ts and ranking/top-k.ts.
#pragma once

#include "heap.h"
#include "lanes.h"
#include "mixing.h"

namespace {

/** Moments of kRows rows side by side: each sum waits for its last addition, while those of other rows proceed. */
template <int kRows>
void momentsTogether(const float* const* rows, int64_t items, Moments* found) {
  double sums[kRows] = {};
  for (int64_t item = 0; item < items; item++)
#pragma GCC unroll 8
    for (int row = 0; row < kRows; row++) sums[row] += rows[row][item];
  double means[kRows];
  double squares[kRows] = {};
  for (int row = 0; row < kRows; row++) means[row] = sums[row] / static_cast<double>(items);
  for (int64_t item = 0; item < items; item++)
#pragma GCC unroll 8
    for (int row = 0; row < kRows; row++) squares[row] += (rows[row][item] - means[row]) * (rows[row][item] - means[row]);
  for (int row = 0; row < kRows; row++) found[row] = {means[row], __builtin_sqrt(squares[row] / static_cast<double>(items))};
}

/** Moments of up to kMostMoments rows. */
inline void momentsOfRows(const float* const* rows, int64_t count, int64_t items, Moments* found) {
  static_assert(kMostMoments == 5 && kMixedRows <= kMostMoments, "each number of rows has its own loop");
  if (count == 5) return momentsTogether<5>(rows, items, found);
  if (count == 4) return momentsTogether<4>(rows, items, found);
  if (count == 3) return momentsTogether<3>(rows, items, found);
  if (count == 2) return momentsTogether<2>(rows, items, found);
  momentsTogether<1>(rows, items, found);
}

/** The divisor that turns scores into deviations: 1 if all are equal, or their deviation is NaN. */
inline double divisorOf(const Moments& moments) {
  return moments.deviation == 0 || moments.deviation != moments.deviation ? 1 : moments.deviation;
}

/** Items whose sums over the columns stay in the first-level cache. */
constexpr int64_t kPeersAtATime = 2048;

/**
 * The peers' scores of a row: the first row of the table, plus those of its columns. The sum of two numbers in single precision is the same whether
 * or not it is first rounded to double precision, so a column that counts once needs no double precision.
 */
inline void peersOfRow(const MixTask& task, int64_t row, float* into) {
  for (int64_t from = 0; from < task.items; from += kPeersAtATime) {
    const int64_t count = from + kPeersAtATime < task.items ? kPeersAtATime : task.items - from;
    float* sums = into + from;
    for (int64_t item = 0; item < count; item++) sums[item] = task.peers[from + item];
    for (int64_t column = 0; column < task.width; column++) {
      const double value = task.conditions[row * task.width + column];
      const float* own = task.peers + (column + 1) * task.items + from;
      if (value == 1)
        for (int64_t item = 0; item < count; item++) sums[item] += own[item];
      else if (value != 0)
        for (int64_t item = 0; item < count; item++) sums[item] = static_cast<float>(sums[item] + value * own[item]);
    }
  }
}

/** Scores of another model as deviations from their mean, in single precision as they are stored. */
struct Deviations {
  const float* scores;
  double mean, divisor, share;

  float deviation(int64_t item) const { return static_cast<float>((scores[item] - mean) / divisor); }
  double at(int64_t item, const Moments& own) const { return share * (own.mean + own.deviation * deviation(item)); }
};

inline Deviations deviationsOf(const float* scores, const Moments& moments, double share) {
  return {scores, moments.mean, divisorOf(moments), share};
}

/** One loop for each number of models, which the compiler vectorises. */
inline void mixCompanions(const float* own, const Moments& moments, double ownShare, const Deviations* others, int count, int64_t items, float* mixed) {
  if (count == 1) {
    const Deviations first = others[0];
    for (int64_t item = 0; item < items; item++) mixed[item] = static_cast<float>(own[item] * ownShare + first.at(item, moments));
  } else {
    const Deviations first = others[0];
    const Deviations second = others[1];
    for (int64_t item = 0; item < items; item++)
      mixed[item] = static_cast<float>(own[item] * ownShare + first.at(item, moments) + second.at(item, moments));
  }
}

/** The companions without the network. Each has its whole share. */
inline void mixWithoutNetwork(const Moments& network, const Deviations* others, int count, const float* trend, int64_t items, float* mixed) {
  double all = 0;
  for (int which = 0; which < count; which++) all += others[which].share;
  for (int64_t item = 0; item < items; item++) {
    double sum = 0;
    for (int which = 0; which < count; which++) sum += others[which].share * others[which].deviation(item);
    mixed[item] = static_cast<float>(network.mean + (network.deviation * sum) / all + (trend == nullptr ? 0 : trend[item]));
  }
}

void mixRows(const MixTask& task, int64_t from, int64_t to, float* room, float* mixed) {
  const int64_t rows = to - from;
  const int64_t items = task.items;
  const float* own[kMixedRows];
  for (int64_t row = 0; row < rows; row++) own[row] = task.own + (from + row) * items;
  Moments moments[kMixedRows];
  const bool hasCompanions = task.first != nullptr;
  if (hasCompanions || task.peers != nullptr) momentsOfRows(own, rows, items, moments);
  Moments ofNetwork[kMixedRows];
  for (int64_t row = 0; row < rows; row++) ofNetwork[row] = moments[row];
  if (task.peers != nullptr) {
    const float* peers[kMixedRows];
    Moments ofPeers[kMixedRows];
    for (int64_t row = 0; row < rows; row++) {
      peers[row] = room + row * items;
      peersOfRow(task, from + row, room + row * items);
    }
    momentsOfRows(peers, rows, items, ofPeers);
    for (int64_t row = 0; row < rows; row++) {
      const double length = task.offsets[from + row + 1] - task.offsets[from + row];
      const double part = (task.peersShare * task.halfLeft) / (task.halfLeft + length);
      const double scale = moments[row].deviation / divisorOf(ofPeers[row]);
      const double mean = moments[row].mean;
      const double meanOfPeers = ofPeers[row].mean;
      float* into = room + (kMixedRows + row) * items;
      for (int64_t item = 0; item < items; item++)
        into[item] = static_cast<float>(own[row][item] * (1 - part) + part * (mean + scale * (peers[row][item] - meanOfPeers)));
      own[row] = into;
    }
    if (hasCompanions) momentsOfRows(own, rows, items, moments);
  }
  Moments ofOthers[2][kMixedRows];
  const float* const all[2] = {task.first, task.second};
  const double shares[2] = {task.firstShare, task.secondShare};
  const int companions = !hasCompanions ? 0 : task.second == nullptr ? 1 : 2;
  for (int which = 0; which < companions; which++) {
    const float* others[kMixedRows];
    for (int64_t row = 0; row < rows; row++) others[row] = all[which] + (from + row) * items;
    momentsOfRows(others, rows, items, ofOthers[which]);
  }
  for (int64_t row = 0; row < rows; row++) {
    float* into = mixed + row * items;
    const double length = task.offsets[from + row + 1] - task.offsets[from + row];
    if (companions == 0 || length == 0) {
      for (int64_t item = 0; item < items; item++) into[item] = own[row][item];
    } else {
      Deviations others[2] = {};
      double sum = 0;
      for (int which = 0; which < companions; which++) {
        const double share = task.isWithoutNetwork ? shares[which] : (shares[which] * length) / (length + task.halfTrusted);
        others[which] = deviationsOf(all[which] + (from + row) * items, ofOthers[which][row], share);
        sum += share;
      }
      if (task.isWithoutNetwork) {
        mixWithoutNetwork(ofNetwork[row], others, companions, task.trend, items, into);
        continue;
      }
      mixCompanions(own[row], moments[row], 1 - sum, others, companions, items, into);
    }
    if (task.trend != nullptr)
      for (int64_t item = 0; item < items; item++) into[item] += task.trend[item];
  }
}

int32_t bestOfRow(const float* scores, int64_t items, const int32_t* excluded, int64_t excludedCount, int64_t count, int32_t* bestItems, float* bestScores) {
  int64_t size = 0;
  int32_t broken = -1;
  float threshold = -__builtin_inff();
  const auto offer = [&](int32_t item) {
    const float score = scores[item];
    const bool isFinite = score - score == 0;
    // Skips a score that no longer exceeds the threshold, which is rare.
    if (isFinite ? !(score > threshold) : broken >= 0) return;
    if (isAmong(excluded, 0, excludedCount, item)) return;
    if (!isFinite) {
      broken = item;
      return;
    }
    offerToHeap(Heap{bestScores, bestItems, size}, count, score, item, &size);
    if (size == count) threshold = bestScores[0];
  };
  int64_t item = 0;
  for (; item + kLanes <= items; item += kLanes) {
    const Lanes values = load(scores + item);
    for (unsigned there = isGreater(values, all(threshold)) | isBroken(values); there != 0; there &= there - 1)
      offer(static_cast<int32_t>(item) + __builtin_ctz(there));
  }
  for (; item < items; item++) offer(static_cast<int32_t>(item));
  unheap(Heap{bestScores, bestItems, size}, count);
  return broken;
}

}  // namespace
