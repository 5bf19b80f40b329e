/** The frame of a screen: its title, what it is about, its actions, its content. */
import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

export function Screen({
  title,
  subtitle,
  actions,
  children,
}: {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}): ReactNode {
  useDocumentTitle(`${title} · Shelfwise`);
  return (
    <Stack gap="lg" p="lg" pb="xl" maw={1440}>
      <Group justify="space-between" align="flex-start" gap="md" wrap="nowrap">
        <Box miw={0}>
          <Title order={1}>{title}</Title>
          {subtitle !== undefined && (
            <Text component="div" size="sm" c="dimmed" mt={2}>
              {subtitle}
            </Text>
          )}
        </Box>
        {actions !== undefined && (
          <Group gap="xs" align="flex-start" style={{ flexShrink: 0 }}>
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
