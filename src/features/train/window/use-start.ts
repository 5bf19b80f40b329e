/** Starts a run with the form's values, or queues it. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dataset } from '../../../shared/contract/dataset';
import type { StartRun } from '../../../shared/contract/run-life';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { useEngine } from '../../../renderer/connection/engine-context';
import { trainOn } from '../../../renderer/stores/clusters';
import { isSeed, recipeOf, tellStarted, useTrainForm } from '../../../renderer/stores/train-form';
import { useDefaultName } from './use-default-name';

/** @param on the cluster that trains; null for this computer */
export function useStart(
  dataset: Dataset,
  on: string | null,
): {
  start: () => Promise<void>;
  queue: () => Promise<void>;
  error: unknown;
  isBusy: boolean;
} {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const defaultName = useDefaultName(dataset);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  /** Announces a run that a cluster has returned. */
  const told = async (answer: UnitAnswer | null): Promise<void> => {
    if (answer !== null) tellStarted(dataset.fingerprint, answer.runId);
    await cache.invalidateQueries({ queryKey: queries.runs.key() });
  };

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
      if (on !== null) return void trainOn(client, on, run).then(told);
      const { runId } = await client.runs.start(run);
      tellStarted(dataset.fingerprint, runId);
    });
  const queue = (): Promise<void> => ask((run) => client.queue.add(run));

  return { start, queue, error, isBusy };
}
