/** Measures in the background what training again alone moves in the lists of a run: by itself where training took a short time, otherwise when asked. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { runWork, useActivity, useWork, type Work, workKey } from '../../../renderer/stores/activity';
import { useRunName, useRuns } from '../../../renderer/stores/engine-data';
import { remembered } from '../../../renderer/stores/remembered';
import type { ChangedLists } from '../contract/changes';
import { MEASURED_BY_ITSELF } from '../contract/limits';

export interface MeasuredChance {
  /** Seconds that training the run took; null where it cannot be trained again: it is gone. */
  readonly seconds: number | null;
  /** Of this window; null before it began. */
  readonly work: Work<'chance'> | null;
  /** Whether a person stopped it, in this window or before it was loaded again. */
  readonly isStopped: boolean;
  readonly start: () => void;
}

/** Runs of which a person stopped the measurement: it does not begin again by itself. */
const stopped = remembered('chance-stopped');

/** @param changes undefined until read */
export function useChance(changes: Pick<ChangedLists, 'chance' | 'after'> | undefined): MeasuredChance {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const nameOf = useRunName();
  const { data: runs = [] } = useRuns();
  const runId = changes?.after.runId ?? null;
  const run = runs.find((one) => one.runId === runId);
  const work = useWork('chance', runId);
  const isStopped = stopped.useHas(runId);
  const seconds = run?.status === 'finished' ? run.seconds : null;
  const name = run?.name;
  const start = useCallback(() => {
    if (runId === null || name === undefined) return;
    stopped.remove(runId);
    void runWork({ kind: 'chance', subject: runId, name: nameOf(name) }, (options) =>
      client.changes.measureChance({ runId }, options),
    ).then(() => {
      if (useActivity.getState().works[workKey('chance', runId)]?.state.kind === 'stopped') stopped.add(runId);
      return Promise.all(
        [queries.changes, queries.runs].map((part) => cache.invalidateQueries({ queryKey: part.key() })),
      );
    });
  }, [cache, client, name, nameOf, queries, runId]);
  const isDue =
    changes?.chance === null &&
    seconds !== null &&
    seconds <= MEASURED_BY_ITSELF &&
    work === null &&
    !isStopped &&
    !runs.some(({ status }) => status === 'running');
  useEffect(() => {
    if (isDue) start();
  }, [isDue, start]);
  // Another window may have measured: then a model more is there.
  const isUnknown = changes?.chance === null;
  const finished = runs.filter(({ status }) => status === 'finished').length;
  const known = useRef(finished);
  useEffect(() => {
    const hasMore = known.current > 0 && finished > known.current;
    known.current = finished;
    if (hasMore && isUnknown) void cache.invalidateQueries({ queryKey: queries.changes.key() });
  }, [cache, queries, finished, isUnknown]);
  return { seconds, work, isStopped, start };
}
