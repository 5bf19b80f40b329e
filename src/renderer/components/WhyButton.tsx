import { ActionIcon } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/** Opens or closes the explanation of why a title is in the list. */
export function WhyButton({
  item: { item, title },
  isOpen,
  onExplain,
}: {
  item: { readonly item: string; readonly title: string | null };
  isOpen: boolean;
  onExplain: (item: string | null) => void;
}): ReactNode {
  const t = useTexts();
  const label = t('compare.whyTitle', { title: title ?? item });
  return (
    <ActionIcon
      size={24}
      variant={isOpen ? 'light' : 'subtle'}
      color={isOpen ? undefined : 'gray'}
      aria-label={label}
      aria-pressed={isOpen}
      title={label}
      onClick={() => onExplain(isOpen ? null : item)}
    >
      <IconHelp size={15} />
    </ActionIcon>
  );
}
