/** Judges several ways to use the scores of the same models: each model scores a profile once, however many ways are tried. */
import { rowsWithEntries } from '../../data/histories';
import type { Histories } from '../../data/tables';
import { ndcgAt, recallAt, scoreOf } from '../../model/evaluate/metrics';
import { TargetMarks } from '../../model/evaluate/target-marks';
import { SCORING_ROWS } from '../../model/ranking/lists';
import { type ScoringRows, selectScoringRows } from '../../model/ranking/scorer';

export interface Judged {
  /** profiles x titles. */
  readonly histories: Histories;
  /** The same shape; profiles without targets are not judged. */
  readonly targets: Histories;
  /** profiles x width, row-major. */
  readonly conditions: { readonly values: Float32Array; readonly width: number };
}

/** The list of each variant for one row of a block; shorter if the catalogue has fewer titles. */
export type ListsOfRow = (row: number) => (variant: number) => Int32Array;

/**
 * @param variants number of variants
 * @param prepare scores a block of profiles; its result is called for each row
 * @returns for each variant the score of each profile with targets, in the order of profiles
 */
export function judgeVariants(
  { histories, targets, conditions }: Judged,
  variants: number,
  prepare: (rows: ScoringRows) => ListsOfRow,
): Float64Array[] {
  const profiles = rowsWithEntries(targets);
  const scores = Array.from({ length: variants }, () => new Float64Array(profiles.length));
  const marks = new TargetMarks(targets.columns);
  for (let from = 0; from < profiles.length; from += SCORING_ROWS) {
    const block = profiles.subarray(from, from + SCORING_ROWS);
    const listsOfRow = prepare(selectScoringRows(histories, conditions.values, conditions.width, block));
    block.forEach((profile, row) => {
      const listOf = listsOfRow(row);
      const wanted = marks.of(targets, profile);
      for (let variant = 0; variant < variants; variant++) {
        const list = listOf(variant);
        scores[variant]![from + row] = scoreOf(recallAt(list, wanted), ndcgAt(list, wanted));
      }
    });
  }
  return scores;
}
