import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../../engine/data/tables';
import { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { SeriesGridRow } from '../contract/series';
import type { TitlesByProfile } from './figures';
import { titlesBySeries } from './series-grid';
import { titlePage } from './title-grid';

const TITLES = ['Moon 2화', 'Owl', 'Moon 1화', 'Bear 1화', 'Bear 2화', null, 'Moon 3화'];
/** Columns of the titles that each profile watched. */
const WATCHED = [[0, 2], [2], [3, 1], [0], [1]];

function session(
  titles: readonly (string | null)[] = TITLES,
  watched: readonly number[][] = WATCHED,
  attributes: readonly Attribute[] = [],
): DatasetSession {
  const item = Int32Array.from(watched.flat());
  const offsets = Int32Array.from(watched.reduce((all, one) => [...all, all.at(-1)! + one.length], [0]));
  return new DatasetSession(
    {} as DatasetSession['snapshot'],
    { ids: watched.map((_, row) => `p${row}`), attributes: [] },
    { ids: titles.map((_, row) => `i${row}`), titles, attributes },
    {
      offsets,
      item,
      last: new Float64Array(item.length).fill(1),
      times: new Int32Array(item.length).fill(1),
      firstWatched: new Float64Array(titles.length).fill(1),
    },
  );
}

/** @param lists columns of the titles in the list of each profile */
const listsWith = (lists: readonly number[][]): TitlesByProfile => ({
  profiles: { ids: lists.map((_, row) => `p${row}`), attributes: [] },
  columnsOf: (profile) => Int32Array.from(lists[profile]!),
  rowOf: (column) => column,
  keep: (_, make) => make(),
});
const LISTS = listsWith([[1, 0, 2], [1, 2, 0], [1, 4], [0], [1]]);

const asked = { start: 0, end: 100, open: [] };
const shown = (rows: readonly SeriesGridRow[]): string[] =>
  rows.map((row) =>
    row.kind === 'series' ? `${row.name} (${row.titles}/${row.of})` : `${row.isEpisode ? '> ' : ''}${row.item}`,
  );
const by = (column: string, descending = false) => ({ sort: { column, descending } });

describe('titles by series', () => {
  it('are one row a series, in the order of the data; a title without others is its own', () => {
    const page = titlesBySeries(session(), LISTS, asked);
    expect(page).toMatchObject({ all: 7, found: 7, total: 4 });
    expect(shown(page.rows)).toEqual(['Moon (3/3)', 'i1', 'Bear (2/2)', 'i5']);
    // Three profiles watched any of Moon, though two watched one of them each and one two.
    // Three lists have any of it, at best in second, second and first place.
    expect(page.rows[0]).toMatchObject({ item: 'i0', popularity: 3, recommended: 3, meanRank: 5 / 3, isOpen: false });
    expect(page.rows[1]).toMatchObject({ popularity: 2, recommended: 4, meanRank: 1 });
  });

  it('show the titles of an open series below it, in the order of the grid', () => {
    const open = titlesBySeries(session(), LISTS, { ...asked, open: [0], ...by('title') });
    expect(shown(open.rows)).toEqual(['Bear (2/2)', 'Moon (3/3)', '> i2', '> i0', '> i6', 'i1', 'i5']);
    const page = titlesBySeries(session(), LISTS, { ...asked, open: [0], ...by('title'), start: 2, end: 4 });
    expect(page.total).toBe(7);
    expect(shown(page.rows)).toEqual(['> i2', '> i0']);
  });

  it('sort by the figures of the series, missing ones last in both directions', () => {
    const sorted = (column: string, descending: boolean): string[] =>
      shown(titlesBySeries(session(), LISTS, { ...asked, ...by(column, descending) }).rows);
    expect(sorted('popularity', true)).toEqual(['Moon (3/3)', 'i1', 'Bear (2/2)', 'i5']);
    expect(sorted('recommended', true)).toEqual(['i1', 'Moon (3/3)', 'Bear (2/2)', 'i5']);
    expect(sorted('meanRank', false)).toEqual(['i1', 'Moon (3/3)', 'Bear (2/2)', 'i5']);
    expect(sorted('title', true)).toEqual(['i1', 'Moon (3/3)', 'Bear (2/2)', 'i5']);
    expect(() => sorted('year', true)).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('hold what matches; one title alone stands for itself', () => {
    const found = (text: string) => titlesBySeries(session(), LISTS, { ...asked, filter: { text } });
    expect(shown(found('moon 1').rows)).toEqual(['i2']);
    const never = titlesBySeries(session(), LISTS, { ...asked, filter: { recommended: true } });
    expect(never).toMatchObject({ found: 4, total: 3 });
    expect(shown(never.rows)).toEqual(['Moon (2/3)', 'i1', 'i4']);
  });

  it('have the figures of the titles that match alone, in their rows and in their order', () => {
    const lists = listsWith([[0, 1], [0], [3, 2, 4]]);
    const made = session(['Moon 1화', 'Moon 2화', 'Moon 3화', 'Bear 1화', 'Bear 2화'], [[0], [0], [0, 3]]);
    const rows = (filter: object) => titlesBySeries(made, lists, { ...asked, filter, ...by('popularity', true) }).rows;
    expect(rows({})).toMatchObject([
      { name: 'Moon', popularity: 3, recommended: 3, meanRank: 4 / 3 },
      { name: 'Bear', popularity: 1 },
    ]);
    expect(rows({ watched: false })).toMatchObject([
      { name: 'Moon', titles: 2, of: 3, popularity: 0, recommended: 2, meanRank: 2 },
      { kind: 'title', item: 'i4', popularity: 0, recommended: 1, meanRank: 3 },
    ]);
  });

  it('have no figures without a run', () => {
    const [first] = titlesBySeries(session(), null, asked).rows;
    expect(first).toMatchObject({ popularity: 3, recommended: null, meanRank: null });
  });
});

describe('numbers of titles', () => {
  /** Of Moon 8, 10 and 90, of Bear one alone; Owl has none. */
  const LENGTHS = [10, NaN, 8, NaN, 12, 5, 90];
  const made = session(TITLES, WATCHED, [
    { kind: 'numeric', name: 'run_time', values: Float64Array.from(LENGTHS) },
    { kind: 'numeric', name: 'end_date', values: Float64Array.from(LENGTHS, () => 20261231) },
    { kind: 'categorical', name: 'genre', categories: [], codes: new Int32Array(LENGTHS.length).fill(-1) },
  ]);
  const bySeries = (request: object = {}) => titlesBySeries(made, LISTS, { ...asked, ...request }).rows;
  const one = (request: object = {}) => titlePage(made, LISTS, { start: 0, end: 100, ...request }).rows;

  it('stand in the rows, missing ones not; a series has the median of its titles', () => {
    expect(one().map(({ numbers }) => numbers.run_time)).toEqual([10, undefined, 8, undefined, 12, 5, 90]);
    expect(one().every(({ numbers }) => Object.keys(numbers).every((name) => name === 'run_time'))).toBe(true);
    expect(bySeries().map(({ numbers }) => numbers.run_time)).toEqual([10, undefined, 12, 5]);
    // Of the titles that match alone.
    const [moon] = bySeries({ filter: { numbers: { run_time: { to: 10 } } } });
    expect(moon).toMatchObject({ name: 'Moon', titles: 2, of: 3, numbers: { run_time: 9 } });
  });

  it('sort, missing ones last in both directions', () => {
    const sort = (descending: boolean) => by('attributes.run_time', descending);
    expect(one(sort(false)).map(({ item }) => item)).toEqual(['i5', 'i2', 'i0', 'i4', 'i6', 'i1', 'i3']);
    expect(one(sort(true)).map(({ item }) => item)).toEqual(['i6', 'i4', 'i0', 'i2', 'i5', 'i1', 'i3']);
    expect(shown(bySeries(sort(false)))).toEqual(['i5', 'Moon (3/3)', 'Bear (2/2)', 'i1']);
    expect(shown(bySeries(sort(true)))).toEqual(['Bear (2/2)', 'Moon (3/3)', 'i5', 'i1']);
    expect(() => one(by('attributes.genre'))).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('filter by a range, both ends included, which a missing one is not in', () => {
    const within = (range: object) => one({ filter: { numbers: { run_time: range } } }).map(({ item }) => item);
    expect(within({ from: 8, to: 12 })).toEqual(['i0', 'i2', 'i4']);
    expect(within({ from: 12 })).toEqual(['i4', 'i6']);
    expect(() => one({ filter: { numbers: { length: { from: 1 } } } })).toThrow(
      expect.objectContaining({ code: 'usage' }),
    );
  });
});
