// The multinomial loss and the gradient of the bias between products in bfloat16, row by row.
#include "call.h"
#include "logarithm.h"
#include "operations.h"

// scores without the bias (rows x items, bfloat16), bias, offsets, indices, values -> losses (rows), factors (rows), bracket (rows x items,
// bfloat16)
//
// multinomialLoss row by row, for products in bfloat16.
void halfMultinomialLoss(Call& call) {
  TF_Tensor* scores = call.input(0);
  TF_Tensor* bias = call.input(1);
  requireMatrix(scores, "the scores must be a matrix");
  const int64_t rows = size(scores, 0);
  const int64_t items = size(scores, 1);
  require(items > 0 && TF_TensorElementCount(bias) == items, "the bias must have a number an item");
  const SparseInput targets(call, 2, items);
  require(targets.count == rows, "scores and targets differ in rows");
  float* losses = call.output<float>(0, TF_FLOAT, {rows});
  float* factors = call.output<float>(1, TF_FLOAT, {rows});
  auto* bracket = call.output<uint16_t>(2, TF_BFLOAT16, {rows, items});
  forEachPart(rows, [&](int64_t row) {
    const int32_t first = targets.rows.offsets[row];
    chosen()->halfLoss({dataOf<uint16_t>(scores) + row * items, dataOf<float>(bias), items, targets.rows.columns + first,
                        targets.rows.values + first, targets.rows.offsets[row + 1] - first, bracket + row * items,
                        losses + row, factors + row},
                       naturalLogarithm);
  });
}

// bracket (rows x items, bfloat16), factors (rows) -> gradient of the bias (1 x items)
void halfBiasGradient(Call& call) {
  TF_Tensor* bracket = call.input(0);
  TF_Tensor* factors = call.input(1);
  requireMatrix(bracket, "the bracket must be a matrix");
  const int64_t rows = size(bracket, 0);
  const int64_t items = size(bracket, 1);
  require(TF_TensorElementCount(factors) == rows, "bracket and factors differ in rows");
  float* gradient = call.output<float>(0, TF_FLOAT, {1, items});
  inParts(items, 2 * kItems, [&](int64_t from, int64_t to) {
    chosen()->halfBiasGradient(dataOf<uint16_t>(bracket), dataOf<float>(factors), rows, items, from, to, gradient);
  });
}
