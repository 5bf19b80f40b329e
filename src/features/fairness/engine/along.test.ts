import { describe, expect, it } from 'vitest';
import type { ItemTable } from '../../../engine/data/tables';
import type { DeliveredLists } from '../../../engine/delivery/deliver';
import { LIST_LENGTH } from '../../../shared/limits';
import { type Along, alongLists } from './along';

const TITLES = 60;

/** Of the first 30 titles every one is an episode of Sea; age marks climb by a year every ten titles, and the last ten state none. */
const items: ItemTable = {
  ids: Array.from({ length: TITLES }, (_, item) => `t${item}`),
  titles: Array.from({ length: TITLES }, (_, item) =>
    item < 30 ? `Sea ${item + 1}화` : `Title of its own ${'x'.repeat(item)}`,
  ),
  attributes: [
    {
      kind: 'categorical',
      name: 'age_rating',
      categories: ['0+', '1+', '2+', '3+', '4+'],
      codes: Int32Array.from({ length: TITLES }, (_, item) => (item < 50 ? Math.floor(item / 10) : -1)),
    },
    {
      kind: 'categorical',
      name: 'maker',
      categories: ['Alpha', 'Beta'],
      codes: Int32Array.from({ length: TITLES }, (_, item) => (item % 5 === 0 ? 1 : 0)),
    },
    {
      kind: 'numeric',
      name: 'price',
      values: Float64Array.from({ length: TITLES }, (_, item) => (item < 6 ? 500 : 0)),
    },
  ],
};
const listFrom = (first: number): number[] => Array.from({ length: LIST_LENGTH }, (_, place) => first + place);
const delivered = (lists: readonly number[][], of: ItemTable = items): DeliveredLists =>
  ({
    items: of,
    lists: { count: LIST_LENGTH, items: Int32Array.from(lists.flat()), scores: new Float32Array() },
  }) as never;
const named = (along: readonly Along[], measure: Along['measure']): Along =>
  along.find((one) => one.measure === measure)!;

describe('alongLists', () => {
  const lists = Array.from({ length: 20 }, (_, child) => listFrom(child < 10 ? 0 : 35));
  const along = alongLists(delivered(lists), Int32Array.from(lists.keys()));

  it('tells what first and last places ask for, and leaves out lists whose titles do not say', () => {
    const ages = named(along, 'age-marks');
    // The last places of the later lists state no age.
    expect([...ages.rows]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(ages.before[0]).toBe(0);
    // Places 18 to 25 hold titles 17 to 24: three of 1+, five of 2+.
    expect(ages.after[0]).toBeCloseTo(13 / 8, 12);
  });

  it('tells the share of one series, one maker and paid titles', () => {
    expect(named(along, 'series').after[0]).toBe(1);
    expect(named(along, 'series').after[10]).toBeCloseTo(1 / LIST_LENGTH, 12);
    expect(named(along, 'maker').after[0]).toBeCloseTo(20 / LIST_LENGTH, 12);
    expect(named(along, 'paid').after[0]).toBeCloseTo(6 / LIST_LENGTH, 12);
    expect(named(along, 'paid').after[10]).toBe(0);
  });

  it('tells the share of a list that another one has: here all of nine others of nineteen', () => {
    expect(named(along, 'alike').after[0]).toBeCloseTo(9 / 19, 12);
  });

  it('tells nothing that the titles do not say', () => {
    const bare = alongLists(
      delivered(lists, { ...items, titles: items.ids.map((id) => `Title ${id} alone`), attributes: [] }),
      Int32Array.of(0, 1),
    );
    expect(bare.filter(({ rows }) => rows.length > 0).map(({ measure }) => measure)).toEqual(['alike']);
  });
});
