/** How the best trial stands beside the run in use, or without one the run whose lists are shown, on the hold-out of both. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { verdictOf } from '../../../shared/words/paired-text';
import { useFormat } from '../../../renderer/locales/format';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import { useRunsInUse } from '../../../renderer/stores/use-in-use';

interface Beside {
  /** Its score, and the difference of the best trial's from it. */
  readonly score: string;
  readonly difference: string;
  /** Surely. */
  readonly isWorse: boolean;
}

/** @returns null without such a run, or where the two cannot be compared. @param best null until it was trained to the end */
export function useBesideUsed(best: string | null): Beside | null {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const shown = useActiveRun();
  const used = useRunsInUse().now ?? shown;
  const input = used === null || best === null || used.runId === best ? skipToken : { runIds: [used.runId, best] };
  const { data: compared } = useQuery(queries.runs.compare.queryOptions({ input, retry: false }));
  const difference = compared?.metrics.find(({ metric }) => metric === 'score');
  if (difference === undefined || used === null) return null;
  const score = compared?.runs.find(({ runId }) => runId === used.runId)?.metrics?.score;
  const verdict = verdictOf(difference);
  return {
    score: `${format.score(score)} (${used.name})`,
    difference: `${t(`paired.${verdict}`)}: ${format.change(difference.mean)}`,
    isWorse: verdict === 'worse',
  };
}
