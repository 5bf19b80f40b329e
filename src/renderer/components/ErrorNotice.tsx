/** An error where it happened: what, where (the engine's sentence), what to do, and how to try again. */
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toShelfwiseError } from '../../shared/errors';
import { useEngineText } from '../locales/engine-text';
import { WhatNow } from './WhatNow';

interface Properties {
  error: unknown;
  /** What was being done, if the place does not make it obvious. */
  title?: string;
  /** What to do, where the code of the error says too little about it: no file is looked for on a cluster. */
  advice?: string;
  onRetry?: () => void;
  /** Other ways out, as buttons. */
  children?: ReactNode;
}

/** The engine's sentences name flags in brackets for the command line; here a button or field does it. */
export const withoutFlags = (message: string): string => message.replace(/ ?\(--[^)]*\)/g, '');

export function ErrorNotice({ error, title, advice, onRetry, children }: Properties): ReactNode {
  const { t } = useTranslation();
  const engineText = useEngineText();
  const known = toShelfwiseError(error);
  const { code } = known;
  return (
    <Alert
      role="alert"
      variant="light"
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={title ?? t(`common.errors.${code}`)}
      styles={{ title: { color: 'var(--shelfwise-problem)' }, wrapper: { alignItems: 'flex-start' } }}
    >
      <Stack gap="xs">
        <Text size="sm" c="var(--mantine-color-text)">
          {withoutFlags(engineText(known))}
        </Text>
        <Text size="sm" c="dimmed">
          {advice ?? t(`common.advice.${code}`)}
        </Text>
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
