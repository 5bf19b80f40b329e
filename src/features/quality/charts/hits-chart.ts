/** The places of held-out titles in the test lists. */
import type { RunFigures } from '../contract/figures';
import type { Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

/** Places that a person sees of a list at once. */
const FIRST_PLACES = 5;

export function hitsChart(
  { lists, targets, ranks }: NonNullable<RunFigures['hits']>,
  { t, format }: Wording,
): ChartContent {
  const all = ranks.reduce((sum, { hits }) => sum + hits, 0);
  const first = ranks.slice(0, FIRST_PLACES).reduce((sum, { hits }) => sum + hits, 0);
  const shareOf = (hits: number): string => format.percent(lists === 0 ? 0 : hits / lists);
  return {
    title: t('charts.hits.title'),
    summary: t('charts.hits.summary', {
      all: format.count(all),
      targets: format.count(targets),
      first: format.count(first),
      places: FIRST_PLACES,
    }),
    drawing: {
      kind: 'columns',
      xAxis: t('charts.hits.rank'),
      yAxis: t('charts.hits.hits'),
      columns: ranks.map(({ rank, hits }) => ({
        label: format.count(rank),
        value: hits,
        tip: t('charts.hits.tip', { rank: format.count(rank), hits: format.count(hits), share: shareOf(hits) }),
      })),
      format: format.count,
    },
    table: {
      columns: [t('charts.hits.rank'), t('charts.hits.hits'), t('charts.hits.share')],
      rows: ranks.map(({ rank, hits }) => [format.count(rank), format.count(hits), shareOf(hits)]),
    },
  };
}
