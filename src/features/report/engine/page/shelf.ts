/** Whether the lists are full of what they hold most because of the model, or because of the shelf. */
import { stepsChart, stepsSentence } from '../../../shelf-steps/charts/public';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { paragraph, section, type Section } from './parts';
import { FULL_WIDTH, picture } from './picture';

export function shelfSection({ shelf }: ReportData, wording: ReportWording): Section | null {
  if (shelf === null) return null;
  const chart = stepsChart(shelf, wording);
  const content = chart === null ? paragraph(stepsSentence(shelf, wording)) : picture(chart, FULL_WIDTH);
  return section(wording.t('shelfSteps.title'), content, 'together');
}
