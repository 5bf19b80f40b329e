// Ridge regressions of each title on the others (EASE): what is kept of their weights, from the inverse of a matrix of titles or of profiles.
#include <atomic>
#include <cmath>

#include "call.h"
#include "nearest.h"
#include "operations.h"

namespace {

/** Titles of one part: free to change. */
constexpr int64_t kTitles = 16;
/** Titles whose weights are found side by side where the inverse is one of profiles. */
constexpr int64_t kSideBySide = 64;

/** Keeps weights of titles, and whether all of them are numbers. */
class SoundWeights {
 public:
  explicit SoundWeights(int64_t titles) : kept_(titles) {}

  /** @param share what is left of a title that the others do not explain: above 0 where the inverse is one */
  void keep(int64_t title, float* weights, int64_t self, float share, int64_t titles, int64_t count) {
    weights[self] = 0.0f;
    float sum = 0.0f;
    for (int64_t other = 0; other < titles; other++) sum += std::fabs(weights[other]);
    if (share > 0.0f && std::isfinite(sum))
      kept_.keep(title, weights, titles, count);
    else
      isSound_ = false;
  }

  void give(Call& call) const {
    kept_.give(call);
    *call.output<int32_t>(3, TF_INT32, {1}) = isSound_ ? 1 : 0;
  }

 private:
  KeptTitles kept_;
  std::atomic<bool> isSound_{true};
};

/** The titles that are asked for, and how many weights of each are kept. */
struct Asked {
  int64_t from, to, count;

  Asked(TF_Tensor* numbers, int64_t titles) {
    require(TF_TensorElementCount(numbers) == 3, "first, last and number of weights are needed");
    const auto* values = dataOf<int32_t>(numbers);
    from = values[0];
    to = values[1];
    count = values[2];
    require(from >= 0 && from <= to && to <= titles && count > 0, "the titles that are asked for are not there");
  }
};

}  // namespace

// inverse P (titles x filled up), asked (3) -> offsets, titles, weights, 1 or 0 where they are not numbers
//
// B_ij = -P_ij / P_jj, the greatest of each column j.
void weightsOfTitles(Call& call) {
  TF_Tensor* matrix = call.input(0);
  requireMatrix(matrix, "the inverse is needed");
  const int64_t titles = size(matrix, 0);
  const int64_t stride = size(matrix, 1);
  require(stride >= titles, "the inverse is needed");
  const Asked asked(call.input(1), titles);
  const float* inverse = dataOf<float>(matrix);
  SoundWeights kept(asked.to - asked.from);
  inParts(asked.to - asked.from, kTitles, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> weights;
    weights.resize(static_cast<size_t>(titles));
    for (int64_t title = asked.from + from; title < asked.from + to; title++) {
      const float* column = inverse + title * stride;
      for (int64_t other = 0; other < titles; other++) weights[other] = -column[other] / column[title];
      kept.keep(title - asked.from, weights.data(), title, column[title], titles, asked.count);
    }
  });
  kept.give(call);
}

// offsets, indices, values (profiles x titles), titles (1), inverse Q (profiles x filled up), asked (3) -> the same
//
// With H = X'QX, B_ij = H_ij / (1 - H_jj), the greatest of each column j.
void weightsOfProfiles(Call& call) {
  TF_Tensor* places = call.input(3);
  require(TF_TensorElementCount(places) == 1 && *dataOf<int32_t>(places) >= 0, "the number of titles is needed");
  const int64_t titles = *dataOf<int32_t>(places);
  const SparseInput histories(call, 0, titles);
  TF_Tensor* matrix = call.input(4);
  requireMatrix(matrix, "the inverse is needed");
  const int64_t profiles = histories.count;
  const int64_t stride = size(matrix, 1);
  require(size(matrix, 0) == profiles && stride >= profiles, "the inverse is needed");
  const Asked asked(call.input(5), titles);
  const ByColumn byTitle(histories, titles);
  const SparseRows watchers{byTitle.starts.data(), byTitle.rows.data(), byTitle.values.data()};
  SoundWeights kept(asked.to - asked.from);
  inParts(asked.to - asked.from, kSideBySide, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> room, reachedRoom, foundRoom, columnRoom;
    const int64_t first = asked.from + from;
    const int64_t count = to - from;
    // Q x_j, a row a title; then a row a profile, for all titles of this part; then X' times that.
    float* images = scratch(room, static_cast<size_t>(kSideBySide * stride));
    float* reached = scratch(reachedRoom, static_cast<size_t>(profiles * kSideBySide));
    float* found = scratch(foundRoom, static_cast<size_t>(titles * kSideBySide));
    float* column = scratch(columnRoom, static_cast<size_t>(titles));
    const SparseRows ofPart{watchers.offsets + first, watchers.columns, watchers.values};
    chosen()->sparseProduct(ofPart, dataOf<float>(matrix), stride, 0, count, images);
    for (int64_t profile = 0; profile < profiles; profile++)
      for (int64_t at = 0; at < kSideBySide; at++)
        reached[profile * kSideBySide + at] = at < count ? images[at * stride + profile] : 0.0f;
    chosen()->sparseProduct(watchers, reached, kSideBySide, 0, titles, found);
    for (int64_t at = 0; at < count; at++) {
      const float rest = 1.0f - found[(first + at) * kSideBySide + at];
      for (int64_t other = 0; other < titles; other++) column[other] = found[other * kSideBySide + at] / rest;
      kept.keep(from + at, column, first + at, rest, titles, asked.count);
    }
  });
  kept.give(call);
}
