import { describe, expect, it } from 'vitest';
import type { ProfileTable, SparseRows } from '../../data/tables';
import type { Recommender } from '../recommender';
import { evaluate } from './evaluate';
import type { EvaluationInput } from './evaluation';
import { listQuality } from './list-quality';
import { slices } from './slices';

function rowsOf(columns: number, rows: number[][]): SparseRows {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((items, row) => (offsets[row + 1] = offsets[row]! + items.length));
  const indices = Int32Array.from(rows.flat());
  return { rows: rows.length, columns, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

/** The score of an item is minus its index: lists are 0, 1, 2, ... without watched items. */
const inOrder: Recommender = {
  score: ({ histories }) =>
    Float32Array.from({ length: histories.rows * histories.columns }, (_, at) => -(at % histories.columns)),
  tensors: () => ({}),
  dispose: () => {},
};

const input: EvaluationInput = {
  recommender: inOrder,
  histories: rowsOf(10, [[], [0], [0, 1, 2, 3, 4], [0, 9], [1]]),
  conditions: new Float32Array(0),
  conditionWidth: 0,
  // Row 1 gets 1, 2, 3 and finds both; row 2 gets 5, 6, 7 and finds one of two; row 3 gets 1, 2, 3 and finds nothing.
  targets: rowsOf(10, [[], [1, 2], [7, 8], [5], []]),
  excludeWatched: true,
  count: 3,
};
const place = (rank: number): number => 1 / Math.log2(rank + 1);
const ndcgOfRow2 = place(3) / (place(1) + place(2));

describe('evaluate', () => {
  const evaluation = evaluate(input);

  it('judges the profiles with targets, and no others', () => {
    const { perProfile, lists } = evaluation;
    expect([...perProfile.profile]).toEqual([1, 2, 3]);
    expect([...lists]).toEqual([1, 2, 3, 5, 6, 7, 1, 2, 3]);
    expect([...perProfile.recall]).toEqual([1, 0.5, 0]);
    [1, ndcgOfRow2, 0].forEach((ndcg, index) => expect(perProfile.ndcg[index]).toBeCloseTo(ndcg, 12));
  });

  it('gives means and the standard error of the score over the profiles', () => {
    const scores = [1, 0.375 + 0.25 * ndcgOfRow2, 0];
    const mean = (scores[0]! + scores[1]! + scores[2]!) / 3;
    const variance = scores.reduce((sum, score) => sum + (score - mean) * (score - mean), 0) / 2;
    expect(evaluation.metrics.profiles).toBe(3);
    expect(evaluation.metrics.recall).toBeCloseTo(0.5, 12);
    expect(evaluation.metrics.ndcg).toBeCloseTo((1 + ndcgOfRow2) / 3, 12);
    expect(evaluation.metrics.score).toBeCloseTo(mean, 12);
    expect(evaluation.metrics.standardError).toBeCloseTo(Math.sqrt(variance / 3), 12);
  });

  it('passes each row its own condition', () => {
    const seen: number[] = [];
    const listening: Recommender = {
      ...inOrder,
      score(rows) {
        seen.push(...rows.conditions);
        return inOrder.score(rows);
      },
    };
    const conditions = Float32Array.from({ length: 10 }, (_, at) => at);
    evaluate({ ...input, recommender: listening, conditions, conditionWidth: 2 });
    expect(seen).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('has no standard error for a single profile', () => {
    const single = evaluate({ ...input, targets: rowsOf(10, [[], [1], [], [], []]) });
    expect(single.metrics).toMatchObject({ profiles: 1, standardError: null });
  });

  it('returns zeros if no profile has targets', () => {
    const nothing = evaluate({ ...input, targets: rowsOf(10, [[], [], [], [], []]) });
    expect(nothing.metrics).toEqual({ recall: 0, ndcg: 0, score: 0, profiles: 0, standardError: null });
    expect(nothing.lists).toHaveLength(0);
  });
});

describe('slices', () => {
  const profiles: ProfileTable = {
    ids: ['0', '1', '2', '3', '4'],
    attributes: [
      { kind: 'categorical', name: 'sex', categories: ['F', 'M'], codes: Int32Array.of(0, 1, 1, -1, 0) },
      { kind: 'numeric', name: 'age', values: Float64Array.of(3, 10, 9, NaN, 3) },
      {
        kind: 'categorical',
        name: 'district',
        categories: Array.from({ length: 21 }, (_, code) => `${code}`),
        codes: new Int32Array(5),
      },
    ],
  };
  const found = slices(evaluate(input), input, profiles);
  const profilesOf = Object.fromEntries(found.map(({ label, metrics }) => [label, metrics.profiles]));

  it('group the test profiles in plain words, without empty groups', () => {
    expect(profilesOf).toEqual({
      '1 to 4 watched titles': 2,
      '5 to 19 watched titles': 1,
      'sex M': 2,
      'sex unknown': 1,
      'age 9': 1,
      'age 10': 1,
      'age unknown': 1,
      'rare titles (all but the most popular 20 %)': 3,
      'popular titles (the most popular 20 %)': 1,
    });
  });

  it('judge a group by its own profiles', () => {
    const score = (label: string): number => found.find((slice) => slice.label === label)!.metrics.score;
    expect(score('age 10')).toBe(1);
    expect(score('sex unknown')).toBe(0);
    expect(score('sex M')).toBeCloseTo((1 + 0.375 + 0.25 * ndcgOfRow2) / 2, 12);
  });

  it('judge rare titles by the rare targets alone', () => {
    // Items 0 and 1 are the most popular two of ten; row 1 has one target of each kind.
    const recall = (label: string): number => found.find((slice) => slice.label.startsWith(label))!.metrics.recall;
    expect(recall('rare')).toBeCloseTo((1 + 0.5 + 0) / 3, 12);
    expect(recall('popular')).toBe(1);
  });
});

describe('listQuality', () => {
  const histories = rowsOf(4, [[0, 1], [0], [0], [0]]);

  it('gives coverage, novelty and the share of watched titles', () => {
    // Item 0: 4 of 4 profiles, 0 bits; item 1: 1 of 4, 2 bits; item 2: no profile, counted as one, 2 bits.
    const quality = listQuality(Int32Array.of(0, 1, 2, -1, 1, 2), 2, histories, Int32Array.of(0, 1, 2));
    expect(quality.coverage).toBe(0.75);
    expect(quality.novelty).toBeCloseTo((1 + 2 + 2) / 3, 12);
    expect(quality.watchedShare).toBe(0.4);
  });

  it('handles lists of an unknown profile, and no lists at all', () => {
    expect(listQuality(Int32Array.of(0, 1), 2, histories, Int32Array.of(-1)).watchedShare).toBe(0);
    expect(listQuality(new Int32Array(0), 2, histories, new Int32Array(0))).toEqual({
      coverage: 0,
      novelty: 0,
      watchedShare: 0,
    });
  });
});
