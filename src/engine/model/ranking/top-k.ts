/** Finds the best of a row of scores without sorting the row. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

const NOTHING_EXCLUDED = new Int32Array(0);

/**
 * Best `count` columns of one row of scores; ties to the lower index. Uses a bounded heap whose root is the worst column kept: almost every column
 * costs one comparison with it.
 * @param scores row-major; the row is scores[rowStart .. rowStart + columns]
 * @param excluded columns left out, ascending
 * @returns at most `count` columns (fewer if fewer are left), best first
 * @throws ShelfwiseError `diverged` for a score that is not finite
 */
export function topK(
  scores: Float32Array,
  rowStart: number,
  columns: number,
  count: number,
  excluded: Int32Array = NOTHING_EXCLUDED,
): Int32Array {
  const heap = new BoundedHeap(Math.min(count, columns));
  let from = 0;
  for (let gap = 0; gap <= excluded.length; gap++) {
    const to = gap < excluded.length ? excluded[gap]! : columns;
    heap.offerRange(scores, rowStart, from, to);
    from = to + 1;
  }
  return heap.bestFirst();
}

/**
 * topK among the columns in `candidates` (ascending) only.
 * @param rowStart index of the row's first score
 */
export function topKOf(scores: Float32Array, rowStart: number, candidates: Int32Array, count: number): Int32Array {
  const heap = new BoundedHeap(Math.min(count, candidates.length));
  for (const column of candidates) heap.offerRange(scores, rowStart, column, column + 1);
  return heap.bestFirst();
}

/** Keeps the best columns seen, worst at the root. Columns must come in ascending order: a later tie never displaces. */
class BoundedHeap {
  readonly #columns: Int32Array;
  readonly #scores: Float64Array;
  #size = 0;

  constructor(readonly capacity: number) {
    this.#columns = new Int32Array(capacity);
    this.#scores = new Float64Array(capacity);
  }

  offerRange(scores: Float32Array, rowStart: number, from: number, to: number): void {
    let worst = this.#worst();
    for (let column = from; column < to; column++) {
      while (column + 4 <= to && noneBetter(scores, rowStart + column, worst)) column += 4;
      if (column === to) break;
      const score = scores[rowStart + column]!;
      if (score > worst) {
        this.#keep(column, score);
        worst = this.#worst();
      }
      // One subtraction finds NaN and both infinities; a model with such scores is broken, and its lists would be wrong.
      if (score - score !== 0) throw notFinite(column, score);
    }
  }

  bestFirst(): Int32Array {
    const sorted = new Int32Array(this.#size);
    while (this.#size > 0) {
      sorted[this.#size - 1] = this.#columns[0]!;
      this.#size--;
      this.#sinkFromRoot(this.#columns[this.#size]!, this.#scores[this.#size]!);
    }
    return sorted;
  }

  /** The score to exceed. */
  #worst(): number {
    return this.#size < this.capacity ? -Infinity : this.#scores[0]!;
  }

  #keep(column: number, score: number): void {
    if (this.#size === this.capacity) this.#sinkFromRoot(column, score);
    else this.#riseFromEnd(column, score);
  }

  #riseFromEnd(column: number, score: number): void {
    let place = this.#size++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!worse(score, column, this.#scores[parent]!, this.#columns[parent]!)) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#set(place, column, score);
  }

  #sinkFromRoot(column: number, score: number): void {
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.#size) break;
      const other = child + 1;
      if (
        other < this.#size &&
        worse(this.#scores[other]!, this.#columns[other]!, this.#scores[child]!, this.#columns[child]!)
      )
        child = other;
      if (!worse(this.#scores[child]!, this.#columns[child]!, score, column)) break;
      this.#move(child, place);
      place = child;
    }
    this.#set(place, column, score);
  }

  #move(from: number, to: number): void {
    this.#scores[to] = this.#scores[from]!;
    this.#columns[to] = this.#columns[from]!;
  }

  #set(place: number, column: number, score: number): void {
    this.#scores[place] = score;
    this.#columns[place] = column;
  }
}

/** Whether the four scores from `at` on are finite and none exceeds `worst`. Their sum, in 64 bits, is infinite only if one of them is. */
function noneBetter(scores: Float32Array, at: number, worst: number): boolean {
  const first = scores[at]!;
  const second = scores[at + 1]!;
  const third = scores[at + 2]!;
  const fourth = scores[at + 3]!;
  const none = first <= worst && second <= worst && third <= worst && fourth <= worst;
  return none && first + second + third + fourth > -Infinity;
}

function worse(score: number, column: number, otherScore: number, otherColumn: number): boolean {
  return score < otherScore || (score === otherScore && column > otherColumn);
}

/** The error for a score that is not finite: the model is broken. */
export function notFinite(column: number, score: number): ShelfwiseError {
  return new ShelfwiseError('diverged', say('model.bad-score', { score, place: column }));
}
