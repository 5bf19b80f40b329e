import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import { qualityTexts } from '../../../shared/words/quality-text';
import { Section } from '../../../renderer/components/Section';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { VerdictLines } from './VerdictLines';

/** The run's scores on its hold-out, and whether they are good. */
export function Scores({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const format = useFormat();
  const { metrics, quality } = run;
  if (metrics === null)
    return run.status === 'running' ? null : (
      <Section title={t('runs.scores')}>
        <Text size="sm" c="dimmed">
          {run.split?.note ? engineText({ message: run.split.note, said: run.split.said }) : t('runs.noScores')}
        </Text>
      </Section>
    );
  const { standardError } = metrics;
  const figures: [label: string, value: string, note?: string | undefined][] = [
    [
      t('common.metrics.score'),
      format.score(metrics.score),
      standardError === null ? undefined : t('runs.plusMinus', { error: format.score(standardError) }),
    ],
    [t('common.metrics.recall'), format.score(metrics.recall)],
    [t('common.metrics.ndcg'), format.score(metrics.ndcg)],
  ];
  if (quality !== null) {
    const texts = qualityTexts(quality, format);
    for (const name of ['coverage', 'novelty', 'watchedShare'] as const)
      figures.push([t(`common.metrics.${name}`), texts[name]]);
  }
  return (
    <Section title={t('runs.scores')} description={t('runs.scoresHelp', { count: metrics.profiles })}>
      {/* Without its lists there is nothing to judge: the notice above says why. */}
      {run.forgotten === undefined && <VerdictLines run={run} />}
      <Group gap="xl" align="flex-start" mt="sm" style={{ rowGap: 'var(--mantine-spacing-sm)' }}>
        {figures.map(([label, value, note]) => (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text size="lg" fw={600}>
              {value}{' '}
              {note !== undefined && (
                <Text span size="xs" c="dimmed" fw={400}>
                  {note}
                </Text>
              )}
            </Text>
          </div>
        ))}
      </Group>
    </Section>
  );
}
