import { describe, expect, it } from 'vitest';
import type { Slice } from '../../../shared/contract/run';
import type { ProfileTable, SparseRows } from '../../data/tables';
import type { Recommender } from '../recommender';
import { evaluate, evaluateThrough } from './evaluate';
import type { Evaluation, EvaluationInput } from './evaluation';
import { deviationOf } from './judge';
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
  it('judges the profiles with targets, and no others', () => {
    const { perProfile, lists } = evaluate(input);
    expect([...perProfile.profile]).toEqual([1, 2, 3]);
    expect([...lists]).toEqual([1, 2, 3, 5, 6, 7, 1, 2, 3]);
    expect([...perProfile.recall]).toEqual([1, 0.5, 0]);
    expect([...perProfile.targets]).toEqual([2, 2, 1]);
    [1, ndcgOfRow2, 0].forEach((ndcg, index) => expect(perProfile.ndcg[index]).toBeCloseTo(ndcg, 12));
  });

  it('gives means and the standard error of the score over the profiles', () => {
    const scores = [1, 0.375 + 0.25 * ndcgOfRow2, 0];
    const mean = (scores[0]! + scores[1]! + scores[2]!) / 3;
    const { metrics } = evaluate(input);
    const variance = scores.reduce((sum, score) => sum + (score - mean) * (score - mean), 0) / 2;
    expect(metrics.profiles).toBe(3);
    expect(metrics.recall).toBeCloseTo(0.5, 12);
    expect(metrics.ndcg).toBeCloseTo((1 + ndcgOfRow2) / 3, 12);
    expect(metrics.score).toBeCloseTo(mean, 12);
    expect(metrics.standardError).toBeCloseTo(Math.sqrt(variance / 3), 12);
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

  it('is the same with lists that another device finds', async () => {
    const asked: object[] = [];
    const finder = {
      best: (_: unknown, count: number, excludeWatched: boolean) => {
        asked.push({ count, excludeWatched });
        return Promise.resolve(null as never);
      },
    };
    expect(await evaluateThrough(input, finder)).toEqual(evaluate(input));
    expect(asked).toEqual([{ count: 3, excludeWatched: true }]);
  });

  it('judges 25 places where no number is given, and watched titles where they may be listed', () => {
    const { count: _, ...without } = input;
    expect(evaluate(without).lists).toHaveLength(3 * 25);
    expect([...evaluate({ ...input, excludeWatched: false }).lists]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
  });

  it('has a standard error from two profiles on', () => {
    const two = evaluate({ ...input, targets: rowsOf(10, [[], [1, 2], [], [5], []]) });
    expect(two.metrics).toMatchObject({ profiles: 2, score: 0.5 });
    expect(two.metrics.standardError).toBeCloseTo(0.5, 12);
    expect(deviationOf([1, 2, 6])).toBeCloseTo(Math.sqrt(7), 12);
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

type SlicedEvaluation = Pick<Evaluation, 'perProfile'> & { readonly lists: Int32Array | null };

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
  const found = (of: ProfileTable = profiles, evaluation: SlicedEvaluation = evaluate(input)): Slice[] =>
    slices(evaluation, input, of);
  const profilesOf = (made: Slice[]): object =>
    Object.fromEntries(made.map(({ label, metrics }) => [label, metrics.profiles]));

  it('group the test profiles in plain words, without empty groups', () => {
    expect(profilesOf(found())).toEqual({
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

  it('come by history, then by each attribute with the missing ones last, then by titles, rare ones first', () => {
    expect(found().map(({ group, label }) => `${group}: ${label}`)).toEqual([
      'history: 1 to 4 watched titles',
      'history: 5 to 19 watched titles',
      'sex: sex M',
      'sex: sex unknown',
      'age: age 9',
      'age: age 10',
      'age: age unknown',
      'titles: rare titles (all but the most popular 20 %)',
      'titles: popular titles (the most popular 20 %)',
    ]);
  });

  it('are made of attributes with up to 20 values, missing ones not counted, and of no sets', () => {
    const many = (count: number): ProfileTable => ({
      ids: Array.from({ length: 30 }, (_, row) => `${row}`),
      attributes: [
        {
          kind: 'categorical',
          name: 'district',
          categories: Array.from({ length: count }, (_, code) => `${code}`),
          codes: new Int32Array(30),
        },
        {
          kind: 'numeric',
          name: 'points',
          values: Float64Array.from({ length: 30 }, (_, row) => row % (count + 1) || NaN),
        },
        { kind: 'set', name: 'genres', categories: ['a'], offsets: new Int32Array(31), codes: new Int32Array(0) },
      ],
    });
    const groups = (count: number): string[] => [...new Set(found(many(count)).map(({ group }) => group))];
    expect(groups(20)).toEqual(['history', 'district', 'points', 'titles']);
    expect(groups(21)).toEqual(['history', 'titles']);
  });

  it('say nothing of titles where the lists were not kept', () => {
    const { perProfile } = evaluate(input);
    expect(found(profiles, { perProfile, lists: null }).map(({ group }) => group)).not.toContain('titles');
  });

  it('judge 25 places of each list where no number is given', () => {
    const { count: _, ...without } = input;
    const made = slices(evaluate(without), without, profiles);
    // Of nine titles that row 1 did not watch it is given all, and so finds the rare one.
    expect(made.find(({ label }) => label.startsWith('rare'))!.metrics.recall).toBe(1);
  });

  it('judge a group by its own profiles', () => {
    const score = (label: string): number => found().find((slice) => slice.label === label)!.metrics.score;
    expect(score('age 10')).toBe(1);
    expect(score('sex unknown')).toBe(0);
    expect(score('sex M')).toBeCloseTo((1 + 0.375 + 0.25 * ndcgOfRow2) / 2, 12);
  });

  it('judge rare titles by the rare targets alone', () => {
    // Items 0 and 1 are the most popular two of ten; row 1 has one target of each kind.
    const recall = (label: string): number => found().find((slice) => slice.label.startsWith(label))!.metrics.recall;
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

  it('counts as watched what the profile of the list watched, not that of another', () => {
    const quality = listQuality(Int32Array.of(1, 0, 1, 2), 2, histories, Int32Array.of(0, 3));
    expect(quality.watchedShare).toBe(0.5);
  });

  it('counts an empty list in no mean, and knows a catalogue without titles', () => {
    const [filled, both] = [
      listQuality(Int32Array.of(1, 2), 2, histories, Int32Array.of(0)),
      listQuality(Int32Array.of(1, 2, -1, -1), 2, histories, Int32Array.of(0, 1)),
    ];
    expect(both).toEqual(filled);
    expect(listQuality(Int32Array.of(-1), 1, rowsOf(0, [[]]), Int32Array.of(0)).coverage).toBe(0);
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
