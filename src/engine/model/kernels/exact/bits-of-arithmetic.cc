// Prints a hash of what each computation of the kernels gives for made-up numbers, without Node: compiled for another instruction set or processor, and
// run there or emulated, it has to print the same lines (same-bits.alone.test.ts).
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

#include "addon/arithmetic.h"
#include "addon/lanes.h"
#include "addon/processor.h"
#include "addon/tile.h"

namespace {

#if defined(__aarch64__)
const Arithmetic& arithmetic = kNeon;
#elif defined(__AVX512BF16__)
const Arithmetic& arithmetic = kAvx512Bfloat16;
#elif defined(__AVX512F__)
const Arithmetic& arithmetic = kAvx512;
#elif defined(__AVX2__)
const Arithmetic& arithmetic = kAvx2;
#else
const Arithmetic& arithmetic = kPlain;
#endif

constexpr int64_t kRows = 21, kItems = 77, kWidth = 35, kStride = 48;

/** Numbers from -1 to 1 that depend on nothing but their place (Marsaglia's xorshift of 32 bits). */
std::vector<float> numbers(size_t count) {
  static uint32_t state = 2463534242u;
  std::vector<float> made(count);
  for (float& one : made) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    one = static_cast<float>(static_cast<int32_t>(state)) / 2147483648.0f;
  }
  return made;
}

template <typename Value>
void print(const char* name, const std::vector<Value>& values) {
  uint64_t hash = 14695981039346656037u;
  const auto* bytes = reinterpret_cast<const unsigned char*>(values.data());
  for (size_t at = 0; at < values.size() * sizeof(Value); at++) hash = (hash ^ bytes[at]) * 1099511628211u;
  std::printf("%s %016llx\n", name, static_cast<unsigned long long>(hash));
}

/** Turns a batch as the kernels do: width x stride, zeros after the last row. */
std::vector<float> turned(const std::vector<float>& code) {
  std::vector<float> result(kWidth * kStride + 64);
  for (int64_t row = 0; row < kRows; row++)
    for (int64_t unit = 0; unit < kWidth; unit++) result[unit * kStride + row] = code[row * kWidth + unit];
  return result;
}

/** Zero, ties, the least and the largest numbers, denormal ones and infinity; NaN is left out, which has many bits. */
std::vector<float> edges() {
  std::vector<float> all = {0.0f, -0.0f, 0.5f, 1.5f, 2.5f, -0.5f, -1.5f, 87.0f, 88.0f, -87.0f, 88.1f, -87.1f, 1e-45f, -1e-45f, 1e-39f, 1.17549435e-38f,
                            3.40282347e38f, -3.40282347e38f, INFINITY, -INFINITY, 1.00390625f, 1.01171875f, 16777217.0f, 1e20f, -1e-20f, 3e-39f};
  for (float one : numbers(512 - all.size())) all.push_back(one * 100);
  return all;
}

template <typename Operation>
void lanes(const char* name, Operation operation) {
  const std::vector<float> first = edges();
  std::vector<float> second = first, third = numbers(first.size()), result(first.size());
  for (size_t at = 0; at < second.size(); at++) second[at] = first[(at * 7 + 3) % first.size()];
  for (size_t at = 0; at < first.size(); at += kLanes) {
    store(&result[at], operation(load(&first[at]), load(&second[at]), load(&third[at])));
    for (int lane = 0; lane < kLanes; lane++)
      if (std::isnan(result[at + lane])) result[at + lane] = 0;
  }
  print(name, result);
}

void printLanes() {
  lanes("add", [](Lanes a, Lanes b, Lanes) { return add(a, b); });
  lanes("subtract", [](Lanes a, Lanes b, Lanes) { return subtract(a, b); });
  lanes("multiply", [](Lanes a, Lanes b, Lanes) { return multiply(a, b); });
  lanes("divide", [](Lanes a, Lanes b, Lanes) { return divide(a, b); });
  lanes("squareRoot", [](Lanes a, Lanes, Lanes) { return squareRoot(a); });
  lanes("multiplyAdd", [](Lanes a, Lanes b, Lanes c) { return multiplyAdd(a, b, c); });
  lanes("greater", [](Lanes a, Lanes b, Lanes) { return greater(a, b); });
  lanes("rounded", [](Lanes a, Lanes, Lanes) { return rounded(a); });
  lanes("choose", [](Lanes a, Lanes b, Lanes c) { return choose(isGreater(a, c), a, b); });
  lanes("isBroken", [](Lanes a, Lanes b, Lanes c) { return choose(isBroken(divide(a, b)), b, c); });
  lanes("exponential", [](Lanes a, Lanes, Lanes) { return exponential(a); });
  lanes("pairs", [](Lanes a, Lanes b, Lanes) { return pairs(a, b); });
  lanes("addPairs", [](Lanes a, Lanes b, Lanes c) {
    [[maybe_unused]] const PairProducts::Numbers numbers;
    return addPairs(pairs(a, b), pairs(b, c), c);
  });
  lanes("lowered", [](Lanes a, Lanes b, Lanes) {
    uint16_t room[2 * kLanes];
    storeLowered(room, a);
    storeLowered(room + kLanes, b);
    return add(loadHalves(room), loadHalves(room + kLanes));
  });
}

/** Sums around the least normal number, where processors disagree on what is flushed: large products, and those below the last digit of the addend. */
void printLeast() {
  const float addends[] = {0.0f, -0.0f, 1e-45f, -1e-45f, 0x1p-126f, -0x1p-126f, 0x1.fffffep-127f, 0x1.8p-126f, -0x1.000002p-126f};
  std::vector<float> results;
  for (const float scale : {0x1p-64f, 0x1p-87f, 0x1p-89f})
    for (int left = 0; left < 128; left += 3)
      for (int right = 0; right < 128; right += 5)
        for (const float addend : addends) {
          [[maybe_unused]] const PairProducts::Numbers numbers;
          float room[kLanes];
          const Lanes a = all(0x1p-63f * (1 + left / 128.0f)), b = all(scale * (1 + right / 128.0f));
          for (const Lanes other : {all(0.0f), b, subtract(all(0.0f), b)}) {
            store(room, addPairs(pairs(a, a), pairs(b, other), all(addend)));
            results.push_back(room[0]);
            store(room, addPairs(pairs(a, a), pairs(subtract(all(0.0f), b), other), all(addend)));
            results.push_back(room[kLanes - 1]);
          }
        }
  print("addPairs at the least normal number", results);
}

void printLosses() {
  const std::vector<float> code = numbers(kRows * kWidth), decoder = numbers(kItems * kWidth + 64), bias = numbers(kItems), shifts = numbers(kStride);
  const std::vector<float> transposed = turned(code);
  ScoreTask task = {kRows, kStride, kWidth, transposed.data(), decoder.data(), bias.data()};
  std::vector<int32_t> starts(kItems + 1), rows;
  for (int64_t item = 0; item < kItems; item++) {
    for (int32_t row = static_cast<int32_t>(item % 5); row < kRows; row += 7) rows.push_back(row);
    starts[item + 1] = static_cast<int32_t>(rows.size());
  }
  const std::vector<float> values = numbers(rows.size());
  std::vector<float> picked(rows.size()), pickedExponentials(rows.size()), exponentials(kItems * kStride), sums(kStride), maxima(kStride), scores(kRows * kItems);
  const ItemTargets targets = {starts.data(), rows.data(), values.data(), picked.data(), pickedExponentials.data()};
  arithmetic.exponentials(task, shifts.data(), targets, 0, kItems, exponentials.data(), sums.data());
  print("exponentials", exponentials);
  print("sums", sums);
  print("picked", picked);
  arithmetic.maxima(task, 0, kItems, maxima.data());
  print("maxima", maxima);
  arithmetic.scores(task, kItems, 0, kItems, scores.data());
  print("scores", scores);

  const std::vector<float> factors = numbers(kStride);
  std::vector<float> codeGradient(kRows * kWidth), decoderGradient(kItems * kWidth), biasGradient(kItems);
  GradientTask gradient = {kRows,          kItems,         kWidth, exponentials.data(), kStride, factors.data(), code.data(), decoder.data(), codeGradient.data(),
                           decoderGradient.data(), biasGradient.data()};
  arithmetic.gradientOfCode(gradient, 0, kRows);
  arithmetic.gradientOfItems(gradient, 0, kItems);
  print("codeGradient", codeGradient);
  print("decoderGradient", decoderGradient);
  print("biasGradient", biasGradient);

  std::vector<float> moving = decoder, first = numbers(kItems * kWidth), second = numbers(kItems * kWidth), room(kMostTileRows * kWidth + 64);
  for (float& one : second) one *= one;
  AdamTask adam = {moving.data(), first.data(), second.data(), decoderGradient.data(), 0.001f, 0.9999f, 0.1f, 0.001f, 1e-8f};
  arithmetic.adam(adam, 0, kItems * kWidth);
  print("adam", moving);
  gradient.decoder = moving.data();
  arithmetic.stepOfItems(gradient, adam, 0, kItems, room.data());
  print("stepOfItems", moving);

  std::vector<float> paired((kWidth + 1) / 2 * kStride + 64), loweredRoom(kLoweredItems / 2 * (kWidth + kStride + 16) + 64);
  arithmetic.pairRows(transposed.data(), kWidth, kStride, kStride, paired.data());
  print("pairRows", paired);
  task.code = paired.data();
  std::vector<uint16_t> halves(kItems * kStride);
  std::vector<float> tile(kMostTileRows * kStride + 64);
  arithmetic.loweredExponentials(task, shifts.data(), targets, 0, kItems, halves.data(), sums.data(), tile.data());
  print("loweredExponentials", halves);
  print("loweredSums", sums);
  arithmetic.loweredMaxima(task, 0, kItems, maxima.data(), tile.data());
  print("loweredMaxima", maxima);
}

void printOthers() {
  std::vector<int32_t> offsets = {0}, columns;
  for (int32_t row = 0; row < kRows; row++) {
    for (int32_t column = row % 4; column < kItems; column += 3 + row % 5) columns.push_back(column);
    offsets.push_back(static_cast<int32_t>(columns.size()));
  }
  const std::vector<float> values = numbers(columns.size()), dense = numbers(kItems * kWidth);
  std::vector<float> product(kRows * kWidth);
  arithmetic.sparseProduct({offsets.data(), columns.data(), values.data()}, dense.data(), kWidth, 0, kRows, product.data());
  print("sparseProduct", product);

  std::vector<float> result(kRows * kWidth);
  const std::vector<float> left = numbers(kRows * kItems);
  arithmetic.denseProduct({left.data(), kItems, 1, dense.data(), kItems, kWidth, result.data()}, 0, kRows);
  print("denseProduct", result);
  arithmetic.exponentialsOf(dense.data(), 3, kRows * kWidth, result.data());
  print("exponentialsOf", result);

  constexpr int64_t kFactors = 32;
  const std::vector<float> others = numbers(kItems * kFactors);
  std::vector<float> gram(kFactors * kFactors), own = numbers(kRows * kFactors), ridges(kRows, 0.5f), room(3 * kFactorRows * kFactors + 64);
  arithmetic.factorGram(others.data(), kFactors, 0, kItems, gram.data());
  print("factorGram", gram);
  std::vector<int32_t> places;
  for (int32_t row = 0; row < kRows; row++) places.push_back(row);
  std::vector<float> weights = numbers(columns.size());
  for (float& one : weights) one = one * one + 0.1f;
  arithmetic.improveFactors({{offsets.data(), columns.data(), weights.data()}, kFactors, others.data(), gram.data(), ridges.data(), 3, places.data(), own.data()}, 0,
                            kRows, room.data());
  print("improveFactors", own);

  std::vector<float> scores = numbers(kItems);
  const std::vector<float> beside = numbers(3 * kItems);
  const float* const rows[] = {scores.data(), beside.data(), beside.data() + kItems, beside.data() + 2 * kItems};
  Moments moments[4];
  for (int64_t count = 1; count <= 4; count++) {
    arithmetic.momentsOfRows(rows, count, kItems, moments);
    for (int64_t row = 0; row < count; row++) print("momentsOfRows", std::vector<double>{moments[row].mean, moments[row].deviation});
  }
  arithmetic.standardise(scores.data(), kItems, moments[0]);
  print("standardise", scores);
  std::vector<int32_t> best(9);
  std::vector<float> bestScores(9);
  const int32_t excluded[] = {3, 40, 76};
  arithmetic.bestOfRow(scores.data(), kItems, excluded, 3, 9, best.data(), bestScores.data());
  print("bestOfRow", best);
  print("bestScores", bestScores);
  std::vector<double> large(kItems), less(kItems);
  for (int64_t at = 0; at < kItems; at++) large[at] = scores[at], less[at] = scores[kItems - 1 - at];
  arithmetic.subtractTimes(large.data(), less.data(), 0.3, kItems);
  print("subtractTimes", large);
}

}  // namespace

int main() {
  const PlainNumbers plain;
  printLanes();
  printLeast();
  printLosses();
  printOthers();
  return 0;
}
