/** Renames, stars, annotates or archives a run. A conflict with another window stays as a notice. */
import { useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run, RunMarks } from '../../../shared/contract/run-life';
import { useEngine } from '../../../renderer/connection/engine-context';
import { addError } from '../../../renderer/stores/notices';

type Change = Partial<Omit<RunMarks, 'revision' | 'changedAt'>>;

/** @returns whether it was saved */
export function useMark(run: Run): (change: Change) => Promise<boolean> {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  return async (change) => {
    let isKept = true;
    try {
      await client.runs.mark({ runId: run.runId, revision: run.marks.revision, ...change });
    } catch (thrown) {
      isKept = false;
      addError(t('runs.markFailed'), thrown);
    }
    await cache.invalidateQueries({ queryKey: queries.runs.key() });
    return isKept;
  };
}
