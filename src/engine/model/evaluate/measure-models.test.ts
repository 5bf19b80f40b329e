import { describe, expect, it } from 'vitest';
import type { Mixture } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { SHUFFLED_PROFILES } from '../../../shared/recipe/presets';
import { firstEvents } from '../../data/events';
import { trainingPart } from '../../data/selection';
import { checkerboard } from '../testing/checkerboard';
import { type FitModel, type LeaderboardJob, measureModels } from './measure-models';

const data = checkerboard();
const { columns } = data.histories;
const job: LeaderboardJob = {
  select: async () => data,
  dataset: { fingerprint: 'f00d', name: 'checkerboard' },
  split: 'random',
  seeds: [5],
  models: ['popularity'],
};
type Fitted = Awaited<ReturnType<FitModel>>;

/** Lists titles in their order. */
const fitted = (more: Partial<Fitted> = {}): Fitted => ({
  recommender: {
    score: ({ histories }) => Float32Array.from({ length: histories.rows * columns }, (_, at) => -(at % columns)),
    tensors: () => ({}),
    dispose: () => {},
  },
  conditions: new Float32Array(0),
  conditionWidth: 0,
  epochs: 0,
  mixture: null,
  spared: 0,
  ...more,
});
const measured = async (fit: FitModel, of: Partial<LeaderboardJob> = {}) => {
  const told: object[] = [];
  const tried = await measureModels({ ...job, ...of }, fit, (progress) => told.push(progress));
  return { tried, told, trial: tried.models[0]!.trials[0]! };
};

describe('models measured on one split', () => {
  it('are told one by one, with their seed where there are several, and the end', async () => {
    const two = await measured(async () => fitted(), { seeds: [5, 6] });
    expect(two.told).toEqual([
      { phase: 'leaderboard', detail: 'popularity, seed 5', done: 0, total: 2 },
      { phase: 'leaderboard', detail: 'popularity, seed 6', done: 1, total: 2 },
      { phase: 'leaderboard', detail: '', done: 2, total: 2 },
    ]);
    expect(two.tried).toMatchObject({ dataset: job.dataset, split: 'random', seeds: [5, 6] });
    expect(two.tried.models[0]!.trials).toHaveLength(2);
    expect((await measured(async () => fitted())).told[0]).toMatchObject({ detail: 'popularity' });
  });

  it('are not tried with further seeds once the data is too large for them', async () => {
    let asked = 0;
    const { tried } = await measured(
      async () => {
        asked++;
        throw new ShelfwiseError('too-large', 'Too much.');
      },
      { seeds: [5, 6, 7] },
    );
    expect(tried.models).toEqual([{ model: 'popularity', trials: [], tooLarge: { message: 'Too much.' } }]);
    expect(asked).toBe(1);
  });

  it('pass on any other failure, of ours and of others', async () => {
    const failing = (error: Error) =>
      measured(async () => {
        throw error;
      });
    await expect(failing(new ShelfwiseError('too-large', 'Too much.'))).resolves.toBeDefined();
    await expect(failing(new ShelfwiseError('diverged', 'No.'))).rejects.toThrow('No.');
    await expect(failing(Object.assign(new Error('Out of memory.'), { code: 'too-large' }))).rejects.toThrow('memory');
  });

  it('learn from the attributes of others under the name that says so, and from their own otherwise', async () => {
    const profiles = {
      ...data.profiles,
      attributes: [
        {
          kind: 'numeric' as const,
          name: 'age',
          values: Float64Array.from(data.profiles.ids, (_, row) => row),
        },
      ],
    };
    const seen: number[][] = [];
    const fit: FitModel = async (_, { profiles: { attributes } }) => {
      seen.push(attributes.flatMap((one) => (one.kind === 'numeric' ? [...one.values] : [])));
      return fitted();
    };
    await measured(fit, { select: async () => ({ ...data, profiles }), models: ['popularity', SHUFFLED_PROFILES] });
    const own = [...profiles.ids.keys()];
    expect(seen[0]).toEqual(own);
    expect(seen[1]).not.toEqual(own);
    expect(seen[1]!.toSorted((one, other) => one - other)).toEqual(own);
  });

  it('take the seconds of their fit, with those that an earlier one spared them', async () => {
    const { trial } = await measured(async () => {
      await new Promise((done) => setTimeout(done, 20));
      return fitted({ spared: 5, epochs: 7 });
    });
    expect(trial.epochs).toBe(7);
    expect(trial.seconds).toBeGreaterThan(5.015);
    expect(trial.seconds).toBeLessThan(6);
  });

  it('leave watched titles out of the lists that are judged', async () => {
    const { trial } = await measured(async () => fitted());
    expect(trial.quality.watchedShare).toBeLessThan(1);
    expect(trial.scores.profile).toHaveLength(trial.metrics.profiles);
    expect(trial.scores.score).toHaveLength(trial.metrics.profiles);
  });

  it('say what stands beside them: its share, and what it gains where shares were chosen', async () => {
    const besideOf = async (mixture: Partial<Mixture> | null) =>
      (await measured(async () => fitted({ mixture: mixture as Mixture }))).trial.beside;
    expect(await besideOf(null)).toBeUndefined();
    expect(await besideOf({ shares: {} })).toBeUndefined();
    expect(await besideOf({ shares: { ease: 0.25 } })).toEqual([{ model: 'ease', share: 0.25, gain: null }]);
    const tried = [
      { model: 'ease' as const, score: 0.5 },
      { model: 'als' as const, score: 0.375 },
    ];
    const chosen = { alone: 0.25, tried } as unknown as Mixture['chosen'];
    const beside = await besideOf({ shares: { als: 0.5 }, chosen });
    expect(beside?.toSorted((one, other) => (one.model < other.model ? -1 : 1))).toEqual([
      { model: 'als', share: 0.5, gain: 0.125 },
      { model: 'ease', share: 0, gain: 0.25 },
    ]);
  });

  it('are refused with the reason where nothing can be held out', async () => {
    const little = await trainingPart(data, firstEvents(2));
    const refused = (split: 'time' | 'random') => measured(async () => fitted(), { select: async () => little, split });
    await expect(refused('time')).rejects.toMatchObject({
      code: 'bad-data',
      said: [{ id: 'evaluate.no-test-by-time', values: { percent: 20 } }],
    });
    await expect(refused('random')).rejects.toMatchObject({ said: [{ id: 'evaluate.no-test-at-random' }] });
  });

  it('stop with a reason, and select once for recipes that agree on the data', async () => {
    const stop = new AbortController();
    stop.abort();
    const stopped = measureModels(
      job,
      async () => fitted(),
      () => {},
      stop.signal,
    );
    await expect(stopped).rejects.toMatchObject({ code: 'stopped', said: [{ id: 'evaluate.stopped' }] });
  });
});
