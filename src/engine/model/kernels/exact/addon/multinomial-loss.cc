// The multinomial loss and its gradient, in single precision and for products in bfloat16.
#include <tuple>

#include "call.h"
#include "logarithm.h"
#include "operations.h"

namespace {

/** Rows per part of the code's gradient: may be changed freely. */
constexpr int64_t kRows = 8;

/** In bfloat16, rounded to nearest, ties to even; NaN stays NaN. */
uint16_t toHalf(float value) {
  if (value != value) return 0x7fc0;
  uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return static_cast<uint16_t>((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

/**
 * The loss, apart from the bracket: `Products` defines the form of scores, exponentials and bracket that is fastest.
 *
 * With e = exp(scores), S its row sums, t the targets and s their row sums, the loss of a row is s log S - sum(t scores), and its gradient for the
 * scores (s / S) (e - t S / s): `factors` is s / S, `bracket` the second parenthesis, item by item.
 */
template <typename Products>
void multinomialLossOf(Call& call) {
  const Layer layer(call, Products::kInPairs);
  require(layer.items > 0, "there are no items");
  const SparseInput targets(call, 3, layer.items);
  require(targets.count == layer.rows, "code and targets differ in rows");
  const ByColumn byItem(targets, layer.items);
  float* losses = call.output<float>(0, Type::kFloat, {layer.rows});
  float* factors = call.output<float>(1, Type::kFloat, {layer.rows});
  const Products products{layer, reinterpret_cast<typename Products::Bracket*>(
                                     call.output<float>(2, Type::kFloat, {layer.items, layer.stride / Products::kInOneNumber}))};
  const int64_t parts = partsOf(layer.items, kItems);
  static thread_local std::vector<float> keptSums;
  float* const sums = scratch(keptSums, static_cast<size_t>(parts * layer.stride));
  std::vector<float> picked(byItem.rows.size());
  std::vector<float> pickedExponentials(Products::kInPairs ? byItem.rows.size() : 0);
  std::vector<float> shifts(layer.stride);
  std::vector<double> totals(layer.rows);
  const ItemTargets itemTargets{byItem.starts.data(), byItem.rows.data(), byItem.values.data(), picked.data(), pickedExponentials.data()};
  const auto takeExponentials = [&] {
    inParts(layer.items, kItems, [&](int64_t from, int64_t to) {
      products.exponentials(shifts.data(), itemTargets, from, to, sums + from / kItems * layer.stride);
    });
    bool areInRange = true;
    for (int64_t row = 0; row < layer.rows; row++) {
      totals[row] = 0;
      for (int64_t part = 0; part < parts; part++) totals[row] += sums[part * layer.stride + row];
      areInRange = areInRange && isInRange(totals[row]);
    }
    return areInRange;
  };
  // Unshifted exponentials need no pass for the maxima; if they leave the range of single precision, the maxima are computed after all.
  if (!takeExponentials()) {
    inParts(layer.items, kItems,
            [&](int64_t from, int64_t to) { products.maxima(from, to, sums + from / kItems * layer.stride); });
    // Only for rows that need it: a row's loss must not depend on the other rows.
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
          products.subtract(item, row, itemTargets, at, static_cast<float>(byItem.values[at] * totals[row] / targetSums[row]));
      }
  });
}

/** Products and bracket in single precision. */
struct SingleProducts {
  using Bracket = float;
  static constexpr bool kInPairs = false;
  static constexpr int64_t kInOneNumber = 1;
  const Layer& layer;
  float* bracket;

  void exponentials(const float* shifts, const ItemTargets& targets, int64_t from, int64_t to, float* sums) const {
    chosen()->exponentials(layer.task, shifts, targets, from, to, bracket, sums);
  }
  void maxima(int64_t from, int64_t to, float* result) const { chosen()->maxima(layer.task, from, to, result); }
  void subtract(int64_t item, int32_t row, const ItemTargets&, int32_t, float part) const { bracket[item * layer.stride + row] -= part; }
};

/** Both in bfloat16, with two numbers of the bracket in the space of one. */
struct LoweredProducts {
  using Bracket = uint16_t;
  static constexpr bool kInPairs = true;
  static constexpr int64_t kInOneNumber = 2;
  const Layer& layer;
  uint16_t* bracket;

  void exponentials(const float* shifts, const ItemTargets& targets, int64_t from, int64_t to, float* sums) const {
    chosen()->loweredExponentials(layer.task, shifts, targets, from, to, bracket, sums, room());
  }
  void maxima(int64_t from, int64_t to, float* result) const { chosen()->loweredMaxima(layer.task, from, to, result, room()); }
  void subtract(int64_t item, int32_t row, const ItemTargets& targets, int32_t at, float part) const {
    bracket[item * layer.stride + row] = toHalf(targets.pickedExponentials[at] - part);
  }
  float* room() const {
    static thread_local std::vector<float> kept;
    return scratch(kept, static_cast<size_t>(kMostTileRows * layer.stride));
  }
};

/**
 * The checked inputs of the gradient, with the bracket in the form of `Products`. Returns the gradient of the code, which is still to be computed.
 */
template <typename Products>
struct GradientInput {
  int64_t rows, items, width, stride;
  const float *code, *decoder, *factors;
  const typename Products::Bracket* bracket;
  float* codeGradient;
  /** The code, each row times its factor. */
  const float* scaledCode;

  explicit GradientInput(Call& call) {
    Tensor* codes = call.input(0);
    Tensor* decoders = call.input(1);
    Tensor* brackets = call.input(2);
    Tensor* rowFactors = call.input(3);
    requireMatrix(codes, "the code must be a matrix");
    requireMatrix(decoders, "the decoder must be a matrix");
    requireMatrix(brackets, "the bracket must be a matrix");
    rows = size(codes, 0);
    width = size(codes, 1);
    items = size(decoders, 0);
    stride = strideOf(rows);
    require(size(decoders, 1) == width && size(brackets, 0) == items && size(brackets, 1) == stride / Products::kInOneNumber &&
                rowFactors->count() == rows,
            "code, decoder, bracket and factors do not fit each other");
    code = dataOf<float>(codes);
    decoder = dataOf<float>(decoders);
    factors = dataOf<float>(rowFactors);
    bracket = dataOf<typename Products::Bracket>(brackets);
    codeGradient = call.output<float>(0, Type::kFloat, {rows, width});
    static thread_local std::vector<float> kept;
    float* scaled = scratch(kept, static_cast<size_t>(rows * width));
    for (int64_t row = 0; row < rows; row++)
      for (int64_t unit = 0; unit < width; unit++) scaled[row * width + unit] = code[row * width + unit] * factors[row];
    scaledCode = scaled;
  }
};

/** Gradient of the code, and the inputs for the gradients of the items, which are still to be computed. */
GradientTask gradientOf(Call& call) {
  const GradientInput<SingleProducts> input(call);
  const GradientTask task{input.rows,       input.items,   input.width,        input.bracket, input.stride, input.factors,
                          input.scaledCode, input.decoder, input.codeGradient, nullptr,       nullptr};
  // A part passes over the whole bracket and decoder: as few parts as there are threads, and none too small to be worth it.
  inParts(task.rows, std::max(kRows, partsOf(task.rows, threadCount()) / kRows * kRows),
          [&](int64_t from, int64_t to) { chosen()->gradientOfCode(task, from, to); });
  return task;
}

/** Most parts of the items for products in bfloat16: each has its own gradient of the code. Determines bits. */
constexpr int64_t kLoweredParts = 16;

/**
 * All gradients from products in bfloat16, in one pass over decoder and bracket. The code's is the sum of the parts' contributions, in order. `work`
 * has the signature of loweredGradientOfItems, with room for a tile after its own.
 */
template <typename Work>
void loweredGradients(Call& call, int biasPlace, float* decoderGradient, Work work) {
  const GradientInput<LoweredProducts> input(call);
  const auto [rows, items, width, stride] = std::make_tuple(input.rows, input.items, input.width, input.stride);
  static thread_local std::vector<float> keptFactors;
  float* factors = scratch(keptFactors, static_cast<size_t>(stride));
  std::copy(input.factors, input.factors + rows, factors);
  std::fill(factors + rows, factors + stride, 0.0f);
  static thread_local std::vector<float> keptPairs;
  float* scaled = scratch(keptPairs, static_cast<size_t>((rows + 1) / 2 * width));
  chosen()->pairRows(input.scaledCode, rows, width, width, scaled);
  const LoweredGradientTask task{rows, items, width, input.bracket, stride, factors, scaled, input.decoder, decoderGradient,
                                 call.output<float>(biasPlace, Type::kFloat, {1, items})};
  const int64_t itemsOfPart = std::max(kItems, (partsOf(items, kLoweredParts) + kMostTileRows - 1) / kMostTileRows * kMostTileRows);
  const int64_t numbers = rows * width;
  static thread_local std::vector<float> keptSums;
  float* const sums = scratch(keptSums, static_cast<size_t>(partsOf(items, itemsOfPart) * numbers));
  inParts(items, itemsOfPart, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> kept;
    const int64_t own = kLoweredItems / 2 * (width + stride + 16);
    float* room = scratch(kept, static_cast<size_t>(own + kMostTileRows * width));
    work(task, from, to, sums + from / itemsOfPart * numbers, room, room + own);
  });
  inParts(rows, kRows, [&](int64_t from, int64_t to) {
    float* result = input.codeGradient;
    std::copy(sums + from * width, sums + to * width, result + from * width);
    for (int64_t part = 1; part < partsOf(items, itemsOfPart); part++)
      for (int64_t at = from * width; at < to * width; at++) result[at] += sums[part * numbers + at];
    for (int64_t row = from; row < to; row++)
      for (int64_t at = row * width; at < (row + 1) * width; at++) result[at] *= factors[row];
  });
}

}  // namespace

// code, decoder, bias, offsets, indices, values -> losses (rows), factors (rows), bracket (items x stride)
void multinomialLoss(Call& call) { multinomialLossOf<SingleProducts>(call); }

// The same with products in bfloat16; bracket (items x stride / 2) with two numbers in the space of one.
void loweredMultinomialLoss(Call& call) { multinomialLossOf<LoweredProducts>(call); }

// code, decoder, bracket, factors -> gradients of code (rows x width), decoder (items x width) and bias (1 x items)
void multinomialLossGradient(Call& call) {
  GradientTask task = gradientOf(call);
  task.decoderGradient = call.output<float>(1, Type::kFloat, {task.items, task.width});
  task.biasGradient = call.output<float>(2, Type::kFloat, {1, task.items});
  inParts(task.items, kItems, [&](int64_t from, int64_t to) { chosen()->gradientOfItems(task, from, to); });
}

// The same with products in bfloat16, from the bracket of loweredMultinomialLoss.
void loweredMultinomialLossGradient(Call& call) {
  Tensor* decoder = call.input(1);
  requireMatrix(decoder, "the decoder must be a matrix");
  float* ofDecoder = call.output<float>(1, Type::kFloat, {size(decoder, 0), size(decoder, 1)});
  loweredGradients(call, 2, ofDecoder, [](const LoweredGradientTask& task, int64_t from, int64_t to, float* code, float* room, float*) {
    chosen()->loweredGradientOfItems(task, from, to, code, room);
  });
}

// code, decoder, bracket, factors, first moment, second moment, numbers (as of adam) -> gradients of code (rows x width) and bias (1 x items)
//
// Changes the decoder and its moments in place, as adam would with the gradient, which is then never written to memory and read again.
void multinomialLossStep(Call& call) {
  GradientTask task = gradientOf(call);
  task.biasGradient = call.output<float>(1, Type::kFloat, {1, task.items});
  const AdamTask step = adamTask(call, 1, 4, 5, 6);
  inParts(task.items, kItems, [&](int64_t from, int64_t to) {
    static thread_local std::vector<float> kept;
    chosen()->stepOfItems(task, step, from, to, scratch(kept, static_cast<size_t>(kMostTileRows * task.width)));
  });
}

// The same with products in bfloat16, from the bracket of loweredMultinomialLoss.
void loweredMultinomialLossStep(Call& call) {
  const AdamTask step = adamTask(call, 1, 4, 5, 6);
  loweredGradients(call, 1, nullptr, [&](const LoweredGradientTask& task, int64_t from, int64_t to, float* code, float* room, float* tile) {
    chosen()->loweredStepOfItems(task, step, from, to, code, room, tile);
  });
}
