import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Run } from '../../../shared/contract/run-life';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';

/** Says where a run came from, and whether its lists follow from its model; if they do not, the user decides whether they may leave. */
export function BroughtNotice({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { brought } = run;
  if (brought === undefined) return null;
  const { file, cluster, openedAt, verified, problem } = brought;
  const when = format.moment(openedAt);
  const from =
    cluster !== null
      ? t('bundles.fromCluster', { cluster, when })
      : file === null
        ? t('bundles.fromSomeBundle', { when })
        : t('bundles.fromBundle', { file, when });
  if (problem !== null) return <Changed run={run} from={from} />;
  return (
    <Text size="sm" c="dimmed">
      {from} {t(verified ? 'bundles.verifiedHere' : 'bundles.notVerifiedHere')}
    </Text>
  );
}

function Changed({ run, from }: { run: Run; from: string }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { client } = useEngine();
  const cache = useQueryClient();
  const { problem, accepted } = run.brought!;
  const accept = useMutation({
    mutationFn: () => client.runs.acceptLists({ runId: run.runId }),
    onSuccess: () => cache.invalidateQueries(),
  });
  return (
    <Alert color={accepted ? 'yellow' : 'red'} variant="light" title={t('bundles.changedLists')} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {engineText(problem!)} {from}
        </Text>
        <Text size="sm">{t(accepted ? 'bundles.accepted' : 'bundles.undecided')}</Text>
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
  return brought !== undefined && brought.problem !== null && !brought.accepted ? t('bundles.undecided') : null;
}
