import { Box, Group, Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Section.module.css';

/** A titled part of a screen. */
export function Section({
  id,
  title,
  description,
  actions,
  children,
  flush = false,
  foot = null,
}: {
  /** Where a place of the window leads to this part (use-show-part.ts). */
  id?: string;
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  /** Lets content such as tables reach the borders. */
  flush?: boolean;
  /** What stands below content that reaches the borders. */
  foot?: ReactNode;
}): ReactNode {
  return (
    <Paper
      component="section"
      id={id}
      tabIndex={id === undefined ? undefined : -1}
      withBorder
      style={{ overflow: 'hidden' }}
    >
      <Group justify="space-between" align="center" gap="sm" px="md" pt="sm" pb={flush ? 'sm' : 'xs'}>
        {/* Actions that do not fit beside it wrap below. */}
        <Box miw={0} flex="1 1 220px">
          <Title order={2}>{title}</Title>
          {description !== undefined && (
            <Text component="div" size="sm" c="dimmed" maw={1100}>
              {description}
            </Text>
          )}
        </Box>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      <Box
        px={flush ? 0 : 'md'}
        pb={flush ? 0 : children === null ? 4 : 'md'}
        className={flush ? undefined : classes.inset}
      >
        {children}
      </Box>
      {foot !== null && (
        <Box px="md" py="xs">
          {foot}
        </Box>
      )}
    </Paper>
  );
}
