/** Translates TensorFlow's out-of-memory errors on a GPU into a sentence that says what to do. */
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

const OUT_OF_MEMORY =
  /OOM when allocating|RESOURCE_?EXHAUSTED|CUDA_ERROR_OUT_OF_MEMORY|failed to allocate .* from device/i;

/** Returns every other failure unchanged. */
export function gpuFailure(thrown: unknown, device: 'auto' | 'cpu' | 'gpu'): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  if (device !== 'gpu' || !OUT_OF_MEMORY.test(error.message)) return error;
  return new ShelfwiseError('usage', say('gpu.out-of-memory'), { cause: thrown });
}
