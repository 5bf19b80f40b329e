import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import type { RunComparison } from '../contract/run-comparison';
import { qualityTexts } from '../../../shared/words/quality-text';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { GroupTable } from './GroupTable';
import { PairedDifference } from './PairedDifference';
import { RunColumns } from './RunColumns';

type Paired = RunComparison['metrics'][number];

/** Scores of the runs and how certain each difference from the first is, overall and per group. */
export function ScoreTables({ comparison }: { comparison: RunComparison }): ReactNode {
  const t = useTexts();
  const { runs, metrics, slices } = comparison;
  return (
    <>
      <Section
        title={t('compareRuns.scores')}
        description={
          metrics.length > 0
            ? t('compareRuns.scoresHelp', { count: metrics[0]!.profiles, first: runs[0]!.name })
            : undefined
        }
        flush
      >
        <ScoreTable runs={runs} metrics={metrics} />
      </Section>
      {slices.length > 0 && <GroupTable runs={runs} slices={slices} />}
    </>
  );
}

function ScoreTable({ runs, metrics }: Pick<RunComparison, 'runs' | 'metrics'>): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const pairOf = (run: Run, metric: Paired['metric']): Paired | undefined =>
    metrics.find((pair) => pair.runId === run.runId && pair.metric === metric);
  return (
    <RunColumns of={t('compareRuns.figure')} runs={runs}>
      {(['score', 'recall', 'ndcg'] as const).map((metric) => (
        <Table.Tr key={metric}>
          <Table.Th scope="row" fw={400}>
            {t(`common.metrics.${metric}`)}
          </Table.Th>
          {runs.map((run) => (
            <Table.Td key={run.runId}>
              <Text size="sm" fw={600}>
                {format.score(run.metrics?.[metric])}
              </Text>
              <PairedDifference pair={pairOf(run, metric)} />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
      {(['coverage', 'novelty', 'watchedShare'] as const).map((quality) => (
        <Table.Tr key={quality}>
          <Table.Th scope="row" fw={400}>
            {t(`common.metrics.${quality}`)}
          </Table.Th>
          {runs.map((run) => (
            <Table.Td key={run.runId}>{qualityTexts(run.quality, format)[quality]}</Table.Td>
          ))}
        </Table.Tr>
      ))}
    </RunColumns>
  );
}
