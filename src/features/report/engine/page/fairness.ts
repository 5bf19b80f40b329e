/** Whether the lists follow an attribute of children, and what stands along them. Names no child. */
import { alongTable, fairnessChart, fairnessSentence } from '../../../fairness/charts/public';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { paragraph, section, type Section } from './parts';
import { FULL_WIDTH, picture, tableOf } from './picture';

export function fairnessSection({ fairness }: ReportData, wording: ReportWording): Section | null {
  if (fairness === null) return null;
  const chart = fairnessChart(fairness, wording);
  return section(
    wording.t('fairness.title'),
    [
      ...(chart === null
        ? [paragraph(fairnessSentence(fairness, wording))]
        : [picture(chart, FULL_WIDTH), tableOf(chart.table)]),
      tableOf(alongTable(fairness, wording)),
    ],
    'together',
  );
}
