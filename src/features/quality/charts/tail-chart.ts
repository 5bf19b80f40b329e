/** From the most watched titles to the least: how much of each part is watched, and how much recommended. */
import type { TailBin } from '../contract/figures';
import type { Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

/** @param bins at least one */
export function tailChart(bins: readonly TailBin[], { t, format }: Wording): ChartContent {
  const all = bins.at(-1)!.to;
  const half = bins.filter(({ to }) => to <= Math.ceil(all / 2));
  const sum = (of: 'watched' | 'recommended'): string =>
    format.percent(half.reduce((total, bin) => total + bin[of], 0));
  const titlesOf = ({ from, to }: TailBin): string =>
    from === to
      ? t('charts.tail.place', { from: format.count(from) })
      : t('charts.tail.places', { from: format.count(from), to: format.count(to) });
  return {
    title: t('charts.tail.title'),
    summary: t('charts.tail.summary', {
      titles: format.count(half.at(-1)?.to ?? 0),
      watched: sum('watched'),
      recommended: sum('recommended'),
    }),
    keys: [
      { mark: 'bar', label: t('charts.tail.watched') },
      { mark: 'other-dot', label: t('charts.tail.recommended') },
    ],
    drawing: {
      kind: 'columns',
      xAxis: t('charts.tail.axis'),
      yAxis: t('charts.tail.share'),
      columns: bins.map((bin) => ({
        label: format.count(bin.from),
        value: bin.watched,
        dot: bin.recommended,
        tip: t('charts.tail.tip', {
          titles: titlesOf(bin),
          watched: format.percent(bin.watched),
          recommended: format.percent(bin.recommended),
        }),
      })),
      format: (share) => format.percent(share, 0),
    },
    table: {
      columns: [t('charts.tail.axis'), t('charts.tail.watched'), t('charts.tail.recommended')],
      rows: bins.map((bin) => [titlesOf(bin), format.percent(bin.watched), format.percent(bin.recommended)]),
    },
  };
}
