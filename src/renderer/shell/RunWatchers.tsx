import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import type { Epoch, RunRecord } from '../../shared/contract/run';
import { LONGEST_NOTIFICATION } from '../../shared/limits';
import { useEngine, useShell } from '../connection/engine-context';
import { useEngineText } from '../locales/engine-text';
import { useActivity } from '../stores/activity';
import { useRunName, useRuns } from '../stores/engine-data';
import { forgetLiveRun, tellProgress, useLiveRuns } from '../stores/live-runs';

/**
 * Follows every run in training, so that each screen shows it live; tells the shell of work in progress, and notifies
 * when it ends.
 */
export function RunWatchers(): ReactNode {
  const { data: runs = [] } = useRuns();
  const running = runs.filter(({ status }) => status === 'running');
  useTellWork(running.map(({ runId }) => runId));
  return running.map(({ runId, marks }) => <RunWatcher key={runId} runId={runId} isTold={!marks.archived} />);
}

function useTellWork(running: readonly string[]): void {
  const { desktop } = useShell();
  const fractions = useLiveRuns(({ live }) =>
    running.map((runId) => Math.round((live[runId]?.progress.fraction ?? 0) * 100)).join(' '),
  );
  const training = running.length > 0;
  const working = useActivity(({ works }) => Object.values(works).some(({ state }) => state.kind === 'running'));
  useEffect(() => {
    const shares = fractions === '' ? [] : fractions.split(' ').map(Number);
    const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length) / 100;
    desktop?.tellWork({ training, busy: training || working, fraction: training ? mean : null }).catch(() => undefined);
  }, [desktop, training, working, fractions]);
}

/** A late watch gets only the last epoch, and the query has the earlier ones: append later ones only. */
const withEpoch = (epochs: Epoch[] | undefined, epoch: Epoch): Epoch[] | undefined =>
  epochs === undefined || epochs.some((known) => known.stage === epoch.stage && known.epoch === epoch.epoch)
    ? epochs
    : [...epochs, epoch];

/** @param isTold whether people are told how it ends: an archived run was begun by other work */
function RunWatcher({ runId, isTold }: { runId: string; isTold: boolean }): ReactNode {
  const { client, queries, state } = useEngine();
  const cache = useQueryClient();
  const tellEnd = useTellEnd();
  // A watch ends with its wire: each new connection starts another.
  const connection = state.kind === 'connected' ? state.times : 0;
  useEffect(() => {
    if (connection === 0) return undefined;
    const leave = new AbortController();
    const epochsKey = queries.runs.epochs.queryKey({ input: { runId } });
    const follow = async (): Promise<void> => {
      const watch = await client.runs.watch({ runId }, { signal: leave.signal });
      await cache.invalidateQueries({ queryKey: epochsKey });
      for (;;) {
        const step = await watch.next();
        if (leave.signal.aborted) return;
        if (step.done === true) {
          if (isTold) tellEnd(step.value);
          break;
        }
        const { epoch } = step.value;
        tellProgress(step.value, Date.now());
        if (epoch !== null) cache.setQueryData<Epoch[]>(epochsKey, (epochs) => withEpoch(epochs, epoch));
      }
      await cache.invalidateQueries({ queryKey: queries.runs.key() });
    };
    // The run was deleted, or the wire broke: the list of runs shows the current state.
    follow().catch(() => cache.invalidateQueries({ queryKey: queries.runs.list.key() }));
    return () => {
      leave.abort();
      forgetLiveRun(runId);
    };
    // tellEnd is new on each render; the watch keeps its first one.
  }, [client, queries, cache, runId, isTold, connection]);
  return null;
}

const isPaused = (reason: RunRecord['reason']): boolean =>
  reason?.said?.some((sentence) => typeof sentence === 'object' && sentence.id === 'unit.paused') ?? false;

function useTellEnd(): (record: RunRecord) => void {
  const t = useTexts();
  const { user } = useShell();
  const engineText = useEngineText();
  const nameOf = useRunName();
  return ({ name, status, reason }) => {
    // A paused unit, such as a trial of a sweep, continues on request; nobody waits for it.
    if (isPaused(reason)) return;
    const title = t('runs.ended', { name: nameOf(name), status: t(`common.statuses.${status}`) });
    const why = reason === null ? null : engineText(reason);
    const closeButtonProps = { 'aria-label': t('common.close') };
    notifications.show({ title, message: why ?? t('runs.endedWell'), closeButtonProps });
    user.notify({ title, body: (why ?? '').slice(0, LONGEST_NOTIFICATION) }).catch(() => undefined);
  };
}
