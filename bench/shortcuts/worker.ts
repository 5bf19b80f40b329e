/** One score of the autoencoder on a part held out at random: `worker FOLDER PRODUCTS EPOCHS` (as numeric.products), then `score SEED KNOBS` (JSON) a line. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { encodeConditions } from '../../src/engine/data/conditions';
import { importFolder } from '../../src/engine/import/import-folder';
import { selectTrainingData, trainingPart } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { TrainingData } from '../../src/engine/data/tables';
import { evaluate } from '../../src/engine/model/evaluate/evaluate';
import { splitEvents } from '../../src/engine/model/evaluate/split';
import { loadBackendFor } from '../../src/engine/model/backend';
import { restoreDae } from '../../src/engine/model/dae/dae-recommender';
import { DaeTraining } from '../../src/engine/model/dae/dae-training';
import { RandomStreams } from '../../src/engine/model/random';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { completeRecipe } from '../../src/shared/recipe/schema';
import type { Recipe } from '../../src/shared/recipe/table';
import { answerLines, measured } from '../support/answering';

const [folder, products, epochs] = process.argv.slice(2);
const { kernels, flags } = await loadBackendFor(completeRecipe({ 'numeric.products': products }));
const data = await loadFolder(folder!);

await answerLines(async (_command, [seed, knobs]) => scoreOf(Number(seed), JSON.parse(knobs!) as Partial<Recipe>));

async function loadFolder(source: string): Promise<TrainingData> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-shortcuts-'));
  try {
    const workspace = await openWorkspace(temporary);
    const { fingerprint } = await importFolder({ workspace, folder: source });
    return await selectTrainingData(await openSnapshot(workspace, fingerprint), completeRecipe({}));
  } finally {
    await rm(temporary, { recursive: true });
  }
}

async function scoreOf(seed: number, knobs: Partial<Recipe>): Promise<object> {
  const recipe = completeRecipe({ 'stopping.epochs': Number(epochs), ...knobs });
  const random = new RandomStreams(seed);
  const shape = { profiles: data.profiles.ids.length, items: data.items.ids.length };
  const split = await splitEvents(data.events, shape, {
    protocol: 'random',
    share: recipe['stopping.share'],
    random: random.stream('split/test'),
  });
  const { histories } = await trainingPart(data, split.train, recipe['data.counting']);
  const conditions = encodeConditions(data.profiles);
  const training = new DaeTraining({ kernels, recipe, random, stage: 'measure', histories, conditions });
  const taken = await measured(async () => {
    for (let epoch = 1; epoch <= recipe['stopping.epochs']; epoch++)
      await training.runEpoch(epoch, async () => undefined);
  });
  const recommender = restoreDae(kernels, recipe, training.weights());
  const { score } = evaluate({
    recommender,
    histories,
    conditions: conditions.values,
    conditionWidth: conditions.width,
    targets: split.targets,
    excludeWatched: true,
  }).metrics;
  recommender.dispose();
  training.dispose();
  return { score, flags, ...taken };
}
