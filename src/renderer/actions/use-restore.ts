/** Restores a run or a data set from the trash with its marks and notes, says so, and refreshes the views that show it. */
import { useQueryClient } from '@tanstack/react-query';
import type { EngineClient } from '../connection/connect';
import type { EngineQueries } from '../connection/engine-queries';
import { addUndone, type Holds } from '../stores/notices';
import { useEngine } from '../connection/engine-context';

/** @returns a function that takes an ID, or the name of a folder in the trash; it throws the engine's error */
export function useRestore(): (id: string) => Promise<void> {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  return async (id) => {
    const { kind, id: runId, name } = await client.workspace.restore({ id });
    const isRun = kind === 'run';
    addUndone(
      (t, nameOfRun) => t('trash.restored', { name: isRun ? nameOfRun({ runId, name }) : name }),
      isRun ? ['runs', 'settings'] : ['data', 'week', 'settings'],
    );
    for (const queryKey of [queries.runs.key(), queries.datasets.key(), queries.workspace.key()])
      await cache.invalidateQueries({ queryKey });
  };
}

/** As long as something can be restored. @param id of a run or a data set, or its folder in the trash */
export const inTrash = (client: EngineClient, queries: EngineQueries, id: string): Holds => ({
  key: queries.workspace.key(),
  isStill: async () => (await client.workspace.trash()).some((entry) => entry.id === id || entry.entry === id),
});
