// The best items of rows by each of several mixtures of the same scores.
#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <numeric>

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
  /** The first items by the trend, ascending, and what the others stay below. */
  std::vector<int32_t> firstByTrend;
  float trendBound;
  /** rows x mixtures x count */
  int32_t* best;
  /** rows */
  int32_t* isLeft;
};

/** Blocks whose largest scores bound the best ones of a row from below. */
constexpr int64_t kBlocks = 256;
/** At least so many items are first by a score: lists are made of them as far as the others cannot come into one. May be changed freely. */
constexpr int64_t kFirst = 100;

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
  /** Items that are first by a score and not watched, ascending, with their scores. */
  std::vector<int32_t> candidates, merged;
  std::vector<float> fewOwn, fewFirst, fewSecond, fewTrend, kept;
};

/** Makes the lists of a row. */
class RowLister {
 public:
  RowLister(const Task& task, Room& room) : task_(task), room_(room) {}

  void list(int64_t row) {
    const int64_t watched = task_.offsets[row + 1] - task_.offsets[row];
    task_.isLeft[row] = 1;
    RowToMix scores{copyOf(room_.own, task_.own, row), nullptr, nullptr, task_.trend, task_.items, {}};
    // Without a history, companions add nothing.
    if (watched > 0 && task_.first != nullptr) scores.first = copyOf(room_.first, task_.first, row);
    if (watched > 0 && task_.second != nullptr) scores.second = copyOf(room_.second, task_.second, row);
    if (!standardise(&scores)) return;
    const auto* const with = chosen();
    room_.isWatched.assign(static_cast<size_t>(task_.items), 0);
    for (int32_t at = task_.offsets[row]; at < task_.offsets[row + 1]; at++) room_.isWatched[task_.watched[at]] = 1;
    room_.mixed.resize(static_cast<size_t>(task_.items));
    room_.places.resize(static_cast<size_t>(task_.items));
    const bool hasFew = takeFew(scores, row);
    int32_t* before = nullptr;
    for (int64_t mixture = 0; mixture < task_.mixtures; mixture++) {
      const Mixture& given = task_.shares[mixture];
      const double length = static_cast<double>(watched);
      const double first = given.first * length / (length + task_.halfTrusted);
      const double second = given.second * length / (length + task_.halfTrusted);
      const Shares shares{1 - (first + second), first, second, given.strength};
      int32_t* list = task_.best + (row * task_.mixtures + mixture) * task_.count;
      if (!(hasFew && bestOfFew(shares, list))) {
        with->mixRow(scores, shares, room_.mixed.data());
        if (!best(before, watched, list)) return;
      }
      before = list;
    }
    task_.isLeft[row] = 0;
  }

 private:
  const float* copyOf(std::vector<float>& room, const float* all, int64_t row) {
    room.assign(all + row * task_.items, all + (row + 1) * task_.items);
    return room.data();
  }

  /** Makes deviations of the scores of the companions, and of the own ones if they are to be; false if scores are too large or not numbers. */
  bool standardise(RowToMix* scores) {
    float* const rows[] = {room_.own.data(), room_.first.data(), room_.second.data()};
    const int64_t count = scores->second != nullptr ? 3 : scores->first != nullptr ? 2 : 1;
    Moments moments[3];
    chosen()->momentsOfRows(rows, count, task_.items, moments);
    for (int64_t at = 0; at < count; at++) {
      if (!(boundOf(moments[at], task_.items) < kTooLarge)) return false;
      if (at > 0 || task_.isOwnStandardised) chosen()->standardise(rows[at], task_.items, moments[at]);
    }
    if (task_.isOwnStandardised) chosen()->momentsOfRows(rows, 1, task_.items, moments);
    scores->moments = moments[0];
    return true;
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

  /** Gathers the items that are first by one of the scores at least; false if no score bounds the others. */
  bool takeFew(const RowToMix& scores, int64_t row) {
    room_.candidates = task_.firstByTrend;
    if (task_.trend != nullptr && task_.trendBound == -std::numeric_limits<float>::infinity()) return false;
    below_ = {0, 0, 0, task_.trendBound};
    if (!takeFirst(room_.own, row, &below_.own)) return false;
    if (scores.first != nullptr && !takeFirst(room_.first, row, &below_.first)) return false;
    if (scores.second != nullptr && !takeFirst(room_.second, row, &below_.second)) return false;
    auto& candidates = room_.candidates;
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(), [&](int32_t item) { return room_.isWatched[item] == 1; }), candidates.end());
    if (static_cast<int64_t>(candidates.size()) < task_.count) return false;
    few_ = {gathered(room_.fewOwn, scores.own), gathered(room_.fewFirst, scores.first), gathered(room_.fewSecond, scores.second), gathered(room_.fewTrend, scores.trend), static_cast<int64_t>(candidates.size()), scores.moments};
    bound_ = {&below_.own, scores.first == nullptr ? nullptr : &below_.first, scores.second == nullptr ? nullptr : &below_.second, scores.trend == nullptr ? nullptr : &below_.trend, 1, scores.moments};
    return true;
  }

  /** Adds the items that are first by a score, of those not watched. `below`: what the others stay below. */
  bool takeFirst(std::vector<float>& scores, int64_t row, float* below) {
    const int32_t* from = task_.watched + task_.offsets[row];
    const int32_t* to = task_.watched + task_.offsets[row + 1];
    room_.kept.clear();
    for (const int32_t* item = from; item < to; item++) {
      room_.kept.push_back(scores[*item]);
      scores[*item] = -std::numeric_limits<float>::infinity();
    }
    *below = boundByBlocks(scores.data(), task_.items, kFirst);
    const bool isBounded = *below > -std::numeric_limits<float>::infinity();
    const int64_t found = isBounded ? chosen()->placesFrom(scores.data(), task_.items, *below, room_.places.data()) : 0;
    for (const int32_t* item = from; item < to; item++) scores[*item] = room_.kept[item - from];
    room_.merged.clear();
    std::set_union(room_.candidates.begin(), room_.candidates.end(), room_.places.begin(), room_.places.begin() + found, std::back_inserter(room_.merged));
    room_.candidates.swap(room_.merged);
    return isBounded;
  }

  const float* gathered(std::vector<float>& into, const float* scores) {
    if (scores == nullptr) return nullptr;
    into.clear();
    for (const int32_t item : room_.candidates) into.push_back(scores[item]);
    return into.data();
  }

  /**
   * The best of the gathered items; false if another item might be among the best. A mixture rises with each of its scores, so an item outside
   * stays below the mixture of what bounds each score.
   */
  bool bestOfFew(const Shares& shares, int32_t* list) {
    if (shares.own < 0) return false;
    float most = 0;
    chosen()->mixRow(bound_, shares, &most);
    float* mixed = room_.mixed.data();
    chosen()->mixRow(few_, shares, mixed);
    std::iota(room_.places.begin(), room_.places.begin() + few_.items, 0);
    std::partial_sort(room_.places.begin(), room_.places.begin() + task_.count, room_.places.begin() + few_.items, [&](int32_t one, int32_t other) {
      return mixed[one] > mixed[other] || (mixed[one] == mixed[other] && one < other);
    });
    if (!(mixed[room_.places[task_.count - 1]] > most)) return false;
    for (int64_t place = 0; place < task_.count; place++) list[place] = room_.candidates[room_.places[place]];
    return true;
  }

  const Task& task_;
  Room& room_;
  /** What the scores of all other items stay below. */
  struct {
    float own, first, second, trend;
  } below_{};
  RowToMix few_{}, bound_{};
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
            {},
            0,
            call.output<int32_t>(0, Type::kInt32, {rows, mixtures, count}),
            call.output<int32_t>(1, Type::kInt32, {rows})};
  std::fill(task.best, task.best + rows * mixtures * count, -1);
  Moments ofTrend{0, 0};
  if (task.trend != nullptr) chosen()->momentsOfRows(&task.trend, 1, items, &ofTrend);
  require(task.second == nullptr || task.first != nullptr, "a second companion needs a first");
  const bool isSound = boundOf(ofTrend, items) < kTooLarge;
  std::fill(task.isLeft, task.isLeft + rows, 1);
  if (!isSound) return;
  if (task.trend != nullptr) {
    task.trendBound = boundByBlocks(task.trend, items, kFirst);
    task.firstByTrend.resize(static_cast<size_t>(items));
    task.firstByTrend.resize(static_cast<size_t>(chosen()->placesFrom(task.trend, items, task.trendBound, task.firstByTrend.data())));
  }
  inParts(rows, kRows, [&](int64_t from, int64_t to) {
    static thread_local Room room;
    RowLister lister(task, room);
    for (int64_t row = from; row < to; row++) lister.list(row);
  });
}
