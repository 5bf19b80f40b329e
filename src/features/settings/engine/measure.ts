/** Measures a usable device in a separate process. */
import { type DeviceMeasurement, MEASURE_WORK, type MeasureRequest } from '../../../shared/contract/device';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { AskedJob, TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { webGpuEnvironment } from '../../../engine/machine/devices/trainer-environment';
import { webGpuState } from '../../../engine/machine/devices/webgpu-state';
import { numericEnvironment } from '../../../engine/machine/environment/numeric-mode';

/** @throws ShelfwiseError `usage` with the reason if there is no usable GPU */
export async function measureInProcess(
  request: MeasureRequest,
  launcher: TrainerLauncher,
  job: Pick<AskedJob, 'onProgress' | 'signal'>,
): Promise<DeviceMeasurement> {
  const { device, mode } = request;
  if (device === 'cpu') return launcher.ask(MEASURE_WORK, { ...job, request, environment: numericEnvironment(mode) });
  const { said } = await webGpuState(launcher);
  if (said !== null) throw new ShelfwiseError('usage', [say('gpu.nothing-to-measure'), ...said]);
  return launcher.ask(MEASURE_WORK, { ...job, request, environment: webGpuEnvironment('fast') });
}
