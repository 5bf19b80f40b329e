/** What models can be trained on here. */
import type { DeviceState, DeviceStatus, Gpu } from '../../../shared/contract/device';
import { type Said, say, textOf } from '../../../shared/words/sentence';
import { processorName } from '../environment/processor';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { measuredOf, measuredSentence } from './measured';
import { webGpuState } from './webgpu-state';

export async function deviceStatus(launcher: TrainerLauncher): Promise<DeviceStatus> {
  const { gpu, said } = await webGpuState(launcher);
  const cpu: DeviceState = { device: 'cpu', name: processorName(), usable: true, reason: null, driver: null };
  const other: DeviceState = {
    device: 'gpu',
    name: gpu?.name ?? 'GPU',
    usable: said === null,
    reason: said && textOf(said),
    ...(said && { said }),
    driver: gpu?.driver ?? null,
    ...(said === null && { notes: await notesOf(gpu) }),
  };
  return { devices: [cpu, other] };
}

async function notesOf(gpu: Gpu): Promise<Said> {
  const measured = await measuredOf(gpu);
  return [say('gpu.through-webgpu'), ...(measured === null ? [] : [measuredSentence(measured)])];
}
