/** What the last verification says of a figure, to stand beside it: a page that is signed must not let an unchecked figure pass for a checked one. */
import type { VerifiedFigure } from '../../../../shared/contract/run';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import type { Html } from './html';
import { paragraph } from './parts';

/** Null where it was compared and came out the same, or where nothing was trained again. */
export function comparedNote(
  { verified }: Pick<ReportData, 'verified'>,
  figure: VerifiedFigure,
  { t, format }: ReportWording,
): Html | null {
  if (verified === null || verified.repeated === null) return null;
  const when = format.moment(verified.verifiedAt);
  if (verified.figures === undefined) return paragraph(t('report.comparedByEarlier', { when }));
  if (verified.figures.differ.includes(figure)) return paragraph(t('report.cameOutOtherwise', { when }));
  return verified.figures.notCompared.includes(figure) ? paragraph(t('report.notCompared', { when })) : null;
}
