// Models that are sparse from title to title: finds the most similar titles of each, and scores through them or through all profiles.
#include "call.h"
#include "nearest.h"
#include "operations.h"

namespace {

/** Titles or rows per part: may be changed freely. */
constexpr int64_t kTitles = 16;
constexpr int64_t kRows = 2;

const float* numbersOf(Tensor* tensor, int64_t count, const char* what) {
  require(tensor->count() == count, what);
  return dataOf<float>(tensor);
}

/** scores[column] += factor x value for the entries of one row. */
inline void addRow(const SparseRows& rows, int64_t row, float factor, float* scores) {
  for (int32_t entry = rows.offsets[row]; entry < rows.offsets[row + 1]; entry++)
    scores[rows.columns[entry]] += factor * rows.values[entry];
}

}  // namespace

// offsets, indices, values (profiles x titles), watched norms, candidate norms (titles), damping (1), count (1) -> offsets, nearest, similarities
//
// For each candidate title the `count` others with the greatest (sum over profiles of their product) / (watched norm x candidate norm + damping)
// above 0. Sums run over the profiles in order.
void nearestTitles(Call& call) {
  Tensor* watchedNorms = call.input(3);
  Tensor* candidateNorms = call.input(4);
  const int64_t titles = watchedNorms->count();
  const SparseInput histories(call, 0, titles);
  const float* watched = numbersOf(watchedNorms, titles, "a norm a title is needed");
  const float* candidates = numbersOf(candidateNorms, titles, "a norm a title is needed");
  const float damping = *numbersOf(call.input(5), 1, "the damping is needed");
  const int64_t count = wholeNumberIn(call.input(6), 1, INT32_MAX, "the number of neighbours is needed");
  const ByColumn byTitle(histories, titles);
  const SparseRows& rows = histories.rows;
  KeptTitles kept(titles);
  inParts(titles, kTitles, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> sums;
    sums.resize(static_cast<size_t>(titles));
    for (int64_t title = from; title < to; title++) {
      std::fill(sums.begin(), sums.end(), 0.0f);
      for (int32_t at = byTitle.starts[title]; at < byTitle.starts[title + 1]; at++)
        addRow(rows, byTitle.rows[at], byTitle.values[at], sums.data());
      sums[title] = 0.0f;
      for (int64_t other = 0; other < titles; other++)
        if (sums[other] != 0.0f) sums[other] /= watched[other] * candidates[title] + damping;
      kept.keep(title, sums.data(), titles, count);
    }
  });
  kept.give(call);
}

// offsets, indices, values (rows x titles), the same of weights (titles x columns), columns (1) -> scores (rows x columns)
void sparseScores(Call& call) {
  const int64_t columns = wholeNumberIn(call.input(6), 0, kMostColumns, "the number of columns is needed");
  const SparseInput weights(call, 3, columns);
  const SparseInput rows(call, 0, weights.count);
  float* scores = call.output<float>(0, Type::kFloat, {rows.count, columns});
  inParts(rows.count, kRows, [&](int64_t from, int64_t to) {
    std::fill(scores + from * columns, scores + to * columns, 0.0f);
    for (int64_t row = from; row < to; row++)
      for (int32_t entry = rows.rows.offsets[row]; entry < rows.rows.offsets[row + 1]; entry++)
        addRow(weights.rows, rows.rows.columns[entry], rows.rows.values[entry], scores + row * columns);
  });
}

// offsets, indices, values (rows x titles), the same of there (titles x profiles) and of back (profiles x titles) -> scores (rows x titles)
//
// rows . there . back, without computing there . back: first to each profile, then from the profiles, in order.
void filterScores(Call& call) {
  const int64_t titles = call.input(3)->count() - 1;
  const int64_t profiles = call.input(6)->count() - 1;
  require(titles >= 0 && profiles >= 0, "offsets are needed");
  const SparseInput rows(call, 0, titles);
  const SparseInput there(call, 3, profiles);
  const SparseInput back(call, 6, titles);
  float* scores = call.output<float>(0, Type::kFloat, {rows.count, titles});
  inParts(rows.count, kRows, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> reached;
    std::fill(scores + from * titles, scores + to * titles, 0.0f);
    for (int64_t row = from; row < to; row++) {
      reached.assign(static_cast<size_t>(profiles), 0.0f);
      for (int32_t entry = rows.rows.offsets[row]; entry < rows.rows.offsets[row + 1]; entry++)
        addRow(there.rows, rows.rows.columns[entry], rows.rows.values[entry], reached.data());
      for (int64_t profile = 0; profile < profiles; profile++)
        if (reached[static_cast<size_t>(profile)] != 0.0f)
          addRow(back.rows, profile, reached[static_cast<size_t>(profile)], scores + row * titles);
    }
  });
}
