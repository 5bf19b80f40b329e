import { describe, expect, it } from 'vitest';
import { dataOf, DAY } from '../../../tests/support/any-rules';
import { isConditional, numberOf, profilesOf, seriesOf, titlesOf } from './conditions';

const data = dataOf(12, [[0, 1, 2], [8], []]);
const titles = (condition?: object): number[] => titlesOf(data.items, condition);
const profiles = (condition?: object): number[] => profilesOf(data, condition);
const all = [...data.items.ids.keys()];

describe('the titles of a condition', () => {
  it('are all of them where it has no part, or only a blank text', () => {
    expect(titles()).toEqual(all);
    expect(titles({})).toEqual(all);
    expect(titles({ text: '  ' })).toEqual(all);
  });

  it('have the text in their name, or as their whole ID, in any case and without the spaces around it', () => {
    expect(titles({ text: ' OTTER ' })).toEqual([0, 4, 8]);
    expect(titles({ text: 'T11' })).toEqual([11]);
    expect(titles({ text: 't1' })).toEqual([1]);
  });

  it('match every part, by any of its values', () => {
    expect(titles({ series: ['Otter Bay', 'CLOUD AIRFIELD'] })).toEqual([0, 1, 4, 5, 8, 9]);
    expect(titles({ series: ['Otter Bay'], attributes: { genre: ['animals', 'cars'] } })).toEqual([0, 4]);
    expect(titles({ attributes: { genre: [null] } })).toEqual([6]);
    expect(titles({ ids: ['t3', 't5', 'other'] })).toEqual([3, 5]);
    expect(titles({ ids: ['t3'], series: ['Otter Bay'] })).toEqual([]);
    expect(titles({ numbers: { run_time: { to: 7 } } })).toEqual([0, 1, 5, 9]);
  });

  it('are refused for an attribute that titles do not have, with those that there are', () => {
    for (const condition of [{ attributes: { gnre: ['x'] } }, { numbers: { gnre: { to: 1 } } }])
      expect(() => titles(condition)).toThrow(
        expect.objectContaining({ code: 'usage', message: expect.stringMatching(/gnre.*genre/s) as string }),
      );
  });
});

describe('the profiles of a condition', () => {
  it('are found by a part of their ID, by attributes, by membership and by how much they watched', () => {
    expect(profiles()).toEqual([0, 1, 2]);
    expect(profiles({ text: ' ' })).toEqual([0, 1, 2]);
    expect(profiles({ text: ' P1 ' })).toEqual([1]);
    expect(profiles({ attributes: { age: ['3'] } })).toEqual([1]);
    expect(profiles({ members: { segment: 's', name: 'S', day: DAY, profiles: ['p2', 'p0', 'x'] } })).toEqual([0, 2]);
    expect(profiles({ watched: { from: 1, to: 3 } })).toEqual([0, 1]);
    expect(profiles({ watched: { to: 1 }, text: 'p1' })).toEqual([1]);
    expect(() => profiles({ attributes: { town: ['Ulm'] } })).toThrow(/town/);
  });

  it('of whom no viewing is known have watched nothing', () => {
    expect(profilesOf({ profiles: data.profiles, watched: [] }, { watched: { to: 0 } })).toEqual([0, 1, 2]);
  });
});

it('a condition has a part if one is given, be it beside others that are not', () => {
  expect(isConditional(undefined)).toBe(false);
  expect(isConditional({})).toBe(false);
  expect(isConditional({ text: undefined })).toBe(false);
  expect(isConditional({ text: undefined, watched: { to: 1 } })).toBe(true);
});

it('the number of a row is that which its text says, and none where it is blank, missing or no number', () => {
  const named = (...categories: string[]) => ({
    kind: 'categorical' as const,
    name: 'length',
    categories,
    codes: Int32Array.from([...categories.keys(), -1]),
  });
  const attribute = named('25', ' ', 'long', '-1.5');
  expect([0, 1, 2, 3, 4].map((row) => numberOf(attribute, row))).toEqual([25, NaN, NaN, -1.5, NaN]);
  expect(numberOf({ kind: 'numeric', name: 'length', values: Float64Array.of(7, NaN) }, 0)).toBe(7);
});

it('a title without a name is a series of its own', () => {
  expect(seriesOf(data.items).slice(0, 5)).toEqual(['otter bay', 'cloud airfield', '별사탕 궁전', 't3', 'otter bay']);
});
