import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import type { Recipe } from '../../shared/recipe/table';

/** How exactly a run can be repeated, by its numeric mode or the GPU it was computed on. */
export function Exactness({
  mode,
  device = 'cpu',
}: {
  mode: Recipe['numeric.mode'];
  device?: Recipe['numeric.device'];
}): ReactNode {
  const t = useTexts();
  const promise = device === 'gpu' ? 'gpu' : mode;
  return (
    <Tooltip label={t(`common.exactnessHelp.${promise}`)} multiline maw={260}>
      <Badge
        variant="default"
        radius="sm"
        tabIndex={0}
        styles={{ root: { textTransform: 'none', fontWeight: 500, cursor: 'default', minWidth: 'max-content' } }}
      >
        {t(`common.exactness.${promise}`)}
      </Badge>
    </Tooltip>
  );
}
