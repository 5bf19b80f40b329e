// Keeps parts of a matrix from title to title: the greatest numbers of each title's column.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "call.h"

class KeptTitles {
 public:
  explicit KeptTitles(int64_t titles) : titles_(static_cast<size_t>(titles)), values_(static_cast<size_t>(titles)) {}

  /** The `count` numbers of the greatest size above 0, ties to the lower title; kept in the order of titles. */
  void keep(int64_t title, const float* column, int64_t titles, int64_t count) {
    static thread_local std::vector<float> sizes;
    sizes.resize(static_cast<size_t>(titles));
    // Without a branch, which would be mispredicted half the time.
    size_t there = 0;
    for (int64_t other = 0; other < titles; other++) {
      sizes[there] = std::fabs(column[other]);
      there += sizes[there] > 0.0f ? 1 : 0;
    }
    sizes.resize(there);
    const auto places = static_cast<size_t>(count);
    float least = 0.0f;
    size_t ties = 0;
    if (sizes.size() > places) {
      std::nth_element(sizes.begin(), sizes.begin() + (count - 1), sizes.end(), std::greater<float>());
      least = sizes[places - 1];
      ties = places - static_cast<size_t>(std::count_if(sizes.begin(), sizes.begin() + count, [least](float size) { return size > least; }));
    }
    std::vector<int32_t>& kept = titles_[static_cast<size_t>(title)];
    std::vector<float>& values = values_[static_cast<size_t>(title)];
    kept.reserve(std::min(places, sizes.size()));
    values.reserve(std::min(places, sizes.size()));
    for (int64_t other = 0; other < titles; other++) {
      const float size = std::fabs(column[other]);
      if (!(size > least) && !(ties > 0 && size == least)) continue;
      if (size == least) ties--;
      kept.push_back(static_cast<int32_t>(other));
      values.push_back(column[other]);
    }
  }

  /** Returns offsets, titles and values as the first three outputs. */
  void give(Call& call) const {
    auto* offsets = call.output<int32_t>(0, Type::kInt32, {static_cast<int64_t>(titles_.size()) + 1});
    giveOffsets(titles_, offsets);
    auto* titles = call.output<int32_t>(1, Type::kInt32, {offsets[titles_.size()]});
    auto* values = call.output<float>(2, Type::kFloat, {offsets[titles_.size()]});
    for (size_t title = 0; title < titles_.size(); title++) {
      std::copy(titles_[title].begin(), titles_[title].end(), titles + offsets[title]);
      std::copy(values_[title].begin(), values_[title].end(), values + offsets[title]);
    }
  }

 private:
  std::vector<std::vector<int32_t>> titles_;
  std::vector<std::vector<float>> values_;
};
