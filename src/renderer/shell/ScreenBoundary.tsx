/** Shows a readable page with a way out if a screen throws while rendering. */
import { Button, Center, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Component, useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { UnloadedScreen } from './from-file';
import { WhatNow } from '../components/WhatNow';
import { useEngine } from '../connection/engine-context';

interface Properties {
  children: ReactNode;
}

export class ScreenBoundary extends Component<Properties, { thrown: Error | null }> {
  override state: { thrown: Error | null } = { thrown: null };

  static getDerivedStateFromError(thrown: Error): { thrown: Error } {
    return { thrown };
  }

  override render(): ReactNode {
    const { thrown } = this.state;
    if (thrown === null) return this.props.children;
    return <Broken thrown={thrown} onAgain={this.again} />;
  }

  /** The address of the page keeps its place. */
  private readonly again = (): void => {
    if (this.state.thrown instanceof UnloadedScreen) location.reload();
    else this.setState({ thrown: null });
  };
}

/** What failed to load while the engine was away can load once it is back. */
function useWhenBack(act: () => void): void {
  const isConnected = useEngine().state.kind === 'connected';
  const before = useRef(isConnected);
  useEffect(() => {
    if (isConnected && !before.current) act();
    before.current = isConnected;
  }, [isConnected, act]);
}

function Broken({ thrown, onAgain }: { thrown: Error; onAgain: () => void }): ReactNode {
  const t = useTexts();
  useWhenBack(onAgain);
  return (
    <Center mih="60vh" p="xl" role="alert">
      <Stack maw={560} gap="sm">
        <Title order={1}>{t('shell.broken.title')}</Title>
        <Text>{t('shell.broken.body')}</Text>
        <Text size="sm" c="dimmed">
          {t('shell.broken.details')}
        </Text>
        <Code block>{thrown.message}</Code>
        <WhatNow code="internal" />
        <Group>
          <Button onClick={onAgain}>{t('shell.broken.again')}</Button>
          <Button
            variant="default"
            onClick={() => {
              location.hash = '#/data';
              onAgain();
            }}
          >
            {t('shell.broken.home')}
          </Button>
        </Group>
      </Stack>
    </Center>
  );
}
