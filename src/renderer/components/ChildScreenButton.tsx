import { Button } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useKeys } from './use-keys';
import classes from './ChildScreenButton.module.css';

/**
 * Shows the list as the child sees it, by a press or by V.
 * @param props.isNamed whether its name stands beside its picture also where there is little room
 */
export function ChildScreenButton({ onShow, isNamed = false }: { onShow: () => void; isNamed?: boolean }): ReactNode {
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
      <span className={classes.word} data-named={isNamed || undefined}>
        {t('tv.word')}
      </span>
    </Button>
  );
}
