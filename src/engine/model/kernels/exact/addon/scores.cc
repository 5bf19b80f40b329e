// Scores of all items, and the best of them.
#include <cmath>

#include "call.h"
#include "operations.h"

namespace {

/** Fewer rows are scored directly, because a short list takes preparation; so are greater widths, for which 8 bits tell less and less. */
constexpr int64_t kShortlistRows = kMostBestRows;
constexpr int64_t kShortlistWidth = 640;
/** Rows per part of `scoresOfItems`: some milliseconds of work. */
constexpr int64_t kScoredRows = 32;

/** A multiple of every vector's length; kMostBestRows is a multiple of it. */
constexpr int64_t kWholeRows = 16;
static_assert(kMostBestRows % kWholeRows == 0, "parts must not be larger than there is room for");

/** Decoder and code in 8 bits, if the processor and the numbers are suited to it. */
class Shortlist {
 public:
  explicit Shortlist(const Layer& layer) {
    if (chosen()->bestByShortlist == nullptr || layer.rows < kShortlistRows || layer.width > kShortlistWidth) return;
    const int64_t width = (layer.width + 3) / 4 * 4;
    static thread_local std::vector<int8_t> itemValues;
    static thread_local std::vector<uint8_t> rowValues;
    static thread_local std::vector<float> itemNumbers;
    static thread_local std::vector<int32_t> offsets;
    static thread_local std::vector<float> rowNumbers;
    static thread_local std::vector<float> unitNumbers;
    const auto numbers = [](std::vector<float>& kept, int64_t count, int64_t arrays) {
      return scratch(kept, static_cast<size_t>(arrays * count));
    };
    float* ofItems = numbers(itemNumbers, layer.items, 4);
    float* ofRows = numbers(rowNumbers, layer.stride, 3);
    float* unitScales = numbers(unitNumbers, layer.width, 1);
    items_ = {scratch(itemValues, static_cast<size_t>(layer.items * width)),
              ofItems,
              scratch(offsets, static_cast<size_t>(layer.items)),
              ofItems + layer.items,
              ofItems + 2 * layer.items,
              ofItems + 3 * layer.items};
    rows_ = {scratch(rowValues, static_cast<size_t>(width * layer.stride)), ofRows, ofRows + layer.stride,
             ofRows + 2 * layer.stride};
    balance(layer, unitScales);
    const auto* const with = chosen();
    inParts(layer.items, kItems, [&](int64_t from, int64_t to) { with->lowerItems(layer.task, unitScales, items_, from, to); });
    inParts(layer.rows, kMostBestRows, [&](int64_t from, int64_t to) { with->lowerRows(layer.task, unitScales, rows_, from, to); });
    isOfUse_ = areModerate(items_.norms, layer.items) && areModerate(items_.lost, layer.items) && areModerate(items_.errorsOfBias, layer.items) &&
               areModerate(rows_.norms, layer.rows) && areModerate(rows_.lost, layer.rows);
  }

  bool isOfUse() const { return isOfUse_; }

  void best(const BestTask& task, int64_t from, int64_t to) const {
    static thread_local std::vector<int32_t> room;
    chosen()->bestByShortlist(task, items_, rows_, from, to, scratch(room, static_cast<size_t>(2 * kMostBestRows * kCandidateStep + task.scores.width)));
  }

 private:
  /** For each unit the power of two that brings its greatest values in code and decoder closest together. */
  static void balance(const Layer& layer, float* unitScales) {
    const int64_t parts = partsOf(layer.items, kItems);
    std::vector<float> maxima(static_cast<size_t>(parts * layer.width));
    inParts(layer.items, kItems, [&](int64_t from, int64_t to) {
      chosen()->unitMaxima(layer.task, from, to, maxima.data() + from / kItems * layer.width);
    });
    for (int64_t unit = 0; unit < layer.width; unit++) {
      float ofDecoder = 0;
      float ofCode = 0;
      for (int64_t part = 0; part < parts; part++) ofDecoder = std::max(ofDecoder, maxima[part * layer.width + unit]);
      for (int64_t row = 0; row < layer.rows; row++)
        ofCode = std::max(ofCode, std::fabs(layer.task.code[unit * layer.stride + row]));
      const bool isThere = ofCode > 1e-30f && ofDecoder > 1e-30f && ofCode < 1e30f && ofDecoder < 1e30f;
      unitScales[unit] = isThere ? std::ldexp(1.0f, (std::ilogb(ofCode) - std::ilogb(ofDecoder)) / 2) : 1.0f;
    }
  }

  /** If norms and bounds are no greater than this, no score can leave the range of single precision. */
  static bool areModerate(const float* values, int64_t count) {
    return std::all_of(values, values + count, [](float value) { return value < 1e15f; });
  }

  bool isOfUse_ = false;
  LoweredItems items_{};
  LoweredRows rows_{};
};

}  // namespace

// code, decoder, bias -> scores (rows x items)
void scores(Call& call) {
  const Layer layer(call);
  float* result = call.output<float>(0, Type::kFloat, {layer.rows, layer.items});
  inParts(layer.items, kItems,
          [&](int64_t from, int64_t to) { chosen()->scores(layer.task, layer.items, from, to, result); });
}

// code, decoder, bias, items (rows x count, -1 for none) -> their scores (rows x count), in the bits of `scores`; 0 for none
void scoresOfItems(Call& call) {
  const Layer layer(call);
  Tensor* items = call.input(3);
  requireMatrix(items, "the items must be a matrix");
  const int64_t count = size(items, 1);
  const auto* const asked = dataOf<int32_t>(items);
  require(size(items, 0) == layer.rows, "each row must have items");
  require(layer.items > 0 || layer.rows * count == 0, "there are no items");
  for (int64_t at = 0; at < layer.rows * count; at++)
    require(asked[at] >= -1 && asked[at] < layer.items, "an item is out of range");
  float* result = call.output<float>(0, Type::kFloat, {layer.rows, count});
  inParts(layer.rows, kScoredRows, [&](int64_t from, int64_t to) {
    chosen()->scoresOfItems(layer.task, layer.code, asked, count, from, to, result);
  });
}

// code, decoder, bias, watched offsets, watched items (ascending), count (1) -> items and scores (rows x count), broken (rows)
//
// The best unwatched items of each row, best first, ties to the lower item, -1 after the end. `broken` is the first item of a row whose score is not
// finite, or -1.
void bestItems(Call& call) {
  const Layer layer(call);
  const ItemsOfRows watched(call, 3, layer.rows, layer.items);
  const int64_t count = wholeNumberIn(call.input(5), 1, kMostPlaces, "the number of places is needed");
  const BestTask task{layer.task,
                      layer.items,
                      count,
                      watched.starts,
                      watched.items,
                      call.output<int32_t>(0, Type::kInt32, {layer.rows, count}),
                      call.output<float>(1, Type::kFloat, {layer.rows, count}),
                      call.output<int32_t>(2, Type::kInt32, {layer.rows})};
  const Shortlist shortlist(layer);
  // Parts of equal size, in whole vectors: a thread with a smaller part would wait for the larger one.
  const int64_t parts = std::max<int64_t>(1, partsOf(layer.rows, kMostBestRows));
  const int64_t each = std::max<int64_t>(1, partsOf(partsOf(layer.rows, parts), kWholeRows)) * kWholeRows;
  inParts(layer.rows, each, [&](int64_t from, int64_t to) {
    if (shortlist.isOfUse())
      shortlist.best(task, from, to);
    else
      chosen()->best(task, from, to);
  });
}
