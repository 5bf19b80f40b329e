// The best items of rows by each of several mixtures of the same scores.
#include <algorithm>
#include <cmath>
#include <cstring>
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

/** One mixture, as the caller passes it: the places of its companions among all of them, -1 for none, and their shares. */
struct Mixture {
  double firstPlace, secondPlace, first, second, strength;

  int64_t placeOf(int which) const { return static_cast<int64_t>(which == 0 ? firstPlace : secondPlace); }
};

struct Task {
  int64_t rows, items, count, mixtures, companions;
  const float* own;
  /** companions x rows x items */
  const float* others;
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

/** The largest of at least one score, by several chains: each comparison waits for the last of its chain. */
float largestOf(const float* scores, int64_t count) {
  constexpr int64_t kChains = 16;
  float largest[kChains];
  std::fill_n(largest, kChains, scores[0]);
  int64_t at = 0;
  for (; at + kChains <= count; at += kChains)
    for (int64_t chain = 0; chain < kChains; chain++) largest[chain] = scores[at + chain] > largest[chain] ? scores[at + chain] : largest[chain];
  for (; at < count; at++) largest[0] = scores[at] > largest[0] ? scores[at] : largest[0];
  return *std::max_element(largest, largest + kChains);
}

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
    largest[block] = largestOf(from, size);
  }
  std::nth_element(largest, largest + wanted - 1, largest + kBlocks, std::greater<float>());
  return largest[wanted - 1];
}

/** Bound on the distance of all scores from 0. */
double boundOf(const Moments& moments, int64_t items) {
  return std::fabs(moments.mean) + moments.deviation * std::sqrt(static_cast<double>(items));
}

/** The scores of a row by one model, and its items that come first by them. */
struct ScoresOfModel {
  std::vector<float> scores;
  /** Items that are first by the scores and not watched, ascending; found when they are first asked for. */
  std::vector<int32_t> first;
  bool isSearched;
  /** What the scores of all other items stay below; -inf if nothing bounds them. */
  float below;
};

/** Memory for the items of a row, kept from row to row. */
struct Room {
  /** Of the model itself, then of each companion. */
  std::vector<ScoresOfModel> models;
  std::vector<float> mixed, kept;
  std::vector<int32_t> places;
  std::vector<uint8_t> isWatched;
  /** The items that are first by a score of a mixture, ascending; the list of the mixture before. */
  std::vector<int32_t> candidates, merged, before;
  /** Their scores by the model itself, by two companions and by the trend. */
  std::vector<float> ofCandidates[4], ofBefore[4];
  std::vector<uint64_t> keys;
};

/** Makes the lists of a row. */
class RowLister {
 public:
  RowLister(const Task& task, Room& room) : task_(task), room_(room) {}

  void list(int64_t row) {
    row_ = row;
    task_.isLeft[row] = 1;
    if (!takeScores()) return;
    room_.isWatched.assign(static_cast<size_t>(task_.items), 0);
    for (const int32_t* item = watchedFrom(); item < watchedTo(); item++) room_.isWatched[*item] = 1;
    room_.mixed.resize(static_cast<size_t>(task_.items));
    room_.places.resize(static_cast<size_t>(task_.items));
    room_.before.clear();
    for (int64_t mixture = 0; mixture < task_.mixtures; mixture++) {
      const Mixture& given = task_.shares[mixture];
      if (mixture == 0 || !mixesAlike(given, task_.shares[mixture - 1])) takeModels(given);
      const double length = static_cast<double>(watchedTo() - watchedFrom());
      const double first = given.first * length / (length + task_.halfTrusted);
      const double second = given.second * length / (length + task_.halfTrusted);
      const Shares shares{1 - (first + second), first, second, given.strength};
      int32_t* list = task_.best + (row * task_.mixtures + mixture) * task_.count;
      if (!bestOfFew(shares, list) && !bestOfAll(shares, list)) return;
      room_.before.assign(list, list + task_.count);
    }
    task_.isLeft[row] = 0;
  }

 private:
  const int32_t* watchedFrom() const { return task_.watched + task_.offsets[row_]; }
  const int32_t* watchedTo() const { return task_.watched + task_.offsets[row_ + 1]; }

  static bool mixesAlike(const Mixture& one, const Mixture& other) {
    return one.firstPlace == other.firstPlace && one.secondPlace == other.secondPlace;
  }

  /**
   * Copies the scores of the row, and makes deviations of those of the companions, and of the own ones if they are to be; false if scores are too
   * large or not numbers.
   */
  bool takeScores() {
    // Without a history, companions add nothing.
    const int64_t models = watchedTo() == watchedFrom() ? 1 : 1 + task_.companions;
    room_.models.resize(static_cast<size_t>(1 + task_.companions));
    for (int64_t model = 0; model < models; model++) {
      const float* all = model == 0 ? task_.own : task_.others + (model - 1) * task_.rows * task_.items;
      room_.models[model].scores.assign(all + row_ * task_.items, all + (row_ + 1) * task_.items);
      room_.models[model].isSearched = false;
    }
    for (int64_t from = 0; from < models; from += kMostMoments) {
      const int64_t count = std::min<int64_t>(kMostMoments, models - from);
      float* rows[kMostMoments];
      Moments moments[kMostMoments];
      for (int64_t at = 0; at < count; at++) rows[at] = room_.models[from + at].scores.data();
      chosen()->momentsOfRows(rows, count, task_.items, moments);
      for (int64_t at = 0; at < count; at++) {
        if (!(boundOf(moments[at], task_.items) < kTooLarge)) return false;
        if (from + at > 0 || task_.isOwnStandardised) chosen()->standardise(rows[at], task_.items, moments[at]);
      }
      if (from > 0) continue;
      if (task_.isOwnStandardised) chosen()->momentsOfRows(rows, 1, task_.items, moments);
      ofOwn_ = moments[0];
    }
    return true;
  }

  /** The scores of a companion of a mixture; null if it has none, or the row has no history. */
  ScoresOfModel* companionOf(const Mixture& mixture, int which) {
    const int64_t place = mixture.placeOf(which);
    return place < 0 || watchedTo() == watchedFrom() ? nullptr : &room_.models[1 + place];
  }

  /** Takes the scores that a mixture is made of, and gathers the items that are first by one of them at least. */
  void takeModels(const Mixture& mixture) {
    ScoresOfModel* const models[] = {&room_.models[0], companionOf(mixture, 0), companionOf(mixture, 1)};
    const auto scoresOf = [](const ScoresOfModel* model) { return model == nullptr ? nullptr : model->scores.data(); };
    scores_ = {scoresOf(models[0]), scoresOf(models[1]), scoresOf(models[2]), task_.trend, task_.items, ofOwn_};
    hasFew_ = takeFirst(models);
    if (!hasFew_) return;
    few_ = gathered(room_.candidates, room_.ofCandidates);
    const auto boundOf = [](const ScoresOfModel* model) { return model == nullptr ? nullptr : &model->below; };
    bound_ = {boundOf(models[0]), boundOf(models[1]), boundOf(models[2]), task_.trend == nullptr ? nullptr : &task_.trendBound, 1, ofOwn_};
  }

  /** False if a score bounds nothing, or too few items are first. */
  bool takeFirst(ScoresOfModel* const (&models)[3]) {
    auto& candidates = room_.candidates;
    if (task_.trend != nullptr && task_.trendBound == -std::numeric_limits<float>::infinity()) return false;
    candidates.clear();
    std::copy_if(task_.firstByTrend.begin(), task_.firstByTrend.end(), std::back_inserter(candidates), [&](int32_t item) { return room_.isWatched[item] == 0; });
    for (ScoresOfModel* model : models) {
      if (model == nullptr) continue;
      if (!model->isSearched) searchFirst(*model);
      if (model->below == -std::numeric_limits<float>::infinity()) return false;
      room_.merged.clear();
      std::set_union(candidates.begin(), candidates.end(), model->first.begin(), model->first.end(), std::back_inserter(room_.merged));
      candidates.swap(room_.merged);
    }
    return static_cast<int64_t>(candidates.size()) >= task_.count;
  }

  void searchFirst(ScoresOfModel& model) {
    float* scores = model.scores.data();
    room_.kept.clear();
    for (const int32_t* item = watchedFrom(); item < watchedTo(); item++) {
      room_.kept.push_back(scores[*item]);
      scores[*item] = -std::numeric_limits<float>::infinity();
    }
    model.below = boundByBlocks(scores, task_.items, kFirst);
    const bool isBounded = model.below > -std::numeric_limits<float>::infinity();
    const int64_t found = isBounded ? chosen()->placesFrom(scores, task_.items, model.below, room_.places.data()) : 0;
    model.first.assign(room_.places.begin(), room_.places.begin() + found);
    for (const int32_t* item = watchedFrom(); item < watchedTo(); item++) scores[*item] = room_.kept[item - watchedFrom()];
    model.isSearched = true;
  }

  /** The scores of some items, in memory that the next call for the same `into` overwrites. */
  RowToMix gathered(const std::vector<int32_t>& items, std::vector<float> (&into)[4]) {
    const float* const all[] = {scores_.own, scores_.first, scores_.second, scores_.trend};
    const float* few[4] = {};
    for (int which = 0; which < 4; which++) {
      if (all[which] == nullptr) continue;
      into[which].clear();
      for (const int32_t item : items) into[which].push_back(all[which][item]);
      few[which] = into[which].data();
    }
    return {few[0], few[1], few[2], few[3], static_cast<int64_t>(items.size()), ofOwn_};
  }

  /** A mixed score that as many items reach as are asked for: the lowest one of the list before; -inf without one. */
  float reached(const Shares& shares) {
    if (room_.before.empty()) return -std::numeric_limits<float>::infinity();
    chosen()->mixRow(gathered(room_.before, room_.ofBefore), shares, room_.mixed.data());
    return *std::min_element(room_.mixed.begin(), room_.mixed.begin() + task_.count);
  }

  /** Puts the best of so many places first, in the order of a list, as far as it has places. */
  void sortBest(int64_t found) {
    room_.keys.resize(static_cast<size_t>(found));
    for (int64_t at = 0; at < found; at++) room_.keys[at] = keyOf(room_.mixed[room_.places[at]], room_.places[at]);
    std::partial_sort(room_.keys.begin(), room_.keys.begin() + task_.count, room_.keys.end(), std::greater<uint64_t>());
    for (int64_t at = 0; at < task_.count; at++) room_.places[at] = static_cast<int32_t>(~room_.keys[at]);
  }

  /** A number that is larger for a higher score, and of equal scores for the lower place. */
  static uint64_t keyOf(float score, int32_t place) {
    const float unsigned0 = score + 0.0f;
    uint32_t bits;
    std::memcpy(&bits, &unsigned0, sizeof(bits));
    bits ^= (bits >> 31) != 0 ? 0xffffffffu : 0x80000000u;
    return static_cast<uint64_t>(bits) << 32 | static_cast<uint32_t>(~place);
  }

  /** The best unwatched items of all; false if there are fewer than asked for. */
  bool bestOfAll(const Shares& shares, int32_t* list) {
    const int64_t watched = watchedTo() - watchedFrom();
    float least = reached(shares);
    float* mixed = room_.mixed.data();
    chosen()->mixRow(scores_, shares, mixed);
    // Nothing below a score that more items reach than are asked for and watched can be among the best.
    least = std::max(least, boundByBlocks(mixed, task_.items, task_.count + watched));
    const int64_t found = chosen()->placesFrom(mixed, task_.items, least, room_.places.data());
    const auto end = std::remove_if(room_.places.begin(), room_.places.begin() + found, [&](int32_t item) { return room_.isWatched[item] == 1; });
    if (end - room_.places.begin() < task_.count) return false;
    sortBest(end - room_.places.begin());
    std::copy_n(room_.places.begin(), task_.count, list);
    return true;
  }

  /**
   * The best of the gathered items; false if another item might be among the best. A mixture rises with each of its scores, so an item outside
   * stays below the mixture of what bounds each score.
   */
  bool bestOfFew(const Shares& shares, int32_t* list) {
    if (!hasFew_ || shares.own < 0) return false;
    float most = 0;
    chosen()->mixRow(bound_, shares, &most);
    const float least = reached(shares);
    float* mixed = room_.mixed.data();
    chosen()->mixRow(few_, shares, mixed);
    const int64_t found = chosen()->placesFrom(mixed, few_.items, least, room_.places.data());
    if (found < task_.count) return false;
    sortBest(found);
    if (!(mixed[room_.places[task_.count - 1]] > most)) return false;
    for (int64_t place = 0; place < task_.count; place++) list[place] = room_.candidates[room_.places[place]];
    return true;
  }

  const Task& task_;
  Room& room_;
  int64_t row_ = 0;
  Moments ofOwn_{};
  /** What the mixtures of the same companions are made of: all items, the gathered ones, and what bounds the others. */
  RowToMix scores_{}, few_{}, bound_{};
  bool hasFew_ = false;
};

}  // namespace

// own (rows x items), others (companions x rows x items, or empty), trend (items or empty), watched offsets, watched items (ascending), mixtures
// (each the places of two companions, -1 for none, their shares and the strength of the trend, in double precision: two words a number), numbers
// (places of a list, 1 to standardise the own scores, the length of a history that gives companions half their share) -> items (rows x mixtures x
// places), left (rows)
//
// The same as listsOfMixtures (src/engine/training/fit/mixed-lists.ts), bit for bit; 1 in `left` leaves a row to that function: it has fewer
// unwatched items than places, or scores that are not numbers.
void bestOfMixtures(Call& call) {
  Tensor* own = call.input(0);
  requireMatrix(own, "the scores must be a matrix");
  const int64_t rows = size(own, 0);
  const int64_t items = size(own, 1);
  Tensor* others = call.input(1);
  Tensor* trend = call.input(2);
  const ItemsOfRows watched(call, 3, rows, items);
  Tensor* words = call.input(5);
  Tensor* numbers = call.input(6);
  const int64_t scoresOfRows = std::max<int64_t>(1, rows * items);
  require(others->count() % scoresOfRows == 0, "the scores differ in number");
  const int64_t companions = others->count() / scoresOfRows;
  constexpr int64_t kWords = sizeof(Mixture) / sizeof(int32_t);
  require(words->count() % kWords == 0, "a mixture has five numbers");
  require(numbers->count() == 3 && dataOf<int32_t>(numbers)[0] > 0 && dataOf<int32_t>(numbers)[0] <= kMostPlaces && dataOf<int32_t>(numbers)[2] > 0, "the number of places is needed");
  std::vector<Mixture> shares(static_cast<size_t>(words->count() / kWords));
  std::memcpy(shares.data(), dataOf<int32_t>(words), shares.size() * sizeof(Mixture));
  for (const Mixture& mixture : shares) {
    for (const double place : {mixture.firstPlace, mixture.secondPlace})
      require(place >= -1 && place < static_cast<double>(companions) && place == std::floor(place), "there is no such companion");
    require(mixture.placeOf(1) < 0 || mixture.placeOf(0) >= 0, "a second companion needs a first");
  }
  const auto mixtures = static_cast<int64_t>(shares.size());
  const int64_t count = dataOf<int32_t>(numbers)[0];
  require(trend->count() == 0 || trend->count() == items, "the scores differ in number");
  Task task{rows,
            items,
            count,
            mixtures,
            companions,
            dataOf<float>(own),
            dataOf<float>(others),
            trend->count() == 0 ? nullptr : dataOf<float>(trend),
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
