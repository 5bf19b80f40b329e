/** Rules about titles without viewings, over arbitrary lists. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleSetSchema } from '../../shared/contract/rules';
import { episodeOrder } from '../../shared/values/episode';
import { LIST_LENGTH } from '../../shared/limits';
import type { SparseRows } from '../data/tables';
import { NewTitles } from '../data/new-titles/new-titles';
import { applyRules, type RuledList } from './apply';
import { PreparedRules, type RuleData } from './prepared-rules';

const DAY = '2026-11-26';
const GENRES = ['animals', 'cars', 'magic'];
const FRESH = 12;

/** The last `FRESH` titles have no viewings, and the last two of them no metadata. */
function dataOf(known: number, histories: readonly (readonly number[])[]): RuleData {
  const titles = known + FRESH;
  const genreOf = (item: number): number => (item >= titles - 2 ? -1 : item % 3);
  const nameOf = (item: number): string | null => {
    if (item >= titles - 2) return null;
    return item % 4 === 0 ? `Otter Bay, part ${item / 4 + 1}` : `Single ${item}`;
  };
  const offsets = Int32Array.from([0, ...histories.map((_, row) => histories.slice(0, row + 1).flat().length)]);
  const rows: SparseRows = {
    rows: histories.length,
    columns: known,
    offsets,
    indices: Int32Array.from(histories.flatMap((watched) => [...watched].sort((left, right) => left - right))),
    values: new Float32Array(histories.flat().length).fill(1),
  };
  const items = {
    ids: Array.from({ length: titles }, (_, item) => `t${item}`),
    titles: Array.from({ length: titles }, (_, item) => nameOf(item)),
    attributes: [
      {
        kind: 'categorical' as const,
        name: 'genre',
        categories: GENRES,
        codes: Int32Array.from({ length: titles }, (_, item) => genreOf(item)),
      },
    ],
  };
  const everything = { ...rows, indices: Int32Array.from({ length: known }, (_, item) => item) };
  return {
    items,
    profiles: {
      ids: histories.map((_, row) => `p${row}`),
      attributes: [{ kind: 'numeric', name: 'age', values: Float64Array.from(histories, (_, row) => 2 + row) }],
    },
    watched: histories.map(({ length }) => length),
    histories: rows,
    excludeWatched: true,
    newTitles: NewTitles.of({
      items,
      ranked: known,
      idOrder: items.ids.map((_, item) => item),
      histories: everything,
      keywords: new Map(),
    }),
  };
}

const prepared = (rules: object[], data: RuleData): PreparedRules =>
  new PreparedRules(
    ruleSetSchema.parse({
      formatVersion: 1,
      rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
    }),
    DAY,
    data,
  );

const anyTitles = fc.oneof(
  fc.record({ attributes: fc.constantFrom(...GENRES).map((genre) => ({ genre: [genre] })) }),
  fc.record({
    ids: fc.uniqueArray(
      fc.nat(60).map((item) => `t${item}`),
      { minLength: 1, maxLength: 20 },
    ),
  }),
);
const forbidding = fc.oneof(
  fc.record({ kind: fc.constant('hide'), titles: anyTitles }),
  fc.record({ kind: fc.constant('expire'), titles: anyTitles, after: fc.constant('2026-11-25') }),
  fc.record({
    kind: fc.constant('age'),
    titles: anyTitles,
    attribute: fc.constant('age'),
    ages: fc.constantFrom({ from: 4 }, { to: 3 }),
  }),
  fc.record({ kind: fc.constant('at-most'), titles: anyTitles, count: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ kind: fc.constant('never-with'), titles: anyTitles, others: anyTitles }),
  fc.record({ kind: fc.constant('in-order') }),
);
const wishing = fc.oneof(
  fc.record({ kind: fc.constant('pin'), titles: anyTitles, place: fc.integer({ min: 1, max: 25 }) }),
  fc.record({ kind: fc.constant('boost'), titles: anyTitles, places: fc.integer({ min: 1, max: 75 }) }),
);
const anyCase = fc.record({
  forbid: fc.array(forbidding, { maxLength: 3 }),
  wish: fc.array(wishing, { maxLength: 3 }),
  count: fc.integer({ min: 1, max: 25 }),
  place: fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
  known: fc.integer({ min: 8, max: 48 }),
  histories: fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 6 }), { minLength: 1, maxLength: 4 }),
  order: fc.array(fc.nat(1000), { minLength: 48, maxLength: 48 }),
});

/** All titles of the run, watched ones last. */
function rankingOf(known: number, watched: readonly number[], order: readonly number[]): number[] {
  const all = Array.from({ length: known }, (_, item) => item).sort(
    (left, right) => order[left]! - order[right]! || left - right,
  );
  return [...all.filter((item) => !watched.includes(item)), ...all.filter((item) => watched.includes(item))];
}

const whole = (rules: PreparedRules, row: number, items: readonly number[]): RuledList =>
  applyRules(rules, row, { items, isComplete: true })!;

describe('places for new titles', () => {
  it('hold no title twice, no more than allowed, none without metadata and none that a rule forbids', () => {
    let placed = 0;
    fc.assert(
      fc.property(anyCase, ({ forbid, wish, count, place, known, histories, order }) => {
        const data = dataOf(known, histories);
        const rules = prepared([...wish, ...forbid, { kind: 'new-titles', count, place }], data);
        for (let row = 0; row <= histories.length; row++) {
          const watched = histories[row] ?? [];
          const { items } = whole(rules, row, rankingOf(known, watched, order));
          const fresh = items.filter((item) => item >= known);
          placed += fresh.length;
          expect(new Set(items).size).toBe(items.length);
          expect(items.length).toBeLessThanOrEqual(LIST_LENGTH);
          expect(fresh.length).toBeLessThanOrEqual(count);
          if (watched.length === 0) expect(fresh).toEqual([]);
          for (const item of fresh) {
            expect(item).toBeLessThan(known + FRESH - 2);
            const number = episodeOrder(data.items.titles[item]!)?.number;
            if (number !== undefined && number > 1) expect(watched).toContain(item - 4);
          }
          for (const { rule, index, columns } of rules.active) {
            const about = items.filter((item) => columns.includes(item));
            if (!rules.isFor(index, row)) continue;
            if (rule.kind === 'hide' || rule.kind === 'expire' || rule.kind === 'age') expect(about).toEqual([]);
            if (rule.kind === 'at-most') expect(about.length).toBeLessThanOrEqual(rule.count);
            if (rule.kind === 'never-with') {
              const others = items.filter((item) =>
                prepared([{ kind: 'hide', titles: rule.others }], data).active[0]!.columns.includes(item),
              );
              expect(about.every((item) => others.every((other) => other === item))).toBe(true);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(placed).toBeGreaterThan(60);
  });

  it('leave what other rules make of the lists unchanged, but for the titles that have to go', () => {
    fc.assert(
      fc.property(anyCase, ({ wish, count, place, known, histories, order }) => {
        const data = dataOf(known, histories);
        // Limits may let another title stand beside a new one.
        const without = prepared(wish, { ...data, newTitles: undefined, items: knownItems(data, known) });
        const withThem = prepared([...wish, { kind: 'new-titles', count, place }], data);
        const ranking = rankingOf(known, histories[0]!, order);
        const before = whole(without, 0, ranking).items;
        const after = whole(withThem, 0, ranking).items.filter((item) => item < known);
        expect(after.toSorted()).toEqual(before.filter((item) => after.includes(item)).toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('are the same from the stored places as from the complete ranking, or ask for the latter', () => {
    let answered = 0;
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 26, max: 44 }), ({ forbid, count, place, histories, order }, places) => {
        const data = dataOf(48, histories);
        const rules = prepared([...forbid, { kind: 'new-titles', count, place }], data);
        const ranking = rankingOf(48, histories[0]!, order);
        const stored = applyRules(rules, 0, { items: ranking.slice(0, places), isComplete: false });
        if (stored === null) return;
        answered++;
        expect([...stored.items]).toEqual([...whole(rules, 0, ranking).items]);
      }),
      { numRuns: 150 },
    );
    expect(answered).toBeGreaterThan(40);
  });

  it('are the last ones, or those from the named place on; pins keep theirs', () => {
    const data = dataOf(48, [[1, 2, 3]]);
    const ranking = rankingOf(
      48,
      [1, 2, 3],
      Array.from({ length: 48 }, (_, item) => item),
    );
    const placesOf = (...rules: object[]): number[] =>
      whole(prepared(rules, data), 0, ranking).items.flatMap((item, place) => (item >= 48 ? [place + 1] : []));
    expect(placesOf({ kind: 'new-titles', count: 3 })).toEqual([23, 24, 25]);
    expect(placesOf({ kind: 'new-titles', count: 3, place: 4 })).toEqual([4, 5, 6]);
    expect(placesOf({ kind: 'new-titles', count: 3, place: 24 })).toEqual([23, 24, 25]);
    const pin = { kind: 'pin', titles: { ids: ['t40'] }, place: 5 };
    expect(placesOf(pin, { kind: 'new-titles', count: 3, place: 4 })).toEqual([4, 6, 7]);
    // A rule that is off, or of another day, changes nothing.
    expect(placesOf({ kind: 'new-titles', count: 3, on: false })).toEqual([]);
    expect(placesOf({ kind: 'new-titles', count: 3, until: '2026-11-25' })).toEqual([]);
  });
});

const knownItems = ({ items }: RuleData, known: number): RuleData['items'] => ({
  ids: items.ids.slice(0, known),
  titles: items.titles.slice(0, known),
  attributes: items.attributes.map((attribute) =>
    attribute.kind === 'categorical' ? { ...attribute, codes: attribute.codes.slice(0, known) } : attribute,
  ),
});
