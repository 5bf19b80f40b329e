import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNotComputed } from '../../../renderer/components/use-not-computed';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';

/** Says that the run is of an earlier recipe version, and what that leaves to do with it. */
export function EarlierNotice({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const why = useNotComputed(run);
  if (why === null) return null;
  return (
    <Alert color="yellow" variant="light" role="status" title={t('runs.readOnly')}>
      {why}
    </Alert>
  );
}
