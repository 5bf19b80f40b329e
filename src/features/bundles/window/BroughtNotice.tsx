import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Run } from '../../../shared/contract/run-life';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { originText, standingText, undecidedText } from '../../../shared/words/brought-text';

/** Says where a run came from, and whether its lists follow from its model; if they do not, the user decides whether they may leave. */
export function BroughtNotice({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { brought } = run;
  if (brought === undefined) return null;
  const from = originText(brought, { t, format });
  if (brought.problem !== null) return <Changed run={run} from={from} />;
  return (
    <Text size="sm" c="dimmed">
      {from} {standingText(brought, { t })}
    </Text>
  );
}

function Changed({ run, from }: { run: Run; from: string }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { client } = useEngine();
  const cache = useQueryClient();
  const { problem, accepted } = run.brought!;
  const standing = standingText(run.brought!, { t });
  const accept = useMutation({
    mutationFn: () => client.runs.acceptLists({ runId: run.runId }),
    onSuccess: () => cache.invalidateQueries(),
  });
  return (
    <Alert color="brick" variant="light" title={t('bundles.changedLists')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {engineText(problem!)} {from}
        </Text>
        <Text size="sm">{standing}</Text>
        {!accepted && (
          <Button size="xs" variant="default" loading={accept.isPending} onClick={() => accept.mutate()}>
            {t('bundles.accept')}
          </Button>
        )}
        {accept.error !== null && <ErrorNotice error={accept.error} onRetry={() => accept.mutate()} />}
      </Stack>
    </Alert>
  );
}

/** Why the lists of a run are not exported yet; null if they may be. */
export function useUndecided({ brought }: Pick<Run, 'brought'>): string | null {
  const t = useTexts();
  return undecidedText(brought, { t });
}
