import { describe, expect, it } from 'vitest';
import { LIST_LENGTH } from '../../shared/limits';
import { dataOf, prepared } from '../../../tests/support/any-rules';
import { countedReasons, reasonsOf, type RankedLists, ruledLists, type RuledLists } from './pass';

const TITLES = 60;
const PLACES = 30;
const data = dataOf(TITLES, [[], [], []]);
const scoreOf = (item: number): number => Math.fround(1 / (1 + item));
const order = Array.from({ length: TITLES }, (_, item) => item);

/** Lists of the profiles 2 and 0, of 30 stored places each; `told` hears which are ranked again. */
function rankedLists(told: number[] = [], places = PLACES, stored = places): RankedLists {
  const one = order.map((item) => (item < stored ? item : -1)).slice(0, places);
  return {
    rows: Int32Array.of(2, 0),
    lists: {
      count: places,
      items: Int32Array.from([...one, ...one]),
      scores: Float32Array.from([...one, ...one], (item) => (item === -1 ? 0 : scoreOf(item))),
    },
    watched: () => undefined,
    async *rank(asked) {
      told.push(...asked);
      for (const at of [...asked].toReversed())
        yield { at, items: Int32Array.from(order), scores: Float32Array.from(order, scoreOf) };
    },
  };
}
const rulesOf = (...rules: object[]) =>
  prepared(
    rules.map((rule, place) => ({ id: `r${place}`, name: `R${place}`, ...rule })),
    data,
  );
const ids = (...items: number[]) => ({ titles: { ids: items.map((item) => `t${item}`) } });
const listOf = ({ lists }: RuledLists, at: number): number[] => [
  ...lists.items.subarray(at * LIST_LENGTH, (at + 1) * LIST_LENGTH),
];
const upTo = (count: number): number[] => order.slice(0, count);

describe('lists of a run under rules', () => {
  it('have 25 places with the scores of their titles, whatever place those are at', async () => {
    const ruled = await ruledLists(rulesOf({ kind: 'hide', ...ids(0), profiles: { text: 'p0' } }), rankedLists());
    expect(ruled.lists.count).toBe(LIST_LENGTH);
    expect(listOf(ruled, 0)).toEqual(upTo(25));
    expect(listOf(ruled, 1)).toEqual(order.slice(1, 26));
    expect([...ruled.lists.scores]).toEqual([...listOf(ruled, 0), ...listOf(ruled, 1)].map(scoreOf));
    expect(ruled).toMatchObject({ rescored: 0, broken: [], touched: [{ lists: 1, first: [0] }] });
  });

  it('do not know the score of a title that was pinned from beyond the places', async () => {
    const ruled = await ruledLists(rulesOf({ kind: 'pin', ...ids(59), place: 2 }), rankedLists());
    expect(listOf(ruled, 1).slice(0, 3)).toEqual([0, 59, 1]);
    expect([...ruled.lists.scores.subarray(0, 3)]).toEqual([1, NaN, scoreOf(1)]);
  });

  it('are made of the whole ranking where the places are too few, and of what there is where they are all', async () => {
    const told: number[] = [];
    const hide = rulesOf({ kind: 'hide', ...ids(...upTo(10)), profiles: { text: 'p0' } });
    const again = await ruledLists(hide, rankedLists(told));
    expect(told).toEqual([1]);
    expect(again.rescored).toBe(1);
    expect(listOf(again, 1)).toEqual(order.slice(10, 35));
    expect([...again.lists.scores.subarray(25)]).toEqual(order.slice(10, 35).map(scoreOf));
    // A list that ends before its places do has all titles there are.
    const short = await ruledLists(hide, rankedLists(told, PLACES, 29));
    expect(told).toEqual([1]);
    expect(listOf(short, 1)).toEqual([...order.slice(10, 29), ...Array.from({ length: 6 }, () => -1)]);
    expect(short.broken).toEqual([{ row: 0, index: 0, reason: 'too-few-titles' }]);
    const all = await ruledLists(hide, rankedLists(told, TITLES));
    expect(told).toEqual([1]);
    expect(listOf(all, 1)).toEqual(order.slice(10, 35));
  });

  it('are told of in the order of the lists, whichever was ranked again last', async () => {
    const pins = [
      { kind: 'pin', ...ids(99), place: 1 },
      { kind: 'hide', ...ids(...upTo(10)) },
    ];
    const ruled = await ruledLists(rulesOf(...pins), rankedLists());
    expect(ruled.rescored).toBe(2);
    expect(ruled.broken.map(({ row }) => row)).toEqual([2, 0]);
    expect(ruled.touched).toEqual([
      { lists: 0, first: [] },
      { lists: 2, first: [2, 0] },
    ]);
    expect(reasonsOf(0, ruled)).toEqual([{ reason: 'not-in-run', count: 2 }]);
    expect(reasonsOf(1, ruled)).toEqual([]);
  });

  it('are watched by a tuned profile as the tuning says', async () => {
    const tuned = { ...rankedLists(), watched: (at: number) => (at === 1 ? Int32Array.of(8) : undefined) };
    const ruled = await ruledLists(rulesOf({ kind: 'in-order' }), tuned);
    expect(listOf(ruled, 0)).toEqual(upTo(25));
    expect(listOf(ruled, 1).slice(0, 4)).toEqual([1, 2, 3, 5]);
  });

  it('name the first twenty of the lists that a rule touched', async () => {
    const rows = Int32Array.from({ length: 25 }, (_, at) => at % 3);
    const one = rankedLists();
    const repeated = <Values extends Int32Array | Float32Array>(values: Values): number[] =>
      Array.from(rows, () => [...values.subarray(0, PLACES)]).flat();
    const { items, scores } = one.lists;
    const many = {
      ...one,
      rows,
      lists: { count: PLACES, items: Int32Array.from(repeated(items)), scores: Float32Array.from(repeated(scores)) },
    };
    const [touched] = (await ruledLists(rulesOf({ kind: 'hide', ...ids(0) }), many)).touched;
    expect(touched).toEqual({ lists: 25, first: [...rows.subarray(0, 20)] });
  });
});

describe('the rules behind a title of a list', () => {
  it('are the one that pinned it, else those that moved it', async () => {
    const moves = [
      { kind: 'boost', ...ids(5), places: 2 },
      { kind: 'bury', ...ids(6), places: 40 },
      { kind: 'boost', ...ids(5), places: 1 },
      { kind: 'pin', ...ids(7), place: 1, profiles: { text: 'p0' } },
      { kind: 'hide', ...ids(8) },
    ];
    const { rulesOf: inBy, outBy } = await ruledLists(rulesOf(...moves), rankedLists());
    expect(inBy(0, 5)).toEqual([0, 2]);
    expect(inBy(0, 7)).toEqual([]);
    expect(inBy(1, 7)).toEqual([3]);
    expect(outBy(0, 6)).toEqual([1]);
    expect(outBy(0, 8)).toEqual([4]);
    expect(outBy(0, 30)).toEqual([]);
  });

  it('are none for a profile without rules', async () => {
    const none = await ruledLists(rulesOf({ kind: 'hide', ...ids(0), profiles: { text: 'p1' } }), rankedLists());
    expect([none.rulesOf(0, 0), none.outBy(0, 0)]).toEqual([[], []]);
  });
});

it('reasons are counted, the most frequent first', () => {
  expect(countedReasons(['hidden', 'watched', 'watched'])).toEqual([
    { reason: 'watched', count: 2 },
    { reason: 'hidden', count: 1 },
  ]);
  expect(countedReasons([])).toEqual([]);
});
