/** Starts the next queued run when nothing trains. Of several windows, the one that holds the browser's lock does it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEngine } from '../connection/engine-context';
import { useRuns } from '../stores/engine-data';
import { addNotice } from '../stores/notices';
import { takeFromQueue, useQueue } from '../stores/queue';

const LOCK = 'shelfwise.queue';

export function QueueRunner(): ReactNode {
  const { t } = useTranslation();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { data: runs } = useRuns();
  const waiting = useQueue((state) => state.queue.length);
  const idle = runs?.every(({ status }) => status !== 'running') ?? false;
  useEffect(() => {
    if (!idle || waiting === 0) return;
    void navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      // Another window may have taken it meanwhile: what is kept is the truth, not what was drawn.
      await useQueue.persist.rehydrate();
      const [next] = useQueue.getState().queue;
      if (next === undefined) return;
      takeFromQueue(next.id);
      const { data, recipe, seed, name, parent } = next;
      try {
        await client.runs.start({
          data,
          recipe,
          seed,
          ...(name === '' ? {} : { name }),
          ...(parent === null ? {} : { parent }),
        });
      } catch (thrown) {
        addNotice(t('train.startFailed'), thrown);
      }
      await cache.invalidateQueries({ queryKey: queries.runs.key() });
    });
  }, [idle, waiting, client, queries, cache, t]);
  return null;
}
