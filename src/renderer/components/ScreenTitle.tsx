import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { HelpButton } from './HelpButton';

/** The name of a screen, with its help beside it. */
export function ScreenTitle({ children }: { children: ReactNode }): ReactNode {
  return (
    <Group gap="xs" wrap="nowrap" align="center">
      <Title order={1}>{children}</Title>
      <HelpButton />
    </Group>
  );
}
