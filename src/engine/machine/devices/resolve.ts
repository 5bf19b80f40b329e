/** Resolves the requested device to the one that is used. The stored recipe names it, so that a verification uses the same. */
import type { DeviceChoice, Gpu } from '../../../shared/contract/device';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { type Said, say, type Sentence, textOf } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { isFaster, measuredFor, measuredSentence } from './faster';
import { whyNotThroughWebGpu } from './webgpu-recipes';
import { webGpuState } from './webgpu-state';

interface Resolved {
  readonly recipe: Recipe;
  readonly choice: DeviceChoice;
}

const exactOnCpu = (mode: string): Sentence => say('gpu.exact-on-cpu', { mode });

/**
 * `auto` takes the GPU in the mode fast if it was measured to be faster on data of this size; otherwise the CPU, with the reason. The exact modes
 * always use the CPU, so their recipes are stored unchanged.
 * @param of.titles size of the data
 * @param of.began how a repeated or resumed run began, which names its device
 * @throws ShelfwiseError `usage` if a requested GPU cannot be used; never falls back to the CPU silently
 */
export async function resolveDevice(
  recipe: Recipe,
  launcher: TrainerLauncher,
  of: { titles: number } | { began: DeviceChoice | undefined },
): Promise<Resolved> {
  const asked = recipe['numeric.device'];
  const mode = recipe['numeric.mode'];
  if (asked === 'cpu') return { recipe, choice: { asked, used: 'cpu', reason: null } };
  if (mode !== 'fast') {
    const exact = exactOnCpu(mode);
    if (asked === 'auto') return { recipe, choice: { asked, used: 'cpu', reason: textOf([exact]), said: [exact] } };
    throw new ShelfwiseError('usage', [say('gpu.asked-in-mode', { mode }), exact, say('gpu.set-fast')]);
  }
  const { gpu, said } = await webGpuState(launcher);
  const why = said ?? whyNot(recipe, of);
  if (asked === 'gpu') {
    if (why === null) return onGpu(recipe, gpu!, null);
    throw new ShelfwiseError('usage', [say('gpu.asked-in-vain'), ...why, say('gpu.set-cpu')]);
  }
  if (why !== null) return onCpu(recipe, why);
  return 'began' in of ? onGpu(recipe, gpu!, null) : faster(recipe, of.titles, gpu!, launcher);
}

function whyNot(recipe: Recipe, of: object): Said | null {
  if ('began' in of && (of.began as DeviceChoice | undefined)?.through !== 'webgpu') return [say('gpu.through-cuda')];
  const refusal = whyNotThroughWebGpu(recipe);
  return refusal && [refusal];
}

async function faster(recipe: Recipe, titles: number, gpu: Gpu, launcher: TrainerLauncher): Promise<Resolved> {
  try {
    const measured = await measuredFor(recipe, titles, gpu, launcher);
    const why = [measuredSentence(measured)];
    return isFaster(measured) ? onGpu(recipe, gpu, why) : onCpu(recipe, why);
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    return onCpu(recipe, said);
  }
}

const onGpu = (recipe: Recipe, gpu: Gpu, why: Said | null): Resolved => ({
  recipe: { ...recipe, 'numeric.device': 'gpu' },
  choice: {
    asked: recipe['numeric.device'],
    used: 'gpu',
    reason: why && textOf(why),
    ...(why !== null && { said: why }),
    through: 'webgpu',
    gpu,
  },
});

const onCpu = (recipe: Recipe, said: Said): Resolved => ({
  recipe: { ...recipe, 'numeric.device': 'cpu' },
  choice: { asked: recipe['numeric.device'], used: 'cpu', reason: textOf(said), said },
});
