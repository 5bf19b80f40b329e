/** What the run scores on its hold-out, beside the best baseline of the same data. */
import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../shared/contract';
import { Section } from '../../components/Section';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import { useEngineText } from '../../locales/engine-text';
import { useFormat } from '../../locales/format';
import { useRuns } from '../../stores/engine-data';

export function Scores({ run }: { run: RunRecord }): ReactNode {
  const { t } = useTranslation();
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
  if (quality !== null)
    figures.push(
      [t('common.metrics.coverage'), format.percent(quality.coverage)],
      [t('common.metrics.novelty'), format.score(quality.novelty, 2)],
      [t('common.metrics.watchedShare'), format.percent(quality.watchedShare)],
    );
  return (
    <Section title={t('runs.scores')} description={t('runs.scoresHelp', { count: metrics.profiles })}>
      <Group gap={40} align="flex-start">
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
      <BestBaseline run={run} />
    </Section>
  );
}

function BestBaseline({ run }: { run: RunRecord }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: runs = [] } = useRuns();
  if (!MODEL_ROWS[run.model].byEpochs) return null;
  const [best] = runs
    .filter(
      (other) =>
        !MODEL_ROWS[other.model].byEpochs &&
        other.metrics !== null &&
        other.dataset.fingerprint === run.dataset.fingerprint &&
        // Another hold-out asks another question.
        other.split?.protocol === run.split?.protocol &&
        other.recipe['stopping.share'] === run.recipe['stopping.share'],
    )
    .sort((left, right) => right.metrics!.score - left.metrics!.score);
  return (
    <Text size="xs" c="dimmed" mt="xs">
      {best === undefined
        ? t('runs.noBaseline')
        : t('runs.bestBaseline', {
            model: t(`common.models.${best.model}`),
            score: format.score(best.metrics!.score),
          })}
    </Text>
  );
}
