/** Viewings over time, as bars with rejected rows on top. */
import type { Activity } from '../contract/activity';
import type { Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

export function activityChart({ bucket, buckets }: Activity, { t, format }: Wording): ChartContent {
  const sum = (of: 'viewings' | 'rejected'): number => buckets.reduce((total, one) => total + one[of], 0);
  const most = buckets.reduce((found, one) => (one.viewings > found.viewings ? one : found));
  const rejected = sum('rejected');
  const spanOf = (from: string): string => t(`charts.activity.span.${bucket}`, { day: format.period(from, bucket) });
  return {
    title: t(`charts.activity.title.${bucket}`),
    summary: t('charts.activity.summary', {
      viewings: format.count(sum('viewings')),
      span: t(`charts.activity.count.${bucket}`, { count: buckets.length }),
      most: format.count(most.viewings),
      when: t(`charts.activity.in.${bucket}`, { day: format.period(most.from, bucket) }),
      rejected: t('charts.activity.rejectedRows', { count: rejected }),
    }),
    keys: [
      { mark: 'bar', label: t('data.viewings') },
      ...(rejected > 0 ? [{ mark: 'hollow', label: t('charts.activity.rejected') } as const] : []),
    ],
    drawing: {
      kind: 'columns',
      xAxis: t(`charts.activity.axis.${bucket}`),
      yAxis: t('data.rows'),
      columns: buckets.map((one) => ({
        label: format.period(one.from, bucket),
        value: one.viewings,
        hollow: one.rejected,
        tip: t('charts.activity.tip', {
          when: spanOf(one.from),
          viewings: format.count(one.viewings),
          rejected: format.count(one.rejected),
        }),
      })),
      format: format.count,
    },
    table: {
      columns: [t(`charts.activity.axis.${bucket}`), t('data.viewings'), t('charts.activity.rejected')],
      rows: buckets.map(({ from, viewings, rejected: left }) => [
        format.day(from),
        format.count(viewings),
        format.count(left),
      ]),
    },
  };
}
