/** Restores a run or a data set from the trash with its marks and notes, and refreshes the views that show it. */
import { useQueryClient } from '@tanstack/react-query';
import { useEngine } from '../connection/engine-context';

/** @returns a function that takes an ID, or the name of a folder in the trash; it throws the engine's error */
export function useRestore(): (id: string) => Promise<void> {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  return async (id) => {
    await client.workspace.restore({ id });
    for (const queryKey of [queries.runs.key(), queries.datasets.key(), queries.workspace.key()])
      await cache.invalidateQueries({ queryKey });
  };
}
