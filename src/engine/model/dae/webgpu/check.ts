/** Checks a GPU: computes one small known step on it and with the kernels of the processor. */
import { completeRecipe } from '../../../../shared/recipe/schema';
import type { OpenGpu } from '../../../machine/gpu/webgpu/open-gpu';
import { difference, finite } from '../../kernels/difference';
import { exactKernels } from '../../kernels/exact/exact';
import { RandomStream, RandomStreams } from '../../random';
import { DaeTraining, type MemberTraining, type TrainingInput, type TrainingState } from '../dae-training';
import { webGpuAccelerator } from './webgpu-training';

/** More titles than one part of a sum has, and sides that are no multiple of a tile. */
const [ROWS, TITLES, WATCHED, CONDITIONS] = [48, 1100, 12, 5];

function smallInput(): TrainingInput {
  const random = new RandomStream(1, 'webgpu-check');
  const all = Int32Array.from({ length: TITLES }, (_, title) => title);
  const rows = Array.from({ length: ROWS }, () => random.shuffle(all.slice()).slice(0, WATCHED).sort());
  const indices = Int32Array.from(rows.flatMap((row) => Array.from(row)));
  return {
    kernels: exactKernels,
    recipe: completeRecipe({ 'structure.width': 40, 'structure.conditionWidth': 6, 'optimiser.batch': 64 }),
    random: new RandomStreams(1),
    stage: 'check',
    histories: {
      rows: ROWS,
      columns: TITLES,
      offsets: Int32Array.from({ length: ROWS + 1 }, (_, row) => row * WATCHED),
      indices,
      values: new Float32Array(indices.length).fill(1),
    },
    conditions: {
      width: CONDITIONS,
      names: [],
      values: Float32Array.from({ length: (ROWS + 1) * CONDITIONS }, () => random.uniform()),
    },
  };
}

/**
 * @returns for the loss and the gradient of each parameter (its first moment is a tenth of it), the largest difference relative to the largest value
 */
export async function checkWebGpu(gpu: OpenGpu): Promise<Record<string, number>> {
  const input = smallInput();
  const theirs = await oneStep(new DaeTraining(input));
  const ours = await oneStep(await webGpuAccelerator(gpu).training(input));
  const off: Record<string, number> = { loss: finite(Math.abs(ours.loss / theirs.loss - 1)) };
  for (const [name, { firstMoment }] of Object.entries(theirs.state.parameters))
    off[name] = difference(ours.state.parameters[name]!.firstMoment, firstMoment);
  return off;
}

async function oneStep(training: MemberTraining): Promise<{ loss: number; state: TrainingState }> {
  try {
    const loss = await training.runEpoch(1, async () => undefined);
    return { loss, state: await training.state() };
  } finally {
    training.dispose();
  }
}
