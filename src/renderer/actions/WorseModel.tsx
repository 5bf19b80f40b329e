import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { type NewModel, useKeepModel, useNewModel } from './use-new-model';

/** Warns of a model that is surely worse than the one it was made from, and offers to keep that one. @param onKept called once it is kept */
export function WorseModel({ runId, onKept }: { runId: string; onKept?: () => void }): ReactNode {
  const found = useNewModel(runId);
  return found?.verdict === 'worse' && <Warning found={found} onKept={onKept} />;
}

function Warning({
  found: { text, before, earlier },
  onKept,
}: {
  found: NewModel;
  onKept: (() => void) | undefined;
}): ReactNode {
  const t = useTexts();
  const { isKept, keep } = useKeepModel(earlier);
  return (
    <Alert
      role="status"
      variant="light"
      color="brick"
      icon={<IconAlertTriangle aria-hidden />}
      title={text}
      styles={{ title: { color: 'var(--shelfwise-warning)' } }}
    >
      {earlier !== null && (
        <Stack gap="xs" align="flex-start">
          <Text size="sm">{t(isKept ? 'refresh.kept' : 'refresh.keepHelp', { run: before })}</Text>
          {!isKept && (
            <Button size="xs" variant="default" onClick={() => void keep().then(onKept)}>
              {t('refresh.keep', { run: before })}
            </Button>
          )}
        </Stack>
      )}
    </Alert>
  );
}
