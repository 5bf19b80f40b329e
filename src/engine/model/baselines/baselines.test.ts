import { describe, expect, it } from 'vitest';
import { completeRecipe, DEFAULT_RECIPE } from '../../../shared/recipe/schema';
import { momentAfter } from '../../data/events';
import { heldEvents } from '../../data/held-events';
import { buildHistories, wholeRows } from '../../data/histories';
import type { Interactions, WholeTrainingData } from '../../data/tables';
import { checkerboard, emptyHistories } from '../testing/checkerboard';
import type { Recipe } from '../../../shared/recipe/table';
import { loadBackend } from '../backend';
import { factorsFor } from '../costs';
import { checkTensors } from '../declaration';
import type { Kernels } from '../kernels/kernels';
import { plainLinear } from '../testing/plain-linear/plain-linear';
import { BASELINES, type BaselineName, MODEL_ROWS } from '../../../shared/recipe/models';
import { baselineOf } from './baselines';
import { RandomStreams } from '../random';
import { describeRecommender } from '../testing/recommender-suite';
import { SECONDS_A_DAY } from './days';

/** Neighbours, regularisation and factors for 24 items; the defaults are for catalogues. */
const SMALL = { 'itemKnn.neighbours': 8, 'ease.regularisation': 1, 'als.factors': 12 };

const PERSONAL = BASELINES.filter((name) => MODEL_ROWS[name].part !== 'constant');

const goOn = async (): Promise<void> => undefined;
const { kernels } = await loadBackend();
const plain: Kernels = { ...kernels, name: 'plain', linear: plainLinear };

function suiteOf(name: BaselineName, label: string, computedBy: Kernels, knobs: Partial<Recipe> = {}): void {
  const baseline = baselineOf(name);
  const recipe = completeRecipe({ ...SMALL, ...knobs });
  describeRecommender(
    label,
    async (data, seed) => ({
      recommender: await baseline.fit(data, recipe, new RandomStreams(seed), computedBy, goOn),
      conditions: new Float32Array(0),
      conditionWidth: 0,
      restore: (tensors) => baseline.restore(tensors, recipe, computedBy),
    }),
    { personal: PERSONAL.includes(name) },
  );
}
for (const name of BASELINES) suiteOf(name, name, kernels);
for (const name of PERSONAL) suiteOf(name, `${name} in JavaScript`, plain);
const LOW_PASS = { 'filter.lowPass': 1, 'filter.vectors': 2 };
suiteOf('filter', 'filter with its low-pass', kernels, LOW_PASS);
suiteOf('filter', 'filter with its low-pass in JavaScript', plain, LOW_PASS);
for (const form of ['chebyshev', 'chebyshev-mild'] as const)
  suiteOf('filter', `filter of form ${form}`, kernels, { 'filter.form': form });

interface Event {
  profile: number;
  item: number;
  /** Days before the last event. */
  age: number;
}

/** Four profiles, three items. */
function dataOf(events: Event[], withTimes = true): WholeTrainingData {
  const ordered = [...events].sort((left, right) => right.age - left.age);
  const interactions: Interactions = {
    profile: Int32Array.from(ordered, ({ profile }) => profile),
    item: Int32Array.from(ordered, ({ item }) => item),
    time: withTimes ? Float64Array.from(ordered, ({ age }) => 1_700_000_000 - age * SECONDS_A_DAY) : null,
    weight: new Float32Array(ordered.length).fill(1),
  };
  return {
    events: heldEvents(interactions),
    histories: wholeRows(buildHistories(interactions, 4, 3, 'binary')),
    profiles: { ids: ['0', '1', '2', '3'], attributes: [] },
    items: { ids: ['0', '1', '2'], titles: [null, null, null], attributes: [] },
    now: momentAfter(interactions),
  };
}

async function scoresOf(name: (typeof BASELINES)[number], data: WholeTrainingData): Promise<number[]> {
  const random = new RandomStreams(1);
  const recommender = await baselineOf(name).fit(data, DEFAULT_RECIPE, random, kernels, goOn);
  return [...recommender.score({ histories: emptyHistories(1, 3), conditions: new Float32Array(0) })];
}

/** All profiles watched item 0 long ago, two watched item 1 lately, one watched item 2 lately and repeatedly. */
const TURNING: Event[] = [
  ...[0, 1, 2, 3].map((profile) => ({ profile, item: 0, age: 100 })),
  { profile: 0, item: 1, age: 3 },
  { profile: 1, item: 1, age: 2 },
  ...[5, 4, 3, 2, 1, 0].map((age) => ({ profile: 2, item: 2, age })),
];

describe('popularity', () => {
  it('counts profiles, not their repeats', async () => {
    expect(await scoresOf('popularity', dataOf(TURNING))).toEqual([4, 2, 1]);
  });
});

describe('recent', () => {
  it('puts the most watched titles of the last days first, and breaks ties by overall popularity', async () => {
    expect(await scoresOf('recent', dataOf(TURNING))).toEqual([0, 2, 1]);
    const tied = [...TURNING, { profile: 3, item: 2, age: 1 }, { profile: 3, item: 1, age: 50 }];
    expect(await scoresOf('recent', dataOf(tied))).toEqual([0, 2, 1]);
  });

  it('gives equal titles the same score', async () => {
    const events = [0, 1, 2].map((item) => ({ profile: item, item, age: 0 }));
    expect(await scoresOf('recent', dataOf(events))).toEqual([0, 0, 0]);
  });

  it('is popularity without times', async () => {
    expect(await scoresOf('recent', dataOf(TURNING, false))).toEqual([2, 1, 0]);
  });
});

describe('trend', () => {
  it('follows its formula, one second after the last event', async () => {
    const scores = await scoresOf('trend', dataOf(TURNING));
    const decay = (age: number): number => Math.exp(-(age + 1 / SECONDS_A_DAY) / 14);
    const expected = [
      3 * Math.log(4 * decay(100) + 0.31) - 1.5 * Math.log(5),
      3 * Math.log(decay(3) + decay(2) + 0.31) - 1.5 * Math.log(3),
      3 * Math.log(decay(0) + 0.31) - 1.5 * Math.log(2),
    ];
    scores.forEach((score, item) => expect(score).toBeCloseTo(expected[item]!, 5));
  });

  it('has the order of popularity without times', async () => {
    const [first, second, third] = (await scoresOf('trend', dataOf(TURNING, false))) as [number, number, number];
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
  });
});

describe.each(PERSONAL)('%s', (name) => {
  it('falls back to popularity for a profile without a history', async () => {
    const [first, second, third] = (await scoresOf(name, dataOf(TURNING))) as [number, number, number];
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
  });
});

describe('the factors of ALS', () => {
  it('are a share of the catalogue, in whole steps of sixteen, if the recipe does not say', () => {
    expect([10, 642, 1682, 5000, 6400, 100_000].map(factorsFor)).toEqual([64, 64, 128, 400, 512, 512]);
  });

  it('are as many as declared', async () => {
    const data = checkerboard();
    for (const [asked, found] of [
      [0, 64],
      [12, 12],
    ] as const) {
      const recipe = completeRecipe({ 'als.factors': asked });
      const als = baselineOf('als');
      const model = await als.fit(data, recipe, new RandomStreams(1), kernels, goOn);
      const tensors = model.tensors();
      model.dispose();
      expect(tensors.items!.shape).toEqual([24, found]);
      expect(() => checkTensors(als.declare(recipe, { items: 24, conditions: 0 }, tensors), tensors)).not.toThrow();
    }
  });
});
