import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rule, ruleSetSchema, type RuleSet } from '../../shared/contract/rules';
import { episodeOrder } from '../../shared/values/episode';
import { LIST_LENGTH } from '../../shared/limits';
import { selectRows } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { applyRules, type RuledList } from './apply';
import { PreparedRules, type RuleData } from './prepared-rules';

const SERIES = ['Otter Bay', 'Cloud Airfield', '별사탕 궁전'];
const GENRES = ['animals', 'cars', 'magic'];
const DAY = '2026-11-26';

/** Titles in three series of episodes and some without one; profiles aged 2 to 9 and one of unknown age, each with its history. */
function dataOf(titles: number, histories: readonly (readonly number[])[], excludeWatched = true): RuleData {
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

const setOf = (rules: object[]): RuleSet => ruleSetSchema.parse({ formatVersion: 2, rules });
const prepared = (rules: object[], data: RuleData): PreparedRules => new PreparedRules(setOf(rules), DAY, data);

/** All titles in an order drawn from a seed; watched ones come last if they are excluded. */
function rankingOf({ items, histories, excludeWatched }: RuleData, row: number, order: readonly number[]): number[] {
  const watched = new Set(row < histories.rows ? selectRows(histories, [row]).indices : []);
  const all = Array.from(items.ids.keys()).sort((left, right) => order[left]! - order[right]! || left - right);
  if (!excludeWatched) return all;
  return [...all.filter((item) => !watched.has(item)), ...all.filter((item) => watched.has(item))];
}

const whole = (rules: PreparedRules, row: number, items: readonly number[]): RuledList =>
  applyRules(rules, row, { items, isComplete: true })!;

const anyTitles = fc.oneof(
  fc.record({
    ids: fc.array(
      fc.integer({ min: 0, max: 79 }).map((item) => `t${item}`),
      { minLength: 1, maxLength: 6 },
    ),
  }),
  fc.record({ series: fc.constantFrom(...SERIES).map((name) => [name]) }),
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
const anyCase = fc.record({
  rules: anyRules,
  titles: fc.integer({ min: 8, max: 80 }),
  histories: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  order: fc.array(fc.nat(1000), { minLength: 80, maxLength: 80 }),
  excludeWatched: fc.boolean(),
});

/** Whether a list obeys a rule, computed from the rule alone. */
function keeps(rule: Rule, data: RuleData, row: number, list: readonly number[]): boolean {
  const { items, profiles, histories } = data;
  const isAbout = (item: number, condition: Rule['titles']): boolean => {
    const { ids, series, attributes } = condition ?? {};
    const genre = items.attributes[0]!;
    const genreOf = genre.kind === 'categorical' ? (genre.categories[genre.codes[item]!] ?? null) : null;
    if (ids !== undefined && !ids.includes(items.ids[item]!)) return false;
    if (series !== undefined && !series.some((name) => items.titles[item]?.startsWith(name) === true)) return false;
    return attributes === undefined || attributes['genre']!.includes(genreOf);
  };
  const watched = row < histories.rows ? [...selectRows(histories, [row]).indices] : [];
  if (rule.profiles?.watched !== undefined && watched.length < 2) return true;
  const about = list.filter((item) => isAbout(item, rule.titles));
  switch (rule.kind) {
    case 'hide':
      return about.length === 0;
    case 'expire':
      return DAY <= rule.after || about.length === 0;
    case 'age': {
      const ages = profiles.attributes[0]!;
      const age = row < histories.rows && ages.kind === 'numeric' ? ages.values[row]! : NaN;
      const { from = -Infinity, to = Infinity } = rule.ages;
      return about.length === 0 || (Number.isNaN(age) ? rule.unknown : age >= from && age <= to);
    }
    case 'at-most': {
      const groupOf = (item: number): string | null => {
        if (rule.per === undefined) return 'all';
        if ('series' in rule.per)
          return SERIES.find((name) => items.titles[item]?.startsWith(name) === true) ?? `alone ${item}`;
        return GENRES[item % 3]! + (item % 7 === 6 ? ` missing ${item}` : '');
      };
      const missing = (item: number): boolean => rule.per !== undefined && 'attribute' in rule.per && item % 7 === 6;
      const counts = new Map<string | null, number>();
      for (const item of about) if (!missing(item)) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
      return [...counts.values()].every((count) => count <= rule.count);
    }
    case 'in-order':
      return about.every((item) => {
        const own = items.titles[item] === null ? null : episodeOrder(items.titles[item]!);
        if (own === null) return true;
        return watched.every((seen) => {
          const other = items.titles[seen] === null ? null : episodeOrder(items.titles[seen]!);
          return other === null || other.series !== own.series || other.number <= own.number;
        });
      });
    case 'never-with':
      return list.every((item) =>
        list.every((other) => item === other || !isAbout(item, rule.titles) || !isAbout(other, rule.others)),
      );
    default:
      return true;
  }
}

describe('a list under any rules', () => {
  it('has each title once, and fills every place that the rules leave titles for', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, titles, histories, order, excludeWatched }) => {
        const data = dataOf(titles, histories, excludeWatched);
        const made = prepared(rules, data);
        for (let row = 0; row <= histories.length; row++) {
          const { items, broken } = whole(made, row, rankingOf(data, row, order));
          expect(new Set(items).size).toBe(items.length);
          const isFull = items.length === Math.min(LIST_LENGTH, titles);
          // Never silently: a short list names at least one rule.
          expect(isFull || broken.some(({ reason }) => reason === 'too-few-titles')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what each kind of rule promises, in every list', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, titles, histories, order, excludeWatched }) => {
        const data = dataOf(titles, histories, excludeWatched);
        const made = prepared(rules, data);
        for (let row = 0; row <= histories.length; row++) {
          const { items, broken } = whole(made, row, rankingOf(data, row, order));
          for (const rule of made.set.rules) expect([rule, keeps(rule, data, row, items)]).toEqual([rule, true]);
          for (const { rule, index, columns } of made.active)
            if (rule.kind === 'pin' && made.isFor(index, row) && !broken.some((one) => one.index === index))
              expect(items.slice(rule.place - 1, rule.to ?? rule.place).some((item) => columns.includes(item))).toBe(
                true,
              );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same from the stored places as from the complete ranking, or asks for the latter', () => {
    let answered = 0;
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 30, max: 72 }), ({ rules, histories, order }, places) => {
        const data = dataOf(80, histories);
        const made = prepared(rules, data);
        const ranking = rankingOf(data, 0, order);
        const stored = applyRules(made, 0, { items: ranking.slice(0, places), isComplete: false });
        if (stored === null) return;
        answered++;
        expect([...stored.items]).toEqual([...whole(made, 0, ranking).items]);
      }),
      { numRuns: 200 },
    );
    expect(answered).toBeGreaterThan(40);
  });

  it('does not depend on the order of independent rules', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, titles, histories, order }) => {
        const data = dataOf(titles, histories);
        // Only pins have an order: an earlier one gets the place, the title, and what a limit leaves.
        const unordered = rules.filter(({ kind }) => kind !== 'pin');
        const ranking = rankingOf(data, 0, order);
        const forwards = whole(prepared(unordered, data), 0, ranking);
        const backwards = whole(prepared(unordered.toReversed(), data), 0, ranking);
        expect(backwards.items).toEqual(forwards.items);
      }),
      { numRuns: 100 },
    );
  });
});

describe('single rules', () => {
  const data = dataOf(60, [[8], [], []]);
  const order = Array.from({ length: 60 }, (_, item) => item);
  const ranking = rankingOf(data, 1, order);
  const rule = (what: object): object => ({ id: 'a', name: 'A', ...what });
  const of = (...rules: object[]): RuledList => whole(prepared(rules, data), 1, ranking);

  it('moves a title by as many places as it says', () => {
    expect(of(rule({ kind: 'boost', titles: { ids: ['t30'] }, places: 10 })).items[20]).toBe(30);
    expect(of(rule({ kind: 'boost', titles: { ids: ['t5'] }, places: 75 })).items[0]).toBe(5);
    expect(of(rule({ kind: 'bury', titles: { ids: ['t5'] }, places: 3 })).items[8]).toBe(5);
    expect(of(rule({ kind: 'bury', titles: { ids: ['t5'] }, places: 40 })).items).not.toContain(5);
  });

  it('pins the best of several titles, and one beyond the stored places', () => {
    const pin = rule({ kind: 'pin', titles: { attributes: { genre: ['magic'] } }, place: 1 });
    expect(of(pin).items.slice(0, 3)).toEqual([2, 0, 1]);
    const one = prepared([rule({ kind: 'pin', titles: { ids: ['t59'] }, place: 4 })], data);
    const list = applyRules(one, 1, { items: ranking.slice(0, 30), isComplete: false });
    expect(list?.items.slice(0, 5)).toEqual([0, 1, 2, 59, 3]);
    const several = prepared([rule({ kind: 'pin', titles: { ids: ['t58', 't59'] }, place: 4 })], data);
    expect(applyRules(several, 1, { items: ranking.slice(0, 30), isComplete: false })).toBeNull();
  });

  it('gives a place to the earlier of two pins, and reports the later one as broken', () => {
    const pinned = (id: string, item: string): object => ({
      id,
      name: id,
      kind: 'pin',
      titles: { ids: [item] },
      place: 1,
    });
    const { items, broken } = of(pinned('a', 't40'), pinned('b', 't41'));
    expect(items.slice(0, 3)).toEqual([40, 41, 0]);
    expect(broken).toEqual([{ index: 1, reason: 'place-taken' }]);
    expect(of(pinned('a', 't40'), { ...pinned('b', 't40'), place: 3 }).broken).toEqual([
      { index: 1, reason: 'title-taken' },
    ]);
  });

  it('leaves a title of a range where it stands within it, and otherwise takes it to the nearest end', () => {
    const within = (titles: number, range: object): RuledList =>
      of(rule({ kind: 'pin', titles: { ids: [`t${titles}`] }, ...range }));
    const top = { place: 1, to: 5 };
    expect(within(2, top)).toMatchObject({ items: order.slice(0, 25), touched: [], broken: [] });
    expect(within(40, top)).toMatchObject({ items: [0, 1, 2, 3, 40, ...order.slice(4, 24)], touched: [0], broken: [] });
    expect(within(0, { place: 3, to: 5 }).items.slice(0, 4)).toEqual([1, 2, 0, 3]);
    // Of several titles one is enough.
    expect(of(rule({ kind: 'pin', titles: { ids: ['t40', 't3'] }, ...top })).touched).toEqual([]);
  });

  it('keeps the place that another rule needs free, and keeps both rules of one title', () => {
    const pinned = (id: string, item: string, places: object): object => ({
      id,
      name: id,
      kind: 'pin',
      titles: { ids: [item] },
      ...places,
    });
    const campaign = pinned('a', 't40', { place: 1, to: 5 });
    const both = of(campaign, pinned('b', 't41', { place: 5 }));
    expect(both).toMatchObject({ items: [0, 1, 2, 40, 41, ...order.slice(3, 23)], broken: [] });
    expect(of(campaign, pinned('b', 't40', { place: 4, to: 9 })).broken).toEqual([]);
    const full = [1, 2, 3].map((place) => pinned(`f${place}`, `t${30 + place}`, { place }));
    const beyond = of(...full, pinned('a', 't40', { place: 1, to: 3 }));
    expect(beyond.items.slice(0, 5)).toEqual([31, 32, 33, 40, 0]);
    expect(beyond.broken).toEqual([{ index: 3, reason: 'place-taken' }]);
  });

  it('says why a title could not be pinned', () => {
    const pin = rule({ kind: 'pin', titles: { ids: ['t8'] }, place: 1 });
    expect(whole(prepared([pin], data), 0, rankingOf(data, 0, order)).broken).toEqual([
      { index: 0, reason: 'watched' },
    ]);
    expect(of(pin, { id: 'b', name: 'B', kind: 'hide', titles: { ids: ['t8'] } }).broken).toEqual([
      { index: 0, reason: 'hidden' },
    ]);
    expect(of(rule({ kind: 'pin', titles: { ids: ['elsewhere'] }, place: 1 })).broken).toEqual([
      { index: 0, reason: 'not-in-run' },
    ]);
    expect(of(pin, { id: 'b', name: 'B', kind: 'at-most', count: 0, titles: { ids: ['t8'] } }).broken).toEqual([
      { index: 0, reason: 'limited' },
    ]);
  });

  it('acts only on its days, for its profiles, and while it is on', () => {
    const hide = { kind: 'hide', titles: { ids: ['t0'] } };
    for (const more of [{ on: false }, { from: '2026-11-27' }, { until: '2026-11-25' }, { profiles: { text: 'p0' } }])
      expect(of(rule({ ...hide, ...more })).items[0]).toBe(0);
    const members = (...profiles: string[]) => ({
      profiles: { members: { segment: 's', name: 'S', day: DAY, profiles } },
    });
    expect(of(rule({ ...hide, ...members('p0', 'p2') })).items[0]).toBe(0);
    expect(of(rule({ ...hide, ...members('p1') })).items[0]).toBe(1);
    for (const more of [{}, { from: DAY, until: DAY }, { profiles: { text: 'P1' } }])
      expect(of(rule({ ...hide, ...more })).items[0]).toBe(1);
  });

  it('applies only rules for everyone to the profile of which nothing is known', () => {
    const hide = { kind: 'hide', titles: { ids: ['t0'] } };
    const strangers = (...rules: object[]): number => whole(prepared(rules, data), 3, order).items[0]!;
    expect(strangers(rule(hide))).toBe(1);
    expect(strangers(rule({ ...hide, profiles: { watched: { to: 5 } } }))).toBe(0);
    const age = { kind: 'age', titles: { ids: ['t0'] }, attribute: 'age', ages: { from: 3 } };
    expect(strangers(rule(age))).toBe(1);
    expect(strangers(rule({ ...age, unknown: true }))).toBe(0);
  });

  it('on an attribute that the data does not have hides rather too much than too little, and wishes nothing', () => {
    const gone = { attributes: { gender: ['x'] } };
    const hide = { kind: 'hide', titles: { ids: ['t0'] } };
    expect(of(rule({ ...hide, profiles: gone })).items[0]).toBe(1);
    // Another part of the condition still holds.
    expect(of(rule({ ...hide, profiles: { ...gone, text: 'p0' } })).items[0]).toBe(0);
    expect(of(rule({ ...hide, titles: gone })).items[0]).toBe(0);
    expect(of(rule({ kind: 'pin', titles: { ids: ['t5'] }, place: 1, profiles: gone })).items[0]).toBe(0);
    const age = { kind: 'age', titles: { ids: ['t0'] }, attribute: 'years', ages: { from: 3 } };
    expect(of(rule(age)).items[0]).toBe(1);
    expect(of(rule({ ...age, unknown: true })).items[0]).toBe(0);
    expect(of(rule({ kind: 'at-most', count: 1, per: { attribute: 'studio' } })).items).toHaveLength(LIST_LENGTH);
  });
});
