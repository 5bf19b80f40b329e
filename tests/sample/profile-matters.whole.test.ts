/** The sample distinguishes models: the profile says something, the history more. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeConditions } from '../../src/engine/data/conditions';
import { eventsWithout } from '../../src/engine/data/events';
import { buildHistories } from '../../src/engine/data/histories';
import { importFolder } from '../../src/engine/import/import-folder';
import { selectTrainingData, trainingPart } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { Interactions, TrainingData } from '../../src/engine/data/tables';
import { evaluate } from '../../src/engine/model/evaluate/evaluate';
import { leaderboardOf } from '../../src/features/leaderboard/engine/leaderboard';
import { type FitModel, measureModels } from '../../src/engine/model/evaluate/measure-models';
import { loadBackend } from '../../src/engine/model/backend';
import { RandomStream } from '../../src/engine/model/random';
import { createFitModel } from '../../src/engine/training/fit/fit-model';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { presetRecipe, type LeaderboardModel } from '../../src/shared/recipe/presets';

const sample = fileURLToPath(new URL('../../resources/sample', import.meta.url));
let folder: string;
let data: TrainingData;
let fit: FitModel;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-profile-matters-'));
  const workspace = await openWorkspace(folder);
  const { fingerprint } = await importFolder({ workspace, folder: sample });
  data = await selectTrainingData(await openSnapshot(workspace, fingerprint), presetRecipe('balanced'));
  fit = createFitModel((await loadBackend()).kernels, async () => void (await setImmediate()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function scores(split: 'time' | 'random', models: LeaderboardModel[]): Promise<Record<string, number>> {
  const dataset = { fingerprint: '', name: 'sample' };
  const job = { select: async () => data, dataset, split, seeds: [1], models };
  const { rows } = await leaderboardOf([await measureModels(job, fit, () => undefined)], models);
  return Object.fromEntries(rows.map(({ model, score }) => [model, score]));
}

test(
  'personal models are far ahead of popularity, by random and by time, the autoencoder among the first',
  { tags: ['rare'], timeout: 300_000 },
  async () => {
    for (const split of ['random', 'time'] as const) {
      const score = await scores(split, ['popularity', 'item-knn', 'ease', 'dae-balanced']);
      expect(score['item-knn']).toBeGreaterThan(2 * score['popularity']!);
      expect(score['ease']).toBeGreaterThan(2 * score['popularity']!);
      expect(score['dae-balanced']).toBeGreaterThan(Math.max(score['ease']!, score['item-knn']!) - 0.02);
    }
  },
);

test("last week's popularity predicts more than all-time popularity", async () => {
  const score = await scores('time', ['popularity', 'recent']);
  expect(score['recent']).toBeGreaterThan(1.2 * score['popularity']!);
});

test(
  "for profiles without a history, their row beats popularity, and another profile's row does not",
  { tags: ['rare'], timeout: 300_000 },
  async () => {
    const profiles = data.profiles.ids.length;
    const random = new RandomStream(1, 'cold-profiles');
    const isCold = Array.from({ length: profiles }, () => random.below(4) === 0);
    const { width, values } = encodeConditions(data.profiles);
    const events = await data.events.hold();
    const part = await trainingPart(
      data,
      eventsWithout(events, (profile) => isCold[profile]!),
    );
    const targets = histories(eventsWithout(events, (profile) => !isCold[profile]).of(events));
    const swapped = swapRows(values, width, random, isCold);

    const judge = async (model: LeaderboardModel, conditions: Float32Array) => {
      // Whole profiles are held out here, from all times: recent viewing says nothing about them, so no trend is used.
      const recipe = { ...presetRecipe(model), 'noise.rate': 'drawn' as const, 'stopping.split': 'random' as const };
      const { recommender } = await fit(recipe, part, 1);
      const input = { recommender, histories: part.histories, conditions, conditionWidth: width, targets };
      const { metrics } = evaluate({ ...input, excludeWatched: true });
      recommender.dispose();
      return metrics.score;
    };
    const popularity = await judge('popularity', values);
    expect(await judge('dae-balanced', values)).toBeGreaterThan(1.25 * popularity);
    expect(await judge('dae-balanced', swapped)).toBeLessThan(1.1 * popularity);
  },
);

function histories(events: Interactions) {
  return buildHistories(events, data.profiles.ids.length, data.items.ids.length, 'binary');
}

/** Shuffles the rows of the marked profiles among themselves. */
function swapRows(values: Float32Array, width: number, random: RandomStream, isMarked: boolean[]): Float32Array {
  const marked = Int32Array.from(isMarked.keys()).filter((profile) => isMarked[profile]);
  const others = random.shuffle(marked.slice());
  const swapped = values.slice();
  marked.forEach((profile, index) =>
    swapped.set(values.subarray(others[index]! * width, (others[index]! + 1) * width), profile * width),
  );
  return swapped;
}
