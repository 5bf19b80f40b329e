// The best items of rows by each of several mixtures of the same scores.
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "call.h"
#include "operations.h"

namespace {

/** Rows per part: may be changed freely. */
constexpr int64_t kRows = 2;
/** Scores as large as this are left to the caller, which reports what is wrong with them. */
constexpr double kTooLarge = 1e30;

/** One mixture, as the caller passes it. */
struct Mixture {
  double first, second, strength;
};

struct Task {
  int64_t items, count, mixtures;
  const float* own;
  const float* first;
  const float* second;
  const float* trend;
  const int32_t* offsets;
  const int32_t* watched;
  const Mixture* shares;
  double halfTrusted;
  bool isOwnStandardised;
  /** rows x mixtures x count */
  int32_t* best;
  /** rows */
  int32_t* isLeft;
};

/** Blocks whose largest scores bound the best ones of a row from below. */
constexpr int64_t kBlocks = 256;

/**
 * A score that at least `wanted` items reach: the lowest of as many largest scores of blocks. Far fewer items have to be
 * sorted than without it.
 */
float boundByBlocks(const float* scores, int64_t items, int64_t wanted) {
  const int64_t size = items / kBlocks;
  if (size < 4 || wanted > kBlocks / 2) return -std::numeric_limits<float>::infinity();
  float largest[kBlocks];
  for (int64_t block = 0; block < kBlocks; block++) {
    const float* from = scores + block * size;
    float best = from[0];
    for (int64_t at = 1; at < size; at++) best = from[at] > best ? from[at] : best;
    largest[block] = best;
  }
  std::nth_element(largest, largest + wanted - 1, largest + kBlocks, std::greater<float>());
  return largest[wanted - 1];
}

/** Bound on the distance of all scores from 0. */
double boundOf(const Moments& moments, int64_t items) {
  return std::fabs(moments.mean) + moments.deviation * std::sqrt(static_cast<double>(items));
}

/** Memory for the items of a row, kept from row to row. */
struct Room {
  std::vector<float> own, first, second, mixed;
  std::vector<int32_t> places;
  std::vector<uint8_t> isWatched;
};

/** Makes the lists of a row. */
class RowLister {
 public:
  RowLister(const Task& task, Room& room) : task_(task), room_(room) {}

  void list(int64_t row) {
    const int64_t watched = task_.offsets[row + 1] - task_.offsets[row];
    task_.isLeft[row] = 1;
    RowToMix scores{copyOf(room_.own, task_.own, row), nullptr, nullptr, task_.trend, task_.items, {}};
    const auto* const with = chosen();
    if (task_.isOwnStandardised) with->standardise(room_.own.data(), task_.items, with->momentsOf(scores.own, task_.items));
    scores.moments = with->momentsOf(scores.own, task_.items);
    if (!(boundOf(scores.moments, task_.items) < kTooLarge)) return;
    // Without a history, companions add nothing.
    if (watched > 0 && !(takeOther(room_.first, task_.first, row, &scores.first) && takeOther(room_.second, task_.second, row, &scores.second))) return;
    room_.isWatched.assign(static_cast<size_t>(task_.items), 0);
    for (int32_t at = task_.offsets[row]; at < task_.offsets[row + 1]; at++) room_.isWatched[task_.watched[at]] = 1;
    room_.mixed.resize(static_cast<size_t>(task_.items));
    room_.places.resize(static_cast<size_t>(task_.items));
    int32_t* before = nullptr;
    for (int64_t mixture = 0; mixture < task_.mixtures; mixture++) {
      const Mixture& given = task_.shares[mixture];
      const double length = static_cast<double>(watched);
      const double first = given.first * length / (length + task_.halfTrusted);
      const double second = given.second * length / (length + task_.halfTrusted);
      with->mixRow(scores, {1 - (first + second), first, second, given.strength}, room_.mixed.data());
      int32_t* list = task_.best + (row * task_.mixtures + mixture) * task_.count;
      if (!best(before, watched, list)) return;
      before = list;
    }
    task_.isLeft[row] = 0;
  }

 private:
  const float* copyOf(std::vector<float>& room, const float* all, int64_t row) {
    room.assign(all + row * task_.items, all + (row + 1) * task_.items);
    return room.data();
  }

  /** False if scores are too large or not numbers. */
  bool takeOther(std::vector<float>& room, const float* all, int64_t row, const float** into) {
    if (all == nullptr) return true;
    *into = copyOf(room, all, row);
    const Moments moments = chosen()->momentsOf(room.data(), task_.items);
    chosen()->standardise(room.data(), task_.items, moments);
    return boundOf(moments, task_.items) < kTooLarge;
  }

  /**
   * The best unwatched items by the mixed scores; false if there are fewer than asked for. The list of the previous mixture has as many items whose
   * scores are at least its lowest one now, so nothing below that can be among the best; nor can anything below a score that more items reach than
   * are asked for and watched.
   */
  bool best(const int32_t* before, int64_t watched, int32_t* list) {
    float least = before == nullptr ? -std::numeric_limits<float>::infinity() : room_.mixed[before[0]];
    for (int64_t place = 1; before != nullptr && place < task_.count; place++) least = std::min(least, room_.mixed[before[place]]);
    least = std::max(least, boundByBlocks(room_.mixed.data(), task_.items, task_.count + watched));
    const int64_t found = chosen()->placesFrom(room_.mixed.data(), task_.items, least, room_.places.data());
    const auto end = std::remove_if(room_.places.begin(), room_.places.begin() + found, [&](int32_t item) { return room_.isWatched[item] == 1; });
    if (end - room_.places.begin() < task_.count) return false;
    std::partial_sort(room_.places.begin(), room_.places.begin() + task_.count, end, [&](int32_t one, int32_t other) {
      return room_.mixed[one] > room_.mixed[other] || (room_.mixed[one] == room_.mixed[other] && one < other);
    });
    std::copy_n(room_.places.begin(), task_.count, list);
    return true;
  }

  const Task& task_;
  Room& room_;
};

/** rows x items, or null if the input is empty. */
const float* scoresIn(Tensor* tensor, int64_t wanted) {
  const int64_t count = tensor->count();
  require(count == 0 || count == wanted, "the scores differ in number");
  return count == 0 ? nullptr : dataOf<float>(tensor);
}

}  // namespace

// own (rows x items), first, second (the same or empty), trend (items or empty), watched offsets, watched items (ascending), mixtures (each the
// shares of first and second and the strength of the trend, in double precision: two words a number), numbers (places, 1 to standardise the own
// scores, the length of a history that gives companions half their share) -> items (rows x mixtures x places), left (rows)
//
// The same as listsOfMixtures (src/engine/training/fit/mixed-lists.ts), bit for bit; 1 in `left` leaves a row to that function: it has fewer
// unwatched items than places, or scores that are not numbers.
void bestOfMixtures(Call& call) {
  Tensor* own = call.input(0);
  requireMatrix(own, "the scores must be a matrix");
  const int64_t rows = size(own, 0);
  const int64_t items = size(own, 1);
  Tensor* first = call.input(1);
  Tensor* second = call.input(2);
  Tensor* trend = call.input(3);
  const ItemsOfRows watched(call, 4, rows, items);
  Tensor* words = call.input(6);
  Tensor* numbers = call.input(7);
  constexpr int64_t kWords = sizeof(Mixture) / sizeof(int32_t);
  require(words->count() % kWords == 0, "a mixture has three numbers");
  require(numbers->count() == 3 && dataOf<int32_t>(numbers)[0] > 0 && dataOf<int32_t>(numbers)[0] <= kMostPlaces && dataOf<int32_t>(numbers)[2] > 0, "the number of places is needed");
  std::vector<Mixture> shares(static_cast<size_t>(words->count() / kWords));
  std::memcpy(shares.data(), dataOf<int32_t>(words), shares.size() * sizeof(Mixture));
  const auto mixtures = static_cast<int64_t>(shares.size());
  const int64_t count = dataOf<int32_t>(numbers)[0];
  Task task{items,
            count,
            mixtures,
            dataOf<float>(own),
            scoresIn(first, rows * items),
            scoresIn(second, rows * items),
            scoresIn(trend, items),
            watched.starts,
            watched.items,
            shares.data(),
            static_cast<double>(dataOf<int32_t>(numbers)[2]),
            dataOf<int32_t>(numbers)[1] == 1,
            call.output<int32_t>(0, Type::kInt32, {rows, mixtures, count}),
            call.output<int32_t>(1, Type::kInt32, {rows})};
  std::fill(task.best, task.best + rows * mixtures * count, -1);
  const bool isSound = task.trend == nullptr || boundOf(chosen()->momentsOf(task.trend, items), items) < kTooLarge;
  std::fill(task.isLeft, task.isLeft + rows, 1);
  if (!isSound) return;
  inParts(rows, kRows, [&](int64_t from, int64_t to) {
    static thread_local Room room;
    RowLister lister(task, room);
    for (int64_t row = from; row < to; row++) lister.list(row);
  });
}
