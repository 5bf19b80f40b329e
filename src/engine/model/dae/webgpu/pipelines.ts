/** Programs compiled once for a device: members of an ensemble and stages of a run share them. */
import { say } from '../../../../shared/words/sentence';
import { ShelfwiseError } from '../../../../shared/errors';
import type { Pass } from './passes/pass';

const compiled = new WeakMap<GPUDevice, Map<string, Promise<GPUComputePipeline>>>();

/** @throws ShelfwiseError `usage` if the driver does not compile it */
export function pipelineOf(device: GPUDevice, { name, text }: Pass): Promise<GPUComputePipeline> {
  const known = compiled.get(device) ?? new Map<string, Promise<GPUComputePipeline>>();
  compiled.set(device, known);
  const pipeline =
    known.get(text) ??
    device
      .createComputePipelineAsync({
        label: name,
        layout: 'auto',
        compute: { module: device.createShaderModule({ label: name, code: text }) },
      })
      .catch((thrown: Error) => {
        const cause = thrown.message.split('\n')[0] ?? '';
        throw new ShelfwiseError('usage', say('gpu.not-compiled', { name, cause }), { cause: thrown });
      });
  known.set(text, pipeline);
  return pipeline;
}
