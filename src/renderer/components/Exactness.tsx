/** The promise of a run's numeric mode. */
import { Badge, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recipe } from '../../shared/recipe/table';

export function Exactness({ mode }: { mode: Recipe['numeric.mode'] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`common.exactnessHelp.${mode}`)} multiline maw={260}>
      <Badge
        variant="default"
        radius="sm"
        tabIndex={0}
        styles={{ root: { textTransform: 'none', fontWeight: 500, cursor: 'default' } }}
      >
        {t(`common.exactness.${mode}`)}
      </Badge>
    </Tooltip>
  );
}
