import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Run } from '../../shared/contract/run-life';
import { useTexts } from '../locales/use-texts';
import { useChooseRun } from './use-choose-run';

/** Makes a run the one in use, with which the next refresh begins, and shows its lists; or takes the first back. */
export function UseRun({
  run,
  isMain = false,
  name,
}: {
  run: Run;
  /** Named where several runs are in sight. */
  name?: string;
  /** Whether it is the main action of its screen. */
  isMain?: boolean;
}): ReactNode {
  const t = useTexts();
  const { isInUse, choose } = useChooseRun(run);
  return (
    <Button
      size={isMain ? 'sm' : 'xs'}
      variant={isMain && !isInUse ? 'filled' : 'default'}
      leftSection={isInUse ? undefined : <IconCheck size={14} aria-hidden />}
      onClick={() => void choose()}
    >
      {isInUse ? t('runs.stopUsing') : name === undefined ? t('runs.use') : t('runs.useNamed', { name })}
    </Button>
  );
}
