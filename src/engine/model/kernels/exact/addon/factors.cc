// Factors of profiles and items (ALS by conjugate gradients).
#include "call.h"
#include "operations.h"

/** The gram is summed in so many parts, whatever the number of rows, and these in their order. */
constexpr int64_t kGramParts = 16;

static int64_t widthOf(TF_Tensor* factors) {
  requireMatrix(factors, "factors must be a matrix");
  require(size(factors, 1) > 0 && size(factors, 1) % 16 == 0, "the width must be whole vectors of sixteen");
  return size(factors, 1);
}

// others (columns x width), scale (1) -> scale x others' x others (width x width)
void factorGram(Call& call) {
  TF_Tensor* others = call.input(0);
  TF_Tensor* scale = call.input(1);
  const int64_t width = widthOf(others);
  require(TF_TensorElementCount(scale) == 1, "one scale is needed");
  const int64_t each = std::max<int64_t>(1, partsOf(size(others, 0), kGramParts));
  std::vector<float> sums(static_cast<size_t>(kGramParts * width * width));
  inParts(size(others, 0), each, [&](int64_t from, int64_t to) {
    chosen()->factorGram(dataOf<float>(others), width, from, to, sums.data() + from / each * width * width);
  });
  float* gram = call.output<float>(0, TF_FLOAT, {width, width});
  for (int64_t at = 0; at < width * width; at++) {
    float sum = 0.0f;
    for (int64_t part = 0; part < kGramParts; part++) sum += sums[static_cast<size_t>(part * width * width + at)];
    gram[at] = *dataOf<float>(scale) * sum;
  }
}

// own (rows x width), others (columns x width), gram (width x width), offsets, indices, values, ridges (rows), steps (1) -> improved (rows x width)
//
// Factors that lower the weighted squares of a row's entries, with so many steps from where they stand; those of a row without entries are 0.
void improveFactors(Call& call) {
  TF_Tensor* own = call.input(0);
  TF_Tensor* others = call.input(1);
  TF_Tensor* gram = call.input(2);
  TF_Tensor* ridges = call.input(6);
  TF_Tensor* steps = call.input(7);
  const int64_t width = widthOf(others);
  require(widthOf(own) == width && TF_TensorElementCount(gram) == width * width, "factors and gram differ in width");
  const SparseInput rows(call, 3, size(others, 0));
  require(size(own, 0) == rows.count && TF_TensorElementCount(ridges) == rows.count, "factors, rows and ridges differ in number");
  require(TF_TensorElementCount(steps) == 1 && *dataOf<int32_t>(steps) >= 0, "the number of steps is needed");
  float* improved = call.output<float>(0, TF_FLOAT, {rows.count, width});
  std::memcpy(improved, dataOf<float>(own), static_cast<size_t>(rows.count * width) * sizeof(float));
  const FactorTask task{rows.rows, width, dataOf<float>(others), dataOf<float>(gram), dataOf<float>(ridges), *dataOf<int32_t>(steps), improved};
  inParts(rows.count, kFactorRows, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> room;
    chosen()->improveFactors(task, from, to, scratch(room, static_cast<size_t>(3 * kFactorRows * width)));
  });
}
