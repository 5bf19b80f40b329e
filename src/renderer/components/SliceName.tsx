/** A group of profiles or titles in plain words. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slice } from '../../shared/contract';
import { en } from '../locales/en';

type KnownLabel = keyof typeof en.runs.sliceLabels;
const isKnown = (label: string): label is KnownLabel => Object.hasOwn(en.runs.sliceLabels, label);

export function SliceName({ slice: { group, label } }: { slice: Pick<Slice, 'group' | 'label'> }): ReactNode {
  const { t } = useTranslation();
  const groupName = group === 'history' || group === 'titles' ? t(`runs.groups.${group}`) : group;
  const value = isKnown(label)
    ? t(`runs.sliceLabels.${label}`)
    : label.startsWith(`${group} `)
      ? label.slice(group.length + 1)
      : label;
  return (
    <>
      <Text span size="sm" c="dimmed">
        {groupName}:
      </Text>{' '}
      {value === 'unknown' ? t('common.unknown') : value}
    </>
  );
}
