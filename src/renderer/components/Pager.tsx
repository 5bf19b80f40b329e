import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/** Previous and next page, and the position in the whole. */
export function Pager({
  start,
  size,
  total,
  onStart,
}: {
  start: number;
  size: number;
  total: number;
  onStart: (start: number) => void;
}): ReactNode {
  const t = useTexts();
  if (total <= size) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {t('common.ofTotal', { from: start + 1, to: Math.min(total, start + size), total })}
      </Text>
      {start > 0 && (
        <ActionIcon
          variant="default"
          aria-label={t('common.previousPage')}
          onClick={() => onStart(Math.max(0, start - size))}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
      )}
      {start + size < total && (
        <ActionIcon variant="default" aria-label={t('common.nextPage')} onClick={() => onStart(start + size)}>
          <IconChevronRight size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}
