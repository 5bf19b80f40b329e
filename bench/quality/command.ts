/** How good the baselines are on a data folder, and how their defaults are chosen. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { MODELS } from '../../src/shared/recipe/table';
import { completeRecipe, parseAssignment } from '../../src/shared/recipe/schema';
import { importFolder } from '../../src/engine/data/import/import-folder';
import { selectTrainingData } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import { evaluate } from '../../src/engine/evaluate/evaluate';
import { trainingPart } from '../../src/engine/evaluate/leaderboard';
import { deviationOf, meanOf } from '../../src/engine/evaluate/judge';
import { loadBackend } from '../../src/engine/model/backend';
import { baselineOf } from '../../src/engine/model/models';
import { RandomStreams } from '../../src/engine/model/random';
import type { TrainingData } from '../../src/engine/model/recommender';
import { openWorkspace } from '../../src/engine/workspace';
import { type Part, PARTS, splitsOf } from './parts';

const HELP = `Scores of the baselines on a data folder, one JSON line each.

  node bench/quality/main.mjs --data FOLDER [--models a,b] [--parts ${PARTS.join(',')}] [--seeds 3] [--set knob=value,knob=value]...

  Each --set is a setting of its own to try. random and time are the test parts; choose by random-validation and rolling.
`;

const BASELINES = MODELS.filter((model) => baselineOf(model) !== null);

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      models: { type: 'string', default: BASELINES.join(',') },
      parts: { type: 'string', default: 'random,time,rolling' },
      seeds: { type: 'string', default: '3' },
      set: { type: 'string', multiple: true, default: [''] },
    },
  });
  const parts = values.parts.split(',').filter(isPart);
  const models = values.models.split(',').filter((model) => BASELINES.some((baseline) => baseline === model));
  if (values.data === undefined || parts.length === 0 || models.length === 0) {
    process.stderr.write(HELP);
    return 2;
  }
  await loadBackend('portable');
  const data = await loadFolder(values.data);
  const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
  for (const part of parts)
    for (const model of models)
      for (const set of values.set) process.stdout.write(`${JSON.stringify(measure(data, part, model, set, seeds))}\n`);
  return 0;
}

async function loadFolder(folder: string): Promise<TrainingData> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-quality-'));
  try {
    const workspace = await openWorkspace(temporary);
    const { fingerprint } = await importFolder({ workspace, folder });
    return await selectTrainingData(await openSnapshot(workspace, fingerprint), completeRecipe({}));
  } finally {
    await rm(temporary, { recursive: true });
  }
}

function measure(data: TrainingData, part: Part, model: string, set: string, seeds: readonly number[]) {
  const assignments = Object.fromEntries(set.split(',').filter(Boolean).map(parseAssignment));
  const recipe = completeRecipe({ model, ...assignments });
  let seconds = 0;
  const scores = splitsOf(part, data, seeds).map(({ seed, split }) => {
    const training = trainingPart(data, split.train, recipe['data.counting']);
    const started = performance.now();
    const recommender = baselineOf(recipe.model)!.fit(training, recipe, new RandomStreams(seed));
    seconds += (performance.now() - started) / 1000;
    return evaluate({
      recommender,
      histories: training.histories,
      conditions: new Float32Array(0),
      conditionWidth: 0,
      targets: split.targets,
      excludeWatched: true,
    }).metrics.score;
  });
  return {
    part,
    model,
    set,
    score: rounded(meanOf(scores)),
    deviation: scores.length < 2 ? null : rounded(deviationOf(scores)),
    scores: scores.map(rounded),
    secondsToFit: rounded(seconds / scores.length),
  };
}

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
