import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { toShelfwiseError } from '../../shared/errors';
import { useEngineText } from '../locales/engine-text';
import { WhatNow } from './WhatNow';

interface Properties {
  error: unknown;
  /** What was being done, if the place does not show it. */
  title?: string;
  /** What to do, if the error's code says too little. */
  advice?: string;
  onRetry?: () => void;
  /** Other ways out, as buttons. */
  children?: ReactNode;
}

/** Removes flags in brackets from the engine's sentences: they are for the command line. */
export const withoutFlags = (message: string): string => message.replace(/ ?\(--[^)]*\)/g, '');

/** An error where it happened: what failed, the engine's sentence, what to do, and Retry. */
export function ErrorNotice({ error, title, advice, onRetry, children }: Properties): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const known = toShelfwiseError(error);
  const { code } = known;
  // The sentence about the data says what to do itself.
  const told = advice ?? (code === 'bad-data' || code === 'different' ? null : t(`common.advice.${code}`));
  return (
    <Alert
      role="alert"
      variant="light"
      color="brick"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? t(`common.errors.${code}`)}
      styles={{ title: { color: 'var(--shelfwise-warning)' }, wrapper: { alignItems: 'flex-start' } }}
    >
      <Stack gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">
          {withoutFlags(engineText(known))}
        </Text>
        {told !== null && (
          <Text size="sm" c="dimmed">
            {told}
          </Text>
        )}
        {advice === undefined && <WhatNow code={code} />}
        {(onRetry !== undefined || children !== undefined) && (
          <Group gap="xs">
            {onRetry !== undefined && (
              <Button size="compact-sm" variant="default" onClick={onRetry}>
                {t('common.retry')}
              </Button>
            )}
            {children}
          </Group>
        )}
        {code === 'internal' && (
          <Code fz="xs" c="dimmed">
            {code}
          </Code>
        )}
      </Stack>
    </Alert>
  );
}
