/**
 * Finds the best items of rows through short lists of a device that computes other bits, in the bits of this process's processor: scores the short
 * list again, and all items of a row whose short list may lack an item of its list.
 */
import type { SparseRows } from '../../data/tables';
import { ScoreError } from './score-error';
import type { BestItems, ScoringRows } from './scorer';
import { type BestFinder, EXCLUDED_SCORE, type ScoreLayer, type Shortlist, type Shortlists } from './shortlists';
import { topK } from './top-k';

/** Places of a short list beyond those of the list: the more, the lower the scores that are left out. */
const SPARE = 64;

/** Rows before the last layer, as the processor computed them. */
export interface CodedRows {
  /** rows x width */
  readonly code: Float32Array;
  /** Exact scores of some items, rows x places; -1 stands for none. */
  scoresOfItems(items: Int32Array): Float32Array;
  /** The best items of some rows without a short list. */
  best(rows: readonly number[], count: number, excludeWatched: boolean): BestItems;
  dispose(): void;
}

/** Finds the best items of one layer, proving each list from its short list or scoring the row again. */
export class ShortlistedFinder implements BestFinder {
  readonly #error: ScoreError;
  /** Number of rows that the processor scored, because their short lists proved nothing. */
  rowsScored = 0;

  constructor(
    private readonly layer: ScoreLayer,
    private readonly shortlists: Shortlists,
    private readonly codedRows: (rows: ScoringRows) => CodedRows,
  ) {
    this.#error = new ScoreError(layer);
  }

  async best(rows: ScoringRows, count: number, excludeWatched: boolean): Promise<BestItems> {
    const { histories } = rows;
    const coded = this.codedRows(rows);
    try {
      const places = count + SPARE;
      const all = Array.from({ length: histories.rows }, (_, row) => row);
      if (places >= this.layer.items || all.length === 0) return coded.best(all, count, excludeWatched);
      const shortlist = await this.shortlists.of(coded.code, excludeWatched ? histories : null, places);
      const candidates = candidatesOf(shortlist, excludeWatched ? histories : null, histories.rows, places);
      const scores = coded.scoresOfItems(candidates.items);
      const found: BestItems = {
        items: new Int32Array(histories.rows * count).fill(-1),
        scores: new Float32Array(histories.rows * count),
        broken: new Int32Array(histories.rows).fill(-1),
      };
      const unproven = all.filter((row) => {
        const from = row * places;
        const own = scores.subarray(from, from + candidates.counts[row]!);
        const error = this.#error.ofRow(coded.code, row);
        if (!(error < Infinity) || !areNear(own, candidates.scores.subarray(from), error)) return true;
        const list = topK(own, 0, own.length, count);
        // Items outside the short list scored at most its lowest score, and so less than the last item of this list.
        const isProven =
          list.length === count
            ? candidates.lowest[row]! + error < own[list[count - 1]!]!
            : candidates.lowest[row] === EXCLUDED_SCORE;
        if (!isProven) return true;
        list.forEach((place, at) => {
          found.items[row * count + at] = candidates.items[from + place]!;
          found.scores[row * count + at] = own[place]!;
        });
        return false;
      });
      this.rowsScored += unproven.length;
      if (unproven.length > 0) putRows(found, coded.best(unproven, count, excludeWatched), unproven, count);
      return found;
    } finally {
      coded.dispose();
    }
  }

  dispose(): void {
    this.shortlists.dispose();
  }
}

interface Candidates {
  /** rows x places: ascending, then -1. */
  readonly items: Int32Array;
  /** The device's scores, in the same order. */
  readonly scores: Float32Array;
  /** Number of candidates of each row. */
  readonly counts: Int32Array;
  /** The lowest score of each short list. */
  readonly lowest: Float32Array;
}

/** Short lists without watched items. */
function candidatesOf(
  { items, scores }: Shortlist,
  watched: Pick<SparseRows, 'offsets' | 'indices'> | null,
  rows: number,
  places: number,
): Candidates {
  const made = {
    items: new Int32Array(rows * places).fill(-1),
    scores: new Float32Array(rows * places),
    counts: new Int32Array(rows),
    lowest: new Float32Array(rows).fill(Infinity),
  };
  const keys = new Float64Array(places);
  for (let row = 0; row < rows; row++) {
    const from = row * places;
    for (let place = 0; place < places; place++) {
      keys[place] = items[from + place]! * places + place;
      if (scores[from + place]! < made.lowest[row]!) made.lowest[row] = scores[from + place]!;
    }
    keys.sort();
    let at = watched === null ? 0 : watched.offsets[row]!;
    const end = watched === null ? 0 : watched.offsets[row + 1]!;
    let count = 0;
    for (const key of keys) {
      const place = key % places;
      const item = items[from + place]!;
      while (at < end && watched!.indices[at]! < item) at++;
      if (at < end && watched!.indices[at] === item) continue;
      made.items[from + count] = item;
      made.scores[from + count++] = scores[from + place]!;
    }
    made.counts[row] = count;
  }
  return made;
}

/** Whether a device keeps its error bound for the items that both scored. */
function areNear(exact: Float32Array, found: Float32Array, error: number): boolean {
  for (let at = 0; at < exact.length; at++) if (!(Math.abs(exact[at]! - found[at]!) <= error)) return false;
  return true;
}

function putRows(into: BestItems, from: BestItems, rows: readonly number[], count: number): void {
  rows.forEach((row, at) => {
    into.items.set(from.items.subarray(at * count, (at + 1) * count), row * count);
    into.scores.set(from.scores.subarray(at * count, (at + 1) * count), row * count);
    into.broken[row] = from.broken[at]!;
  });
}
