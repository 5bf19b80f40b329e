/** When a GPU counts as correct: it computes what the processor computes, and repeats it. */
import type { DeviceMeasurement } from '../../src/shared/contract/device';

/** Single precision over sums of this length; a product in TF32, which keeps 10 bits, is off by 1e-3 and more. */
const KERNEL_TOLERANCE = 1e-5;
/** The losses of a few epochs drift apart with rounding. */
const LOSS_TOLERANCE = 1e-3;

export interface Judgement {
  /** Largest relative difference between the losses of an epoch. */
  readonly lossDifference: number;
  readonly problems: string[];
}

export function judge(processor: DeviceMeasurement, gpu: DeviceMeasurement, again: DeviceMeasurement): Judgement {
  const lossDifference = Math.max(
    0,
    ...gpu.losses.map((loss, epoch) => Math.abs(loss - processor.losses[epoch]!) / processor.losses[epoch]!),
  );
  const problems = Object.entries(gpu.kernels)
    .filter(([, off]) => !(off <= KERNEL_TOLERANCE))
    .map(([kernel, off]) => `the kernel ${kernel} is off by ${off.toExponential(1)}`);
  // No compared kernel is a failure too.
  if (Object.keys(gpu.kernels).length === 0) problems.push('none of its kernels was compared');
  if (gpu.losses.length === 0 || gpu.losses.length !== processor.losses.length)
    problems.push(`it has ${gpu.losses.length} losses, the processor ${processor.losses.length}`);
  if (!(lossDifference <= LOSS_TOLERANCE)) problems.push(`the losses are not the processor's`);
  if (gpu.lists?.areTheProcessors === false) problems.push('its lists are not those of the processor');
  if (!gpu.repeats) problems.push('two trainings in one process gave different bits');
  if (gpu.weightsSha256 !== again.weightsSha256) problems.push('two processes gave different bits');
  return { lossDifference, problems };
}
