/** Starts what the form says, or puts it into the queue. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dataset, StartRun } from '../../../shared/contract';
import { useEngine } from '../../connection/engine-context';
import { isSeed, recipeOf, tellStarted, useTrainForm } from '../../stores/train-form';
import { useDefaultName } from './use-default-name';

export function useStart(dataset: Dataset): {
  start: () => Promise<void>;
  queue: () => Promise<void>;
  error: unknown;
  isBusy: boolean;
} {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const defaultName = useDefaultName();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  const request = (): StartRun | null => {
    const { fields, seed, name, parent } = useTrainForm.getState();
    if (!isSeed(seed)) return null;
    return {
      data: dataset.fingerprint,
      recipe: recipeOf(fields),
      seed,
      name: name.trim() || defaultName,
      ...(parent === null ? {} : { parent: parent.runId }),
    };
  };

  const ask = async (send: (run: StartRun) => Promise<unknown>): Promise<void> => {
    const run = request();
    if (run === null || isBusy) return;
    setError(null);
    setBusy(true);
    try {
      await send(run);
      await Promise.all([queries.runs, queries.queue].map((part) => cache.invalidateQueries({ queryKey: part.key() })));
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };

  const start = (): Promise<void> =>
    ask(async (run) => {
      const { runId } = await client.runs.start(run);
      tellStarted(runId);
    });
  const queue = (): Promise<void> => ask((run) => client.queue.add(run));

  return { start, queue, error, isBusy };
}
