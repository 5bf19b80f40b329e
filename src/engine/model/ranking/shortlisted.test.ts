import { describe, expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import type { BestItems } from './scorer';
import { type CodedRows, ShortlistedFinder } from './shortlisted';
import { EXCLUDED_SCORE, type ScoreLayer, type Shortlists } from './shortlists';

const ITEMS = 100;
const COUNT = 3;
/** Of a short list. */
const PLACES = 67;

const downwards = (item: number): number => ITEMS - item;

/** Its longest vector lets a device be off by 0.00006. */
const layer: ScoreLayer = {
  items: ITEMS,
  width: 1,
  decoder: Float32Array.from({ length: ITEMS }, (_, item) => item),
  bias: new Float32Array(ITEMS),
};

function rowsOf(rows: number[][]): SparseRows {
  const offsets = new Int32Array(rows.length + 1);
  rows.forEach((items, row) => (offsets[row + 1] = offsets[row]! + items.length));
  const indices = Int32Array.from(rows.flat());
  return { rows: rows.length, columns: ITEMS, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

interface Trial {
  /** Rows of watched items. */
  readonly watched?: number[][];
  readonly excludeWatched?: boolean;
  /** The device's score of an item of a row, in place of the exact one. */
  readonly onDevice?: (item: number, row: number) => number;
  readonly exact?: (item: number, row: number) => number;
  readonly code?: number;
  readonly of?: ScoreLayer;
}

/** Asks for the best items of the rows, with a device that finds short lists by its scores. */
async function trial({ watched = [[]], excludeWatched = true, ...options }: Trial) {
  const { exact = downwards, onDevice = exact, code = 1, of = layer } = options;
  const histories = rowsOf(watched);
  const fallen: number[][] = [];
  let disposed = 0;
  const isOut = (row: number, item: number, out: boolean): boolean => out && watched[row]!.includes(item);
  const bestOf = (row: number, out: boolean): number[] =>
    Array.from({ length: ITEMS }, (_, item) => item)
      .filter((item) => !isOut(row, item, out))
      .sort((left, right) => exact(right, row) - exact(left, row) || left - right)
      .slice(0, COUNT);
  const shortlists: Shortlists = {
    of: (_code, excluded, places) => {
      expect(places).toBe(PLACES);
      expect(excluded !== null).toBe(excludeWatched);
      const found = watched.map((_, row) =>
        Array.from({ length: of.items }, (__, item) => item)
          .map((item) => ({ item, score: isOut(row, item, excluded !== null) ? EXCLUDED_SCORE : onDevice(item, row) }))
          .sort((left, right) => right.score - left.score)
          .slice(0, places)
          // In any order.
          .reverse(),
      );
      return Promise.resolve({
        items: Int32Array.from(found.flat(), ({ item }) => item),
        scores: Float32Array.from(found.flat(), ({ score }) => score),
      });
    },
    dispose: () => disposed++,
  };
  const coded: CodedRows = {
    code: new Float32Array(watched.length).fill(code),
    scoresOfItems: (items) =>
      Float32Array.from(items, (item, at) => (item === -1 ? 0 : exact(item, Math.floor(at / PLACES)))),
    best: (rows, _, out): BestItems => {
      fallen.push([...rows]);
      const lists = rows.map((row) => bestOf(row, out));
      return {
        items: Int32Array.from(lists.flat()),
        scores: Float32Array.from(lists.flatMap((list, at) => list.map((item) => exact(item, rows[at]!)))),
        broken: Int32Array.from(rows, (row) => (Number.isNaN(exact(0, row)) ? 0 : -1)),
      };
    },
    dispose: () => disposed++,
  };
  const finder = new ShortlistedFinder(of, shortlists, () => coded);
  const found = await finder.best({ histories, conditions: new Float32Array(0) }, COUNT, excludeWatched);
  expect(disposed).toBe(1);
  finder.dispose();
  expect(disposed).toBe(2);
  const lists = watched.map((_, row) => [...found.items.subarray(row * COUNT, (row + 1) * COUNT)]);
  return { lists, scores: [...found.scores], broken: [...found.broken], fallen, rowsScored: finder.rowsScored };
}

describe('best items through short lists', () => {
  it('are those of the exact scores, without watched ones, and no row is scored whole', async () => {
    const watched = [[], [0, 2], [1, 50, 99]];
    const found = await trial({ watched });
    expect(found.lists).toEqual([
      [0, 1, 2],
      [1, 3, 4],
      [0, 2, 3],
    ]);
    expect(found.scores).toEqual([100, 99, 98, 99, 97, 96, 100, 98, 97]);
    expect(found).toMatchObject({ broken: [-1, -1, -1], fallen: [], rowsScored: 0 });
    expect((await trial({ watched, excludeWatched: false })).lists).toEqual(watched.map(() => [0, 1, 2]));
  });

  it('are in the exact order where a device that is hardly off turns two round', async () => {
    const nearTie = (item: number): number => (item === 2 ? 98.99998 : downwards(item));
    const turned = (item: number): number => (item === 1 ? 98.99997 : item === 2 ? 99 : downwards(item));
    expect(await trial({ exact: nearTie, onDevice: turned })).toMatchObject({ lists: [[0, 1, 2]], fallen: [] });
  });

  it('give a tie to the lower item, whichever the device names first', async () => {
    const tied = (item: number): number => (item <= 4 ? ITEMS : downwards(item));
    expect(await trial({ exact: tied })).toMatchObject({ lists: [[0, 1, 2]], fallen: [] });
  });

  it('are searched in all scores where the short list may lack one of them: its last ties with the list', async () => {
    const flat = (item: number, row: number): number => (row === 1 ? 0 : downwards(item));
    const found = await trial({ watched: [[], [], []], exact: flat });
    expect(found).toMatchObject({
      lists: [
        [0, 1, 2],
        [0, 1, 2],
        [0, 1, 2],
      ],
      fallen: [[1]],
      rowsScored: 1,
    });
    expect(found.scores).toEqual([100, 99, 98, 0, 0, 0, 100, 99, 98]);
  });

  it('are searched in all scores of a row that the device has wrong, and of one that may not be finite', async () => {
    const wrong = (item: number, row: number): number => (row === 0 && item === 7 ? 94 : downwards(item));
    expect(await trial({ watched: [[], []], onDevice: wrong })).toMatchObject({ fallen: [[0]], rowsScored: 1 });
    expect(await trial({ code: 1e31 })).toMatchObject({ lists: [[0, 1, 2]], fallen: [[0]] });
    const lost = await trial({ watched: [[], []], exact: (item, row) => (row === 1 ? NaN : downwards(item)) });
    expect(lost).toMatchObject({ broken: [-1, 0], fallen: [[1]] });
  });

  it('end early where a row has watched all others; without proof of that, all scores are searched', async () => {
    const watched = [Array.from({ length: ITEMS - 2 }, (_, item) => item + 2)];
    expect(await trial({ watched })).toMatchObject({ lists: [[0, 1, -1]], scores: [100, 99, 0], fallen: [] });
    const some = [Array.from({ length: PLACES - 2 }, (_, item) => item)];
    expect(await trial({ watched: some })).toMatchObject({ lists: [[65, 66, 67]], fallen: [] });
  });

  it('are searched in all scores where short lists would hold all items, or there are no rows', async () => {
    const small = { ...layer, items: PLACES };
    expect(await trial({ of: small })).toMatchObject({ lists: [[0, 1, 2]], fallen: [[0]], rowsScored: 0 });
    expect(await trial({ of: { ...layer, items: PLACES + 1 } })).toMatchObject({ fallen: [] });
    expect(await trial({ watched: [] })).toMatchObject({ lists: [], fallen: [[]] });
  });
});
