/** How the best trial stands beside the run in use, on the hold-out of both. */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useFormat } from '../../../renderer/locales/format';
import { useRunsInUse } from '../../../renderer/stores/use-in-use';

interface Beside {
  readonly text: string;
  /** Beyond chance. */
  readonly isWorse: boolean;
}

/** @returns null without a run in use, or where the two cannot be compared. @param best null until it was trained to the end */
export function useBesideUsed(best: string | null): Beside | null {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const used = useRunsInUse().now;
  const input = used === null || best === null || used.runId === best ? skipToken : { runIds: [used.runId, best] };
  const { data: compared } = useQuery(queries.runs.compare.queryOptions({ input, retry: false }));
  const difference = compared?.metrics.find(({ metric }) => metric === 'score');
  if (difference === undefined || used === null) return null;
  const { mean, isCertain } = difference;
  const verdict = !isCertain ? 'uncertain' : mean > 0 ? 'better' : 'worse';
  return {
    text: `${t(`compareRuns.${verdict}`)} ${format.change(mean)} (${used.name})`,
    isWorse: verdict === 'worse',
  };
}
