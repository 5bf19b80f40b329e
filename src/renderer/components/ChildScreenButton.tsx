import { ActionIcon } from '@mantine/core';
import { IconDeviceTv } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { useKeys } from './use-keys';

/** Shows the list as the child sees it, by a press or by V. */
export function ChildScreenButton({ onShow }: { onShow: () => void }): ReactNode {
  const t = useTexts();
  const label = t('tv.open');
  useKeys([['V', onShow, { usePhysicalKeys: true }]]);
  return (
    <ActionIcon
      size={30}
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-keyshortcuts="v"
      aria-haspopup="dialog"
      title={label}
      onClick={onShow}
    >
      <IconDeviceTv size={18} aria-hidden />
    </ActionIcon>
  );
}
