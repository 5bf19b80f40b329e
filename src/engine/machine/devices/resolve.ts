/** Checks that a run can be trained on the device that its recipe names. */
import type { DeviceChoice } from '../../../shared/contract/device';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { whyNotThroughWebGpu } from './webgpu-recipes';
import { webGpuState } from './webgpu-state';

/** @throws ShelfwiseError `usage` if the recipe asks for a GPU and it cannot be used; the processor never stands in for it silently */
export async function resolveDevice(recipe: Recipe, launcher: TrainerLauncher): Promise<DeviceChoice> {
  if (recipe['numeric.device'] !== 'gpu') return { asked: 'cpu', used: 'cpu', reason: null };
  const { gpu, said } = await webGpuState(launcher);
  const refusal = whyNotThroughWebGpu(recipe);
  const why = said ?? (refusal && [refusal]);
  if (why !== null) throw new ShelfwiseError('usage', [say('gpu.asked-in-vain'), ...why, say('gpu.set-cpu')]);
  return { asked: 'gpu', used: 'gpu', reason: null, through: 'webgpu', gpu: gpu! };
}
