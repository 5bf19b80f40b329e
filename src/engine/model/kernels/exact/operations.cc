// Each operation: names and shapes of what goes in and out, and how its work is cut into parts. Parts depend on shapes alone, so that
// the bits do not depend on the number of threads.
#include "operations.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "arithmetic.h"
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"
#include "tensorflow/c/tf_tensor.h"
#include "threads.h"

namespace {

/** Items of one part: their exponentials are added up in one go, so this number is part of the meaning of the bits. */
constexpr int64_t kItems = 384;
/** Rows, columns and values of one part: free to change. */
constexpr int64_t kRows = 8;
/** Fewer rows than this are scored at once: a short list has to be prepared. */
constexpr int64_t kShortlistRows = 64;
constexpr int64_t kSparseRows = 16;
constexpr int64_t kValues = 1 << 16;

/** Best first; null behind the last that this processor has. */
const Arithmetic* const* available() {
  static const Arithmetic* found[4] = {};
  static const bool isFilled = [] {
    __builtin_cpu_init();
    const Arithmetic** next = found;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) {
      if (__builtin_cpu_supports("avx512vnni")) *next++ = &kAvx512Vnni;
      *next++ = &kAvx512;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) *next++ = &kAvx2;
    return true;
  }();
  return isFilled ? found : nullptr;
}

/** What is computed with. */
const Arithmetic*& chosen() {
  static const Arithmetic* arithmetic = available()[0];
  return arithmetic;
}

int64_t partsOf(int64_t count, int64_t size) { return (count + size - 1) / size; }

void inParts(int64_t count, int64_t size, const std::function<void(int64_t from, int64_t to)>& work) {
  forEachPart(partsOf(count, size), [&](int64_t part) { work(part * size, std::min(count, (part + 1) * size)); });
}

struct WrongShape {
  std::string what;
};

/** One call of an operation: its inputs by place, its outputs by place and shape. */
class Call {
 public:
  explicit Call(TF_OpKernelContext* context) : context_(context), status_(TF_NewStatus()) {}
  ~Call() {
    for (TF_Tensor* tensor : held_) TF_DeleteTensor(tensor);
    TF_DeleteStatus(status_);
  }

  TF_Tensor* input(int place) {
    TF_Tensor* tensor = nullptr;
    TF_GetInput(context_, place, &tensor, status_);
    check();
    held_.push_back(tensor);
    return tensor;
  }

  template <typename Value>
  Value* output(int place, TF_DataType type, std::vector<int64_t> shape) {
    int64_t count = 1;
    for (const int64_t size : shape) count *= size;
    TF_Tensor* tensor = TF_AllocateOutput(context_, place, type, shape.data(), static_cast<int>(shape.size()),
                                          static_cast<size_t>(count) * sizeof(Value), status_);
    check();
    held_.push_back(tensor);
    return static_cast<Value*>(TF_TensorData(tensor));
  }

  void fail(const std::string& what) {
    TF_SetStatus(status_, TF_INVALID_ARGUMENT, what.c_str());
    TF_OpKernelContext_Failure(context_, status_);
  }

 private:
  void check() {
    if (TF_GetCode(status_) != TF_OK) throw WrongShape{TF_Message(status_)};
  }

  TF_OpKernelContext* context_;
  TF_Status* status_;
  std::vector<TF_Tensor*> held_;
};

template <typename Value>
Value* dataOf(TF_Tensor* tensor) {
  return static_cast<Value*>(TF_TensorData(tensor));
}

int64_t size(TF_Tensor* tensor, int dimension) { return TF_Dim(tensor, dimension); }

void require(bool isRight, const char* what) {
  if (!isRight) throw WrongShape{what};
}

void requireMatrix(TF_Tensor* tensor, const char* what) { require(TF_NumDims(tensor) == 2, what); }

/** Rows of a sparse matrix as three vectors, checked: nothing outside of memory is read whatever goes in. */
struct SparseInput {
  SparseRows rows;
  int64_t count;

  SparseInput(Call& call, int place, int64_t columns) {
    TF_Tensor* offsets = call.input(place);
    TF_Tensor* indices = call.input(place + 1);
    TF_Tensor* values = call.input(place + 2);
    count = TF_TensorElementCount(offsets) - 1;
    const int64_t entries = TF_TensorElementCount(indices);
    rows = {dataOf<int32_t>(offsets), dataOf<int32_t>(indices), dataOf<float>(values)};
    require(count >= 0 && rows.offsets[0] == 0 && rows.offsets[count] == entries &&
                TF_TensorElementCount(values) == entries,
            "offsets, indices and values do not fit each other");
    for (int64_t row = 0; row < count; row++)
      require(rows.offsets[row] <= rows.offsets[row + 1], "offsets must not fall");
    for (int64_t entry = 0; entry < entries; entry++)
      require(rows.columns[entry] >= 0 && rows.columns[entry] < columns, "an index is out of range");
  }
};

/** The same entries by column: for each column its rows in ascending order, with the place that each entry had. */
struct ByColumn {
  std::vector<int32_t> starts;
  std::vector<int32_t> rows;
  std::vector<int32_t> places;
  std::vector<float> values;

  ByColumn(const SparseInput& input, int64_t columns) : starts(columns + 1) {
    const SparseRows& source = input.rows;
    const int32_t entries = source.offsets[input.count];
    rows.resize(entries);
    places.resize(entries);
    values.resize(entries);
    for (int32_t entry = 0; entry < entries; entry++) starts[source.columns[entry] + 1]++;
    for (int64_t column = 0; column < columns; column++) starts[column + 1] += starts[column];
    std::vector<int32_t> next(starts.begin(), starts.end() - 1);
    for (int64_t row = 0; row < input.count; row++)
      for (int32_t entry = source.offsets[row]; entry < source.offsets[row + 1]; entry++) {
        const int32_t to = next[source.columns[entry]]++;
        rows[to] = static_cast<int32_t>(row);
        places[to] = entry;
        values[to] = source.values[entry];
      }
  }
};

/** Memory for a batch, kept from step to step. */
template <typename Value>
Value* scratch(std::vector<Value>& kept, size_t count) {
  // A vector that is read from the last row on reaches behind the end.
  if (kept.size() < count + 64) kept.resize(count + 64);
  const auto at = reinterpret_cast<uintptr_t>(kept.data());
  return kept.data() + ((64 - at % 64) % 64) / sizeof(Value);
}

/** Rows filled up to whole vectors, and off the powers of two, whose columns would all fall into the same lines of a cache. */
int64_t strideOf(int64_t rows) {
  const int64_t whole = (rows + 15) / 16 * 16;
  return whole % 64 == 0 ? whole + 16 : whole;
}

/** code' : width x stride, zeros behind the last row. */
void turn(const float* code, int64_t rows, int64_t width, int64_t stride, float* turned) {
  inParts(width, 64, [&](int64_t from, int64_t to) {
    for (int64_t unit = from; unit < to; unit++) std::memset(turned + unit * stride, 0, stride * sizeof(float));
    for (int64_t row = 0; row < rows; row++)
      for (int64_t unit = from; unit < to; unit++) turned[unit * stride + row] = code[row * width + unit];
  });
}

/** code (rows x width), decoder (items x width) and bias (1 x items) at the first three places. */
struct Layer {
  int64_t rows, width, items, stride;
  const float* code;
  ScoreTask task;

  explicit Layer(Call& call) {
    TF_Tensor* codes = call.input(0);
    TF_Tensor* decoder = call.input(1);
    TF_Tensor* bias = call.input(2);
    requireMatrix(codes, "the code must be a matrix");
    requireMatrix(decoder, "the decoder must be a matrix");
    rows = size(codes, 0);
    width = size(codes, 1);
    items = size(decoder, 0);
    require(size(decoder, 1) == width, "code and decoder differ in width");
    require(TF_TensorElementCount(bias) == items, "the bias must have a number an item");
    stride = strideOf(rows);
    code = dataOf<float>(codes);
    static thread_local std::vector<float> kept;
    float* turned = scratch(kept, static_cast<size_t>(width * stride));
    turn(code, rows, width, stride, turned);
    task = {rows, stride, width, turned, dataOf<float>(decoder), dataOf<float>(bias)};
  }
};

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

// code, decoder, bias, offsets, indices, values -> losses (rows), factors (rows), bracket (items x stride)
//
// With e = exp(scores), S its row sums, t the targets and s their row sums, the loss of a row is s log S - sum(t scores), and its
// gradient for the scores (s / S) (e - t S / s): `factors` is s / S, `bracket` what stands in the second parenthesis, item by item.
void multinomialLoss(Call& call) {
  const Layer layer(call);
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
    for (int64_t row = 0; row < layer.rows; row++) {
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

// values, first moment, second moment, gradient, numbers (rate, shrink, 1 - beta1, 1 - beta2, epsilon) -> nothing
//
// The first three change in place: their owner has them for itself (kernels/exact.ts).
void adam(Call& call) {
  TF_Tensor* tensors[4];
  for (int place = 0; place < 4; place++) tensors[place] = call.input(place);
  TF_Tensor* numbers = call.input(4);
  const int64_t count = TF_TensorElementCount(tensors[0]);
  for (TF_Tensor* tensor : tensors) require(TF_TensorElementCount(tensor) == count, "values, moments and gradient differ in size");
  require(TF_TensorElementCount(numbers) == 5, "five numbers are needed");
  const float* at = dataOf<float>(numbers);
  const AdamTask task{dataOf<float>(tensors[0]), dataOf<float>(tensors[1]), dataOf<float>(tensors[2]),
                      dataOf<float>(tensors[3]), at[0], at[1], at[2], at[3], at[4]};
  inParts(count, kValues, [&](int64_t from, int64_t to) { chosen()->adam(task, from, to); });
}

// offsets, indices, values, dense (columns x width) -> product (rows x width)
void sparseProduct(Call& call) {
  TF_Tensor* dense = call.input(3);
  requireMatrix(dense, "the dense factor must be a matrix");
  const SparseInput rows(call, 0, size(dense, 0));
  const int64_t width = size(dense, 1);
  float* product = call.output<float>(0, TF_FLOAT, {rows.count, width});
  inParts(rows.count, kSparseRows, [&](int64_t from, int64_t to) {
    chosen()->sparseProduct(rows.rows, dataOf<float>(dense), width, from, to, product);
  });
}

// offsets, indices, values, dense (rows x width), columns (1) -> product of the transposed rows (columns x width)
void sparseTransposedProduct(Call& call) {
  TF_Tensor* dense = call.input(3);
  TF_Tensor* columns = call.input(4);
  requireMatrix(dense, "the dense factor must be a matrix");
  require(TF_TensorElementCount(columns) == 1 && *dataOf<int32_t>(columns) >= 0, "the number of columns is needed");
  const int64_t count = *dataOf<int32_t>(columns);
  const SparseInput rows(call, 0, count);
  require(size(dense, 0) == rows.count, "the factors do not fit each other");
  const ByColumn byColumn(rows, count);
  const SparseRows turned{byColumn.starts.data(), byColumn.rows.data(), byColumn.values.data()};
  const int64_t width = size(dense, 1);
  float* product = call.output<float>(0, TF_FLOAT, {count, width});
  inParts(count, kItems, [&](int64_t from, int64_t to) {
    chosen()->sparseProduct(turned, dataOf<float>(dense), width, from, to, product);
  });
}

// code, decoder, bias -> scores (rows x items)
void scores(Call& call) {
  const Layer layer(call);
  float* result = call.output<float>(0, TF_FLOAT, {layer.rows, layer.items});
  inParts(layer.items, kItems,
          [&](int64_t from, int64_t to) { chosen()->scores(layer.task, layer.items, from, to, result); });
}

/** Decoder and code in 8 bits, where the processor and the numbers are fit for it. */
class Shortlist {
 public:
  explicit Shortlist(const Layer& layer) {
    if (chosen()->bestByShortlist == nullptr || layer.rows < kShortlistRows) return;
    const int64_t width = (layer.width + 3) / 4 * 4;
    static thread_local std::vector<int8_t> itemValues;
    static thread_local std::vector<uint8_t> rowValues;
    static thread_local std::vector<float> itemNumbers;
    static thread_local std::vector<int32_t> offsets;
    static thread_local std::vector<float> rowNumbers;
    static thread_local std::vector<float> unitNumbers;
    const auto numbers = [](std::vector<float>& kept, int64_t count, int64_t arrays) {
      return scratch(kept, static_cast<size_t>(arrays * count));
    };
    float* ofItems = numbers(itemNumbers, layer.items, 4);
    float* ofRows = numbers(rowNumbers, layer.stride, 3);
    float* unitScales = numbers(unitNumbers, layer.width, 1);
    items_ = {scratch(itemValues, static_cast<size_t>(layer.items * width)),
              ofItems,
              scratch(offsets, static_cast<size_t>(layer.items)),
              ofItems + layer.items,
              ofItems + 2 * layer.items,
              ofItems + 3 * layer.items};
    rows_ = {scratch(rowValues, static_cast<size_t>(width * layer.stride)), ofRows, ofRows + layer.stride,
             ofRows + 2 * layer.stride};
    balance(layer, unitScales);
    const auto* const with = chosen();
    inParts(layer.items, kItems, [&](int64_t from, int64_t to) { with->lowerItems(layer.task, unitScales, items_, from, to); });
    inParts(layer.rows, kMostBestRows, [&](int64_t from, int64_t to) { with->lowerRows(layer.task, unitScales, rows_, from, to); });
    isOfUse_ = areModerate(items_.norms, layer.items) && areModerate(items_.errorsOfBias, layer.items) &&
               areModerate(rows_.norms, layer.rows) && areModerate(rows_.lost, layer.rows);
  }

  bool isOfUse() const { return isOfUse_; }

  void best(const BestTask& task, int64_t from, int64_t to) const {
    static thread_local std::vector<int32_t> room;
    chosen()->bestByShortlist(task, items_, rows_, from, to, scratch(room, static_cast<size_t>(2 * kMostBestRows * kCandidateStep + task.scores.width)));
  }

 private:
  /** For each unit the power of two that brings its greatest values in code and decoder nearest to each other. */
  static void balance(const Layer& layer, float* unitScales) {
    const int64_t parts = partsOf(layer.items, kItems);
    std::vector<float> maxima(static_cast<size_t>(parts * layer.width));
    inParts(layer.items, kItems, [&](int64_t from, int64_t to) {
      chosen()->unitMaxima(layer.task, from, to, maxima.data() + from / kItems * layer.width);
    });
    for (int64_t unit = 0; unit < layer.width; unit++) {
      float ofDecoder = 0;
      float ofCode = 0;
      for (int64_t part = 0; part < parts; part++) ofDecoder = std::max(ofDecoder, maxima[part * layer.width + unit]);
      for (int64_t row = 0; row < layer.rows; row++)
        ofCode = std::max(ofCode, std::fabs(layer.task.code[unit * layer.stride + row]));
      const bool isThere = ofCode > 1e-30f && ofDecoder > 1e-30f && ofCode < 1e30f && ofDecoder < 1e30f;
      unitScales[unit] = isThere ? std::ldexp(1.0f, (std::ilogb(ofCode) - std::ilogb(ofDecoder)) / 2) : 1.0f;
    }
  }

  /** Where norms and bounds are no greater than this, no score can leave the range of single precision. */
  static bool areModerate(const float* values, int64_t count) {
    return std::all_of(values, values + count, [](float value) { return value < 1e15f; });
  }

  bool isOfUse_ = false;
  LoweredItems items_{};
  LoweredRows rows_{};
};

// code, decoder, bias, watched offsets, watched items (ascending), count (1) -> items and scores (rows x count), broken (rows)
//
// The best items that a row has not watched, best first, ties to the lower item, -1 behind the end. `broken` is the first item of a row
// whose score is no finite number, or -1.
void bestItems(Call& call) {
  const Layer layer(call);
  TF_Tensor* offsets = call.input(3);
  TF_Tensor* watched = call.input(4);
  TF_Tensor* places = call.input(5);
  require(TF_TensorElementCount(places) == 1 && *dataOf<int32_t>(places) > 0, "the number of places is needed");
  const int64_t count = *dataOf<int32_t>(places);
  const auto* const starts = dataOf<int32_t>(offsets);
  require(TF_TensorElementCount(offsets) == layer.rows + 1 && starts[0] == 0 &&
              starts[layer.rows] == TF_TensorElementCount(watched),
          "offsets and watched items do not fit the rows");
  for (int64_t row = 0; row < layer.rows; row++) require(starts[row] <= starts[row + 1], "offsets must not fall");
  const BestTask task{layer.task,
                      layer.items,
                      count,
                      starts,
                      dataOf<int32_t>(watched),
                      call.output<int32_t>(0, TF_INT32, {layer.rows, count}),
                      call.output<float>(1, TF_FLOAT, {layer.rows, count}),
                      call.output<int32_t>(2, TF_INT32, {layer.rows})};
  const Shortlist shortlist(layer);
  inParts(layer.rows, kMostBestRows, [&](int64_t from, int64_t to) {
    if (shortlist.isOfUse())
      shortlist.best(task, from, to);
    else
      chosen()->best(task, from, to);
  });
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

/** What TensorFlow calls: nothing is thrown through it. */
template <void (*operation)(Call&)>
void compute(void*, TF_OpKernelContext* context) {
  Call call(context);
  try {
    operation(call);
  } catch (const WrongShape& wrong) {
    call.fail(wrong.what);
  } catch (const std::bad_alloc&) {
    call.fail("there is not enough memory");
  }
}

struct Operation {
  const char* name;
  std::vector<const char*> inputs;
  std::vector<const char*> outputs;
  void (*compute)(void*, TF_OpKernelContext*);
};

const Operation kOperations[] = {
    {"ShelfwiseMultinomialLoss",
     {"code: float", "decoder: float", "bias: float", "offsets: int32", "indices: int32", "values: float"},
     {"losses: float", "factors: float", "bracket: float"},
     compute<multinomialLoss>},
    {"ShelfwiseMultinomialLossGradient",
     {"code: float", "decoder: float", "bracket: float", "factors: float"},
     {"code_gradient: float", "decoder_gradient: float", "bias_gradient: float"},
     compute<multinomialLossGradient>},
    {"ShelfwiseAdam",
     {"parameter: float", "first_moment: float", "second_moment: float", "gradient: float", "numbers: float"},
     {},
     compute<adam>},
    {"ShelfwiseSparseProduct",
     {"offsets: int32", "indices: int32", "values: float", "dense: float"},
     {"product: float"},
     compute<sparseProduct>},
    {"ShelfwiseSparseTransposedProduct",
     {"offsets: int32", "indices: int32", "values: float", "dense: float", "columns: int32"},
     {"product: float"},
     compute<sparseTransposedProduct>},
    {"ShelfwiseScores", {"code: float", "decoder: float", "bias: float"}, {"scores: float"}, compute<scores>},
    {"ShelfwiseBestItems",
     {"code: float", "decoder: float", "bias: float", "watched_offsets: int32", "watched: int32", "count: int32"},
     {"items: int32", "scores: float", "broken: int32"},
     compute<bestItems>},
    {"ShelfwiseHalfMultinomialLoss",
     {"scores: bfloat16", "bias: float", "offsets: int32", "indices: int32", "values: float"},
     {"losses: float", "factors: float", "bracket: bfloat16"},
     compute<halfMultinomialLoss>},
    {"ShelfwiseHalfBiasGradient",
     {"bracket: bfloat16", "factors: float"},
     {"gradient: float"},
     compute<halfBiasGradient>},
};

void shapesUnknown(TF_ShapeInferenceContext* context, TF_Status* status) {
  TF_ShapeInferenceContextSetUnknownShape(context, status);
}

std::string registerOperation(const Operation& operation) {
  TF_Status* status = TF_NewStatus();
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(operation.name);
  for (const char* input : operation.inputs) TF_OpDefinitionBuilderAddInput(definition, input);
  for (const char* output : operation.outputs) TF_OpDefinitionBuilderAddOutput(definition, output);
  TF_OpDefinitionBuilderSetIsStateful(definition, true);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, shapesUnknown);
  TF_RegisterOpDefinition(definition, status);
  if (TF_GetCode(status) == TF_OK) {
    TF_KernelBuilder* kernel = TF_NewKernelBuilder(operation.name, "CPU", nullptr, operation.compute, nullptr);
    TF_RegisterKernelBuilder(operation.name, kernel, status);
  }
  const std::string problem = TF_GetCode(status) == TF_OK ? "" : TF_Message(status);
  TF_DeleteStatus(status);
  return problem;
}

}  // namespace

const char* instructionSet() { return chosen() == nullptr ? nullptr : chosen()->name; }

bool setInstructionSet(const char* name) {
  for (const Arithmetic* const* one = available(); *one != nullptr; one++)
    if (std::strcmp((*one)->name, name) == 0) {
      chosen() = *one;
      return true;
    }
  return false;
}

const char* registerOperations() {
  static const std::string problem = [] {
    for (const Operation& operation : kOperations) {
      const std::string found = registerOperation(operation);
      if (!found.empty()) return std::string(operation.name) + ": " + found;
    }
    return std::string();
  }();
  return problem.empty() ? nullptr : problem.c_str();
}
