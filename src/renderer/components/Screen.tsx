import { Box, Group, Stack, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { ScreenName } from '../../features/screens';
import { BesideLinks } from './BesideLinks';
import { ScreenTitle } from './ScreenTitle';
import classes from './Screen.module.css';

/** The frame of a screen: title, description, actions, content. */
export function Screen({
  title,
  beside,
  subtitle,
  actions,
  children,
}: {
  title: string;
  /** The screens of one place, this one among them: links to them stand below the title. */
  beside?: readonly ScreenName[];
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  useDocumentTitle(`${title} · Shelfwise`);
  return (
    <Stack gap="lg" maw={1712} className={classes.screen}>
      <Group justify="space-between" align="flex-start" gap="xs">
        {/* Content that does not fit beside it wraps below. */}
        <Box miw={0} flex="1 1 300px">
          <ScreenTitle>{title}</ScreenTitle>
          {subtitle !== undefined && (
            <Text component="div" size="sm" c="dimmed" mt="3xs">
              {subtitle}
            </Text>
          )}
        </Box>
        {actions !== undefined && (
          <Group gap="xs" align="flex-start" maw="100%" className={classes.actions}>
            {actions}
          </Group>
        )}
      </Group>
      {beside !== undefined && <BesideLinks screens={beside} />}
      {children}
    </Stack>
  );
}
