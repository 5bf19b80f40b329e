// Ridge regressions of each title on the others (EASE): finds the links of their weights from the inverse of a matrix of titles or of profiles, and
// scores through links.
#include <atomic>
#include <cmath>
#include <mutex>

#include "call.h"
#include "links.h"
#include "operations.h"

namespace {

/** Titles or rows per part: may be changed freely. */
constexpr int64_t kTitles = 16;
constexpr int64_t kRows = 2;
/** Titles whose links are found side by side if the inverse is one of profiles. */
constexpr int64_t kSideBySide = 64;

/** The requested titles, and the least size of their links; 0 only counts them. */
struct Asked {
  int64_t from, to;
  uint32_t least;

  Asked(Tensor* numbers, int64_t titles) {
    require(numbers->count() == 3, "first, last and least size are needed");
    const auto* values = dataOf<int32_t>(numbers);
    from = values[0];
    to = values[1];
    least = static_cast<uint32_t>(values[2]);
    require(from >= 0 && from <= to && to <= titles && least <= kSizes, "the titles that are asked for are not there");
  }
};

/** Links of titles, or the number of each size; and whether all of them are numbers. */
class Links {
 public:
  explicit Links(const Asked& asked)
      : asked_(asked), links_(static_cast<size_t>(asked.to - asked.from)), multipliers_(links_.size()), counts_(kSizes) {}

  /**
   * Takes the titles first, first + 1 and so on; `fill` computes a title's links with all titles, and returns the share of it that the others do not
   * explain, above 0 for a valid inverse.
   */
  template <typename Fill>
  void take(int64_t first, int64_t count, int64_t titles, const Fill& fill) {
    static thread_local std::vector<float> row;
    static thread_local std::vector<int32_t> counts;
    row.resize(static_cast<size_t>(titles));
    if (asked_.least == 0) counts.assign(kSizes, 0);
    for (int64_t title = first; title < first + count; title++) {
      const float share = fill(title, row.data());
      row[title] = 0.0f;
      float sum = 0.0f;
      for (int64_t other = 0; other < titles; other++) sum += std::fabs(row[other]);
      if (!(share > 0.0f && std::isfinite(1.0f / share) && std::isfinite(sum)))
        isSound_ = false;
      else if (asked_.least == 0)
        for (int64_t other = 0; other < titles; other++) counts[sizeOf(halfOf(row[other]))]++;
      else
        keep(title, share, titles, row.data());
    }
    if (asked_.least > 0) return;
    const std::lock_guard<std::mutex> lock(guard_);
    for (uint32_t size = 0; size < kSizes; size++) counts_[size] += counts[size];
  }

  void give(Call& call) const {
    const auto titles = static_cast<int64_t>(links_.size());
    auto* offsets = call.output<int32_t>(0, Type::kInt32, {titles + 1});
    giveOffsets(links_, offsets);
    auto* links = call.output<uint32_t>(1, Type::kInt32, {offsets[titles]});
    for (int64_t title = 0; title < titles; title++)
      std::copy(links_[title].begin(), links_[title].end(), links + offsets[title]);
    std::copy(multipliers_.begin(), multipliers_.end(), call.output<float>(2, Type::kFloat, {titles}));
    std::copy(counts_.begin(), counts_.end(), call.output<int32_t>(3, Type::kInt32, {kSizes}));
    *call.output<int32_t>(4, Type::kInt32, {1}) = isSound_ ? 1 : 0;
  }

 private:
  void keep(int64_t title, float share, int64_t titles, const float* row) {
    multipliers_[title - asked_.from] = 1.0f / share;
    std::vector<uint32_t>& links = links_[title - asked_.from];
    int64_t last = -1;
    for (int64_t other = 0; other < titles; other++) {
      const uint32_t half = halfOf(row[other]);
      if (sizeOf(half) < asked_.least) continue;
      for (; other - last > kFarthest; last += kFarthest) links.push_back(static_cast<uint32_t>(kFarthest) << 16);
      links.push_back(static_cast<uint32_t>(other - last) << 16 | half);
      last = other;
    }
  }

  const Asked asked_;
  std::vector<std::vector<uint32_t>> links_;
  std::vector<float> multipliers_;
  std::mutex guard_;
  std::vector<int32_t> counts_;
  std::atomic<bool> isSound_{true};
};

}  // namespace

// inverse P (titles x padded titles), asked (3) -> offsets, links, multipliers, how many of each size, 1 or, if they are not numbers, 0
//
// The link of i and j is -P_ij, the multiplier 1 / P_jj.
void linksOfTitles(Call& call) {
  Tensor* matrix = call.input(0);
  requireMatrix(matrix, "the inverse is needed");
  const int64_t titles = size(matrix, 0);
  const int64_t stride = size(matrix, 1);
  require(stride >= titles, "the inverse is needed");
  const Asked asked(call.input(1), titles);
  const float* inverse = dataOf<float>(matrix);
  Links found(asked);
  inParts(asked.to - asked.from, kTitles, [&](int64_t from, int64_t to) {
    found.take(asked.from + from, to - from, titles, [&](int64_t title, float* row) {
      const float* own = inverse + title * stride;
      for (int64_t other = 0; other < titles; other++) row[other] = -own[other];
      return own[title];
    });
  });
  found.give(call);
}

// offsets, indices, values (profiles x titles), titles (1), inverse Q (profiles x padded profiles), asked (3) -> the same
//
// The link of i and j is H_ij for H = X'QX, the multiplier 1 / (1 - H_jj).
void linksOfProfiles(Call& call) {
  const int64_t titles = wholeNumberIn(call.input(3), 0, kMostColumns, "the number of titles is needed");
  const SparseInput histories(call, 0, titles);
  Tensor* matrix = call.input(4);
  requireMatrix(matrix, "the inverse is needed");
  const int64_t profiles = histories.count;
  const int64_t stride = size(matrix, 1);
  require(size(matrix, 0) == profiles && stride >= profiles, "the inverse is needed");
  const Asked asked(call.input(5), titles);
  const ByColumn byTitle(histories, titles);
  const SparseRows watchers{byTitle.starts.data(), byTitle.rows.data(), byTitle.values.data()};
  Links links(asked);
  inParts(asked.to - asked.from, kSideBySide, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> room, reachedRoom, foundRoom;
    const int64_t first = asked.from + from;
    const int64_t count = to - from;
    // Q x_j, one row per title; then one row per profile, for all titles of this part; then X' times that.
    float* images = scratch(room, static_cast<size_t>(kSideBySide * stride));
    float* reached = scratch(reachedRoom, static_cast<size_t>(profiles * kSideBySide));
    float* found = scratch(foundRoom, static_cast<size_t>(titles * kSideBySide));
    const SparseRows ofPart{watchers.offsets + first, watchers.columns, watchers.values};
    chosen()->sparseProduct(ofPart, dataOf<float>(matrix), stride, 0, count, images);
    for (int64_t profile = 0; profile < profiles; profile++)
      for (int64_t at = 0; at < kSideBySide; at++)
        reached[profile * kSideBySide + at] = at < count ? images[at * stride + profile] : 0.0f;
    chosen()->sparseProduct(watchers, reached, kSideBySide, 0, titles, found);
    links.take(first, count, titles, [&](int64_t title, float* row) {
      for (int64_t other = 0; other < titles; other++) row[other] = found[other * kSideBySide + title - first];
      return 1.0f - row[title];
    });
  });
  links.give(call);
}

// offsets, indices, values (rows x titles), offsets and links of titles, multipliers (titles) -> scores (rows x titles)
void linkedScores(Call& call) {
  Tensor* starts = call.input(3);
  Tensor* words = call.input(4);
  Tensor* factors = call.input(5);
  const int64_t titles = factors->count();
  const SparseInput rows(call, 0, titles);
  const auto* offsets = dataOf<int32_t>(starts);
  const auto* links = dataOf<uint32_t>(words);
  const auto* multipliers = dataOf<float>(factors);
  require(starts->count() == titles + 1 && offsets[0] == 0 && offsets[titles] == words->count(),
          "offsets and links do not fit each other");
  for (int64_t title = 0; title < titles; title++) require(offsets[title] <= offsets[title + 1], "offsets must not fall");
  float* scores = call.output<float>(0, Type::kFloat, {rows.count, titles});
  std::atomic<bool> isWithin{true};
  inParts(rows.count, kRows, [&](int64_t from, int64_t to) {
    std::fill(scores + from * titles, scores + to * titles, 0.0f);
    for (int64_t row = from; row < to; row++) {
      float* own = scores + row * titles;
      for (int32_t entry = rows.rows.offsets[row]; entry < rows.rows.offsets[row + 1]; entry++) {
        const int32_t watched = rows.rows.columns[entry];
        const float factor = rows.rows.values[entry];
        int64_t title = -1;
        for (int32_t at = offsets[watched]; at < offsets[watched + 1]; at++) {
          title += links[at] >> 16;
          if (static_cast<uint64_t>(title) >= static_cast<uint64_t>(titles)) {
            isWithin = false;
            break;
          }
          own[title] += factor * valueOf(links[at]);
        }
      }
      for (int64_t title = 0; title < titles; title++) own[title] *= multipliers[title];
    }
  });
  require(isWithin, "a link leads to no title");
}
