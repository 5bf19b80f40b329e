/** What a screen shows while it is empty: why, and what to do next. */
import { Center, Group, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export function EmptyState({
  icon: Picture,
  title,
  body,
  alone = false,
  children,
}: {
  icon: Icon;
  title: string;
  body: string;
  /** Whether it fills the screen: its title is then the page's heading. */
  alone?: boolean;
  children?: ReactNode;
}): ReactNode {
  return (
    <Center mih={360} p="xl">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <ThemeIcon size={56} radius="xl" variant="light" aria-hidden>
          <Picture size={28} stroke={1.5} />
        </ThemeIcon>
        <Title order={alone ? 1 : 2} size="h2">
          {title}
        </Title>
        <Text c="dimmed">{body}</Text>
        {children !== undefined && (
          <Group gap="xs" justify="center" mt={4}>
            {children}
          </Group>
        )}
      </Stack>
    </Center>
  );
}
