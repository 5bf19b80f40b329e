import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';

/** Beside the number of profiles: how many of them a filter hides, which may be of an hour ago. A press ends it. */
export function FilterHides({ hidden, onClear }: { hidden: number; onClear: () => void }): ReactNode {
  const t = useTexts();
  const text = t('profiles.filterHides', { hidden });
  // Keys have the same at the end of the filters: a stop here would stand between the head of the screen and the list.
  return (
    <Button
      size="compact-xs"
      variant="light"
      tabIndex={-1}
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={`${text}: ${t('profiles.filterEnd')}`}
      title={t('profiles.filterEnd')}
      onClick={onClear}
    >
      {text}
    </Button>
  );
}
