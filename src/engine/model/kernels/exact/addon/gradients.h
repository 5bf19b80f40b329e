// Gradients of the last layer in single precision, and steps of Adam.
#pragma once

#include "lowered.h"
#include "scoring.h"

namespace {

/** Items whose gradients are added to the code's at a time: their part of decoder and bracket stays in the second-level cache. */
constexpr int64_t kTermsAtATime = 192;

static_assert(kTileRows <= kMostTileRows, "the room of stepOfItems is too small");

void gradientOfCode(const GradientTask& task, int64_t from, int64_t to) {
  const int64_t width = task.width;
  for (int64_t at = from * width; at < to * width; at++) task.codeGradient[at] = 0.0f;
  for (int64_t item = 0; item < task.items; item += kTermsAtATime)
    for (int64_t row = from; row < to; row += kTileRows)
      for (int64_t column = 0; column < width; column += kTileColumns)
        anyTile(least(kTileRows, to - row), least(kTileColumns, width - column), least(kTermsAtATime, task.items - item),
                Left{task.bracket + item * task.stride + row, 1, task.stride},
                Right{task.decoder + item * width + column, width}, task.codeGradient + row * width + column, width);
  for (int64_t row = from; row < to; row++)
    for (int64_t at = row * width; at < (row + 1) * width; at++) task.codeGradient[at] *= task.factors[row];
}

/** left . right over `count` terms: sixteen sums, each over every sixteenth term, added up in pairs. */
inline float product(const float* left, const float* right, int64_t count) {
  Lanes sums[kParts];
  for (int part = 0; part < kParts; part++) sums[part] = all(0.0f);
  for (int64_t at = 0; at < count; at += kWidestVector)
    for (int part = 0; part < kParts; part++) {
      const int64_t begin = at + part * kLanes;
      const int64_t left_ = count - begin;
      if (left_ >= kLanes)
        sums[part] = multiplyAdd(load(left + begin), load(right + begin), sums[part]);
      else if (left_ > 0)
        sums[part] = multiplyAdd(loadFirst(left + begin, static_cast<int>(left_)),
                                 loadFirst(right + begin, static_cast<int>(left_)), sums[part]);
    }
  return sumOf(sums);
}

/** Gradients of up to kTileRows items: of the decoder into `gradient`, and of the bias into the task's output. */
inline void gradientOfTile(const GradientTask& task, int64_t item, int64_t items, float* gradient) {
  const int64_t width = task.width;
  const float* bracket = task.bracket + item * task.stride;
  for (int64_t at = 0; at < items * width; at++) gradient[at] = 0.0f;
  for (int64_t column = 0; column < width; column += kTileColumns)
    anyTile(items, least(kTileColumns, width - column), task.rows, Left{bracket, task.stride, 1},
            Right{task.scaledCode + column, width}, gradient + column, width);
  for (int64_t at = 0; at < items; at++)
    task.biasGradient[item + at] = product(bracket + at * task.stride, task.factors, task.rows);
}

void gradientOfItems(const GradientTask& task, int64_t from, int64_t to) {
  for (int64_t item = from; item < to; item += kTileRows)
    gradientOfTile(task, item, least(kTileRows, to - item), task.decoderGradient + item * task.width);
}

/** 0 for what is nearer to it than `least`. */
inline Lanes atLeast(float least, Lanes x) { return choose(isGreater(greater(x, subtract(all(0.0f), x)), all(least)), x, all(0.0f)); }

/**
 * Gradients and moments too small to move a weight count as zero: the moments of a title that is seldom watched would end as denormal numbers, which
 * take some processors a hundred times as long. Beside an epsilon of 1e-8, they are far below the last digit of a step.
 */
constexpr float kLeastGradient = 1e-15f;
constexpr float kLeastMoment = 1e-35f;

inline void adamStep(const AdamTask& task, int64_t at, int count) {
  const bool isWhole = count == kLanes;
  const auto get = [&](const float* from) { return isWhole ? load(from + at) : loadFirst(from + at, count); };
  const auto put = [&](float* to, Lanes x) {
    if (isWhole)
      store(to + at, x);
    else
      storeFirst(to + at, x, count);
  };
  const Lanes gradient = atLeast(kLeastGradient, get(task.gradient));
  const Lanes oldFirst = get(task.firstMoment);
  const Lanes oldSecond = get(task.secondMoment);
  const Lanes first = multiplyAdd(subtract(gradient, oldFirst), all(task.firstShare), oldFirst);
  const Lanes second =
      multiplyAdd(subtract(multiply(gradient, gradient), oldSecond), all(task.secondShare), oldSecond);
  const Lanes change = divide(multiply(first, all(task.rate)), add(squareRoot(second), all(task.epsilon)));
  put(task.firstMoment, atLeast(kLeastMoment, first));
  put(task.secondMoment, atLeast(kLeastMoment, second));
  put(task.values, subtract(multiply(get(task.values), all(task.shrink)), change));
}

void adam(const AdamTask& task, int64_t from, int64_t to) {
  int64_t at = from;
  for (; at + kLanes <= to; at += kLanes) adamStep(task, at, kLanes);
  if (at < to) adamStep(task, at, static_cast<int>(to - at));
}

/** One step of up to kTileRows items by the gradient in `gradient`. */
inline void stepTile(const AdamTask& step, int64_t width, int64_t item, int64_t items, const float* gradient) {
  AdamTask part = step;
  part.values += item * width;
  part.firstMoment += item * width;
  part.secondMoment += item * width;
  part.gradient = gradient;
  adam(part, 0, items * width);
}

void stepOfItems(const GradientTask& task, const AdamTask& step, int64_t from, int64_t to, float* room) {
  for (int64_t item = from; item < to; item += kTileRows) {
    const int64_t items = least(kTileRows, to - item);
    gradientOfTile(task, item, items, room);
    stepTile(step, task.width, item, items, room);
  }
}

void loweredStepOfItems(const LoweredGradientTask& task, const AdamTask& step, int64_t from, int64_t to, float* code, float* room, float* tile) {
  loweredGradient(task, from, to, code, room, [&](int64_t item, int64_t items) {
    loweredGradientOfTile(task, item, items, tile);
    stepTile(step, task.width, item, items, tile);
  });
}

}  // namespace
