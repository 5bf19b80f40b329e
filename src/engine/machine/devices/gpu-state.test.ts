import { expect, it } from 'vitest';
import { tensorflowSays } from './gpu-state';

const LOG = `2026-11-24 19:57:24.678701: E external/local_xla/xla/stream_executor/cuda/cuda_dnn.cc:9261] Unable to register cuDNN factory: Attempting to register factory for plugin cuDNN when one has already been registered
2026-11-24 19:57:24.700000: E external/local_xla/xla/stream_executor/cuda/cuda_driver.cc:274] failed call to cuInit: CUDA_ERROR_NO_DEVICE: no CUDA-capable device is detected
2026-11-24 19:57:24.800000: I tensorflow/core/platform/cpu_feature_guard.cc:182] This TensorFlow binary is optimized to use available CPU instructions
TensorFlow with CUDA found no GPU that it can use.
`;

it("finds what TensorFlow's log says of the GPU, without what it says at every start", () => {
  expect(tensorflowSays(LOG)).toBe('failed call to cuInit: CUDA_ERROR_NO_DEVICE: no CUDA-capable device is detected');
  expect(tensorflowSays(LOG.split('\n')[0]!)).toBeNull();
});
