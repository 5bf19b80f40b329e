import { Alert, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../locales/use-texts';
import { takeSettings } from '../stores/train-form';
import type { RunRecord } from '../../shared/contract/run';
import { isEarlier, LAST_COMMIT } from '../../shared/recipe/earlier';

/** Why something that computes with the model of a run is not offered; null for a run of the present recipe version. */
export function useReadOnly(run: Pick<RunRecord, 'recipe'>): string | null {
  const t = useTexts();
  return isEarlier(run.recipe) ? t('runs.readOnlyWhy', { commit: LAST_COMMIT }) : null;
}

/**
 * Says that the run is of an earlier recipe version, what is not offered for that reason, and what to do: train its
 * settings again, or use the commit that still computes with it.
 */
export function EarlierNotice({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  if (!isEarlier(run.recipe)) return null;
  return (
    <Alert color="brick" variant="light" role="status" title={t('runs.readOnly')}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" c="var(--mantine-color-text)" flex="1 1 360px">
          {t('runs.readOnlyBody', { version: run.recipe.version, commit: LAST_COMMIT })}
        </Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            takeSettings(run);
            go('/train');
          }}
        >
          {t('runs.trainAgain')}
        </Button>
      </Group>
    </Alert>
  );
}
