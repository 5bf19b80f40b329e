import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Run } from '../../shared/contract/run-life';
import { useNameApart } from '../components/use-name-apart';
import { useTexts } from '../locales/use-texts';
import { useRunsInUse } from '../stores/use-in-use';
import { UseRun } from './UseRun';
import { useShowRun } from './use-show-run';

/** Where lists go out: that they are of another run than the one in use, which one that is, and what can be done. */
export function NotInUse({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  const show = useShowRun();
  const { now } = useRunsInUse();
  if (now === null || now.runId === run.runId) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="var(--shelfwise-warning)">
        {t('runs.notInUse', { name: nameApart(now) })}
      </Text>
      <Button size="xs" variant="default" onClick={() => show(now.runId, now.dataset.fingerprint)}>
        {t('runs.showInUse')}
      </Button>
      <UseRun run={run} />
    </Group>
  );
}
