/** Starts what the form says, or puts it into the queue. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dataset } from '../../../shared/contract';
import { useEngine } from '../../connection/engine-context';
import { addToQueue } from '../../stores/queue';
import { isSeed, recipeOf, tellStarted, useTrainForm } from '../../stores/train-form';
import { useDefaultName } from './use-default-name';

export function useStart(dataset: Dataset): {
  start: () => Promise<void>;
  queue: () => void;
  error: unknown;
  isBusy: boolean;
} {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const defaultName = useDefaultName();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  const start = async (): Promise<void> => {
    const { fields, seed, name, parent } = useTrainForm.getState();
    if (!isSeed(seed) || isBusy) return;
    setError(null);
    setBusy(true);
    try {
      const { runId } = await client.runs.start({
        data: dataset.fingerprint,
        recipe: recipeOf(fields),
        seed,
        name: name.trim() || defaultName,
        ...(parent === null ? {} : { parent: parent.runId }),
      });
      tellStarted(runId);
      await cache.invalidateQueries({ queryKey: queries.runs.key() });
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
  };

  const queue = (): void => {
    const { fields, seed, name, parent } = useTrainForm.getState();
    if (!isSeed(seed)) return;
    addToQueue({
      data: dataset.fingerprint,
      datasetName: dataset.name,
      recipe: recipeOf(fields),
      seed,
      name: name.trim() || defaultName,
      parent: parent?.runId ?? null,
    });
  };

  return { start, queue, error, isBusy };
}
