import { Button, CopyButton, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/** A sentence for parents, and a button that copies it. */
export function CopiedSentence({ text }: { text: string }): ReactNode {
  const t = useTexts();
  return (
    <Group gap="xs" wrap="nowrap" align="start">
      <Text size="sm">{text}</Text>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" flex="none" onClick={copy}>
            {t(copied ? 'common.copied' : 'common.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
