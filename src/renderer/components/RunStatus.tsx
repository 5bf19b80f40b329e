import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconLoader2, IconPlayerStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import type { RunStatus as Status } from '../../shared/contract/run';

const LOOKS = {
  running: { icon: IconLoader2, color: 'var(--mantine-color-anchor)' },
  // Most runs are finished: those that are not stand out.
  finished: { icon: IconCheck, color: 'var(--mantine-color-dimmed)' },
  stopped: { icon: IconPlayerStop, color: 'var(--shelfwise-warning)' },
  crashed: { icon: IconAlertTriangle, color: 'var(--shelfwise-warning)' },
} as const;

/** The status of a run: a word and an icon, never colour alone. */
export function RunStatus({ status }: { status: Status }): ReactNode {
  const t = useTexts();
  const { icon: Picture, color } = LOOKS[status];
  return (
    <Badge
      variant={status === 'finished' ? 'transparent' : 'outline'}
      radius="sm"
      leftSection={<Picture size={12} aria-hidden />}
      styles={{
        root: {
          color,
          textTransform: 'none',
          minWidth: 'max-content',
          ...(status === 'finished' ? { paddingInline: 0 } : { borderColor: color }),
        },
      }}
    >
      {t(`common.statuses.${status}`)}
    </Badge>
  );
}
