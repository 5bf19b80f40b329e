// Operations that move numbers and change none.
#include <cstring>
#include <numeric>

#include "plain-operations.h"

namespace {

/** Copies a block of this shape, from one place of a tensor to one of another. */
void copyBlock(Tensor* from, const std::vector<int64_t>& begin, Tensor* to, const std::vector<int64_t>& at, const std::vector<int64_t>& shape) {
  const size_t rank = shape.size(), bytes = sizeOf(from->type());
  const std::vector<int64_t> fromSteps = stepsOf(from->shape()), toSteps = stepsOf(to->shape());
  const int64_t together = rank == 0 ? 1 : shape[rank - 1];
  int64_t rows = 1;
  for (size_t dimension = 0; dimension + 1 < rank; dimension++) rows *= shape[dimension];
  if (together == 0) return;
  for (int64_t row = 0; row < rows; row++) {
    int64_t rest = row;
    int64_t source = rank == 0 ? 0 : begin[rank - 1], target = rank == 0 ? 0 : at[rank - 1];
    for (size_t dimension = rank < 2 ? 0 : rank - 1; dimension-- > 0;) {
      const int64_t index = rest % shape[dimension];
      rest /= shape[dimension];
      source += (begin[dimension] + index) * fromSteps[dimension];
      target += (at[dimension] + index) * toSteps[dimension];
    }
    std::memcpy(dataOf<char>(to) + target * bytes, dataOf<char>(from) + source * bytes, together * bytes);
  }
}

Tensor* made(Call& call, int place, Type type, const std::vector<int64_t>& shape) {
  if (type == Type::kBool)
    call.output<uint8_t>(place, type, shape);
  else
    call.output<uint32_t>(place, type, shape);
  return call.outputAt(place);
}

/** tensor, shape -> the same numbers in that shape, of which one dimension may be -1: whatever is left */
void reshape(Call& call) {
  const int64_t wanted = call.input(0)->count();
  std::vector<int64_t> shape = wholeNumbersIn(call.input(1));
  int64_t count = 1;
  int64_t* open = nullptr;
  for (int64_t& size : shape) {
    if (size == -1 && open == nullptr) {
      open = &size;
      continue;
    }
    require(size >= 0 && !__builtin_mul_overflow(count, size, &count), "the shape is not one");
  }
  if (open != nullptr) {
    *open = count == 0 ? 0 : wanted / count;
    count *= *open;
  }
  require(count == wanted, "the shape has another number of numbers");
  call.give(0, Tensor(*call.input(0), shape));
}

/** shape, number -> that number everywhere */
void fill(Call& call) {
  Tensor* number = call.input(1);
  require(number->count() == 1, "one number is needed");
  Tensor* result = made(call, 0, number->type(), wholeNumbersIn(call.input(0)));
  const int64_t count = result->count();
  if (number->type() == Type::kBool)
    std::memset(result->data(), *dataOf<uint8_t>(number), count);
  else
    std::fill_n(dataOf<uint32_t>(result), count, *dataOf<uint32_t>(number));
}

void zeros(Call& call) {
  Tensor* result = made(call, 0, call.input(0)->type(), call.input(0)->shape());
  std::memset(result->data(), 0, result->bytes());
}

/** tensor, first index of each dimension, size of each dimension */
void slice(Call& call) {
  Tensor* tensor = call.input(0);
  const std::vector<int64_t> begin = wholeNumbersIn(call.input(1));
  std::vector<int64_t> shape = wholeNumbersIn(call.input(2));
  const size_t rank = tensor->shape().size();
  require(begin.size() == rank && shape.size() == rank, "begin and size have another number of dimensions");
  for (size_t dimension = 0; dimension < rank; dimension++) {
    const int64_t there = tensor->shape()[dimension];
    if (shape[dimension] == -1) shape[dimension] = there - begin[dimension];
    require(begin[dimension] >= 0 && shape[dimension] >= 0 && begin[dimension] + shape[dimension] <= there, "the slice is outside of the tensor");
  }
  copyBlock(tensor, begin, made(call, 0, tensor->type(), shape), std::vector<int64_t>(rank), shape);
}

/** tensor, paddings (dimensions x 2), number -> the tensor with that number around it */
void pad(Call& call) {
  Tensor* tensor = call.input(0);
  const std::vector<int64_t> paddings = wholeNumbersIn(call.input(1));
  Tensor* number = call.input(2);
  const size_t rank = tensor->shape().size();
  require(paddings.size() == 2 * rank, "two paddings a dimension are needed");
  require(number->count() == 1 && number->type() == tensor->type() && sizeOf(number->type()) == 4, "one number of the tensor's type is needed");
  std::vector<int64_t> shape = tensor->shape(), at(rank);
  for (size_t dimension = 0; dimension < rank; dimension++) {
    require(paddings[2 * dimension] >= 0 && paddings[2 * dimension + 1] >= 0, "a padding is below 0");
    at[dimension] = paddings[2 * dimension];
    shape[dimension] += paddings[2 * dimension] + paddings[2 * dimension + 1];
  }
  Tensor* result = made(call, 0, tensor->type(), shape);
  std::fill_n(dataOf<uint32_t>(result), result->count(), *dataOf<uint32_t>(number));
  copyBlock(tensor, std::vector<int64_t>(rank), result, at, tensor->shape());
}

/** tensor, size of each part, axis -> the parts */
void split(Call& call) {
  Tensor* tensor = call.input(0);
  const std::vector<int64_t> sizes = wholeNumbersIn(call.input(1));
  const size_t axis = dimensionOf(wholeNumberIn(call.input(2), INT32_MIN, INT32_MAX, "an axis is needed"), tensor->rank());
  int64_t sum = 0;
  for (const int64_t size : sizes) require(size >= 0 && (sum += size) <= tensor->shape()[axis], "the parts do not fit the tensor");
  require(sum == tensor->shape()[axis], "the parts do not fit the tensor");
  std::vector<int64_t> begin(tensor->shape().size()), shape = tensor->shape();
  for (size_t part = 0; part < sizes.size(); part++) {
    shape[axis] = sizes[part];
    copyBlock(tensor, begin, made(call, static_cast<int>(part), tensor->type(), shape), std::vector<int64_t>(shape.size()), shape);
    begin[axis] += sizes[part];
  }
}

/** tensors, axis -> the tensors one after the other */
void concatenate(Call& call) {
  const int count = call.inputCount() - 1;
  require(count >= 1, "a tensor and an axis are needed");
  Tensor* first = call.input(0);
  const size_t axis = dimensionOf(wholeNumberIn(call.input(count), INT32_MIN, INT32_MAX, "an axis is needed"), first->rank());
  std::vector<int64_t> shape = first->shape();
  shape[axis] = 0;
  for (int place = 0; place < count; place++) {
    Tensor* tensor = call.input(place);
    require(tensor->type() == first->type() && tensor->rank() == first->rank(), "the tensors do not fit each other");
    for (size_t dimension = 0; dimension < shape.size(); dimension++)
      require(dimension == axis || tensor->shape()[dimension] == shape[dimension], "the tensors do not fit each other");
    shape[axis] += tensor->shape()[axis];
  }
  Tensor* result = made(call, 0, first->type(), shape);
  std::vector<int64_t> at(shape.size());
  for (int place = 0; place < count; place++) {
    Tensor* tensor = call.input(place);
    copyBlock(tensor, std::vector<int64_t>(shape.size()), result, at, tensor->shape());
    at[axis] += tensor->shape()[axis];
  }
}

/** tensor, order of its dimensions -> the tensor with its dimensions in that order */
void transpose(Call& call) {
  Tensor* tensor = call.input(0);
  const std::vector<int64_t> order = wholeNumbersIn(call.input(1));
  const size_t rank = tensor->shape().size();
  require(order.size() == rank, "the order has another number of dimensions");
  std::vector<bool> isThere(rank);
  std::vector<int64_t> shape(rank), steps(rank);
  const std::vector<int64_t> fromSteps = stepsOf(tensor->shape());
  for (size_t dimension = 0; dimension < rank; dimension++) {
    const size_t source = dimensionOf(order[dimension], tensor->rank());
    require(!isThere[source], "a dimension is there twice");
    isThere[source] = true;
    shape[dimension] = tensor->shape()[source];
    steps[dimension] = fromSteps[source];
  }
  Tensor* result = made(call, 0, tensor->type(), shape);
  require(sizeOf(tensor->type()) == 4, "numbers are needed");
  const auto* const from = dataOf<uint32_t>(tensor);
  auto* const to = dataOf<uint32_t>(result);
  const int64_t columns = rank == 0 ? 1 : shape[rank - 1], step = rank == 0 ? 0 : steps[rank - 1];
  const int64_t rows = columns == 0 ? 0 : result->count() / columns;
  inParts(rows, 64, [&](int64_t begin, int64_t end) {
    for (int64_t row = begin; row < end; row++) {
      int64_t rest = row, source = 0;
      for (size_t dimension = rank < 2 ? 0 : rank - 1; dimension-- > 0;) {
        source += rest % shape[dimension] * steps[dimension];
        rest /= shape[dimension];
      }
      for (int64_t column = 0; column < columns; column++) to[row * columns + column] = from[source + column * step];
    }
  });
}

/** tensor, indices, axis -> the slices of the tensor at these indices of an axis */
void gather(Call& call) {
  Tensor* tensor = call.input(0);
  Tensor* indices = call.input(1);
  const std::vector<int64_t> wanted = wholeNumbersIn(indices);
  const size_t axis = dimensionOf(wholeNumberIn(call.input(2), INT32_MIN, INT32_MAX, "an axis is needed"), tensor->rank());
  const std::vector<int64_t>& shape = tensor->shape();
  const auto product = [](auto from, auto to) { return std::accumulate(from, to, int64_t{1}, std::multiplies<int64_t>()); };
  const int64_t before = product(shape.begin(), shape.begin() + axis), after = product(shape.begin() + axis + 1, shape.end());
  std::vector<int64_t> made_(shape.begin(), shape.begin() + axis);
  made_.insert(made_.end(), indices->shape().begin(), indices->shape().end());
  made_.insert(made_.end(), shape.begin() + axis + 1, shape.end());
  for (const int64_t index : wanted) require(index >= 0 && index < shape[axis], "an index is out of range");
  Tensor* result = made(call, 0, tensor->type(), made_);
  const size_t bytes = static_cast<size_t>(after) * sizeOf(tensor->type());
  char* to = dataOf<char>(result);
  if (bytes == 0) return;
  for (int64_t outer = 0; outer < before; outer++)
    for (const int64_t index : wanted) {
      std::memcpy(to, dataOf<char>(tensor) + (outer * shape[axis] + index) * bytes, bytes);
      to += bytes;
    }
}

const NamedOperation kOperations[] = {
    {"Reshape", reshape},    {"Fill", fill},           {"ZerosLike", zeros},     {"Slice", slice},   {"PadV2", pad},
    {"SplitV", split},       {"ConcatV2", concatenate}, {"Transpose", transpose}, {"GatherV2", gather},
};

}  // namespace

PlainOperation movingOf(const std::string& name) { return found(kOperations, name); }
