// The update of a parameter.
#include "call.h"
#include "operations.h"

/** Values of one part: free to change. */
constexpr int64_t kValues = 1 << 16;

// values, first moment, second moment, gradient, numbers (rate, shrink, 1 - beta1, 1 - beta2, epsilon) -> nothing
//
// The first three change in place: their owner has them for itself (exact.ts).
void adam(Call& call) {
  TF_Tensor* tensors[4];
  for (int place = 0; place < 4; place++) tensors[place] = call.input(place);
  TF_Tensor* numbers = call.input(4);
  const int64_t count = TF_TensorElementCount(tensors[0]);
  for (TF_Tensor* tensor : tensors) require(TF_TensorElementCount(tensor) == count, "values, moments and gradient differ in size");
  require(TF_TensorElementCount(numbers) == 5, "five numbers are needed");
  const float* at = dataOf<float>(numbers);
  const AdamTask task{dataOf<float>(tensors[0]), dataOf<float>(tensors[1]), dataOf<float>(tensors[2]),
                      dataOf<float>(tensors[3]), at[0], at[1], at[2], at[3], at[4]};
  inParts(count, kValues, [&](int64_t from, int64_t to) { chosen()->adam(task, from, to); });
}
