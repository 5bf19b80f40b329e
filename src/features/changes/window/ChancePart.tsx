import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ChangedLists } from '../contract/changes';
import { ChanceLine } from './ChanceLine';
import type { MovedOf } from './MovedPicture';
import { useChance } from './use-chance';

/** How many moved no further than chance; until that is known, that it is being measured. */
export function ChancePart({ changes, of }: { changes: ChangedLists; of: MovedOf }): ReactNode {
  const t = useTexts();
  const measured = useChance(changes);
  const { chance, titlesMoved, groups } = changes;
  if (titlesMoved === 0) return null;
  if (chance === null) return <ChanceLine measured={measured} />;
  if (chance.seeds.length === 0) return <Text size="sm">{t('changes.chance.none')}</Text>;
  const { beyond } = chance[of];
  const others = (of === 'titles' ? titlesMoved : groups.length) - beyond;
  return (
    <Text size="sm">
      {others > 0 && t(`changes.${beyond === 0 ? 'all' : 'others'}.${of}`, { count: others })}{' '}
      {t('changes.chance.by', { count: chance.seeds.length })}
    </Text>
  );
}
