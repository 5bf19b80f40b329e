import { describe, expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import { makeLists, SCORING_ROWS, watchedOf } from './lists';
import type { Scorer, ScoringRows } from './scorer';

const ITEMS = 10;

/** Row r watched the first r % (ITEMS + 1) items. */
function growingHistories(rows: number): SparseRows {
  const everyItem = Array.from({ length: ITEMS }, (_, item) => item);
  const watched = Array.from({ length: rows }, (_, row) => everyItem.slice(0, row % (ITEMS + 1)));
  const offsets = new Int32Array(rows + 1);
  watched.forEach((items, row) => (offsets[row + 1] = offsets[row]! + items.length));
  const indices = Int32Array.from(watched.flat());
  return { rows, columns: ITEMS, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

/** Scores a row by its only condition: item i gets (i + condition) % ITEMS. Records the sizes of the chunks. */
class RotatingScorer implements Scorer {
  readonly chunks: number[] = [];
  score({ histories, conditions }: ScoringRows): Float32Array {
    this.chunks.push(histories.rows);
    return Float32Array.from(
      { length: histories.rows * ITEMS },
      (_, at) => ((at % ITEMS) + conditions[Math.floor(at / ITEMS)]!) % ITEMS,
    );
  }
}

describe('makeLists', () => {
  const rows = SCORING_ROWS * 2 + 7;
  const histories = growingHistories(rows);
  const conditions = Float32Array.from({ length: rows }, (_, row) => row % 4);
  const of = { histories, conditions, conditionWidth: 1 };
  const scoreOf = (row: number, item: number): number => (item + (row % 4)) % ITEMS;
  const byScore = (row: number, items: number[]): number[] =>
    [...items].sort((left, right) => scoreOf(row, right) - scoreOf(row, left) || left - right);
  const everyItem = Array.from({ length: ITEMS }, (_, item) => item);

  it('puts unwatched items first, and fills up with watched ones by score', () => {
    const lists = makeLists(new RotatingScorer(), of, { count: 4, excludeWatched: true });
    for (let row = 0; row < rows; row++) {
      const watched = [...watchedOf(histories, row)];
      const unwatched = everyItem.filter((item) => !watched.includes(item));
      const expected = [...byScore(row, unwatched), ...byScore(row, watched)].slice(0, 4);
      expect([...lists.items.subarray(row * 4, row * 4 + 4)]).toEqual(expected);
      expect([...lists.scores.subarray(row * 4, row * 4 + 4)]).toEqual(expected.map((item) => scoreOf(row, item)));
    }
  });

  it('lets watched items compete when they are included', () => {
    const lists = makeLists(new RotatingScorer(), of, { count: 4, excludeWatched: false });
    for (let row = 0; row < rows; row++)
      expect([...lists.items.subarray(row * 4, row * 4 + 4)]).toEqual(byScore(row, everyItem).slice(0, 4));
  });

  it('pads lists that are longer than the catalogue', () => {
    const lists = makeLists(
      new RotatingScorer(),
      { ...of, histories: growingHistories(3) },
      { count: ITEMS + 2, excludeWatched: true },
    );
    for (let row = 0; row < 3; row++) {
      const list = [...lists.items.subarray(row * (ITEMS + 2), (row + 1) * (ITEMS + 2))];
      expect(list.slice(ITEMS)).toEqual([-1, -1]);
      expect(list.slice(0, ITEMS).sort((a, b) => a - b)).toEqual(everyItem);
    }
  });

  it('scores in chunks, the last one smaller, and reports its progress', () => {
    const recommender = new RotatingScorer();
    const told: number[] = [];
    makeLists(recommender, of, { count: 4, excludeWatched: true, onRows: (done) => told.push(done) });
    expect(recommender.chunks).toEqual([SCORING_ROWS, SCORING_ROWS, 7]);
    expect(told).toEqual([SCORING_ROWS, SCORING_ROWS * 2, rows]);
  });
});
