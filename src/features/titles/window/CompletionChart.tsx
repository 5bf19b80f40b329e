import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Chart } from '../../../renderer/components/chart/Chart';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';

/** How far viewers get in a title, if the data records it. */
export function CompletionChart({ data, item }: { data: string; item: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  // Data under a fingerprint never changes.
  const completion = useQuery(queries.titles.completion.queryOptions({ input: { data, item }, staleTime: Infinity }));
  // Most data does not record it: draws nothing.
  if (completion.data === undefined || completion.data === null) return null;
  const { plays, mean, bins } = completion.data;
  const nameOf = ({ from, to }: (typeof bins)[number]): string =>
    t('charts.completion.range', { from: format.percent(from, 0), to: format.percent(to, 0) });
  return (
    <Chart
      title={t('charts.completion.title')}
      summary={t('charts.completion.summary', {
        plays: t('charts.completion.plays', { count: plays }),
        mean: format.percent(mean, 0),
      })}
      drawing={{
        kind: 'columns',
        xAxis: t('charts.completion.share'),
        yAxis: t('charts.completion.count'),
        columns: bins.map((bin) => ({
          label: format.percent(bin.from, 0),
          value: bin.plays,
          tip: t('charts.completion.tip', {
            name: nameOf(bin),
            plays: t('charts.completion.plays', { count: bin.plays }),
          }),
        })),
        format: format.count,
      }}
      table={{
        columns: [t('charts.completion.share'), t('charts.completion.count')],
        rows: bins.map((bin) => [nameOf(bin), format.count(bin.plays)]),
      }}
    />
  );
}
