/** From the device that was asked for to the one that is used. What is stored is a recipe that names it, so that a verification takes the same. */
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
 * `auto` takes the GPU in the mode fast where there is one, through WebGPU only where it was measured to be faster on data of this size; and
 * else the CPU, with the reason. In the exact modes it is the CPU by definition, so their recipes are stored as they are.
 * @param of.titles how large the data is
 * @param of.through by what the GPU computed before, of a run that is repeated or goes on: it takes no other way
 * @throws ShelfwiseError `usage` where a GPU was asked for and cannot be used: never the CPU in silence
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
