// Factors of profiles and items (ALS by conjugate gradients).
#include "call.h"
#include "operations.h"

/** Number of parts in which the Gram matrix is summed, whatever the number of rows; parts are added in order. */
constexpr int64_t kGramParts = 16;
/** Numbers whose parts are added up at a time: may be changed freely. */
constexpr int64_t kGramNumbers = 4096;

/** Most steps of conjugate gradients, so that a call ends. */
constexpr int64_t kMostSteps = 1000;

static int64_t widthOf(Tensor* factors) {
  requireMatrix(factors, "factors must be a matrix");
  require(size(factors, 1) > 0 && size(factors, 1) % 16 == 0, "the width must be whole vectors of sixteen");
  return size(factors, 1);
}

// others (columns x width), scale (1) -> scale x others' x others (width x width)
void factorGram(Call& call) {
  Tensor* others = call.input(0);
  Tensor* scale = call.input(1);
  const int64_t width = widthOf(others);
  require(scale->count() == 1, "one scale is needed");
  const int64_t each = std::max<int64_t>(1, partsOf(size(others, 0), kGramParts));
  const int64_t parts = partsOf(size(others, 0), each);
  static thread_local std::vector<float> kept;
  float* const sums = scratch(kept, static_cast<size_t>(parts * width * width));
  inParts(size(others, 0), each, [&](int64_t from, int64_t to) {
    chosen()->factorGram(dataOf<float>(others), width, from, to, sums + from / each * width * width);
  });
  float* gram = call.output<float>(0, Type::kFloat, {width, width});
  const float times = *dataOf<float>(scale);
  inParts(width * width, kGramNumbers, [&](int64_t from, int64_t to) {
    std::fill(gram + from, gram + to, 0.0f);
    for (int64_t part = 0; part < parts; part++)
      for (int64_t at = from; at < to; at++) gram[at] += sums[part * width * width + at];
    for (int64_t at = from; at < to; at++) gram[at] *= times;
  });
}

// own (rows x width), others (columns x width), gram (width x width), offsets, indices, values, ridges (rows), steps (1) -> improved (rows x width)
//
// Improves each row's factors by `steps` steps towards the least weighted squares of its entries; a row without entries gets 0.
void improveFactors(Call& call) {
  Tensor* own = call.input(0);
  Tensor* others = call.input(1);
  Tensor* gram = call.input(2);
  Tensor* ridges = call.input(6);
  const int64_t steps = wholeNumberIn(call.input(7), 0, kMostSteps, "the number of steps is needed");
  const int64_t width = widthOf(others);
  require(widthOf(own) == width && gram->count() == width * width, "factors and gram differ in width");
  const SparseInput rows(call, 3, size(others, 0));
  require(size(own, 0) == rows.count && ridges->count() == rows.count, "factors, rows and ridges differ in number");
  float* improved = call.output<float>(0, Type::kFloat, {rows.count, width});
  std::memcpy(improved, dataOf<float>(own), static_cast<size_t>(rows.count * width) * sizeof(float));
  std::vector<int32_t> places;
  for (int32_t row = 0; row < rows.count; row++)
    if (rows.rows.offsets[row] < rows.rows.offsets[row + 1])
      places.push_back(row);
    else
      std::fill(improved + row * width, improved + (row + 1) * width, 0.0f);
  const FactorTask task{rows.rows, width, dataOf<float>(others), dataOf<float>(gram), dataOf<float>(ridges), static_cast<int32_t>(steps), places.data(), improved};
  inParts(static_cast<int64_t>(places.size()), kFactorRows, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> room;
    chosen()->improveFactors(task, from, to, scratch(room, static_cast<size_t>(3 * kFactorRows * width)));
  });
}
