/** Measures a usable device in a separate process. */
import { type DeviceMeasurement, MEASURE_WORK, type MeasureRequest } from '../../../shared/contract/device';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { AskedJob, TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { keepMeasured } from '../../../engine/machine/devices/measured';
import { trainerEnvironment } from '../../../engine/machine/devices/trainer-environment';
import { webGpuState } from '../../../engine/machine/devices/webgpu-state';

/** @throws ShelfwiseError `usage` with the reason if there is no usable GPU */
export async function measureInProcess(
  { beside = false, ...request }: MeasureRequest,
  launcher: TrainerLauncher,
  { onProgress, signal }: Pick<AskedJob, 'onProgress' | 'signal'>,
): Promise<DeviceMeasurement> {
  const measured = (device: MeasureRequest['device'], part: number, parts: number): Promise<DeviceMeasurement> =>
    launcher.ask(MEASURE_WORK, {
      request: { ...request, device },
      environment: trainerEnvironment(device),
      onProgress: ({ done, total, ...progress }) =>
        onProgress({ ...progress, done: part * total + done, total: parts * total }),
      signal,
    });
  if (request.device === 'cpu') return measured('cpu', 0, 1);
  const { said } = await webGpuState(launcher);
  if (said !== null) throw new ShelfwiseError('usage', [say('gpu.nothing-to-measure'), ...said]);
  if (!beside) return measured('gpu', 0, 1);
  const onGpu = await measured('gpu', 0, 2);
  await keepMeasured(onGpu, await measured('cpu', 1, 2));
  return onGpu;
}
