// Operations of numbers at the same place.
#include <cmath>
#include <limits>

#include "logarithm.h"
#include "plain-operations.h"

namespace {

/** Numbers per part: may be changed freely. */
constexpr int64_t kNumbers = 1 << 15;

/** The shape of a result of two tensors, a dimension of 1 being repeated, and the steps of each tensor through it. */
struct Pair {
  std::vector<int64_t> shape, stepsLeft, stepsRight;

  Pair(const Tensor* left, const Tensor* right) {
    const size_t rank = std::max(left->shape().size(), right->shape().size());
    shape.resize(rank);
    stepsLeft = stepsThrough(left, rank);
    stepsRight = stepsThrough(right, rank);
    for (size_t dimension = 0; dimension < rank; dimension++) {
      const int64_t ofLeft = sizeThrough(left, rank, dimension), ofRight = sizeThrough(right, rank, dimension);
      require(ofLeft == ofRight || ofLeft == 1 || ofRight == 1, "the shapes do not fit each other");
      shape[dimension] = ofLeft == 1 ? ofRight : ofLeft;
    }
  }

 private:
  static int64_t sizeThrough(const Tensor* tensor, size_t rank, size_t dimension) {
    const size_t missing = rank - tensor->shape().size();
    return dimension < missing ? 1 : tensor->shape()[dimension - missing];
  }
  static std::vector<int64_t> stepsThrough(const Tensor* tensor, size_t rank) {
    std::vector<int64_t> steps = stepsOf(tensor->shape());
    steps.insert(steps.begin(), rank - steps.size(), 0);
    for (size_t dimension = 0; dimension < rank; dimension++)
      if (sizeThrough(tensor, rank, dimension) == 1) steps[dimension] = 0;
    return steps;
  }
};

template <typename Value, typename Result, typename Operation>
void ofPairs(Call& call, Type type, Operation operation) {
  Tensor* left = call.input(0);
  Tensor* right = call.input(1);
  const Pair pair(left, right);
  const auto* const ofLeft = dataOf<Value>(left);
  const auto* const ofRight = dataOf<Value>(right);
  auto* const result = call.output<Result>(0, type, pair.shape);
  const size_t rank = pair.shape.size();
  const int64_t columns = rank == 0 ? 1 : pair.shape[rank - 1];
  const int64_t stepLeft = rank == 0 ? 0 : pair.stepsLeft[rank - 1], stepRight = rank == 0 ? 0 : pair.stepsRight[rank - 1];
  int64_t rows = 1;
  for (size_t dimension = 0; dimension + 1 < rank; dimension++) rows *= pair.shape[dimension];
  if (rows == 0 || columns == 0) return;
  if (left->shape() == right->shape()) {
    inParts(rows * columns, kNumbers, [&](int64_t from, int64_t to) {
      for (int64_t at = from; at < to; at++) result[at] = operation(ofLeft[at], ofRight[at]);
    });
    return;
  }
  inParts(rows, std::max<int64_t>(1, kNumbers / columns), [&](int64_t from, int64_t to) {
    for (int64_t row = from; row < to; row++) {
      int64_t rest = row, leftAt = 0, rightAt = 0;
      for (size_t dimension = rank - 1; dimension-- > 0;) {
        const int64_t index = rest % pair.shape[dimension];
        rest /= pair.shape[dimension];
        leftAt += index * pair.stepsLeft[dimension];
        rightAt += index * pair.stepsRight[dimension];
      }
      for (int64_t column = 0; column < columns; column++)
        result[row * columns + column] = operation(ofLeft[leftAt + column * stepLeft], ofRight[rightAt + column * stepRight]);
    }
  });
}

/** For numbers of either type. */
template <typename Operation>
void arithmeticOf(Call& call, Operation operation) {
  const Type type = call.input(0)->type();
  require(type != Type::kBool && call.input(1)->type() == type, "two tensors of numbers of one type are needed");
  if (type == Type::kFloat)
    ofPairs<float, float>(call, type, operation);
  else
    ofPairs<int32_t, int32_t>(call, type, operation);
}

template <typename Operation>
void comparisonOf(Call& call, Operation operation) {
  const Type type = call.input(0)->type();
  require(type != Type::kBool && call.input(1)->type() == type, "two tensors of numbers of one type are needed");
  if (type == Type::kFloat)
    ofPairs<float, uint8_t>(call, Type::kBool, operation);
  else
    ofPairs<int32_t, uint8_t>(call, Type::kBool, operation);
}

template <typename Operation>
void ofEach(Call& call, Operation operation) {
  Tensor* tensor = call.input(0);
  require(tensor->type() == Type::kFloat, "numbers in single precision are needed");
  const auto* const from = dataOf<float>(tensor);
  using Result = decltype(operation(0.0f));
  auto* const result = call.output<Result>(0, sizeof(Result) == 1 ? Type::kBool : Type::kFloat, tensor->shape());
  inParts(tensor->count(), kNumbers, [&](int64_t begin, int64_t end) {
    for (int64_t at = begin; at < end; at++) result[at] = operation(from[at]);
  });
}

/** Whole numbers wrap around, as in TensorFlow. */
struct Add {
  float operator()(float a, float b) const { return a + b; }
  int32_t operator()(int32_t a, int32_t b) const { return static_cast<int32_t>(static_cast<uint32_t>(a) + static_cast<uint32_t>(b)); }
};
struct Subtract {
  float operator()(float a, float b) const { return a - b; }
  int32_t operator()(int32_t a, int32_t b) const { return static_cast<int32_t>(static_cast<uint32_t>(a) - static_cast<uint32_t>(b)); }
};
struct Multiply {
  float operator()(float a, float b) const { return a * b; }
  int32_t operator()(int32_t a, int32_t b) const { return static_cast<int32_t>(static_cast<uint32_t>(a) * static_cast<uint32_t>(b)); }
};
struct Divide {
  float operator()(float a, float b) const { return a / b; }
};

/** Rational approximation of degrees 13 and 6, within a few units in the last place (Eigen 3.4, generic_fast_tanh_float). */
inline float hyperbolicTangent(float a) {
  constexpr float kMost = 7.90531110763549805f, kLinear = 0.0004f;
  const float x = a < -kMost ? -kMost : a > kMost ? kMost : a;
  const float square = x * x;
  float above = square * -2.76076847742355e-16f + 2.00018790482477e-13f;
  above = square * above + -8.60467152213735e-11f;
  above = square * above + 5.12229709037114e-08f;
  above = square * above + 1.48572235717979e-05f;
  above = square * above + 6.37261928875436e-04f;
  above = square * above + 4.89352455891786e-03f;
  float below = square * 1.19825839466702e-06f + 1.18534705686654e-04f;
  below = square * below + 2.26843463243900e-03f;
  below = square * below + 4.89352518554385e-03f;
  return std::fabs(a) < kLinear ? a : x * above / below;
}

/** In double precision, rounded once. */
inline float logarithmOf(float x) {
  if (!(x > 0)) return x == 0 ? -std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
  return std::isinf(x) ? x : static_cast<float>(naturalLogarithm(x));
}

void exponentials(Call& call) {
  Tensor* tensor = call.input(0);
  require(tensor->type() == Type::kFloat, "numbers in single precision are needed");
  const auto* const from = dataOf<float>(tensor);
  auto* const result = call.output<float>(0, Type::kFloat, tensor->shape());
  inParts(tensor->count(), kNumbers, [&](int64_t begin, int64_t end) { chosen()->exponentialsOf(from, begin, end, result); });
}

/** The nearest whole number towards zero; the last one of its sign for what is beyond, 0 for NaN: processors differ there. */
inline int32_t wholeOf(float value) {
  if (std::isnan(value)) return 0;
  if (value >= 2147483648.0f) return INT32_MAX;
  return value < -2147483648.0f ? INT32_MIN : static_cast<int32_t>(value);
}

template <typename From, typename To, typename Convert>
void convert(Call& call, Convert conversion) {
  Tensor* tensor = call.input(0);
  const auto* const from = dataOf<From>(tensor);
  auto* const result = call.output<To>(0, call.options.type, tensor->shape());
  for (int64_t at = 0; at < tensor->count(); at++) result[at] = conversion(from[at]);
}

void cast(Call& call) {
  const Type from = call.input(0)->type(), to = call.options.type;
  if (from == to) {
    call.give(0, *call.input(0));
  } else if (to == Type::kBool) {
    if (from == Type::kFloat) convert<float, uint8_t>(call, [](float value) { return static_cast<uint8_t>(value != 0); });
    else convert<int32_t, uint8_t>(call, [](int32_t value) { return static_cast<uint8_t>(value != 0); });
  } else if (from == Type::kBool) {
    if (to == Type::kFloat) convert<uint8_t, float>(call, [](uint8_t value) { return static_cast<float>(value); });
    else convert<uint8_t, int32_t>(call, [](uint8_t value) { return static_cast<int32_t>(value); });
  } else if (to == Type::kFloat) {
    convert<int32_t, float>(call, [](int32_t value) { return static_cast<float>(value); });
  } else {
    convert<float, int32_t>(call, wholeOf);
  }
}

/** condition, yes, no, all of one shape -> yes where the condition holds, no elsewhere */
void select(Call& call) {
  Tensor* condition = call.input(0);
  Tensor* yes = call.input(1);
  Tensor* no = call.input(2);
  require(condition->type() == Type::kBool && yes->type() == no->type() && sizeOf(yes->type()) == 4, "a condition and two tensors of numbers of one type are needed");
  require(condition->shape() == yes->shape() && yes->shape() == no->shape(), "the shapes do not fit each other");
  const auto* const isYes = dataOf<uint8_t>(condition);
  auto* const result = call.output<uint32_t>(0, yes->type(), yes->shape());
  for (int64_t at = 0; at < yes->count(); at++) result[at] = isYes[at] ? dataOf<uint32_t>(yes)[at] : dataOf<uint32_t>(no)[at];
}

const NamedOperation kOperations[] = {
    {"Add", [](Call& call) { arithmeticOf(call, Add()); }},
    {"AddV2", [](Call& call) { arithmeticOf(call, Add()); }},
    {"Sub", [](Call& call) { arithmeticOf(call, Subtract()); }},
    {"Mul", [](Call& call) { arithmeticOf(call, Multiply()); }},
    {"RealDiv",
     [](Call& call) {
       require(call.input(0)->type() == Type::kFloat && call.input(1)->type() == Type::kFloat, "numbers in single precision are needed");
       ofPairs<float, float>(call, Type::kFloat, Divide());
     }},
    {"Maximum", [](Call& call) { arithmeticOf(call, [](auto a, auto b) { return a > b ? a : b; }); }},
    {"Greater", [](Call& call) { comparisonOf(call, [](auto a, auto b) { return static_cast<uint8_t>(a > b); }); }},
    {"Square", [](Call& call) { ofEach(call, [](float x) { return x * x; }); }},
    {"Sqrt", [](Call& call) { ofEach(call, [](float x) { return std::sqrt(x); }); }},
    {"Neg", [](Call& call) { ofEach(call, [](float x) { return -x; }); }},
    {"Abs", [](Call& call) { ofEach(call, [](float x) { return std::fabs(x); }); }},
    {"Relu", [](Call& call) { ofEach(call, [](float x) { return x > 0 ? x : 0.0f; }); }},
    {"Tanh", [](Call& call) { ofEach(call, hyperbolicTangent); }},
    {"Log", [](Call& call) { ofEach(call, logarithmOf); }},
    {"IsNan", [](Call& call) { ofEach(call, [](float x) { return static_cast<uint8_t>(std::isnan(x)); }); }},
    {"Exp", exponentials},
    {"Cast", cast},
    {"Select", select},
};

}  // namespace

PlainOperation elementwiseOf(const std::string& name) { return found(kOperations, name); }
