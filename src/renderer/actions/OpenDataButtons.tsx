/** The two ways to data that a screen without any offers. */
import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenings } from './use-opening';

export function OpenDataButtons(): ReactNode {
  const { t } = useTranslation();
  const { openFolder, openSample } = useOpenings();
  return (
    <>
      <Button leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={() => void openFolder()}>
        {t('data.open')}
      </Button>
      <Button variant="default" onClick={() => void openSample()}>
        {t('data.openSample')}
      </Button>
    </>
  );
}
