import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { Run } from '../../../shared/contract/run-life';
import { whyNotComputed } from '../../../shared/recipe/earlier';
import { textOf } from '../../../shared/words/sentence';

/** Says that the run is of an earlier recipe version, and what that leaves to do with it. */
export function EarlierNotice({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const why = whyNotComputed(run);
  if (why === null) return null;
  return (
    <Alert color="brick" variant="light" role="status" title={t('runs.readOnly')}>
      {textOf([why], language)}
    </Alert>
  );
}
