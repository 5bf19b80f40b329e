/** A screen without data: the way to some, and to the sample for whoever has none at hand. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/EmptyState';
import { useOpenings } from './use-opening';

/** @param of which screen tells what it would show; those with a head of their own keep it */
export function NoData({ of }: { of: 'data' | 'profiles' | 'titles' | 'train' | 'rules' }): ReactNode {
  const { t } = useTranslation();
  const { openFolder, openSample } = useOpenings();
  return (
    <EmptyState
      alone={of !== 'data' && of !== 'train'}
      scene="shelf"
      title={t(`${of}.noneTitle`)}
      body={t(`${of}.noneBody`)}
      action={{ label: t('data.open'), onClick: () => void openFolder() }}
    >
      <Button variant="subtle" onClick={() => void openSample()}>
        {t('data.openSample')}
      </Button>
    </EmptyState>
  );
}
