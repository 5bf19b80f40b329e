// The multinomial loss and its gradient, in single precision and for products in bfloat16.
#include "call.h"
#include "operations.h"

namespace {

/** Rows of one part of the code's gradient: free to change. */
constexpr int64_t kRows = 8;

/** The natural logarithm of a positive normal number, from +, -, x and / alone: the same bits with every C library. */
double naturalLogarithm(double x) {
  uint64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  int64_t exponent = static_cast<int64_t>(bits >> 52) - 1023;
  bits = (bits & 0xfffffffffffffULL) | 0x3ff0000000000000ULL;
  double mantissa;
  std::memcpy(&mantissa, &bits, sizeof mantissa);
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    exponent++;
  }
  // log m = 2 artanh s, s = (m - 1) / (m + 1)
  const double s = (mantissa - 1) / (mantissa + 1);
  const double square = s * s;
  double series = 0;
  for (int odd = 25; odd >= 1; odd -= 2) series = series * square + 1.0 / odd;
  return static_cast<double>(exponent) * 0.6931471805599453 + 2 * s * series;
}

}  // namespace

// code, decoder, bias, offsets, indices, values -> losses (rows), factors (rows), bracket (items x stride)
//
// With e = exp(scores), S its row sums, t the targets and s their row sums, the loss of a row is s log S - sum(t scores), and its
// gradient for the scores (s / S) (e - t S / s): `factors` is s / S, `bracket` what stands in the second parenthesis, item by item.
void multinomialLoss(Call& call) {
  const Layer layer(call);
  require(layer.items > 0, "there are no items");
  const SparseInput targets(call, 3, layer.items);
  require(targets.count == layer.rows, "code and targets differ in rows");
  const ByColumn byItem(targets, layer.items);
  float* losses = call.output<float>(0, TF_FLOAT, {layer.rows});
  float* factors = call.output<float>(1, TF_FLOAT, {layer.rows});
  float* bracket = call.output<float>(2, TF_FLOAT, {layer.items, layer.stride});
  const int64_t parts = partsOf(layer.items, kItems);
  static thread_local std::vector<float> keptSums;
  float* const sums = scratch(keptSums, static_cast<size_t>(parts * layer.stride));
  std::vector<float> picked(byItem.rows.size());
  std::vector<float> shifts(layer.stride);
  std::vector<double> totals(layer.rows);
  const ItemTargets itemTargets{byItem.starts.data(), byItem.rows.data(), byItem.values.data(), picked.data()};
  const auto takeExponentials = [&] {
    inParts(layer.items, kItems, [&](int64_t from, int64_t to) {
      chosen()->exponentials(layer.task, shifts.data(), itemTargets, from, to, bracket, sums + from / kItems * layer.stride);
    });
    bool areInRange = true;
    for (int64_t row = 0; row < layer.rows; row++) {
      totals[row] = 0;
      for (int64_t part = 0; part < parts; part++) totals[row] += sums[part * layer.stride + row];
      areInRange = areInRange && isInRange(totals[row]);
    }
    return areInRange;
  };
  // Exponentials as they are need no pass for the maxima; where they leave the range of single precision, the maxima are taken after all.
  if (!takeExponentials()) {
    inParts(layer.items, kItems, [&](int64_t from, int64_t to) {
      chosen()->maxima(layer.task, from, to, sums + from / kItems * layer.stride);
    });
    // Only where a row needs it: its loss must not depend on what is beside it.
    for (int64_t row = 0; row < layer.rows; row++)
      if (!isInRange(totals[row])) {
        shifts[row] = sums[row];
        for (int64_t part = 1; part < parts; part++) shifts[row] = std::max(shifts[row], sums[part * layer.stride + row]);
      }
    takeExponentials();
  }
  std::vector<double> likelihoods(layer.rows);
  std::vector<double> targetSums(layer.rows);
  for (int64_t item = 0; item < layer.items; item++)
    for (int32_t at = byItem.starts[item]; at < byItem.starts[item + 1]; at++) {
      targetSums[byItem.rows[at]] += byItem.values[at];
      likelihoods[byItem.rows[at]] += static_cast<double>(byItem.values[at]) * picked[at];
    }
  for (int64_t row = 0; row < layer.rows; row++) {
    const double sum = targetSums[row];
    const double logTotal = totals[row] > 0 ? naturalLogarithm(totals[row]) : totals[row];
    losses[row] = static_cast<float>(sum * (logTotal + shifts[row]) - likelihoods[row]);
    factors[row] = static_cast<float>(sum / totals[row]);
  }
  inParts(layer.items, kItems, [&](int64_t from, int64_t to) {
    for (int64_t item = from; item < to; item++)
      for (int32_t at = byItem.starts[item]; at < byItem.starts[item + 1]; at++) {
        const int32_t row = byItem.rows[at];
        if (targetSums[row] > 0)
          bracket[item * layer.stride + row] -= static_cast<float>(byItem.values[at] * totals[row] / targetSums[row]);
      }
  });
}

// code, decoder, bracket, factors -> gradients of code (rows x width), decoder (items x width) and bias (1 x items)
void multinomialLossGradient(Call& call) {
  TF_Tensor* code = call.input(0);
  TF_Tensor* decoder = call.input(1);
  TF_Tensor* bracket = call.input(2);
  TF_Tensor* factors = call.input(3);
  requireMatrix(code, "the code must be a matrix");
  requireMatrix(decoder, "the decoder must be a matrix");
  requireMatrix(bracket, "the bracket must be a matrix");
  const int64_t rows = size(code, 0);
  const int64_t width = size(code, 1);
  const int64_t items = size(decoder, 0);
  require(size(decoder, 1) == width && size(bracket, 0) == items && size(bracket, 1) == strideOf(rows) &&
              TF_TensorElementCount(factors) == rows,
          "code, decoder, bracket and factors do not fit each other");
  static thread_local std::vector<float> kept;
  float* scaled = scratch(kept, static_cast<size_t>(rows * width));
  for (int64_t row = 0; row < rows; row++)
    for (int64_t unit = 0; unit < width; unit++)
      scaled[row * width + unit] = dataOf<float>(code)[row * width + unit] * dataOf<float>(factors)[row];
  const GradientTask task{rows,
                          items,
                          width,
                          dataOf<float>(bracket),
                          strideOf(rows),
                          dataOf<float>(factors),
                          scaled,
                          dataOf<float>(decoder),
                          call.output<float>(0, TF_FLOAT, {rows, width}),
                          call.output<float>(1, TF_FLOAT, {items, width}),
                          call.output<float>(2, TF_FLOAT, {1, items})};
  // A part goes over the whole bracket and decoder: as few as there are threads to share them, and none too small to be worth it.
  inParts(rows, std::max(kRows, partsOf(rows, threadCount()) / kRows * kRows),
          [&](int64_t from, int64_t to) { chosen()->gradientOfCode(task, from, to); });
  inParts(items, kItems, [&](int64_t from, int64_t to) { chosen()->gradientOfItems(task, from, to); });
}

// scores without the bias (rows x items, bfloat16), bias, offsets, indices, values -> losses (rows), factors (rows), bracket (rows x items, bfloat16)
//
// As multinomialLoss, but row by row, for products in bfloat16.
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
