import { Anchor, Skeleton, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { Run } from '../../../shared/contract/run-life';
import { popularText, rivalText } from '../words/verdict-text';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';

/**
 * Whether the run is any good, in sentences: compared with one popular list for everyone, and with the best run of
 * another model.
 */
export function VerdictLines({ run: { runId, forgotten } }: { run: Pick<Run, 'runId' | 'forgotten'> }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  const { queries } = useEngine();
  // The run does not change, but the runs it is compared with do: asks again whenever the screen opens.
  const { data: verdict, error } = useQuery(
    queries.runs.verdict.queryOptions({ input: forgotten === undefined ? { runId } : skipToken }),
  );
  // Its page says why it has no lists to judge.
  if (forgotten !== undefined) return null;
  if (error !== null) return <ErrorNotice title={t('runs.good.failed')} error={error} />;
  if (verdict === undefined) return <Skeleton height={24} width="60%" role="status" aria-label={t('common.loading')} />;
  if (verdict === null) return null;
  const popular = popularText(verdict, { t, format });
  return (
    <div>
      {popular !== null && (
        <Text size="lg" fw={600} lh={1.35}>
          {popular}
        </Text>
      )}
      {verdict.rival !== null && (
        <Text size="sm">
          {rivalText(verdict.rival, { t, format, language })}{' '}
          <Anchor component={Link} href={`/runs/${encodeURIComponent(verdict.rival.runId)}`} inherit underline="always">
            {t('runs.good.openRival')}
          </Anchor>
        </Text>
      )}
    </div>
  );
}
