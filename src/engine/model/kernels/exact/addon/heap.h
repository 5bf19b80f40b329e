// Lists in progress: the best items so far, with the worst of them at the root of a heap.
#pragma once

#include "arithmetic.h"

namespace {

/** Whether the first is the worse of two: a lower score, or for equal scores the later item. */
inline bool isWorse(float score, int32_t item, float otherScore, int32_t otherItem) {
  return score < otherScore || (score == otherScore && item > otherItem);
}

/** A heap of `size` best items, the worst at its root. */
struct Heap {
  float* scores;
  int32_t* items;
  int64_t size;
};

/** Replaces the root by an item, and lets it sink. */
inline void sink(Heap heap, float score, int32_t item) {
  int64_t place = 0;
  for (;;) {
    int64_t child = 2 * place + 1;
    if (child >= heap.size) break;
    if (child + 1 < heap.size &&
        isWorse(heap.scores[child + 1], heap.items[child + 1], heap.scores[child], heap.items[child]))
      child++;
    if (!isWorse(heap.scores[child], heap.items[child], score, item)) break;
    heap.scores[place] = heap.scores[child];
    heap.items[place] = heap.items[child];
    place = child;
  }
  heap.scores[place] = score;
  heap.items[place] = item;
}

/** Inserts an item at the end (`size` already counts it) and lets it rise. */
inline void rise(Heap heap, float score, int32_t item) {
  int64_t place = heap.size - 1;
  while (place > 0) {
    const int64_t parent = (place - 1) / 2;
    if (!isWorse(score, item, heap.scores[parent], heap.items[parent])) break;
    heap.scores[place] = heap.scores[parent];
    heap.items[place] = heap.items[parent];
    place = parent;
  }
  heap.scores[place] = score;
  heap.items[place] = item;
}

inline bool isAmong(const int32_t* sorted, int64_t from, int64_t to, int32_t item) {
  while (from < to) {
    const int64_t middle = (from + to) / 2;
    if (sorted[middle] == item) return true;
    if (sorted[middle] < item)
      from = middle + 1;
    else
      to = middle;
  }
  return false;
}

/** Turns a heap into a list, best first, and fills the places after its end. */
inline void unheap(Heap heap, int64_t count) {
  for (int64_t place = heap.size; place < count; place++) {
    heap.items[place] = -1;
    heap.scores[place] = 0.0f;
  }
  while (heap.size > 0) {
    const int64_t last = --heap.size;
    const float score = heap.scores[last];
    const int32_t item = heap.items[last];
    const float worstScore = heap.scores[0];
    const int32_t worstItem = heap.items[0];
    if (last > 0) sink(heap, score, item);
    heap.scores[last] = worstScore;
    heap.items[last] = worstItem;
  }
}

/** Keeps an item if it is among the best `count`; `size` counts the kept ones. */
inline void offerToHeap(Heap heap, int64_t count, float score, int32_t item, int64_t* size) {
  if (*size < count) {
    heap.size = ++*size;
    rise(heap, score, item);
  } else if (isWorse(heap.scores[0], heap.items[0], score, item)) {
    sink(heap, score, item);
  }
}

inline bool isWatched(const BestTask& task, int64_t row, int32_t item) {
  return isAmong(task.watched, task.watchedOffsets[row], task.watchedOffsets[row + 1], item);
}

}  // namespace
