// Mixes everything into an autoencoder's scores, and finds the best of them.
#include "call.h"
#include "operations.h"

namespace {

/** rows x items, or null if the input is empty. */
const float* given(Tensor* tensor, int64_t wanted, const char* what) {
  const int64_t count = tensor->count();
  require(count == 0 || count == wanted, what);
  return count == 0 ? nullptr : dataOf<float>(tensor);
}

/** The first nine inputs, checked. */
struct Mixed {
  int64_t rows;
  MixTask task{};
  const int32_t* numbers;

  explicit Mixed(Call& call, int64_t numberCount) {
    Tensor* own = call.input(0);
    requireMatrix(own, "the scores must be a matrix");
    rows = size(own, 0);
    task.items = size(own, 1);
    task.own = dataOf<float>(own);
    task.first = given(call.input(1), rows * task.items, "the scores differ in number");
    task.second = given(call.input(2), rows * task.items, "the scores differ in number");
    require(task.first != nullptr || task.second == nullptr, "there is no second companion without a first");
    Tensor* peers = call.input(3);
    Tensor* conditions = call.input(4);
    requireMatrix(peers, "the table of peers must be a matrix");
    requireMatrix(conditions, "the conditions must be a matrix");
    task.width = size(conditions, 1);
    task.peers = given(peers, (task.width + 1) * task.items, "the table of peers fits neither items nor conditions");
    require(task.peers == nullptr || (size(peers, 1) == task.items && size(conditions, 0) == rows), "peers and rows do not fit each other");
    task.conditions = dataOf<float>(conditions);
    task.trend = given(call.input(5), task.items, "the trend must have a number an item");
    Tensor* offsets = call.input(6);
    task.offsets = dataOf<int32_t>(offsets);
    require(offsets->count() == rows + 1, "offsets do not fit the rows");
    for (int64_t row = 0; row < rows; row++)
      require(task.offsets[row] >= 0 && task.offsets[row] <= task.offsets[row + 1], "offsets must not fall");
    double shares[3];
    Tensor* words = call.input(7);
    require(words->bytes() == sizeof shares, "three shares are needed");
    std::memcpy(shares, words->data(), sizeof shares);
    Tensor* counts = call.input(8);
    require(counts->count() == numberCount, "the numbers are not as many as are needed");
    numbers = dataOf<int32_t>(counts);
    require(numbers[0] > 0 && numbers[1] > 0, "lengths that halve a share must be above 0");
    task.peersShare = shares[0];
    task.firstShare = shares[1];
    task.secondShare = shares[2];
    task.halfLeft = numbers[0];
    task.halfTrusted = numbers[1];
    task.isWithoutNetwork = numbers[2] == 1;
  }

  /** @param use receives at most kMixedRows rows and their mixed scores */
  template <typename Use>
  void forEachPart(const Use& use, float* into = nullptr) const {
    inParts(rows, kMixedRows, [&](int64_t from, int64_t to) {
      static thread_local std::vector<float> kept;
      const size_t together = static_cast<size_t>(kMixedRows * task.items);
      float* room = scratch(kept, 3 * together);
      float* mixed = into == nullptr ? room + 2 * together : into + from * task.items;
      chosen()->mixRows(task, from, to, room, mixed);
      use(from, to, mixed);
    });
  }
};

}  // namespace

// own (rows x items), first, second (the same or empty), peers ((width + 1) x items, or 0 x 0), conditions (rows x width), trend (items or empty),
// offsets of the histories (rows + 1), shares of peers, first and second (in double precision: two words a number), numbers (the lengths of a
// history that halve the share of peers and of companions, 1 for the companions without the network) -> scores (rows x items)
//
// The same as mixed-scores.ts, bit for bit.
void mixedScores(Call& call) {
  const Mixed mixed(call, 3);
  float* result = call.output<float>(0, Type::kFloat, {mixed.rows, mixed.task.items});
  mixed.forEachPart([](int64_t, int64_t, float*) {}, result);
}

// The same, a fourth number (places), offsets of the items to leave out of each row's list (rows + 1), these items (ascending) -> items and scores
// (rows x places), broken (rows)
//
// In the form of bestItems.
void bestMixed(Call& call) {
  const Mixed mixed(call, 4);
  const int64_t count = mixed.numbers[3];
  require(count > 0 && count <= kMostPlaces, "the number of places is needed");
  const ItemsOfRows excluded(call, 9, mixed.rows, mixed.task.items);
  auto* const items = call.output<int32_t>(0, Type::kInt32, {mixed.rows, count});
  auto* const scores = call.output<float>(1, Type::kFloat, {mixed.rows, count});
  auto* const broken = call.output<int32_t>(2, Type::kInt32, {mixed.rows});
  mixed.forEachPart([&](int64_t from, int64_t to, const float* rows) {
    for (int64_t row = from; row < to; row++)
      broken[row] = chosen()->bestOfRow(rows + (row - from) * mixed.task.items, mixed.task.items, excluded.items + excluded.starts[row],
                                        excluded.starts[row + 1] - excluded.starts[row], count, items + row * count, scores + row * count);
  });
}
