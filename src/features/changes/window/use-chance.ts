/** Measures in the background what training again alone moves in the lists of a run: by itself where training took a short time, otherwise when asked. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { isEarlier } from '../../../shared/recipe/earlier';
import { useEngine } from '../../../renderer/connection/engine-context';
import { runWork, useWork, type Work } from '../../../renderer/stores/activity';
import { useRunName, useRuns } from '../../../renderer/stores/engine-data';
import type { ChangedLists } from '../contract/changes';
import { MEASURED_BY_ITSELF } from '../contract/limits';

export interface MeasuredChance {
  /** Seconds that training the run took; null where it cannot be trained again: it is gone, or of an earlier version. */
  readonly seconds: number | null;
  /** Of this window; null before it began. */
  readonly work: Work<'chance'> | null;
  readonly start: () => void;
}

/** @param changes undefined until read */
export function useChance(changes: Pick<ChangedLists, 'chance' | 'after'> | undefined): MeasuredChance {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const nameOf = useRunName();
  const { data: runs = [] } = useRuns();
  const runId = changes?.after.runId ?? null;
  const run = runs.find((one) => one.runId === runId);
  const work = useWork('chance', runId);
  const seconds = run?.status === 'finished' && !isEarlier(run.recipe) ? run.seconds : null;
  const name = run?.name;
  const start = useCallback(() => {
    if (runId === null || name === undefined) return;
    void runWork({ kind: 'chance', subject: runId, name: nameOf(name) }, (options) =>
      client.changes.measureChance({ runId }, options),
    ).then(() =>
      Promise.all([queries.changes, queries.runs].map((part) => cache.invalidateQueries({ queryKey: part.key() }))),
    );
  }, [cache, client, name, nameOf, queries, runId]);
  const isDue =
    changes?.chance === null &&
    seconds !== null &&
    seconds <= MEASURED_BY_ITSELF &&
    work === null &&
    !runs.some(({ status }) => status === 'running');
  useEffect(() => {
    if (isDue) start();
  }, [isDue, start]);
  return { seconds, work, start };
}
