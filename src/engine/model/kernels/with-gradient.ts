import * as tf from '@tensorflow/tfjs';

/** A function of tensors with its own gradient; `saved` passes tensors from the value to the gradient. */
export function withGradient<Result extends tf.Tensor>(
  inputs: readonly tf.Tensor[],
  compute: (inputs: tf.Tensor[]) => {
    value: tf.Tensor;
    saved: tf.Tensor[];
    /** One gradient per input. */
    gradient: (upstream: tf.Tensor, saved: tf.Tensor[]) => tf.Tensor[];
  },
): Result {
  const operation = tf.customGrad((...given) => {
    const save = given.pop() as tf.GradSaveFunc;
    const { value, saved, gradient } = compute(given as tf.Tensor[]);
    save(saved);
    return { value, gradFunc: gradient };
  });
  return operation(...inputs) as Result;
}
