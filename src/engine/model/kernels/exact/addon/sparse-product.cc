// Sparse rows times a dense matrix, and its gradient.
#include "call.h"
#include "operations.h"

/** Rows per part: may be changed freely. */
constexpr int64_t kSparseRows = 16;

// offsets, indices, values, dense (columns x width) -> product (rows x width)
void sparseProduct(Call& call) {
  Tensor* dense = call.input(3);
  requireMatrix(dense, "the dense factor must be a matrix");
  const SparseInput rows(call, 0, size(dense, 0));
  const int64_t width = size(dense, 1);
  float* product = call.output<float>(0, Type::kFloat, {rows.count, width});
  inParts(rows.count, kSparseRows, [&](int64_t from, int64_t to) {
    chosen()->sparseProduct(rows.rows, dataOf<float>(dense), width, from, to, product);
  });
}

// offsets, indices, values, dense (rows x width), columns (1) -> product of the transposed rows (columns x width)
void sparseTransposedProduct(Call& call) {
  Tensor* dense = call.input(3);
  requireMatrix(dense, "the dense factor must be a matrix");
  const int64_t count = wholeNumberIn(call.input(4), 0, kMostColumns, "the number of columns is needed");
  const SparseInput rows(call, 0, count);
  require(size(dense, 0) == rows.count, "the factors do not fit each other");
  const int64_t width = size(dense, 1);
  float* product = call.output<float>(0, Type::kFloat, {count, width});
  const ByColumn byColumn(rows, count);
  const SparseRows turned{byColumn.starts.data(), byColumn.rows.data(), byColumn.values.data()};
  inParts(count, kItems, [&](int64_t from, int64_t to) {
    chosen()->sparseProduct(turned, dataOf<float>(dense), width, from, to, product);
  });
}
