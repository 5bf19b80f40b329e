import { ActionIcon } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { openScreenHelp } from '../stores/screen-help';

/** The question mark beside the name of a screen, which opens its help. */
export function HelpButton(): ReactNode {
  const t = useTexts();
  const label = t('help.ofScreen');
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      aria-keyshortcuts="?"
      aria-haspopup="dialog"
      title={`${label} (?)`}
      onClick={openScreenHelp}
    >
      <IconHelp size={18} aria-hidden />
    </ActionIcon>
  );
}
