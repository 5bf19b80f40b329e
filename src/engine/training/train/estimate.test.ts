import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';
import { presetRecipe } from '../../../shared/recipe/presets';
import { estimateRun } from './estimate';

const dataset = (fingerprint: string, profiles: number): Dataset =>
  ({
    fingerprint,
    profiles,
    items: 2 * profiles,
    interactions: 80 * profiles,
    period: { from: '', to: '' },
  }) as Dataset;
const HERE = dataset('a', 2000);
const THERE = dataset('b', 4000);

const middle = ({ low, high }: { low: number; high: number }): number => Math.sqrt(low * high);
const run = (of: Dataset, model: string, seconds: number): RunRecord =>
  ({
    status: 'finished',
    model: presetRecipe(model).model,
    dataset: { fingerprint: of.fingerprint, name: '' },
    recipe: presetRecipe(model),
    epochs: presetRecipe(model).model === 'dae' ? 25 : 0,
    seconds,
  }) as RunRecord;
const estimated = (model: string, runs: RunRecord[]) => estimateRun(HERE, presetRecipe(model), runs, [HERE, THERE]);

it('says how long a run of this recipe took on this data', () => {
  const estimate = estimated('balanced', [run(HERE, 'balanced', 100), run(HERE, 'balanced', 120)]);
  expect(estimate).toMatchObject({ from: 'same', runs: 2 });
  expect(estimate.seconds.low).toBeLessThan(100);
  expect(estimate.seconds.high).toBeGreaterThan(120);
});

it('doubles if runs of other data took twice as long as expected', () => {
  const [quick, slow] = [estimated('als', [run(THERE, 'als', 50)]), estimated('als', [run(THERE, 'als', 100)])];
  expect(quick).toMatchObject({ from: 'runs', runs: 1 });
  expect(middle(slow.seconds)).toBeCloseTo(2 * middle(quick.seconds), 6);
});

it("learns this computer's speed from runs of other models, and from those of the previous model", () => {
  const slow = run(THERE, 'als', 1000);
  const own = run(THERE, 'ease', 10);
  expect(estimated('ease', [slow]).from).toBe('runs');
  expect(middle(estimated('ease', [slow, own]).seconds)).toBe(middle(estimated('ease', [own]).seconds));
});

it('expects the epochs that were best on this data before, not a share of the most', () => {
  const before = { ...run(HERE, 'quick', 30), epochs: 30 };
  const most = (epochs: number, runs: RunRecord[]): number =>
    middle(estimateRun(HERE, { ...presetRecipe('balanced'), 'stopping.epochs': epochs }, runs, [HERE]).seconds);
  expect(most(200, [before])).toBe(most(80, [before]));
  expect(most(200, [])).toBeGreaterThan(1.5 * most(80, []));
});

it('has a span of a factor of two in either direction if it knows nothing of this computer', () => {
  const { from, seconds } = estimated('balanced', []);
  expect(from).toBe('none');
  expect(seconds.high / seconds.low).toBeCloseTo(4, 9);
});

it('ignores runs whose data is gone', () => {
  const gone = run(dataset('c', 10), 'als', 5000);
  expect(middle(estimated('als', [run(THERE, 'als', 50), gone]).seconds)).toBe(
    middle(estimated('als', [run(THERE, 'als', 50)]).seconds),
  );
});

describe('memory', () => {
  const large = { ...dataset('large', 29_858), items: 40_981, interactions: 807_323 } as Dataset;
  const within = (freeMemory: number, model = 'balanced') =>
    estimateRun(large, presetRecipe(model), [], [large], freeMemory);

  it('that is too little names the presets that need no more, the better ones first', () => {
    const { memory, fitting } = within(1.2e9);
    expect(memory).toBeGreaterThan(1.2e9);
    expect(fitting).toEqual(['als', 'item-knn', 'filter', 'popularity']);
    expect(within(1e8).fitting).toEqual([]);
  });

  it('that is enough names none', () => expect(within(64e9).fitting).toEqual([]));

  it('is never answered with EASE where the data is too large for it', () => {
    expect(within(1.5e9, 'careful').fitting).not.toContain('ease');
  });
});
