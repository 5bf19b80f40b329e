import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import { useMark } from './use-mark';

/** Stars a run, or removes its star. */
export function StarButton({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const mark = useMark(run);
  const { starred } = run.marks;
  const Picture = starred ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      variant="subtle"
      color={starred ? 'cloth' : 'gray'}
      aria-pressed={starred}
      aria-label={`${t('runs.star')}: ${run.name}`}
      onClick={(event) => {
        event.stopPropagation();
        void mark({ starred: !starred });
      }}
    >
      <Picture size={16} aria-hidden />
    </ActionIcon>
  );
}
