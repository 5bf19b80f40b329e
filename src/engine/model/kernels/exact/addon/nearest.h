// What is kept of a matrix from title to title: for each title the greatest numbers of its column.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "call.h"

class KeptTitles {
 public:
  explicit KeptTitles(int64_t titles) : titles_(static_cast<size_t>(titles)), values_(static_cast<size_t>(titles)) {}

  /** The `count` numbers of the greatest size that are not 0, ties to the lower title; kept in the order of titles. `column` steps by `step`. */
  void keep(int64_t title, const float* column, int64_t step, int64_t titles, int64_t count) {
    std::vector<int32_t>& kept = titles_[static_cast<size_t>(title)];
    for (int64_t other = 0; other < titles; other++)
      if (column[other * step] != 0.0f) kept.push_back(static_cast<int32_t>(other));
    if (static_cast<int64_t>(kept.size()) > count) {
      std::nth_element(kept.begin(), kept.begin() + count, kept.end(), [column, step](int32_t a, int32_t b) {
        const float left = std::fabs(column[a * step]);
        const float right = std::fabs(column[b * step]);
        return left > right || (left == right && a < b);
      });
      kept.resize(static_cast<size_t>(count));
      std::sort(kept.begin(), kept.end());
    }
    kept.shrink_to_fit();
    std::vector<float>& values = values_[static_cast<size_t>(title)];
    values.reserve(kept.size());
    for (const int32_t other : kept) values.push_back(column[other * step]);
  }

  /** As offsets, titles and values: the first three outputs. */
  void give(Call& call) const {
    auto* offsets = call.output<int32_t>(0, TF_INT32, {static_cast<int64_t>(titles_.size()) + 1});
    offsets[0] = 0;
    for (size_t title = 0; title < titles_.size(); title++) offsets[title + 1] = offsets[title] + static_cast<int32_t>(titles_[title].size());
    auto* titles = call.output<int32_t>(1, TF_INT32, {offsets[titles_.size()]});
    auto* values = call.output<float>(2, TF_FLOAT, {offsets[titles_.size()]});
    for (size_t title = 0; title < titles_.size(); title++) {
      std::copy(titles_[title].begin(), titles_[title].end(), titles + offsets[title]);
      std::copy(values_[title].begin(), values_[title].end(), values + offsets[title]);
    }
  }

 private:
  std::vector<std::vector<int32_t>> titles_;
  std::vector<std::vector<float>> values_;
};
