import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { usePreferences } from '../../../renderer/stores/preferences';
import { recipeOf, useTrainForm } from '../../../renderer/stores/train-form';
import { processorsShare } from '../../../shared/recipe/processors-share';
import { textOf } from '../../../shared/words/sentence';

/** What the processor does of the run that the form would train on a GPU. */
export function ProcessorsShare(): ReactNode {
  const language = usePreferences((state) => state.language);
  const share = processorsShare(recipeOf(useTrainForm((state) => state.fields)));
  if (share === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {textOf([share], language)}
    </Text>
  );
}
