// The inverse of X'X + ridge I for sparse rows X, in short steps: the matrix, a sweep for each block of its columns, the mirror image.
#include <cmath>

#include "call.h"
#include "operations.h"

namespace {

/** Rows per part: may be changed freely. */
constexpr int64_t kMatrixRows = 16;
constexpr int64_t kMirrored = 64;

struct Square {
  float* values;
  int64_t size;
  int64_t stride;

  Square(Tensor* tensor) {
    requireMatrix(tensor, "a matrix is needed");
    values = dataOf<float>(tensor);
    size = ::size(tensor, 0);
    stride = ::size(tensor, 1);
    require(stride == strideOf(size), "the rows of the matrix must be filled up");
  }
};

/**
 * Inverts rows and columns from..to, reading the lower triangle; false if a pivot is not above `least`. In double precision and on one thread, as
 * the block is small.
 */
bool invertBlock(const Square& matrix, int64_t from, int64_t to, double least, float* negative) {
  const int64_t width = to - from;
  std::vector<double> block(static_cast<size_t>(width * width));
  for (int64_t row = 0; row < width; row++)
    for (int64_t column = 0; column <= row; column++) {
      const double value = matrix.values[(from + row) * matrix.stride + from + column];
      block[row * width + column] = value;
      block[column * width + row] = value;
    }
  const auto* const with = chosen();
  std::vector<double> pivotRow(static_cast<size_t>(width));
  for (int64_t pivot = 0; pivot < width; pivot++) {
    const double size = block[pivot * width + pivot];
    if (!(size > least) || !std::isfinite(size)) return false;
    std::copy_n(block.begin() + pivot * width, width, pivotRow.begin());
    for (int64_t row = 0; row < width; row++) {
      double* values = block.data() + row * width;
      if (row == pivot) continue;
      const double factor = values[pivot] / size;
      with->subtractTimes(values, pivotRow.data(), factor, width);
      values[pivot] = factor;
    }
    for (int64_t column = 0; column < width; column++) block[pivot * width + column] = pivotRow[column] / size;
    block[pivot * width + pivot] = -1.0 / size;
  }
  for (int64_t at = 0; at < width * width; at++) negative[at] = static_cast<float>(block[at]);
  return true;
}

double oneNumber(Tensor* tensor, const char* what) {
  require(tensor->count() == 1, what);
  return *dataOf<float>(tensor);
}

}  // namespace

// offsets, indices, values (rows x columns), columns (1), ridge (1) -> X'X + ridge I (columns x padded columns; the lower triangle)
//
// Sums run over the rows in order.
void ridgeMatrix(Call& call) {
  const int64_t columns = wholeNumberIn(call.input(3), 0, kMostColumns, "the number of columns is needed");
  const float ridge = static_cast<float>(oneNumber(call.input(4), "a ridge is needed"));
  const SparseInput input(call, 0, columns);
  const int64_t stride = strideOf(columns);
  float* matrix = call.output<float>(0, Type::kFloat, {columns, stride});
  const ByColumn byColumn(input, columns);
  const SparseRows& rows = input.rows;
  inParts(columns, kMatrixRows, [&](int64_t from, int64_t to) {
    std::memset(matrix + from * stride, 0, static_cast<size_t>((to - from) * stride) * sizeof(float));
    for (int64_t column = from; column < to; column++) {
      float* sums = matrix + column * stride;
      for (int32_t at = byColumn.starts[column]; at < byColumn.starts[column + 1]; at++)
        for (int32_t entry = rows.offsets[byColumn.rows[at]]; entry < rows.offsets[byColumn.rows[at] + 1]; entry++)
          if (rows.columns[entry] <= column) sums[rows.columns[entry]] += byColumn.values[at] * rows.values[entry];
      sums[column] += ridge;
    }
  });
}

// matrix (in place), from (1), least (1) -> 1, or 0 if the matrix is not positive definite
//
// Sweeps the columns from..from + kSweepColumns; after all sweeps, the lower triangle is that of minus the inverse. No pivot may be below `least`.
void sweep(Call& call) {
  const Square matrix(call.input(0));
  const int64_t from = wholeNumberIn(call.input(1), 0, matrix.size - 1, "the first column of a block is needed");
  require(from % kSweepColumns == 0, "the first column of a block is needed");
  const double least = oneNumber(call.input(2), "the least pivot is needed");
  const int64_t to = std::min(matrix.size, from + kSweepColumns);
  const int64_t width = to - from;
  static thread_local std::vector<float> kept;
  const int64_t rows = partsOf(matrix.size, kSweepRows) * kSweepRows;
  float* negative = scratch(kept, static_cast<size_t>((kSweepColumns + 2 * rows) * width));
  auto* isDefinite = call.output<int32_t>(0, Type::kInt32, {1});
  *isDefinite = invertBlock(matrix, from, to, least, negative) ? 1 : 0;
  if (*isDefinite == 0) return;
  float* panels = negative + kSweepColumns * width;
  const SweepTask task{matrix.values, matrix.stride, from, to, negative, panels + rows * width, panels};
  const auto outside = [&](const std::function<void(int64_t, int64_t)>& work) {
    inParts(matrix.size, kSweepRows, [&](int64_t first, int64_t last) {
      if (first < from || first >= to) work(first, last);
    });
  };
  outside([&](int64_t first, int64_t last) { chosen()->sweepFactors(task, first, last); });
  outside([&](int64_t first, int64_t last) { chosen()->sweepRows(task, first, last); });
  for (int64_t row = 0; row < width; row++)
    std::copy_n(negative + row * width, row + 1, matrix.values + (from + row) * matrix.stride + from);
}

// matrix (in place) -> 1
//
// Negates the matrix, reading its lower triangle, and fills in the upper one.
void mirror(Call& call) {
  const Square matrix(call.input(0));
  inParts(matrix.size, kMirrored, [&](int64_t from, int64_t to) {
    for (int64_t row = from; row < to; row++) {
      float* values = matrix.values + row * matrix.stride;
      for (int64_t column = 0; column <= row; column++) values[column] = -values[column];
    }
  });
  inParts(matrix.size, kMirrored, [&](int64_t from, int64_t to) {
    for (int64_t block = from; block < matrix.size; block += kMirrored)
      for (int64_t row = from; row < to; row++)
        for (int64_t column = std::max(row + 1, block); column < std::min(block + kMirrored, matrix.size); column++)
          matrix.values[row * matrix.stride + column] = matrix.values[column * matrix.stride + row];
  });
  *call.output<int32_t>(0, Type::kInt32, {1}) = 1;
}
