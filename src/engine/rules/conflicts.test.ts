import { describe, expect, it } from 'vitest';
import { dataOf, DAY, prepared } from '../../../tests/support/any-rules';
import { conflictsOf } from './conflicts';
import { goneIn } from './gone';

/** Profiles p0 to p4 are 2 to 5 years old and of unknown age; p0 watched three titles, p1 one, and the others none. */
const data = dataOf(60, [[0, 1, 2], [8], [], [], []]);
const rulesOf = (...rules: object[]) => rules.map((rule, place) => ({ id: `r${place}`, name: `R${place}`, ...rule }));
const clashes = (...rules: object[]) => conflictsOf(prepared(rulesOf(...rules), data).set, data);
const clash = (kind: string, wins: string | null, titles: number, rules = ['r0', 'r1']) => ({
  kind,
  rules,
  wins,
  titles,
});
const ids = (...items: number[]) => ({ titles: { ids: items.map((item) => `t${item}`) } });
const pin = (items: number[], place: number, more: object = {}) => ({ kind: 'pin', ...ids(...items), place, ...more });
const hide = (...items: number[]) => ({ kind: 'hide', ...ids(...items) });

describe('rules that contradict each other', () => {
  it('are two pins of one place, or of one title at two', () => {
    expect(clashes(pin([1], 3), pin([2], 3))).toEqual([clash('same-place', 'r0', 0)]);
    expect(clashes(pin([1, 2], 3), pin([2, 3], 3))).toEqual([clash('same-place', 'r0', 1)]);
    expect(clashes(pin([1], 3), pin([1], 4))).toEqual([clash('same-title', 'r0', 1)]);
    expect(clashes(pin([1], 3), pin([2], 4))).toEqual([]);
    // Either has another title to take.
    expect(clashes(pin([1, 2], 3), pin([1], 4))).toEqual([]);
    expect(clashes(pin([1], 3), pin([1, 2], 4))).toEqual([]);
  });

  it('are ranges of one title that do not meet, and no ranges that do', () => {
    expect(clashes(pin([1], 1, { to: 5 }), pin([1], 5, { to: 9 }))).toEqual([]);
    expect(clashes(pin([1], 5, { to: 9 }), pin([1], 5))).toEqual([]);
    expect(clashes(pin([1], 5), pin([1], 1, { to: 5 }))).toEqual([]);
    expect(clashes(pin([1], 1, { to: 4 }), pin([1], 5, { to: 9 }))).toEqual([clash('same-title', 'r0', 1)]);
    expect(clashes(pin([1], 5, { to: 9 }), pin([1], 1, { to: 4 }))).toEqual([clash('same-title', 'r0', 1)]);
    expect(clashes(pin([1], 3, { to: 9 }), pin([2], 3))).toEqual([]);
  });

  it('are a pin and what takes out all of its titles, which wins in either order', () => {
    expect(clashes(pin([1, 2], 1), hide(1, 2, 3))).toEqual([clash('pin-hidden', 'r1', 2)]);
    expect(clashes(hide(1, 2, 3), pin([1, 2], 1))).toEqual([clash('pin-hidden', 'r0', 2)]);
    expect(clashes(pin([1, 2], 1), hide(2, 3))).toEqual([]);
    const age = { kind: 'age', attribute: 'age', ages: { from: 4 } };
    expect(clashes(pin([1], 1), { ...age, ...ids(1) })).toEqual([clash('pin-hidden', 'r1', 1)]);
    expect(clashes(pin([1], 1), { kind: 'expire', ...ids(1), after: DAY })).toEqual([clash('pin-hidden', 'r1', 1)]);
    expect(clashes(pin([1], 1), { kind: 'bury', ...ids(1), places: 5 })).toEqual([]);
  });

  it('are moves of one title up and down, which are added up', () => {
    const [up, down] = [
      { kind: 'boost', ...ids(1, 2), places: 3 },
      { kind: 'bury', ...ids(2, 3), places: 3 },
    ];
    expect(clashes(up, down)).toEqual([clash('up-and-down', null, 1)]);
    expect(clashes(down, up)).toEqual([clash('up-and-down', null, 1)]);
    expect(clashes(up, up)).toEqual([]);
    expect(clashes(up, { ...down, ...ids(3) })).toEqual([]);
  });

  it('are told for each two of many, in their order', () => {
    expect(clashes(pin([1], 1), pin([2], 1), hide(2), pin([3], 1))).toEqual([
      clash('same-place', 'r0', 0),
      clash('same-place', 'r0', 0, ['r0', 'r3']),
      clash('pin-hidden', 'r2', 1, ['r1', 'r2']),
      clash('same-place', 'r1', 0, ['r1', 'r3']),
    ]);
  });

  it('have a day on which both apply', () => {
    const meetOn = (one: object, other: object): boolean =>
      clashes({ ...pin([1], 3), ...one }, { ...pin([2], 3), ...other }).length > 0;
    expect(meetOn({ until: '2026-11-20' }, { from: '2026-11-20' })).toBe(true);
    expect(meetOn({ until: '2026-11-20' }, { from: '2026-11-21' })).toBe(false);
    expect(meetOn({ from: '2026-11-21' }, { until: '2026-11-20' })).toBe(false);
    expect(meetOn({ from: '2020-01-01', until: '2020-01-02' }, {})).toBe(true);
    const expiry = { kind: 'expire', ...ids(1), after: '2026-11-20' };
    expect(clashes({ ...pin([1], 3), until: '2026-11-20' }, expiry)).toEqual([clash('pin-hidden', 'r1', 1)]);
    expect(clashes({ ...pin([1], 3), until: '2026-11-19' }, expiry)).toEqual([]);
    expect(clashes({ ...pin([1], 3), until: '2026-12-01' }, { ...expiry, from: '2026-12-02' })).toEqual([]);
  });

  it('have a profile for which both are, be it one of which nothing is known', () => {
    const watched = (from: number, to: number) => ({ profiles: { watched: { from, to } } });
    const of = (one: object, other: object) => clashes({ ...pin([1], 3), ...one }, { ...pin([2], 3), ...other });
    expect(of(watched(3, 9), watched(1, 9))).toHaveLength(1);
    expect(of(watched(3, 9), watched(1, 2))).toEqual([]);
    expect(of(watched(3, 9), {})).toHaveLength(1);
  });

  it('are not told of rules that are off', () => {
    expect(clashes(pin([1], 3), { ...pin([2], 3), on: false })).toEqual([]);
  });
});

describe('rules about nothing', () => {
  const nothing = (kind: string, titles: number) => [clash(kind, null, titles, ['r0'])];

  it('match no title, or are for no profile', () => {
    expect(clashes(hide(99))).toEqual(nothing('no-titles', 0));
    expect(clashes({ ...hide(1, 2), profiles: { text: 'nobody' } })).toEqual(nothing('no-profiles', 2));
    expect(clashes({ ...hide(99), profiles: { text: 'nobody' } })).toEqual(nothing('no-titles', 0));
    expect(clashes({ ...hide(1), until: '2020-01-01' })).toEqual([]);
  });

  it('are no age limits that everyone meets', () => {
    expect(clashes({ kind: 'age', ...ids(1), attribute: 'age', ages: { from: 0 }, unknown: true })).toEqual([]);
  });

  it('name an attribute that the data does not have, and are told first', () => {
    const strange = [
      { ...hide(1), titles: { attributes: { mood: ['calm'] } } },
      { ...hide(1), titles: { numbers: { rating: { from: 1 } } } },
      { ...hide(1), profiles: { attributes: { town: ['Ulm'] } } },
      { kind: 'never-with', ...ids(1), others: { attributes: { mood: ['calm'] } } },
      { kind: 'age', ...ids(1), attribute: 'years', ages: { from: 3 } },
      { kind: 'at-most', count: 1, per: { attribute: 'studio' } },
    ];
    for (const rule of strange) expect([rule, clashes(rule)]).toEqual([rule, nothing('no-attribute', 0)]);
    expect(clashes(hide(99), strange[0]!).map(({ kind }) => kind)).toEqual(['no-attribute', 'no-titles']);
    const known = [
      { ...hide(1), titles: { attributes: { genre: ['cars'] } } },
      { kind: 'never-with', ...ids(1), others: ids(2).titles },
      { kind: 'at-most', count: 1, per: { attribute: 'genre' } },
      { kind: 'at-most', count: 1, per: { series: true } },
      { kind: 'at-most', count: 1 },
      { kind: 'age', ...ids(1), attribute: 'age', ages: { from: 3 } },
    ];
    for (const rule of known) expect([rule, clashes(rule)]).toEqual([rule, []]);
  });
});

describe('what rules name and the data does not have', () => {
  const gone = (...rules: object[]) => goneIn(prepared(rulesOf(...rules), data).set, data);
  const what = (...words: string[]) => [{ name: 'R0', what: words, count: words.length }];

  it('are titles, series, attributes, their values, and ranges, of both sides of a rule', () => {
    expect(gone(hide(1, 98, 99))).toEqual(what('t98', 't99'));
    expect(gone({ kind: 'hide', titles: { series: ['otter bay', 'Gone Bay'] } })).toEqual(what('Gone Bay'));
    expect(gone({ kind: 'hide', titles: { attributes: { genre: ['cars', 'space', null] } } })).toEqual(
      what('genre: space'),
    );
    expect(gone({ kind: 'hide', titles: { attributes: { mood: ['calm'], genre: ['cars'] } } })).toEqual(what('mood'));
    expect(gone({ kind: 'hide', titles: { numbers: { run_time: { to: 5 }, rating: { to: 5 } } } })).toEqual(
      what('rating'),
    );
    expect(gone({ kind: 'never-with', ...ids(98), others: ids(99, 1).titles })).toEqual(what('t98', 't99'));
  });

  it('are values of profiles, and members of a segment by their number alone', () => {
    expect(gone({ ...hide(1), profiles: { attributes: { age: ['3', '77', null], town: ['Ulm'] } } })).toEqual(
      what('age: 77', 'town'),
    );
    const members = (...profiles: string[]) => ({ members: { segment: 's', name: 'Evening', day: DAY, profiles } });
    expect(gone({ ...hide(1), profiles: members('p0', 'x', 'y') })).toEqual(what('Evening (2)'));
    expect(gone({ ...hide(1), profiles: members('p0', 'p4') })).toEqual([]);
  });

  it('are the attributes of an age limit and of a limit by value', () => {
    const age = { kind: 'age', ...ids(1), ages: { from: 3 } };
    expect(gone({ ...age, attribute: 'years' })).toEqual(what('years'));
    expect(gone({ ...age, attribute: 'age' })).toEqual([]);
    // The age is one of profiles, and the value one of titles.
    expect(gone({ ...age, attribute: 'genre' })).toEqual(what('genre'));
    expect(gone({ kind: 'at-most', count: 1, per: { attribute: 'age' } })).toEqual(what('age'));
    for (const per of [{ attribute: 'genre' }, { series: true }, undefined])
      expect(gone({ kind: 'at-most', count: 1, per })).toEqual([]);
  });

  it('are counted all, and the first twenty named; a rule of which all is there is left out', () => {
    const many = Array.from({ length: 25 }, (_, item) => 100 + item);
    const [one] = gone(hide(...many));
    expect(one).toMatchObject({ count: 25, what: many.slice(0, 20).map((item) => `t${item}`) });
    expect(gone(hide(1), hide(99)).map(({ name }) => name)).toEqual(['R1']);
    expect(gone(hide(1))).toEqual([]);
  });
});
