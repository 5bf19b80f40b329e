// The inputs of the kernels for a part of their work.
#pragma once

#include <cstdint>

/** Scores of a batch: items x rows, so that a sum over the items runs along vectors and never across them. */
struct ScoreTask {
  int64_t rows;
  /** Distance between the scores of consecutive items; at least `rows`, a multiple of the widest vector. */
  int64_t stride;
  int64_t width;
  /** width x stride: the code of every row, one unit after another; zeros after the last row. */
  const float* code;
  /** items x width */
  const float* decoder;
  /** items */
  const float* bias;
};

/** The targets, item by item: index `starts[item]` to `starts[item + 1]` of `rows`, `values` and `picked`. */
struct ItemTargets {
  const int32_t* starts;
  const int32_t* rows;
  const float* values;
  float* picked;
  /** The exponentials at the targets; only if these are stored in bfloat16. */
  float* pickedExponentials;
};

struct GradientTask {
  int64_t rows;
  int64_t items;
  int64_t width;
  /** items x stride: the bracket of the loss, in place of the scores. */
  const float* bracket;
  int64_t stride;
  /** rows: the factor of each row of the bracket. */
  const float* factors;
  /** rows x width, each row times its factor. */
  const float* scaledCode;
  const float* decoder;
  float* codeGradient;
  float* decoderGradient;
  float* biasGradient;
};

/** GradientTask for products in bfloat16. */
struct LoweredGradientTask {
  int64_t rows;
  int64_t items;
  int64_t width;
  /** items x stride, zero after the last row. */
  const uint16_t* bracket;
  int64_t stride;
  /** stride: zero after the last row. */
  const float* factors;
  /** (rows + 1) / 2 x width: pairs of rows, each row times its factor. */
  const float* scaledCode;
  const float* decoder;
  float* decoderGradient;
  float* biasGradient;
};

/**
 * Items whose gradients are computed at a time with products in bfloat16: their data stays in the second-level cache. May be changed freely, in
 * whole tiles.
 */
constexpr int64_t kLoweredItems = 192;

struct AdamTask {
  float* values;
  float* firstMoment;
  float* secondMoment;
  const float* gradient;
  /** Rate with both bias corrections; the factor of the values before the step; 1 - beta1; 1 - beta2; epsilon. */
  float rate, shrink, firstShare, secondShare, epsilon;
};

struct SparseRows {
  const int32_t* offsets;
  const int32_t* columns;
  const float* values;
};

/** The best items of some rows: heaps with the worst at the root, `count` per row. */
struct BestTask {
  ScoreTask scores;
  int64_t items;
  int64_t count;
  /** Watched items of each row, ascending. */
  const int32_t* watchedOffsets;
  const int32_t* watched;
  /** rows x count */
  int32_t* bestItems;
  float* bestScores;
  /** rows: the first item whose score is not finite, or -1. */
  int32_t* broken;
};

/** Most items whose gradients are computed at a time. */
constexpr int64_t kMostTileRows = 8;

/** Rows per part of `best`: their code stays in the second-level cache. */
constexpr int64_t kMostBestRows = 192;

/** Most candidates for one row of a short list; with more, all its items are scored, as bounds that separate nothing save nothing. */
constexpr int64_t kMostCandidates = 4096;
/** Distance between the candidates of consecutive rows: not a power of two, for which all would share the same lines of a cache. */
constexpr int64_t kCandidateStep = kMostCandidates + 48;

/** The decoder as scale x 8-bit integers, item by item, with the lost precision. */
struct LoweredItems {
  /** items x width, the width padded with zeros to a multiple of four */
  int8_t* values;
  float* scales;
  /** 128 x the sum of the integers: the excess that comes from storing the code's integers as 0 to 255. */
  int32_t* offsets;
  /** Length of each item's vector, and of its rounding error. */
  float* norms;
  float* lost;
  float* errorsOfBias;
};

/** The code likewise, four units of every row after each other, plus 128; `norms` are of the lowered code. */
struct LoweredRows {
  uint8_t* values;
  float* scales;
  float* norms;
  float* lost;
};

/** result (rows x columns) = left . right; left(row, term) = left[row * rowStep + term * termStep]. */
struct ProductTask {
  const float* left;
  int64_t rowStep, termStep;
  /** terms x columns */
  const float* right;
  int64_t terms, columns;
  float* result;
};

/** Factors (rows x width, the width a multiple of sixteen) to improve, given those of the other side. */
struct FactorTask {
  SparseRows rows;
  int64_t width;
  /** columns x width */
  const float* others;
  /** width x width: others' x others times the weight of unwatched pairs */
  const float* gram;
  /** rows: the regularisation of each row's factors */
  const float* ridges;
  int32_t steps;
  /** The rows with entries, ascending: only these are improved, and parts count them. */
  const int32_t* places;
  float* own;
};

/** Rows per part of `improveFactors`: their vectors stay in the second-level cache, and every part of the Gram matrix is used for all of them. */
constexpr int64_t kFactorRows = 32;

/** Columns from..to of a symmetric matrix (its lower triangle, rows `stride` apart) to sweep in one go. */
struct SweepTask {
  float* matrix;
  int64_t stride;
  int64_t from, to;
  /** Minus the inverse of the block of rows and columns from..to. */
  const float* negative;
  /** Per row of the matrix: its numbers in the block's columns times `negative`; and the original numbers, in panels. */
  float* factors;
  float* panels;
};

/** Columns swept in one go, which determines bits. Rows per part may be changed freely, among the divisors of the columns. */
constexpr int64_t kSweepColumns = 384;
constexpr int64_t kSweepRows = 96;

/**
 * Whether a sum of exponentials kept its digits in single precision, and leaves room for its products and quotients; if not, it is computed again,
 * relative to the maximum.
 */
static inline bool isInRange(double total) { return total > 1e-20 && total < 1e20; }

/** Mean and deviation of the scores of a row. */
struct Moments {
  double mean, deviation;
};

/** A row whose scores are mixed: the model's own, up to two others' as deviations from their mean, and an addend; null for none. */
struct RowToMix {
  const float* own;
  const float* first;
  const float* second;
  const float* trend;
  int64_t items;
  /** Moments of the own scores. */
  Moments moments;
};

/** The share of each in a mixture. */
struct Shares {
  double own, first, second, strength;
};

/**
 * Rows whose scores are mixed for lists: popularity among peers first, then up to two companions, then the trend, each rounded to single precision
 * (src/engine/model/dae/mixed-scores.ts); null for absent ones.
 */
struct MixTask {
  int64_t items;
  /** rows x items each, as the models scored them */
  const float* own;
  const float* first;
  const float* second;
  /** items */
  const float* trend;
  /** (width + 1) x items, and the weight of all but the first for each row: rows x width */
  const float* peers;
  const float* conditions;
  int64_t width;
  /** Length of each row's history: offsets[row + 1] - offsets[row]. */
  const int32_t* offsets;
  double peersShare, firstShare, secondShare;
  /** The length of a history that leaves peers half their share, and the length that gives companions half of theirs. */
  double halfLeft, halfTrusted;
  /** Whether rows with a history are scored by the companions without the network, on its scale. */
  bool isWithoutNetwork;
};

/**
 * Rows whose scores are mixed in one go: their sums, each of which runs from the first score to the last, are computed side by side. May be changed
 * freely.
 */
constexpr int64_t kMixedRows = 4;
/** Rows whose moments are computed at once: a model and four companions. */
constexpr int64_t kMostMoments = 5;
