/** What a comparison of two lists or models came to, in words: the one sentence for the window, the command line and the report. */
import type { PairedFigure, PairedInterval } from '../contract/paired';
import type { Wording } from './wording';

export type PairedVerdict = 'better' | 'same' | 'worse';

/** Only a difference whose interval excludes 0 makes one of the two better. */
export const verdictOf = ({ mean, isCertain }: Pick<PairedInterval, 'mean' | 'isCertain'>): PairedVerdict =>
  isCertain ? (mean > 0 ? 'better' : 'worse') : 'same';

/** For example "surely worse: 0.4120 → 0.3980 (−0.0140; 95% interval −0.0200 to −0.0080)". */
export function figureText(figure: PairedFigure, { t, format }: Wording): string {
  const { mean, low, high } = figure;
  const before = format.score(figure.before);
  if (mean === 0 && low === 0 && high === 0) return t('paired.unchanged', { before });
  return t('paired.figure', {
    verdict: t(`paired.${verdictOf(figure)}`),
    before,
    after: format.score(figure.after),
    difference: format.change(mean),
    low: format.change(low),
    high: format.change(high),
  });
}
