/**
 * Trains on generated data on one device for a short time: measures how fast it is, whether it repeats, and whether its kernels compute correctly.
 */
import { setImmediate } from 'node:timers/promises';
import type { DeviceMeasurement, MeasureRequest } from '../../../shared/contract/device';
import type { Progress } from '../../../shared/contract/progress';
import { STORED_PLACES } from '../../../shared/limits';
import { completeRecipe } from '../../../shared/recipe/schema';
import type { SparseRows } from '../../../engine/data/tables';
import { describeEnvironment } from '../../../engine/machine/environment/environment';
import { openGpu } from '../../../engine/machine/gpu/webgpu/open-gpu';
import { loadBackend } from '../../../engine/model/backend';
import { restoreDae } from '../../../engine/model/dae/dae-recommender';
import type { TrainingInput } from '../../../engine/model/dae/dae-training';
import { EnsembleTraining } from '../../../engine/model/dae/ensemble';
import { checkWebGpu } from '../../../engine/model/dae/webgpu/check';
import { timeParts, webGpuAccelerator } from '../../../engine/model/dae/webgpu/webgpu-training';
import { checkKernels } from '../../../engine/model/kernels/check';
import { RandomStream, RandomStreams } from '../../../engine/model/random';
import type { NamedTensors } from '../../../engine/model/recommender';
import { hashTensors } from '../../../engine/model/safetensors';
import { makeLists, makeListsThrough } from '../../../engine/model/ranking/lists';
import { sha256OfLists } from '../../../engine/runs/lists-file';

const WATCHED = 40;
const SEED = 1;

/** As a trainer process is asked for it, which needs no workspace. */
export const measureInTrainer = (
  _workspaceFolder: string,
  request: MeasureRequest,
  onProgress: (progress: Progress) => void,
): Promise<DeviceMeasurement> => measureDevice(request, onProgress);

/**
 * Trains twice from the same beginning.
 * @throws ShelfwiseError `usage` if a GPU is requested and none can be used
 */
async function measureDevice(
  { device, epochs, profiles, titles, hidden, parts = false }: MeasureRequest,
  onProgress: (progress: Progress) => void,
): Promise<DeviceMeasurement> {
  const recipe = completeRecipe({
    'numeric.device': device,
    ...(hidden !== undefined && { 'structure.width': hidden }),
  });
  const open = device === 'gpu' ? await openGpu() : null;
  try {
    const backend = await loadBackend();
    const described = open === null ? backend : { ...backend, gpu: open.gpu };
    const { gpu, deviceName, tensorflow } = await describeEnvironment(described);
    const accelerator = open && webGpuAccelerator(open);
    const conditions = { width: 0, names: [], values: new Float32Array(0) };
    const random = new RandomStreams(SEED);
    const histories = madeUpHistories(profiles, titles);
    const input = { kernels: backend.kernels, accelerator, recipe, random, stage: 'final', histories, conditions };
    const train = (round: number): Promise<Training> =>
      trainOnce(input, epochs, (epoch) =>
        onProgress({ phase: 'measure', detail: '', done: round * epochs + epoch, total: 2 * epochs }),
      );
    const first = await train(0);
    const second = await train(1);
    return {
      device,
      name: gpu?.name ?? deviceName,
      ...(gpu !== null && { gpu }),
      tensorflow,
      profiles,
      titles,
      hidden: recipe['structure.width'],
      secondsPerEpoch: median([...first.seconds.slice(1), ...second.seconds.slice(1)]),
      losses: first.losses,
      repeats: hashTensors(first.weights) === hashTensors(second.weights),
      weightsSha256: hashTensors(first.weights),
      kernels: open === null ? checkKernels(backend.kernels) : await checkWebGpu(open),
      ...(parts && { lists: await timeLists(input, first.weights) }),
      ...(parts && open !== null && { parts: await timeParts(open, input) }),
    };
  } finally {
    open?.close();
  }
}

/** Makes lists of all rows with the given weights, as a run does; on a GPU, compares them with the processor's. */
async function timeLists(
  { kernels, accelerator, recipe, histories }: TrainingInput,
  weights: NamedTensors,
): Promise<NonNullable<DeviceMeasurement['lists']>> {
  const recommender = restoreDae(kernels, recipe, weights);
  const rows = { histories, conditions: new Float32Array(0), conditionWidth: 0 };
  const options = { count: Math.min(STORED_PLACES, histories.columns), excludeWatched: true };
  const finder = (accelerator && (await recommender.finderThrough(accelerator))) ?? null;
  try {
    const started = performance.now();
    const made = await (finder === null
      ? makeLists(recommender, rows, options)
      : makeListsThrough(finder, recommender, rows, options));
    const seconds = (performance.now() - started) / 1000;
    if (finder === null) return { seconds };
    const theirs = makeLists(recommender, rows, options);
    return { seconds, areTheProcessors: sha256OfLists(made) === sha256OfLists(theirs), rowsLeft: finder.rowsScored };
  } finally {
    finder?.dispose();
    recommender.dispose();
  }
}

interface Training {
  readonly seconds: number[];
  readonly losses: number[];
  readonly weights: NamedTensors;
}

async function trainOnce(input: TrainingInput, epochs: number, onEpoch: (epoch: number) => void): Promise<Training> {
  const training = await EnsembleTraining.begin(input);
  const outcome = { seconds: [] as number[], losses: [] as number[] };
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const started = performance.now();
      outcome.losses.push(await training.runEpoch(epoch, async () => void (await setImmediate())));
      outcome.seconds.push((performance.now() - started) / 1000);
      onEpoch(epoch);
    }
    return { ...outcome, weights: await training.weights() };
  } finally {
    training.dispose();
  }
}

/** Draws titles by the square of a uniform number: few titles have many viewers, and many have few. */
function madeUpHistories(profiles: number, titles: number): SparseRows {
  const random = new RandomStream(SEED, 'measure-device');
  const rows = Array.from({ length: profiles }, () => {
    const watched = new Set<number>();
    const wanted = Math.min(WATCHED, titles);
    while (watched.size < wanted) {
      const drawn = random.uniform();
      watched.add(Math.floor(drawn * drawn * titles));
    }
    return [...watched].sort((left, right) => left - right);
  });
  const offsets = new Int32Array(profiles + 1);
  rows.forEach((row, index) => (offsets[index + 1] = offsets[index]! + row.length));
  const indices = Int32Array.from(rows.flat());
  return { rows: profiles, columns: titles, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

function median(values: number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
