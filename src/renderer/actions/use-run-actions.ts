/** Actions on a run from anywhere in the window; errors stay as notices. */
import { useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../locales/use-texts';
import type { Removal } from '../../shared/contract/workspace';
import { useNameApart } from '../components/use-name-apart';
import { useEngine } from '../connection/engine-context';
import { useRuns } from '../stores/engine-data';
import { tellStopping } from '../stores/live-runs';
import { addError, addUndo } from '../stores/notices';
import { forgetRun } from '../stores/selection';
import { inTrash, useRestore } from './use-restore';

export interface RunActions {
  stop: (runId: string) => Promise<void>;
  resume: (runId: string) => Promise<void>;
  /**
   * Resolves to null on failure.
   * @param leave navigates away from the deleted run; called before the notice, so that its reader is not moved
   */
  remove: (runId: string, leave?: () => void) => Promise<Removal | null>;
}

export function useRunActions(): RunActions {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const restore = useRestore();
  const nameApart = useNameApart();
  const { data: runs = [] } = useRuns();
  const refresh = (): Promise<void> => cache.invalidateQueries({ queryKey: queries.runs.key() });
  return {
    stop: async (runId) => {
      tellStopping(runId, true);
      try {
        await client.runs.stop({ runId });
      } catch (thrown) {
        addError(t('runs.failed.stop'), thrown);
      }
      tellStopping(runId, false);
      await refresh();
    },
    resume: async (runId) => {
      try {
        await client.runs.resume({ runId });
      } catch (thrown) {
        addError(t('runs.failed.resume'), thrown);
      }
      await refresh();
    },
    remove: async (runId, leave = () => undefined) => {
      const run = runs.find((one) => one.runId === runId);
      const trained = run !== undefined && nameApart(run) !== run.name ? run.createdAt : null;
      try {
        const removal = await client.workspace.delete({ id: runId });
        const { name } = removal;
        forgetRun(runId);
        leave();
        addUndo(
          (say, nameOfRun) => say('trash.deleted.run', { name: nameOfRun({ runId, name, trained }) }),
          ['runs', 'settings'],
          () => restore(runId),
          inTrash(client, queries, runId),
        );
        await refresh();
        return removal;
      } catch (thrown) {
        addError(t('runs.failed.remove'), thrown);
        return null;
      }
    },
  };
}
