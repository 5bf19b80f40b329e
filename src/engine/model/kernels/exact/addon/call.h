// One call of an operation: its checked inputs and its outputs. Also cuts its work into parts, by shapes alone, so that the bits do not depend on
// the number of threads.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "arithmetic.h"
#include "processor.h"
#include "tensor.h"
#include "threads.h"

/** Items per part: their exponentials are added up in one sum, so this number determines bits. */
constexpr int64_t kItems = 384;

/** The computations for this processor's instruction set. */
const Arithmetic* chosen();

inline int64_t partsOf(int64_t count, int64_t size) { return (count + size - 1) / size; }

inline void inParts(int64_t count, int64_t size, const std::function<void(int64_t from, int64_t to)>& work) {
  forEachPart(partsOf(count, size), [&](int64_t part) { work(part * size, std::min(count, (part + 1) * size)); });
}

/** An input that does not fit: what is wrong with it. The call fails, and nothing of it is kept. */
struct WrongInput {
  std::string what;
};

inline void require(bool isRight, const char* what) {
  if (!isRight) throw WrongInput{what};
}

/** Limit of an input's dimension, and of the product of all dimensions of an output: more than the memory of any computer. */
constexpr int64_t kMostOfDimension = INT32_MAX;
constexpr int64_t kMostNumbers = int64_t{1} << 40;
/** Limit for titles or profiles of which only the number is given, because memory is allocated for each. */
constexpr int64_t kMostColumns = 1 << 24;
/** Most places of a list. */
constexpr int64_t kMostPlaces = 1 << 16;

/** The options of an operation of tfjs. */
struct Options {
  bool turnsLeft = false;
  bool turnsRight = false;
  bool keepsDimensions = false;
  Type type = Type::kFloat;
};

/** One call of an operation: its inputs by index, its outputs by index and shape. */
class Call {
 public:
  Call(std::vector<Tensor*> inputs, const Options& options) : options(options), inputs_(std::move(inputs)) {
    // If one dimension is 0, the others may be anything: this limit keeps what is computed from them within 64 bits.
    for (const Tensor* tensor : inputs_)
      for (const int64_t size : tensor->shape()) require(size <= kMostOfDimension, "a dimension is too large");
  }

  const Options options;

  int inputCount() const { return static_cast<int>(inputs_.size()); }

  Tensor* input(int place) const {
    require(place < inputCount(), "an input is missing");
    return inputs_[place];
  }

  /** Adds an output after those before it. @throws WrongInput if no memory could hold it */
  template <typename Value>
  Value* output(int place, Type type, std::vector<int64_t> shape) {
    return static_cast<Value*>(give(place, Tensor(type, checked(std::move(shape))))->data());
  }

  Tensor* give(int place, Tensor tensor) {
    if (outputs_.size() <= static_cast<size_t>(place)) outputs_.resize(place + 1);
    outputs_[place] = std::move(tensor);
    return &outputs_[place];
  }

  Tensor* outputAt(int place) { return &outputs_[place]; }

  std::vector<Tensor> takeOutputs() { return std::move(outputs_); }

 private:
  static std::vector<int64_t> checked(std::vector<int64_t> shape) {
    int64_t count = 1;
    for (const int64_t size : shape)
      require(size >= 0 && !__builtin_mul_overflow(count, size, &count) && count <= kMostNumbers, "the result would be too large");
    return shape;
  }

  std::vector<Tensor*> inputs_;
  std::vector<Tensor> outputs_;
};

template <typename Value>
Value* dataOf(Tensor* tensor) {
  return static_cast<Value*>(tensor->data());
}

inline int64_t size(const Tensor* tensor, int dimension) { return tensor->shape()[dimension]; }

/** The single number of an input, from `least` to `most`. */
inline int64_t wholeNumberIn(Tensor* tensor, int64_t least, int64_t most, const char* what) {
  require(tensor->count() == 1, what);
  const int64_t number = *dataOf<int32_t>(tensor);
  require(number >= least && number <= most, what);
  return number;
}

/** Writes the offset of each of several lists, and the end of the last. */
template <typename Lists>
void giveOffsets(const Lists& lists, int32_t* offsets) {
  int64_t sum = 0;
  for (size_t list = 0; list < lists.size(); list++) {
    offsets[list] = static_cast<int32_t>(sum);
    sum += static_cast<int64_t>(lists[list].size());
    require(sum <= INT32_MAX, "there is more than can be counted");
  }
  offsets[lists.size()] = static_cast<int32_t>(sum);
}

/** An Adam task without the gradient: values, moments and numbers (rate, shrink, 1 - beta1, 1 - beta2, epsilon) at these indices. */
inline AdamTask adamTask(Call& call, int values, int firstMoment, int secondMoment, int numbers) {
  Tensor* all[] = {call.input(values), call.input(firstMoment), call.input(secondMoment)};
  for (Tensor* tensor : all)
    require(tensor->count() == all[0]->count(), "values, moments and gradient differ in size");
  Tensor* given = call.input(numbers);
  require(given->count() == 5, "five numbers are needed");
  const float* at = dataOf<float>(given);
  return {dataOf<float>(all[0]), dataOf<float>(all[1]), dataOf<float>(all[2]), nullptr, at[0], at[1], at[2], at[3], at[4]};
}

inline void requireMatrix(Tensor* tensor, const char* what) { require(tensor->rank() == 2, what); }

/** Rows of a sparse matrix as three checked vectors: no input leads to a read outside of memory. */
struct SparseInput {
  SparseRows rows;
  int64_t count;

  SparseInput(Call& call, int place, int64_t columns) {
    Tensor* offsets = call.input(place);
    Tensor* indices = call.input(place + 1);
    Tensor* values = call.input(place + 2);
    count = offsets->count() - 1;
    const int64_t entries = indices->count();
    rows = {dataOf<int32_t>(offsets), dataOf<int32_t>(indices), dataOf<float>(values)};
    require(count >= 0 && rows.offsets[0] == 0 && rows.offsets[count] == entries &&
                values->count() == entries,
            "offsets, indices and values do not fit each other");
    for (int64_t row = 0; row < count; row++)
      require(rows.offsets[row] <= rows.offsets[row + 1], "offsets must not fall");
    for (int64_t entry = 0; entry < entries; entry++)
      require(rows.columns[entry] >= 0 && rows.columns[entry] < columns, "an index is out of range");
  }
};

/** Items of each row, checked: offsets and items at two indices. */
struct ItemsOfRows {
  const int32_t* starts;
  const int32_t* items;

  ItemsOfRows(Call& call, int place, int64_t rows, int64_t all) {
    Tensor* offsets = call.input(place);
    Tensor* given = call.input(place + 1);
    starts = dataOf<int32_t>(offsets);
    items = dataOf<int32_t>(given);
    require(offsets->count() == rows + 1 && starts[0] == 0 && starts[rows] == given->count(),
            "offsets and watched items do not fit the rows");
    for (int64_t row = 0; row < rows; row++) require(starts[row] <= starts[row + 1], "offsets must not fall");
    for (int64_t at = 0; at < starts[rows]; at++) require(items[at] >= 0 && items[at] < all, "a watched item is out of range");
  }
};

/** The same entries by column: for each column its rows in ascending order, with the original index of each entry. */
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
  // A vector read that starts at the last row reaches beyond the end.
  if (kept.size() < count + 64) kept.resize(count + 64);
  const auto at = reinterpret_cast<uintptr_t>(kept.data());
  return kept.data() + ((64 - at % 64) % 64) / sizeof(Value);
}

/** Pads rows to whole vectors, and avoids powers of two, for which all columns would share the same lines of a cache. */
inline int64_t strideOf(int64_t rows) {
  const int64_t whole = (rows + 15) / 16 * 16;
  return whole % 64 == 0 ? whole + 16 : whole;
}

/** code' : width x stride, zeros after the last row. */
inline void turn(const float* code, int64_t rows, int64_t width, int64_t stride, float* turned) {
  inParts(width, 64, [&](int64_t from, int64_t to) {
    for (int64_t unit = from; unit < to; unit++) std::memset(turned + unit * stride, 0, stride * sizeof(float));
    for (int64_t row = 0; row < rows; row++)
      for (int64_t unit = from; unit < to; unit++) turned[unit * stride + row] = code[row * width + unit];
  });
}

/** code (rows x width), decoder (items x width) and bias (1 x items) at the first three indices. */
struct Layer {
  int64_t rows, width, items, stride;
  const float* code;
  ScoreTask task;

  /** @param inPairs stores the task's code in pairs of units, for products in bfloat16 */
  explicit Layer(Call& call, bool inPairs = false) {
    Tensor* codes = call.input(0);
    Tensor* decoder = call.input(1);
    Tensor* bias = call.input(2);
    requireMatrix(codes, "the code must be a matrix");
    requireMatrix(decoder, "the decoder must be a matrix");
    rows = size(codes, 0);
    width = size(codes, 1);
    items = size(decoder, 0);
    require(size(decoder, 1) == width, "code and decoder differ in width");
    require(bias->count() == items, "the bias must have a number an item");
    stride = strideOf(rows);
    code = dataOf<float>(codes);
    static thread_local std::vector<float> kept;
    float* turned = scratch(kept, static_cast<size_t>(width * stride));
    turn(code, rows, width, stride, turned);
    task = {rows, stride, width, turned, dataOf<float>(decoder), dataOf<float>(bias)};
    if (!inPairs) return;
    static thread_local std::vector<float> keptPairs;
    float* paired = scratch(keptPairs, static_cast<size_t>((width + 1) / 2 * stride));
    chosen()->pairRows(turned, width, stride, stride, paired);
    task.code = paired;
  }
};
