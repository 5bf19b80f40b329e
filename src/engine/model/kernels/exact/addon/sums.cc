// Sums, and products of dense matrices.
#include <cmath>

#include "plain-operations.h"

namespace {

/** Rows of a product per part: may be changed freely. */
constexpr int64_t kProductRows = 32;

/** Which dimensions an operation over axes removes, and the shapes with and without them. */
struct Reduction {
  std::vector<bool> isGone;
  std::vector<int64_t> shape, kept;

  Reduction(const Tensor* tensor, const std::vector<int64_t>& axes) : isGone(tensor->shape().size()) {
    for (const int64_t axis : axes) isGone[dimensionOf(axis, tensor->rank())] = true;
    for (size_t dimension = 0; dimension < isGone.size(); dimension++) {
      kept.push_back(isGone[dimension] ? 1 : tensor->shape()[dimension]);
      if (!isGone[dimension]) shape.push_back(tensor->shape()[dimension]);
    }
  }
};

/**
 * Calls `use(from, to)` with the place of each number and the place of what becomes of it, in the order of the tensor.
 */
template <typename Use>
void forEachNumber(const Tensor* tensor, const Reduction& reduction, const Use& use) {
  const size_t rank = tensor->shape().size();
  std::vector<int64_t> steps = stepsOf(reduction.kept), index(rank);
  for (size_t dimension = 0; dimension < rank; dimension++)
    if (reduction.isGone[dimension]) steps[dimension] = 0;
  int64_t to = 0;
  for (int64_t from = 0, count = tensor->count(); from < count; from++) {
    use(from, to);
    for (size_t dimension = rank; dimension-- > 0;) {
      to += steps[dimension];
      if (++index[dimension] < tensor->shape()[dimension]) break;
      to -= steps[dimension] * tensor->shape()[dimension];
      index[dimension] = 0;
    }
  }
}

/** tensor, axes -> each sum in double precision, in the order of the tensor, rounded once at the end */
void sum(Call& call) {
  Tensor* tensor = call.input(0);
  require(tensor->type() == Type::kFloat, "numbers in single precision are needed");
  const Reduction reduction(tensor, wholeNumbersIn(call.input(1)));
  const auto* const values = dataOf<float>(tensor);
  auto* const result = call.output<float>(0, Type::kFloat, call.options.keepsDimensions ? reduction.kept : reduction.shape);
  const int64_t count = call.outputAt(0)->count();
  std::vector<double> sums(static_cast<size_t>(count));
  if (tensor->rank() == 2 && reduction.isGone[0] && !reduction.isGone[1]) {
    // The most frequent, column by column: a bias's gradient.
    for (int64_t row = 0; row < size(tensor, 0); row++)
      for (int64_t column = 0; column < count; column++) sums[column] += static_cast<double>(values[row * count + column]);
  } else {
    forEachNumber(tensor, reduction, [&](int64_t from, int64_t to) { sums[to] += static_cast<double>(values[from]); });
  }
  for (int64_t at = 0; at < count; at++) result[at] = static_cast<float>(sums[at]);
}

/** The shape of a batch of matrices, rows and columns as they are used. */
struct Matrices {
  int64_t batches = 1, rows, columns;

  Matrices(const Tensor* tensor, bool isTurned) {
    const int64_t rank = tensor->rank();
    require(tensor->type() == Type::kFloat && rank >= 2, "a matrix in single precision is needed");
    for (int64_t dimension = 0; dimension + 2 < rank; dimension++) batches *= size(tensor, dimension);
    rows = size(tensor, rank - (isTurned ? 1 : 2));
    columns = size(tensor, rank - (isTurned ? 2 : 1));
  }
};

/** left, right -> left . right, each number one chain of fused products in the order of the terms */
void product(Call& call) {
  Tensor* left = call.input(0);
  Tensor* right = call.input(1);
  const auto [turnsLeft, turnsRight] = std::pair(call.options.turnsLeft, call.options.turnsRight);
  const Matrices ofLeft(left, turnsLeft), ofRight(right, turnsRight);
  require(ofLeft.columns == ofRight.rows, "the matrices do not fit each other");
  require(ofLeft.batches == ofRight.batches || ofRight.batches == 1 || ofLeft.batches == 1, "the batches do not fit each other");
  const int64_t batches = std::max(ofLeft.batches, ofRight.batches), terms = ofLeft.columns, columns = ofRight.columns;
  const Tensor* const shaped = ofLeft.batches >= ofRight.batches ? left : right;
  std::vector<int64_t> shape(shaped->shape().begin(), shaped->shape().end() - 2);
  shape.push_back(ofLeft.rows);
  shape.push_back(columns);
  auto* const result = call.output<float>(0, Type::kFloat, shape);
  std::vector<float> turned(turnsRight ? static_cast<size_t>(terms * columns) : 0);
  for (int64_t batch = 0; batch < batches; batch++) {
    const float* factor = dataOf<float>(right) + (ofRight.batches == 1 ? 0 : batch) * terms * columns;
    if (turnsRight) {
      inParts(terms, 16, [&](int64_t from, int64_t to) {
        for (int64_t column = 0; column < columns; column++)
          for (int64_t term = from; term < to; term++) turned[term * columns + column] = factor[column * terms + term];
      });
      factor = turned.data();
    }
    const ProductTask task{dataOf<float>(left) + (ofLeft.batches == 1 ? 0 : batch) * ofLeft.rows * terms,
                           turnsLeft ? 1 : terms,
                           turnsLeft ? ofLeft.rows : 1,
                           factor,
                           terms,
                           columns,
                           result + batch * ofLeft.rows * columns};
    inParts(ofLeft.rows, kProductRows, [&](int64_t from, int64_t to) { chosen()->denseProduct(task, from, to); });
  }
}

const NamedOperation kOperations[] = {{"Sum", sum}, {"BatchMatMulV2", product}};

}  // namespace

PlainOperation summingOf(const std::string& name) { return found(kOperations, name); }

PlainOperation plainOperationOf(const std::string& name) {
  if (const PlainOperation found = elementwiseOf(name)) return found;
  if (const PlainOperation found = movingOf(name)) return found;
  return summingOf(name);
}
