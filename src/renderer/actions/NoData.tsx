import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { EmptyState } from '../components/EmptyState';
import { useOpenings } from './use-opening';

/**
 * Shown on a screen without data: a link to open some, and one to the sample. @param of the screen whose purpose is
 * shown; screens with their own heading keep it
 */
export function NoData({ of }: { of: 'common' | 'data' | 'profiles' | 'titles' | 'train' | 'rules' }): ReactNode {
  const t = useTexts();
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
