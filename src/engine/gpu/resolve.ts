/** From the device that was asked for to the one that is used. What is stored is a recipe that names it, so that a verification takes the same. */
import type { DeviceChoice } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import type { Recipe } from '../../shared/recipe/table';
import type { TrainerLauncher } from '../runs/trainer-launcher';
import { gpuState } from './state';

const EXACT_ON_CPU = (mode: string): string =>
  `The mode "${mode}" promises the same bits elsewhere, which no GPU can: it computes on the CPU.`;

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
    if (asked === 'auto') return { recipe, choice: { asked, used: 'cpu', reason: EXACT_ON_CPU(mode) } };
    throw new ShelfwiseError(
      'usage',
      `numeric.device=gpu was asked for with numeric.mode=${mode}. ${EXACT_ON_CPU(mode)} Set numeric.mode to fast, or numeric.device to cpu.`,
    );
  }
  const { reason } = await gpuState(launcher);
  if (reason === null)
    return { recipe: { ...recipe, 'numeric.device': 'gpu' }, choice: { asked, used: 'gpu', reason } };
  if (asked === 'auto')
    return { recipe: { ...recipe, 'numeric.device': 'cpu' }, choice: { asked, used: 'cpu', reason } };
  throw new ShelfwiseError(
    'usage',
    `A GPU was asked for (numeric.device=gpu) and none can be used. ${reason} Set numeric.device to auto or cpu to train on the processor.`,
  );
}
