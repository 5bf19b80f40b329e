// What the kernels are given for a part of their work.
#pragma once

#include <cstdint>

/** Scores of a batch: items x rows, so that a sum over the items runs along vectors and never across them. */
struct ScoreTask {
  int64_t rows;
  /** Distance of one item's scores from the next; at least `rows`, a multiple of the widest vector. */
  int64_t stride;
  int64_t width;
  /** width x stride: the code of every row, one unit after another; zeros behind the last row. */
  const float* code;
  /** items x width */
  const float* decoder;
  /** items */
  const float* bias;
};

/** The targets, item by item: position `starts[item]` to `starts[item + 1]` of `rows`, `values` and `picked`. */
struct ItemTargets {
  const int32_t* starts;
  const int32_t* rows;
  const float* values;
  float* picked;
  /** What the exponentials at the targets came to; only where these are kept in bfloat16. */
  float* pickedExponentials;
};

struct GradientTask {
  int64_t rows;
  int64_t items;
  int64_t width;
  /** items x stride: what the loss left in place of the scores. */
  const float* bracket;
  int64_t stride;
  /** rows: what a row of the bracket is to be multiplied by. */
  const float* factors;
  /** rows x width, each row times its factor. */
  const float* scaledCode;
  const float* decoder;
  float* codeGradient;
  float* decoderGradient;
  float* biasGradient;
};

/** As GradientTask, for products in bfloat16. */
struct LoweredGradientTask {
  int64_t rows;
  int64_t items;
  int64_t width;
  /** items x stride, zero behind the last row. */
  const uint16_t* bracket;
  int64_t stride;
  /** stride: zero behind the last row. */
  const float* factors;
  /** (rows + 1) / 2 x width: pairs of rows, each row times its factor. */
  const float* scaledCode;
  const float* decoder;
  float* decoderGradient;
  float* biasGradient;
};

/** Items whose gradients are made at a time with products in bfloat16: what is needed for them stays in the second cache. Free to change, but whole tiles. */
constexpr int64_t kLoweredItems = 192;

struct AdamTask {
  float* values;
  float* firstMoment;
  float* secondMoment;
  const float* gradient;
  /** Rate with both bias corrections; what the values are multiplied by before the step; 1 - beta1; 1 - beta2; epsilon. */
  float rate, shrink, firstShare, secondShare, epsilon;
};

struct SparseRows {
  const int32_t* offsets;
  const int32_t* columns;
  const float* values;
};

/** The best items of some rows: heaps with the worst at the root, `count` a row. */
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
  /** rows: the first item whose score is no finite number, or -1. */
  int32_t* broken;
};

/** Items whose gradients are made at a time, at most. */
constexpr int64_t kMostTileRows = 8;

/** Rows of one part of `best`: their code stays in the second cache. */
constexpr int64_t kMostBestRows = 192;

/** More candidates than this for one row of a short list, and its items are all scored: bounds that tell nothing apart save nothing. */
constexpr int64_t kMostCandidates = 4096;
/** From the candidates of one row to those of the next: off the powers of two, where all would fall into the same lines of a cache. */
constexpr int64_t kCandidateStep = kMostCandidates + 48;

/** The decoder as scale x whole numbers of 8 bits, an item after the other, and how much that loses. */
struct LoweredItems {
  /** items x width, the width filled up with zeros to fours */
  int8_t* values;
  float* scales;
  /** 128 x the sum of the whole numbers: what comes out too high because the code's are stored from 0 to 255. */
  int32_t* offsets;
  /** Length of each item's vector, and of what it lost. */
  float* norms;
  float* lost;
  float* errorsOfBias;
};

/** The code alike, four units of every row after each other, plus 128; `norms` are of the lowered code. */
struct LoweredRows {
  uint8_t* values;
  float* scales;
  float* norms;
  float* lost;
};

/** One row of scores in bfloat16, without the bias, and what becomes of it. */
struct HalfRow {
  const uint16_t* scores;
  const float* bias;
  int64_t items;
  /** Of the row, ascending. */
  const int32_t* targets;
  const float* targetValues;
  int32_t targetCount;
  /** items: as `bracket` of GradientTask, row by row. */
  uint16_t* bracket;
  float* loss;
  float* factor;
};

/** Factors (rows x width, the width whole vectors of sixteen) that are improved beside those of the other side. */
struct FactorTask {
  SparseRows rows;
  int64_t width;
  /** columns x width */
  const float* others;
  /** width x width: others' x others times the weight of the unwatched */
  const float* gram;
  /** rows: what keeps each row's factors small */
  const float* ridges;
  int32_t steps;
  /** The rows that have entries, ascending: only these are improved, and parts are of them. */
  const int32_t* places;
  float* own;
};

/** Rows of one part of `improveFactors`: their vectors stay in the second cache, and every part of the gram is used for all of them. */
constexpr int64_t kFactorRows = 32;

/** Columns from..to of a symmetric matrix (its lower triangle, rows `stride` apart) that are swept in one go. */
struct SweepTask {
  float* matrix;
  int64_t stride;
  int64_t from, to;
  /** Minus the inverse of the block of rows and columns from..to. */
  const float* negative;
  /** A row of the matrix each: its numbers in the block's columns times `negative`; and as they were, in panels. */
  float* factors;
  float* panels;
};

/** Columns swept in one go: part of the meaning of the bits. Rows of one part are free to change, among the divisors of the columns. */
constexpr int64_t kSweepColumns = 384;
constexpr int64_t kSweepRows = 96;

/**
 * Whether a sum of exponentials kept its digits in single precision, and leaves room for its products and quotients; it is taken again, less
 * the maximum, where it did not.
 */
static inline bool isInRange(double total) { return total > 1e-20 && total < 1e20; }

/** Of the scores of a row. */
struct Moments {
  double mean, deviation;
};

/** A row whose scores are mixed: of the model itself, of up to two others as deviations from their mean, and what is added to all; null for none. */
struct RowToMix {
  const float* own;
  const float* first;
  const float* second;
  const float* trend;
  int64_t items;
  /** Of the own scores. */
  Moments moments;
};

/** What each has of a mixture. */
struct Shares {
  double own, first, second, strength;
};

/**
 * Rows whose scores are mixed as lists are made: what is popular among peers first, then up to two companions, then the trend, each rounded to
 * single precision (src/engine/model/dae/mixed-scores.ts); null for what is not mixed in.
 */
struct MixTask {
  int64_t items;
  /** rows x items each, as the models scored them */
  const float* own;
  const float* first;
  const float* second;
  /** items */
  const float* trend;
  /** (width + 1) x items, and what each row adds of all but the first: rows x width */
  const float* peers;
  const float* conditions;
  int64_t width;
  /** How long the history of each row is: offsets[row + 1] - offsets[row]. */
  const int32_t* offsets;
  double peersShare, firstShare, secondShare;
  /** The length that leaves peers half their share, and the length that gives companions half of theirs. */
  double halfLeft, halfTrusted;
};

/** Rows whose scores are mixed in one go: their sums, each of which runs from the first score to the last, are made side by side. Free to change. */
constexpr int64_t kMixedRows = 4;
