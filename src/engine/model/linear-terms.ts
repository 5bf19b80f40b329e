/** Splits a model's score of an item into a sum over the titles of a history, if it is one, by scoring each title alone. */
import { emptyRow, selectEntries } from '../data/histories';
import type { SparseRows } from '../data/tables';
import type { Scorer } from './ranking/scorer';

/** Largest residual relative to the root mean square of the scores, as terms are summed in 32 bits. */
const ROUNDING = 1e-3;
/** Titles scored at a time. */
const TOGETHER = 64;

interface LinearTerms {
  /** Scores of all items for the whole history. */
  readonly scores: Float32Array;
  /** The contribution of each title to the item's score, in the order of the history; null if they do not add up to it. */
  readonly terms: Float64Array | null;
}

/**
 * @param scorer reads no conditions; if no title leads to the item, its score is not personal and counts as no term
 * @param history one row
 * @param item column of the vocabulary
 */
export function linearTerms(scorer: Scorer, history: SparseRows, item: number): LinearTerms {
  const scoresOf = (histories: SparseRows): Float32Array =>
    scorer.score({ histories, conditions: new Float32Array(0) });
  const scores = scoresOf(history);
  const items = scores.length;
  const impersonal = scoresOf(emptyRow(history.columns))[item]!;
  const { length } = history.indices;
  const terms = new Float64Array(length);
  for (let from = 0; from < length; from += TOGETHER) {
    const block = selectEntries(history, from, Math.min(length, from + TOGETHER));
    const rows = block.indices.length;
    const alone = scoresOf({ ...block, rows, offsets: Int32Array.from({ length: rows + 1 }, (_, row) => row) });
    for (let row = 0; row < rows; row++) {
      const term = alone[row * items + item]!;
      terms[from + row] = term === impersonal ? 0 : term;
    }
  }
  const sum = terms.reduce((before, term) => before + term, 0);
  const size = Math.sqrt(scores.reduce((squares, score) => squares + score * score, 0) / items);
  return { scores, terms: Math.abs(sum - scores[item]!) <= ROUNDING * size ? terms : null };
}
