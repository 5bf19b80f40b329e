import { Anchor } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** A link, below the title of a screen, to the screen that it belongs to. */
export const BackLink = ({ to, children }: { to: string; children: ReactNode }): ReactNode => (
  <Anchor component={Link} href={to} size="sm" display="inline-flex" style={{ alignItems: 'center' }}>
    <IconChevronLeft size={14} aria-hidden />
    {children}
  </Anchor>
);
