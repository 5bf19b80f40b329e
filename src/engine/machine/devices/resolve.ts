/** Resolves the requested device to the one that is used. The stored recipe names it, so that a verification uses the same. */
import type { DeviceChoice, GpuWay } from '../../../shared/contract/device';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { type Said, say, type Sentence, textOf } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import type { TrainerLauncher } from '../trainers/trainer-launcher';
import { isFaster, measuredFor, measuredSentence } from './faster';
import { type GpuState, gpuState, gpuStateOf } from './gpu-state';
import { whyNotThroughWebGpu } from './webgpu-recipes';

interface Resolved {
  readonly recipe: Recipe;
  readonly choice: DeviceChoice;
}

const exactOnCpu = (mode: string): Sentence => say('gpu.exact-on-cpu', { mode });

/**
 * `auto` takes the GPU in the mode fast if there is one, through WebGPU only if it was measured to be faster on data of this size; otherwise the
 * CPU, with the reason. The exact modes always use the CPU, so their recipes are stored unchanged.
 * @param of.titles size of the data
 * @param of.through the way that a repeated or resumed run used before, which it must use again
 * @throws ShelfwiseError `usage` if a requested GPU cannot be used; never falls back to the CPU silently
 */
export async function resolveDevice(
  recipe: Recipe,
  launcher: TrainerLauncher,
  of: { titles: number } | { through: GpuWay },
): Promise<Resolved> {
  const asked = recipe['numeric.device'];
  const mode = recipe['numeric.mode'];
  if (asked === 'cpu') return { recipe, choice: { asked, used: 'cpu', reason: null } };
  if (mode !== 'fast') {
    const exact = exactOnCpu(mode);
    if (asked === 'auto') return { recipe, choice: { asked, used: 'cpu', reason: textOf([exact]), said: [exact] } };
    throw new ShelfwiseError('usage', [say('gpu.asked-in-mode', { mode }), exact, say('gpu.set-fast')]);
  }
  const state = 'through' in of ? await gpuStateOf(of.through, launcher) : await gpuState(launcher);
  const why = whyNot(state, recipe);
  if (asked === 'gpu') {
    if (why === null) return onGpu(recipe, state, null);
    throw new ShelfwiseError('usage', [say('gpu.asked-in-vain'), ...why, say('gpu.set-cpu')]);
  }
  if (why !== null) return onCpu(recipe, why);
  if (state.through === 'cuda' || 'through' in of) return onGpu(recipe, state, null);
  return faster(recipe, of.titles, state, launcher);
}

function whyNot({ reason, said = [reason ?? ''], through }: GpuState, recipe: Recipe): Said | null {
  if (reason !== null) return said;
  const refusal = through === 'webgpu' ? whyNotThroughWebGpu(recipe) : null;
  return refusal && [refusal];
}

async function faster(recipe: Recipe, titles: number, state: GpuState, launcher: TrainerLauncher): Promise<Resolved> {
  try {
    const measured = await measuredFor(recipe, titles, state.gpu!, launcher);
    const why = [measuredSentence(measured)];
    return isFaster(measured) ? onGpu(recipe, state, why) : onCpu(recipe, why);
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    return onCpu(recipe, said);
  }
}

const onGpu = (recipe: Recipe, { through, gpu }: GpuState, why: Said | null): Resolved => ({
  recipe: { ...recipe, 'numeric.device': 'gpu' },
  choice: {
    asked: recipe['numeric.device'],
    used: 'gpu',
    reason: why && textOf(why),
    ...(why !== null && { said: why }),
    through,
    ...(through === 'webgpu' && gpu !== null && { gpu }),
  },
});

const onCpu = (recipe: Recipe, said: Said): Resolved => ({
  recipe: { ...recipe, 'numeric.device': 'cpu' },
  choice: { asked: recipe['numeric.device'], used: 'cpu', reason: textOf(said), said },
});
