import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import type { Epoch } from '../../shared/contract/run';
import type { Run } from '../../shared/contract/run-life';
import { LONGEST_NOTIFICATION } from '../../shared/limits';
import { useEngine, useShell } from '../connection/engine-context';
import { useEngineText } from '../locales/engine-text';
import { useActivity } from '../stores/activity';
import { useRuns } from '../stores/engine-data';
import { forgetLiveRun, tellProgress, useLiveRuns } from '../stores/live-runs';

/**
 * Follows every run in training, so that each screen shows it live; tells the shell of work in progress, and notifies
 * when it ends.
 */
export function RunWatchers(): ReactNode {
  const { data: runs } = useRuns();
  const running = (runs ?? NONE).filter(({ status }) => status === 'running');
  useTellWork(running.map(({ runId }) => runId));
  useTellEnds(runs ?? NONE);
  return running.map(({ runId }) => <RunWatcher key={runId} runId={runId} />);
}

const NONE: readonly Run[] = [];

/** Tells people how a run ended that the list had at work before, however short the list had it; an archived one was begun by other work. */
function useTellEnds(runs: readonly Run[]): void {
  const tellEnd = useTellEnd();
  const atWork = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const run of runs)
      if (run.status !== 'running' && !run.marks.archived && atWork.current.has(run.runId)) tellEnd(run);
    atWork.current = new Set(runs.filter(({ status }) => status === 'running').map(({ runId }) => runId));
    // tellEnd is new on each render, and tells of the runs of this one.
  }, [runs]);
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

/** Keeps what the window shows of a run in training as of now. */
function RunWatcher({ runId }: { runId: string }): ReactNode {
  const { client, queries, state } = useEngine();
  const cache = useQueryClient();
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
        if (step.done === true) break;
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
  }, [client, queries, cache, runId, connection]);
  return null;
}

const isPaused = (reason: Run['reason']): boolean =>
  reason?.said?.some((sentence) => typeof sentence === 'object' && sentence.id === 'unit.paused') ?? false;

function useTellEnd(): (run: Run) => void {
  const t = useTexts();
  const { user } = useShell();
  const engineText = useEngineText();
  return ({ name, status, reason }) => {
    // A paused unit, such as a trial of a sweep, continues on request; nobody waits for it.
    if (isPaused(reason)) return;
    const title = t('runs.ended', { name, status: t(`common.statuses.${status}`) });
    const why = reason === null ? null : engineText(reason);
    const closeButtonProps = { 'aria-label': t('common.close') };
    notifications.show({ title, message: why ?? t('runs.endedWell'), closeButtonProps });
    user.notify({ title, body: (why ?? '').slice(0, LONGEST_NOTIFICATION) }).catch(() => undefined);
  };
}
