import { Button } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useKeys } from './use-keys';
import classes from './ChildScreenButton.module.css';

/** Shows the list as the child sees it, by a press or by V. */
export function ChildScreenButton({ onShow }: { onShow: () => void }): ReactNode {
  const t = useTexts();
  const label = t('tv.open');
  useKeys([['V', onShow, { usePhysicalKeys: true }]]);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      className={classes.button}
      aria-label={label}
      aria-keyshortcuts="v"
      aria-haspopup="dialog"
      title={label}
      onClick={onShow}
    >
      <IconDeviceTv size={18} aria-hidden />
      <span className={classes.word}>{t('tv.word')}</span>
    </Button>
  );
}
