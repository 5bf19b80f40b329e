// The computations of the kernels, a part at a time, so that threads can share the work. Compiled once per instruction set; every part has the same
// bits under each, because a number is always one chain of operations in an order that depends on shapes alone.
#pragma once

#include <cstdint>

#include "tasks.h"

struct Arithmetic {
  const char* name;
  /** Exponentials of scores less `shifts` for items from..to into `exponentials`, scores at the targets into `picked`, their sum into `sums` (stride). */
  void (*exponentials)(const ScoreTask&, const float* shifts, const ItemTargets&, int64_t from, int64_t to, float* exponentials, float* sums);
  /** The highest score of each row among items from..to into `maxima` (stride). */
  void (*maxima)(const ScoreTask&, int64_t from, int64_t to, float* maxima);
  /** Scores of items from..to, as rows x items. */
  void (*scores)(const ScoreTask&, int64_t items, int64_t from, int64_t to, float* scores);
  /** The best items of rows from..to. */
  void (*best)(const BestTask&, int64_t from, int64_t to);
  /** Scores of `count` given items for each of rows from..to (-1: none, which gets 0), by the chains of `scores`; `code` is rows x width. */
  void (*scoresOfItems)(const ScoreTask&, const float* code, const int32_t* items, int64_t count, int64_t from, int64_t to, float* scores);
  /** Gradient of the code for rows from..to. */
  void (*gradientOfCode)(const GradientTask&, int64_t from, int64_t to);
  /** Gradients of decoder and bias for items from..to. */
  void (*gradientOfItems)(const GradientTask&, int64_t from, int64_t to);
  /**
   * The same gradient of the bias for items from..to, and a step of the decoder by its gradient, which is never in memory as a whole: `room` is for
   * kMostTileRows x width numbers.
   */
  void (*stepOfItems)(const GradientTask&, const AdamTask&, int64_t from, int64_t to, float* room);
  /** rows x columns, the rows `step` apart, to pairs of rows in bfloat16: (rows + 1) / 2 x columns. */
  void (*pairRows)(const float* values, int64_t rows, int64_t columns, int64_t step, float* pairs);
  /** As those without `lowered`, with products in bfloat16; a task's code is in pairs of units. `room` is for kMostTileRows x stride numbers. */
  void (*loweredExponentials)(const ScoreTask&, const float* shifts, const ItemTargets&, int64_t from, int64_t to, uint16_t* exponentials, float* sums, float* room);
  void (*loweredMaxima)(const ScoreTask&, int64_t from, int64_t to, float* maxima, float* room);
  /**
   * Gradients of decoder and bias for items from..to, and into `code` (rows x width) their contribution to the code's gradient, without the factors
   * of its rows; `room` is for kLoweredItems / 2 x (width + stride + 16) numbers.
   */
  void (*loweredGradientOfItems)(const LoweredGradientTask&, int64_t from, int64_t to, float* code, float* room);
  /** The same, with a step of the decoder by its gradient; `tile` is for kMostTileRows x width numbers. */
  void (*loweredStepOfItems)(const LoweredGradientTask&, const AdamTask&, int64_t from, int64_t to, float* code, float* room, float* tile);
  /** One step for values from..to (Kingma and Ba 2015, with the decay of Loshchilov and Hutter 2019). */
  void (*adam)(const AdamTask&, int64_t from, int64_t to);
  /** Rows from..to of sparse times dense (columns x width), into rows x width. */
  void (*sparseProduct)(const SparseRows&, const float* dense, int64_t width, int64_t from, int64_t to, float* product);
  /** Rows from..to of a product of dense matrices. */
  void (*denseProduct)(const ProductTask&, int64_t from, int64_t to);
  /** The exponentials of values from..to. */
  void (*exponentialsOf)(const float* values, int64_t from, int64_t to, float* result);
  /** others' x others over rows from..to, width x width. */
  void (*factorGram)(const float* others, int64_t width, int64_t from, int64_t to, float* gram);
  /** Steps of conjugate gradients for the rows at places from..to, at most kFactorRows; `room` is for 3 x kFactorRows x width numbers. */
  void (*improveFactors)(const FactorTask&, int64_t from, int64_t to, float* room);
  /** Factors and panels of rows from..to; then their update of rows from..to. `from` is a multiple of kSweepRows outside the block. */
  void (*sweepFactors)(const SweepTask&, int64_t from, int64_t to);
  void (*sweepRows)(const SweepTask&, int64_t from, int64_t to);
  /** values -= factor x others. */
  void (*subtractTimes)(double* values, const double* others, double factor, int64_t count);
  /** Mean and deviation of up to kMostMoments rows of scores: sums run from the first to the last. */
  void (*momentsOfRows)(const float* const* rows, int64_t count, int64_t items, Moments*);
  /** Scores as deviations from their mean, in place. */
  void (*standardise)(float* scores, int64_t items, const Moments&);
  void (*mixRow)(const RowToMix&, const Shares&, float* mixed);
  /** The indices of the scores that are at least `least`, ascending, into room for all; returns their number. */
  int64_t (*placesFrom)(const float* scores, int64_t items, float least, int32_t* places);
  /** Rows from..to, at most kMixedRows, into `mixed` ((to - from) x items); `room` is for 2 x kMixedRows x items numbers. */
  void (*mixRows)(const MixTask&, int64_t from, int64_t to, float* room, float* mixed);
  /**
   * The best `count` of some scores except the excluded items (ascending), best first, ties to the lower item, -1 and 0 after the end. Returns the
   * first item that is not excluded whose score is not finite, or -1.
   */
  int32_t (*bestOfRow)(const float* scores, int64_t items, const int32_t* excluded, int64_t excludedCount, int64_t count, int32_t* bestItems, float* bestScores);
  /** For a short list (shortlist.h); null if the processor lacks the instructions. */
  void (*unitMaxima)(const ScoreTask&, int64_t from, int64_t to, float* maxima);
  /**
   * `unitScales`: powers of two by which the decoder's units are multiplied and the code's divided, so that neither loses more precision than it
   * must.
   */
  void (*lowerItems)(const ScoreTask&, const float* unitScales, const LoweredItems&, int64_t from, int64_t to);
  void (*lowerRows)(const ScoreTask&, const float* unitScales, const LoweredRows&, int64_t from, int64_t to);
  void (*bestByShortlist)(const BestTask&, const LoweredItems&, const LoweredRows&, int64_t from, int64_t to, void* room);
};

extern const Arithmetic kPlain;
extern const Arithmetic kNeon;
extern const Arithmetic kAvx2;
extern const Arithmetic kAvx512;
extern const Arithmetic kAvx512Vnni;
extern const Arithmetic kAvx512Bfloat16;
