/** Makes the layout of a map, or watches one that is being made elsewhere in this program. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { MapSubject } from '../contract/make-map';
import type { RunMap } from '../contract/map';
import type { RunRecord } from '../../../shared/contract/run';
import { useEngine } from '../../../renderer/connection/engine-context';
import { runWork, useWork, type Work } from '../../../renderer/stores/activity';

/** Identifies one map of a run. */
export const mapKey = (runId: string, of: MapSubject): string => `${runId} ${of}`;

export function useLayout(
  { runId, name }: Pick<RunRecord, 'runId' | 'name'>,
  of: MapSubject,
  state: RunMap['state'] | undefined,
): { work: Work<'map'> | null; make: () => void } {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const work = useWork('map', mapKey(runId, of));
  const make = useCallback(() => {
    const input = { runId, of };
    void runWork({ kind: 'map', subject: mapKey(runId, of), name }, (options) => {
      // Aborting the watch alone does not stop the work.
      options.signal.addEventListener('abort', () => void client.map.stop(input).catch(() => undefined), {
        once: true,
      });
      return client.map.make(input, options);
    }).then(() =>
      Promise.all([
        cache.invalidateQueries({ queryKey: queries.map.get.key({ input }) }),
        // The new layout has other clusters, and with them other colours.
        cache.invalidateQueries({ queryKey: queries.map.colour.key() }),
      ]),
    );
  }, [client, queries, cache, runId, of, name]);
  const isRunning = work?.state.kind === 'running';
  useEffect(() => {
    if (state === 'computing' && !isRunning) make();
  }, [state, isRunning, make]);
  return { work, make };
}
