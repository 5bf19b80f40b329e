// Mixes scores of several models, as src/engine/model/dae/companion.ts does: in double precision, in the order of its terms.
#pragma once

#include "arithmetic.h"
#include "lanes.h"

namespace {

void standardise(float* scores, int64_t items, const Moments& moments) {
  const double deviation = moments.deviation == 0 ? 1 : moments.deviation;
  for (int64_t item = 0; item < items; item++)
    scores[item] = static_cast<float>((scores[item] - moments.mean) / deviation);
}

/** One loop for each number of models, which the compiler vectorises. */
template <typename Sum>
inline void mixInto(const RowToMix& row, double strength, float* mixed, const Sum& sum) {
  if (row.trend == nullptr)
    for (int64_t item = 0; item < row.items; item++) mixed[item] = static_cast<float>(sum(item));
  else
    for (int64_t item = 0; item < row.items; item++) mixed[item] = static_cast<float>(sum(item) + strength * row.trend[item]);
}

void mixRow(const RowToMix& row, const Shares& shares, float* mixed) {
  const double mean = row.moments.mean;
  const double deviation = row.moments.deviation;
  const auto other = [&](const float* scores, double share, int64_t item) { return share * (mean + deviation * scores[item]); };
  if (row.first == nullptr)
    mixInto(row, shares.strength, mixed, [&](int64_t item) { return row.own[item] * shares.own; });
  else if (row.second == nullptr)
    mixInto(row, shares.strength, mixed, [&](int64_t item) { return row.own[item] * shares.own + other(row.first, shares.first, item); });
  else
    mixInto(row, shares.strength, mixed, [&](int64_t item) {
      return row.own[item] * shares.own + other(row.first, shares.first, item) + other(row.second, shares.second, item);
    });
}

int64_t placesFrom(const float* scores, int64_t items, float least, int32_t* places) {
  int64_t found = 0;
  const Lanes bound = all(least);
  int64_t item = 0;
  for (; item + kLanes <= items; item += kLanes)
    for (unsigned there = ~isGreater(bound, load(scores + item)) & ((1u << kLanes) - 1); there != 0; there &= there - 1)
      places[found++] = static_cast<int32_t>(item) + __builtin_ctz(there);
  for (; item < items; item++)
    if (!(least > scores[item])) places[found++] = static_cast<int32_t>(item);
  return found;
}

}  // namespace
