// The Adam update of a parameter.
#include "call.h"
#include "operations.h"

/** Values per part: may be changed freely. */
constexpr int64_t kValues = 1 << 16;

// values, first moment, second moment, gradient, numbers (rate, shrink, 1 - beta1, 1 - beta2, epsilon) -> nothing
//
// Changes the first three in place: no other tensor shares their memory (exact.ts).
void adam(Call& call) {
  AdamTask task = adamTask(call, 0, 1, 2, 4);
  Tensor* gradient = call.input(3);
  const int64_t count = gradient->count();
  require(call.input(0)->count() == count, "values, moments and gradient differ in size");
  task.gradient = dataOf<float>(gradient);
  inParts(count, kValues, [&](int64_t from, int64_t to) { chosen()->adam(task, from, to); });
}
