import { Anchor } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { Link } from 'wouter';

/** A link to the list of runs, below the title of a screen about some of them. */
export function BackToRuns(): ReactNode {
  const t = useTexts();
  return (
    <Anchor component={Link} href="/runs" size="sm" display="inline-flex" style={{ alignItems: 'center' }}>
      <IconChevronLeft size={14} aria-hidden />
      {t('runs.back')}
    </Anchor>
  );
}
