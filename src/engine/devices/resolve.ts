/** From the device that was asked for to the one that is used. What is stored is a recipe that names it, so that a verification takes the same. */
import type { DeviceChoice } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence, textOf } from '../../shared/sentences/sentence';
import type { Recipe } from '../../shared/recipe/table';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { gpuState } from './gpu-state';

const exactOnCpu = (mode: string): Sentence => say('gpu.exact-on-cpu', { mode });

/**
 * `auto` takes the GPU in the mode fast where there is one, and else the CPU, with the reason. In the exact modes it is the CPU by
 * definition, so their recipes are stored as they are.
 * @throws ShelfwiseError `usage` where a GPU was asked for and cannot be used: never the CPU in silence
 */
export async function resolveDevice(
  recipe: Recipe,
  launcher: TrainerLauncher,
): Promise<{ recipe: Recipe; choice: DeviceChoice }> {
  const asked = recipe['numeric.device'];
  const mode = recipe['numeric.mode'];
  if (asked === 'cpu') return { recipe, choice: { asked, used: 'cpu', reason: null } };
  if (mode !== 'fast') {
    const exact = exactOnCpu(mode);
    if (asked === 'auto') return { recipe, choice: { asked, used: 'cpu', reason: textOf([exact]), said: [exact] } };
    throw new ShelfwiseError('usage', [say('gpu.asked-in-mode', { mode }), exact, say('gpu.set-fast')]);
  }
  const { reason, said = [reason ?? ''] } = await gpuState(launcher);
  if (reason === null)
    return { recipe: { ...recipe, 'numeric.device': 'gpu' }, choice: { asked, used: 'gpu', reason } };
  if (asked === 'auto')
    return { recipe: { ...recipe, 'numeric.device': 'cpu' }, choice: { asked, used: 'cpu', reason, said } };
  throw new ShelfwiseError('usage', [say('gpu.asked-in-vain'), ...said, say('gpu.set-cpu')]);
}
