// The operations that tfjs calls by the names of TensorFlow: those that a model, its gradient or an explanation needs beside our own. Each number of a
// result is computed in one order, whatever the processor and the number of threads.
#pragma once

#include <string>

#include "call.h"

using PlainOperation = void (*)(Call&);

/** Null if there is no operation of this name. */
PlainOperation plainOperationOf(const std::string& name);

/** Of numbers at the same place of one, two or three tensors (elementwise.cc). */
PlainOperation elementwiseOf(const std::string& name);
/** That move numbers and change none (moving.cc). */
PlainOperation movingOf(const std::string& name);
/** Sums and products of matrices (sums.cc). */
PlainOperation summingOf(const std::string& name);

/** An operation with its name. */
struct NamedOperation {
  const char* name;
  PlainOperation run;
};

template <size_t Count>
PlainOperation found(const NamedOperation (&operations)[Count], const std::string& name) {
  for (const NamedOperation& one : operations)
    if (name == one.name) return one.run;
  return nullptr;
}

/** Numbers between one index of each dimension and the next. */
inline std::vector<int64_t> stepsOf(const std::vector<int64_t>& shape) {
  std::vector<int64_t> steps(shape.size());
  int64_t step = 1;
  for (size_t dimension = shape.size(); dimension-- > 0;) {
    steps[dimension] = step;
    step *= shape[dimension];
  }
  return steps;
}

/** The whole numbers of an input: a shape, axes, places. */
inline std::vector<int64_t> wholeNumbersIn(Tensor* tensor) {
  require(tensor->type() == Type::kInt32, "whole numbers are needed");
  const auto* const from = dataOf<int32_t>(tensor);
  return std::vector<int64_t>(from, from + tensor->count());
}

/** The dimension that an axis names, which may count from the end. */
inline size_t dimensionOf(int64_t axis, int64_t rank) {
  require(axis >= -rank && axis < rank, "there is no such axis");
  return static_cast<size_t>(axis < 0 ? axis + rank : axis);
}
