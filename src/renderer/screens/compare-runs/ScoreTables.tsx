/** What the runs score, how certain a difference from the first is, and where they differ most. */
import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run, RunComparison } from '../../../shared/contract';
import { qualityTexts } from '../../../shared/texts/quality-text';
import { Section } from '../../components/Section';
import { useFormat } from '../../locales/format';
import { SliceName } from '../../components/SliceName';
import { RunColumns } from './RunColumns';

type Paired = RunComparison['metrics'][number];

export function ScoreTables({ comparison }: { comparison: RunComparison }): ReactNode {
  const { t } = useTranslation();
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
      {slices.length > 0 && (
        <Section title={t('runs.slices')} flush>
          <SliceTable runs={runs} slices={slices} />
        </Section>
      )}
    </>
  );
}

function ScoreTable({ runs, metrics }: Pick<RunComparison, 'runs' | 'metrics'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const pairOf = (run: Run, metric: Paired['metric']): Paired | undefined =>
    metrics.find((pair) => pair.runId === run.runId && pair.metric === metric);
  return (
    <RunColumns of={t('compareRuns.figure')} runs={runs} align="right">
      {(['score', 'recall', 'ndcg'] as const).map((metric) => (
        <Table.Tr key={metric}>
          <Table.Th scope="row" fw={400}>
            {t(`common.metrics.${metric}`)}
          </Table.Th>
          {runs.map((run) => (
            <Table.Td key={run.runId} ta="right">
              <Text size="sm" fw={600}>
                {format.score(run.metrics?.[metric])}
              </Text>
              <Difference pair={pairOf(run, metric)} />
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
            <Table.Td key={run.runId} ta="right">
              {qualityTexts(run.quality, format)[quality]}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </RunColumns>
  );
}

/** In words first, because not everyone can tell the colours apart. */
function Difference({ pair }: { pair: Paired | undefined }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  if (pair === undefined) return null;
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${format.score(Math.abs(value))}`;
  const verdict = pair.isCertain ? (pair.mean > 0 ? 'better' : 'worse') : 'uncertain';
  const color = { better: 'var(--shelfwise-good)', worse: 'var(--shelfwise-problem)', uncertain: 'dimmed' }[verdict];
  return (
    <>
      <Text size="xs" c={color}>
        {t(`compareRuns.${verdict}`)} {signed(pair.mean)}
      </Text>
      <Text size="xs" c="dimmed">
        {t('compareRuns.interval', { low: signed(pair.low), high: signed(pair.high) })}
      </Text>
    </>
  );
}

function SliceTable({ runs, slices }: Pick<RunComparison, 'runs' | 'slices'>): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <RunColumns of={t('runs.group')} runs={runs} align="right">
      {slices.map(({ group, label, scores }) => (
        <Table.Tr key={`${group} ${label}`}>
          <Table.Th scope="row" fw={400}>
            <SliceName data={runs[0]!.dataset.fingerprint} slice={{ group, label }} />
          </Table.Th>
          {scores.map((score, place) => (
            <Table.Td key={runs[place]!.runId} ta="right">
              {format.score(score)}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </RunColumns>
  );
}
