/** Titles, profiles and rules for the tests of rules, drawn or made. */
import fc from 'fast-check';
import { RULES_VERSION, ruleSetSchema, type RuleSet } from '../../src/shared/contract/rules';
import { selectRows } from '../../src/engine/data/histories';
import type { SparseRows } from '../../src/engine/data/tables';
import { applyRules, type RuledList } from '../../src/engine/rules/apply';
import { PreparedRules, type RuleData } from '../../src/engine/rules/prepared-rules';

export const SERIES = ['Otter Bay', 'Cloud Airfield', '별사탕 궁전'];
export const GENRES = ['animals', 'cars', 'magic'];
export const DAY = '2026-11-26';

/** The number of a title; missing for one in eleven. */
export const lengthOf = (item: number): number => (item % 11 === 10 ? Number.NaN : (item * 7) % 30);

/** Titles in three series of episodes and some without one; profiles aged 2 to 9 and one of unknown age, each with its history. */
export function dataOf(titles: number, histories: readonly (readonly number[])[], excludeWatched = true): RuleData {
  const names = Array.from({ length: titles }, (_, item) => {
    const number = Math.floor(item / 4) + 1;
    if (item % 4 === 3) return item % 8 === 3 ? null : `Single ${item} story`;
    return item % 4 === 2 ? `${SERIES[2]} ${number}화` : `${SERIES[item % 4]!}, part ${number}`;
  });
  const offsets = Int32Array.from([0, ...histories.map((_, row) => histories.slice(0, row + 1).flat().length)]);
  const rows: SparseRows = {
    rows: histories.length,
    columns: titles,
    offsets,
    indices: Int32Array.from(histories.flatMap((watched) => [...watched].sort((left, right) => left - right))),
    values: new Float32Array(histories.flat().length).fill(1),
  };
  return {
    items: {
      ids: Array.from({ length: titles }, (_, item) => `t${item}`),
      titles: names,
      attributes: [
        {
          kind: 'categorical',
          name: 'genre',
          categories: GENRES,
          codes: Int32Array.from({ length: titles }, (_, item) => (item % 7 === 6 ? -1 : item % 3)),
        },
        {
          kind: 'numeric',
          name: 'run_time',
          values: Float64Array.from({ length: titles }, (_, item) => lengthOf(item)),
        },
      ],
    },
    profiles: {
      ids: histories.map((_, row) => `p${row}`),
      attributes: [
        {
          kind: 'numeric',
          name: 'age',
          values: Float64Array.from(histories, (_, row) => (row % 5 === 4 ? NaN : 2 + (row % 8))),
        },
      ],
    },
    watched: histories.map(({ length }) => length),
    histories: rows,
    excludeWatched,
  };
}

const setOf = (rules: object[]): RuleSet => ruleSetSchema.parse({ formatVersion: RULES_VERSION, rules });
export const prepared = (rules: object[], data: RuleData): PreparedRules => new PreparedRules(setOf(rules), DAY, data);

/** All titles in an order drawn from a seed; watched ones come last if they are excluded. */
export function rankingOf(
  { items, histories, excludeWatched }: RuleData,
  row: number,
  order: readonly number[],
): number[] {
  const watched = new Set(row < histories.rows ? selectRows(histories, [row]).indices : []);
  const all = Array.from(items.ids.keys()).sort((left, right) => order[left]! - order[right]! || left - right);
  if (!excludeWatched) return all;
  return [...all.filter((item) => !watched.has(item)), ...all.filter((item) => watched.has(item))];
}

export const whole = (rules: PreparedRules, row: number, items: readonly number[]): RuledList =>
  applyRules(rules, row, { items, isComplete: true })!;

const anyTitles = fc.oneof(
  fc.record({
    ids: fc.array(
      fc.integer({ min: 0, max: 79 }).map((item) => `t${item}`),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  fc.record({ series: fc.constantFrom(...SERIES).map((name) => [name]) }),
  fc.record({ numbers: fc.constantFrom({ run_time: { to: 12 } }, { run_time: { from: 5, to: 20 } }) }),
  fc.record({ attributes: fc.constantFrom(...GENRES).map((genre) => ({ genre: [genre] })) }),
);
const anyone = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ profiles: { watched: { from: 2 } } }) },
);
const anyRule = fc.tuple(
  anyone,
  fc.oneof(
    fc.record({ kind: fc.constant('pin'), titles: anyTitles, place: fc.integer({ min: 1, max: 25 }) }),
    fc
      .record({
        kind: fc.constant('pin'),
        titles: anyTitles,
        place: fc.integer({ min: 1, max: 25 }),
        more: fc.integer({ min: 1, max: 8 }),
      })
      .map(({ more, ...pin }) => ({ ...pin, to: Math.min(25, pin.place + more) })),
    fc.record({ kind: fc.constant('boost'), titles: anyTitles, places: fc.integer({ min: 1, max: 75 }) }),
    fc.record({ kind: fc.constant('bury'), titles: anyTitles, places: fc.integer({ min: 1, max: 100 }) }),
    fc.record({ kind: fc.constant('hide'), titles: anyTitles }),
    fc.record({
      kind: fc.constant('at-most'),
      count: fc.integer({ min: 0, max: 6 }),
      per: fc.constantFrom({ series: true }, { attribute: 'genre' }),
    }),
    fc.record({ kind: fc.constant('at-most'), count: fc.integer({ min: 0, max: 6 }), titles: anyTitles }),
    fc.record({
      kind: fc.constant('age'),
      titles: anyTitles,
      attribute: fc.constant('age'),
      ages: fc.constantFrom({ from: 5 }, { to: 4 }, { from: 3, to: 6 }),
      unknown: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('in-order') }),
    fc.record({ kind: fc.constant('expire'), titles: anyTitles, after: fc.constantFrom('2026-11-25', DAY) }),
    fc.record({ kind: fc.constant('never-with'), titles: anyTitles, others: anyTitles }),
  ),
);
const anyRules = fc
  .array(anyRule, { minLength: 1, maxLength: 6 })
  .map((rules) => rules.map(([who, what], place) => ({ id: `r${place}`, name: `Rule ${place}`, ...who, ...what })));
export const anyCase = fc.record({
  rules: anyRules,
  titles: fc.integer({ min: 8, max: 80 }),
  histories: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  order: fc.array(fc.nat(1000), { minLength: 80, maxLength: 80 }),
  excludeWatched: fc.boolean(),
});
