import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunComparison } from '../contract/run-comparison';
import { Chart } from '../../../renderer/components/chart/Chart';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';

type Winners = RunComparison['winners'][number];
type Bin = Winners['bins'][number];

/** How many hold-out profiles a run serves better than the first, and how many worse. */
export function WinnersCharts({ comparison: { runs, winners } }: { comparison: RunComparison }): ReactNode {
  return winners.map((one) => (
    <WinnersChart
      key={one.runId}
      winners={one}
      first={runs[0]!.name}
      other={runs.find(({ runId }) => runId === one.runId)!.name}
    />
  ));
}

function WinnersChart({
  winners: { better, same, worse, bins },
  first,
  other,
}: {
  winners: Winners;
  first: string;
  other: string;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const signed = (value: number): string => (value === 0 ? format.score(0, 2) : format.change(value, 2));
  const isSame = ({ from, to }: Bin): boolean => from === to;
  const nameOf = (bin: Bin): string =>
    isSame(bin)
      ? t('charts.winners.noDifference')
      : t('charts.winners.range', { from: signed(bin.from), to: signed(bin.to) });
  return (
    <Section title={t('charts.winners.section', { first, other })}>
      <Chart
        title={t('charts.winners.title')}
        summary={t('charts.winners.summary', {
          other,
          first,
          better: t('common.profiles', { count: better }),
          worse: format.count(worse),
          same: format.count(same),
        })}
        keys={[
          { mark: 'other-bar', label: t('charts.winners.worse') },
          { mark: 'hollow', label: t('charts.winners.same') },
          { mark: 'bar', label: t('charts.winners.better') },
        ]}
        drawing={{
          kind: 'columns',
          xAxis: t('charts.winners.axis'),
          yAxis: t('runs.profilesColumn'),
          columns: bins.map((bin) => ({
            // Labelled by the end farther from zero.
            label: signed(bin.to > 0 ? bin.to : bin.from),
            value: isSame(bin) ? 0 : bin.profiles,
            hollow: isSame(bin) ? bin.profiles : 0,
            isOther: bin.from < 0,
            tip: t('charts.winners.tip', {
              name: nameOf(bin),
              profiles: t('common.profiles', { count: bin.profiles }),
            }),
          })),
          format: format.count,
        }}
        table={{
          columns: [t('charts.winners.axis'), t('runs.profilesColumn')],
          rows: bins.map((bin) => [nameOf(bin), format.count(bin.profiles)]),
        }}
      />
    </Section>
  );
}
