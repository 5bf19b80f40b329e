/** How long it may take: what the most alike finished run on this data took. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../shared/contract';
import { recipeDifferences } from '../../../shared/recipe/schema';
import { useFormat } from '../../locales/format';
import { useRuns } from '../../stores/engine-data';
import { recipeOf, useTrainForm } from '../../stores/train-form';

export function Estimate({ dataset }: { dataset: Dataset }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: runs = [] } = useRuns();
  const fields = useTrainForm((state) => state.fields);
  const recipe = recipeOf(fields);
  const [nearest] = runs
    .filter(
      (run) =>
        run.status === 'finished' && run.dataset.fingerprint === dataset.fingerprint && run.model === recipe.model,
    )
    .map(({ seconds, recipe: theirs }) => ({ seconds, differing: recipeDifferences(recipe, theirs).length }))
    .sort((left, right) => left.differing - right.differing);
  const text =
    nearest === undefined
      ? t('train.noEstimate')
      : nearest.differing === 0
        ? t('train.estimate', { span: format.duration(nearest.seconds) })
        : t('train.estimateDiffers', { span: format.duration(nearest.seconds), count: nearest.differing });
  return (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  );
}
