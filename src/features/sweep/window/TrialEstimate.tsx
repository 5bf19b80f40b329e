import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Recipe } from '../../../shared/recipe/table';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEstimatedSpan } from '../../../renderer/locales/use-estimated-span';
import { useRecipe } from './use-recipe';

/** What one trial is likely to take. */
export function TrialEstimate({ dataset, recipe }: { dataset: Dataset; recipe: Recipe }): ReactNode {
  const t = useTexts();
  const spanOf = useEstimatedSpan();
  const { queries } = useEngine();
  const { isWhole } = useRecipe();
  const { data: estimate } = useQuery({
    ...queries.runs.estimate.queryOptions({ input: { data: dataset.fingerprint, recipe } }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  if (estimate === undefined) return null;
  return (
    <Text size="xs" c="dimmed" aria-live="polite">
      {t('sweep.estimate', { span: spanOf(estimate.seconds) })}
    </Text>
  );
}
