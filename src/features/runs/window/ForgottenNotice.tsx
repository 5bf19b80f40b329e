import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import { useEngineText } from '../../../renderer/locales/engine-text';

/** Says that a profile of the run's data was forgotten, and what the run lacks since. */
export function ForgottenNotice({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  if (run.forgotten === undefined) return null;
  return (
    <Alert color="brick" variant="light" title={t('privacy.runForgotten')}>
      {engineText(run.forgotten)}
    </Alert>
  );
}
