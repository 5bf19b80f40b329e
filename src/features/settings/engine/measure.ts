/** Measures a usable device in a separate process. */
import { type DeviceMeasurement, MEASURE_WORK, type MeasureRequest } from '../../../shared/contract/device';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { AskedJob, TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { deviceEnvironment, webGpuEnvironment } from '../../../engine/machine/devices/trainer-environment';
import { gpuState, gpuStateOf } from '../../../engine/machine/devices/gpu-state';

/** @throws ShelfwiseError `usage` with the reason if there is no usable GPU */
export async function measureInProcess(
  request: MeasureRequest,
  launcher: TrainerLauncher,
  job: Pick<AskedJob, 'onProgress' | 'signal'>,
): Promise<DeviceMeasurement> {
  const { device, mode } = request;
  if (device === 'cpu')
    return launcher.ask(MEASURE_WORK, { ...job, request, environment: await deviceEnvironment(mode, 'cpu') });
  const state = request.through === undefined ? await gpuState(launcher) : await gpuStateOf(request.through, launcher);
  const { through, reason, said = [reason ?? ''] } = state;
  if (reason !== null) throw new ShelfwiseError('usage', [say('gpu.nothing-to-measure'), ...said]);
  const environment = through === 'webgpu' ? webGpuEnvironment('fast') : await deviceEnvironment('fast', 'gpu');
  return launcher.ask(MEASURE_WORK, { ...job, request: { ...request, through }, environment });
}
