import { useQueryClient } from '@tanstack/react-query';
import type { Run } from '../../shared/contract/run-life';
import { useEngine } from '../connection/engine-context';
import { useTexts } from '../locales/use-texts';
import { addError } from '../stores/notices';
import { activateRun } from '../stores/selection';
import { useInUse, useRunsInUse } from '../stores/use-in-use';

interface Choosing {
  readonly isInUse: boolean;
  /** Makes the run the one in use and shows its lists; or takes that back. */
  readonly choose: () => Promise<void>;
}

/** Choosing a run for use, with which the next refresh begins. */
export function useChooseRun(run: Run): Choosing {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const use = useInUse()(run);
  const { chosen } = useRunsInUse();
  // A run that a refresh has gone on from can be chosen again; the one it made is in use by the same choice.
  const isInUse = use === 'chosen' || use === 'refreshed';
  const choose = async (): Promise<void> => {
    try {
      await client.runs.choose({ runId: (isInUse ? chosen : null)?.runId ?? run.runId, chosen: !isInUse });
      // What is in use is what the other screens are about: Review, Rules and Export went on with another run.
      if (!isInUse) activateRun(run.runId, run.dataset.fingerprint);
    } catch (thrown) {
      addError(t('runs.markFailed'), thrown);
    }
    await Promise.all(
      [queries.runs.key(), queries.refresh.key()].map((queryKey) => cache.invalidateQueries({ queryKey })),
    );
  };
  return { isInUse, choose };
}
