import { describe, expect, it } from 'vitest';
import { LIST_LENGTH } from '../../../shared/limits';
import { buildHistories, wholeRows } from '../../data/histories';
import type { Interactions, SparseRows } from '../../data/tables';
import type { Recommender } from '../../model/recommender';
import { checkerboard } from '../../model/testing/checkerboard';
import { chooseShares } from './choose-shares';
import type { Validation } from './validation';

const PROFILES = 12;
/** More titles than a list has places, so that a title may miss the list. */
const TITLES = 4 * LIST_LENGTH;
const CONDITIONS = { width: 0, values: new Float32Array(0), names: [] };

/** Every profile watched the first ten titles; the eleventh and twelfth are held out. */
const WATCHED = 10;
const TARGETS = [WATCHED, WATCHED + 1];

function rowsOf(titles: readonly number[]): SparseRows {
  const pairs = Array.from({ length: PROFILES }, (_, profile) => titles.map((item) => ({ profile, item }))).flat();
  const interactions: Interactions = {
    profile: Int32Array.from(pairs, ({ profile }) => profile),
    item: Int32Array.from(pairs, ({ item }) => item),
    time: null,
    weight: new Float32Array(pairs.length).fill(1),
  };
  return wholeRows(buildHistories(interactions, PROFILES, TITLES, 'binary'));
}

const validation: Pick<Validation, 'fit' | 'targets'> = {
  fit: { ...checkerboard(), histories: rowsOf(Array.from({ length: WATCHED }, (_, item) => item)) },
  targets: rowsOf(TARGETS),
};

/** Scores every profile alike: these titles high, the others falling with their index. */
function scoring(high: Record<number, number>): Recommender & { rows: number } {
  return {
    rows: 0,
    score({ histories }) {
      this.rows += histories.rows;
      const row = Float32Array.from({ length: TITLES }, (_, item) => high[item] ?? -item / TITLES);
      return Float32Array.from({ length: histories.rows * TITLES }, (_, at) => row[at % TITLES]!);
    },
    tensors: () => ({}),
    dispose: () => undefined,
  };
}

const [first, second] = TARGETS as [number, number];
const late = { [first]: -1.5, [second]: -1.5 };

describe('choosing the shares of companions', () => {
  const choose = (companions: Recommender[], most = 0.8): number[] =>
    chooseShares(scoring(late), companions, { kernels: {}, validation, conditions: CONDITIONS, most });

  it('leaves out a companion that finds nothing', () => {
    expect(choose([scoring(late)])).toEqual([0]);
    expect(choose([scoring(late), scoring(late)])).toEqual([0, 0]);
  });

  it('gives one companion the share that brings its titles into the lists', () => {
    const [share] = choose([scoring({ [first]: 9, [second]: 9 })]);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(0.8);
  });

  it('gives each of two companions the share it needs if each finds one of the titles', () => {
    const shares = choose([scoring({ [first]: 9 }), scoring({ [second]: 9 })]);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(shares[0]! + shares[1]!).toBeLessThanOrEqual(0.8 + 1e-9);
  });

  it('stays within the limit for all companions', () => {
    const [share] = choose([scoring({ [first]: 9, [second]: 9 })], 0.1);
    expect([0, 0.1]).toContain(share);
  });

  it('lets each model score each profile once, whatever the number of shares tried', () => {
    const own = scoring(late);
    const companion = scoring({ [first]: 9 });
    chooseShares(own, [companion], { kernels: {}, validation, conditions: CONDITIONS, most: 0.8 });
    expect([own.rows, companion.rows]).toEqual([PROFILES, PROFILES]);
  });
});
