import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { EngineText } from '../../shared/words/engine-text';
import { useEngineText } from '../locales/engine-text';

/** What exists but cannot be used, and why, in the engine's sentences; draws nothing if there is no problem. */
export function ProblemList({ title, problems }: { title: string; problems: readonly EngineText[] }): ReactNode {
  const engineText = useEngineText();
  if (problems.length === 0) return null;
  return (
    <Alert
      role="alert"
      variant="light"
      color="brick"
      icon={<IconAlertTriangle aria-hidden />}
      title={title}
      styles={{ title: { color: 'var(--shelfwise-warning)' } }}
    >
      <Stack gap="xs">
        {problems.map((problem) => (
          <Text key={problem.message} size="sm" c="var(--mantine-color-text)">
            {engineText(problem)}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
