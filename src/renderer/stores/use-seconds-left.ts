/** Seconds that a run in training still needs, from the estimate that was shown before it began and its pace since. */
import { skipToken, useQuery } from '@tanstack/react-query';
import type { RunRecord } from '../../shared/contract/run';
import { recipeSchema } from '../../shared/recipe/schema';
import { useEngine } from '../connection/engine-context';
import { secondsLeft, useLiveRun } from './live-runs';

export function useSecondsLeft({ runId, recipe, dataset }: RunRecord, now: number): number | null {
  const live = useLiveRun(runId);
  const { queries } = useEngine();
  const { data: known } = recipeSchema.safeParse(recipe);
  const { data: estimate } = useQuery({
    ...queries.runs.estimate.queryOptions({
      input: known === undefined ? skipToken : { data: dataset.fingerprint, recipe: known },
    }),
    // As it was when the run began: the run itself would count later.
    staleTime: Infinity,
  });
  if (live === null) return null;
  const likely = estimate === undefined ? null : (estimate.seconds.low + estimate.seconds.high) / 2;
  return secondsLeft({ from: live.seenFraction, to: live.progress.fraction }, (now - live.seenAt) / 1000, likely);
}
