/** What a refresh found of the model that it made beside the one that it began with: one sentence for board, approval, comparison and report. */
import type { Wording } from './wording';

interface ComparedModels {
  readonly verdict: 'better' | 'same' | 'worse' | 'not-compared';
  /** That both know: no other counts. */
  readonly titles: number;
  readonly figures: readonly {
    readonly metric: string;
    readonly before: number;
    readonly now: number;
    readonly low: number;
    readonly high: number;
  }[];
}

/**
 * Says on what both were measured, since the score of a model alone is another.
 * @param before name of the model that the refresh began with
 * @returns null where the two could not be compared
 */
export function newModelText(
  { verdict, titles, figures }: ComparedModels,
  before: string,
  { t, format }: Wording,
): string | null {
  const score = figures.find(({ metric }) => metric === 'score');
  if (verdict === 'not-compared' || score === undefined) return null;
  return t(`refresh.compared.${verdict}`, {
    run: before,
    titles,
    before: format.score(score.before),
    now: format.score(score.now),
    low: format.change(score.low),
    high: format.change(score.high),
  });
}
