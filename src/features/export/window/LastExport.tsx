import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RunRecord } from '../../../shared/contract/run';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { Section } from '../../../renderer/components/Section';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRuns } from '../../../renderer/stores/engine-data';

/** What was exported last, where that is of another run than the one shown: the exports of a run do not tell of it. */
export function LastExport({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const nameApart = useNameApart();
  const show = useShowRun();
  const { data: last } = useQuery(useEngine().queries.runs.lastExport.queryOptions());
  const { data: runs } = useRuns();
  const of = runs?.find(({ runId }) => runId === last?.runId);
  if (last == null || of === undefined || of.runId === run.runId) return null;
  const { exportedAt, path, file } = last.record;
  return (
    <Section title={t('exporting.last')} description={t('exporting.lastOf', { run: nameApart(of) })}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" style={{ wordBreak: 'break-all' }}>
          {[format.moment(exportedAt), path, t(`exporting.lastFile.${file}`)].join(' · ')}
        </Text>
        <Button size="xs" variant="default" onClick={() => show(of.runId, of.dataset.fingerprint)}>
          {t('exporting.lastShow')}
        </Button>
      </Group>
    </Section>
  );
}
