import { describe, expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import { makeLists, makeListsThrough, SCORING_ROWS, watchedOf } from './lists';
import type { BestItems, Scorer, ScoringRows } from './scorer';

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

  it('makes lists for chosen profiles only, in their order, each by its own history and condition', () => {
    const chosen = Int32Array.from({ length: SCORING_ROWS + 3 }, (_, place) => (place * 37) % rows);
    const all = makeLists(new RotatingScorer(), of, { count: 4, excludeWatched: true });
    const some = makeLists(new RotatingScorer(), { ...of, chosen }, { count: 4, excludeWatched: true });
    chosen.forEach((row, place) => {
      expect(some.items.subarray(place * 4, place * 4 + 4)).toEqual(all.items.subarray(row * 4, row * 4 + 4));
      expect(some.scores.subarray(place * 4, place * 4 + 4)).toEqual(all.scores.subarray(row * 4, row * 4 + 4));
    });
    expect(some.items).toHaveLength(chosen.length * 4);
  });

  it('gives each row all of its conditions, for chosen profiles too', () => {
    const seen: number[] = [];
    const scorer: Scorer = {
      score: (asked) => {
        seen.push(...asked.conditions);
        return new Float32Array(asked.histories.rows * ITEMS);
      },
    };
    const wide = { ...of, conditions: Float32Array.from({ length: 3 * rows }, (_, at) => at), conditionWidth: 3 };
    makeLists(scorer, wide, { count: 4, excludeWatched: true });
    expect(seen).toEqual([...wide.conditions]);
    seen.length = 0;
    makeLists(scorer, { ...wide, chosen: Int32Array.of(4, 1) }, { count: 4, excludeWatched: true });
    expect(seen).toEqual([12, 13, 14, 3, 4, 5]);
  });

  it('makes no list, asks nothing and tells nothing where there are no rows', () => {
    const told: number[] = [];
    const lists = makeLists(
      new RotatingScorer(),
      { ...of, chosen: new Int32Array(0) },
      { count: 4, excludeWatched: true, onRows: (done) => told.push(done) },
    );
    expect(lists).toMatchObject({ count: 4, items: new Int32Array(0), scores: new Float32Array(0) });
    expect(told).toEqual([]);
  });

  it('tells a model that compares profiles which of them each row is, and tells others nothing', () => {
    const told: (number[] | null)[] = [];
    const scorer: Scorer = {
      score: (asked) => {
        told.push(asked.profiles === undefined ? null : [...asked.profiles]);
        return new RotatingScorer().score(asked);
      },
    };
    const profiles = Int32Array.from({ length: rows }, (_, row) => rows - row);
    makeLists(scorer, { ...of, profiles }, { count: 4, excludeWatched: true });
    expect(told.flat()).toEqual([...profiles]);
    told.length = 0;
    makeLists(scorer, of, { count: 4, excludeWatched: true });
    expect(told).toEqual([null, null, null]);
  });
});

describe('a model that finds the best titles itself', () => {
  const rows = 5;
  const count = 4;
  /** The first watched nothing, the last all but one. */
  const watched = [0, 1, 2, 3, ITEMS - 1].map((many) => Array.from({ length: many }, (_, item) => item));
  const offsets = new Int32Array(rows + 1);
  watched.forEach((items, row) => (offsets[row + 1] = offsets[row]! + items.length));
  const indices = Int32Array.from(watched.flat());
  const histories = { rows, columns: ITEMS, offsets, indices, values: new Float32Array(indices.length).fill(1) };
  const of = { histories, conditions: new Float32Array(rows), conditionWidth: 1 };

  /** Finds unwatched titles alone, so that a list may end early. */
  const foundIn = (asked: ScoringRows, excludeWatched: boolean, broken = -1): BestItems => {
    const items = new Int32Array(asked.histories.rows * count).fill(-1);
    const scores = new Float32Array(items.length);
    for (let row = 0; row < asked.histories.rows; row++) {
      const seen = new Set(excludeWatched ? watchedOf(asked.histories, row) : []);
      Array.from({ length: ITEMS }, (_, place) => ITEMS - 1 - place)
        .filter((item) => !seen.has(item))
        .slice(0, count)
        .forEach((item, place) => {
          items[row * count + place] = item;
          scores[row * count + place] = item;
        });
    }
    return { items, scores, broken: new Int32Array(asked.histories.rows).fill(broken) };
  };
  const finding = (find: (asked: ScoringRows, excludeWatched: boolean) => BestItems | null) => {
    const scorer = new RotatingScorer();
    return Object.assign(scorer, {
      best: (asked: ScoringRows, _: number, excludeWatched: boolean) => find(asked, excludeWatched),
    });
  };
  const searched = makeLists(new RotatingScorer(), of, { count, excludeWatched: true });

  it('gives the same lists; scores are searched only where watched titles have to fill one', async () => {
    const scorer = finding(foundIn);
    expect(makeLists(scorer, of, { count, excludeWatched: true })).toEqual(searched);
    expect(scorer.chunks).toEqual([1]);
    const beside = new RotatingScorer();
    const finder = {
      best: (asked: ScoringRows, _: number, excludeWatched: boolean) => Promise.resolve(foundIn(asked, excludeWatched)),
    };
    expect(await makeListsThrough(finder, beside, of, { count, excludeWatched: true })).toEqual(searched);
    expect(beside.chunks).toEqual([1]);
  });

  it('is taken at its word where watched titles compete: no list is filled', () => {
    const scorer = finding(foundIn);
    const lists = makeLists(scorer, of, { count, excludeWatched: false });
    for (let row = 0; row < rows; row++)
      expect([...lists.items.subarray(row * count, (row + 1) * count)]).toEqual([9, 8, 7, 6]);
    expect(scorer.chunks).toEqual([]);
  });

  it('may leave the search to us, and is asked about many rows at a time', () => {
    const scorer = finding(() => null);
    expect(makeLists(scorer, of, { count, excludeWatched: true })).toEqual(searched);
    expect(scorer.chunks).toEqual([rows]);
    const asked: number[] = [];
    const many = growingHistories(4096 + 2);
    makeLists(
      finding((part, excludeWatched) => {
        asked.push(part.histories.rows);
        return foundIn(part, excludeWatched);
      }),
      { histories: many, conditions: new Float32Array(many.rows), conditionWidth: 1 },
      { count, excludeWatched: true },
    );
    expect(asked).toEqual([4096, 2]);
  });

  it('is refused, as no list can be made, if a score is not finite', () => {
    const broken = finding((asked, excludeWatched) => foundIn(asked, excludeWatched, 0));
    expect(() => makeLists(broken, of, { count, excludeWatched: true })).toThrow(/no list can be made/);
  });
});
