import { useQueryClient } from '@tanstack/react-query';
import type { Run } from '../../shared/contract/run-life';
import { useEngine } from '../connection/engine-context';
import { useTexts } from '../locales/use-texts';
import { addError } from '../stores/notices';
import { activateRun } from '../stores/selection';
import { useInUse, useRunsInUse } from '../stores/use-in-use';

interface Choice {
  readonly runId: string;
  /** False takes the choice back. */
  readonly chosen: boolean;
}

interface Choosing {
  readonly isInUse: boolean;
  /** Makes the run the one in use and shows its lists; or takes that back. */
  readonly choose: () => Promise<void>;
}

/** Choosing a run for use, with which the next refresh begins. */
export function useChooseRun(run: Run): Choosing {
  const { tryWrite } = useWriteChoice();
  const use = useInUse()(run);
  const { chosen } = useRunsInUse();
  // A run that a refresh has gone on from can be chosen again; the one it made is in use by the same choice.
  const isInUse = use === 'chosen' || use === 'refreshed';
  const choose = (): Promise<void> =>
    tryWrite({ runId: (isInUse ? chosen : null)?.runId ?? run.runId, chosen: !isInUse }, () => {
      // What is in use is what the other screens are about: Review, Rules and Export went on with another run.
      if (!isInUse) activateRun(run.runId, run.dataset.fingerprint);
    });
  return { isInUse, choose };
}

interface WriteChoice {
  /** Notes which run is in use, and has every screen ask for that anew. @param then once it is noted. @throws what the call throws */
  readonly write: (choice: Choice, then?: () => void) => Promise<void>;
  /** The same, but a notice says what failed. */
  readonly tryWrite: WriteChoice['write'];
}

export function useWriteChoice(): WriteChoice {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const write: WriteChoice['write'] = async (choice, then) => {
    try {
      await client.runs.choose(choice);
      then?.();
    } finally {
      await Promise.all(
        [queries.runs, queries.refresh, queries.week].map(({ key }) => cache.invalidateQueries({ queryKey: key() })),
      );
    }
  };
  const tryWrite: WriteChoice['write'] = (choice, then) =>
    write(choice, then).catch((thrown: unknown) => void addError(t('runs.markFailed'), thrown));
  return { write, tryWrite };
}
