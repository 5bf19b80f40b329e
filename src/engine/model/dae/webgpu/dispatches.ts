/** Binds passes to their arrays, and submits them. */
import type { Pass } from './passes/pass';
import type { Slice } from './shape';

export interface Dispatch {
  readonly pipeline: GPUComputePipeline;
  readonly group: GPUBindGroup;
  readonly groups: readonly [x: number, y: number, z: number];
}

/** @param arrayOf returns the array for a binding of the pass */
export function dispatchOf(
  device: GPUDevice,
  pass: Pass,
  pipeline: GPUComputePipeline,
  slice: Slice,
  arrayOf: (binding: string) => GPUBuffer,
): Dispatch {
  const entries = pass.bindings.map(([name], binding) => ({ binding, resource: { buffer: arrayOf(name) } }));
  const group = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
  return { pipeline, group, groups: pass.groups(slice) };
}

/** Submits them in one go, without awaiting anything. */
export function submit(device: GPUDevice, dispatches: readonly Dispatch[]): void {
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  for (const { pipeline, group, groups } of dispatches) {
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group);
    pass.dispatchWorkgroups(...groups);
  }
  pass.end();
  device.queue.submit([encoder.finish()]);
}
