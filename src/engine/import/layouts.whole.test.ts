/** Folders of other services: MovieLens, which is recognised, and any other through a mapping. */
import * as path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeParquetFile } from '../../../tests/support/raw-duckdb';
import { loadItems, loadProfiles } from '../data/snapshot';
import { loadInteractions } from '../data/selected-events';
import type { Attribute } from '../data/tables';
import type { ImportAnswer, Mapping } from '../../shared/contract/dataset';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { type Content, findingOf, makePlace, type Place, reasonsOf, reportOf } from '../../../tests/support/importing';

let place: Place;
let folders = 0;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());

async function importFiles(files: Record<string, Content>, mapping?: Mapping): Promise<ImportAnswer> {
  return place.import(await place.write(`folder-${++folders}`, files), mapping && { mapping });
}

/** The value of an attribute for each row, as people read it. */
function valuesOf(attribute: Attribute): (string | number | null | string[])[] {
  switch (attribute.kind) {
    case 'numeric':
      return Array.from(attribute.values, (value) => (Number.isNaN(value) ? null : value));
    case 'categorical':
      return Array.from(attribute.codes, (code) => attribute.categories[code] ?? null);
    case 'set':
      return Array.from({ length: attribute.offsets.length - 1 }, (_, row) =>
        Array.from(
          attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!),
          (code) => attribute.categories[code]!,
        ),
      );
  }
}

const shown = (attributes: readonly Attribute[]): Record<string, unknown> =>
  Object.fromEntries(attributes.map((attribute) => [attribute.name, valuesOf(attribute)]));

const flags = (...set: number[]): string =>
  Array.from({ length: 19 }, (_, index) => (set.includes(index) ? 1 : 0)).join('|');

describe('MovieLens', () => {
  test('u.data, u.user and u.item have no header and no quotes, and u.item is latin-1', async () => {
    const items = [
      `1|Toy Story (1995)|01-Jan-1995||http://x|${flags(3, 4, 5)}`,
      `2|City of Lost Children, The (Cité des enfants perdus) (1995)|01-Jan-1995||http://x|${flags(2)}`,
      `3|"Quoted" (1996)|01-Jan-1996||http://x|${flags()}`,
    ];
    const answer = await importFiles({
      'u.data': ['1\t1\t5\t874965758', '1\t2\t3\t874965759', '2\t3\t1\t874965760'],
      'u.user': ['1|24|M|technician|85711', '2|53|F|other|94043'],
      'u.item': iconv.encode(items.map((line) => `${line}\n`).join(''), 'latin1'),
      README: 'ml-100k',
    });
    expect(answer.layout).toBe('movielens-100k');
    expect(reportOf(answer, 'u.item')).toMatchObject({ encoding: 'latin-1', delimiter: '|', rows: 3, accepted: 3 });
    expect(reportOf(answer, 'u.data')).toMatchObject({ delimiter: '\t', rows: 3, accepted: 3 });
    expect(answer.period).toEqual({ from: '1997-09-22T22:02:38.000Z', to: '1997-09-22T22:02:40.000Z' });
    const snapshot = await place.open(answer);
    expect(shown((await loadProfiles(snapshot)).attributes)).toEqual({
      age: [24, 53],
      gender: ['M', 'F'],
      occupation: ['technician', 'other'],
    });
    const table = await loadItems(snapshot);
    expect(table.titles).toEqual([
      'Toy Story (1995)',
      'City of Lost Children, The (Cité des enfants perdus) (1995)',
      '"Quoted" (1996)',
    ]);
    expect(shown(table.attributes)).toEqual({ genre: [['Animation', "Children's", 'Comedy'], ['Adventure'], []] });
  });

  test('u.data alone is enough, separated by tabs or bars', async () => {
    const answer = await importFiles({ 'u.data': ['1|1|5|874965758', '2|3|1|874965760'] });
    expect(answer).toMatchObject({ layout: 'movielens-100k', profiles: 2, items: 2, interactions: 2 });
    expect(findingOf(answer, 'no-metadata')).toBeDefined();
  });

  test('ratings.csv and movies.csv', async () => {
    const answer = await importFiles({
      'ratings.csv': ['userId,movieId,rating,timestamp', '1,1,4.0,964982703', '1,3,4.5,964981247', '2,1,0.5,964982224'],
      'movies.csv': [
        'movieId,title,genres',
        '1,Toy Story (1995),Adventure|Animation',
        '3,"American President, The (1995)",(no genres listed)',
      ],
      'tags.csv': ['userId,movieId,tag,timestamp'],
    });
    expect(answer).toMatchObject({ layout: 'movielens-csv', profiles: 2, items: 2, interactions: 3 });
    const snapshot = await place.open(answer);
    const items = await loadItems(snapshot);
    expect(items.titles).toEqual(['Toy Story (1995)', 'American President, The (1995)']);
    expect(shown(items.attributes)).toEqual({ genres: [['Adventure', 'Animation'], ['(no genres listed)']] });
    const { item, weight } = await loadInteractions(snapshot, DEFAULT_RECIPE);
    expect([...item]).toEqual([1, 0, 0]);
    expect(weight).toBeNull();
  });
});

const MAPPING: Mapping = {
  events: { file: 'events.csv', profile: 'user', item: 'product', time: 'when', weight: 'count' },
  profiles: {
    file: 'people.tsv',
    profile: 'id',
    attributes: ['height', 'colour', { name: 'zip', kind: 'categorical', columns: ['zip'] }],
  },
  items: {
    file: 'products.csv',
    item: 'id',
    title: 'name',
    attributes: [
      { name: 'tags', kind: 'set', columns: ['tag 1', 'tag 2'] },
      { name: 'price', kind: 'numeric', columns: ['price'] },
    ],
  },
};

const MAPPED: Record<string, Content> = {
  'events.csv': [
    'user;product;when;count',
    'ann;p1;2025-03-07 10:00:00;2',
    'ben;p2;2025-03-07T10:00:00+01:00;0.5',
    'ann;p2;2025-03-08;0',
    'ann;p1;2025-03-09;',
    'ben;p1;2025-03-09;many',
    'ben;p1;2025-02-30;1',
  ],
  'people.tsv': ['id\theight\tcolour\tzip', 'ann\t1.70\tred\t01234', 'ben\t\tblue\t99'],
  'products.csv': ['ID,Name,"Tag 1","Tag 2",Price', 'p1,One,a,b,5', 'p2,Two,b,,cheap'],
};

describe('a mapping', () => {
  test('assigns the columns; kinds are inferred if not given', async () => {
    const answer = await importFiles(MAPPED, MAPPING);
    expect(answer).toMatchObject({ layout: 'mapped', mapping: MAPPING, profiles: 2, items: 2, interactions: 4 });
    expect(reasonsOf(reportOf(answer, 'events.csv'))).toEqual({ 'weight-not-a-number': 1, 'impossible-time': 1 });
    const snapshot = await place.open(answer);
    expect(shown((await loadProfiles(snapshot)).attributes)).toEqual({
      height: [1.7, null],
      colour: ['red', 'blue'],
      zip: ['01234', '99'],
    });
    const items = await loadItems(snapshot);
    expect(items.titles).toEqual(['One', 'Two']);
    expect(shown(items.attributes)).toEqual({ tags: [['a', 'b'], ['b']], price: [5, null] });
  });

  test('weighs events: those of weight 0 are kept and not used, those without a weight have weight 1', async () => {
    const answer = await importFiles(MAPPED, MAPPING);
    expect(findingOf(answer, 'weight-not-positive')?.rows).toBe(1);
    expect(findingOf(answer, 'empty-weight')?.rows).toBe(1);
    const { profile, item, weight, time } = await loadInteractions(await place.open(answer), {
      ...DEFAULT_RECIPE,
      'data.history': 2,
    });
    expect([...profile]).toEqual([1, 0, 0]);
    expect([...item]).toEqual([1, 0, 0]);
    expect([...weight!]).toEqual([1, 4, 2]);
    expect([...time!].map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 16))).toEqual([
      '2025-03-07T09:00',
      '2025-03-07T10:00',
      '2025-03-09T00:00',
    ]);
  });

  test('needs no time', async () => {
    const answer = await importFiles(
      { 'clicks.csv': ['a,b', 'x,1', 'y,2', 'x,1'] },
      { events: { file: 'clicks.csv', profile: 'a', item: 'b' } },
    );
    expect(answer).toMatchObject({ period: null, interactions: 2 });
    expect(reasonsOf(reportOf(answer, 'clicks.csv'))).toEqual({ duplicate: 1 });
    expect((await loadInteractions(await place.open(answer), DEFAULT_RECIPE)).time).toBe(null);
  });

  test('names columns of a file without header by their numbers', async () => {
    const answer = await importFiles(
      { 'log.txt': ['1700000000000|ann|p1', '1700000001500|ben|p2'] },
      { events: { file: 'log.txt', profile: '2', item: '3', time: '1' } },
    );
    expect(answer).toMatchObject({ profiles: 2, items: 2, interactions: 2 });
    expect(answer.period?.to).toBe('2023-11-14T22:13:21.500Z');
  });

  test('reads Parquet', async () => {
    const folder = await place.write('parquet', {});
    await writeParquetFile(
      path.join(folder, 'events.parquet'),
      `SELECT * FROM (VALUES (1, 'p1', TIMESTAMP '2025-03-07 10:00:00'), (2, 'p2', TIMESTAMP '2025-03-08 10:00:00'), (NULL, 'p2', NULL)) AS t(u, i, t)`,
    );
    const answer = await place.import(folder, {
      mapping: { events: { file: 'events.parquet', profile: 'u', item: 'i', time: 't' } },
    });
    expect(reportOf(answer, 'events.parquet')).toMatchObject({
      encoding: 'parquet',
      rows: 3,
      accepted: 2,
      rejected: 1,
    });
    expect(await place.issues(answer)).toMatchObject([{ line: 3, column: 'u', reason: 'missing-id', raw: ',p2,' }]);
    expect(answer.period?.from).toBe('2025-03-07T10:00:00.000Z');
  });

  test('can read events and profiles from one file', async () => {
    const answer = await importFiles(
      { 'all.csv': ['user,item,age', '1,10,33', '2,11,44', '1,11,33'] },
      {
        events: { file: 'all.csv', profile: 'user', item: 'item' },
        profiles: { file: 'all.csv', profile: 'user', attributes: ['age'] },
      },
    );
    expect(answer).toMatchObject({ profiles: 2, items: 2, interactions: 3 });
    expect(shown((await loadProfiles(await place.open(answer))).attributes)).toEqual({ age: [33, 44] });
  });

  test('is part of the identity of a data set: another mapping, another fingerprint', async () => {
    const folder = await place.write('twice', { 'clicks.csv': ['a,b,c', 'x,1,2', 'y,2,1'] });
    const first = await place.import(folder, { mapping: { events: { file: 'clicks.csv', profile: 'a', item: 'b' } } });
    const second = await place.import(folder, { mapping: { events: { file: 'clicks.csv', profile: 'a', item: 'c' } } });
    expect(second.imported).toBe(true);
    expect(second.fingerprint).not.toBe(first.fingerprint);
  });

  test.each<[string, Mapping, string, RegExp]>([
    [
      'a file that is not there',
      { events: { file: 'event.csv', profile: 'user', item: 'product' } },
      'not-found',
      /event\.csv.*Did you mean events\.csv/,
    ],
    [
      'a column that is not there',
      { events: { file: 'events.csv', profile: 'user', item: 'produkt' } },
      'bad-data',
      /no column produkt.*product may be meant/,
    ],
    [
      'a title that is not there',
      { ...MAPPING, items: { ...MAPPING.items!, title: 'headline' } },
      'bad-data',
      /no column headline/,
    ],
  ])('with %s is refused, and the nearest name is suggested', async (_, mapping, code, message) => {
    await expect(importFiles(MAPPED, mapping)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
