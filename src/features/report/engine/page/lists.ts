/** Compares the lists with viewings, in the charts of the run's screen. */
import { diversityCharts, hitsChart, sharesChart, tailChart } from '../../../quality/charts/public';
import type { ReportData } from '../report-data';
import type { ReportWording } from '../wording';
import { html } from './html';
import { paragraph, section, type Section } from './parts';
import { FULL_WIDTH, HALF_WIDTH, picture } from './picture';

export function listsSection({ figures, dataset }: ReportData, wording: ReportWording): Section | null {
  const { t, labels } = wording;
  // Without the data set, the section about the data has already said so.
  if (figures === null) return dataset === null ? null : section(t('report.lists'), paragraph(t('report.noLists')));
  const { shares, tail, hits, diversity } = figures;
  const small = [
    ...(tail.length === 0 ? [] : [tailChart(tail, wording)]),
    ...(hits === null ? [] : [hitsChart(hits, wording)]),
    ...diversityCharts(diversity, shares === null ? null : labels.attribute(shares.attribute), wording),
  ];
  return section(t('report.lists'), [
    // All ages together: the first band.
    ...(shares === null ? [] : [picture(sharesChart(shares.attribute, shares.bands[0]!, wording), FULL_WIDTH)]),
    html`<div class="pictures">${small.map((content) => picture(content, HALF_WIDTH))}</div>`,
  ]);
}
