import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRunName, useRuns } from '../../../renderer/stores/engine-data';
import { recipeOf, useTrainForm } from '../../../renderer/stores/train-form';
import type { Dataset } from '../../../shared/contract/dataset';
import { hasLists } from '../../../shared/contract/run-life';
import { recipeDifferences } from '../../../shared/recipe/schema';

/** Leads to the finished run that the form would train once more: the same settings, seed and data. */
export function AlreadyTrained({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const nameOf = useRunName();
  const { fields, seed } = useTrainForm();
  const { data: runs = [] } = useRuns();
  const recipe = recipeOf(fields);
  const same = runs.find(
    (run) =>
      run.status === 'finished' &&
      hasLists(run) &&
      run.dataset.fingerprint === dataset.fingerprint &&
      run.seed === seed &&
      run.recipe.version === recipe.version &&
      recipeDifferences(run.recipe, recipe).length === 0,
  );
  if (same === undefined) return null;
  return (
    <Text size="xs" role="status">
      {t('train.alreadyTrained')}{' '}
      <Anchor component={Link} href={`/runs/${same.runId}`} size="xs">
        {nameOf(same.name)}
      </Anchor>
    </Text>
  );
}
