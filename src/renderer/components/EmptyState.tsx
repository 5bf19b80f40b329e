import { Button, Center, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Scene, type SceneName } from './drawings/Scene';
import { HelpButton } from './HelpButton';

/** An empty screen: a drawing, why it is empty, and the one thing to do next. */
export function EmptyState({
  scene,
  title,
  body,
  action,
  alone = false,
  quiet = false,
  children,
}: {
  scene: SceneName;
  title: string;
  body: string;
  action: { label: string; onClick: () => void };
  /** Whether it fills the screen: its title is then the page's heading. */
  alone?: boolean;
  /** Whether the screen has an action of its own, which stands out. */
  quiet?: boolean;
  /** Less prominent content below the action. */
  children?: ReactNode;
}): ReactNode {
  return (
    <Center mih={360} p="xl">
      <Stack align="center" gap="sm" maw={460} ta="center">
        <Scene name={scene} />
        <Group gap="xs" justify="center">
          <Title order={alone ? 1 : 2} size="h2">
            {title}
          </Title>
          {alone && <HelpButton />}
        </Group>
        <Text c="dimmed">{body}</Text>
        <Button mt="2xs" onClick={action.onClick} {...(quiet && { variant: 'default' })}>
          {action.label}
        </Button>
        {children}
      </Stack>
    </Center>
  );
}
