import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { exactnessOf } from '../../shared/values/exactness';

/** Where a run comes out the same again. */
export function Exactness({ recipe }: { recipe: Parameters<typeof exactnessOf>[0] }): ReactNode {
  const t = useTexts();
  const promise = exactnessOf(recipe);
  return (
    <Tooltip label={t(`common.exactnessHelp.${promise}`)} multiline maw={260}>
      <Badge
        variant="default"
        radius="sm"
        tabIndex={0}
        styles={{ root: { textTransform: 'none', cursor: 'default', minWidth: 'max-content' } }}
      >
        {t(`common.exactness.${promise}`)}
      </Badge>
    </Tooltip>
  );
}
