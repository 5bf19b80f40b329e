import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../shared/contract/progress';
import { leaderboardSchema } from '../contract/leaderboard';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { firstEvents } from '../../../engine/data/events';
import { heldEvents } from '../../../engine/data/held-events';
import { wholeRows } from '../../../engine/data/histories';
import { trainingPart } from '../../../engine/data/selection';
import type { TrainingData } from '../../../engine/data/tables';
import { checkerboard } from '../../../engine/model/testing/checkerboard';
import { loadBackend } from '../../../engine/model/backend';
import { baselineOfRecipe } from '../../../engine/model/models';
import { RandomStreams } from '../../../engine/model/random';
import type { Recommender } from '../../../engine/model/recommender';
import type { Recipe } from '../../../shared/recipe/table';
import { leaderboardOf } from './leaderboard';
import { type FitModel, type LeaderboardJob, measureModels } from '../../../engine/model/evaluate/measure-models';

const { kernels } = await loadBackend();

const data = checkerboard();
const job: LeaderboardJob = {
  select: async () => data,
  dataset: { fingerprint: 'f00d', name: 'checkerboard' },
  split: 'random',
  seeds: [5, 6],
  models: ['ease', 'popularity', 'item-knn'],
};

const computeLeaderboard = async (of: LeaderboardJob, ...how: [FitModel, (progress: Progress) => void, AbortSignal?]) =>
  leaderboardOf([await measureModels(of, ...how)], of.models);

/** Fits baselines, and records what it was asked for and what is still held. */
function countingFit(): { fit: FitModel; asked: string[]; held: () => number } {
  const asked: string[] = [];
  let held = 0;
  const fit: FitModel = async (recipe, train, seed) => {
    asked.push(`${recipe.model} ${recipe['stopping.split']} ${seed}`);
    held++;
    const random = new RandomStreams(seed);
    const whole = { ...train, histories: wholeRows(train.histories) };
    const fitted = await baselineOfRecipe(recipe)!.fit(whole, recipe, random, kernels, async () => undefined);
    const recommender: Recommender = {
      score: (rows) => fitted.score(rows),
      tensors: () => fitted.tensors(),
      dispose: () => held--,
    };
    return { recommender, conditions: new Float32Array(0), conditionWidth: 0, mixture: null, epochs: 0, spared: 0 };
  };
  return { fit, asked, held: () => held };
}

describe('the leaderboard', () => {
  it('returns one row per model in the requested order, with means and deviations over the seeds', async () => {
    const { fit, held } = countingFit();
    const told: Progress[] = [];
    const leaderboard = await computeLeaderboard(job, fit, (progress) => told.push(progress));
    expect(leaderboardSchema.parse(leaderboard)).toEqual(leaderboard);
    expect(leaderboard.rows.map(({ model }) => model)).toEqual(job.models);
    expect(leaderboard.testProfiles).toBe(data.profiles.ids.length);
    const singles = await Promise.all(
      job.seeds.map((seed) => computeLeaderboard({ ...job, seeds: [seed] }, countingFit().fit, () => {})),
    );
    leaderboard.rows.forEach((row, index) => {
      const [first, second] = singles.map(({ rows }) => rows[index]!.score) as [number, number];
      expect(row.score).toBeCloseTo((first + second) / 2, 12);
      expect(row.deviation).toBeCloseTo(Math.abs(first - second) / Math.sqrt(2), 12);
      expect(singles[0]!.rows[index]!.deviation).toBeNull();
    });
    expect(told.map(({ done, total }) => `${done}/${total}`)).toEqual([
      '0/6',
      '1/6',
      '2/6',
      '3/6',
      '4/6',
      '5/6',
      '6/6',
    ]);
    expect(held()).toBe(0);
  });

  it('finds the personal models perfect on a checkerboard', async () => {
    const { rows } = await computeLeaderboard(job, countingFit().fit, () => {});
    const recall = (model: string): number => rows.find((row) => row.model === model)!.recall;
    expect(recall('ease')).toBe(1);
    expect(recall('item-knn')).toBe(1);
    expect(rows.every(({ quality }) => quality.watchedShare >= 0 && quality.coverage > 0)).toBe(true);
  });

  it('fits a model without randomness once if the split has none', async () => {
    const { fit, asked } = countingFit();
    const { rows } = await computeLeaderboard({ ...job, split: 'time', models: ['popularity'] }, fit, () => {});
    expect(asked).toEqual(['popularity time 5']);
    expect(rows[0]!.deviation).toBe(0);
  });

  it('fits a model with randomness with each seed, whatever the split', { tags: ['thorough'] }, async () => {
    const { fit, asked } = countingFit();
    await computeLeaderboard({ ...job, split: 'time', models: ['als'] }, fit, () => {});
    expect(asked).toEqual(['als time 5', 'als time 6']);
  });

  it('selects and counts the data of each row as its own recipe says', async () => {
    const asked: string[] = [];
    const select = async (recipe: Recipe): Promise<TrainingData> => {
      asked.push(recipe.model);
      return data;
    };
    await computeLeaderboard({ ...job, select, models: ['ease', 'popularity'] }, countingFit().fit, () => {});
    // Rows with the same selection share what was read, whatever the seed.
    expect(asked).toEqual(['ease']);
  });

  it('compares the other models if one is not possible on so much data, and says why', async () => {
    const { fit } = countingFit();
    const refusal = new ShelfwiseError(
      'too-large',
      say('model.ease-too-large', { profiles: 30_000, titles: 40_000, most: 20_000 }),
    );
    const refusing: FitModel = async (recipe, ...rest) => {
      if (recipe.model === 'ease') throw refusal;
      return fit(recipe, ...rest);
    };
    const board = await computeLeaderboard(job, refusing, () => {});
    expect(leaderboardSchema.parse(board)).toEqual(board);
    expect(board.rows.map(({ model }) => model)).toEqual(['popularity', 'item-knn']);
    expect(board.notPossible).toEqual([{ model: 'ease', message: refusal.message, said: refusal.said }]);
    const alone = computeLeaderboard({ ...job, models: ['ease'] }, refusing, () => {});
    await expect(alone).rejects.toMatchObject({ code: 'too-large', message: refusal.message, said: refusal.said });
  });

  it('stops at the signal', async () => {
    const stop = new AbortController();
    const { fit, asked, held } = countingFit();
    const stopped = computeLeaderboard(job, fit, ({ done }) => done === 2 && stop.abort(), stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
    expect(asked).toHaveLength(2);
    expect(held()).toBe(0);
  });

  it('refuses a split by time of data without times', async () => {
    const events = { ...(await data.events.hold()), time: null };
    const timeless = { ...data, events: heldEvents(events), now: null };
    const refused = computeLeaderboard(
      { ...job, select: async () => timeless, split: 'time' },
      countingFit().fit,
      () => {},
    );
    await expect(refused).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('no times') });
  });

  it.each(['time', 'random'] as const)('says when there is too little to hold out for a split by %s', async (split) => {
    const little = await trainingPart(data, firstEvents(2));
    const refused = computeLeaderboard({ ...job, select: async () => little, split }, countingFit().fit, () => {});
    await expect(refused).rejects.toMatchObject({ code: 'bad-data' });
  });
});
