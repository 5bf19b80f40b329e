/** Has a device measured in a process of its own, where it can be used. */
import type { DeviceMeasurement, MeasureRequest } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import type { AnsweredJob, TrainerLauncher } from '../trainers/trainer-launcher';
import { deviceEnvironment } from './trainer-environment';
import { gpuState } from './gpu-state';

/** @throws ShelfwiseError `usage` with the reason where there is no usable GPU */
export async function measure(
  request: MeasureRequest,
  launcher: TrainerLauncher,
  job: Pick<AnsweredJob, 'onProgress' | 'signal'>,
): Promise<DeviceMeasurement> {
  const { device, mode } = request;
  if (device === 'gpu') {
    const { reason, said = [reason ?? ''] } = await gpuState(launcher);
    if (reason !== null) throw new ShelfwiseError('usage', [say('gpu.nothing-to-measure'), ...said]);
  }
  const environment = await deviceEnvironment(device === 'gpu' ? 'fast' : mode, device);
  return launcher.measure({ ...job, request, environment });
}
