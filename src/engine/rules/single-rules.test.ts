import { describe, expect, it } from 'vitest';
import { LIST_LENGTH } from '../../shared/limits';
import { applyRules, type RuledList } from './apply';
import { conflictsOf } from './conflicts';
import { goneIn } from './gone';
import { dataOf, DAY, lengthOf, prepared, rankingOf, whole } from '../../../tests/support/any-rules';

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

  it('finds titles by a range of their numbers, both ends included, and none whose number is missing', () => {
    const left = (range: object): number[] =>
      of(rule({ kind: 'hide', titles: { numbers: { run_time: range } } })).items.filter((item) => item < 20);
    const kept = (isHidden: (length: number) => boolean): number[] =>
      order.slice(0, 20).filter((item) => !isHidden(lengthOf(item)));
    expect(left({ from: 21 })).toEqual(kept((length) => length >= 21));
    expect(left({ to: 7 })).toEqual(kept((length) => length <= 7));
    expect(left({ from: 7, to: 21 })).toEqual(kept((length) => length >= 7 && length <= 21));
    expect(left({ from: -1e308, to: 1e308 })).toEqual([10]);
  });

  it('finds no title by a range of an attribute that titles do not have, and says so', () => {
    const set = [rule({ kind: 'hide', titles: { numbers: { rating: { to: 5 } } } })];
    expect(whole(prepared(set, data), 1, ranking)).toMatchObject({ items: order.slice(0, 25) });
    const { set: parsed } = prepared(set, data);
    expect(goneIn(parsed, data)).toEqual([{ name: 'A', what: ['rating'], count: 1 }]);
    expect(conflictsOf(parsed, data)).toMatchObject([{ kind: 'no-attribute', rules: ['a'] }]);
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
